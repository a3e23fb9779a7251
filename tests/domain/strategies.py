"""Random developers over the shipped catalogue."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.vendor import pretty

from fixtures import build
from planner.domain.developer import Developer

# A failing case prints the catalogue's version, not its 250 kB.
pretty.for_type_by_name(
    "planner.domain.catalogue", "Catalogue", lambda value, printer, cycle: printer.text(repr(value))
)

CATALOGUE = build.catalogue()
SKILLS = st.sampled_from(list(CATALOGUE.skills))
CERTIFICATIONS = st.sampled_from(list(CATALOGUE.certifications))
PROFICIENCIES = st.integers(0, 4)
BOUNDARIES = st.sampled_from(
    [0.0, 1.99, 2.0, 2.5, 2.99, 3.0, 5.0, 5.01, 5.5, 5.99, 6.0, 10.0, 60.0]
)
YEARS = st.floats(0, 60) | st.floats(0, 12) | BOUNDARIES

# Enough cases to find a fault, few enough to run always; the second for what takes milliseconds.
cases = settings(max_examples=200, deadline=None)
fewer_cases = settings(max_examples=80, deadline=None)
plan_cases = settings(max_examples=25, deadline=None)  # tens of milliseconds each


@st.composite
def skill_levels(draw):
    """Proficiency by skill: a share of what each level expects, and anything else on top.

    Without the share nearly nobody would be ready for any level.
    """
    found = {}
    for level in CATALOGUE.levels:
        have = draw(PROFICIENCIES)
        expected = [e for e in CATALOGUE.expectations if e.level == level.code and have]
        found |= {member.skill: have for e in expected for member in e.members}
    return found | draw(st.dictionaries(SKILLS, PROFICIENCIES, max_size=12))


def developers(**fixed):
    """Anybody: any years, skills, certificates, place, industry and pay, but for what is fixed."""
    parts = {
        "years": YEARS,
        "skills": skill_levels(),
        "certifications": st.frozensets(CERTIFICATIONS, max_size=4),
        "location_ratio": st.floats(0.5, 1.8),
        "is_remote": st.booleans(),
        "industry_ratio": st.floats(0.6, 1.5),
        "current_pay": st.none() | st.floats(20_000, 400_000),
        "hours_per_week": st.floats(0.5, 80),
        "target": st.none() | st.sampled_from([level.code for level in CATALOGUE.levels]),
    }
    return st.builds(Developer, **(parts | fixed))


def raises():
    """Skills and certificates that somebody gains: up to six skills, each to some proficiency."""
    return st.tuples(
        st.dictionaries(SKILLS, PROFICIENCIES, max_size=6),
        st.frozensets(CERTIFICATIONS, max_size=2),
    )
