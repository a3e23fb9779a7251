"""The public page on how every figure is made."""

import re

import pytest

from planner.queries.catalogue import current_catalogue
from planner.views.method import article_sections, sources_by_kind

pytestmark = pytest.mark.django_db
METHOD = "/method/"


def ids(page):
    return re.findall(r'\bid="([^"]+)"', page)


def test_strangers_may_read_it(client):
    assert "How every figure is worked out" in client.get(METHOD).text


def test_every_source_and_assumption_has_its_anchor_once(client):
    found, catalogue = ids(client.get(METHOD).text), current_catalogue()
    wanted = {*catalogue.sources, *(f"assumption:{key}" for key in catalogue.assumptions)}
    assert wanted - set(found) == set()
    assert len(found) == len(set(found))


def test_every_source_is_in_one_list():
    catalogue = current_catalogue()
    listed = [s.id for _, sources in article_sections(catalogue) for s in sources]
    listed += [s.id for _, sources in sources_by_kind(catalogue) for s in sources]
    named = {f"assumption:{key}" for key in catalogue.assumptions}
    assert sorted(listed) == sorted(set(catalogue.sources) - named)


def test_every_assumption_has_value_and_reason(client):
    page = client.get(METHOD).text
    for assumption in current_catalogue().assumptions.values():
        assert f"<b>{assumption.value}</b>" in page


@pytest.mark.parametrize(
    "said",
    [
        "Open Database License",
        "Bureau of Labor Statistics",
        "Bureau of Economic Analysis",
        "Nothing here is a cause",
    ],
)
def test_licences_and_limits_are_there(client, said):
    assert said in client.get(METHOD).text


def test_every_link_into_the_method_page_arrives(as_alice):
    known = set(ids(as_alice.get(METHOD).text))
    for page in ("/estimate/", "/gaps/", "/skills/docker/", "/certifications/ckad/"):
        wanted = set(re.findall(r'href="/method/#([^"]+)"', as_alice.get(page).text))
        assert wanted - known == set(), page


def test_the_number_of_queries(client, django_assert_num_queries):
    current_catalogue()
    with django_assert_num_queries(1):  # the catalogue's version
        client.get(METHOD)
