from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.http import SignedInRequest
from planner import charts, figures, job_wording, names, pay_wording, wording
from planner.access import profile_for_reading
from planner.domain import worth
from planner.domain.catalogue import Catalogue, Level
from planner.domain.job_plan import rank_for_jobs
from planner.domain.learning import Step, taken_as_known
from planner.domain.next_skills import OBJECTIVES, Objective, Suggestion
from planner.domain.outlook import Outlook, look_ahead
from planner.domain.ranges import Range
from planner.models import Profile
from planner.queries.guidance import Task, load_tasks
from planner.queries.jobs import load_jobs, open_in
from planner.queries.profiles import ProfileView, load_learner
from planner.views.certifications import held_rows
from planner.views.completeness import first_gap
from planner.views.skill_rows import value_of
from planner.views.study_rows import StudyRow, ahead, card_context, session_form, study_row
from planner.views.tiles import tiles_of

SHOWN = 5
BY_JOBS = "jobs"
PARTS = ("next-skills", "study-card")


@dataclass(frozen=True, slots=True)
class Study:
    """A ranked step as it is listed. `stated`: what the form that begins it says was there.

    `url`: where `worth` is derived. `row`: how far it is in the learning log.
    """

    suggestion: Suggestion
    why: str
    worth: str
    url: str
    stated: str
    can_begin: bool
    row: StudyRow


@require_safe
def dashboard(request: SignedInRequest) -> HttpResponse:
    """The verdict first, then the money, then what to do about it."""
    row = profile_for_reading(request.user)
    profile = load_learner(row, timezone.localdate())
    if profile.needs_start:
        return redirect("planner:start")
    objective = _objective(request)
    outlook = look_ahead(profile.catalogue, profile.developer, objective)
    context = {
        "profile": profile,
        "catalogue": profile.catalogue,
        "outlook": outlook,
        "objective": objective,
        **_ranked(request, row, profile, outlook),
        **card_context(profile, session_form(profile, ahead(profile, outlook))),
    }
    if request.htmx.target in PARTS:
        return render(request, f"planner/dashboard.html#{request.htmx.target}", context)
    context |= _header(profile.catalogue, outlook) | _bands(profile.catalogue, outlook)
    context["tasks"] = _tasks(row, profile) if request.user.is_mentee else None
    return render(request, "planner/dashboard.html", context | _cards(profile, outlook))


def _tasks(row: Profile, profile: ProfileView) -> list[Task]:
    """What mentors set and is left to do; one query."""
    developer = profile.developer
    tasks = load_tasks(row, developer.skills, developer.certifications, profile.today)
    return [task for task in tasks if task.is_left]


def _objective(request: SignedInRequest) -> Objective:
    asked = request.GET.get("rank")
    return next((objective for objective in OBJECTIVES if objective == asked), OBJECTIVES[0])


def _header(catalogue: Catalogue, outlook: Outlook) -> dict[str, Any]:
    entry, factor = catalogue.levels[0], outlook.estimate.place_factor
    return {
        "case": wording.verdict_case(catalogue, outlook),
        "verdict": wording.verdict(catalogue, outlook),
        "way": wording.way(outlook),
        "binding": wording.binding(catalogue, outlook),
        "ready_at": f"{catalogue.parameters.ready_threshold:.0%} counts as reached",
        "readiness": outlook.standing.readiness[catalogue.level(outlook.target).order - 1],
        "pay_after": worth.pay_after(outlook),
        "tiles": tiles_of(catalogue, outlook),
        "entry_band": worth.band_in_place(entry, factor),
    }


def _bands(catalogue: Catalogue, outlook: Outlook) -> dict[str, Any]:
    """The article's bands where this developer works, with pay now and the projection on them."""
    now, factor = worth.band_level_now(catalogue, outlook), outlook.estimate.place_factor
    bands = [_band(level, worth.band_in_place(level, factor)) for level in catalogue.levels]
    you, after = _marks(catalogue, outlook) if outlook.estimate.is_claimed else (None, None)
    return {
        "bands": charts.band_chart(bands, you, after),
        "band_now": now,
        "bands_title": pay_wording.band_finding(catalogue, outlook),
        "bands_label": pay_wording.bands_label(catalogue, outlook),
        "legend": _legend(outlook, you, after),
    }


