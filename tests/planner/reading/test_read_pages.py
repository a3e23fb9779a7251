"""Filling the profile from a text: what is shown, what is stored, and what never is."""

import html
import json
import re

import pytest
from django.core import signing
from django.urls import reverse

from planner import access
from planner.models import Event, SkillClaim
from planner.queries.profiles import load_developer
from planner.views import importing
from tests.factories import ProfileFactory, SkillClaimFactory, UserFactory
from tests.planner.reading.files import pdf
from tests.planner.reading.pages import (
    CV,
    URL,
    add,
    chosen,
    held,
    review,
    row,
    sent,
    somebody_who_knows_redis,
)

pytestmark = pytest.mark.django_db
profile = pytest.fixture(somebody_who_knows_redis)


# --- What is shown --------------------------------------------------------------------------------


def test_the_form_says_what_becomes_of_a_file(as_alice, profile):
    page = as_alice.get(URL)
    assert "never stored" in page.text
    assert 'enctype="multipart/form-data"' in page.text


def test_a_level_is_chosen_only_where_the_text_speaks_for_one(as_alice, profile):
    page = review(as_alice)
    assert page.status_code == 200
    assert chosen(page, "python") == ["4"]  # "expert"
    assert chosen(page, "django") == ["3"]  # six years
    assert chosen(page, "kafka") == []
    assert "5.9 years, by the dates of your positions" in html.unescape(row(page, "django"))


def test_what_the_profile_says_stays(as_alice, profile):
    page = review(as_alice, "Skills\nRedis (basic), Python (expert)")
    assert chosen(page, "redis") == ["no"]
    assert "Keep Working" in row(page, "redis")
    assert "In your profile: Working." in row(page, "redis")


def test_each_place_leads_to_its_row_and_back(as_alice, profile):
    page = review(as_alice).text
    targets = set(re.findall(r'href="#((?:found|at)-[^"]+)"', page))
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert targets <= set(ids)
    assert len(ids) == len(set(ids))
    assert 'href="#found-kafka">Kafka</a></mark>' in page


def test_a_quote_marks_the_words_that_are_meant(as_alice, profile):
    page = review(as_alice, "Skills\nJavaScript, Java, Redis")
    assert "“JavaScript, <b>Java</b>, Redis”" in row(page, "java")


def test_unknown_terms_and_certificates_are_told(as_alice, profile):
    page = review(as_alice).text
    assert "OpenSCAD" in re.search(r'class="chips">(.*?)</p>', page, re.S)[1]
    assert "A certificate is named: AWS Certified Developer" in page


def test_what_is_denied_stands_apart(as_alice, profile):
    page = review(as_alice, "Skills: Python (expert). No PHP.")
    assert page.text.index('id="group-aside"') < page.text.index('id="found-php"')
    assert chosen(page, "php") == []


def test_an_ad_chooses_nothing(as_alice, profile):
    ad = "Requirements:\n- 5 years of Python\n- Expert in Kafka\nNice to have:\n- Django\nApply now"
    page = review(as_alice, ad)
    assert "reads like a job ad" in page.text
    assert "(proposed)" not in page.text
    assert chosen(page, "python") == chosen(page, "kafka") == []


def test_looking_stores_nothing(as_alice, profile):
    before = held(profile)
    review(as_alice)
    review(as_alice, "", file=sent("cv.pdf", pdf("Python and Django")))
    assert held(profile) == before
    assert not Event.objects.filter(origin=Event.Origin.FILE).exists()
    assert CV[:20] not in json.dumps(dict(as_alice.session))


# --- What is added --------------------------------------------------------------------------------


def test_all_that_was_chosen_is_added_in_one_step(as_alice, profile):
    answer = add(as_alice, review(as_alice), python=4, django=3, kafka="no", redis="no")
    assert held(profile) == {"redis": 2, "python": 4, "django": 3}
    events = Event.objects.filter(profile=profile, origin=Event.Origin.FILE)
    assert {(e.key, e.was, e.now) for e in events} == {("python", None, 4), ("django", None, 3)}
    assert len({event.at for event in events}) == 1
    page = as_alice.get(answer.url)
    assert "2 skills added to your profile" in page.text
    assert "?add=aws-dva" in page.text


