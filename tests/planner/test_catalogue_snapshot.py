"""One immutable catalogue per process, read again only when its version changes."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import date

import pytest
from django.db import connection

from fixtures import build
from planner.domain.catalogue import Member
from planner.models import CatalogueVersion, ExpectationMember, LevelEntry, SkillEntry
from planner.queries.catalogue import (
    CatalogueMissingError,
    current_catalogue,
    read_catalogue,
    version_key_subquery,
)

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)
QUERIES = 14  # ten tables, two relations, and the version before and after


def stored_key():
    return CatalogueVersion.objects.keys().get()


def test_what_is_loaded_is_what_the_tables_say():
    assert read_catalogue() == build.catalogue()


def test_reading_takes_a_fixed_number_of_queries(django_assert_num_queries):
    ExpectationMember.objects.create(expectation_id="mid/cloud", skill_id="helm", target=2)
    SkillEntry.objects.get(id="go").prerequisites.add("sql", "git")
    with django_assert_num_queries(QUERIES):
        read_catalogue()


def test_a_known_version_costs_no_query(django_assert_num_queries):
    key = current_catalogue().version
    with django_assert_num_queries(0):
        assert current_catalogue(key) is current_catalogue(key)


def test_without_a_key_one_query_asks_for_it(django_assert_num_queries):
    current_catalogue()
    with django_assert_num_queries(1):
        current_catalogue()


def test_the_key_comes_along_with_another_query(django_assert_num_queries):
    with django_assert_num_queries(1):
        level = LevelEntry.objects.annotate(version=version_key_subquery()).get(code="mid")
    assert level.version == stored_key() == current_catalogue().version


def test_an_edit_is_seen_after_a_bump_and_not_before():
    before = current_catalogue()
    SkillEntry.objects.filter(id="go").update(name="Golang")
    assert current_catalogue() is before
    CatalogueVersion.objects.bump(TODAY)
    assert current_catalogue().skills["go"].name == "Golang"
    assert current_catalogue().updated_on == TODAY


def test_the_version_before_is_kept_for_requests_under_way(django_assert_num_queries):
    CatalogueVersion.objects.bump(TODAY)
    before = current_catalogue()
    CatalogueVersion.objects.bump(TODAY)
    current_catalogue()
    with django_assert_num_queries(0):
        assert current_catalogue(before.version) is before


def test_no_version_comes_twice():
    CatalogueVersion.objects.bump(TODAY)
    first = stored_key()
    CatalogueVersion.objects.bump(TODAY)
    assert stored_key() != first


def test_a_key_that_is_gone_gives_the_catalogue_of_now():
    assert current_catalogue("2001-01-01.0") == current_catalogue()


def test_without_a_catalogue_the_error_says_what_to_run():
    CatalogueVersion.objects.all().delete()
    with pytest.raises(CatalogueMissingError, match="load_catalogue"):
        current_catalogue()


def test_the_first_bump_of_an_empty_database_makes_the_version():
    CatalogueVersion.objects.all().delete()
    CatalogueVersion.objects.bump(TODAY)
    assert stored_key().startswith("local.")


def test_rows_come_in_the_order_of_their_position():
    ExpectationMember.objects.filter(expectation="entry/databases").update(position=5)
    ExpectationMember.objects.create(
        expectation_id="entry/databases", skill_id="sql", target=1, position=2
    )
    databases = next(e for e in read_catalogue().expectations if e.id == "entry/databases")
    assert databases.members == (Member("sql", 1), Member("database-fundamentals", 2))


def test_a_catalogue_cannot_be_changed():
    with pytest.raises(TypeError):
        current_catalogue().skills["cobol"] = None


def test_threads_that_ask_at_once_get_the_same_value():
    shipped = stored_key()
    for _ in range(2):  # so that the shipped version is no longer remembered
        CatalogueVersion.objects.bump(TODAY)
        current_catalogue()

    def ask(_):
        with closing(connection):  # each thread opens one, and sees what was committed: the shipped
            return current_catalogue(shipped)

    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(ask, range(8)))
    assert all(catalogue is found[0] for catalogue in found)
