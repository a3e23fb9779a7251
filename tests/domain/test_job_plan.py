"""The way to a job, and the ranking of next skills by several ads."""

from datetime import date
from itertools import permutations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from planner.domain.developer import Developer
from planner.domain.job_plan import done_between, plan_job, rank_for_jobs
from planner.domain.learning import presumed
from planner.domain.moves import apply
from planner.domain.next_skills import rank_next_skills
from planner.domain.projection import project
from planner.domain.reading import read_ad
from planner.domain.reading.jobs import Wish, compare, gap_to, open_needs
from planner.domain.roadmap.calendar import step_dates
from planner.domain.standing import assess_developer
from tests.domain.people import ENTRY
from tests.domain.reading.examples import LEXICON
from tests.domain.reading.texts import ADS
from tests.domain.strategies import CATALOGUE, SKILLS, cases, developers, plan_cases

TODAY = date(2026, 11, 24)
MOST_PERMUTED = 6
AD = """Requirements:
- Python or Go
- Kubernetes
- Kafka
Nice to have:
- Terraform
"""
PEOPLE = developers(hours_per_week=st.floats(1, 40))
PRACTISED = st.sampled_from([s.id for s in CATALOGUE.skills.values() if s.practice_months])
WISHES = st.lists(
    st.builds(
        Wish,
        st.lists(SKILLS, min_size=1, max_size=2, unique=True).map(tuple),
        st.sampled_from(["required", "required", "optional", "mentioned"]),
        st.integers(1, 4),
    ),
    min_size=2,
    max_size=10,
    unique_by=lambda wish: wish.skills[0],
)


def gaps_of(developer, text=AD):
    return compare(developer.skills, read_ad(text, LEXICON))


def planned(catalogue, developer, wishes=None):
    standing = assess_developer(catalogue, developer)
    gaps = gaps_of(developer) if wishes is None else gaps_to(developer.skills, wishes)
    return plan_job(catalogue, developer, standing, gaps, TODAY)


def gaps_to(skills, wishes):
    return [gap_to(skills, wish) for wish in wishes]


def ranked(catalogue, developer, *texts):
    standing = assess_developer(catalogue, developer)
    needs = open_needs(gaps_of(developer, text) for text in texts)
    suggestions = rank_next_skills(catalogue, developer, standing, "next_level")
    return needs, rank_for_jobs(catalogue, developer, standing, suggestions, needs)


# --- The way to a job -----------------------------------------------------------------------------


def test_what_is_required_comes_first_after_what_it_builds_on(catalogue):
    plan = planned(catalogue, Developer(3, ENTRY, hours_per_week=6))
    ids = [one.step.id for one in plan.steps]
    assert ids.index("docker") < ids.index("kubernetes") < ids.index("terraform")
    assert "go" not in ids
    assert [one.step.id for one in plan.steps if not one.is_for_target][-1] == "terraform"


def test_who_has_all_of_it_has_nothing_to_learn(catalogue):
    able = Developer(3, {"go": 2, "kubernetes": 2, "kafka": 2, "terraform": 2}, hours_per_week=6)
    plan = planned(catalogue, able)
    assert (plan.steps, plan.required, plan.hours.high) == ((), (), 0)


def test_what_takes_months_at_work_is_begun_in_time(catalogue):
    alice = Developer(3, ENTRY, hours_per_week=6)
    wishes = [Wish((skill,), "required", 2) for skill in ("kubernetes", "negotiation")]
    ids = [one.step.id for one in planned(catalogue, alice, wishes).steps]
    assert ids.index("negotiation") < ids.index("docker") < ids.index("kubernetes")


def test_hours_that_were_studied_bring_the_day_nearer(catalogue):
    alice = Developer(3, ENTRY, hours_per_week=6)
    later = planned(catalogue, alice)
    sooner = planned(catalogue, Developer(3, ENTRY, hours_per_week=6, studied=(("kafka", 10.0),)))
    assert sooner.hours.central < later.hours.central
    assert done_between(sooner.required) < done_between(later.required)