def test_sending_it_twice_adds_once(as_alice, profile):
    page = review(as_alice)
    first, second = (add(as_alice, page, python=4) for _ in range(2))
    assert first.url == second.url
    assert Event.objects.filter(origin=Event.Origin.FILE).count() == 1


def test_what_changed_meanwhile_is_asked_again(as_alice, profile):
    page = review(as_alice)
    SkillClaimFactory(profile=profile, skill_id="django", proficiency=1)
    answer = add(as_alice, page, python=4, django=3)
    assert answer.status_code == 409
    assert held(profile) == {"redis": 2, "django": 1}
    assert "Changed meanwhile" in row(answer, "django")
    assert chosen(answer, "django") == ["3"]
    assert chosen(answer, "python") == ["4"]
    assert add(as_alice, answer, python=4, django=3).status_code == 302
    assert held(profile)["django"] == 3


def test_it_can_be_taken_back(as_alice, profile):
    answer = add(as_alice, review(as_alice), python=4, django=3, redis=3)
    pk = Event.objects.of_files(profile).latest_first()[0].pk
    SkillClaim.objects.filter(profile=profile, skill_id="django").update(proficiency=2)
    undo = reverse("planner:read_undo", args=[pk])
    assert "Changed since" in as_alice.get(answer.url).text
    page = as_alice.post(undo, follow=True)
    assert held(profile) == {"redis": 2, "django": 2}
    assert "3 skills taken back" in page.text
    assert "2 skills are as before." in page.text
    again = as_alice.post(undo, follow=True)
    assert "Nothing was left to take back." in again.text
    assert "0 skills" not in again.text
    assert held(profile) == {"redis": 2, "django": 2}


def test_taking_back_what_was_new_is_a_change_of_the_profile(as_alice, profile):
    answer = add(as_alice, review(as_alice), python=4)
    profile.refresh_from_db()
    before = profile.updated_at
    as_alice.post(f"{answer.url.partition('?')[0]}undo/")
    profile.refresh_from_db()
    assert held(profile) == {"redis": 2}
    assert profile.updated_at > before


def test_nothing_chosen_or_nonsense_is_said(as_alice, profile):
    page = review(as_alice)
    for levels in ({}, {"python": 9}, {"python": "x"}, {"python": "no"}):
        answer = add(as_alice, page, **levels)
        assert answer.status_code == 422
        assert "Nothing was added" in answer.text
    assert add(as_alice, page, rust=4).status_code == 422  # not of this text
    assert held(profile) == {"redis": 2}


def test_a_page_of_somebody_else_or_of_long_ago_is_refused(as_alice, profile, bob):
    texts = [[["", CV]], False, {}]
    stale = signing.dumps(texts, salt=importing._salt(bob))
    for token in (stale, "", "x:y:z"):
        answer = as_alice.post("/read/add/", {"text": token, "level-python": "4"})
        assert answer.status_code == 422
        assert "more than a day old" in answer.text
    assert held(profile) == {"redis": 2}


def test_what_was_added_is_for_its_owner(client, as_alice, profile):
    add(as_alice, review(as_alice), python=4)
    pk = Event.objects.of_files(profile)[0].pk
    client.force_login(UserFactory())
    assert client.get(f"/read/added/{pk}/").status_code == 404
    assert client.post(f"/read/added/{pk}/undo/").status_code == 404


def test_afterwards_it_asks_for_what_was_left_out(as_alice, profile):
    answer = add(as_alice, review(as_alice), python=4)
    page = as_alice.get(answer.url)
    view = load_developer(access.profile_for_reading(profile.user), importing.timezone.localdate())
    first = importing.left_out(view.catalogue, view.developer.skills, view.target)[0]
    assert "Which of these do you know?" in page.text
    assert f'id="of-{first}"' in page.text
    assert 'id="of-python"' not in page.text


@pytest.mark.parametrize("url", ["/skills/", "/skills/?area=assessed", "/start/skills/"])
def test_the_way_there_is_where_skills_are_missing(as_alice, alice, url):
    ProfileFactory(user=alice)
    assert 'href="/read/"' in as_alice.get(url).text
