"""What must hold for every template and for the style sheets, whoever writes the next one."""

import gzip
import re
from pathlib import Path

import lucide
import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.template import engines
from django.template.loader import get_template, render_to_string
from django.test import Client

TEMPLATES = Path(settings.BASE_DIR) / "templates"
STATIC = Path(settings.BASE_DIR) / "planner" / "static" / "planner"
NAMES = sorted(str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*.*"))
CODE = Path(settings.BASE_DIR) / "planner"
CSS_BUDGET = 20_000  # bytes, each file gzipped by itself as it is served
FORBIDDEN = {
    "style attribute": r"\sstyle\s*=",
    "event attribute": r"\son[a-z]+\s*=",
    "style element": r"<style\b",
    "inline script": r"<script\b(?![^>]*\bsrc=)",
    "evaluated htmx attribute": r"\b(?:data-)?hx-on\b|hx-(?:vals|headers)=.js:",
    "script address": r"javascript:",
    "unescaped output": r"\|\s*safe\b|\{%\s*autoescape off",
    "foreign address": r"(?:src|href)=[\"']?(?:https?:)?//",
}


def source(name):
    return (TEMPLATES / name).read_text()


@pytest.mark.parametrize("name", NAMES)
def test_a_template_compiles(name):
    get_template(name)


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_template_needs_a_weaker_content_security_policy(what):
    pages = [name for name in NAMES if name.endswith(".html")]
    assert [name for name in pages if re.search(FORBIDDEN[what], source(name), re.IGNORECASE)] == []


def test_the_patterns_find_what_they_are_for():
    bad = '<p style="x" onclick="y"><style></style><script>1</script><a hx-on:click="z"'
    bad += ' href="javascript:1" src="https://x">{{ x|safe }}'
    assert [what for what, pattern in FORBIDDEN.items() if not re.search(pattern, bad)] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_template_stays_short_enough_to_read(name):
    assert len(source(name).splitlines()) <= 120


def unused_loads(text):
    """The libraries that a template loads without a tag or filter of theirs in it."""
    tags = set(re.findall(r"\{%\s*(\w+)", text))
    filters = set(re.findall(r"(?:\||% filter )(\w+)", text))
    loaded = " ".join(re.findall(r"\{% load ([^%]+) %\}", text)).split()
    libraries = [(name, engines["django"].engine.template_libraries[name]) for name in loaded]
    return [
        name
        for name, library in libraries
        if tags.isdisjoint(library.tags) and filters.isdisjoint(library.filters)
    ]


def test_no_template_loads_what_it_does_not_use():
    assert unused_loads("{% load i18n ui words %}{% translate share|percent %}") == ["words"]
    unused = {name: unused_loads(source(name)) for name in NAMES}
    assert {name: loads for name, loads in unused.items() if loads} == {}


def test_every_icon_exists():
    named = {icon for name in NAMES for icon in re.findall(r'\bicon[ =]"([^"]+)"', source(name))}
    assert named
    for icon in named:
        lucide._load_icon(icon)


def test_every_static_file_exists():
    named = {path for name in NAMES for path in re.findall(r'{% static "([^"]+)"', source(name))}
    assert named
    assert [path for path in named if not finders.find(path)] == []


@pytest.mark.parametrize(
    "name", ["400.html", "403.html", "403_csrf.html", "404.html", "413.html", "500.html"]
)
def test_an_error_page_needs_no_context(name):
    page = render_to_string(name)
    assert page.count("<h1>") == 1
    assert "Go to the start page" in page


@pytest.mark.parametrize(
    ("url", "status", "title"),
    [
        ("/no-such-page/", 404, "There is nothing at this address"),
        ("/?next=%00", 400, "We could not read that request"),
    ],
)
def test_a_wrong_address_is_answered_in_plain_words(client, db, url, status, title):
    response = client.get(url)
    assert response.status_code == status
    assert title in response.text


def test_a_form_out_of_date_is_answered_in_plain_words(db):
    response = Client(enforce_csrf_checks=True).post("/theme/", {"theme": "dark"})
    assert response.status_code == 403
    assert "That form was out of date" in response.text


def test_the_style_sheets_fit_their_budget():
    sheets = list(STATIC.rglob("*.css"))
    assert sheets
    assert sum(len(gzip.compress(sheet.read_bytes())) for sheet in sheets) <= CSS_BUDGET


def test_every_style_sheet_is_linked_and_lives_in_a_layer():
    linked = re.findall(r"planner/css/([a-z]+\.css)", source("base.html"))
    assert sorted(linked) == sorted(sheet.name for sheet in STATIC.rglob("*.css"))
    assert linked[0] == "reset.css", "the order of the layers is declared in it"
    assert all("@layer" in (STATIC / "css" / name).read_text() for name in linked)


def test_every_component_is_used():
    users = "".join(source(name) for name in NAMES) + "".join(
        path.read_text()
        for path in [*(CODE / "templatetags").glob("*.py"), CODE.parent / "config" / "forms.py"]
    )
    used = set(
        re.findall(r"""(?:include |inclusion_tag\(|= )"components/([a-z_]+)\.html\"""", users)
    )
    there = {path.stem for path in (TEMPLATES / "components").glob("*.html")}
    assert there - used == set()


def test_every_class_of_the_style_sheets_is_used():
    sheets = "".join(
        re.sub(r"/\*.*?\*/", "", s.read_text(), flags=re.S) for s in STATIC.rglob("*.css")
    )
    users = "".join(source(name) for name in NAMES) + "".join(
        path.read_text() for path in [*STATIC.rglob("*.js"), *CODE.rglob("*.py")]
    )
    built = re.findall(r"[a-z_]+--(?={)", users)  # "pip--{{ state }}"
    unused = [
        name
        for name in set(re.findall(r"\.([a-z][a-z_-]+)", sheets))
        if not re.search(rf"\b{name}(?![a-z_-])", users) and not name.startswith((*built, "htmx-"))
    ]
    assert unused == []
