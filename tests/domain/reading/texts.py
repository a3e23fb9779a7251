"""Random ads out of headings and sentences, and text of any kind."""

from hypothesis import settings
from hypothesis import strategies as st

from tests.domain.reading.examples import LEXICON

cases = settings(max_examples=200, deadline=None)

CERTAIN = tuple(
    sorted(
        " ".join(form.keys)
        for forms in LEXICON.forms.values()
        for form in forms
        if form.kind == "synonym" and not form.doubt and "/" not in form.keys
    )
)
NAMES = st.sampled_from([*CERTAIN, "Go", "R", "C", "REST", "Spring", "Express", "Flask", "Node"])
SENTENCES = st.sampled_from(
    [
        "Experience with {}.",
        "{} or {}, and {}",
        "At least 5 years of {} and {}",
        "{} is a plus",
        "We move from {} to {}.",
        "You write {} every day, e.g. {}.",
        "{}/{}/{}",
        "No {} here.",
        "We go to lunch together and express interest in people.",
        "Our office is in a quiet street.",
    ]
)
HEADINGS = st.sampled_from(
    ["Requirements:", "Nice to have", "What you'll do", "About us", "Benefits", ""]
)
LINES = st.builds(
    lambda bullet, sentence, names: bullet + sentence.format(*names),
    st.sampled_from(["", "- ", "• "]),
    SENTENCES,
    st.lists(NAMES, min_size=3, max_size=3),
)
ADS = st.lists(HEADINGS | LINES, max_size=6).map("\n".join)
WORDS = ["C", "R", "Go", ".NET", "C++", "c#", "/", "&", ",", ".", ";", "(", ")", "-", "5 years"]
WORDS += ["a", "is", "no", "or", "and", "\n", "\t", "e.g.", "not required", "Nice to have:"]
ANY_TEXT = st.text(max_size=400) | st.lists(
    st.sampled_from(WORDS) | st.text(max_size=6), max_size=60
).map(" ".join)
