"""The plan that a mentee follows, without its money: only its steps leave the database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from planner.documents import read_outline
from planner.domain.ranges import ZERO
from planner.domain.roadmap.difference import Outline
from planner.domain.roadmap.progress import Progress, measure_progress
from planner.models import KeptPlan, Profile
from planner.queries.mentees import MenteeView

PARTS = {
    "target": "result__target",
    "steps": "result__plan__steps",
    "reaches": "result__plan__reaches",
    "certificates": "inputs__profile__certifications",
}


@dataclass(frozen=True, slots=True)
class MenteePlan:
    """A kept plan as far as it is shown: which steps, when, and how it goes."""

    adopted_at: datetime
    outline: Outline
    progress: Progress


def load_mentee_plan(profile: Profile, view: MenteeView) -> MenteePlan | None:
    """What the mentee follows now, if anything; one query."""
    row = (
        KeptPlan.objects.current().filter(profile=profile).values("adopted_at", *PARTS.values())
    ).first()
    if row is None:
        return None
    target, steps, reaches, certificates = (row[path] for path in PARTS.values())
    plan = {"steps": steps or [], "reaches": reaches, "total_gain": _nothing()}
    outline = read_outline({"target": target, "plan": plan})
    renewed = _renewed(view, certificates or [])
    held = {certificate.id for certificate in view.held}
    progress = measure_progress(outline.steps, view.developer.skills, held, view.today, renewed)
    return MenteePlan(row["adopted_at"], outline, progress)


def _nothing() -> dict[str, float]:
    return {"low": ZERO.low, "central": ZERO.central, "high": ZERO.high}


def _renewed(view: MenteeView, certificates: list[dict[str, str | None]]) -> set[str]:
    """The certificates that end later by now than when the plan was kept."""
    was = {c["id"]: date.fromisoformat(c["expires_on"]) for c in certificates if c["expires_on"]}
    return {
        held.id
        for held in view.held
        if held.id in was and (held.expires_on is None or held.expires_on > was[held.id])
    }
