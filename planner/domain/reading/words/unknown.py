"""What to make of names that are no skill of the catalogue."""

from planner.domain.reading.words import words

# Technologies outside of the catalogue that are told by their name alone.
KNOWN_OUTSIDE = words(
    """
    abinitio alteryx apex apigee applescript ada assembly assembler autocad axure backstage blazor
    camunda cics clearcase cobol coldfusion crystal cuda d3 delphi dart deno eiffel excel f# figma
    fortran fpga foxpro gitpod groovy haskell invision jcl julia lua labview lisp mainframe matlab
    mulesoft netsuite ocaml openapi opengl openstack osgi pascal pentaho photoshop postfix
    powerapps powerpoint prolog qt razor rexx ros sas scheme scratch selenium simulink sitecore
    sketch smalltalk snaplogic solidworks spss stata struts tcl tibco unity unreal vba vbscript
    vhdl verilog vim visio webassembly wasm wicket wpf xcode zig zend zendesk zeplin zookeeper
    hadoop clojurescript coffeescript erwin gwt vaadin wcf ssis nifi moodle hubspot marketo
    """
)
# Words that are written like names in ads and CVs and are none.
NOT_A_TERM = words(
    """
    a an and the or of in to for with on at by from as is are be you we our your their its us i he
    she they it this that who what when where why how not no yes all any some more most other
    others etc eg ie vs such like including include includes use using used also well good great
    strong excellent solid proven deep experience experienced knowledge skill skills ability able
    understanding familiarity familiar proficiency proficient expertise working hands plus bonus
    preferred required requirements requirement must nice have ideally bachelor bachelors master
    masters msc bsc phd ba bs ms mba degree degrees university college school institute diploma
    certified certification certifications computer science engineering engineer engineers
    developer developers software senior junior lead principal staff manager team teams company
    remote hybrid onsite office full time part contract permanent english german french spanish
    dutch polish portuguese italian russian chinese japanese arabic hindi native fluent b1 b2 c1
    c2 january february march april may june july august september october november december jan
    feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday usa uk
    eu uae emea apac latam europe america india germany france london berlin york san francisco
    paris amsterdam dublin toronto canada austin boston seattle chicago munich madrid barcelona
    warsaw lisbon singapore sydney australia poland ireland spain portugal netherlands switzerland
    zurich vienna austria sweden stockholm denmark present current today now project projects
    product products platform platforms system systems service services application applications
    solution solutions technology technologies tool tools language languages framework frameworks
    database databases library libraries environment environments methodologies methodology
    practices principles patterns concepts best clean design designed build built building develop
    developed developing development implement implemented implementing create created creating
    maintain maintained maintaining write wrote writing manage managed managing led leading work
    worked works deliver delivered delivering improve improved reduce reduced increase increased
    migrate migrated help helped ensure collaborate collaborated designing deploy deployed test
    tested testing support supported participate responsible responsibilities responsibility basic
    advanced intermediate expert beginner years year yrs months month week weeks day days hour
    hours data web cloud mobile backend back frontend front end stack fullstack api apis server
    servers client clients user users customer customers business benefits salary equity stock
    options health dental vision insurance pension holiday holidays vacation pto 401k paid leave
    parental gym budget learning growth culture mission values location education summary profile
    contact references interests hobbies email phone address linkedin github website name date ltd
    inc llc gmbh corp group ag plc bv sa equal opportunity employer ceo cto vp hr qa pm po b2b b2c
    saas startup startups cs ict stem
    """
)
