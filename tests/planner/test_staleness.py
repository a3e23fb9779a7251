"""Claims that nothing has spoken for in a long time: shown, never lowered, right again at once."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import Scope
from planner.models import Event, MentorRating, SkillClaim, StudySession
from planner.queries.catalogue import current_catalogue
from planner.queries.staleness import load_stale
from tests.factories import CohortFactory, EvidenceFactory, MentorFactory, ProfileFactory, member_of
from tests.htmx import HTMX, element

pytestmark = pytest.mark.django_db
LONG = timedelta(days=3000)


@pytest.fixture
def profile(alice):
    """Alice said long ago what she can do in Docker, and today what she can do in Python."""
    profile = ProfileFactory(user=alice, skills={"docker": 2, "python": 3})
    profile.skill_claims.filter(skill="docker").update(updated_at=timezone.now() - LONG)
    return profile


def stale(profile, *scopes):
    today, scopes = timezone.localdate(), scopes or tuple(Scope)
    return set(load_stale(profile, current_catalogue(), today, scopes))


def press(browser, **headers):
    data = {"proficiency": "2", "was": "2", "next": "/skills/?area=stale"}
    return browser.post("/skills/docker/proficiency/", data, headers=headers)


def test_what_nothing_has_spoken_for_is_stale(profile):
    assert stale(profile) == {"docker"}


@pytest.mark.parametrize("sign", ["rating", "evidence", "study"])
def test_any_sign_keeps_it_fresh(profile, sign):
    if sign == "rating":
        MentorRating.objects.create(profile=profile, skill_id="docker", proficiency=2, saw_claim=1)
    elif sign == "evidence":
        EvidenceFactory(profile=profile, skills=["docker", "python"])
    else:
        StudySession.objects.create(
            profile=profile, item="docker", on=timezone.localdate(), hours=1
        )
    assert stale(profile) == set()


def test_a_rating_below_study_to_come_and_what_others_did_are_no_signs(profile):
    other, today = ProfileFactory(), timezone.localdate()
    MentorRating.objects.create(profile=profile, skill_id="docker", proficiency=1, saw_claim=True)
    MentorRating.objects.create(profile=other, skill_id="docker", proficiency=3, saw_claim=True)
    EvidenceFactory(profile=other, skills=["docker"])
    EvidenceFactory(profile=profile, skills=["python"])
    StudySession.objects.create(profile=other, item="docker", on=today, hours=1)
    StudySession.objects.create(
        profile=profile, item="docker", on=today + timedelta(days=1), hours=1
    )
    assert stale(profile) == {"docker"}


@pytest.mark.parametrize(
    "path", ["/skills/?area=assessed", "/skills/?area=stale", "/skills/docker/"]
)
def test_it_is_shown_with_since_when_and_why(as_alice, profile, path):
    text = as_alice.get(path).text
    assert "Stale since " in text
    assert ", nothing since" in text
    assert "Still right" in text


def test_what_is_fresh_is_not_listed_as_stale(as_alice, profile):
    text = as_alice.get("/skills/?area=stale").text
    assert 'id="skill-docker"' in text
    assert 'id="skill-python"' not in text
    profile.skill_claims.update(updated_at=timezone.now())
    assert "Nothing is stale." in as_alice.get("/skills/?area=stale").text
    assert "Stale since" not in as_alice.get("/skills/docker/").text


def test_looking_lowers_nothing(as_alice, profile):
    as_alice.get("/skills/docker/")
    assert set(SkillClaim.objects.values_list("skill", "proficiency")) == {
        ("docker", 2), ("python", 3),
    }  # fmt: skip


def test_one_click_makes_it_right_again_and_is_an_event(as_alice, profile):
    assert press(as_alice).url == "/skills/?area=stale#skill-docker"
    assert stale(profile) == set()
    event = Event.objects.get()
    assert (event.kind, event.key, event.was, event.now) == ("skill", "docker", 2, 2)
    assert event.by_id == profile.user_id
    assert "still Working" in as_alice.get("/history/").text


def test_the_answer_is_the_row_without_the_mark(as_alice, profile):
    before = element(as_alice.get("/skills/?area=stale"), "skill-docker")
    after = element(press(as_alice, **HTMX), "skill-docker")
    assert "Stale" in before
    assert "Stale" not in after


def test_what_another_tab_changed_meanwhile_is_not_confirmed(as_alice, profile):
    profile.skill_claims.filter(skill="docker").update(proficiency=1)
    assert press(as_alice, **HTMX).status_code == 409
    assert stale(profile) == {"docker"}
    assert not Event.objects.exists()


def test_a_mentor_is_told_by_what_is_shown_to_them_alone(client, profile, alice):
    mira = MentorFactory(name="Mira")
    member_of(CohortFactory(lead=mira), alice, mira, scopes=[Scope.SKILLS])
    StudySession.objects.create(profile=profile, item="docker", on=timezone.localdate(), hours=1)
    client.force_login(mira)
    text = client.get(f"/mentees/{profile.pk}/").text
    assert "of what you see, last stated on" in text
    assert "Still right" not in text
    assert [stale(profile, *s) for s in ([Scope.SKILLS], [Scope.PLAN])] == [{"docker"}, set()]


def test_evidence_counts_for_who_is_shown_evidence(profile):
    EvidenceFactory(profile=profile, skills=["docker"])
    assert stale(profile, Scope.SKILLS, Scope.PLAN) == {"docker"}
    assert stale(profile, Scope.SKILLS, Scope.EVIDENCE) == set()


@pytest.mark.parametrize("number", [1, 40])
def test_it_takes_one_query(alice, django_assert_num_queries, number):
    skills = list(current_catalogue().skills)[:number]
    profile = ProfileFactory(user=alice, skills=dict.fromkeys(skills, 2))
    profile.skill_claims.update(updated_at=timezone.now() - LONG)
    catalogue, today = current_catalogue(), timezone.localdate()
    with django_assert_num_queries(1):
        assert set(load_stale(profile, catalogue, today)) == set(skills)
