"""Pay as a function of time for one developer: what a plan earns between two moments."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort

from planner.domain.catalogue import Catalogue
from planner.domain.developer import Developer
from planner.domain.pay import SUPPORTED_YEARS, place_factor
from planner.domain.roadmap.ledger import State


class PayClock:
    """The pay model (formulas 4–10) on states. Time in months from today, money in dollars a year.

    Pay is piecewise linear in time for a given state, so its integral is exact.
    """

    def __init__(self, catalogue: Catalogue, developer: Developer, state: State) -> None:
        p = catalogue.parameters
        self.years = developer.years
        self.threshold, self.strength, self.concavity = (
            p.ready_threshold,
            p.gate_strength,
            p.concavity,
        )
        self.size = len(catalogue.levels)
        self.factor = place_factor(catalogue, developer)
        ends = [
            level.years_to
            if level.years_to is not None
            else level.years_from + p.senior_tenure_years
            for level in catalogue.levels
        ]
        self.knots = [
            y
            for level, end in zip(catalogue.levels, ends, strict=True)
            for y in (level.years_from, end)
        ]
        shares = [p.tenure_share[level.code] for level in catalogue.levels]
        # Pay at each knot: floor and time part, and what a full skill position adds there.
        self.fixed = [
            level.pay_low + (level.pay_high - level.pay_low) * share * part
            for level, share in zip(catalogue.levels, shares, strict=True)
            for part in (0.0, 1.0)
        ]
        self.skill = [
            (level.pay_high - level.pay_low) * (1.0 - share)
            for level, share in zip(catalogue.levels, shares, strict=True)
            for _ in range(2)
        ]
        self.tops = [float(level.pay_high) for level in catalogue.levels for _ in range(2)]
        estimate = self.estimate(state, 0.0)
        self.pay_now = developer.current_pay or estimate
        self.scale = self.pay_now / estimate

    def gate(self, state: State) -> float:
        """The years that the state's skills support (formula 4)."""
        mid, senior = state.sums[1] / self.threshold, state.sums[2] / self.threshold
        mid, senior = mid if mid < 1.0 else 1.0, senior if senior < 1.0 else 1.0
        return SUPPORTED_YEARS[0] + mid * (SUPPORTED_YEARS[1] + SUPPORTED_YEARS[2] * senior)

    def _at(self, state: State, effective: float) -> tuple[float, float]:
        """Estimate and band top, × place factor, at these effective years."""
        knots, sums, size = self.knots, state.sums, self.size
        if effective >= knots[-1]:
            right, share = len(knots) - 1, 1.0
        else:
            right = max(1, bisect_right(knots, effective))
            share = (effective - knots[right - 1]) / (knots[right] - knots[right - 1])
        left = right - 1
        position = self.skill[left] * (
            1.0 - max(0.0, 1.0 - sums[size + left // 2]) ** self.concavity
        )
        low = self.fixed[left] + position
        if left // 2 != right // 2:
            position = self.skill[right] * (
                1.0 - max(0.0, 1.0 - sums[size + right // 2]) ** self.concavity
            )
        high = self.fixed[right] + position
        top = self.tops[left] + (self.tops[right] - self.tops[left]) * share
        return self.factor * (low + (high - low) * share), self.factor * top

    def _counted(self, years: float, gate: float) -> float:
        """Effective years: those beyond the gate count only in part."""
        return years if years <= gate else years - self.strength * (years - gate)

    def estimate(self, state: State, month: float) -> float:
        return self._at(state, self._counted(self.years + month / 12, self.gate(state)))[0]

    def rate(self, state: State, month: float) -> float:
        """Pay in dollars a year at a moment, as `projection.project` has it."""
        counted = self._counted(self.years + month / 12, self.gate(state))
        estimate, top = self._at(state, counted)
        if self.scale <= 1.0:
            return self.scale * estimate
        return min(max(self.pay_now, top), self.scale * estimate)

    def earned(self, state: State, start: float, end: float) -> float:
        """Dollars earned from one month to a later one in this state."""
        if end <= start:
            return 0.0
        begin, finish = self.years + start / 12, self.years + end / 12
        total, gate = 0.0, self.gate(state)
        for kink in self._kinks(gate, begin, finish):
            total += self._piece(state, gate, begin, kink)
            begin = kink
        return total + self._piece(state, gate, begin, finish)

    def _kinks(self, gate: float, begin: float, finish: float) -> list[float]:
        """The years between two moments at which the estimate or the band top bends."""
        first = bisect_right(self.knots, self._counted(begin, gate))
        last = bisect_left(self.knots, self._counted(finish, gate))
        kinks = [
            knot if knot <= gate else gate + (knot - gate) / (1.0 - self.strength)
            for knot in self.knots[first:last]
        ]
        if begin < gate < finish:
            insort(kinks, gate)
        return kinks

    def _piece(self, state: State, gate: float, begin: float, end: float) -> float:
        """Dollars over a stretch of years in which estimate and band top are linear."""
        if self.scale <= 1.0:
            estimate, _ = self._at(state, self._counted((begin + end) / 2, gate))
            return (end - begin) * self.scale * estimate
        estimate, top = self._at(state, self._counted(begin, gate))
        estimate_after, top_after = self._at(state, self._counted(end, gate))
        pay = (self.scale * estimate, self.scale * estimate_after)
        return (end - begin) * mean_under(pay, (top, top_after), self.pay_now)


def mean_under(pay: tuple[float, float], top: tuple[float, float], floor: float) -> float:
    """Mean over a stretch of min(pay, max(floor, top)), each linear between its two ends."""
    caps = max(floor, top[0]), max(floor, top[1])
    if (top[0] - floor) * (top[1] - floor) >= 0:
        return _mean_of_lower(pay, caps)
    share = (floor - top[0]) / (top[1] - top[0])
    between = pay[0] + (pay[1] - pay[0]) * share
    before = _mean_of_lower((pay[0], between), (caps[0], floor))
    after = _mean_of_lower((between, pay[1]), (floor, caps[1]))
    return share * before + (1 - share) * after


def _mean_of_lower(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Mean of the lower of two values, each linear between its two ends."""
    over, over_after = one[0] - other[0], one[1] - other[1]
    if over * over_after >= 0:
        lower = other if over + over_after > 0 else one
        return (lower[0] + lower[1]) / 2
    share = over / (over - over_after)
    meeting = one[0] + (one[1] - one[0]) * share
    before, after = min(one[0], other[0]) + meeting, meeting + min(one[1], other[1])
    return (share * before + (1 - share) * after) / 2
