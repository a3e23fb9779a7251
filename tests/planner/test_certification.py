"""The page of one certification."""

from datetime import date

import pytest
from django.urls import reverse

from planner.queries.catalogue import current_catalogue
from tests.domain.people import MID
from tests.factories import CertificationClaimFactory
from tests.planner.test_dashboard import QUERIES, profile

pytestmark = pytest.mark.django_db


def page_of(client, certification):
    return client.get(reverse("planner:certification", args=[certification]))


@pytest.mark.parametrize("slug", ["no-such-paper", "docker"])
def test_an_unknown_certification_does_not_exist(as_alice, alice, slug):
    profile(alice)
    assert page_of(as_alice, slug).status_code == 404


def test_the_page_has_cost_validity_and_skills(as_alice, alice):
    profile(alice)
    page = page_of(as_alice, "ckad").text
    for said in ("$445", "24 months", "40–100 hours", "120 minutes", "Main skill", "Helm"):
        assert said in page


def test_what_it_could_be_worth(as_alice, alice):
    profile(alice)
    page = page_of(as_alice, "ckad").text
    assert "What Certified Kubernetes Application Developer could be worth" in page
    assert "I hold it" in page


def test_a_retired_one_is_said_to_be(as_alice, alice):
    profile(alice)
    page = page_of(as_alice, "az-204").text
    assert "Retired 2026-07-31" in page
    assert "It can no longer be earned, so nothing is claimed for it." in page
    assert "I hold it" not in page


def test_what_is_not_verified_is_said_plainly(as_alice, alice):
    profile(alice)
    page = page_of(as_alice, "az-900").text
    assert "Unverified: No current official page was found" in page
    assert "Not known" in page


@pytest.mark.parametrize(
    ("expires_on", "said"),
    [
        (None, "You hold it."),
        (date(2100, 1, 1), "valid to 1 January 2100"),
        (date(2026, 1, 20), "expired on 20 January 2026, so it counts nothing"),
    ],
)
def test_ones_own_certificate(as_alice, alice, expires_on, said):
    CertificationClaimFactory(profile=profile(alice, skills=MID), expires_on=expires_on)
    assert said in " ".join(page_of(as_alice, "ckad").text.split())


def test_every_certification_has_a_page(as_alice, alice):
    profile(alice)
    for certification in current_catalogue().certifications:
        assert page_of(as_alice, certification).status_code == 200, certification


def test_the_number_of_queries(as_alice, alice, django_assert_num_queries):
    profile(alice, skills=dict.fromkeys(current_catalogue().skills, 2))
    with django_assert_num_queries(QUERIES):
        page_of(as_alice, "ckad")
