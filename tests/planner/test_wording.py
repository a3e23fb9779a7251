"""The sentences of the pages, for people in many situations."""

from dataclasses import replace

import pytest
from hypothesis import given

from planner import wording
from planner.domain.developer import Developer
from planner.domain.gaps import find_gaps
from planner.domain.learning import Step
from planner.domain.next_skills import rank_next_skills
from planner.domain.outlook import look_ahead
from planner.domain.ranges import ZERO, Range
from planner.domain.standing import assess, assess_developer
from tests.domain.people import ENTRY, MID, SENIOR, VECTORS, developer_of, worked
from tests.domain.strategies import CATALOGUE, developers, fewer_cases

PROMISES = ("earn you", "adds ", "will be paid", "guarantee")


def outlook(years=0.0, skills=None, **more):
    return look_ahead(CATALOGUE, Developer(years=years, skills=skills or {}, **more))


def outlook_of(id_):
    return look_ahead(CATALOGUE, developer_of(worked(id_)["profile"]))


def verdict(years=0.0, skills=None, **more):
    return wording.verdict(CATALOGUE, outlook(years, skills, **more))


def suggested(skill, **developer):
    developer = Developer(**developer)
    standing = assess_developer(CATALOGUE, developer)
    ranked = rank_next_skills(CATALOGUE, developer, standing, "earnings")
    return next(suggestion for suggestion in ranked if suggestion.step.id == skill)


# --- The verdict ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("id_", "said"),
    [
        ("P1", "Mid-level is 5 expectations and about 300 hours away"),
        ("P5", "Senior is 3 expectations and about 210 hours away"),
        ("P6", "Mid-level is 5 expectations and about 300 hours away"),
        ("P8", "You are at Senior, the highest level there is"),
        ("P9", "Say what you can do, and see how far you are"),
    ],
)
def test_the_verdict_of_the_worked_profiles(id_, said):
    assert wording.verdict(CATALOGUE, outlook_of(id_)) == said


@pytest.mark.parametrize(
    ("years", "skills", "said"),
    [
        (1.0, MID, "Your skills are ready for Mid-level; the years come in 2 years"),
        (1.85, MID, "Your skills are ready for Mid-level; the years come in 14 months"),
        (2.99, MID, "Your skills are ready for Mid-level; the years come in under a month"),
        (1.0, SENIOR, "Your skills are ready for Mid-level; the years come in 2 years"),
        (4.0, SENIOR, "Your skills are ready for Senior; the years come in 2 years"),
    ],
)
def test_skills_that_are_ready_before_the_years(years, skills, said):
    assert verdict(years, skills) == said


def test_one_expectation_is_said_in_the_singular():
    almost = SENIOR | {"stakeholder-communication": 0, "business-acumen": 0, "negotiation": 0}
    assert verdict(9.0, almost).startswith("Senior is 1 expectation and about ")


def test_a_way_that_is_practice_alone():
    step = Step("skill", "module-ownership", 0, 2, ZERO, practice_months=6)
    found = outlook(4.0, ENTRY)
    path = replace(found.path, steps=(step,), hours=ZERO, expectations=found.path.expectations[:1])
    assert wording.way(replace(found, path=path)) == "1 expectation, learnt by practice at work,"


def test_a_level_out_of_reach():
    excluded = frozenset({"negotiation", "business-acumen", "technical-leadership", "scalability"})
    said = verdict(7.0, MID, excluded=excluded)
    assert said == "Senior is out of reach without the skills you left out"


def test_a_target_of_ones_own_that_is_reached():
    assert (
        verdict(4.0, MID, target="mid")
        == "Your skills and years are those of Mid-level, your target"
    )


def test_skills_stated_as_none_are_an_assessment_too():
    assert wording.verdict_case(CATALOGUE, outlook(0.0, {"python": 0})) == "way"


@fewer_cases
@given(developers())
def test_every_developer_gets_a_verdict_in_one_line(developer):
    found = look_ahead(CATALOGUE, developer)
    said = wording.verdict(CATALOGUE, found)
    assert said
    assert "\n" not in said
    assert "None" not in said + wording.binding(CATALOGUE, found) + wording.time_needed(found)


# --- What holds the next level back ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("years", "skills", "said"),
    [
        (1.0, MID, "Years hold Mid-level back, not skills."),
        (5.0, ENTRY, "Skills hold Mid-level back: its years were reached 2 years ago."),
        (4.0, MID, "Senior asks for skills and for years, which come in 2 years."),
        (0.0, {"python": 1}, "Skills hold Entry-level back, not years."),
        (12.0, SENIOR, ""),
        (4.0, {}, ""),
    ],
)
def test_what_binds(years, skills, said):
    assert wording.binding(CATALOGUE, outlook(years, skills)) == said


@pytest.mark.parametrize(
    ("pace", "said"),
    [
        (6.0, "6–22 months at 6 hours a week, beside it 6 months of practice at work"),
        (40.0, "1–3 months at 40 hours a week, beside it 6 months of practice at work"),
    ],
)
def test_the_time_depends_on_the_pace(pace, said):
    assert (
        wording.time_needed(outlook(5.0, worked("P6")["profile"]["skills"], hours_per_week=pace))
        == said
    )


def test_no_time_is_needed_where_nothing_is_left():
    assert wording.time_needed(outlook(12.0, SENIOR)) == ""


