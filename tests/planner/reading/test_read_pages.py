"""Filling the profile from a text or a file: what is shown, what is stored, and what never is."""

import html
import json
import re

import pytest
from django.core import signing
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from planner import access
from planner.models import Event, SkillClaim
from planner.queries.profiles import load_developer
from planner.views import importing
from tests.factories import ProfileFactory, SkillClaimFactory, UserFactory
from tests.planner.reading.files import archive, pdf

pytestmark = pytest.mark.django_db
URL = "/read/"
CV = """Alice Marchetti
alice@example.com

Work experience

Senior Developer, Larfield
03/2019 - 02/2025
• Django and PostgreSQL
• Used Prometheus

Skills
Python (expert), Kafka, OpenSCAD, Redis

Certificates
AWS Certified Developer - Associate
"""
ATTACKS = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"><svg onload=alert(1)>",
    "'--><b>", "{{ 700|add:77 }}", "{% debug %}", "javascript:alert(1)", "&lt;script&gt;",
)  # fmt: skip


@pytest.fixture
def profile(alice):
    return ProfileFactory(user=alice, skills={"redis": 2})


def review(client, text=CV, **more):
    return client.post(URL, {"text": text, **more})


def token_of(response):
    return html.unescape(re.search(r'name="text" value="([^"]+)"', response.text)[1])


def add(client, response, **levels):
    fields = {f"level-{skill}": str(level) for skill, level in levels.items()}
    return client.post(reverse("planner:read_add"), {"text": token_of(response), **fields})


def held(profile):
    return dict(profile.skill_claims.values_list("skill_id", "proficiency"))


def row(response, skill):
    return re.search(rf'<li class="[^"]*" id="found-{skill}".*?</fieldset>', response.text, re.S)[0]


def chosen(response, skill):
    return re.findall(r'value="(\w+)" checked', row(response, skill))


def sent(name, content):
    return SimpleUploadedFile(name, content if isinstance(content, bytes) else content.encode())


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
    assert chosen(page, "python") == chosen(page, "kafka") == []


def test_looking_stores_nothing(as_alice, profile):
    before = held(profile)
    review(as_alice)
    review(as_alice, "", file=sent("cv.pdf", pdf("Python and Django")))
    assert held(profile) == before
    assert not Event.objects.filter(origin=Event.Origin.FILE).exists()
    assert CV[:20] not in json.dumps(dict(as_alice.session))


# --- What is given --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "skill"),
    [
        ("cv.pdf", pdf("Skills", "Python, Kafka"), "kafka"),
        ("cv.txt", "Skills: Kafka", "kafka"),
        ("resume.json", json.dumps({"skills": [{"name": "Kafka", "level": "Expert"}]}), "kafka"),
        ("requirements.txt", "django==5.0\ncelery>=5\n", "django"),
        ("anything.txt", "django==5.0\ncelery>=5\n", "django"),
        ("Dockerfile", "FROM python:3.13-slim\n", "docker"),
        ("cv.bin", "# x\nFROM python:3.13-slim AS build\nRUN x\n", "docker"),
        ("package.json", json.dumps({"dependencies": {"express": "4"}}), "express"),
        ("Skills.csv", "Name\nKafka\nRedis\n", "kafka"),
        ("export.zip", archive({"Skills.csv": "Name\nKafka\n", "messages.csv": "Rust"}), "kafka"),
        ("repo.zip", archive({"a/requirements.txt": "django==5\n", "a/x.py": "Rust"}), "django"),
        ("requirements.txt", pdf("Skills", "Kafka"), "kafka"),  # another kind than its name
    ],
)
def test_a_file_is_read_by_what_it_is(as_alice, profile, name, content, skill):
    page = as_alice.post(URL, {"text": "", "file": sent(name, content)})
    assert page.status_code == 200, page.text
    assert f'id="found-{skill}"' in page.text
    assert 'id="found-rust"' not in page.text


def test_several_manifests_at_once(as_alice, profile):
    text = "==> app/requirements.txt <==\ndjango==5\n\n==> Dockerfile <==\nFROM postgres:17\n"
    page = review(as_alice, text)
    assert "app/requirements.txt: part of the project" in row(page, "django")
    assert {"docker", "postgresql"} <= set(re.findall(r'id="found-([\w-]+)"', page.text))
    assert "checked" not in page.text  # a project proposes no level


