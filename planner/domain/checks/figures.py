"""Weights, targets, bands, ranges and parameters: can the engine calculate with them?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise

from planner.domain.assumptions import Assumption, Parameters
from planner.domain.catalogue import LEVEL_CODES, Catalogue, Industry, PayGroup, Place
from planner.domain.checks.fault import Check, Fault
from planner.domain.ranges import Range
from planner.domain.study_rules import StudyRules

LARGEST = 1_000_000  # of any figure: sums of them stay numbers
RULES = ("all_of", "any_of")
STATUSES = ("active", "unverified", "retired")
# Where a parameter must lie for the pay model to keep its promises (docs/method.md).
BOUNDS = {
    "senior_tenure_years": (0.1, 40),
    "concavity": (1, 10),
    "gate_strength": (0, 1),
    "ready_threshold": (0.01, 1),
    "position_uncertainty": (0, 1),
    "industry_overlap": (0, 1),
    "remote_location_exponent": (0, 1),
    "factor_min": (0.01, 1),
    "factor_max": (1, 10),
    "hours_per_week": (0.1, 168),
    "show_gain_only_if": (0, 1_000_000),
    "cert_without_skill": (0, 1),
}


STUDY_BOUNDS = {  # likewise of the learning log, for its own (study_rules.py)
    "least_share_left": (0.01, 1),
    "pace_steps": (1, 100),
    "pace_hours": (0, 1000),
    "pace_prior_steps": (0, 100),
    "pace_spread": (1, 10),
    "pace_low": (0.1, 1),
    "pace_high": (1, 10),
    "stale_months": (1, 600),
    "stale_months_fast": (1, 600),
    "stale_months_lasting": (1, 600),
}


def _levels_are_in_order(catalogue: Catalogue) -> Iterator[Fault]:
    if tuple(level.code for level in catalogue.levels) != LEVEL_CODES:
        yield Fault("levels", f"are not {', '.join(LEVEL_CODES)} in this order")
    for n, level in enumerate(catalogue.levels, start=1):
        if level.order != n:
            yield Fault(f"level {level.code}", f"has the order {level.order} and is number {n}")


def _bands_are_in_order(catalogue: Catalogue) -> Iterator[Fault]:
    for level in catalogue.levels:
        if not 0 <= level.pay_low < level.pay_high:
            yield Fault(f"level {level.code}", "has a pay band that does not rise")
        is_last = level is catalogue.levels[-1]
        if (level.years_to is None) is not is_last:
            yield Fault(f"level {level.code}", "only the last level is open, and it always is")
        elif level.years_to is not None and level.years_to <= level.years_from:
            yield Fault(f"level {level.code}", "ends before it starts")
    for lower, upper in pairwise(catalogue.levels):
        if upper.pay_low < lower.pay_high or upper.years_from < (lower.years_to or 0):
            yield Fault(f"level {upper.code}", f"begins before {lower.code} ends")


def _expectations_can_be_met(catalogue: Catalogue) -> Iterator[Fault]:
    for expectation in catalogue.expectations:
        entry = f"expectation {expectation.id}"
        if expectation.rule not in RULES:
            yield Fault(entry, f"has the rule {expectation.rule!r}")
        if not 0 < expectation.weight <= LARGEST:
            yield Fault(entry, f"has a weight that is not above 0 and up to {LARGEST:,}")
        if not expectation.members:
            yield Fault(entry, "has no members")


def _members_can_be_met(catalogue: Catalogue) -> Iterator[Fault]:
    for expectation in catalogue.expectations:
        entry = f"expectation {expectation.id}"
        for skill, count in Counter(member.skill for member in expectation.members).items():
            if count > 1:
                yield Fault(entry, f"has {skill} {count} times")
        for member in expectation.members:
            if member.target not in (1, 2, 3, 4):
                yield Fault(entry, f"asks for {member.skill} at {member.target}, not at 1 to 4")


def _ranges_are_in_order(catalogue: Catalogue) -> Iterator[Fault]:
    ranges: list[tuple[str, Range]] = [
        *((f"skill {s.id}, hours", s.hours) for s in catalogue.skills.values()),
        *((f"certification {c.id}, hours", c.hours) for c in catalogue.certifications.values()),
        *((f"pay group {g.id}, points", g.points) for g in catalogue.pay_groups),
    ]
    for entry, bounds in ranges:
        if not 0 <= bounds.low <= bounds.central <= bounds.high <= LARGEST:
            yield Fault(entry, f"{bounds.low} ≤ {bounds.central} ≤ {bounds.high} does not hold")


def _pay_groups_can_count(catalogue: Catalogue) -> Iterator[Fault]:
    for group in catalogue.pay_groups:
        entry = f"pay group {group.id}"
        if group.rule not in RULES:
            yield Fault(entry, f"has the rule {group.rule!r}")
        if not group.members or not all(group.members):
            yield Fault(entry, "has no members, or a member without alternatives")
        for evidence in group.evidence():
            if not 0 < evidence.factor <= 1:
                yield Fault(entry, f"counts {evidence.id} with {evidence.factor}, not 0 to 1")


def _every_level_asks_and_pays(catalogue: Catalogue) -> Iterator[Fault]:
    """The engine divides by the weights of a level's expectations and the points of its groups."""
    for level in catalogue.levels:
        if all(expectation.level != level.code for expectation in catalogue.expectations):
            yield Fault(f"level {level.code}", "expects nothing")
        groups = [group for group in catalogue.pay_groups if level.code in group.levels]
        if sum(group.points.central for group in groups) <= 0:
            yield Fault(f"level {level.code}", "has no pay group with points")


