"""What things are called on a page."""

import pytest

from planner import names
from planner.domain.catalogue import PRE_ENTRY
from tests.domain.strategies import CATALOGUE


@pytest.mark.parametrize(
    ("id_", "name"),
    [
        ("docker", "Docker"),
        ("ckad", "Certified Kubernetes Application Developer"),
        ("gone-since", "gone-since"),
    ],
)
def test_the_name_of_a_skill_or_certification(id_, name):
    assert names.name_of(CATALOGUE, id_) == name


@pytest.mark.parametrize(
    ("code", "name"),
    [("mid", "Mid-level"), (PRE_ENTRY, "Before entry level"), (None, "Before entry level")],
)
def test_the_name_of_a_level(code, name):
    assert names.level_name(CATALOGUE, code) == name


@pytest.mark.parametrize(("value", "word"), [(None, "Not assessed"), (0, "None"), (4, "Expert")])
def test_the_word_for_a_proficiency(value, word):
    assert names.proficiency(value) == word


@pytest.mark.parametrize(
    ("parts", "said"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_a_list_in_words(parts, said):
    assert names.listed(parts) == said


@pytest.mark.parametrize(
    ("id_", "label"),
    [
        ("L16.1", "Article, L16.1"),
        ("bls-oews-metros-2025", "BLS, May 2025"),
        ("so2023", "Stack Overflow survey, 2023"),
        ("assumption:gate_strength", "Assumption: gate strength"),
        ("foote-2023q4", "Foote Partners 4Q2023 average pay premium"),
    ],
)
def test_the_label_of_a_source(id_, label):
    assert names.source_label(CATALOGUE.sources[id_]) == label