@plan_cases
@given(PEOPLE, WISHES)
def test_the_plan_closes_every_gap_in_a_possible_order(catalogue, developer, wishes):
    reached = dict(presumed(catalogue, developer.skills))
    for one in planned(catalogue, developer, wishes).steps:
        assert reached.get(one.step.id, 0) == one.step.start <= one.step.end
        assert all(reached.get(id_, 0) > 0 for id_ in catalogue.ancestors[one.step.id])
        reached[one.step.id] = one.step.end
    assert all(gap.state == "have" for gap in gaps_to(reached, wishes))


@plan_cases
@given(PEOPLE, WISHES)
def test_nothing_else_is_studied_before_what_is_required(catalogue, developer, wishes):
    asked = [
        one.is_for_target
        for one in planned(catalogue, developer, wishes).steps
        if one.step.hours.central > 0
    ]
    assert asked == sorted(asked, reverse=True)


@plan_cases
@given(PEOPLE, WISHES)
def test_the_parts_are_worth_as_much_as_the_whole(catalogue, developer, wishes):
    standing, plan = assess_developer(catalogue, developer), planned(catalogue, developer, wishes)
    after = apply(catalogue, standing, [one.step for one in plan.steps])
    whole = project(catalogue, developer, standing, after, plan.months).gain_skill
    for bound in ("low", "central", "high"):
        assert getattr(plan.gain, bound) == pytest.approx(getattr(whole, bound), abs=0.01)


@cases
@given(PEOPLE, st.lists(SKILLS | PRACTISED, min_size=2, max_size=4, unique=True))
def test_no_other_order_has_what_is_required_sooner(catalogue, developer, skills):
    wishes = [Wish((skill,), "required", 2) for skill in skills]
    required = planned(catalogue, developer, wishes).required
    assume(len(required) <= MOST_PERMUTED)
    ends = max((one.ends_on for one in required), default=TODAY)
    weekly = developer.estimated_hours_per_week
    for order in permutations([one.step for one in required]):
        if is_possible(catalogue, developer, order):
            dates = step_dates(order, TODAY, weekly)
            assert ends <= max((on for _, on, _ in dates), default=TODAY)


def is_possible(catalogue, developer, order):
    reached = dict(presumed(catalogue, developer.skills))
    for step in order:
        needs = (reached.get(id_, 0) for id_ in catalogue.ancestors[step.id])
        if reached.get(step.id, 0) != step.start or not all(needs):
            return False
        reached[step.id] = step.end
    return True


# --- Next skills by several ads -------------------------------------------------------------------


def test_what_closes_something_in_most_ads_comes_first(catalogue):
    _, found = ranked(
        catalogue, Developer(3, ENTRY), "Requirements: Kotlin, Kafka", "Requirements: Kotlin"
    )
    assert [one.step.id for one in found] == ["kotlin", "kafka"]


def test_what_an_alternative_has_closed_is_not_suggested(catalogue):
    needs, found = ranked(catalogue, Developer(3, ENTRY), "Requirements: Python or Go")
    assert (needs, found) == ({}, ())


def test_what_the_target_does_not_need_goes_as_far_as_the_ads_ask(catalogue):
    ads = "Requirements: expert in Kotlin", "Requirements: strong Kotlin"
    _, found = ranked(catalogue, Developer(3, ENTRY), *ads)
    assert [(one.step.id, one.step.end) for one in found] == [("kotlin", 3)]


@plan_cases
@given(developers(excluded=st.frozensets(SKILLS, max_size=3)), st.lists(ADS, max_size=4))
def test_only_what_is_open_and_not_left_out_is_suggested(catalogue, developer, texts):
    needs, found = ranked(catalogue, developer, *texts)
    assert all(need.ads <= len(texts) for need in needs.values())
    counts = [needs[one.step.id].ads for one in found]
    assert counts == sorted(counts, reverse=True)
    assert not developer.excluded.intersection(one.step.id for one in found)
