"""How figures are said: money, counts, times. Pure functions, no markup.

Money is dollars a year. A figure with bounds is a `Range` or two numbers.
"""

from __future__ import annotations

from planner.domain.ranges import Range

MONTHS_AS_YEARS = 24  # from here on a time is said in years


def count(number: int, singular: str, plural: str = "") -> str:
    """`1 skill`, `3 skills`, `no skills`."""
    word = singular if number == 1 else plural or f"{singular}s"
    return f"{number or 'no'} {word}"


def money(dollars: float) -> str:
    """`105257.35` → `$105,257`."""
    return f"{'−' if dollars < -0.5 else ''}${abs(dollars):,.0f}"


def change(dollars: float) -> str:
    """`4375.0` → `+$4,375`; less than half a dollar is `+$0`."""
    return money(dollars) if dollars <= -0.5 else f"+{money(abs(dollars))}"


def money_k(dollars: float) -> str:
    """`105257.35` → `$105k`; below a thousand to the nearest hundred: `$800`."""
    hundreds = round(abs(dollars), -2)
    amount = f"${hundreds:.0f}" if hundreds < 1000 else f"${abs(dollars) / 1000:,.0f}k"
    return f"−{amount}" if dollars < 0 < hundreds else amount


def money_range(low: float | Range, high: float | None = None) -> str:
    """`$100k–$110k`, or `about $74k` where both ends read the same."""
    lowest, highest = (money_k(bound) for bound in bounds(low, high))
    return f"about {highest}" if lowest == highest else f"{lowest}–{highest}"


def bounds(low: float | Range, high: float | None) -> tuple[float, float]:
    """The ends of a range, or of two numbers, or the one number twice."""
    if isinstance(low, Range):
        return low.low, low.high
    return low, low if high is None else high


def percent(share: float) -> str:
    """`0.62` → `62%`. Only nothing reads 0% and only the whole reads 100%."""
    whole = round(share * 100)
    if 0 < share < 1:
        whole = min(99, max(1, whole))
    return f"{whole}%"


def decimal(number: float) -> str:
    """`4.0` → `4`, `2.55` → `2.5`: cut, not rounded, so that nobody gains a year."""
    return f"{int(number * 10 + 1e-6) / 10:g}"


def years(number: float) -> str:
    """`1 year`, `2.5 years`."""
    return f"{decimal(number)} year{'' if decimal(number) == '1' else 's'}"


def duration(months: float) -> str:
    """Months as somebody would say them: `under a month`, `8 months`, `3.5 years`."""
    whole = round(months)
    if whole < 1:
        return "under a month"
    if whole >= MONTHS_AS_YEARS:
        return f"{round(months / 6) / 2:g} years"
    return f"{whole} month{'' if whole == 1 else 's'}"


def duration_range(low: float, high: float) -> str:
    """`3–16 months`, `about 5 months` where both ends read the same, `8 months to 3.5 years`."""
    first, last = duration(low), duration(high)
    if first == last:
        return first if first.startswith("under") else f"about {first}"
    if first.startswith("under"):
        return f"up to {last}"
    same_unit = first.rstrip("s").endswith("month") and last.rstrip("s").endswith("month")
    return f"{first.split()[0]}–{last}" if same_unit else f"{first} to {last}"


def about_hours(hours: float) -> str:
    """`about 140 hours`: rounded, because the steps' own hours are estimates."""
    grain = 10 if hours >= 100 else 5 if hours >= 20 else 1
    rounded = max(1, round(hours / grain) * grain)
    return f"about {rounded:,} hour{'' if rounded == 1 else 's'}"


def gain(amount: Range, show_only_if: float) -> str:
    """`$200–$1,400 a year`, `under $250 a year`, or empty where no source gives a figure.

    The low end is rounded down and a low of nothing reads $0.
    """
    if amount.high <= 0:
        return ""
    if amount.high < show_only_if:
        return f"under ${show_only_if:,.0f} a year"
    return f"{dollar_range(amount.low, amount.high)} a year"


def dollar_range(low: float, high: float) -> str:
    """`$200–$1,400`, to the hundred: the low end down, the high end to the nearest."""
    lowest, highest = int(max(0.0, low) // 100 * 100), round(high / 100) * 100
    return f"${lowest:,}–${max(lowest, highest):,}" if lowest < highest else f"about ${highest:,}"
