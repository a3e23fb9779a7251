"""Evidence, asking for review and answering it, in a real browser."""

import re

import pytest
from playwright.sync_api import expect

from planner.models import Evidence, MentorRating, Snippet
from tests.factories import (
    CohortFactory,
    EvidenceFactory,
    MentorFactory,
    ReviewRequestFactory,
    member_of,
)


@pytest.fixture
def mira(site):
    return MentorFactory(email="mira@example.com", name="Mira Berg")


@pytest.fixture
def review(alice, mira):
    """Alice asks Mira to review her Python, with one piece of evidence."""
    member_of(CohortFactory(lead=mira, name="Autumn"), alice, mira)
    review = ReviewRequestFactory(profile=alice.profile, words="See the tests.")
    review.evidence.add(EvidenceFactory(profile=alice.profile, skills=["python"]))
    return review


def test_the_pages_around_reviews(audit, sign_in, alice, mira, review):
    sign_in(alice)
    audit.visit("/evidence/", "/evidence/new/", "/skills/rest/review/", "/my-reviews/")
    sign_in(mira)
    here = f"/reviews/{review.pk}/"
    audit.visit("/reviews/", here, f"{here}?blind=on", f"/reviews/confirm/?review={review.pk}")
    audit.visit("/snippets/", "/snippets/new/", f"/mentees/{alice.profile.pk}/notes/")
    assert audit.report() == ""


def test_skills_are_found_while_typing_and_nothing_is_lost(page_of_alice, site, alice):
    page = page_of_alice
    page.goto(f"{site}/evidence/new/")
    page.get_by_label("Title").fill("A compose file")
    page.get_by_label("Link").fill("git.example.com/compose")
    page.get_by_label("Python").check()
    page.get_by_label("Find a skill").press_sequentially("k8s")
    page.get_by_label("Kubernetes").check()
    expect(page.get_by_label("Python")).to_be_checked()
    page.get_by_role("button", name="Add evidence").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("1 piece of evidence for your skills")
    skills = Evidence.objects.get().skills.values_list("pk", flat=True)
    assert sorted(skills) == ["kubernetes", "python"]


def test_rated_blind_then_answered_with_kept_words(page, site, sign_in, mira, review):
    Snippet.objects.create(mentor=mira, skill_id="python", title="Tests", text="Show the tests.")
    sign_in(mira)
    page.goto(f"{site}/reviews/")
    page.get_by_label("Hide the claimed levels").check()
    link = page.get_by_role("link", name="Alice: Python")
    expect(link).to_have_attribute("href", re.compile("blind"))
    link.click()
    page.get_by_label("Learning").check()
    page.get_by_role("button", name="Rate, then show the claim").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Alice claims Working in Python")
    page.get_by_label("Ask for more").check()
    page.get_by_label("Words to the mentee").fill("Nearly.")
    page.get_by_role("button", name="Insert").click()
    expect(page.get_by_label("Words to the mentee")).to_have_value("Nearly.\n\nShow the tests.")
    expect(page.get_by_label("Ask for more")).to_be_checked()
    page.get_by_role("button", name="Send the answer").click()
    expect(page.get_by_text("Asked for more. They are told.")).to_be_visible()
    assert not MentorRating.objects.get().saw_claim
