"""What headings of ads are made of, for those that no list has."""

from __future__ import annotations

import re

from planner.domain.reading.words import words
from planner.domain.reading.words.headings import SectionKind

# A heading of nothing but these words, with a noun among them ("Key Skills & Experience needed").
NOUNS: tuple[tuple[SectionKind, frozenset[str]], ...] = (
    (
        "required",
        words(
            """
            skill skills skillset skillsets experience experiences qualification qualifications
            requirement requirements knowledge competency competencies competence ability abilities
            education expertise criteria profile background strengths toolkit attributes qualities
            capabilities
            """
        ),
    ),
    (
        "duties",
        words(
            """
            responsibilities responsibility duties accountabilities tasks functions activities
            purpose scope
            """
        ),
    ),
)
OPTIONAL = words(
    """
    preferred preferable desired desirable optional bonus beneficial secondary advantageous nice
    additional welcome useful helpful
    """
)
FILLERS = words(
    """
    a an and or of the your our you we need needed you'll required require essential key core main
    minimum basic mandatory primary technical tech professional relevant hard soft expected job
    position role candidate candidates general other specific necessary work must have principal
    overall highly strongly personal ideal what which in for this to with plus day
    """
)
# How headings of several words begin, or, before a colon, what they hold.
PARTS: tuple[tuple[SectionKind, re.Pattern[str]], ...] = (
    (
        "optional",
        re.compile(
            r"\b(?:nice[ -]to[ -]haves?|bonus (?:points|skills)|a (?:big |huge |strong )?plus|"
            r"preferred (?:skills|qualifications|experience)|desirable|set you apart|stand out|"
            r"good to have|not required)\b"
        ),
    ),
    (
        "context",
        re.compile(
            r"^(?:benefits|perks|why (?:join|work|you'll love)|what we offer|about (?:us|our) |"
            r"life at|equal (?:opportunity|employment)|our (?:[\w-]+ )?(?:benefits|culture|values|"
            r"mission|team|office)|how to apply|what you won't|what we (?:don't|do not)|"
            r"not for you)\b"
        ),
    ),
    (
        "duties",
        re.compile(
            r"\b(?:what you(?:'ll| will)? (?:do|be doing|work on)|responsibilities|tasks)\b"
        ),
    ),
    (
        "required",
        re.compile(
            r"\b(?:requirements|must[ -]haves?|required (?:skills|qualifications|experience)|"
            r"(?:minimum|basic) qualifications|what you(?:'ll| will)? (?:need|bring)|"
            r"look(?:ing)? for|(?:great|good|right) fit if)\b"
        ),
    ),
)
_YOU = r"you(?:'ll| will| might| may| could| would|'d|'re| are)?"
# How headings of ads begin.
BEGINNINGS: tuple[tuple[SectionKind, re.Pattern[str]], ...] = (
    (
        "optional",
        re.compile(
            rf"^(?:it(?:'s|'d| is| would)(?: also)?(?: be)?(?: a| an)? (?:\w+ )?(?:plus|great|nice|"
            rf"bonus|advantage)|what (?:will|would|could|can|might) (?:make you stand|set you)|"
            rf"ways to stand|"
            rf"{_YOU} also (?:have|bring|be)|not essential|nice but|added (?:bonus|advantage)|"
            rf"highly desirable|icing on|cherry on|also (?:great|nice|good)|non-essential|"
            rf"not a must|ideally|we'd (?:also )?love it|you get bonus|extra (?:brownie |bonus )?"
            rf"points|bonus|even better|you(?:'ll| will) (?:really )?(?:stand out|impress))\b"
        ),
    ),
    (
        "required",
        re.compile(
            rf"^(?:what (?:are we looking|do you need|do we need|skills (?:do )?you|"
            rf"we are looking|experience (?:do )?(?:you|i)|makes (?:you|a)|will make you|"
            rf"it takes|you should|we value)|"
            rf"{_YOU} (?:be |also be )?an? (?:great|good|strong|perfect|excellent) (?:fit|match)|"
            rf"this (?:role|job|position)(?: might| may| could)? (?:be|is) for you|"
            rf"(?:the |our |an? )?(?:ideal|successful|right|perfect) candidates?"
            rf"(?: will| should| has|$)|"
            rf"to (?:be (?:successful|considered|a good)|succeed in|thrive in|excel in)|"
            rf"who (?:you'll be|are you|you'?re)|the (?:expertise|skills|experience) (?:you|we)|"
            rf"we(?:'d| would) love to (?:hear|talk)|apply if|"
            rf"you'll (?:love this|thrive|enjoy|succeed)|about your|do you have|"
            rf"(?:skills|experience|qualities|traits|people) (?:we|you|that)|we expect you|"
            rf"you should (?:have|apply|know))\b"
        ),
    ),
    (
        "duties",
        re.compile(
            rf"^(?:what you'd|what {_YOU} (?:own|achieve|build|deliver|work)|a day in|"
            rf"as an? [\w /-]{{3,40}} you(?:'ll| will)|the work you|what (?:the|this) (?:job|role)|"
            rf"what does the|what we need you|how you(?:'ll| will))\b"
        ),
    ),
    (
        "context",
        re.compile(
            r"^(?:about (?!you\b|your\b|this\b|"
            r"the (?:role|job|position|project|work|opportunity)\b)"
            r"[\w.-]+(?: [\w.-]+)?$|why (?:choose|us|should you)|our commitment|what we promise|"
            r"accommodations?|who is |interested\?)"
        ),
    ),
)
