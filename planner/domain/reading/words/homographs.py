"""Names that are words of everyday English too, besides those that the catalogue declares.

For reading only: to find a skill by its alias on a page, none of this is needed.
"""

from planner.domain.reading.words import phrases, words

# Names of technologies. In lower case they need a list of technologies or a trigger around them;
# written as names they also pass inside a sentence of a text about software.
HOMOGRAPHS = words(
    """
    acid aem ajax angular artifactory aurora bash bicep bootstrap caddy cassandra celery chai ci
    confluence confluent curl cypress dagster dask dba detox dsa dynamo elixir elk emr envoy erp
    express flask gatling gatsby gerrit handlebars heroku hibernate hive honeycomb hudson iam iis
    jasmine jest jetty jms karma lambdas lamp livewire llm locust loki looker luigi maven
    mercurial ml mocha newman nomad oo ood oracle orm oss perforce phoenix pinecone pinia pip
    playwright poetry polars postman preact presto prometheus protractor pulsar puppet puppeteer
    rag rails rancher react remix ruby sap sass scm sentry siem slo snowflake soap solid spa
    spinnaker spock spring sre stripe stylus subversion superset svelte swagger swift tableau
    talend tfs trino vagrant vue wagtail wildfly yarn
    """
)

# Practices and fields. In a text that names no technologies they count only beside a trigger
# such as "experience with", or beside a technology.
GENERAL = frozenset(
    phrases(
        """
        24/7 support|alerting|algorithmic|algorithms|asset management|autoscaling
        |back up and recovery|backup and recovery|banking|batch processing|benchmarking
        |build systems|business analysis|business requirements|capacity planning|capital markets
        |cms|cloud services|cloud-based|coding|coding standards|coding guidelines|collaborative
        |compliance requirements|configuration management|container|containers
        |content management system|crm|customer facing|customer-facing|client-facing
        |cross-functional|cross functional|data analysis|data analytics|data extraction
        |data integration|data migration|data privacy|data processing|data protection|data science
        |data security|data visualization|database administration|database management|debug
        |deployments|digital health|disaster recovery|dns|documentation|e-commerce|ecommerce
        |edge devices|ehr|electronic health records|embedded|emr systems|encryption|estimation
        |federation|financial services|financial systems|firewalls|firmware|front end|front-end
        |frontend|functional requirements|functional testing|gha|high availability
        |highly available|iac|identity management|incident management|incident response
        |information security|integration testing|internship|internships|investment banking
        |it security|kernel|lead engineer|linting|load balancing|load test|load testing|logging
        |low latency|maintainability|manual testing|mobile app|mobile application
        |mobile applications|mobile apps|monitoring|monitoring tools|monitoring and alerting|mpls
        |network security|nlp|on call|on-call|oncall|open source|operating system
        |operating systems|payment processing|payment services|payment systems|payments
        |peer review|peer reviews|penetration testing|performance analysis
        |performance improvements|performance testing|performance tests|process automation
        |product development|production environment|production environments|production issues
        |production support|profiling|quality assurance|quality code|queueing|refactoring
        |regression testing|release management|reporting tools|requirements analysis
        |requirements gathering|resilience|resiliency|retrospectives|routing protocols|safe agile
        |scalability|scalable|scoping|security engineering|security principles
        |security requirements|security standards|service bus|sharepoint|sla|slas|slos
        |smart contracts|software delivery|sprints|standups|statistical modeling|stress testing
        |system monitoring|technical direction|technical documentation|technical requirements
        |technical specification|technical specifications|technical writing|telemetry|test cases
        |test coverage|test plans|test suites|testing|trading systems|troubleshoot|troubleshooting
        |unit test|user interfaces|user stories|vpn|virtual machines|vms|web app|web application
        |web applications|web apps|web services|workday|root cause analysis|resolve issues
        |diagnose issues|product lifecycle|digital ocean|agile environment|agile teams|agile team
        |distributed applications|large-scale systems|material design|business intelligence
        |data platform|data model|data models|technical design|system integration
        |systems integration|compliance|web development|learning platform|design documents
        |functional specifications|acceptance tests|internet of things|scaling systems
        """
    )
)

