import pytest
from hypothesis import given

from planner.domain.standing import assess, assess_developer, raised
from tests.domain.people import ENTRY, MID, SENIOR
from tests.domain.strategies import cases, developers, raises

NOBODY = frozenset()


def attained(catalogue, skills, expectation):
    standing = assess(catalogue, skills, NOBODY)
    ids = [e.id for e in catalogue.expectations]
    return standing.attainments[ids.index(expectation)]


def covered(catalogue, group, skills, certifications=NOBODY):
    standing = assess(catalogue, skills, frozenset(certifications))
    ids = [g.id for g in catalogue.pay_groups]
    return standing.coverages[ids.index(group)]


@pytest.mark.parametrize(
    ("skills", "readiness"), [(ENTRY, (1, 0, 0)), (MID, (1, 1, 0)), (SENIOR, (1, 1, 1))]
)
def test_what_a_level_asks_for_makes_it_ready(catalogue, skills, readiness):
    found = assess(catalogue, skills, NOBODY).readiness
    assert found[: sum(readiness)] == pytest.approx(readiness[: sum(readiness)])
    assert all(ready < 0.5 for ready in found[sum(readiness) :])


def test_nothing_is_nothing(catalogue):
    standing = assess(catalogue, {}, NOBODY)
    assert set(standing.readiness) == set(standing.coverages) == {0.0}


def test_all_of_is_the_mean(catalogue):
    assert attained(catalogue, {"clean-code": 2}, "entry/code-and-deploy") == 0.5


def test_any_of_is_the_best(catalogue):
    skills = {"python": 2, "java": 1, "rust": 1}
    assert attained(catalogue, skills, "entry/back-end-language") == 1


def test_too_little_counts_by_its_credit(catalogue):
    assert attained(catalogue, {"python": 1}, "entry/back-end-language") == pytest.approx(25 / 60)


def test_more_than_asked_counts_no_more(catalogue):
    assert attained(catalogue, {"python": 4}, "entry/back-end-language") == 1


def test_rust_counts_less_than_go_towards_pay(catalogue):
    assert covered(catalogue, "modern-language", {"go": 2}) == pytest.approx(0.6)
    assert covered(catalogue, "modern-language", {"rust": 2}) == pytest.approx(0.24)


def test_one_cloud_is_as_good_as_another(catalogue):
    found = {
        covered(catalogue, "cloud-containers", {cloud: 4}) for cloud in ("aws", "azure", "gcp")
    }
    assert found == {0.5}


@pytest.mark.parametrize(("proficiency", "counted"), [(None, 0.5), (1, 0.5), (2, 1.0), (4, 1.0)])
def test_a_certificate_counts_half_without_its_skill(catalogue, proficiency, counted):
    skills = {} if proficiency is None else {"kubernetes": proficiency}
    assert covered(catalogue, "cert-kubernetes", skills, ["ckad"]) == counted


@cases
@given(developers(), raises())
def test_raised_equals_assessing_the_raised_set(catalogue, alice, gained):
    skills, certifications = gained
    before = assess_developer(catalogue, alice)
    after = raised(catalogue, before, skills, certifications)
    both = {id_: max(level, alice.skills.get(id_, 0)) for id_, level in skills.items()}
    expected = assess(catalogue, alice.skills | both, alice.certifications | certifications)
    assert after.attainments == expected.attainments
    assert after.coverages == expected.coverages
    assert after.readiness == expected.readiness
    assert after.certifications == expected.certifications


@cases
@given(developers(), raises())
def test_more_never_lowers_anything(catalogue, alice, gained):
    before = assess_developer(catalogue, alice)
    after = raised(catalogue, before, *gained)
    for was, now in (
        (before.attainments, after.attainments),
        (before.coverages, after.coverages),
        (before.readiness, after.readiness),
    ):
        assert all(old <= new for old, new in zip(was, now, strict=True))


@cases
@given(developers())
def test_shares_are_shares(catalogue, alice):
    standing = assess_developer(catalogue, alice)
    shares = (*standing.attainments, *standing.coverages, *standing.readiness)
    assert all(0 <= share <= 1 + 1e-12 for share in shares)
