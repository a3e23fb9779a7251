"""The pay that an ad states."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.reading.ad_pay import is_in_other_money, pay_in


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


@pytest.mark.parametrize(
    ("text", "is_other"),
    [
        ("Gehalt: 60.000 € bis 75.000 €", True),
        ("£55k to £65k", True),
        ("EUR 70000", True),
        ("90 000 PLN", True),
        ("$120,000 - $150,000, or £90,000", False),
        ("$20,000,000 raised", False),
        ("a budget of €5 a day, 24/7", False),
        ("", False),
    ],
)
def test_pay_in_another_money_is_noticed(text, is_other):
    assert is_in_other_money(text) == is_other


@given(st.text(alphabet="$USD 0123456789,.kK-–toand\n", max_size=300))
def test_no_text_fails(text):
    found = pay_in(text)
    assert found is None or 0 < found.low <= found.high


def test_a_long_text_takes_no_time():
    assert pay_in("$1,000 " * 14_000 + "$120 - " * 1000) is None
