"""Self and mentor ratings side by side, as both sides see them: what differs most comes first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from planner import guidance_wording
from planner.areas import area_name
from planner.domain.catalogue import Skill
from planner.domain.mentoring.ratings import MentorRating, calibrate, disagreements
from planner.queries.mentees import MenteeView


@dataclass(frozen=True, slots=True)
class Said:
    """What one mentor says of a skill, and how far it is from what the mentee says (None: not)."""

    mentor: int
    by: str
    proficiency: int
    at: datetime
    is_blind: bool
    difference: int | None


@dataclass(frozen=True, slots=True)
class RatingRow:
    """One skill. `own`: 0–4, or None where it is not assessed. `mine`: what the viewer says."""

    skill: Skill
    own: int | None
    said: tuple[Said, ...]
    mine: int | None

    @property
    def area(self) -> str:
        return area_name(self.skill.category)

    @property
    def size(self) -> int:
        """The largest difference, in levels."""
        return max((abs(said.difference or 0) for said in self.said), default=0)


def ratings_context(view: MenteeView, area: str, viewer: int) -> dict[str, Any]:
    """The rows of an area, or of all; those that differ first, by size and then the latest."""
    rows = list(_rows(view, viewer))
    areas = {row.skill.category: row.area for row in rows}
    chosen = area if area in areas else ""
    order = {pair.own.skill: n for n, pair in reversed([*enumerate(disagreements(view.pairs))])}
    shown = [row for row in rows if chosen in {"", row.skill.category}]
    return {
        "view": view,
        "catalogue": view.catalogue,
        "verdict": guidance_wording.ratings_verdict(view.pairs),
        "calibration": calibrate(view.pairs),
        "differing": sorted((r for r in shown if r.size), key=lambda r: order[r.skill.id]),
        "others": [row for row in shown if not row.size],
        "areas": areas,
        "area": chosen,
    }


def expected_skills(view: MenteeView) -> dict[str, Skill]:
    """What the target and the programmes ask for, in their order; of alternatives those claimed."""
    found: dict[str, Skill] = {}
    for expected in view.expected:
        for gap in expected.gaps:
            is_choice = gap.expectation.rule == "any_of"
            for member in gap.members:
                if not is_choice or member.have is not None:
                    found[member.skill] = view.catalogue.skills[member.skill]
    return found


def _rows(view: MenteeView, viewer: int) -> Iterable[RatingRow]:
    said: dict[str, list[Said]] = {}
    for rating in view.others:
        said.setdefault(rating.skill, []).append(_said(view, rating))
    wanted = {*view.own, *said, *expected_skills(view)}
    for id_, skill in view.catalogue.skills.items():
        if id_ in wanted:
            found = said.get(id_, [])
            mine = next((one.proficiency for one in found if one.mentor == viewer), None)
            yield RatingRow(skill, view.developer.skills.get(id_), tuple(found), mine)


def _said(view: MenteeView, rating: MentorRating) -> Said:
    own = view.developer.skills.get(rating.skill)
    return Said(
        mentor=rating.mentor,
        by=view.raters[rating.mentor],
        proficiency=rating.proficiency,
        at=rating.at,
        is_blind=rating.is_blind,
        difference=None if own is None else rating.proficiency - own,
    )
