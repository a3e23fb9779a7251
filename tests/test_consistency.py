"""What must hold for the tree as a whole, whoever adds to it next."""

import ast
import re
from importlib.resources import files
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from tests.htmx import HTMX, element
from tests.permissions.world import COHORT, World
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
ERROR_PAGES = {
    f"{status}.html" for status in ("400", "403", "403_csrf", "404", "413", "429", "500")
}
PARTIALS = {  # template: where it is shown, and to whom if not to Alice
    "planner/dashboard.html": "/dashboard/",
    "planner/gaps.html": "/gaps/",
    "planner/roadmap.html": "/roadmap/",
    "planner/scenarios.html": "/what-if/",
    "planner/share_new.html": "/share/new/",
    "planner/mentoring/cohort.html": (f"/cohorts/{COHORT}/", "mira"),
    "planner/mentoring/cohort_people.html": (f"/cohorts/{COHORT}/people/", "mira"),
    "planner/mentoring/reviews.html": ("/reviews/", "mira"),
}


def reader_of(name, row):
    """Who looks at a page here: Mira at those for mentors, Alice at the others."""
    person = "mira" if row.mentors else "alice"
    is_page = not any(file in name for file in ("healthz", "_export", "_feed"))
    return person if is_page and person in row.read and row.page == 200 else None


PAGES = {
    ADDRESS_OF[name]: reader
    for name, row in TABLE.items()
    if (reader := reader_of(name, row)) and reader not in row.named
}
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


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with World.for_module(django_db_blocker) as people:
        yield people


@pytest.fixture(scope="module")
def pages(world):
    """Every page by address, as its reader sees it."""
    return {address: world.clients[name].get(address).text for address, name in PAGES.items()}


# --- Code -----------------------------------------------------------------------------------------


def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_stays_short_enough_to_read(path):
    assert len(path.read_text().splitlines()) <= 300
    assert [node.name for node in functions(path) if length(node) > 50] == []


@pytest.mark.parametrize(
    "path", sorted((ROOT / "planner/views").rglob("*.py")), ids=lambda path: path.stem
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


def is_named(name, users):
    """As a whole, or by its last part where a view makes the name of it."""
    path = Path(name)
    is_made = f'f"{path.parent}/{{' in users and f'"{path.stem}"' in users
    return is_made or re.search(rf"""["']{re.escape(name)}[#"']""", users)


def test_no_template_is_dead():
    code = "".join(path.read_text() for app in APPS for path in (ROOT / app).rglob("*.py"))
    users = code + "".join(TEMPLATES.values())
    dead = [
        name
        for name in TEMPLATES
        if name not in ERROR_PAGES and not overrides_a_package(name) and not is_named(name, users)
    ]
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
def test_a_partial_is_the_very_element_of_its_page(world, name, partial):
    where = PARTIALS[name]
    address, person = (where, "alice") if isinstance(where, str) else where
    page = world.clients[person].get(address)
    part = world.clients[person].get(address, headers=HTMX | {"HX-Target": partial})
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


def links_of(page):
    found = re.findall(r'href="(/[^"#?]*)', page)
    return {link for link in found if not link.startswith(("/static/", "/skills/"))}


@pytest.mark.parametrize("person", ["alice", "mira"])
def test_every_link_within_the_site_leads_somewhere(world, pages, person):
    found = (links_of(page) for url, page in pages.items() if PAGES[url] == person)
    wrong = {link: world.clients[person].get(link).status_code for link in set().union(*found)}
    assert {link: status for link, status in wrong.items() if status >= 400} == {}


def test_htmx_elements_work_without_it_too(pages):
    """Each element that asks by itself is a link or a form with the same address."""
    for url, page in pages.items():
        for tag, attributes in re.findall(r"<(\w+)\b([^>]*\shx-(?:get|post)=[^>]*)>", page):
            asked = re.search(r'\shx-(?:get|post)="([^"]*)"', attributes)[1]
            fallback = re.search(r'\s(?:href|action|formaction)="([^"]*)"', attributes)
            assert tag == "input" or (fallback and fallback[1] == asked), (url, tag, asked)


def test_every_page_opens_for_somebody_who_has_said_nothing_yet(world):
    everybodys = [name for name in TABLE if "charlie" in TABLE[name].read and name != "healthz"]
    for name in everybodys:
        assert world.clients["charlie"].get(ADDRESS_OF[name]).status_code in {200, 302}, name


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_only_browser_tests_ask_for_a_browsers_page(path):
    """By that name pytest-playwright would run the test among those that empty the database."""
    is_of_browsers = (ROOT / "tests/browser") in path.parents or path.stem == "test_passkeys"
    asked = {
        argument.arg
        for node in functions(path)
        if node.name.startswith("test_")
        for argument in node.args.args
    }
    assert is_of_browsers or not asked & {"page", "context", "browser"}
