from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.developer import Experience, HeldCertification, active_certifications

STATED_ON = date(2026, 1, 1)


def test_experience_grows_by_itself():
    assert Experience(3.0, STATED_ON).on(date(2027, 1, 1)) == pytest.approx(4.0, abs=0.003)


def test_experience_is_as_stated_on_its_own_day():
    assert Experience(3.5, STATED_ON).on(STATED_ON) == 3.5


@pytest.mark.parametrize(("today", "years"), [(date(2020, 1, 1), 0.0), (date(2200, 1, 1), 60.0)])
def test_experience_stays_between_0_and_60(today, years):
    assert Experience(1.0, STATED_ON).on(today) == years


@given(st.floats(0, 60), st.dates(date(1990, 1, 1)), st.integers(0, 5000))
def test_experience_never_shrinks(years, today, days):
    today = min(today, date(9980, 1, 1))
    experience = Experience(years, STATED_ON)
    assert experience.on(today) <= experience.on(today + timedelta(days))


@pytest.mark.parametrize(
    ("expires_on", "is_active"),
    [(None, True), (date(2026, 5, 2), True), (date(2026, 5, 1), True), (date(2026, 4, 30), False)],
)
def test_a_certificate_counts_to_its_last_day(expires_on, is_active):
    assert HeldCertification("ckad", None, expires_on).is_active(date(2026, 5, 1)) is is_active


def test_only_valid_certificates_count():
    held = (HeldCertification("ckad"), HeldCertification("cka", None, date(2026, 4, 30)))
    assert active_certifications(held, date(2026, 5, 1)) == {"ckad"}
