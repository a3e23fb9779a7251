"""The sentences of the roadmap: singular and plural, months and days, and no promise anywhere."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner import change_wording, plan_wording, time_wording
from planner.documents import PlanRequest, work_out
from planner.domain.developer import Developer
from planner.domain.ranges import Range
from planner.domain.roadmap import Reach, Wishes
from planner.domain.roadmap.difference import Outline, compare, outline_of
from planner.domain.roadmap.progress import Progress
from tests.domain.people import ENTRY, MID
from tests.domain.strategies import CATALOGUE, developers, plan_cases
from tests.domain.test_plan_difference import outline

TODAY = date(2026, 11, 24)
REACH = Reach("mid", TODAY, (TODAY, TODAY), TODAY, TODAY, "years", 0)


def answer_of(developer, **request):
    return work_out(CATALOGUE, developer, PlanRequest(**request), TODAY)


def reach(skills, years):
    """Skills and years so many days from today."""
    days = [TODAY + timedelta(days=number) for number in (skills, years)]
    return replace(
        REACH, on=max(days), skills_on=days[0], years_on=days[1],
        binds="years" if years > skills else "skills", slack_days=abs(years - skills),
    )  # fmt: skip


# --- Verdict and dates ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("skills", "years", "said"),
    [
        (100, 310, "the years bind; your skills are ready 7 months before"),
        (0, 310, "the years bind; your skills are there already"),
        (310, 100, "the skills bind; your years come 7 months before"),
        (310, 0, "the skills bind; your years are there already"),
        (300, 310, "skills and years come together"),
        (10, 0, "the skills bind; your years are there already"),
        (100, 1200, "the years bind; your skills are ready 3 years before"),
    ],
)
def test_which_gate_binds_and_by_how_much(skills, years, said):
    assert plan_wording.binding(reach(skills, years), TODAY) == said


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2028, 3, 1), date(2028, 3, 31), "March 2028"),
        (date(2028, 3, 1), date(2028, 6, 1), "March to June 2028"),
        (date(2027, 11, 1), date(2028, 1, 1), "November 2027 to January 2028"),
    ],
)
def test_two_days_by_their_months(first, last, said):
    assert time_wording.between(first, last) == said


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2028, 3, 1), date(2028, 3, 31), "Mar 2028"),
        (date(2028, 3, 1), date(2028, 6, 1), "Mar – Jun 2028"),
        (date(2027, 11, 1), date(2028, 1, 1), "Nov 2027 – Jan 2028"),
    ],
)
def test_the_same_in_few_letters(first, last, said):
    assert time_wording.months(first, last) == said


@pytest.mark.parametrize(
    ("months", "said"),
    [(1, "1 month"), (36, "36 months"), (60, "5 years"), (61, "61 months"), (600, "50 years")],
)
def test_a_horizon(months, said):
    assert time_wording.span(months) == said


@pytest.mark.parametrize(
    ("number", "said"), [(1, "1 day"), (59, "59 days"), (61, "2 months"), (800, "2 years")]
)
def test_days_become_months(number, said):
    assert time_wording.days(number) == said


@pytest.mark.parametrize(("pace", "said"), [(1.0, "1 hour a week"), (6.5, "6.5 hours a week")])
def test_a_pace(pace, said):
    assert time_wording.pace_said(pace) == said


def test_a_pace_of_ones_own_is_named_and_counts():
    alice, slow = Developer(4, MID), Developer(4, MID, pace=1.25)
    assert time_wording.study_said(alice) == "6 hours a week"
    assert time_wording.study_said(slow) == "6 hours a week, taking 1.25 times the estimate"
    plan = answer_of(alice).plan
    assert plan_wording.study_note(slow, plan) != plan_wording.study_note(alice, plan)
    ten = plan_wording.study_note(Developer(4, MID, hours_per_week=10, pace=2), plan)
    five = plan_wording.study_note(Developer(4, MID, hours_per_week=5), plan)
    assert ten.split(" at ")[0] == five.split(" at ")[0]


# --- Progress -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("state", "days", "said"),
    [
        ("on_time", 0, "On time"),
        ("ahead", 1, "1 day ahead"),
        ("behind", 12, "12 days behind"),
        ("behind", 92, "3 months behind"),
        ("done", 0, "Done"),
        ("done", 20, "Done, 20 days before its end"),
    ],
)
def test_progress_in_words(state, days, said):
    assert plan_wording.progress_said(Progress(state, days, (), (), 0)) == said


# --- What changed ---------------------------------------------------------------------------------


def changes(before, after, **more):
    return change_wording.changes(CATALOGUE, compare(CATALOGUE, before, after), **more)


def test_a_reason_is_named():
    said = changes(outline("kubernetes@2"), outline("docker@1", "go@2", "kubernetes@2"))
    assert said[-1] == "New in the plan: Docker to Learning and Go to Working."
    assert (
        "Kubernetes moves from December 2026 to February 2027 because Docker comes first." in said
    )


def test_what_was_touched_comes_first():
    keys = ["go@2", "rust@2", "redis@2", "kafka@2", "nosql@2", "mongodb@2"]
    said = changes(outline(*keys), outline(*reversed(keys)), touched="mongodb")
    assert said[0].startswith("MongoDB moves from May 2027 to December 2026 because ")
    assert said[-1] == "2 more steps move for such reasons."


def test_a_change_of_pace_is_summed_up():
    keys = ["go@2", "rust@2", "redis@2"]
    assert changes(outline(*keys), outline(*keys, weeks=8)) == [
        "3 steps end later, by up to 3 months."
    ]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (
            date(2028, 6, 1), date(2028, 3, 1),
            "Mid-level comes 3 months sooner: March 2028 instead of June 2028.",
        ),
        (date(2028, 6, 1), date(2028, 6, 8), "Mid-level comes 7 days later."),
        (date(2028, 6, 1), None, "Mid-level is no longer reached within the horizon."),
        (None, date(2028, 6, 1), "Mid-level is reached now, by June 2028."),
    ],
)  # fmt: skip
def test_the_day_of_the_level(before, after, said):
    assert changes(outline(reaches=before), outline(reaches=after)) == [said]


def test_another_target():
    said = changes(outline(), outline(target="senior", reaches=date(2030, 1, 1)))
    assert said == ["The plan is for Senior now, by January 2030."]


def test_what_left_the_plan_and_why():
    said = changes(outline("go@2", "redis@2"), outline(), later=["redis"])
    assert said == [
        "Now beyond the horizon: Redis to Working.",
        "No longer in the plan: Go to Working.",
    ]


def test_another_worth():
    before = outline("go@2")
    after = replace(before, total_gain=Range(1000, 2000, 3000))
    assert changes(before, after) == [
        "The steps could be worth $1,000–$3,000 a year instead of $100–$300 a year."
    ]


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        ("up", "You moved Kubernetes up."),
        ("first", "You want Kubernetes first, with what it needs."),
        ("excluded", "Kubernetes is not for you."),
        ("normal", "The planner places Kubernetes again."),
        ("have", "Kubernetes is to be learnt again."),
    ],
)
def test_what_was_wished(wish, said):
    assert change_wording.wished(CATALOGUE, wish, "kubernetes@2", {}) == said


def test_settings_in_words():
    before = Developer(4, MID), PlanRequest()
    after = Developer(4, MID, hours_per_week=10), PlanRequest("earnings", 60)
    assert change_wording.set_anew(before, after) == [
        "10 hours a week instead of 6.",
        "The aim is now: most earned over the horizon.",
        "The horizon is 5 years instead of 36 months.",
    ]


# --- Proof and ties -------------------------------------------------------------------------------


def test_what_is_proved_is_said_and_no_more():
    said = {
        proof: plan_wording.proof(CATALOGUE, replace(plan, proof=proof))
        for plan in [answer_of(Developer(1, ENTRY)).plan]
        for proof in ("optimal", "soonest", "best_known", "by_hand")
    }
    assert "proved" in said["optimal"].lower()
    assert said["soonest"].endswith("The order is the best known.")
    assert said["best_known"] == "The order is the best known; it is not proved."
    assert said["by_hand"] == "This is your own order."


def test_an_own_order_has_no_ties():
    answer = answer_of(Developer(1, ENTRY))
    own = answer_of(Developer(1, ENTRY), wishes=Wishes(order=answer.plan.order))
    assert plan_wording.ties(CATALOGUE, answer.plan).startswith("As good to begin with: ")
    assert plan_wording.ties(CATALOGUE, own.plan) == ""


@pytest.mark.parametrize(
    ("wishes", "is_reason"),
    [
        (Wishes(first=frozenset({"ckad"})), True),
        (Wishes(later=frozenset({"negotiation"})), True),
        (Wishes(later=frozenset({"redis"})), False),
        (Wishes(first=frozenset({"gone"})), False),
    ],
)
def test_a_wish_explains_the_first_step(wishes, is_reason):
    answer = answer_of(Developer(4, MID), wishes=wishes)
    said = plan_wording.first_step(CATALOGUE, answer, wishes)
    assert said.startswith("The dashboard lists Negotiation")
    assert said.endswith("comes first because of your wishes.") == is_reason


# --- For everybody --------------------------------------------------------------------------------


@plan_cases
@given(developers(), st.sampled_from(["next_level", "earnings"]), st.integers(1, 600))
def test_everybody_gets_whole_sentences_without_a_promise(alice, objective, horizon):
    answer = answer_of(alice, objective=objective, horizon_months=horizon)
    said = [
        plan_wording.verdict(CATALOGUE, answer, TODAY),
        plan_wording.lead(CATALOGUE, answer),
        plan_wording.worth(CATALOGUE, answer),
        plan_wording.proof(CATALOGUE, answer.plan),
        plan_wording.ties(CATALOGUE, answer.plan),
        plan_wording.first_step(CATALOGUE, answer, Wishes()),
        *changes(Outline((), "mid", None, Range(0, 0, 0)), outline_of(answer.plan)),
    ]
    text = " ".join(filter(None, said))
    assert not [word for word in ("None", "$nan", "{", " ,", "..", "  ") if word in text]
    assert not [word for word in ("earns you", "will earn", "adds", "guarantee") if word in text]


@plan_cases
@given(developers(), st.sampled_from(["next_level", "earnings"]))
def test_the_best_is_claimed_only_where_it_is_proved(alice, objective):
    answer = answer_of(alice, objective=objective)
    said = plan_wording.first_step(CATALOGUE, answer, Wishes())
    if answer.plan.proof == "best_known":
        assert "earns most" not in said
        assert "comes soonest" not in said
