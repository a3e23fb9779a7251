"""What somebody shows by a link, for whoever has it."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from accounts.models import Erasure, User
from accounts.tokens import digest_of
from planner import access, actions
from planner.models import MentorRating, Part, ReviewDecision, ReviewRequest, ShareLink, SkillClaim
from planner.queries.plans import load_plan
from tests.factories import (
    EvidenceFactory,
    MentorFactory,
    ProfileFactory,
    ReviewRequestFactory,
    SkillClaimFactory,
)

pytestmark = pytest.mark.django_db
TOKEN = "share_a-token"
PAGE = f"/shared/{TOKEN}/"
SKILLS = {"python": 3, "git": 2, "kafka": 0}
# Where each part is to be seen.
SIGN_OF = {
    Part.NAME: "Alice Moreau",
    Part.LEVEL: "Entry-level",
    Part.SKILLS: 'id="shared-skills"',
    Part.CERTIFICATES: 'id="shared-certificates"',
    Part.PLAN: 'id="shared-plan"',
    Part.EVIDENCE: "A service with tests",
}
NEVER = (
    "$", "91,234", "91234", "Austin", "Software Publishers", "alice@example.com", "Mira",
    "https://git.example.com", "the-text-of-it", "private",
)  # fmt: skip


@pytest.fixture
def profile(alice):
    """Alice Moreau with something in each part, pay, a place and an industry."""
    User.objects.filter(pk=alice.pk).update(name="Alice Moreau")
    profile = ProfileFactory(
        user=alice, years_stated=1, years_stated_on=timezone.localdate(), current_pay=91_234,
        place_id="0012420", industry_id="513200", skills=SKILLS, certifications=["ckad"],
    )  # fmt: skip
    EvidenceFactory(profile=profile, text="the-text-of-it", skills=["python"])
    keep_plan(profile)
    return profile


def keep_plan(profile):
    view = load_plan(access.profile_for_reading(profile.user), timezone.localdate())
    actions.keep_plan(
        profile=profile, catalogue=view.catalogue, inputs=view.inputs, result=view.document
    )


def share(profile, *parts, token=TOKEN, **fields):
    now = timezone.now()
    fields = {"created_at": now, "expires_at": now + timedelta(days=30)} | fields
    words = [part.value for part in parts or Part]
    return ShareLink.objects.create(
        profile=profile, label="Acme", digest=digest_of(token), parts=words, **fields
    )


def page_of(profile, *parts):
    share(profile, *parts)
    return Client().get(PAGE)


def rate(profile, skill, proficiency, *, by_review=True):
    """What Mira says of a skill, as the answer to a review or by herself."""
    mira = User.objects.filter(name="Mira").first() or MentorFactory(name="Mira")
    decision = None
    if by_review:
        request = ReviewRequestFactory(
            profile=profile, skill_id=skill, closed_at=timezone.now(),
            closed_as=ReviewRequest.ClosedAs.ANSWERED,
        )  # fmt: skip
        decision = ReviewDecision.objects.create(
            request=request, mentor=mira, kind="confirm", proficiency=proficiency, words="private"
        )
    MentorRating.objects.create(
        profile=profile, skill_id=skill, mentor=mira, proficiency=proficiency, saw_claim=True,
        decision=decision,
    )  # fmt: skip


# --- What is on it --------------------------------------------------------------------------------


@pytest.mark.parametrize("part", Part)
def test_it_shows_what_was_chosen_and_nothing_else(profile, part):
    text = page_of(profile, part).text
    assert {other for other in Part if SIGN_OF[other] in text} == {part}


def test_it_never_shows_pay_places_addresses_texts_or_mentors(profile):
    rate(profile, "python", 3)
    text = page_of(profile).text
    assert all(sign in text for sign in SIGN_OF.values())
    assert [word for word in NEVER if word in text] == []


def test_pay_and_what_leads_to_it_is_not_even_loaded(profile):
    shared = access.profile_to_share(profile.pk)
    assert shared.get_deferred_fields() == {
        "current_pay", "place_id", "is_remote", "industry_id",
    }  # fmt: skip


def test_skills_that_a_review_confirmed_are_marked(profile):
    rate(profile, "python", 3)
    rate(profile, "git", 2, by_review=False)
    text = page_of(profile, Part.SKILLS).text
    assert "2 skills, 1 of them confirmed by a mentor." in text
    rows = re.findall(r'<th scope="row">(.*?)</th>', text, re.S)
    assert [row.split(" <")[0] for row in rows if "Confirmed" in row] == ["Python"]


def test_a_claim_above_what_was_confirmed_is_not_marked(profile):
    rate(profile, "python", 3)
    SkillClaim.objects.filter(profile=profile, skill="python").update(proficiency=4)
    text = page_of(profile, Part.SKILLS).text
    assert "2 skills." in text
    assert "Confirmed" not in text


def test_skills_that_somebody_has_not_are_left_out(profile):
    assert "Kafka" not in page_of(profile, Part.SKILLS).text


def test_it_is_as_it_is_now(profile):
    share(profile, Part.SKILLS)
    assert "Redis" not in Client().get(PAGE).text
    SkillClaimFactory(profile=profile, skill_id="redis")
    assert "Redis" in Client().get(PAGE).text


def test_an_account_without_a_name_has_none_here(profile):
    User.objects.update(name="")
    text = page_of(profile).text
    assert "<h1>A back-end developer:" in " ".join(text.split()).replace("<h1> ", "<h1>")
    assert "Person" not in text


def test_what_is_typed_is_text(profile):
    EvidenceFactory(profile=profile, title="<script>alert(1)</script>")
    assert "<script>alert" not in page_of(profile).text


def test_somebody_new_can_show_that_too(alice):
    text = page_of(ProfileFactory(user=alice)).text
    for said in ("No skill is assessed", "No certificate.", "No plan at", "No evidence yet."):
        assert said in text


def test_the_day_is_that_of_its_owner(profile):
    User.objects.update(time_zone="Pacific/Auckland")
    with time_machine.travel("2026-12-24T11:30:00Z", tick=False):
        assert "As of 25 December 2026" in page_of(profile, Part.SKILLS).text


# --- Who gets it ----------------------------------------------------------------------------------


def end(profile, how):
    link, now = ShareLink.objects.filter(profile=profile), timezone.now()
    if how == "expired":
        link.update(created_at=now - timedelta(days=9), expires_at=now)
    elif how == "revoked":
        link.update(revoked_at=now)
    elif how == "owner deactivated":
        User.objects.update(is_active=False)
    elif how == "owner leaving":
        Erasure.objects.create(user=profile.user)
    else:
        link.delete()


@pytest.mark.parametrize(
    "how", ["expired", "revoked", "owner deactivated", "owner leaving", "unknown"]
)
def test_what_is_over_is_as_if_it_had_never_been(profile, how):
    share(profile)
    end(profile, how)
    response, never = Client().get(PAGE), Client().get("/shared/share_other/")
    assert response.status_code == never.status_code == 404
    assert "Alice" not in response.text
    token = re.compile(r'value="[\w]{64}"')
    assert token.sub("", response.text.replace(PAGE, "")) == token.sub(
        "", never.text.replace("/shared/share_other/", "")
    )


@pytest.mark.parametrize(("seconds", "status"), [(-1, 200), (0, 404)])
def test_it_ends_at_the_very_moment(profile, seconds, status):
    end = share(profile, Part.LEVEL).expires_at
    with time_machine.travel(end + timedelta(seconds=seconds), tick=False):
        assert Client().get(PAGE).status_code == status


def test_neither_robots_nor_caches_nor_other_sites_learn_of_it(profile):
    response = page_of(profile)
    assert response["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    assert (response["Referrer-Policy"], response["Cache-Control"]) == ("no-referrer", "no-store")
    assert '<meta name="robots" content="noindex, nofollow, noarchive">' in response.text
    assert not response.cookies


def test_it_leads_nowhere_and_shows_no_account(profile, as_alice):
    share(profile, Part.SKILLS)
    for browser in (Client(), as_alice):
        text = browser.get(PAGE).text
        assert not re.search(r"<a (?!class=\"skip-link\")|<form", text)
        assert "Alice" not in text
    assert not re.search("Sign (in|out)", text)


def test_looks_are_counted_but_for_the_owners_own(profile, as_alice):
    share(profile)
    Client().head(PAGE)
    as_alice.get(PAGE)
    for _ in range(2):
        Client().get(PAGE)
    assert ShareLink.objects.get().opened == 2


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_it_can_only_be_read(profile, method):
    share(profile)
    assert getattr(Client(), method)(PAGE).status_code == 405


def test_it_asks_as_many_queries_however_much_there_is(profile, django_assert_num_queries):
    share(profile)
    for number in range(20):
        EvidenceFactory(profile=profile, title=f"Piece {number}", skills=["git", "python"])
    for skill in ("docker", "redis", "sql", "kubernetes", "flask"):
        SkillClaimFactory(profile=profile, skill_id=skill)
        rate(profile, skill, 2)
    with django_assert_num_queries(11):
        assert "Piece 19" in Client().get(PAGE).text


def test_what_is_not_chosen_is_not_asked_for(profile, django_assert_num_queries):
    share(profile, Part.LEVEL)
    with django_assert_num_queries(7):
        Client().get(PAGE)