def _marks(catalogue: Catalogue, outlook: Outlook) -> tuple[charts.Mark, charts.Mark | None]:
    """Where pay stands now, and where it could be if anything is claimed."""
    now = worth.band_level_now(catalogue, outlook)
    you = charts.Mark(now.code, outlook.projection.pay_now, outlook.estimate.pay)
    if not outlook.path.steps or worth.is_above_band(outlook):
        return you, None
    level = worth.band_level_after(catalogue, outlook)
    return you, charts.Mark(level.code, outlook.projection.pay_after, worth.pay_after(outlook))


def _band(level: Level, pay: Range) -> charts.Band:
    return charts.Band(level.code, level.name, figures.money_range(pay), pay)


def _legend(outlook: Outlook, you: charts.Mark | None, plan: charts.Mark | None) -> dict[str, str]:
    paid = outlook.developer.current_pay
    placed = figures.money_range(outlook.estimate.pay)
    said = placed if paid is None else f"{figures.money_k(paid)}, placed at {placed}"
    return {"you": said if you else "", "plan": figures.money_range(plan.pay) if plan else ""}


def _ranked(
    request: SignedInRequest, row: Profile, profile: ProfileView, outlook: Outlook
) -> dict[str, Any]:
    """The next skills; by what the person's job ads ask for if that is switched on (one query)."""
    if request.GET.get("rank") != BY_JOBS:
        return {"ads": None, **_next(profile, outlook)}
    catalogue, developer = profile.catalogue, profile.developer
    jobs = load_jobs(row, catalogue, developer)
    needs = open_in(jobs)
    ranked = rank_for_jobs(catalogue, developer, outlook.standing, outlook.suggestions, needs)
    found = _next(profile, replace(outlook, suggestions=ranked))

    def said(suggestion: Suggestion) -> str:
        return job_wording.open_in(needs[suggestion.step.id].ads, len(jobs))

    studies = [
        replace(study, why=". ".join(filter(None, (said(study.suggestion), study.why))))
        for study in found["studies"]
    ]
    return {**found, "ads": len(jobs), "studies": studies}


def _next(profile: ProfileView, outlook: Outlook) -> dict[str, Any]:
    catalogue, suggestions = profile.catalogue, outlook.suggestions
    studies = [s for s in suggestions if not s.step.is_practice_only]
    known = taken_as_known(catalogue, outlook.standing.skills)
    return {
        "is_above_band": worth.is_above_band(outlook),
        "studies": [_study(profile, outlook, suggestion) for suggestion in studies[:SHOWN]],
        "practices": [s for s in suggestions if s.step.is_practice_only],
        "known": sorted(known, key=catalogue.positions.__getitem__),
    }


def _study(profile: ProfileView, outlook: Outlook, suggestion: Suggestion) -> Study:
    catalogue, step = profile.catalogue, suggestion.step
    have = outlook.standing.skills.get(step.id)
    return Study(
        suggestion=suggestion,
        why=wording.reason(catalogue, suggestion),
        worth=wording.gain_said(catalogue, outlook, suggestion),
        url=_derivation_url(step),
        stated=value_of(have),
        can_begin=step.kind == "skill" and not have,
        row=study_row(profile, step.id, step.end),
    )


def _derivation_url(step: Step) -> str:
    if step.kind == "certification":
        return f"{reverse('planner:certification', args=[step.id])}#worth-title"
    return f"{reverse('planner:skill', args=[step.id])}?to={step.end}#worth-title"


def _cards(profile: ProfileView, outlook: Outlook) -> dict[str, Any]:
    catalogue = profile.catalogue
    certifications = (s for s in outlook.suggestions if s.step.kind == "certification")
    return {
        "gaps": _target_gaps(catalogue, outlook),
        "gap": first_gap(profile),
        "bands_note": pay_wording.bands_note(
            profile.place, profile.industry, is_remote=profile.developer.is_remote
        ),
        "certificates": held_rows(profile),
        "certification_hint": wording.certification_hint(
            catalogue, outlook, next(certifications, None)
        ),
        "sureness_reasons": [pay_wording.REASONS[reason] for reason in outlook.sureness.reasons],
        "spread": worth.market_spread(catalogue, outlook),
    }


def _target_gaps(catalogue: Catalogue, outlook: Outlook) -> dict[str, Any]:
    rows = [gap for gap in outlook.gaps if gap.expectation.level == outlook.target]
    still_open = sum(gap.is_open for gap in rows)
    return {
        "rows": rows,
        "title": f"Gaps to {names.level_name(catalogue, outlook.target)}",
        "sub": f"{still_open} of {figures.count(len(rows), 'expectation')} not fully met",
    }
