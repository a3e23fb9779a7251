"""Words that say whether something is required, welcome or not wanted, stronger than a heading."""

import re

# "X is a plus": what comes before it in the clause.
OPTIONAL_AFTER = re.compile(
    r"""\b(?:
        (?:is|are|was|would\ be|will\ be|being|considered|as|seen\ as)\ (?:also\ )?
            (?:an?\ )?(?:(?:big|huge|strong|definite|great|real|major|nice|added|additional
            |distinct|significant|massive)\ )?
            (?:plus(?:es)?|bonus|advantage|asset|benefit|preferred|desirable|desired|beneficial
              |advantageous|helpful|nice(?:\ to\ have)?|welcome|optional|preferable|useful|great
              |ideal|appreciated|valued|valuable|good\ to\ have|a\ nice\ to\ have|highly\ regarded)
        |an?\ (?:(?:big|huge|strong|definite|great|real|major|nice|added|additional|distinct
          |significant)\ )?
            (?:plus|bonus|advantage|asset|nice[ -]to[ -]have)
        |(?:highly\ |strongly\ |also\ )?(?:preferred|desirable|desired|advantageous|beneficial
          |preferable|appreciated)
        |nice[ -]to[ -]haves?|good[ -]to[ -]have|(?:a\ )?plus(?=\s*[.);!]|\s*$)|bonus
          (?=\s*[.);!]|\s*$)
        |optional|von\ vorteil|wünschenswert
        |(?:is|are)?\ ?(?:not|n't)\ (?:strictly\ |absolutely\ |necessarily\ )?
            (?:required|necessary|mandatory|essential|needed|a\ must|a\ requirement|expected)
        |no(?:t)?\ (?:a\ )?(?:requirement|must)
        |not\ mandatory|(?:is|are)?\ ?(?:not|n't)\ a\ (?:deal|show)[ -]?(?:breaker|stopper)
        |(?:so\ much|all)\ the\ better|even\ better|that'?s\ (?:a\ )?(?:great|bonus|plus|nice)
        |(?:but\ )?useful(?=,?\ (?:but|not|though)|\s*[.);]|\s*$)
        |(?:will|would|does|definitely|really|always)\ (?:also\ )?help(?:s)?(?=\s*[.);,!]|\s*$)
        |helps?(?=\s*[.);!]|\s*$)|(?:highly|well)\ regarded|looked\ (?:up)?on\ favou?rably
        |(?:count|work|be)s?\ in\ your\ favou?r|(?:gets?|earns?|gives?)\ you\ (?:extra|bonus)
        |(?:sets?|make|makes)\ you\ (?:apart|stand\ out)|or\ (?:a\ )?willing(?:ness)?\ to\ learn
    )\b|(?<=is\ a)\ \+(?!\w)|\ \+{2,3}(?=\s|$)""",
    re.IGNORECASE | re.VERBOSE,
)
# "Ideally X": what comes after it in the sentence.
OPTIONAL_BEFORE = re.compile(
    r"""\b(?:
        ideally|preferably|nice[ -]to[ -]haves?|good[ -]to[ -]have|great\ to\ have
        |bonus(?:\ points)?(?:\ (?:for|if|are|given|to))?(?=[\ :])|bonus:|extra\ points\ (?:for|if)
        |(?:a\ |big\ |huge\ )?plus(?:es)?(?:\ (?:if|for|are|points))?(?=:|\ if|\ for|\ are|\ points)
        |(?:it'?s|it\ is|it\ would\ be|it\ will\ be|would\ be|even)\ (?:a\ )?(?:great|plus|bonus
          |nice|better|advantage|helpful|beneficial|good)(?:\ (?:if|to|for))
        |we(?:'d|\ would)\ (?:also\ )?(?:love|like|appreciate|be\ (?:excited|impressed|happy))
          (?:\ it)?\ (?:if|to\ see)
        |brownie\ points(?:\ (?:for|if))?|nice\ if|(?:do\ not|don't|no)\ worr(?:y|ies)\ if
        |it\ (?:also\ )?helps\ if|you\ (?:may|might|could)\ (?:also\ )?have|optionally|advantageous
        |(?-i:preferred)(?=:|\ (?-i:skills|qualifications|experience|knowledge|technologies))
        |(?-i:Preferred)(?=:|\ (?:skills|qualifications|experience|knowledge|technologies))
        |desirable(?=:|\ (?:skills|experience|knowledge))|optional(?=:|\ (?:skills|experience
          |knowledge))
        |you\ (?:don't|do\ not)\ (?:need|have\ to)|no\ need\ (?:for|to)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
REQUIRED = re.compile(
    r"""\b(?:
        must(?:\ |-)(?:have|be|know|possess|understand|demonstrate)|must\ also|a\ must|must
          (?=\s*[.);,]|\s*$)
        |(?:is|are)\ (?:absolutely\ |strictly\ )?(?:required|essential|mandatory|necessary
          |needed|crucial|critical|a\ must|imperative|expected)
        |(?<!if\ )(?<!as\ )(?<!when\ )(?<!where\ )(?<!not\ )(?<!be\ )(?:required|mandatory
          |essential)(?=\s*[.);,:]|\s*$|\ (?:skills|experience|knowledge))
        |you(?:'ll|\ will)?\ (?:must|need|require|should\ have|have\ to\ have)|required:
        |(?:candidates?|applicants?)\ (?:should|must|need\ to|will)\ have
          |need\ to\ (?:have|know|be)
        |(?:is|are)\ (?:key|non-negotiable|vital|a\ requirement)|non-negotiable
        |(?:solid|good|strong|firm|deep)\ (?:grasp|grounding|foundation|understanding)
        |(?:proven\ )?track\ record|(?:an?\ )?experts?\ (?:in|with|at)
        |(?-i:Expert|Advanced|Strong)(?=\ )
        |you\ should\ (?:know|be)|hands-on\ (?:with|experience)
        |\d{1,2}\ ?\+?\ (?:years?|yrs)(?=\ (?-i:[A-Z.]))
        |we\ (?:require|need|expect|are\ looking\ for)|we're\ looking\ for|looking\ for
        |at\ least\ (?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\+?\ (?:years?|yrs)
        |minimum\ (?:of\ )?(?:\d{1,2}|one|two|three|four|five|six|seven|eight|ten)\+?\ (?:years?
          |yrs)
        |\d{1,2}\ ?(?:-\ ?\d{1,2}\ ?)?\+?\ (?:years?|yrs)'?(?=\ (?:of|experience|in|with|working
          |hands|building|professional|commercial|relevant|solid|proven|software|industry))
        |you\ have|you\ bring|you\ know
        |(?:comfortable|familiar|familiarity|fluent|competent|competence|skilled
          |well-versed)\ (?:with|in|using)
        |(?:strong|solid|proven|extensive|deep|excellent|demonstrated|significant|sound)[ ]
          (?:[\w+#./-]+\ ){0,5}(?:knowledge|experience|understanding|command|background|proficiency
          |expertise|skills)
        |proficien(?:t|cy)\ (?:in|with)|(?:hands-on\ |professional\ |production\ |commercial[ ]
          |working\ |practical\ |good\ |prior\ |previous\ )*(?:experience|knowledge
          |understanding|expertise|command)\ (?:with|of|in|using|working)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)  # fmt: skip
