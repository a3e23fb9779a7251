"""The pay that an ad states."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.reading.ad_pay import pay_in


@pytest.mark.parametrize(
    ("text", "pay"),
    [
        ("Salary: $120,000 - $150,000 a year", (120_000, 150_000)),
        ("$120k-$150k plus equity", (120_000, 150_000)),
        ("$120-150k", (120_000, 150_000)),
        ("$120,000 to $150,000", (120_000, 150_000)),
        ("USD 95,000 - 110,000", (95_000, 110_000)),
        ("between $98,500.00 and $120,000.00", (98_500, 120_000)),
        ("Base pay of $130,000", (130_000, 130_000)),
        ("We raised $50,000,000. Pay: $90k - $100k", (90_000, 100_000)),
    ],
)
def test_yearly_pay_is_found(text, pay):
    found = pay_in(text)
    assert (found.low, found.high) == pay
    assert text[found.start : found.end].strip()


@pytest.mark.parametrize(
    "text",
    [
        "", "We raised $120,000 - $150,000", "$50 - $70 per hour", "$5,000 - $7,000 per month",
        "$20M - $30M in revenue", "a budget of $120,000", "€60.000 - €70.000", "401k and 24/7",
        "Sign-on bonus $20,000 - $30,000", "5,000 users, 99.9 %", "$120,000 for customers",
    ],
)  # fmt: skip
def test_what_is_no_yearly_pay_is_left(text):
    assert pay_in(text) is None


@given(st.text(alphabet="$USD 0123456789,.kK-–toand\n", max_size=300))
def test_no_text_fails(text):
    found = pay_in(text)
    assert found is None or 0 < found.low <= found.high


def test_a_long_text_takes_no_time():
    assert pay_in("$1,000 " * 14_000 + "$120 - " * 1000) is None
