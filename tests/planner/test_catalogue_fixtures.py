"""The fixtures are what the raw tables say."""

import csv
from collections import Counter

import pytest

from fixtures import build
from fixtures.tables import DATA
from planner.domain.ranges import Range


@pytest.fixture(scope="module")
def catalogue():
    return build.catalogue()


@pytest.mark.parametrize("name", [*build.FILES, build.VERSION_FILE])
def test_committed_fixture_is_what_the_tables_give(name):
    committed = (build.HERE / f"{name}.json").read_text(encoding="utf-8")
    assert committed == build.fixture_texts()[name]


def test_nothing_is_lost_on_the_way(catalogue):
    assert len(catalogue.skills) == 174
    assert len(catalogue.certifications) == 31
    assert len(catalogue.expectations) == 15
    assert len(catalogue.pay_groups) == 11
    assert len(catalogue.levels) == 3
    assert len(catalogue.assumptions) == 36
    assert Counter(p.kind for p in catalogue.places.values()) == {"metro": 117, "state": 52}
    assert len(catalogue.industries) == 35


def test_a_rule_with_members_and_their_targets(catalogue):
    language, *_ = catalogue.expectations
    python, *others = language.members
    assert (language.id, language.rule, language.weight) == ("entry/back-end-language", "any_of", 3)
    assert (python.skill, python.target, python.is_extension) == ("python", 2, False)
    assert others[-1].is_extension
    assert language.sources == ("L16.1", "assumption:weights")


def test_pay_members_with_factors_alternatives_and_certifications(catalogue):
    groups = {group.id: group for group in catalogue.pay_groups}
    factors = {e.id: e.factor for e in groups["modern-language"].evidence()}
    cloud, docker = groups["cloud-containers"].members
    assert factors == {"go": 1, "kotlin": 1, "rust": 0.4, "scala": 1, "elixir": 1}
    assert [e.id for e in cloud] == ["aws", "azure", "gcp"]
    assert [e.id for e in docker] == ["docker"]
    assert {e.kind for e in groups["cert-cloud"].evidence()} == {"certification"}
    assert groups["kubernetes"].points == Range(1.7, 5.2, 12.8)


@pytest.mark.parametrize(
    ("id_", "status", "note"),
    [
        ("az-204", "retired", "Retired 2026-07-31 (cannot be earned or renewed)"),
        ("ai-200", "active", "successor of AZ-204"),
        ("hashicorp-terraform-associate", "active", "003 retired 2026-01-08"),
        ("az-900", "unverified", "No current official page was found"),
        ("docker-dca", "unverified", "No current official page was found"),
        ("ckad", "active", ""),
    ],
)
def test_certification_status(catalogue, id_, status, note):
    certification = catalogue.certifications[id_]
    assert (certification.status, certification.status_note) == (status, note)


@pytest.mark.parametrize(
    ("id_", "cost", "note"),
    [
        ("hashicorp-terraform-associate", 70.5, "hashicorp/dev-portal PR 2829"),
        ("gcp-ace", None, "Not confirmed: 125; sources disagree: 125 in "),
        ("aws-devops-pro", None, "Not confirmed: 300; only a 2019 gist"),
        ("edb-postgresql-associate", None, "Not confirmed: 200 (2011)"),
        ("az-900", None, "No figure was found"),
    ],
)
def test_a_cost_that_nobody_confirms_is_no_cost(catalogue, id_, cost, note):
    certification = catalogue.certifications[id_]
    assert certification.exam_cost_usd == cost
    assert certification.cost_note.startswith(note)


def test_an_exam_length_with_a_doubt_is_a_note(catalogue):
    certification = catalogue.certifications["ai-200"]
    assert certification.exam_minutes is None
    assert certification.notes.endswith("not confirmed: 120 (dev.to says 100: conflict)")


def test_a_place_without_a_released_figure_has_no_ratio(catalogue):
    alaska = catalogue.places["0200000"]
    assert (alaska.name, alaska.ratio, alaska.median) == ("Alaska", None, None)


def test_a_pay_ratio_is_the_median_over_the_national_one(catalogue):
    for area in (*catalogue.places.values(), *catalogue.industries.values()):
        if area.ratio is not None:
            assert area.ratio == pytest.approx(area.median / 135_980, abs=0.0001)


def test_survey_points_are_the_logs_of_the_joint_premiums(catalogue):
    """Rounded to a tenth, or taken from the rounded percentage: within 0.2 of the log."""
    families = {
        "modern-language": "B_lang",
        "db-expertise": "B_db",
        "kubernetes": "B_k8s",
        "cloud-containers": "B_cloud",
        "ai-ml": "B_ai",
    }
    with (DATA / "so2023_us_family_premiums.csv").open() as lines:
        measured = {
            row["family"]: float(row["joint_points_100ln"]) for row in csv.DictReader(lines)
        }
    for group in catalogue.pay_groups:
        if group.id in families:
            assert group.points.central == pytest.approx(measured[families[group.id]], abs=0.2)


def test_no_sentence_of_the_article_is_among_the_tables():
    with (DATA / "article_sentences.csv").open() as lines:
        columns = csv.DictReader(lines).fieldnames
    assert columns == ["sentence_id", "kind", "heading", "words"]
