"""Names that are words of everyday English too, besides those that the catalogue declares.

For reading only: to find a skill by its alias on a page, none of this is needed.
"""

from planner.domain.reading.words import phrases, words

# Names of technologies. In lower case they need a list of technologies or a trigger around them;
# written as names they also pass inside a sentence of a text about software.
HOMOGRAPHS = words(
    """
    acid aem ajax alfresco anaconda angular artifactory aurora awk babel bash bicep boomi
    bootstrap busted caddy calico capacitor capybara cassandra cdi celery chai chainlink ci
    confluence confluent consul copilot copilots crypto csm cucumber curl cypher cypress dagster
    dask dba detox dlt drf dsa dynamo edi elixir elk eloquent emr envoy erp espresso express flask
    flink flutter gatling gatsby gerrit gherkin gof grunt guidewire gulp gutenberg handlebars
    hardhat helm heroku hft hibernate hive honeycomb hudson iam iis impala ionic jasmine jest
    jetpack jetty jms juniper karma kinesis knockout lambdas lamp livewire llm locust loki looker
    luigi materialize maven mercurial mern mfa ml mocha mongoose newman nist nomad oo ood oops
    oozie oracle orm oss packer pacs pairing parallels pega perforce phoenix pinecone pinia pip
    playwright poetry polars polymer postman preact presto prometheus protractor psm pulsar puppet
    puppeteer pusher quarkus quic rag rails rancher razor rca react recoil redox redux relay remix
    resque ror ruby sagas sap sass scm sentry siem sinatra slo smarty snowflake soap solid sox spa
    spinnaker spock spring sre sse starburst stl stomp stripe stubbing stylus subversion superset
    svelte swagger swift tableau talend tfs thrift tosca trino triton truffle uat undertow vagrant
    vespa vue wagtail wildfly windsurf xen yarn zod axum helidon hanami kestrel laminas oas saga
    vitess kimball paxos
    """
)

