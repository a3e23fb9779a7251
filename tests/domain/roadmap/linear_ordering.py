"""Additive problems by OR-Tools CP-SAT: one variable for each pair says which comes first."""

from dataclasses import dataclass

from ortools.sat.python import cp_model

from planner.domain.roadmap.jobs import Problem

HUNDREDTHS = 100  # of a month: the unit of time, to which an additive problem is rounded
WORKERS = 2


@dataclass(frozen=True)
class Solved:
    """An order (None if none was found in time), and whether it is proved the best."""

    order: list[int] | None
    is_proved: bool


def solve(problem: Problem, seconds: float) -> Solved:
    """The best order of an additive problem that the solver finds in so many seconds."""
    model, size = cp_model.CpModel(), len(problem.jobs)
    first = _pairs(model, size)
    for b, job in enumerate(problem.jobs):
        model.add_bool_and([first[a, b] for a in job.after])
    _add_worth(model, problem, first)
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = WORKERS
    status = solver.solve(model)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return Solved(None, is_proved=False)
    place = [
        sum(solver.boolean_value(first[a, b]) for a in range(size) if a != b) for b in range(size)
    ]
    return Solved(sorted(range(size), key=place.__getitem__), status == cp_model.OPTIMAL)


def _pairs(model: cp_model.CpModel, size: int) -> dict:
    """A literal for each two jobs: the first comes before the second. None go round in a circle."""
    first = {(a, b): model.new_bool_var("") for b in range(size) for a in range(b)}
    first |= {(b, a): ~literal for (a, b), literal in first.items()}
    for c in range(size):
        for b in range(c):
            for a in range(b):
                model.add_bool_or(~first[a, b], ~first[b, c], first[a, c])
                model.add_bool_or(first[a, b], first[b, c], ~first[a, c])
    return first


def _add_worth(model: cp_model.CpModel, problem: Problem, first: dict) -> None:
    """Maximise dollars: each job goes with its pay from its end to the horizon, if that is left."""
    horizon = round(problem.horizon * HUNDREDTHS)
    study = [round(job.months * HUNDREDTHS) for job in problem.jobs]
    worth: list[cp_model.LinearExprT] = []
    for b, job in enumerate(problem.jobs):
        least = study[b] + round(job.lag * HUNDREDTHS)
        done = least + sum(study[a] * first[a, b] for a in range(len(study)) if a != b)
        left = model.new_int_var(0, max(0, horizon - least), "")
        is_inside = model.new_bool_var("")
        model.add(left <= max(0, horizon - least) * is_inside)
        model.add(done + left <= horizon).only_enforce_if(is_inside)
        worth.append(monthly_pay(problem, b) * left)
    model.maximize(sum(worth))


def monthly_pay(problem: Problem, n: int) -> int:
    """Dollars a month that a job of an additive problem goes with."""
    ((_, dollars_a_year),) = problem.ledger.weights[n]
    return round(dollars_a_year / 12)
