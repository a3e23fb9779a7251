"""How well ads and CVs are read, against labels that a person gave them."""

import pytest

from tests.domain.reading.examples import LEXICON, examples, score, share_of_status

# Ads that have nothing to do with software.
OTHER_TRADES = ("21-nurse", "22-chef", "23-accountant", "24-teacher", "25-driver")


def test_there_are_enough_examples():
    assert len(examples("ads")) >= 25
    assert len(examples("cvs")) >= 3


@pytest.mark.parametrize("example", [*examples("ads"), *examples("cvs")], ids=lambda e: e.name)
def test_labels_are_skills_and_traps_are_not_found(example):
    assert example.skills <= LEXICON.categories.keys()
    assert not example.reading.skills & example.labels.get("not", frozenset())


@pytest.mark.parametrize(("technologies", "least"), [(True, 0.95), (False, 0.88)])
def test_ads_are_read_as_a_person_would(technologies, least):
    assert score(examples("ads"), technologies=technologies).f1 >= least


def test_cvs_are_read_as_a_person_would():
    assert score(examples("cvs"), technologies=True).f1 >= 0.95


def test_what_is_required_is_not_shown_as_optional():
    assert share_of_status("required", "optional") <= 0.05
    assert share_of_status("required", "required") >= 0.85


def test_what_is_optional_is_shown_so():
    assert share_of_status("optional", "optional") >= 0.85


def test_other_trades_name_no_technology():
    ads = [example for example in examples("ads") if example.name in OTHER_TRADES]
    assert sum(len(example.reading.skills) for example in ads) <= 1


@pytest.mark.parametrize("example", examples("cvs"), ids=lambda e: e.name)
def test_years_and_levels_of_a_cv(example):
    found = {f.skill_id: f for f in example.reading.findings}
    for label in example.labels.get("levels", ()):
        skill, level = label.split("=")
        assert found[skill].proposed == int(level)
    for label in example.labels.get("years", ()):
        skill, years = label.split("=")
        assert found[skill].years_min == pytest.approx(float(years), abs=0.1)