def _no_retired_certification_is_asked_for(catalogue: Catalogue) -> Iterator[Fault]:
    """A group that counts certifications must hold one that can still be earned."""
    for group in catalogue.pay_groups:
        statuses = set(_statuses(catalogue, group))
        if statuses == {"retired"}:
            yield Fault(f"pay group {group.id}", "counts retired certifications only")


def _statuses(catalogue: Catalogue, group: PayGroup) -> Iterator[str]:
    for evidence in group.evidence():
        if evidence.kind == "certification" and evidence.id in catalogue.certifications:
            yield catalogue.certifications[evidence.id].status


def _certifications_say_what_is_known(catalogue: Catalogue) -> Iterator[Fault]:
    for certification in catalogue.certifications.values():
        entry = f"certification {certification.id}"
        if certification.status not in STATUSES:
            yield Fault(entry, f"has the status {certification.status!r}")
        if certification.primary_skill not in certification.evidences:
            yield Fault(entry, f"does not evidence its primary skill {certification.primary_skill}")
        for figure, note, name in (
            (certification.exam_cost_usd, certification.cost_note, "cost"),
            (certification.validity_months, certification.validity_note, "validity"),
        ):
            if not note:
                yield Fault(entry, f"does not say where its {name} comes from, or why it has none")
            if figure is not None and not 0 <= figure <= LARGEST:
                yield Fault(entry, f"has the {name} {figure}")


def _ratios_are_plausible(catalogue: Catalogue) -> Iterator[Fault]:
    areas: list[Place | Industry] = [*catalogue.places.values(), *catalogue.industries.values()]
    for area in areas:
        if area.ratio is not None and not 0.1 <= area.ratio <= 10:
            yield Fault(f"{area.name} ({area.id})", f"has the ratio {area.ratio}")


def _assumptions_are_numbers(catalogue: Catalogue) -> Iterator[Fault]:
    try:
        parameters, study = catalogue.parameters, catalogue.study
    except KeyError as error:
        yield Fault(f"assumption {error.args[0]}", "is missing")
    except ValueError as error:
        yield Fault("assumptions", f"are not all numbers: {error}")
    else:
        yield from _faults_of_parameters(parameters)
        yield from _faults_of_bounds(study, STUDY_BOUNDS)
    for assumption in catalogue.assumptions.values():
        if not _is_within_its_bounds(assumption):
            bounds = f"{assumption.low} to {assumption.high}"
            yield Fault(f"assumption {assumption.key}", f"{assumption.value} is not {bounds}")


def _is_within_its_bounds(assumption: Assumption) -> bool:
    if assumption.low is None or assumption.high is None:
        return True
    try:
        return assumption.low <= float(assumption.value) <= assumption.high
    except ValueError:
        return False


def _faults_of_parameters(parameters: Parameters) -> Iterator[Fault]:
    yield from _faults_of_bounds(parameters, BOUNDS)
    for code, share in parameters.tenure_share.items():
        if not 0 <= share <= 1:
            yield Fault(f"assumption tenure_share_{code}", f"{share} is not 0 to 1")
    if not _rises(parameters.credit) or parameters.credit[-1] != 1:
        yield Fault("assumptions prof_1 to prof_4", "do not rise to 1")
    if not _rises(parameters.hours_share):
        yield Fault("assumptions hours_share", "do not rise with proficiency")
    low_80, low_50, high_50, high_80 = (
        parameters.market_spread_80[0],
        *parameters.market_spread_50,
        parameters.market_spread_80[1],
    )
    if not 0 < low_80 <= low_50 <= 1 <= high_50 <= high_80:
        yield Fault("assumptions market_spread", "do not lie around 1, the wider around the other")


def _faults_of_bounds(
    numbers: Parameters | StudyRules, bounds: Mapping[str, tuple[float, float]]
) -> Iterator[Fault]:
    for name, (low, high) in bounds.items():
        value = getattr(numbers, name)
        if not low <= value <= high:
            yield Fault(f"assumption {name}", f"{value} is not {low} to {high}")


def _rises(numbers: tuple[float, ...]) -> bool:
    return all(lower < upper for lower, upper in pairwise(numbers))


CHECKS: tuple[Check, ...] = (
    _levels_are_in_order,
    _bands_are_in_order,
    _ranges_are_in_order,
    _expectations_can_be_met,
    _members_can_be_met,
    _pay_groups_can_count,
    _every_level_asks_and_pays,
    _certifications_say_what_is_known,
    _no_retired_certification_is_asked_for,
    _ratios_are_plausible,
    _assumptions_are_numbers,
)