# Phrases in which a word is not the skill it looks like. They are matched like aliases, so that
# the longer phrase wins.
BLOCKED = phrases(
    """
    go to|go-to|go live|go-live|go beyond|go above|go further|go ahead|go through|go the extra
    |go where|go deep|go deeper|go green|go getter|go-getter|on the go|as you go|way to go
    |good to go|ready to go|let's go|pokemon go|go global|go public|series a|series b|series c
    |series d|series e|c level|c-suite|c suite|d.c.|c corp|c-corp|class c|grade c|vitamin c
    |hepatitis c|appendix c|section c|option c|plan c|c's|type c|usb c|usb-c|cdl class c|c of e
    |r & d|r and d|r/d|h&r|h & r|toys r us|r us|rest of|rest periods|rest days|rest day
    |rest breaks|node red|node-red|inter node|inter-node|lymph node|lymph nodes|elastic path
    |spring break|spring semester|spring term|spring season|this spring|next spring|spring 2024
    |spring 2025|spring 2026|spring 2027|spring clean|spring cleaning|early spring|late spring
    |spring into|box spring|rust belt|rust removal|swift response|swift action|swift payments
    |swift messages|swift messaging|swift resolution|taylor swift|express interest|express your
    |express written|express themselves|express yourself|express ideas|express delivery
    |american express|panda express|express lane|react quickly|react calmly|react well|react fast
    |react appropriately|react under|pl/1|social security|security clearance|security clearances
    |security guard|security guards|security officer|security officers|security deposit
    |job security|security check|security checks|homeland security|national security
    |financial security|food security|security pass|physical security|performance bonus
    |performance bonuses|performance review|performance reviews|performance management
    |performance appraisal|performance appraisals|performance related|performance-based
    |performance based|job performance|performance standards|sales performance|team performance
    |high performance team|high-performance teams|high-performing|performance pay
    |performance evaluations|performance evaluation|performance of duties|performance goals
    |business performance|financial performance|work performance|networking events
    |networking opportunities|networking event|professional networking|networking sessions
    |communication protocols|communication protocol|data communication
    |machine to machine communication|inter-process communication|asynchronous communication
    |chat shell|shell company|in a nutshell|royal dutch shell|cash flow|apache 2.0|apache license
    |apache licence|apache software foundation|native american|military deployment
    |military deployments|spark conversations|spark joy|spark your|spark interest|spark a
    |spark new|spark change|gin and tonic|salt lake|salt lake city|sea salt|salt and pepper
    |executive chef|head chef|sous chef|pastry chef|private chef|chef de partie|line chef
    |at the helm|take the helm|flux of|stimulus package|blade runner|equity ownership
    |ownership stake|home ownership|employee ownership|ownership structure|car ownership
    |ownership of assets|ownership interest|executive coach|career coach|career coaching
    |health coach|coach passengers|coach driver|coach class|sports coach|open source of
    |react natively|databases administrator|equal opportunity|testing positive|drug testing
    |drug test|covid testing|blood testing|drug screen|pre-employment testing|allergy testing
    |genetic testing|animal testing|product testing|water testing|skills testing
    |patient monitoring|monitoring patients|heart monitoring|remote monitoring of patients
    |cd player|compact disc|job description|oracle park|team building|express consent|ms office
    |microsoft office|office 365|flask of|elastic band|apache helicopter|swift network|swift mt
    |legacy of|rest in peace|cloud nine|soap opera|soap dispenser|soap and water|bar of soap
    |hand soap|soap notes|soap note|celery sticks|learning disabilities|learning disability
    |learning and development|learning & development|learning opportunities|learning environment
    |learning culture|ai-generated|curious minds|benefits package|communication allowance
    |internet allowance|mentoring program|mentoring programs|mentorship program
    |mentorship programs|hiring process overview|collaboration agreement|lead a team of nurses
    |security cameras|security camera|security systems installation|c1 driver|d/b/a|the rest of
    |a/b testing|a/b tests|windows xp|ts/sci|ts/s|rest upon|rest on|at rest|health care team
    |spring water|spring fever|spring hill|spring house|spring valley|silver spring|palm springs
    |colorado springs|express train|node.js foundation|oracle corporation|machine shop
    |express route
    """
)
