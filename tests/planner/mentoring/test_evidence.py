"""Collecting evidence: one's own, for one skill or several, with safe links only."""

import pytest

from planner.actions import MAX_EVIDENCE
from planner.models import Evidence, ReviewRequest
from tests.factories import EvidenceFactory, ProfileFactory, ReviewRequestFactory
from tests.htmx import HTMX, element

pytestmark = pytest.mark.django_db
PAGE, NEW = "/evidence/", "/evidence/new/"
QUERIES = 4  # session, user, evidence, skills
SENT = {
    "kind": "repository", "title": "A service", "url": "https://git.example.com/a", "text": "",
    "skills": ["docker", "python"],
}  # fmt: skip


@pytest.fixture
def alices(alice):
    return ProfileFactory(user=alice, skills={"docker": 2})


def test_one_piece_speaks_for_several_skills(as_alice, alices):
    assert as_alice.post(NEW, SENT).url == PAGE
    found = Evidence.objects.get(profile=alices)
    assert {skill.pk for skill in found.skills.all()} == {"docker", "python"}
    assert "1 piece of evidence for your skills" in as_alice.get(PAGE).text


def test_a_link_leads_away_without_telling_where_from(as_alice, alices):
    EvidenceFactory(profile=alices, url="https://git.example.com/a?b=1&c=2", skills=["docker"])
    page = as_alice.get(PAGE).text
    assert 'href="https://git.example.com/a?b=1&amp;c=2" rel="noopener noreferrer nofollow"' in page


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "data:text/html,x", "ftp://example.com/x", "x y",
     "https://example.com/\u202egpj.exe", "http://", "file:///etc/passwd"],
)  # fmt: skip
def test_a_link_is_a_web_address(as_alice, alices, url):
    response = as_alice.post(NEW, SENT | {"url": url})
    assert response.status_code == 422
    assert not Evidence.objects.exists()


def test_a_host_alone_is_taken_for_a_web_address(as_alice, alices):
    as_alice.post(NEW, SENT | {"url": "git.example.com/a"})
    assert Evidence.objects.get().url == "https://git.example.com/a"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"url": "", "text": ""}, "Give a link or a text, or both."),
        ({"skills": []}, "Choose at least one skill that it speaks for."),
        ({"skills": ["no-such-skill"]}, "is not one of the available choices"),
        ({"kind": "rumour"}, "is not one of the available choices"),
        ({"title": "a\x07b"}, "Use letters, digits and ordinary punctuation only."),
        ({"text": "x" * 5001}, "5000 characters"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(as_alice, alices, wrong, said):
    response = as_alice.post(NEW, SENT | {"text": "Kept"} | wrong)
    assert response.status_code == 422
    assert said in response.text
    assert ("Kept" in response.text) == ("text" not in wrong)


def test_markup_is_shown_as_text(as_alice, alices):
    as_alice.post(NEW, SENT | {"title": "<b>x</b>", "text": "<script>1</script>"})
    page = as_alice.get(PAGE).text
    assert "&lt;b&gt;x&lt;/b&gt;" in page
    assert "<script>1" not in page


def test_testimony_is_marked_as_such(as_alice, alices):
    as_alice.post(NEW, SENT | {"kind": "testimony", "text": "She is good."})
    page = as_alice.get(PAGE).text
    assert "Testimony of somebody else" in page
    assert "Said by somebody else" in page


def test_finding_a_skill_keeps_what_was_typed(as_alice, alices):
    response = as_alice.post(NEW, SENT | {"title": "", "look": "1", "q": "k8s"})
    assert response.status_code == 200
    assert [skill.id for skill in response.context["offered"]] == ["kubernetes"]
    assert [skill.id for skill in response.context["chosen"]] == ["docker", "python"]
    assert 'value="https://git.example.com/a"' in response.text
    assert not Evidence.objects.exists()


def test_typing_finds_the_same_as_the_button(as_alice, alices):
    by_button = as_alice.post(NEW, SENT | {"look": "1", "q": "k8s"})
    typing = as_alice.post(NEW, SENT | {"look": "typing", "q": "k8s"}, headers=HTMX)
    assert element(typing, "skill-choices") == element(by_button, "skill-choices")


def test_enter_in_a_field_saves(as_alice, alices):
    """It presses the first button of the form, which is the one that finds skills."""
    assert as_alice.post(NEW, SENT | {"look": "1", "q": ""}).url == PAGE


def test_a_link_for_a_skill_ticks_it(as_alice, alices):
    chosen = as_alice.get(f"{NEW}?skill=kubernetes").context["chosen"]
    assert [skill.id for skill in chosen] == ["kubernetes"]
    assert as_alice.get(f"{NEW}?skill=no-such").context["chosen"] == []


def test_evidence_is_changed(as_alice, alices):
    item = EvidenceFactory(profile=alices, skills=["docker"])
    assert "A service with tests" in as_alice.get(f"{PAGE}{item.pk}/").text
    as_alice.post(f"{PAGE}{item.pk}/", SENT | {"skills": ["go"]})
    item.refresh_from_db()
    assert (item.title, [s.pk for s in item.skills.all()]) == ("A service", ["go"])


def test_what_a_review_used_can_be_removed_and_the_review_stays(as_alice, alices):
    item = EvidenceFactory(profile=alices, skills=["docker"])
    ReviewRequestFactory(profile=alices).evidence.add(item)
    assert "In 1 review" in as_alice.get(PAGE).text
    as_alice.post(f"{PAGE}{item.pk}/remove/")
    assert not Evidence.objects.exists()
    assert ReviewRequest.objects.get().evidence.count() == 0


def test_what_is_alices_does_not_exist_for_others(client, alices, bob):
    item = EvidenceFactory(profile=alices, skills=["docker"])
    client.force_login(bob)
    for path in (f"{PAGE}{item.pk}/", f"{PAGE}{item.pk}/remove/"):
        assert client.post(path, SENT).status_code == 404
    assert "A service with tests" not in client.get(PAGE).text


def test_as_much_as_fits(as_alice, alices):
    Evidence.objects.bulk_create(
        Evidence(profile=alices, kind="text", title="One", text="x") for _ in range(MAX_EVIDENCE)
    )
    response = as_alice.post(NEW, SENT)
    assert response.status_code == 422
    assert "as many as fit" in response.text


@pytest.mark.parametrize("number", [1, 20])
def test_the_number_of_queries_is_fixed(as_alice, alices, number, django_assert_num_queries):
    for _ in range(number):
        EvidenceFactory(profile=alices, skills=["docker", "python"])
    with django_assert_num_queries(QUERIES):
        as_alice.get(PAGE)


def test_the_error_summary_leads_to_the_choice_of_skills(as_alice, alices):
    page = as_alice.post(NEW, SENT | {"skills": []}).text
    assert 'href="#id_skills"' in page
    assert 'id="id_skills"' in page
