import pytest
from hypothesis import given

from planner.domain.derivation import derive
from planner.domain.developer import Developer
from planner.domain.pay import estimate
from planner.domain.standing import assess_developer
from tests.domain.people import MID, developer_of, worked
from tests.domain.strategies import cases, developers


def derivation_of(catalogue, developer):
    standing = assess_developer(catalogue, developer)
    found = estimate(catalogue, developer, standing)
    return found, derive(catalogue, developer, standing, found)


def amounts(derivation):
    return {line.key: line.amount for line in derivation.lines}


def test_the_worked_example_as_a_waterfall(catalogue):
    _, found = derivation_of(catalogue, developer_of(worked("P5")["profile"]))
    assert amounts(found) == pytest.approx(
        {"floor": 95_000, "time": 4_375, "skills": 4_634.24, "location": 1_248.11}, abs=0.005
    )


def test_lines_that_change_nothing_are_left_out(catalogue):
    _, found = derivation_of(catalogue, Developer(4, MID))
    assert list(amounts(found)) == ["floor", "time", "skills"]


def test_a_place_beyond_the_wage_tables_is_limited(catalogue):
    _, found = derivation_of(catalogue, Developer(4, MID, location_ratio=1.8))
    assert found.lines[-1].key == "limit"
    assert found.lines[-1].factor == pytest.approx(1.6 / 1.8)


def test_a_place_names_the_table_it_is_from(catalogue):
    alice = Developer(4, MID, location_ratio=1.1)
    standing = assess_developer(catalogue, alice)
    found = estimate(catalogue, alice, standing)
    line = derive(catalogue, alice, standing, found, "bls-oews-states-2025").lines[-1]
    assert (line.key, line.sources) == ("location", ("bls-oews-states-2025",))


def test_between_two_bands_both_floors_count(catalogue):
    _, found = derivation_of(catalogue, Developer(2.5, MID))
    floor = found.lines[0]
    assert floor.amount == 84_500
    assert set(floor.sources) == {
        *catalogue.level("entry").pay_sources,
        *catalogue.level("mid").pay_sources,
    }


def test_every_line_names_what_it_rests_on(catalogue):
    _, found = derivation_of(
        catalogue, Developer(5.5, MID, location_ratio=1.8, industry_ratio=1.2, is_remote=True)
    )
    for line in found.lines:
        assert line.sources or line.assumptions
        assert set(line.sources) <= catalogue.sources.keys()
        assert set(line.assumptions) <= catalogue.assumptions.keys()


@cases
@given(developers())
def test_the_lines_add_up_to_the_estimate(catalogue, alice):
    found, derivation = derivation_of(catalogue, alice)
    assert sum(line.amount for line in derivation.lines) == pytest.approx(found.pay.central)
    assert derivation.lines[-1].total == pytest.approx(found.pay.central)


@cases
@given(developers())
def test_the_groups_in_scope_come_to_the_coverage(catalogue, alice):
    found, derivation = derivation_of(catalogue, alice)
    assert sum(group.weight for group in derivation.groups) == pytest.approx(1)
    covered = sum(group.weight * group.covered for group in derivation.groups)
    assert covered == pytest.approx(found.coverage)