def test_what_a_project_only_brings_along_is_not_read(as_alice, profile):
    files = {"node_modules/a/package.json": '{"dependencies": {"express": "4"}}'}
    page = as_alice.post(URL, {"file": sent("a.zip", archive(files))})
    assert page.status_code == 422


def test_a_manifest_that_is_none_is_told_and_the_others_are_read(as_alice, profile):
    text = "==> pyproject.toml <==\n[project\n==> Dockerfile <==\nFROM postgres:17\n"
    page = review(as_alice, text)
    assert page.status_code == 200
    assert "pyproject.toml" in page.text
    assert 'id="found-docker"' in page.text


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
    as_alice.post(undo)
    assert held(profile) == {"redis": 2, "django": 2}


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


# --- Bad input ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({}, "Paste a text, or choose a file."),
        ({"text": " \n\t "}, "Paste a text, or choose a file."),
        ({"text": "I like walking, and cooking for friends."}, "No skill that the catalogue knows"),
        ({"text": "Fluent in Haskell"}, "It names Haskell"),
        ({"text": '{"a": 1}'}, "neither a JSON Resume"),
        ({"text": "%PDF-1.7 Python"}, "damaged"),
        ({"text": "a\x00b Python"}, "Null characters"),
    ],
)
def test_bad_text_gets_plain_words(as_alice, profile, data, said):
    answer = as_alice.post(URL, data)
    assert answer.status_code == 422
    assert said in html.unescape(answer.text)


def test_both_at_once_are_too_much(as_alice, profile):
    answer = review(as_alice, "Python", file=sent("cv.txt", "Kafka"))
    assert answer.status_code == 422
    assert "not both" in answer.text


def test_another_language_is_read_with_a_caution(as_alice, profile):
    text = (
        "Ich habe mehrere Jahre mit Python und Kafka gearbeitet und bin für die Entwicklung von "
        "Diensten und die Betreuung der Kunden verantwortlich. "
    ) * 3
    page = review(as_alice, text)
    assert "not in English" in page.text
    assert 'id="found-kafka"' in page.text


@pytest.mark.parametrize("text", ["word " * 19_000 + "Python", "Python " * 30_000, "go/" * 60_000])
def test_100_kb_in_one_line(as_alice, profile, text):
    page = review(as_alice, text)
    assert page.status_code in (200, 422)
    assert len(page.content) < 1_500_000
    if len(text) > 102_400 and page.status_code == 200:
        assert "Only the first 100 KB" in page.text


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_text_is_only_ever_text(as_alice, profile, attack):
    text = f"Skills\nPython (expert) {attack}\n{attack}Kafka{attack}\nFoo{attack}Bar.js {attack}"
    page = review(as_alice, text)
    assert page.status_code == 200
    shown = re.sub(r"<textarea.*?</textarea>", "", page.text, flags=re.S)
    assert "<script>" not in shown
    assert not re.search(r"<(?:img|svg|b)\b[^>]*(?:onerror|onload|>)", shown.split("read-text")[1])
    inside = re.search(r'class="read-text"[^>]*>(.*?)</div>', page.text, re.S)[1]
    tags = set(re.findall(r"<(/?\w+)", inside))
    assert tags <= {"mark", "/mark", "a", "/a"}
    plain = html.unescape(re.sub(r"<[^>]+>", "", inside))
    assert plain.startswith("Skills\nPython (expert)")
    again = add(as_alice, page, python="9")
    assert "<script>alert" not in again.text
    assert "777" not in plain


# --- What it costs --------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [1, 60])
def test_queries_do_not_grow(as_alice, profile, django_assert_num_queries, count):
    catalogue = load_developer(
        access.profile_for_reading(profile.user), importing.timezone.localdate()
    ).catalogue
    ids = list(catalogue.skills)
    names = [alias for id_ in ids for alias in catalogue.skills[id_].aliases[:1]]
    text = "Skills\n" + "\n".join(f"• {name} (expert)" for name in names)
    if count == 1:
        text = "Skills\n• Kafka (expert)"
    with django_assert_num_queries(QUERIES["read"]):
        page = review(as_alice, text)
    found = re.findall(r'name="level-([\w-]+)" value="4"', page.text)
    assert len(found) >= count
    with django_assert_num_queries(QUERIES["add"]):
        answer = add(as_alice, page, **dict.fromkeys(found[:count], 4))
    with django_assert_num_queries(QUERIES["added"]):
        as_alice.get(answer.url)


QUERIES = {"read": 5, "add": 19, "added": 7}
