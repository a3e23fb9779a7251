"""The plan of one mentee for their mentor, without its money, and what was set beside it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from accounts.http import SignedInRequest
from accounts.models import Scope, Sighting
from planner import guidance_wording, plan_wording
from planner.access import mentor_required
from planner.domain.roadmap.difference import OutlineStep
from planner.queries.guidance import load_explanations, load_goals, load_tasks
from planner.queries.mentee_details import MenteePlan, load_mentee_plan
from planner.queries.study import StudyLog, load_log
from planner.views.mentoring.mentee_pages import load, open_mentee, show

RECENT_WEEKS = 4
NEXT = 6  # steps left to do that stand open; the rest is one click away


@require_safe
@mentor_required
def mentee_plan(request: SignedInRequest, pk: int) -> HttpResponse:
    opened = open_mentee(request, pk, Scope.PLAN)
    profile, today = opened.profile, opened.today
    view = load(request, opened)
    plan = load_mentee_plan(profile, view)
    progress = plan.progress if plan else None
    skills, certifications = view.developer.skills, view.developer.certifications
    context = {
        "catalogue": view.catalogue,
        "verdict": guidance_wording.plan_verdict(view.name, progress),
        "progress_note": plan_wording.progress_note(progress) if progress else "",
        "plan": plan,
        **_steps(plan),
        "tasks": load_tasks(profile, skills, certifications, today),
        "goals": load_goals(profile),
        "explanations": load_explanations(profile, today),
        **_study(load_log(profile), today),
        "target": profile.target_id,
        "hours_per_week": profile.hours_per_week,
        "changed_at": profile.updated_at,
    }
    return show(request, opened, Sighting.What.PLAN, "mentee_plan", context)


def _study(log: StudyLog, today: date) -> dict[str, Any]:
    """What the mentee is at, and how much they studied of late; none of their notes."""
    return {
        "open_rounds": log.open_rounds,
        "studied_on": log.latest_on,
        "recent_hours": log.hours_since(today - timedelta(weeks=RECENT_WEEKS)),
        "recent_weeks": RECENT_WEEKS,
    }


def _steps(plan: MenteePlan | None) -> dict[str, list[OutlineStep]]:
    """What is done, due or next, and the rest of the plan."""
    if plan is None:
        return {"steps": [], "later_steps": []}
    steps, left = list(plan.outline.steps), plan.progress.left
    last = left[:NEXT][-1] if left else steps[-1]
    at = steps.index(last) + 1
    return {"steps": steps[:at], "later_steps": steps[at:]}
