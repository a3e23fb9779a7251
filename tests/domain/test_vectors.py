"""The ten worked profiles of the pay model, to the cent."""

import pytest

from planner.domain.pay import estimate
from planner.domain.projection import project
from planner.domain.standing import assess_developer, raised
from tests.domain.people import VECTORS, developer_of

every_vector = pytest.mark.parametrize("vector", VECTORS, ids=[v["id"] for v in VECTORS])


@every_vector
def test_level(catalogue, vector):
    developer, expected = developer_of(vector["profile"]), vector["expect"]
    found = estimate(catalogue, developer, assess_developer(catalogue, developer))
    assert found.level.shown == expected["level"]
    assert found.level.by_years == expected["level_by_years"]
    assert found.level.by_skills == expected["level_by_skills"]
    assert found.is_claimed is (expected["level"] != "pre-entry")


@every_vector
def test_readiness(catalogue, vector):
    standing = assess_developer(catalogue, developer_of(vector["profile"]))
    found = [round(ready, 6) for ready in standing.readiness]
    assert found == list(vector["expect"]["readiness"].values())


@every_vector
def test_years_and_place(catalogue, vector):
    developer, expected = developer_of(vector["profile"]), vector["expect"]
    found = estimate(catalogue, developer, assess_developer(catalogue, developer))
    assert round(found.gate_years, 6) == expected["gate_years"]
    assert round(found.effective_years, 6) == expected["effective_years"]
    assert round(found.place_factor, 6) == expected["place_factor"]


@every_vector
def test_estimate(catalogue, vector):
    developer, expected = developer_of(vector["profile"]), vector["expect"]
    found = estimate(catalogue, developer, assess_developer(catalogue, developer))
    pay = found.pay
    assert [round(figure, 2) for figure in found.band] == expected["band"]
    assert [round(x, 2) for x in (pay.low, pay.central, pay.high)] == expected["estimate"]


@every_vector
def test_projection(catalogue, vector):
    developer, plan = developer_of(vector["profile"]), vector["plan"]
    before = assess_developer(catalogue, developer)
    after = raised(catalogue, before, plan["skills"], plan["certifications"])
    found = project(catalogue, developer, before, after, plan["months"])
    names = ("pay_now", "estimate_now", "pay_after_time", "pay_after", "gain_time", "gain_gate")
    figures = {name: getattr(found, name) for name in (*names, "cap")} | {
        "gain_skill": found.gain_skill.central,
        "gain_skill_low": found.gain_skill.low,
        "gain_skill_high": found.gain_skill.high,
    }
    cents = {name: pytest.approx(figure, abs=0.005) for name, figure in figures.items()}
    assert vector["expect"]["projection"] == cents
