"""Whatever people give to be read: each kind of file, bad input, attacks; and what it costs."""

import html
import json
import re

import pytest

from planner import access
from planner.queries.profiles import load_developer
from planner.views import importing
from tests.planner.reading.files import archive, pdf
from tests.planner.reading.pages import (
    URL,
    add,
    review,
    row,
    sent,
    somebody_who_knows_redis,
)

pytestmark = pytest.mark.django_db
ATTACKS = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"><svg onload=alert(1)>",
    "'--><b>", "{{ 700|add:77 }}", "{% debug %}", "javascript:alert(1)", "&lt;script&gt;",
)  # fmt: skip

profile = pytest.fixture(somebody_who_knows_redis)


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


@pytest.mark.parametrize(
    "text", ["jobs:\r\n  a:\r\n    runs-on: x\r\n", "module a\r\n\r\ngo 1.22\r\n"]
)
def test_the_line_ends_of_a_browser_do_not_matter(as_alice, profile, text):
    page = review(as_alice, f"==> Dockerfile <==\r\nFROM a\r\n==> x.yml <==\r\n{text}")
    assert re.search(r'class="read-text"[^>]*>FROM ', page.text)
    assert "checked" not in review(as_alice, text).text


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
