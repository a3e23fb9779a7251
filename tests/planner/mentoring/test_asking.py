"""Asking to have a claim reviewed, and reading the answer."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import Consent
from planner.models import Evidence, ReviewDecision, ReviewRequest, SkillClaim
from tests.factories import (
    EvidenceFactory,
    MentorFactory,
    ProfileFactory,
    ReviewRequestFactory,
)
from tests.planner.test_dashboard import title

pytestmark = pytest.mark.django_db
ASK, MINE = "/skills/docker/review/", "/my-reviews/"
SENT = {"claimed": "2", "words": "See the Dockerfile."}
QUERIES = 7  # session, user, profile, skills, certificates, requests with answers, who may answer


def answered(review, kind="confirm", proficiency=None, words="", mentor=None, **more):
    review.closed_at, review.closed_as = timezone.now(), ReviewRequest.ClosedAs.ANSWERED
    review.save()
    return ReviewDecision.objects.create(
        request=review, kind=kind, words=words, mentor=mentor, proficiency=proficiency, **more
    )


# --- Asking ---------------------------------------------------------------------------------------


def test_the_page_shows_the_claim_and_who_may_answer(as_alice, alices):
    page = as_alice.get(ASK)
    assert title(page) == "You claim Working in Docker: is it so?"
    assert "Mira may answer, within 4 days as a rule." in " ".join(page.text.split())


def test_it_promises_neither_promotion_nor_pay(as_alice, alices):
    page = as_alice.get(ASK).text
    assert "It promises neither promotion nor pay." in page
    assert "$" not in page


def test_a_request_goes_out_with_evidence_and_words(as_alice, alices):
    item = EvidenceFactory(profile=alices, skills=["docker"])
    assert as_alice.post(ASK, SENT | {"evidence": [item.pk]}).url == MINE
    review = ReviewRequest.objects.get()
    assert (review.skill_id, review.proficiency, review.version) == ("docker", 2, 1)
    assert review.words == "See the Dockerfile."
    assert list(review.evidence.all()) == [item]


def test_evidence_of_the_skill_comes_first_and_is_ticked(as_alice, alices):
    EvidenceFactory(profile=alices, title="Of Go", skills=["go"])
    own = EvidenceFactory(profile=alices, title="Of Docker", skills=["docker"])
    EvidenceFactory(profile=alices, title="Of Python", skills=["python"])
    form = as_alice.get(ASK).context["form"]
    assert form["evidence"].value() == [own.pk]
    assert form.fields["evidence"].choices[0][0] == str(own.pk)


def test_new_evidence_comes_along(as_alice, alices):
    new = {"new-kind": "change", "new-title": "A fix", "new-url": "https://git.example.com/1"}
    as_alice.post(ASK, SENT | new)
    found = Evidence.objects.get(profile=alices)
    assert [skill.pk for skill in found.skills.all()] == ["docker"]
    assert ReviewRequest.objects.get().evidence.get() == found


def test_new_evidence_that_is_incomplete_is_said_and_nothing_is_asked(as_alice, alices):
    response = as_alice.post(ASK, SENT | {"new-kind": "change", "new-title": "A fix"})
    assert response.status_code == 422
    assert "Give a link or a text, or both." in response.text
    assert "See the Dockerfile." in response.text
    assert not Evidence.objects.exists()
    assert not ReviewRequest.objects.exists()


def test_evidence_of_others_cannot_be_sent(as_alice, alices, bob):
    theirs = EvidenceFactory(profile=ProfileFactory(user=bob), skills=["docker"])
    EvidenceFactory(profile=alices, skills=["docker"])
    assert as_alice.post(ASK, SENT | {"evidence": [theirs.pk]}).status_code == 422
    assert not ReviewRequest.objects.exists()


def test_one_request_for_a_skill_waits_at_a_time(as_alice, alices):
    as_alice.post(ASK, SENT)
    response = as_alice.post(ASK, SENT)
    assert response.status_code == 409
    assert "You asked already" in response.text
    assert ReviewRequest.objects.count() == 1


def test_a_claim_that_changed_meanwhile_is_not_sent_unseen(as_alice, alices):
    SkillClaim.objects.filter(skill="docker").update(proficiency=3)
    response = as_alice.post(ASK, SENT)
    assert response.status_code == 409
    assert "This is what you claim now" in response.text
    assert "See the Dockerfile." in response.text
    assert 'name="claimed" value="3"' in response.text


def test_what_is_not_assessed_cannot_be_reviewed(as_alice, alices):
    assert "Say first how well you can do Go" in as_alice.get("/skills/go/review/").text
    assert as_alice.post("/skills/go/review/", SENT).status_code == 409


def test_without_a_mentor_who_sees_skills_the_page_explains(as_alice, alices, alice):
    Consent.objects.filter(scope="skills").update(ends_at=timezone.now())
    page = as_alice.get(ASK).text
    assert "Nobody can review this yet" in page
    assert "<textarea" not in page


def test_who_shows_no_evidence_is_told_so(as_alice, alices):
    Consent.objects.filter(scope="evidence").update(ends_at=timezone.now())
    assert "None of your mentors may see your evidence." in as_alice.get(ASK).text


def test_an_unknown_skill_does_not_exist(as_alice, alices):
    assert as_alice.get("/skills/no-such/review/").status_code == 404


# --- Withdrawing and asking again -----------------------------------------------------------------


def test_a_request_can_be_withdrawn_and_asked_again(as_alice, review):
    as_alice.post(f"{MINE}{review.pk}/withdraw/")
    review.refresh_from_db()
    assert review.closed_as == "withdrawn"
    as_alice.post(ASK, SENT)
    assert ReviewRequest.objects.open().get().version == 2


def test_what_is_answered_cannot_be_withdrawn(as_alice, review):
    answered(review, proficiency=2)
    page = as_alice.post(f"{MINE}{review.pk}/withdraw/", follow=True)
    assert "is answered or closed already" in page.text
    review.refresh_from_db()
    assert review.closed_as == "answered"


@pytest.mark.parametrize("kind", ["more", "decline"])
def test_asking_again_makes_the_next_version(as_alice, review, kind):
    answered(review, kind, words="Show tests.")
    as_alice.post(ASK, SENT)
    assert list(ReviewRequest.objects.values_list("version", flat=True).order_by("pk")) == [1, 2]


def test_requests_of_others_do_not_exist(client, review, bob):
    client.force_login(bob)
    for what in ("withdraw", "seen"):
        assert client.post(f"{MINE}{review.pk}/{what}/").status_code == 404


# --- Reading --------------------------------------------------------------------------------------


def test_what_waits_says_when_to_expect_an_answer(as_alice, review):
    due = timezone.now() + timedelta(days=4)
    page = as_alice.get(MINE)
    assert title(page) == "1 review waits for a mentor"
    assert f"within 4 days, by {due.day} {due:%B %Y}" in page.text


def test_what_is_late_says_so(as_alice, review):
    ReviewRequest.objects.update(asked_at=timezone.now() - timedelta(days=6))
    assert "Waiting for 6 days. An answer was due by" in as_alice.get(MINE).text


def test_who_reads_it_now_is_named(as_alice, review, mira):
    until = timezone.now() + timedelta(minutes=9)
    ReviewRequest.objects.update(claimed_by=mira, claimed_until=until)
    assert "Mira is reading it now." in as_alice.get(MINE).text


@pytest.mark.parametrize(
    ("kind", "level", "said", "then"),
    [
        ("confirm", 2, "Confirmed: Working", "Nothing to do."),
        ("adjust", 1, "Confirmed at Learning instead of Working", "stays as it is"),
        ("more", None, "Asked for more", "Add what is asked for, then ask again."),
        ("decline", None, "Declined", "Read why"),
    ],
)
def test_an_answer_says_what_to_do_next(as_alice, review, mira, kind, level, said, then):
    answered(review, kind, level, words="Some tests would help.", mentor=mira)
    page = as_alice.get(MINE)
    assert title(page) == "1 answer to read"
    for part in (said, then, "by Mira", "Some tests would help."):
        assert part in page.text


def test_an_answer_is_marked_as_read_once(as_alice, review):
    decision = answered(review, proficiency=2)
    as_alice.post(f"{MINE}{review.pk}/seen/")
    decision.refresh_from_db()
    first = decision.seen_at
    as_alice.post(f"{MINE}{review.pk}/seen/")
    decision.refresh_from_db()
    assert decision.seen_at == first is not None
    assert title(as_alice.get(MINE)) == "No review is waiting"


def test_what_came_to_nothing_says_why(as_alice, review):
    answered(review, "more", words="Show tests.", lapsed_at=timezone.now())
    assert "Nothing came for 28 days" in as_alice.get(MINE).text


def test_a_request_that_nobody_answered_says_so(as_alice, review):
    ReviewRequest.objects.update(closed_at=timezone.now(), closed_as="timed_out")
    assert "nobody answered for 28 days" in as_alice.get(MINE).text


def test_the_level_of_the_mentor_is_adopted_in_one_click(as_alice, review):
    answered(review, "adjust", 1, words="Not yet.")
    page = as_alice.get(MINE).text
    assert "Make Learning your own rating" in page
    data = {"was": "2", "proficiency": "1", "next": MINE}
    assert as_alice.post("/skills/docker/proficiency/", data).url.startswith(MINE)
    assert SkillClaim.objects.get(skill="docker").proficiency == 1
    assert "your own rating<" not in as_alice.get(MINE).text


def test_an_answer_does_not_change_the_claim(as_alice, review):
    answered(review, "adjust", 1, words="Not yet.")
    assert SkillClaim.objects.get(skill="docker").proficiency == 2


@pytest.mark.parametrize("number", [1, 20])
def test_the_number_of_queries_is_fixed(as_alice, alices, number, django_assert_num_queries):
    mentor = MentorFactory(name="Nick")
    for version in range(1, number + 1):
        review = ReviewRequestFactory(profile=alices, skill_id="docker", version=version)
        review.evidence.add(EvidenceFactory(profile=alices))
        answered(review, proficiency=2, mentor=mentor)
    with django_assert_num_queries(QUERIES + 1):  # and their evidence
        as_alice.get(MINE)
