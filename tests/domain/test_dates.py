from datetime import date

import pytest

from planner.domain.dates import months_later


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2025, 2, 1), 36, date(2028, 2, 1)),
        (date(2026, 11, 24), 2, date(2027, 1, 24)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 5, 7), 0, date(2026, 5, 7)),
    ],
)
def test_the_day_stays_or_falls_back_to_the_end_of_a_shorter_month(day, months, later):
    assert months_later(day, months) == later


def test_the_end_of_time_is_refused():
    with pytest.raises(ValueError, match="10000"):
        months_later(date(9999, 12, 1), 1)
