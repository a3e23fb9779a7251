"""The edges of what may be said, and what must never be said to anybody else."""

import logging
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from planner.models import PlaceEntry, Profile
from planner.queries.catalogue import current_catalogue
from tests.factories import CertificationClaimFactory, ProfileFactory
from tests.htmx import HTMX

pytestmark = pytest.mark.django_db
PAGES = (
    "/dashboard/", "/gaps/", "/estimate/", "/skills/", "/skills/docker/", "/certifications/",
    "/certifications/ckad/", "/profile/", "/start/about/", "/start/certifications/",
)  # fmt: skip
PAYLOAD = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>{{7*7}}"
PAY = 91_234
SHOWN_PAY = ("91234", "91,234", "91.2")


def opened(client):
    """Every page that has to stand the profile."""
    return {path: client.get(path).status_code for path in PAGES}


def fine():
    return dict.fromkeys(PAGES, 200)


def texts_of(client):
    return [client.get(path).text for path in PAGES]


@pytest.mark.parametrize("years", ["0", "2", "2.5", "3", "5", "5.5", "6", "60"])
def test_years_on_and_between_the_edges(as_alice, years):
    data = {"years": years, "hours_per_week": "6"}
    assert as_alice.post("/profile/", data).status_code == 302
    as_alice.post("/start/skip/")
    assert opened(as_alice) == fine()


@pytest.mark.parametrize("since", [date(1950, 1, 1), date(2024, 2, 29), timezone.localdate()])
def test_days_on_the_edges(as_alice, since):
    data = {"started_on": since.isoformat(), "hours_per_week": "6"}
    assert as_alice.post("/profile/", data).status_code == 302
    as_alice.post("/start/skip/")
    assert opened(as_alice) == fine()


def test_a_certificate_of_a_leap_day_ends_on_a_day_that_exists(as_alice, alice):
    as_alice.post("/certifications/add/", {"certification": "cka", "earned_on": "2024-02-29"})
    claim = alice.profile.certification_claims.get()
    validity = current_catalogue().certifications["cka"].validity_months
    assert claim.expires_on == date(2024 + validity // 12, 2, 28)


@pytest.mark.parametrize(("days", "count"), [(0, "1 certificate counts"), (-1, "1 expired")])
def test_the_last_day_of_a_certificate_still_counts(as_alice, alice, days, count):
    profile = ProfileFactory(user=alice, onboarded_at=timezone.now())
    expires_on = timezone.localdate() + timedelta(days=days)
    CertificationClaimFactory(profile=profile, expires_on=expires_on)
    assert count in as_alice.get("/certifications/").text
    assert opened(as_alice) == fine()


def test_every_retired_certification_may_be_held(as_alice, alice):
    retired = [c.id for c in current_catalogue().certifications.values() if c.is_retired]
    ProfileFactory(user=alice, onboarded_at=timezone.now(), certifications=retired)
    assert retired
    assert opened(as_alice) == fine()
    for id_ in retired:
        assert as_alice.get(reverse("planner:certification", args=[id_])).status_code == 200


@pytest.mark.parametrize("where", ["Alaska", "Puerto Rico"])
def test_places_far_away(as_alice, alice, where):
    place = PlaceEntry.objects.order_by("pk").filter(name__contains=where).first()
    ProfileFactory(user=alice, onboarded_at=timezone.now(), place=place, is_remote=True)
    assert place is not None
    assert opened(as_alice) == fine()


def test_markup_in_a_name_stays_text(as_alice, alice):
    alice.name = PAYLOAD
    alice.save()
    ProfileFactory(user=alice, onboarded_at=timezone.now())
    for text in texts_of(as_alice):
        assert "<script>alert" not in text
        assert "<img src=x" not in text
        assert "49}" not in text


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
@pytest.mark.parametrize("path", ["/skills/", "/start/skills/"])
def test_markup_in_a_search_stays_text(as_alice, path, headers):
    text = as_alice.get(path, {"q": PAYLOAD[:60]}, headers=headers).text
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert" in text


@pytest.mark.parametrize("target", ["next-skills", "gap-table", "skill-list", "%ED%A0%80", ""])
def test_a_forged_target_of_htmx_gets_no_more_than_a_page(as_alice, alice, target):
    ProfileFactory(user=alice, onboarded_at=timezone.now())
    forged = {
        **HTMX, "HX-Target": target, "HX-Redirect": "//evil.example",
        "HX-Current-URL": "javascript:alert(1)",
    }  # fmt: skip
    for path in PAGES:
        response = as_alice.get(path, headers=forged)
        assert response.status_code == 200
        assert not {"Location", "HX-Redirect", "HX-Location"} & set(response.headers)
        assert "evil.example" not in response.text


@pytest.mark.parametrize("back", ["//evil.example", "\\\\evil.example", "/\\evil", "javascript:x"])
def test_the_way_back_from_a_skill_stays_here(as_alice, back):
    data = {"proficiency": "2", "was": "unassessed", "next": back}
    assert as_alice.post("/skills/python/proficiency/", data).url == "/skills/#skill-python"


def test_forms_need_their_token(alice):
    careful = Client(enforce_csrf_checks=True)
    careful.force_login(alice)
    for name in ("certification_add", "clear_sample", "profile", "start_about", "start_sample"):
        assert careful.post(reverse(f"planner:{name}")).status_code == 403
    assert not Profile.objects.exists()


def test_pay_is_on_no_page_of_somebody_else(as_alice, bob):
    ProfileFactory(user=bob, onboarded_at=timezone.now(), current_pay=PAY)
    as_alice.post("/start/sample/")
    for text in texts_of(as_alice):
        assert not any(pay in text for pay in SHOWN_PAY)


def test_pay_is_neither_in_a_title_nor_where_it_is_not_needed(as_alice, alice):
    ProfileFactory(user=alice, onboarded_at=timezone.now(), current_pay=PAY)
    for path, text in zip(PAGES, texts_of(as_alice), strict=True):
        title = text.partition("<title>")[2].partition("</title>")[0]
        assert not any(pay in title for pay in SHOWN_PAY), path
    for path in ("/gaps/", "/skills/", "/certifications/", "/start/about/"):
        assert not any(pay in as_alice.get(path).text for pay in SHOWN_PAY), path


@pytest.mark.parametrize("years", ["4", "-1"])
def test_pay_is_in_no_line_of_the_log(as_alice, caplog, monkeypatch, years):
    monkeypatch.setattr(logging.getLogger("django"), "propagate", True)
    caplog.set_level(logging.INFO)
    as_alice.post("/profile/", {"current_pay": PAY, "years": years, "hours_per_week": "6"})
    as_alice.post(f"/no-such-page/?years={years}", {"current_pay": PAY})
    lines = [record.getMessage() for record in caplog.records]
    assert lines
    assert not any(pay in line for line in lines for pay in SHOWN_PAY)


def test_no_address_writes_a_line_of_its_own_into_the_log(as_alice, caplog, monkeypatch):
    monkeypatch.setattr(logging.getLogger("django"), "propagate", True)
    as_alice.get("/no-such/%0d%0aERROR%20forged%1b%5b2J/")
    lines = [record.getMessage() for record in caplog.records if "no-such" in record.getMessage()]
    assert lines
    assert not any(char in "".join(lines) for char in "\r\n\x1b")
