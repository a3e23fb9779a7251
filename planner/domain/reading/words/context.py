"""Words around a name that say what it is."""

from planner.domain.reading.words import words

# After these words a technology is named: "experience with Go", "written in C".
TRIGGERS = words(
    """
    in with using use uses used of on knowledge know knowing experience experienced proficient
    proficiency skilled skills programming written write writing built develop developing
    developed languages language frameworks framework tools stack technologies technology
    understanding familiarity familiar expertise expert advanced strong solid coding code
    learn learning via modern like preferably including especially particularly ideally mainly
    primarily either both our backend server scripting
    """
)
# Those that are enough for a word in lower case as well ("experience with go").
STRONG_TRIGGERS = (
    ("experience", "with"), ("experience", "in"), ("experience", "using"), ("knowledge", "of"),
    ("skills", "in"), ("proficient", "in"), ("proficient", "with"), ("proficiency", "in"),
    ("proficiency", "with"), ("familiarity", "with"), ("familiar", "with"), ("expertise", "in"),
    ("expertise", "with"), ("experienced", "in"), ("experienced", "with"), ("understanding", "of"),
    ("written", "in"), ("coded", "in"), ("programming", "in"), ("code", "in"), ("coding", "in"),
    ("skilled", "in"), ("background", "in"), ("fluent", "in"), ("exposure", "to"),
    ("working", "with"), ("competent", "in"), ("competence", "in"), ("built", "with"),
    ("built", "in"), ("developed", "in"), ("developing", "in"), ("development", "in"),
    ("such", "as"), ("programmed", "in"), ("specialising", "in"), ("specializing", "in"),
    ("command", "of"), ("grasp", "of"), ("years", "of"), ("comfortable", "with"),
    ("comfortable", "in"), ("versed", "in"), ("hands-on", "with"), ("expert", "in"),
    ("expert", "with"), ("experts", "in"), ("experience", "of"), ("skills", "with"),
    ("mastery", "of"), ("proficient", "using"), ("proficiency", "using"), ("worked", "with"),
    ("coded", "with"), ("specialised", "in"), ("specialized", "in"), ("trained", "in"),
)  # fmt: skip
# Before these words a technology is named: "Go developer", "Spring services".
FOLLOWERS = words(
    """
    developer developers development engineer engineers engineering programmer programmers
    programming services service microservices microservice code codebase codebases application
    applications app apps backend backends framework frameworks library libraries programs api
    apis sdk language ecosystem stack architect server servers module
    modules components scripts scripting script pipelines jobs cluster clusters database databases
    backed based runtime packages package experience skills expertise knowledge proficiency
    useful preferred desirable required essential mandatory functions function queries query
    routes routines integration integrations
    """
)
# Words between the parts of a list that belong to no item.
CONNECTIVES = frozenset({"and", "or", "/", "&", "nor", "und", "oder", "plus", "y", "et", "ou"})

# Words that make a text English.
FUNCTION_WORDS = words(
    """
    the and of to in a with for you we our your is are be as on will or an by this that have from
    at it their who
    """
)

# Words that only a text about work on software has, as a rule.
OF_SOFTWARE = words(
    """
    backend backends frontend fullstack devops devsecops sre codebase codebases programmer
    programmers programming api apis microservice microservices saas debugging refactoring nosql
    cybersecurity mlops dataops sdk sdks coding scalable serverless
    """
)
# Pairs of words that tell as much.
PAIRS_OF_SOFTWARE = frozenset({
    ("back", "end"), ("front", "end"), ("full", "stack"), ("software", "engineer"),
    ("software", "engineers"), ("software", "engineering"), ("software", "developer"),
    ("software", "developers"), ("software", "development"), ("computer", "science"),
    ("web", "application"), ("web", "applications"), ("web", "development"),
    ("data", "engineer"), ("data", "engineering"), ("data", "pipelines"),
    ("machine", "learning"), ("platform", "engineer"), ("platform", "engineering"),
    ("engineering", "team"), ("engineering", "teams"), ("site", "reliability"),
    ("open", "source"), ("source", "code"), ("code", "reviews"), ("code", "review"),
    ("pull", "requests"), ("distributed", "systems"), ("unit", "tests"), ("unit", "testing"),
    ("automated", "tests"), ("tech", "lead"), ("tech", "stack"), ("ci", "cd"),
    ("engineering", "manager"), ("software", "systems"), ("software", "architecture"),
    ("developer", "experience"), ("cloud", "infrastructure"), ("web", "developer"),
})  # fmt: skip

# Ambiguous names that nothing but a technology beside them makes sure: a cook's CV is full of Chef.
SIBLING_NEEDED = words(
    """
    salt chef ant nexus flux echo gin fiber blade twig ember stimulus bamboo travis prefect
    ts db cd mq apollo nest composer make scm
    """
)
# Words of the catalogue's ambiguous ones that are weak even in a text about software.
WEAK = words(
    """
    cloud deployment cache replication partitioning shell vault leadership ai qa
    clustering ha oo dry scaling availability reliability resilient networks relational
    """
)
