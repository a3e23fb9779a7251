"""docs/data.md says of every column that leads to a person what it holds, and of none that is not.

A model or column without a line there fails here, as does a line without a column.
"""

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings

from accounts.actions import retention
from accounts.models.leaving import GRACE
from planner.documents.personal import OWN, TABLES
from planner.documents.personal.document import FORMAT, MAX_BYTES, MAX_DEPTH, VERSION
from tests.planner.test_personal_export import personal_models

PAGE = (Path(settings.BASE_DIR) / "docs/data.md").read_text()
SECTION = re.compile(r"^### `([\w.]+)`\n(.*?)(?=^##|\Z)", re.M | re.S)
SECTIONS = dict(SECTION.findall(PAGE))
# What names people without leading to one of them by a key.
WITHOUT_A_KEY = {
    "accounts.Tombstone", "django_tasks_database.DBTaskResult", "sessions.Session",
}  # fmt: skip


def columns_of(label):
    """All but the number of a row."""
    model = apps.get_model(label)._meta
    return {field.name for field in (*model.fields, *model.many_to_many)} - {"id"}


def told(section):
    first_cells = re.findall(r"^\| (`.*?`) \|", section, re.M)
    return [name for cell in first_cells for name in re.findall(r"`(\w+)`", cell)]


def test_every_model_about_people_has_a_section():
    assert set(SECTIONS) == {m._meta.label for m in personal_models()} | WITHOUT_A_KEY


@pytest.mark.parametrize("label", SECTIONS)
def test_every_column_has_a_line_and_every_line_a_column(label):
    names = told(SECTIONS[label])
    assert sorted(names) == sorted(columns_of(label))


@pytest.mark.parametrize("label", SECTIONS)
def test_it_says_why_who_and_how_long(label):
    said = SECTIONS[label].replace("\n", " ")
    questions = ("*Why:* ", "*Who sees it:* ", "*How long:* ", "*In the file:* ")
    assert [question for question in questions if said.count(question) != 1] == []


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_table_of_the_file_is_named_at_its_model(table):
    in_file = SECTIONS[table.model._meta.label].replace("\n", " ").partition("*In the file:*")[2]
    paragraph = in_file.partition("|")[0]
    assert f"`{table.name}`" in paragraph
    assert ("yours" in paragraph) == (table in OWN)


@pytest.mark.parametrize(
    "said",
    [
        f'"{FORMAT}"), `version` ({VERSION})',
        f"{MAX_BYTES // 1_000_000} MB, nested more than {MAX_DEPTH} deep",
        f"| {retention.SIGHTINGS.days} days |",
        f"| {retention.ADDRESSES.days} days after it was answered",
        f"| {retention.FINISHED_TASKS.days} days |",
        f"| {GRACE.days} days, hidden",
        f"after {retention.WARNED_AFTER.days // 30} months",
        f"erased after {retention.ERASED_AFTER.days // 30} months",
    ],
)
def test_its_figures_are_those_of_the_code(said):
    assert said in PAGE.replace("\n", " ")
