"""Plans that somebody decided to follow: the one now, and those before it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from accounts.http import SignedInRequest
from planner import access, actions, change_wording
from planner.documents import read_outline
from planner.domain.catalogue import Catalogue
from planner.domain.roadmap.difference import Outline, compare
from planner.forms import PlanForm
from planner.queries.plans import Kept, kept_value, load_kept_plans, load_plan, load_roadmap
from planner.views.roadmap_rows import plan_context


@dataclass(frozen=True, slots=True)
class KeptRow:
    """A kept plan with what it had different from the one before it."""

    kept: Kept
    outline: Outline
    changes: list[str]


@require_POST
def roadmap_keep(request: SignedInRequest) -> HttpResponse:
    """Follow the plan that the page showed, if it is still the plan."""
    profile, today = access.profile_for_editing(request.user), timezone.localdate()
    view = load_roadmap(profile, today)
    if request.POST.get("fingerprint") != view.fingerprint or not view.answer.plan.steps:
        problem = "The plan has changed since; this is the plan now. Keep it if you still like it."
        form = PlanForm(
            profile=profile, catalogue=view.catalogue,
            level=view.answer.outlook.estimate.level.shown,
        )  # fmt: skip
        context = {
            "form": form,
            "problem": problem,
            "changes": [],
            "is_quiet": True,
            "undo": None,
            "is_open": False,
        }
        return render(request, "planner/roadmap.html", context | plan_context(view), status=409)
    actions.keep_plan(
        profile=profile, catalogue=view.catalogue, inputs=view.inputs, result=view.document
    )
    messages.success(request, "You follow this plan now. Your progress is measured against it.")
    return redirect("planner:roadmap")


@require_POST
def roadmap_stop(request: SignedInRequest) -> HttpResponse:
    actions.stop_plan(profile=access.profile_for_editing(request.user))
    messages.success(request, "You follow no plan now. It stays in your history.")
    return redirect("planner:roadmap")


@require_safe
def roadmap_kept(request: SignedInRequest) -> HttpResponse:
    """Every plan that was kept, the latest first, with what changed each time."""
    profile = access.profile_for_reading(request.user)
    view = load_plan(profile, timezone.localdate())
    context = {
        "catalogue": view.catalogue,
        "progress": view.progress,
        "rows": _rows(view.catalogue, load_kept_plans(profile)),
    }
    return render(request, "planner/roadmap_kept.html", context)


def _rows(catalogue: Catalogue, plans: tuple[Kept, ...]) -> list[KeptRow]:
    outlines = [read_outline(kept.result) for kept in plans]
    changes = [_changes(catalogue, old, new) for new, old in pairwise(outlines)]
    return [KeptRow(*row) for row in zip(plans, outlines, [*changes, []], strict=False)]


def _changes(catalogue: Catalogue, old: Outline, new: Outline) -> list[str]:
    difference = compare(catalogue, old, new)
    return change_wording.changes(catalogue, difference) or ["Nothing that the page shows."]


@require_safe
def roadmap_kept_plan(request: SignedInRequest, pk: int) -> HttpResponse:
    """One of them, to read: as it was when it was kept."""
    kept = kept_value(access.kept_plan_for_reading(request.user, pk))
    view = load_plan(access.profile_for_reading(request.user), timezone.localdate())
    outline = read_outline(kept.result)
    context = {
        "kept": kept,
        "catalogue": view.catalogue,
        "outline": outline,
        "steps": [*zip(outline.steps, kept.result["plan"]["steps"], strict=True)],
    }
    return render(request, "planner/roadmap_kept_plan.html", context)
