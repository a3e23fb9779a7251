import pytest

from planner.domain.levels import judge_level, level_by_skills, level_by_years

ALL, NO_SENIOR, ENTRY_ONLY, NONE = (1, 1, 1), (1, 1, 0.2), (1, 0.3, 0), (0.5, 0, 0)


@pytest.mark.parametrize(
    ("years", "level"),
    [
        (0, "entry"),
        (2.0, "entry"),
        (2.5, "entry"),
        (2.99, "entry"),
        (3.0, "mid"),
        (5.0, "mid"),
        (5.5, "mid"),
        (5.999, "mid"),
        (6.0, "senior"),
        (60, "senior"),
    ],
)
def test_years_between_two_bands_belong_to_the_lower_one(catalogue, years, level):
    assert level_by_years(catalogue, years) == level


@pytest.mark.parametrize(
    ("readiness", "level"),
    [
        (ALL, "senior"),
        (NO_SENIOR, "mid"),
        (ENTRY_ONLY, "entry"),
        (NONE, "pre-entry"),
        ((0.8, 0.8, 0.79999), "mid"),
        ((0.8 - 1e-12, 0, 0), "entry"),
    ],
)
def test_skills_count_from_the_threshold_on(catalogue, readiness, level):
    assert level_by_skills(catalogue, readiness) == level


def test_a_level_counts_only_with_all_below_it(catalogue):
    assert level_by_skills(catalogue, (1, 0.5, 1)) == "entry"


@pytest.mark.parametrize(
    ("years", "readiness", "shown", "binds"),
    [
        (2.5, ALL, "entry", "years"),
        (2.5, ENTRY_ONLY, "entry", "both"),
        (5.5, ALL, "mid", "years"),
        (5.5, ENTRY_ONLY, "entry", "skills"),
        (6.0, NO_SENIOR, "mid", "skills"),
        (6.0, ALL, "senior", "none"),
        (2.99, NONE, "pre-entry", "skills"),
    ],
)
def test_the_lower_of_the_two_is_shown_and_what_binds(catalogue, years, readiness, shown, binds):
    verdict = judge_level(catalogue, years, readiness)
    assert (verdict.shown, verdict.binds) == (shown, binds)


def test_years_to_the_next_level(catalogue):
    verdict = judge_level(catalogue, 2.5, ALL)
    assert (verdict.next_level, verdict.years_to_next, verdict.years_ahead) == ("mid", 0.5, 0)


def test_years_ahead_of_the_skills(catalogue):
    verdict = judge_level(catalogue, 5.0, ENTRY_ONLY)
    assert (verdict.next_level, verdict.years_to_next, verdict.years_ahead) == ("mid", 0, 2.0)


def test_nothing_comes_after_senior(catalogue):
    verdict = judge_level(catalogue, 7, ALL)
    assert (verdict.next_level, verdict.years_to_next) == (None, None)
