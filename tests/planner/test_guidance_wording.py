"""What is said of a mentee and of what mentors set."""

from datetime import UTC, date, datetime

import pytest

from planner import guidance_wording
from planner.domain.developer import Developer
from planner.domain.mentoring.assignments import Assigned
from planner.domain.mentoring.ratings import MentorRating, SelfRating, pair_ratings
from planner.domain.outlook import look_ahead
from planner.domain.roadmap.progress import Progress
from planner.queries.catalogue import current_catalogue
from tests.domain.people import ENTRY

TODAY = date(2026, 11, 24)
SOFT = {"agile": 0, "learning": 0, "communication": 0}
AT = datetime(2026, 11, 24, tzinfo=UTC)


@pytest.mark.parametrize(
    ("state", "days", "verdict"),
    [
        ("done", 0, "Alice has done every step of the plan"),
        ("ahead", 12, "Alice is 12 days ahead of the plan"),
        ("behind", 1, "Alice is 1 day behind the plan"),
        ("behind", 90, "Alice is 3 months behind the plan"),
        ("on_time", 0, "Alice is on time with the plan"),
    ],
)
def test_how_a_plan_goes(state, days, verdict):
    assert guidance_wording.plan_verdict("Alice", Progress(state, days, (), (), 0)) == verdict


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (None, "Set by Mira"),
        (TODAY, "Set by Mira, due 24 November"),
        (date(2027, 1, 12), "Set by Mira, due 12 January 2027"),
        (date(2026, 11, 23), "Set by Mira, was due on 23 November"),
    ],
)
def test_who_set_a_step_and_until_when(day, said):
    assert guidance_wording.set_by("Mira", day, TODAY) == said


@pytest.mark.parametrize(
    ("others", "verdict"),
    [
        ((), "No skill is rated by both sides yet"),
        ((2,), "Both sides agree on 1 rating"),
        ((2, 2), "Both sides agree on 2 ratings"),
        ((2, 3), "1 of 2 ratings differs"),
        ((1, 3), "2 of 2 ratings differ"),
    ],
)
def test_what_ratings_come_to(others, verdict):
    own = [SelfRating(1, "git", 2, AT)]
    said = [MentorRating(1, "git", mentor, level, AT) for mentor, level in enumerate(others)]
    assert guidance_wording.ratings_verdict(pair_ratings(own, said)) == verdict


@pytest.mark.parametrize(
    ("waiting", "overdue", "verdict"),
    [
        (0, 0, "No step and no goal waits for you"),
        (1, 1, "1 thing from your mentors waits for you, 1 overdue"),
        (2, 0, "2 things from your mentors wait for you"),
    ],
)
def test_what_waits_for_a_mentee(waiting, overdue, verdict):
    assert guidance_wording.guidance_verdict(waiting, overdue) == verdict


@pytest.mark.django_db
def test_a_step_is_named_by_its_end_or_its_certification():
    catalogue = current_catalogue()
    docker, ckad = Assigned(1, "docker", 2), Assigned(2, "ckad", None)
    assert guidance_wording.task_title(catalogue, docker) == "Docker to Working"
    assert guidance_wording.task_title(catalogue, ckad) == (
        "Certified Kubernetes Application Developer"
    )


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("skills", "said"),
    [
        (ENTRY, ""),
        (ENTRY | SOFT | {"git": 0}, "That is about 10 hours of study."),
        (ENTRY | SOFT, ""),  # ready by weight
    ],
)
def test_the_way_is_said_in_hours(skills, said):
    developer = Developer(years=1, skills=skills, target="entry")
    assert guidance_wording.way(look_ahead(current_catalogue(), developer)) == said
