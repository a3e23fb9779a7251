"""How good and how fast the planner's orders are, against proofs, annealing and CP-SAT.

    python -m benchmarks.planner [--quick]

Everything in one process on the same instances. Planner times are of the processor, so that other
work on the machine disturbs them little, and the least of three runs; CP-SAT's are of the clock,
with two workers.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from random import Random
from statistics import mean, median
from typing import Any

from fixtures import build
from planner.domain.developer import Developer
from planner.domain.learning import Step
from planner.domain.moves import target_level
from planner.domain.path import chain
from planner.domain.roadmap import plan_roadmap
from planner.domain.roadmap.exact import best_order
from planner.domain.roadmap.jobs import Problem, build_problem
from planner.domain.roadmap.pool import open_steps
from planner.domain.roadmap.search import LOOKS, by_density, good_order
from planner.domain.standing import assess_developer
from tests.domain.roadmap.instances import HORIZONS, additive, part_of, person, some_problem
from tests.domain.roadmap.linear_ordering import solve
from tests.domain.roadmap.oracles import annealed

CATALOGUE = build.catalogue()
TODAY = date(2026, 11, 24)
LABELS = 30_000  # an instance that takes more to be proved is left out, and counted
MOVES = 15_000  # of annealing, twice for each instance
SECONDS = 10.0  # for CP-SAT
REPEATS = 3  # of what is timed: the least counts
SIZES = (10, 30, 60, 174)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a tenth of the instances")
    share = 10 if parser.parse_args().quick else 1
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores, catalogue {CATALOGUE.version}")
    print("\nGap, % of the best order's worth".ljust(64) + "mean  median     p95     max")
    against_proofs(350 // share)
    against_annealing("30–60 jobs, as plans have them", 24 // share, real_problem)
    against_annealing("40–60 jobs, nothing left out", 12 // share, whole_problem)
    print("\nTime, ms of the processor".ljust(64) + "mean  median     p95     max")
    time_of_plans(60 // share)
    time_of_searches(40 // share)
    print(f"\nAdditive form, the same instances, CP-SAT at most {SECONDS:.0f} s")
    against_solver(max(2, 5 // share))
    print(f"\nload {os.getloadavg()[0]:.1f}")


def show(name: str, figures: Sequence[float], digits: int = 3) -> None:
    """One row: mean, median, 95th percentile and largest of some figures."""
    ordered = sorted(figures)
    p95 = ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]
    row = (mean(ordered), median(ordered), p95, ordered[-1])
    print(f"{name:<58}" + "".join(f"{figure:>8.{digits}f}" for figure in row), flush=True)


def timed(work: Callable[[], Any]) -> tuple[Any, float]:
    """What some work returns, and the least milliseconds of the processor that it took.

    It does the same each time: what it takes longer is the rest of the machine's doing.
    """
    least = float("inf")
    for _ in range(REPEATS):
        start = time.process_time()
        result = work()
        least = min(least, 1000 * (time.process_time() - start))
    return result, least


def gap(best: float, found: float) -> float:
    return max(0.0, 100 * (best - found) / best) if best > 1 else 0.0


def against_proofs(instances: int) -> None:
    """Few jobs: the search and the planner, which proves what it can, against the best order."""
    built, searched, planned, proved, costly = [], [], [], 0, 0
    for seed in range(instances):
        problem = some_problem(CATALOGUE, seed, 6 + seed % 7, 4)
        best = best_order(problem, LABELS)
        if best is None:
            costly += 1
            continue
        worth = problem.value(best)
        is_proved = best_order(problem) is not None
        built.append(gap(worth, problem.value(by_density(problem, LOOKS[-1]))))
        searched.append(gap(worth, problem.value(good_order(problem))))
        planned.append(0.0 if is_proved else searched[-1])
        proved += is_proved
    name = f"4–12 jobs, {len(built)} proved ({costly} too costly to prove)"
    show(f"{name}: built", built)
    show("  built and searched", searched)
    show(f"  planner, which itself proves {100 * proved / len(built):.0f} %", planned)


def against_annealing(name: str, instances: int, make: Callable[[int], Problem]) -> None:
    """Many jobs: against the best that long annealing from two starts finds."""
    gaps = []
    for seed in range(instances):
        problem, random = make(seed), Random(seed)
        order = good_order(problem)
        best = max(annealed(problem, order, random, MOVES, heat) for heat in (0.002, 0.03))
        gaps.append(gap(max(best, problem.value(order)), problem.value(order)))
    show(f"{name}, {instances} against annealing", gaps)


def real_problem(seed: int) -> Problem:
    return some_problem(CATALOGUE, seed, 60, 30)


def whole_problem(seed: int) -> Problem:
    """Every open step of somebody who knows little, without leaving out what pays nothing."""
    random = Random(seed)
    alice = replace(person(CATALOGUE, random), skills={"python": 1})
    standing = assess_developer(CATALOGUE, alice)
    steps = open_steps(CATALOGUE, alice, standing, target_level(CATALOGUE, alice, standing))
    horizon = random.choice(HORIZONS)
    return build_problem(CATALOGUE, alice, standing, steps, horizon)


def time_of_plans(people: int) -> None:
    """Whole plans: steps found, ordered, dated and priced."""
    random = Random(5)
    somebody = [person(CATALOGUE, random) for _ in range(people)]
    nothing = [replace(p, skills={}, certifications=frozenset()) for p in somebody]
    show_plan_times("whole plan, realistic people", somebody)
    show_plan_times(f"whole plan, all {len(CATALOGUE.skills)} skills open", nothing)


def show_plan_times(name: str, people: Sequence[Developer]) -> None:
    times, steps = [], []
    for n, developer in enumerate(people):
        standing = assess_developer(CATALOGUE, developer)
        target = target_level(CATALOGUE, developer, standing)
        steps.append(len(open_steps(CATALOGUE, developer, standing, target)))
        horizon = HORIZONS[n % len(HORIZONS)]
        plan = timed(
            lambda d=developer, s=standing, h=horizon: plan_roadmap(
                CATALOGUE, d, s, TODAY, horizon_months=h
            )
        )
        times.append(plan[1])
    show(f"{name} ({min(steps)}–{max(steps)} open steps)", times, 1)


def every_skill(seed: int, size: int) -> Problem:
    """So many jobs out of all skills, each to be learnt from nothing to *working*."""
    random = Random(seed)
    alice = replace(person(CATALOGUE, random), skills={}, certifications=frozenset())
    standing = assess_developer(CATALOGUE, alice)
    goals = [Step("skill", id_, 0, 2, skill.hours) for id_, skill in CATALOGUE.skills.items()]
    steps = [step for step in chain(CATALOGUE, standing, goals) if step.end == 2]
    problem = build_problem(CATALOGUE, alice, standing, steps, random.choice(HORIZONS))
    return part_of(problem, random, size)


def time_of_searches(instances: int) -> None:
    for size in SIZES:
        problems = [every_skill(seed, size) for seed in range(instances)]
        times = [timed(lambda p=problem: good_order(p))[1] for problem in problems]
        show(f"order of {size} jobs out of all skills", times, 1)


def against_solver(instances: int) -> None:
    """Both on the additive form; gaps to the better of the two."""
    print(f"{'jobs':>6}{'planner ms':>12}{'gap %':>9}{'CP-SAT s':>12}{'gap %':>9}{'proved':>9}")
    for size in SIZES:
        rows = [against_solver_once(size, seed) for seed in range(instances if size < 174 else 1)]
        ms, own, seconds, other, proved = zip(*rows, strict=True)
        print(
            f"{size:>6}{median(ms):>12.1f}{mean(own):>9.3f}{median(seconds):>12.2f}"
            f"{mean(other):>9.3f}{sum(proved):>6}/{len(rows)}",
            flush=True,
        )


def against_solver_once(size: int, seed: int) -> tuple[float, float, float, float, bool]:
    problem = additive(every_skill(seed, size))
    order, ms = timed(lambda: good_order(problem))
    start = time.perf_counter()
    solved = solve(problem, SECONDS)
    seconds = time.perf_counter() - start
    worths = [problem.value(o) if o else 0.0 for o in (order, solved.order)]
    return ms, gap(max(worths), worths[0]), seconds, gap(max(worths), worths[1]), solved.is_proved


if __name__ == "__main__":
    main()
