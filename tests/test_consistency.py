"""What must hold for the tree as a whole, whoever adds to it next."""

import ast
import re
from importlib.resources import files
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from tests.factories import ProfileFactory, UserFactory
from tests.htmx import HTMX, element
from tests.planner.test_dashboard import profile
from tests.test_permissions import ADDRESS_OF, TABLE

pytestmark = pytest.mark.django_db
ROOT = Path(settings.BASE_DIR)
APPS = ("accounts", "config", "planner", "fixtures")
TEMPLATES = {
    str(path.relative_to(ROOT / "templates")): path.read_text()
    for path in (ROOT / "templates").rglob("*.*")
}
MODULES = [
    path
    for path in ROOT.rglob("*.py")
    if path.relative_to(ROOT).parts[0] in {*APPS, "tests", "benchmarks"}
    and "migrations" not in path.parts
]
ERROR_PAGES = {f"{status}.html" for status in ("400", "403", "403_csrf", "404", "429", "500")}
PARTIALS = {  # template: where it is shown
    "planner/dashboard.html": "/dashboard/",
    "planner/gaps.html": "/gaps/",
    "planner/roadmap.html": "/roadmap/",
    "planner/scenarios.html": "/what-if/",
}
NO_PAGES = {"healthz", "planner:roadmap_export"}
# Pages that Alice can open with GET.
PAGES = [
    ADDRESS_OF[name] for name, row in TABLE.items() if row.alice[0] == 200 and name not in NO_PAGES
]
INLINE = {
    "style attribute": r"<[^>]+\sstyle\s*=",
    "style element": r"<style\b",
    "inline script": r"<script\b(?![^>]*\bsrc=)",
    "event attribute": r"<[^>]+\son[a-z]+\s*=",
    "script address": r"javascript:",
}


def functions(path):
    nodes = ast.walk(ast.parse(path.read_text()))
    return [node for node in nodes if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))]


def length(node):
    return node.end_lineno - node.lineno + 1


@pytest.fixture
def alice():
    return UserFactory(email="alice@example.com", name="Alice")


@pytest.fixture
def as_alice(client, alice):
    client.force_login(alice)
    return client


@pytest.fixture
def pages(as_alice, alice):
    """Every page as Alice sees it, by address."""
    profile(alice, skills={"docker": 2, "python": 3}, certifications=["ckad"])
    return {address: as_alice.get(address).text for address in PAGES}


# --- Code -----------------------------------------------------------------------------------------


def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_stays_short_enough_to_read(path):
    assert len(path.read_text().splitlines()) <= 300
    assert [node.name for node in functions(path) if length(node) > 50] == []


@pytest.mark.parametrize(
    "path", sorted((ROOT / "planner/views").glob("*.py")), ids=lambda path: path.stem
)
def test_a_view_stays_short_enough_to_read_aloud(path):
    def takes_a_request(node):
        return node.args.args and node.args.args[0].arg == "request"

    long = [n.name for n in functions(path) if takes_a_request(n) and length(n) > 25]
    assert long == []


# --- Templates ------------------------------------------------------------------------------------


def overrides_a_package(name):
    """Also a variant: `elements/form__manage.html` is a form with the tag "manage"."""
    name = re.sub(r"__\w+", "", name)
    packages = ("allauth", "django.contrib.admin", "django_htmx")
    return any((files(package) / "templates" / name).is_file() for package in packages)


def test_no_template_is_dead():
    code = "".join(path.read_text() for app in APPS for path in (ROOT / app).rglob("*.py"))
    users = code + "".join(TEMPLATES.values())
    dead = [
        name
        for name in TEMPLATES
        if name not in ERROR_PAGES and not overrides_a_package(name)
        and not re.search(rf"""["']{re.escape(name)}[#"']""", users)
    ]  # fmt: skip
    assert dead == []


def partials():
    return [
        (name, partial)
        for name, source in TEMPLATES.items()
        for partial in re.findall(r"{% partialdef ([\w-]+)", source)
    ]


def test_every_partial_is_listed_with_its_page():
    assert {name for name, _ in partials()} == set(PARTIALS)


@pytest.mark.parametrize(("name", "partial"), partials())
def test_a_partial_is_the_very_element_of_its_page(as_alice, alice, name, partial):
    profile(alice)
    page = as_alice.get(PARTIALS[name])
    part = as_alice.get(PARTIALS[name], headers=HTMX | {"HX-Target": partial})
    assert element(part, partial) == element(page, partial)
    assert len(part.content) < len(page.content)


# --- Rendered pages -------------------------------------------------------------------------------


def test_there_are_pages_to_look_at():
    assert len(PAGES) > 10


@pytest.mark.parametrize("what", INLINE)
def test_no_page_has_anything_inline(pages, what):
    assert [url for url, page in pages.items() if re.search(INLINE[what], page, re.I)] == []


def test_every_page_has_one_heading_and_a_title(pages):
    assert [url for url, page in pages.items() if page.count("<h1") != 1] == []
    titles = [re.search(r"<title>(.*?)</title>", page)[1] for page in pages.values()]
    assert all(title.endswith(" · Waymark") and not title.startswith(" ") for title in titles)


def test_no_id_stands_twice_on_a_page(pages):
    for url, page in pages.items():
        ids = re.findall(r'\sid="([^"]+)"', page)
        assert sorted(ids) == sorted(set(ids)), url


def test_every_label_and_description_points_to_something(pages):
    for url, page in pages.items():
        ids = set(re.findall(r'\sid="([^"]+)"', page))
        for kind in ("for", "aria-labelledby", "aria-describedby"):
            for target in re.findall(rf'\s{kind}="([^"]+)"', page):
                assert set(target.split()) <= ids, (url, kind, target)


def test_every_link_within_the_site_leads_somewhere(as_alice, pages):
    found = {link for page in pages.values() for link in re.findall(r'href="(/[^"#?]*)', page)}
    links = {link for link in found if not link.startswith(("/static/", "/skills/"))}
    wrong = {link: as_alice.get(link).status_code for link in links}
    assert {link: status for link, status in wrong.items() if status >= 400} == {}


def test_htmx_elements_work_without_it_too(pages):
    """Each element that asks by itself is a link or a form with the same address."""
    for url, page in pages.items():
        for tag, attributes in re.findall(r"<(\w+)\b([^>]*\shx-(?:get|post)=[^>]*)>", page):
            asked = re.search(r'\shx-(?:get|post)="([^"]*)"', attributes)[1]
            fallback = re.search(r'\s(?:href|action|formaction)="([^"]*)"', attributes)
            assert tag == "input" or (fallback and fallback[1] == asked), (url, tag, asked)


def test_every_page_opens_for_somebody_who_has_said_nothing_yet(as_alice, alice):
    ProfileFactory(user=alice)
    theirs = {
        ADDRESS_OF[f"planner:{name}"]
        for name in ("certification_edit", "roadmap_kept_plan", "scenario_edit")
    }
    for url in set(PAGES) - theirs:
        assert as_alice.get(url).status_code in {200, 302}, url
