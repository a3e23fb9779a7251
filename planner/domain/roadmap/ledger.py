"""A standing as a few numbers, so that a plan of many steps can be weighed quickly.

Every member of an expectation or pay group is a *slot* with a value of 0–1; alternatives share one
slot, of which the best counts. Readiness and covered share of each level are weighted sums of slot
values: the same figures as `standing.assess`, which the tests hold it to.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from planner.domain.catalogue import Catalogue, Expectation, PayGroup
from planner.domain.developer import Proficiency
from planner.domain.learning import Step
from planner.domain.standing import Standing

Effect = tuple[tuple[int, float], ...]  # (slot, value that it reaches at least)


@dataclass(slots=True)
class State:
    """Slot values with their sums: readiness per level, then covered share per level (each 0–1)."""

    slots: list[float]
    sums: list[float]

    def copy(self) -> State:
        return State(self.slots[:], self.sums[:])


@dataclass(frozen=True)
class Ledger:
    """Which slots a skill at a proficiency, or a certificate, fills. Built once per catalogue."""

    weights: tuple[tuple[tuple[int, float], ...], ...]  # per slot: (index into sums, weight)
    by_skill: dict[
        str, tuple[tuple[int, tuple[float, ...]], ...]
    ]  # (slot, value at proficiency 0–4)
    by_certification: dict[str, tuple[tuple[int, float], ...]]  # (slot, evidence factor)
    levels: int

    def apply(self, state: State, effect: Effect) -> None:
        """Fill slots in place."""
        slots, sums = state.slots, state.sums
        for slot, value in effect:
            more = value - slots[slot]
            if more > 0.0:
                slots[slot] = value
                for index, weight in self.weights[slot]:
                    sums[index] += weight * more

    def after(self, state: State, effect: Effect) -> State:
        changed = state.copy()
        self.apply(changed, effect)
        return changed


@lru_cache(maxsize=4)
def ledger_of(catalogue: Catalogue) -> Ledger:
    """The catalogue's groups as slots."""
    book = _Book(catalogue)
    for expectation in catalogue.expectations:
        book.add_expectation(expectation)
    for group in catalogue.pay_groups:
        book.add_pay_group(group)
    return Ledger(
        weights=tuple(book.weights),
        by_skill={id_: tuple(slots) for id_, slots in book.by_skill.items()},
        by_certification={id_: tuple(slots) for id_, slots in book.by_certification.items()},
        levels=len(catalogue.levels),
    )


class _Book:
    """Slots while they are being written."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.credit = catalogue.parameters.credit
        self.index = {level.code: level.order - 1 for level in catalogue.levels}
        self.asked = dict.fromkeys(self.index, 0.0)
        for expectation in catalogue.expectations:
            self.asked[expectation.level] += expectation.weight
        self.points = dict.fromkeys(self.index, 0.0)
        for group in catalogue.pay_groups:
            for code in group.levels:
                self.points[code] += group.points.central
        self.weights: list[tuple[tuple[int, float], ...]] = []
        self.by_skill: dict[str, list[tuple[int, tuple[float, ...]]]] = {
            id_: [] for id_ in catalogue.skills
        }
        self.by_certification: dict[str, list[tuple[int, float]]] = {
            id_: [] for id_ in catalogue.certifications
        }

    def add_expectation(self, expectation: Expectation) -> None:
        share = expectation.weight / self.asked[expectation.level]
        sums = ((self.index[expectation.level], share),)
        slots = self._slots(expectation.rule, len(expectation.members), sums)
        for slot, member in zip(slots, expectation.members, strict=True):
            values = tuple(min(1.0, c / self.credit[member.target]) for c in self.credit)
            self.by_skill[member.skill].append((slot, values))

    def add_pay_group(self, group: PayGroup) -> None:
        sums = tuple(
            (len(self.index) + self.index[code], group.points.central / self.points[code])
            for code in group.levels
        )
        slots = self._slots(group.rule, len(group.members), sums)
        for slot, alternatives in zip(slots, group.members, strict=True):
            for evidence in alternatives:
                if evidence.kind == "skill":
                    values = tuple(evidence.factor * c for c in self.credit)
                    self.by_skill[evidence.id].append((slot, values))
                else:
                    self.by_certification[evidence.id].append((slot, evidence.factor))

    def _slots(self, rule: str, members: int, sums: tuple[tuple[int, float], ...]) -> list[int]:
        """A slot for each member: all share one where any will do, else each has its part."""
        first = len(self.weights)
        if rule == "any_of":
            self.weights.append(sums)
            return [first] * members
        self.weights += [tuple((index, share / members) for index, share in sums)] * members
        return list(range(first, first + members))


def start_state(catalogue: Catalogue, standing: Standing) -> State:
    """The standing of today as a state."""
    ledger = ledger_of(catalogue)
    state = State([0.0] * len(ledger.weights), [0.0] * (2 * ledger.levels))
    for skill, level in standing.skills.items():
        ledger.apply(state, skill_effect(ledger, skill, level))
    for id_ in standing.certifications:
        primary = catalogue.certifications[id_].primary_skill
        is_backed = standing.skills.get(primary, 0) >= Proficiency.WORKING
        share = 1.0 if is_backed else catalogue.parameters.cert_without_skill
        ledger.apply(
            state, tuple((slot, factor * share) for slot, factor in ledger.by_certification[id_])
        )
    return state


def skill_effect(ledger: Ledger, skill: str, level: int) -> Effect:
    return tuple((slot, values[level]) for slot, values in ledger.by_skill[skill])


def step_effect(catalogue: Catalogue, standing: Standing, step: Step) -> Effect:
    """What a step fills. A skill that reaches *working* also backs the certificates held for it."""
    ledger = ledger_of(catalogue)
    if step.kind == "certification":
        return ledger.by_certification[step.id]
    effect = skill_effect(ledger, step.id, step.end)
    if step.start < Proficiency.WORKING <= step.end:
        backed: Iterable[str] = (
            id_
            for id_ in catalogue.certifications_by_skill[step.id]
            if id_ in standing.certifications
        )
        effect += tuple(entry for id_ in backed for entry in ledger.by_certification[id_])
    return effect
