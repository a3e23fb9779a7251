"""Words that a mentor keeps: their own, for one skill or any."""

import pytest

from planner.actions import MAX_SNIPPETS
from planner.models import Snippet

pytestmark = pytest.mark.django_db
PAGE, NEW = "/snippets/", "/snippets/new/"
SENT = {"title": "Health", "skill": "docker", "text": "See HEALTHCHECK."}


@pytest.fixture
def snippet(mira):
    return Snippet.objects.create(mentor=mira, title="Well done", text="Go on like this.")


def test_a_snippet_is_kept(as_mira, mira):
    assert "You keep no words yet" in as_mira.get(PAGE).text
    assert as_mira.post(NEW, SENT).url == PAGE
    kept = Snippet.objects.get(mentor=mira)
    assert (kept.title, kept.skill_id, kept.text) == ("Health", "docker", "See HEALTHCHECK.")
    page = as_mira.get(PAGE).text
    assert "1 snippet to put into an answer" in page
    assert "Docker" in page


def test_one_for_any_skill(as_mira):
    as_mira.post(NEW, SENT | {"skill": ""})
    assert Snippet.objects.get().skill is None
    assert "Any skill" in as_mira.get(PAGE).text


def test_it_is_changed_and_removed(as_mira, snippet):
    assert "Go on like this." in as_mira.get(f"{PAGE}{snippet.pk}/").text
    as_mira.post(f"{PAGE}{snippet.pk}/", SENT)
    snippet.refresh_from_db()
    assert snippet.title == "Health"
    as_mira.post(f"{PAGE}{snippet.pk}/remove/")
    assert not Snippet.objects.exists()


@pytest.mark.parametrize("wrong", [{"title": ""}, {"text": ""}, {"skill": "no-such"}])
def test_what_is_wrong_is_said_and_nothing_is_lost(as_mira, wrong):
    response = as_mira.post(NEW, SENT | wrong)
    assert response.status_code == 422
    assert ("See HEALTHCHECK." in response.text) == ("text" not in wrong)
    assert not Snippet.objects.exists()


def test_what_is_miras_does_not_exist_for_nick(as_nick, snippet):
    for path in (f"{PAGE}{snippet.pk}/", f"{PAGE}{snippet.pk}/remove/"):
        assert as_nick.post(path, SENT).status_code == 404
    assert "Well done" not in as_nick.get(PAGE).text


def test_as_many_as_fit(as_mira, mira):
    Snippet.objects.bulk_create(
        Snippet(mentor=mira, title="One", text="x") for _ in range(MAX_SNIPPETS)
    )
    response = as_mira.post(NEW, SENT)
    assert response.status_code == 422
    assert "as many as fit" in response.text


@pytest.mark.parametrize("number", [1, 20])
def test_the_number_of_queries_is_fixed(as_mira, mira, number, django_assert_num_queries):
    for n in range(number):
        Snippet.objects.create(mentor=mira, skill_id="docker", title=f"No {n}", text="x")
    with django_assert_num_queries(4):  # session, user, second factor, snippets
        as_mira.get(PAGE)