# Practices and fields. In a text that names no technologies they count only beside a trigger
# such as "experience with", or beside a technology.
GENERAL = frozenset(
    phrases(
        """
        24/7 support|acceptance tests|access control|access management|agile environment
        |agile team|agile teams|ai models|ai solutions|ai systems|ai technologies|ai tools
        |ai-driven|ai-native|alerting|algorithm|algorithmic|algorithms|analyse requirements
        |analytics tools|analyze requirements|anomaly detection|app service|app store
        |asset management|async|asynchronous|automated build|automated builds|autoscaling
        |back up and recovery|background processing|background workers|backlog management
        |backup and recovery|banking|banking domain|banking systems|batch processing|bayesian
        |benchmarking|billing systems|bug tracking|bugs|build systems|business analysis
        |business central|business intelligence|business requirements|capacity planning
        |capital markets|cerner|certificate management|chatbot|chatbots|clear documentation
        |client side|client-facing|client-server|client-side|clinical data|clinical systems
        |cloud services|cloud storage|cloud-based|cms|coach|coached|coaching|coding
        |coding experience|coding guidelines|coding skills|coding standards|collaborative
        |compliance|compliance requirements|compliance standards|computer networks
        |configuration management|connected devices|container|containers|content management system
        |conversational ai|core banking|crawling|crm|crm platforms|crm system|crm systems
        |cron jobs|cross functional|cross-functional|curiosity|customer facing|customer-facing
        |daily standup|daily standups|dashboards and alerts|data analysis|data analytics
        |data cleaning|data cleansing|data extraction|data feeds|data flows|data governance
        |data infrastructure|data integration|data migration|data model|data models|data platform
        |data privacy|data processing|data protection|data quality|data science|data scientist
        |data security|data stores|data transformation|data visualization|database administration
        |database management|debug|debugging skills|deploying|deployments|design decisions
        |design document|design documentation|design documents|design principles|design services
        |designing services|development cycle|development methodologies|development practices
        |development standards|diagnose issues|diagnose problems|diagnosing issues|digital assets
        |digital banking|digital health|digital ocean|digital signatures|disaster recovery
        |distributed applications|dns|documentation|documenting|e-commerce|e-commerce applications
        |ecommerce|edge devices|ehr|electronic health record|electronic health records
        |electronic medical record|electronic medical records|embedded|embedded devices
        |emr systems|encryption|end-to-end development|enterprise resource planning
        |entire lifecycle|epic emr|epic systems|erp software|erp system|erp systems|estimation
        |execution plans|existing codebase|existing software|exploratory testing|external services
        |external systems|failover|feature flags|federation|financial markets|financial products
        |financial services|financial systems|find bugs|fine-tuning|firewall|firewalls|firmware
        |fix issues|fixing issues|front end|front-end|frontend|full lifecycle
        |functional requirements|functional specifications|functional testing|functional tests
        |gathering requirements|genomics|gha|health data|health it|health records|healthcare data
        |healthcare domain|healthcare systems|hedge fund|hedge funds|high availability
        |high concurrency|high performance|high volume|high-performance|high-volume
        |highly available|hiring process|hubspot|iac|identify and fix|identity and access
        |identity management|image processing|incident handling|incident management
        |incident resolution|incident response|indexes|industry best practices
        |information assurance|information security|instrumentation|integration testing
        |internet of things|internship|internships|investment banking|issue resolution|it security
        |iterative|job scheduling|kanban boards|kernel|key management|kyc|large scale
        |large-scale systems|latency optimization|lead engineer|learning platform|legacy systems
        |linting|load balanced|load balancer|load balancing|load test|load testing|logging
        |logs and metrics|low latency|maintainability|maintainable|manual testing|material design
        |mathematical modeling|medical imaging|medical software|merchant services
        |microsoft sharepoint|mobile app|mobile application|mobile applications|mobile apps
        |mobile banking|mobile engineering|mobile platforms|mocking|monitoring
        |monitoring and alerting|monitoring solutions|monitoring systems|monitoring tools|monolith
        |monolithic|mpls|netsuite|network administration|network devices|network infrastructure
        |network security|network troubleshooting|networking knowledge|nlp|non-functional|on call
        |on-call|oncall|online marketplace|online marketplaces|online payments|open source
        |operating system|operating systems|operational databases|ownership|partner integrations
        |patient portals|payment industry|payment platforms|payment processing|payment providers
        |payment services|payment solutions|payment systems|payments|payments systems|peer review
        |peer reviews|penetration testing|performance analysis|performance improvements
        |performance issues|performance monitoring|performance testing|performance tests
        |predictive models|privacy laws|privacy regulations|process automation|process improvement
        |product backlog|product catalog|product development|product lifecycle
        |product requirements|production deployment|production environment|production environments
        |production incident|production issues|production support|profiling|prompting|proxies
        |push notifications|qa process|qa team|qa testing|quality assurance|quality code
        |quality engineering|query plans|queueing|queues|readable|recruitment process|refactoring
        |regression testing|regulatory requirements|regulatory standards|release management
        |release process|release processes|remote desktop services|reporting and analytics
        |reporting tools|requirement gathering|requirement specifications|requirements analysis
        |requirements definition|requirements elicitation|requirements gathering|resilience
        |resiliency|resolve issues|resolve technical issues|resolving issues|retrospectives
        |risk management systems|roadmap|roadmaps|robotics|robust testing|root cause analysis
        |root-causing|routing protocols|safe agile|scalability|scalable|scaling systems|scheduling
        |scoping|security analysis|security audit|security audits|security compliance
        |security considerations|security controls|security engineering|security monitoring
        |security operations|security policies|security principles|security protocols
        |security requirements|security reviews|security risk|security standards|sensor data
        |service boundaries|service bus|service design|service level agreements|sharepoint
        |sharepoint online|shopping cart|sla|slas|slos|smart contracts|smoke testing|sockets
        |software delivery|software requirements|solution design|speech recognition|sprint reviews
        |sprints|stand-ups|standups|statistical modeling|statistical models|stress testing
        |subscription billing|supply chain security|sysadmin|system administration
        |system administrator|system documentation|system integration|system monitoring
        |system testing|systems administration|systems administrator|systems architect
        |systems integration|technical decisions|technical design|technical direction
        |technical documentation|technical proposals|technical requirements
        |technical specification|technical specifications|technical standards|technical writing
        |telehealth|telematics|telemedicine|telemetry|test cases|test coverage|test data
        |test design|test execution|test planning|test plans|test scripts|test strategy
        |test suites|testing|tests|threading|ticketing system|ticketing systems|tokenization
        |tracing|trade-off|trade-offs|tradeoff|tradeoffs|trading systems|translate requirements
        |troubleshoot|troubleshooting|troubleshooting skills|uat|unit test|user acceptance testing
        |user interfaces|user requirements|user stories|vendor integrations|virtual machines|vms
        |vpn|vulnerabilities|vulnerability assessment|vulnerability assessments|waterfall
        |wealth management|web app|web application|web applications|web apps|web development
        |web services|windows environments|windows os|windows platform|windows systems|workday
        |write documentation|zendesk|acceptance criteria|at scale|background tasks|best practices
        |build versus buy|build vs buy|clinical trials|client representatives
        |closely with product|cross-team
        |customer obsession|deploy|design of services|develop others|engineering manager
        |evaluate technologies
        |existing code|external integrations|financial domain|financial industry|financial sector
        |finance domain|healthcare industry|healthcare platform|healthcare sector
        |healthcare vertical|incident investigation|insurance domain|insurance industry
        |internal customers|investigate issues|lead by example|leadership role|life sciences
        |long-running jobs|lookups|manage a team|managing a team|medical devices
        |multiple priorities|non-technical people|outages|own projects|payment integration
        |payment integrations|power query|product and design|project manager|project managers
        |program manager|quality standards|real-time updates|realtime|regulated environment
        |regulated environments|regulated industries|regulated industry|rollbacks
        |scheduled jobs|schema changes|security posture|sense of urgency|spss|strategic direction
        |technical documents|technology selection|third-party vendors|uptime
        |work with clients|work with customers|working with clients|working with customers
        |working remotely|gdpr
        |queuing|message-based|data lineage|indices
        |analyzing requirements|analysing requirements|memory management|subnets
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
    |express route|communication patterns|inter-service communication|service communication
    |service-to-service communication|unified communications|communications technology
    |search engine optimization|search engine marketing|can bus tables|contact tracing
    |our hiring process|the hiring process|our recruitment process|the recruitment process
    |hiring process is|interview and hiring process|landscape architecture
    |information architecture|architecture firm|architecture degree|job queue of
    |team lead of nurses|performance testing of vehicles|road testing|urine testing|lab testing
    |laboratory testing|point-of-care testing|eyebrow threading|drug tests|blood tests|lab tests
    |aptitude tests|personality tests|skills tests|background checks|customer service coach
    |front end of house|in compliance with|compliance with company|communication between
    |with the technical lead|with the tech lead|our technical lead|our tech lead
    |dynamically typed|dynamically typed language|dynamically typed languages
    |build systems that|build systems to|build systems which|build systems for
    |infrastructure engineers|communication bridge|communicative level|communicative english
    |proactive issue
    |proactive monitoring|hardware architecture|processor architecture|processor architectures
    |cpu architecture|data engineers|data scientists|ml engineers|machine learning engineers
    |with devops teams|devops team|devops teams|communication channels|communication strategy
    |communication technologies
    |customer communication strategy|communication systems|r & r|r&r|spring onions|swift decisions
    |non-internship
    |linux academy|spring internship|spring intern
    |authorization/clearing|embedded in application teams|embedded in product teams
    """
)
# A term of a year: "Spring 2018 - Fall 2020".
BLOCKED += tuple(f"spring {year}" for year in range(1980, 2050))
