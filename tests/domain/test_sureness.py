import pytest

from planner.domain.developer import Developer
from planner.domain.pay import estimate
from planner.domain.standing import assess_developer
from planner.domain.sureness import judge_sureness
from tests.domain.people import ENTRY, MID


def sureness_of(catalogue, developer, changed=()):
    groups = [group for group in catalogue.pay_groups if group.id in changed]
    found = estimate(catalogue, developer, assess_developer(catalogue, developer))
    return judge_sureness(catalogue, developer, found, groups)


def test_fair_by_default(catalogue):
    found = sureness_of(catalogue, Developer(4, MID))
    assert (found.grade, found.reasons) == ("fair", ("inside_band", "pay_unknown"))


def test_better_with_known_pay(catalogue):
    found = sureness_of(catalogue, Developer(4, MID, current_pay=100_000.0))
    assert (found.grade, found.reasons) == ("better", ("inside_band", "pay_known"))


@pytest.mark.parametrize(
    ("developer", "reasons"),
    [
        (Developer(2.5, ENTRY), ("between_bands",)),
        (Developer(4, ENTRY), ("levels_differ",)),
        (Developer(4, MID, location_ratio=1.26), ("unusual_place",)),
        (Developer(4, MID, location_ratio=0.84), ("unusual_place",)),
        (
            Developer(5.5, ENTRY, location_ratio=1.5),
            ("between_bands", "levels_differ", "unusual_place"),
        ),
    ],
)
def test_weak_and_why(catalogue, developer, reasons):
    found = sureness_of(catalogue, developer)
    assert (found.grade, found.reasons) == ("weak", reasons)


def test_known_pay_does_not_outweigh_a_weakness(catalogue):
    assert sureness_of(catalogue, Developer(2.5, ENTRY, current_pay=80_000.0)).grade == "weak"


@pytest.mark.parametrize(
    ("changed", "grade"),
    [
        (["delivery", "cert-cloud"], "weak"),
        (["db-expertise", "delivery"], "fair"),
        (["kubernetes"], "fair"),
    ],
)
def test_mostly_assumed_points_are_weak(catalogue, changed, grade):
    assert sureness_of(catalogue, Developer(4, MID), changed).grade == grade
