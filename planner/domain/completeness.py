"""What a profile does not say yet, and what would change if it did, the largest effect first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from planner.domain.catalogue import PRE_ENTRY, Catalogue, Industry, Place
from planner.domain.developer import Developer, Proficiency
from planner.domain.moves import open_gaps, target_level
from planner.domain.pay import Estimate, estimate
from planner.domain.ranges import Range
from planner.domain.standing import Standing, raised

Code = Literal["years", "skills", "place", "industry", "certifications", "pay"]
CODES: tuple[Code, ...] = ("years", "skills", "place", "industry", "certifications", "pay")
CENT = 0.01


@dataclass(frozen=True, slots=True)
class Stated:
    """What of a profile is stated and cannot be told from the developer's figures."""

    years: bool
    place: bool
    industry: bool
    certifications: bool  # at least one, or that there is none


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is not stated.

    `pay`: the estimate of today in dollars a year, and the lowest and highest that it could be
    then. `levels`: shown at these two ends. `readiness`: for the target at these ends, each 0–1.
    `items`: skills or certifications to state, in the order of what they would move or of the
    catalogue.
    """

    code: Code
    pay: Range
    levels: tuple[str, str]
    readiness: tuple[float, float]
    items: tuple[str, ...] = ()

    @property
    def effect(self) -> float:
        """Dollars a year between the two ends."""
        return self.pay.high - self.pay.low


@dataclass(frozen=True, slots=True)
class Completeness:
    """`filled` in the order of `CODES`, `missing` by effect; what changes nothing is not in it."""

    target: str
    filled: tuple[Code, ...]
    missing: tuple[Missing, ...]


def judge_completeness(
    catalogue: Catalogue, developer: Developer, standing: Standing, stated: Stated
) -> Completeness:
    """What is missing. Years come first, since every figure rests on them.

    Then what could move most levels, then what could move most dollars.
    """
    whole = _Whole(catalogue, developer, standing)
    found = [missing for missing in whole.find(stated) if whole.counts(missing)]
    codes = {missing.code for missing in found}
    return Completeness(
        target=whole.target,
        filled=tuple(code for code in CODES if code not in codes),
        missing=tuple(sorted(found, key=whole.order)),
    )


class _Whole:
    """A developer with the estimate of today, and what it would be otherwise."""

    def __init__(self, catalogue: Catalogue, developer: Developer, standing: Standing) -> None:
        self.catalogue, self.developer, self.standing = catalogue, developer, standing
        self.target = target_level(catalogue, developer, standing)
        self.position = catalogue.level(self.target).order - 1
        self.now = estimate(catalogue, developer, standing)
        self.rank = {PRE_ENTRY: 0} | {level.code: level.order for level in catalogue.levels}

    def find(self, stated: Stated) -> Iterator[Missing]:
        if not stated.years:
            yield self.without_years()
        yield self.without_skills()
        if not stated.place:
            yield self.without_place()
        if not stated.industry:
            yield self.without_industry()
        if not stated.certifications:
            yield self.without_certifications()
        if self.developer.current_pay is None:
            yield self.without_pay()

    def counts(self, missing: Missing) -> bool:
        before, after = missing.readiness
        return missing.effect >= CENT or missing.levels[0] != missing.levels[1] or after > before

    def order(self, missing: Missing) -> tuple[bool, int, float, int]:
        low, high = missing.levels
        levels = self.rank[high] - self.rank[low]
        return missing.code != "years", -levels, -missing.effect, CODES.index(missing.code)

    def without_years(self) -> Missing:
        """From none to as many as move the estimate at all."""
        last = self.catalogue.levels[-1]
        most = last.years_from + self.catalogue.parameters.senior_tenure_years
        return self.for_developers(
            "years", replace(self.developer, years=0.0), replace(self.developer, years=float(most))
        )

    def without_skills(self) -> Missing:
        """Skills that are not assessed, if they were as the expectations up to the target ask."""
        gaps = open_gaps(self.catalogue, self.standing, self.target, self.developer.excluded)
        asked: dict[str, int] = {}
        for member in (m for gap in gaps for m in gap.needed if m.have is None):
            asked[member.skill] = max(member.target, asked.get(member.skill, 0))
        return self.if_held("skills", asked, ())

    def without_place(self) -> Missing:
        """Anywhere between where developers are paid least and most."""
        low, high = _ends(self.catalogue.places.values())
        return self.for_developers(
            "place",
            replace(self.developer, location_ratio=low),
            replace(self.developer, location_ratio=high),
        )

    def without_industry(self) -> Missing:
        """Likewise."""
        low, high = _ends(self.catalogue.industries.values())
        return self.for_developers(
            "industry",
            replace(self.developer, industry_ratio=low),
            replace(self.developer, industry_ratio=high),
        )

    def without_certifications(self) -> Missing:
        """Those that count in pay at the target and that the skills would back."""
        skills, catalogue = self.standing.skills, self.catalogue
        counting = {
            evidence.id
            for group in catalogue.pay_groups
            if self.target in group.levels
            for evidence in group.evidence()
            if evidence.kind == "certification"
        }
        backed = tuple(
            id_
            for id_, certification in catalogue.certifications.items()
            if id_ in counting
            and not certification.is_retired
            and skills.get(certification.primary_skill, 0) >= Proficiency.WORKING
        )
        return self.if_held("certifications", {}, backed)

    def without_pay(self) -> Missing:
        """The range of the estimate: what is paid says where in it somebody is."""
        low, high = (replace(self.now, pay=_only(p)) for p in (self.now.pay.low, self.now.pay.high))
        return self.between("pay", low, high)

    def for_developers(self, code: Code, low: Developer, high: Developer) -> Missing:
        return self.between(
            code,
            estimate(self.catalogue, low, self.standing),
            estimate(self.catalogue, high, self.standing),
        )

    def if_held(
        self, code: Code, skills: dict[str, int], certifications: tuple[str, ...]
    ) -> Missing:
        after = raised(self.catalogue, self.standing, skills, certifications)
        then = estimate(self.catalogue, self.developer, after)
        items = (*skills, *certifications)
        return self.between(code, self.now, then, after.readiness[self.position], items)

    def between(
        self,
        code: Code,
        low: Estimate,
        high: Estimate,
        readiness: float | None = None,
        items: tuple[str, ...] = (),
    ) -> Missing:
        ready = self.standing.readiness[self.position]
        central = self.now.pay.central
        return Missing(
            code=code,
            pay=Range(min(low.pay.central, central), central, max(high.pay.central, central)),
            levels=(low.level.shown, high.level.shown),
            readiness=(ready, ready if readiness is None else readiness),
            items=items,
        )


def _ends(known: Iterable[Place] | Iterable[Industry]) -> tuple[float, float]:
    """The lowest and the highest ratio that the wage tables have; 1 where they have none."""
    ratios = [where.ratio for where in known if where.ratio is not None] or [1.0]
    return min(ratios), max(ratios)


def _only(figure: float) -> Range:
    return Range(figure, figure, figure)