# What overrules even a list of what is welcome.
MUST = re.compile(r"(?:candidates?|applicants?|must)\b|\|", re.IGNORECASE)
# What comes after it is not wanted, or is being left.
NEGATED_BEFORE = re.compile(
    r"""\b(?:
        without(?:\ (?:any|using|needing))?|instead\ of|rather\ than|other\ than
        |(?:migrat|mov|transition|switch|shift)(?:e|ing|ed)(?:\ (?:[\w-]+\ ){0,4}?|\ )
          (?:away\ )?from
        |(?:away|migration|transition)\ from
        |(?:we|i)\ (?:don't|do\ not|won't|will\ not|no\ longer)\ (?:use|do|work\ with|need|want
          |write|have)
        |no\ (?:prior\ |previous\ )?(?:experience|knowledge)\ (?:with|of|in)|no\ longer
        |(?<!\bor\ )(?<!\bif\ )\bnot\ (?!only|just|limited|necessarily|required|mandatory
          |necessary|essential|a\ |afraid|to\ mention|yet)(?:a\ |an\ )?
        |(?:sunset|replac|decommission|retir)(?:e|ing|ed)(?=\ )
        |(?-i:[Nn]o(?=\ [A-Z]))
    )""",
    re.IGNORECASE | re.VERBOSE,
)
# A negation ends here: "from Java to Kotlin", "not Java but Go".
NEGATION_ENDS = re.compile(r"\b(?:to|but|towards?|into|with|by|and\ (?:we|i))\b", re.IGNORECASE)
EXPERIENCE_NOT_NEEDED = re.compile(
    r"\bno\b[^.\n;]{0,60}\b(?:required|necessary|needed|mandatory)\b", re.IGNORECASE
)
# Where a further requirement begins although the line break before it was lost.
NEW_REQUIREMENT = (
    r"(?<=[a-z0-9)\]]) (?=(?:Prior|Previous|Professional|Demonstrable|Extensive|Passion|"
    r"Willingness|Experience|Ability|Knowledge|Strong|Understanding|Familiarity|Good|"
    r"Proficiency|Proficient|Excellent|Solid|Proven|Hands-on|Demonstrated|Fluent|Deep|Expertise|"
    r"Comfortable|Familiar|Exposure|Bachelor|BS|Design|Working) )"
)
# A clause ends here.
CLAUSE_ENDS = re.compile(
    r";|\s-\s(?!(?:an? |is |it's )*(?:big |huge |real |nice )*(?:plus|bonus|nice|not |preferred|"
    r"desirable|optional|advantage))|"
    r"\bbut\b(?! (?:is |are |it's |definitely |also )?(?:not|isn't|aren't|optional)\b)|"
    r"\bhowever\b|\balthough\b|\bwhile\b|\bwhereas\b|, (?=we\b|you\b|it\b)|" + NEW_REQUIREMENT
)
# What begins with these is asked for, even if an optional part follows after a comma.
STRONG = re.compile(
    r"\b(?:strong|solid|proven|extensive|deep|excellent|proficien\w+|required|must|expert\w*|"
    r"\d\+? years)\b",
    re.IGNORECASE,
)
# The noun that an optional list hangs on: "…, experience with A, B or C is a plus".
SUBJECT = re.compile(
    r"\b(?:experience|knowledge|familiarity|understanding|exposure|background|expertise|"
    r"proficiency|skills?|familiar|interest|certifications?|ability)\b",
    re.IGNORECASE,
)
