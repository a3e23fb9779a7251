"""Cohorts made up day by day: who studies how often, at which pace, and who stops.

Their plan has 13 steps of 14 days. Like the kept plan's, it has somebody behind only once the step
that they are at is overdue.
"""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from planner.domain.mentoring.at_risk import Facts

TODAY = date(2026, 11, 24)
STEPS, STEP_DAYS = 13, 14


def mentee(chance: Random, days: int, pace: float = 1.0, stopped_for: int = 0) -> Facts:
    """Somebody who joined `days` ago, studies one to five days a week and stopped a while ago.

    `pace`: days of the plan that they do in a day, on average. One in seven was away for up to a
    fortnight and told nobody.
    """
    a_week = chance.randint(1, 5)
    away_from = chance.randrange(days) if chance.random() < 1 / 7 else days
    away = range(away_from, away_from + chance.randint(7, 14))
    studied = [
        day for day in range(days - stopped_for) if day not in away and chance.random() < a_week / 7
    ]
    done = sum(pace * 7 / a_week * chance.uniform(0.5, 1.5) for _ in studied)
    reached, due = min(STEPS, int(done // STEP_DAYS)), min(STEPS, days // STEP_DAYS)
    return Facts(
        joined_on=TODAY - timedelta(days=days),
        assigned=STEPS,
        left=STEPS - reached,
        days_behind=max(0, days - (reached + 1) * STEP_DAYS) if reached < STEPS else 0,
        share_behind=max(0, due - reached) / STEPS,
        last_active_on=TODAY - timedelta(days=days - studied[-1]) if studied else None,
    )


def healthy(chance: Random, size: int = 200) -> list[Facts]:
    """People who keep up, more or less: most do 0.8 to 1.3 days of their plan in a day."""
    return [
        mentee(chance, chance.randint(14, 170), pace=chance.gauss(1.05, 0.12)) for _ in range(size)
    ]


def new(chance: Random, size: int = 200) -> list[Facts]:
    """People of the first fortnight, many of whom have not begun."""
    return [mentee(chance, d, stopped_for=d // 2) for d in chance.choices(range(1, 14), k=size)]


def vanished(chance: Random, size: int = 200) -> list[Facts]:
    """People who did two fifths of what was planned and then stopped, 15 to 60 days ago."""
    return [
        mentee(chance, chance.randint(90, 170), 0.4, chance.randint(15, 60)) for _ in range(size)
    ]


def paused(chance: Random, size: int = 200) -> list[Facts]:
    """People who vanished, and had said that they would."""
    until = [TODAY + timedelta(days=chance.randint(0, 60)) for _ in range(size)]
    return [
        replace(facts, paused_until=day)
        for facts, day in zip(vanished(chance, size), until, strict=True)
    ]


def struggling(chance: Random, size: int = 200) -> list[Facts]:
    """People at a third of the pace who keep at it and said that something is in the way."""
    return [
        replace(mentee(chance, chance.randint(90, 170), 0.3), blockers=("severe",))
        for _ in range(size)
    ]
