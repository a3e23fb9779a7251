"""The jobs of a plan, and what an order of them earns: the one definition of the objective."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import inf

from planner.domain.catalogue import Catalogue
from planner.domain.developer import Developer, Proficiency
from planner.domain.learning import Step, months_of_study
from planner.domain.roadmap.clock import PayClock
from planner.domain.roadmap.ledger import Effect, Ledger, State, ledger_of, start_state, step_effect
from planner.domain.standing import Standing

FIRST, NORMAL, LAST = 0, 1, 2  # ranks: an order goes through them one after the other
SOON = 1e-9  # months that do not matter


def step_key(step: Step) -> str:
    """The stable name of a step: its skill or certification and where it ends."""
    return f"{step.id}@{step.end}"


@dataclass(frozen=True, slots=True)
class Job:
    """A step to put in order.

    `months`: of study. `lag`: of practice that goes on after the study has ended. `after`: the
    jobs that must come before, directly or not. `due`: the month by which it must be done.
    """

    step: Step
    months: float
    lag: float
    after: frozenset[int]
    effect: Effect
    due: float = inf
    rank: int = NORMAL


@dataclass(frozen=True)
class Problem:
    """Jobs to put in order, each listed after what it needs. Time is in months from today."""

    jobs: tuple[Job, ...]
    horizon: float
    ledger: Ledger
    start: State
    clock: PayClock

    @cached_property
    def idle(self) -> float:
        """Dollars earned over the horizon if nothing is learnt."""
        return self.clock.earned(self.start, 0.0, self.horizon)

    @cached_property
    def is_due(self) -> bool:
        return any(job.due < inf for job in self.jobs)

    def completions(self, order: Sequence[int]) -> dict[int, float]:
        """The month in which each job of an order is done, its practice included."""
        done, studied = {}, 0.0
        for n in order:
            studied += self.jobs[n].months
            done[n] = studied + self.jobs[n].lag
        return done

    def value(self, order: Sequence[int]) -> float:
        """Dollars that an order earns over the horizon beyond learning nothing."""
        state, now, total = self.start.copy(), 0.0, 0.0
        done = self.completions(order)
        for month, n in sorted((month, n) for n, month in done.items() if month < self.horizon):
            total += self.clock.earned(state, now, month)
            now = month
            self.ledger.apply(state, self.jobs[n].effect)
        return total + self.clock.earned(state, now, self.horizon) - self.idle

    def is_possible(self, order: Sequence[int]) -> bool:
        """Whether an order keeps every precedence, rank and due month."""
        place = {n: k for k, n in enumerate(order)}
        ranks = [self.jobs[n].rank for n in order]
        return (
            len(place) == len(self.jobs)
            and ranks == sorted(ranks)
            and all(place[m] < place[n] for n in order for m in self.jobs[n].after)
            and all(
                month <= self.jobs[n].due + SOON for n, month in self.completions(order).items()
            )
        )


def build_problem(
    catalogue: Catalogue,
    developer: Developer,
    standing: Standing,
    steps: Sequence[Step],
    horizon: float,
    *,
    due: Mapping[str, float] | None = None,
) -> Problem:
    """Jobs from steps that are in a possible order already. `due`: by certification id."""
    jobs: list[Job] = []
    for step in steps:
        months = months_of_study(step.hours.central, developer.estimated_hours_per_week)
        needed = _needed(catalogue, step, jobs)
        jobs.append(
            Job(
                step=step,
                months=months,
                lag=max(0.0, step.practice_months - months),
                after=needed.union(*(jobs[n].after for n in needed)),
                effect=step_effect(catalogue, standing, step),
                due=(due or {}).get(step.id, inf),
            )
        )
    start = start_state(catalogue, standing)
    clock = PayClock(catalogue, developer, start)
    return Problem(tuple(jobs), horizon, ledger_of(catalogue), start, clock)


def needs_of(catalogue: Catalogue, step: Step) -> Mapping[str, int]:
    """The proficiency of other skills that a step builds on: begun, or backing a certificate."""
    if step.is_renewal:
        return {}
    if step.kind == "certification":
        return {catalogue.certifications[step.id].primary_skill: Proficiency.WORKING}
    return dict.fromkeys(catalogue.skills[step.id].prerequisites, Proficiency.LEARNING)


def waits_for(catalogue: Catalogue, steps: Sequence[Step], position: int) -> tuple[Step, ...]:
    """What a step of an order waits for, among those before it: its skill's, and what it needs."""
    step, needs = steps[position], needs_of(catalogue, steps[position])
    return tuple(
        earlier
        for earlier in steps[:position]
        if earlier.id == step.id or earlier.start < needs.get(earlier.id, 0)
    )


def _needed(catalogue: Catalogue, step: Step, jobs: Sequence[Job]) -> frozenset[int]:
    """The jobs, of those listed before it, that a step waits for."""
    needs = needs_of(catalogue, step)
    return frozenset(
        n
        for n, job in enumerate(jobs)
        if job.step.id == step.id or job.step.start < needs.get(job.step.id, 0)
    )
