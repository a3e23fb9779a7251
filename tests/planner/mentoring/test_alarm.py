"""What share of made-up cohorts the page flags, from the rows to the verdict.

Twenty cohorts of a hundred healthy people came to 12 % (5 to 18 %), where the plan's steps last for
weeks and only a changed profile or a sign-in tells of somebody; 64 % were quiet for more than seven
days. Had each day of study left a sign, it would be 1.5 %.
"""

from random import Random

import pytest
from django.utils import timezone

from planner.domain.mentoring.at_risk import ALARM_BUDGET, silent_days
from planner.queries.attention import load_attention
from tests.planner.mentoring.made_up import join, plans

pytestmark = pytest.mark.django_db
SIZE, SEED = 40, 11


@pytest.fixture
def view_of(cohort, mira):
    """The page's values for a cohort in which everybody is like `person(chance)` says."""
    kept = plans(timezone.localdate())

    def view(*people):
        chance = Random(SEED)
        for person in people:
            join(cohort, kept, chance, **person(chance))
        return load_attention(cohort, mira, timezone.now())

    return view


def healthy(chance):
    return {"pace": chance.gauss(1.05, 0.12)}


def new(chance):
    return {"pace": 0.0, "joined": chance.randrange(14)}


def vanished(chance):
    return {"pace": 0.4, "stopped": chance.randint(29, 60)}


def paused(chance):
    return vanished(chance) | {"paused": True}


def stuck(chance):
    return {"pace": 0.1, "blocked": True}


def test_of_a_healthy_cohort_few_are_flagged(view_of):
    view = view_of(*[healthy] * SIZE)
    quiet = [one for one in view.judged if silent_days(one.situation.facts, view.today) > 7]
    assert view.share <= ALARM_BUDGET
    assert len(quiet) > 2 * view.flagged


@pytest.mark.parametrize("kind", [new, paused])
def test_of_the_new_and_the_paused_nobody_is(view_of, kind):
    assert view_of(*[kind] * SIZE).share == 0


def test_of_those_who_vanished_everybody_is_found(view_of):
    view = view_of(*[vanished] * SIZE)
    assert view.share == 1
    assert view.is_too_wide


def test_those_who_cannot_go_on_are_found_although_they_write(view_of):
    """Flagged once they are behind; before that they are on the page all the same."""
    view = view_of(*[stuck] * SIZE)
    assert len(view.of("struggling")) > 0.2 * SIZE
    assert view.flagged + len(view.asking) == SIZE


def test_a_cohort_as_they_are_stays_within_the_budget(view_of):
    view = view_of(*[healthy] * 34, *[vanished] * 3, *[paused] * 2, *[new] * 4, *[stuck] * 2)
    assert view.flagged >= 3
    assert view.share <= ALARM_BUDGET