# --- Next skills ----------------------------------------------------------------------------------


def test_a_reason_names_what_a_skill_closes_and_goes_with():
    said = wording.reason(CATALOGUE, suggested("docker", years=5.0, skills=ENTRY))
    assert said.startswith(
        "Counts for “Cloud or containers” (Mid-level); the nearest of 5 that would do"
    )
    assert "goes with pay for “Cloud and containers”" in said


def test_what_only_pays_is_said_to():
    found = suggested("go", years=4.0, skills=MID)
    assert wording.reason(CATALOGUE, found).startswith(
        "Goes with pay for “A newer back-end language”"
    )
    said = wording.gain_said(CATALOGUE, outlook(4.0, MID), found)
    assert said.startswith("could be worth $")
    assert "–$" in said


def test_what_pays_at_a_higher_level_says_so():
    found = suggested("negotiation", years=4.0, skills=MID)
    said = wording.gain_said(CATALOGUE, outlook(4.0, MID), found)
    assert said == "no pay figure: it goes with pay at a higher level"


def test_no_pay_is_said_before_entry_level():
    found = outlook(0.0, {"python": 1})
    assert {wording.gain_said(CATALOGUE, found, s).split(":")[0] for s in found.suggestions} == {
        "no pay figure"
    }


def test_what_comes_first():
    found = suggested("kubernetes", years=4.0, skills=ENTRY)
    said = wording.comes_first(CATALOGUE, found.first)
    assert said.startswith("First: ")
    assert said.endswith(" and Docker to Learning")
    assert wording.comes_first(CATALOGUE, ()) == ""


def test_the_hint_at_a_certificate():
    found = outlook(4.0, MID)
    ckad = suggested("ckad", years=4.0, skills=MID)
    said = wording.certification_hint(CATALOGUE, found, ckad)
    assert said.startswith("Certified Kubernetes Application Developer takes about ")
    assert "could be worth $" in said
    assert wording.certification_hint(CATALOGUE, found, None).startswith(
        "Certificates that you hold"
    )


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["id"])
def test_nothing_is_promised(vector):
    found = look_ahead(CATALOGUE, developer_of(vector["profile"]))
    said = " ".join(
        [wording.verdict(CATALOGUE, found), wording.gaps_lead(CATALOGUE, found)]
        + [wording.reason(CATALOGUE, s) for s in found.suggestions]
        + [wording.gain_said(CATALOGUE, found, s) for s in found.suggestions]
    )
    assert [promise for promise in PROMISES if promise in said] == []


# --- Gaps -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("skills", "said"),
    [
        (ENTRY, "6 of 6 expectations of Mid-level are still open"),
        (MID | {"docker": 0}, "3 of 3 expectations of Senior are still open"),
        (SENIOR, "Every expectation of Senior is met"),
    ],
)
def test_the_title_of_the_gaps(skills, said):
    assert wording.gaps_title(CATALOGUE, outlook(7.0, skills)) == said


def test_the_lead_of_the_gaps_has_the_numbers_of_the_verdict():
    found = outlook(5.0, ENTRY)
    assert wording.way(found) in wording.gaps_lead(CATALOGUE, found)
    assert wording.way(found) in wording.verdict(CATALOGUE, found)


def test_the_lead_of_the_gaps_once_all_is_reached():
    assert wording.gaps_lead(CATALOGUE, outlook(7.0, SENIOR)).endswith("Senior is there already.")


@pytest.mark.parametrize(
    ("expectation", "skills", "said"),
    [
        ("mid/cloud", {}, "Any one will do; nearest for you: Docker to Working"),
        ("mid/cloud", {"aws": 1}, "Any one will do; nearest for you: AWS from Learning to Working"),
        ("entry/version-control", {}, "Missing: Git & version control to Working"),
        ("entry/version-control", {"git": 2}, ""),
        ("mid/complexity", {"debugging": 2, "large-codebases": 2},
         "Missing: Debugging & troubleshooting from Working to Proficient"),
    ],
)  # fmt: skip
def test_what_exactly_is_missing(expectation, skills, said):
    gaps = find_gaps(CATALOGUE, assess(CATALOGUE, skills, frozenset()))
    gap = next(gap for gap in gaps if gap.expectation.id == expectation)
    assert wording.missing(CATALOGUE, gap) == said


@pytest.mark.parametrize(
    ("expectation", "skills", "shown"),
    [
        ("mid/cloud", {}, ["docker"]),
        ("mid/cloud", {"aws": 3}, ["aws"]),
        ("mid/ownership", {}, ["service-design", "module-ownership"]),
        ("mid/ownership", {"service-design": 2}, ["service-design", "module-ownership"]),
    ],
)
def test_the_skills_listed_under_an_expectation(expectation, skills, shown):
    gaps = find_gaps(CATALOGUE, assess(CATALOGUE, skills, frozenset()))
    gap = next(gap for gap in gaps if gap.expectation.id == expectation)
    assert [member.skill for member in wording.shown_members(gap)] == shown


def test_a_step_is_named_with_where_it_leads():
    assert wording.step_title(CATALOGUE, Step("skill", "docker", 0, 2, ZERO)) == "Docker to Working"
    exam = Step("certification", "ckad", 0, 1, Range(1, 2, 3))
    assert wording.step_title(CATALOGUE, exam) == "Certified Kubernetes Application Developer"
