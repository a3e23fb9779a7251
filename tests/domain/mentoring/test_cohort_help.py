from collections import Counter
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from planner.domain.mentoring.cohort_help import rank_workshops
from planner.domain.mentoring.matrix import Person
from planner.domain.standing import attainment
from tests.domain.people import ENTRY, MID
from tests.domain.strategies import CATALOGUE, PROFICIENCIES, SKILLS, cases, skill_levels

nearly = st.dictionaries(SKILLS, PROFICIENCIES, max_size=4).map(lambda off: MID | off)
people = st.lists(
    st.builds(
        Person, st.integers(1, 999), st.just("Alice"), nearly | skill_levels(),
        is_shared=st.sampled_from([True, True, False]),
    ),
    max_size=6,
    unique_by=lambda person: person.key,
)  # fmt: skip
programmes = st.lists(st.sampled_from(CATALOGUE.expectations), min_size=1, unique=True)


def ranked(*skills, **facts):
    cohort = [Person(n, "Alice", known, **facts) for n, known in enumerate(skills)]
    return rank_workshops(CATALOGUE, CATALOGUE.expectations, cohort)


def test_the_workshop_that_moves_most_people_comes_first():
    found = ranked(ENTRY | {"git": 1}, ENTRY | {"git": 1, "rest": 0}, ENTRY | {"rest": 1})
    assert [(w.skill, len(w.people)) for w in found[:2]] == [("git", 2), ("rest", 1)]


def test_one_level_more_is_all_that_a_workshop_gives():
    assert "git" not in {workshop.skill for workshop in ranked({"git": 0})}


def test_nothing_is_closed_while_two_parts_are_missing():
    assert [w.skill for w in ranked(MID | {"service-design": 1})] == ["service-design"]
    assert ranked(MID | {"service-design": 1, "module-ownership": 1}) == ()


def test_who_does_not_share_is_left_out():
    assert ranked(ENTRY | {"git": 1}, is_shared=False) == ()


def closed_by(skill, programme, person):
    """The weights of what one level more closes, worked out by raising it."""
    after = person.skills | {skill: min(4, person.skills.get(skill, 0) + 1)}
    return [
        e.weight for e in programme
        if attainment(CATALOGUE, e, person.skills) < 1 - 1e-9 < attainment(CATALOGUE, e, after)
    ]  # fmt: skip


@cases
@given(programmes, people)
def test_the_ranking_is_what_raising_each_skill_shows(programme, cohort):
    helped, weights = Counter(), Counter()
    for person in (p for p in cohort if p.is_shared):
        for skill in CATALOGUE.skills:
            closed = closed_by(skill, programme, person)
            helped[skill] += bool(closed)
            weights[skill] += sum(closed)
    found = rank_workshops(CATALOGUE, programme, cohort)
    assert {w.skill: (len(w.people), w.weight) for w in found} == {
        skill: (count, weights[skill]) for skill, count in helped.items() if count
    }
    assert all((len(a.people), a.weight) >= (len(b.people), b.weight) for a, b in pairwise(found))


@cases
@given(programmes, people)
def test_as_many_expectations_are_closed_as_are_said(programme, cohort):
    for workshop in rank_workshops(CATALOGUE, programme, cohort):
        closed = [closed_by(workshop.skill, programme, person) for person in workshop.people]
        assert workshop.closed == sum(map(len, closed)) >= len(workshop.people)
