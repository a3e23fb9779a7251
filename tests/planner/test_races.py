"""Many browsers at once, each with a connection of its own: nothing lost, nothing doubled, no 500.

SQLite lets one write after the other, so that much of this can only go wrong on PostgreSQL.
"""

from collections import Counter
from datetime import date
from itertools import cycle, islice

import pytest
from django.core import signing
from django.test import Client
from django.utils import timezone

from planner import actions
from planner.models import CertificationClaim, Event, JobAd, Profile, SkillClaim
from planner.models.job_ads import MAX_JOB_ADS
from planner.queries.catalogue import current_catalogue
from planner.views import importing
from tests.factories import ProfileFactory, UserFactory
from tests.htmx import HTMX
from tests.races import at_once, needs_row_locks

BROWSERS = 16
CERTIFICATE = {"certification": "cka", "earned_on": "2026-01-01"}
ADD, EDIT, REMOVE = (f"/certifications/{page}/" for page in ("add", "cka/edit", "cka/remove"))

pytestmark = needs_row_locks


@pytest.fixture
def alice(real_transactions, settings):
    """Alice has an account and no profile yet."""
    # The watch for repeated queries takes the second try of get_or_create for one.
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if "zeal" not in name]
    return UserFactory(name="Alice")


def statuses(person, requests):
    """How often each status came back. A request: path and data, or path alone to look."""
    cookies = Client()
    cookies.force_login(person)

    def job(path, data=None):
        browser = Client(raise_request_exception=False)
        browser.cookies = cookies.cookies
        return lambda: browser.get(path) if data is None else browser.post(path, data, headers=HTMX)

    answers = at_once(*(job(*request) for request in requests))
    return Counter(answer.status_code for answer in answers)


def test_the_first_profile_is_made_once(alice):
    assert statuses(alice, [("/gaps/",)] * BROWSERS) == {200: BROWSERS}
    assert Profile.objects.filter(user=alice).count() == 1


def test_of_those_who_save_one_skill_one_succeeds_and_the_others_are_told(alice):
    path = "/skills/python/proficiency/"
    levels = islice(cycle("01234"), BROWSERS)
    found = statuses(alice, [(path, {"proficiency": n, "was": "unassessed"}) for n in levels])
    assert SkillClaim.objects.count() == 1
    assert set(found) == {200, 409}
    assert found[200] <= 4  # those who want the same


def test_no_skill_is_lost_when_many_are_saved(alice):
    skills = list(current_catalogue().skills)[:BROWSERS]
    wanted = {"proficiency": "2", "was": "unassessed"}
    found = statuses(alice, [(f"/skills/{skill}/proficiency/", wanted) for skill in skills])
    assert found == {200: BROWSERS}
    assert set(SkillClaim.objects.values_list("skill_id", flat=True)) == set(skills)


def test_a_certificate_is_claimed_once(alice):
    found = statuses(alice, [(ADD, CERTIFICATE)] * BROWSERS)
    assert found == {302: 1, 422: BROWSERS - 1}
    assert CertificationClaim.objects.count() == 1


def test_a_certificate_may_be_removed_while_it_is_edited(alice):
    ProfileFactory(user=alice, certifications=["cka"])
    requests = [(EDIT, CERTIFICATE), (REMOVE, {})] * (BROWSERS // 2)
    assert set(statuses(alice, requests)) <= {302, 404}
    assert not CertificationClaim.objects.exists()


def test_hours_sent_many_times_are_logged_once_and_no_day_overflows(alice):
    profile = ProfileFactory(user=alice, onboarded_at=timezone.now())
    hours = {"item": "docker", "hours": "3", "on": "2026-01-05"}
    twice = hours | {"key": "6f1c0f5e-3f0e-4a36-9d0c-0f5b8f7a5a11"}
    assert statuses(alice, [("/log/add/", twice)] * 6) == {200: 6}
    assert statuses(alice, [("/log/add/", hours)] * 9) == {200: 7, 422: 2}
    assert sum(session.hours for session in profile.study_sessions.all()) == 24


def test_a_sample_may_be_cleared_while_it_is_used(alice):
    """Every write takes the profile first: two that wait for each other would be a 500."""
    profile = ProfileFactory(user=alice, onboarded_at=timezone.now())
    actions.fill_sample(profile=profile, today=date(2026, 11, 1))
    uses = [
        ("/profile/clear-sample/", {}),
        ("/start/sample/", {}),
        ("/skills/docker/proficiency/", {"proficiency": "4", "was": "2"}),
        ("/roadmap/keep/", {}),
        ("/roadmap/steps/", {"step": "docker@3", "wish": "first"}),
        ("/roadmap/", {"hours_per_week": 9, "objective": "earnings", "horizon_months": 36}),
        (ADD, CERTIFICATE),
        ("/profile/", {"years": "3", "hours_per_week": "6"}),
    ]
    found = statuses(alice, uses * (BROWSERS // len(uses)))
    assert max(found) < 500


def test_what_was_read_is_added_once(alice):
    profile = ProfileFactory(user=alice, onboarded_at=timezone.now())
    carried = [[["", "Skills: Kafka, Python"]], False, {}]
    data = {"text": signing.dumps(carried, salt=importing._salt(alice)), "level-kafka": "3"}
    assert statuses(alice, [("/read/add/", data)] * BROWSERS) == {302: BROWSERS}
    assert [event.now for event in Event.objects.of_files(profile)] == [3]


def test_two_levels_for_one_skill_at_once_are_not_both_taken(alice):
    profile = ProfileFactory(user=alice, onboarded_at=timezone.now())
    carried = [[["", "Skills: Kafka, Python"]], False, {}]
    data = {"text": signing.dumps(carried, salt=importing._salt(alice))}
    requests = [("/read/add/", data | {"level-kafka": str(level)}) for level in (1, 2, 3, 4)]
    assert statuses(alice, requests) == {302: 1, 409: 3}
    assert Event.objects.of_files(profile).count() == 1


def test_a_job_ad_sent_many_times_is_kept_once(alice):
    profile = ProfileFactory(user=alice, onboarded_at=timezone.now())
    data = {"text": "Requirements: Kafka", "title": "Developer", "keep": "1"}
    assert statuses(alice, [("/jobs/new/", data)] * BROWSERS) == {302: 1, 422: BROWSERS - 1}
    assert profile.job_ads.count() == 1


def test_no_more_job_ads_are_kept_at_once_than_fit(alice):
    profile = ProfileFactory(user=alice, onboarded_at=timezone.now())
    for n in range(MAX_JOB_ADS - 2):
        JobAd.objects.create(profile=profile, title="Developer", text=f"{n} Kafka")
    data = {"title": "Developer", "keep": "1"}
    requests = [
        ("/jobs/new/", data | {"text": f"Requirements: Kafka {n}"}) for n in range(BROWSERS)
    ]
    assert statuses(alice, requests) == {302: 2, 422: BROWSERS - 2}
    assert profile.job_ads.count() == MAX_JOB_ADS
