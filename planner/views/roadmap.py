"""The roadmap: the best order with dates and money, and what somebody wishes of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST
from django_htmx.http import trigger_client_event

from accounts.http import SignedInRequest
from planner import access, actions, change_wording
from planner.domain.roadmap.choices import Place, order_with
from planner.domain.roadmap.difference import compare, outline_of
from planner.domain.study import What
from planner.forms import PlanForm, ProficiencyForm, WishForm
from planner.models import Profile
from planner.queries.plans import PlanView, load_roadmap, read_again
from planner.views.roadmap_rows import plan_context
from planner.views.skill_rows import value_of
from planner.views.study_rows import mark

PARTIAL = "planner/roadmap.html#roadmap-plan"
RANKS: dict[str, actions.Rank] = {
    "first": "first", "later": "later", "excluded": "excluded", "normal": "normal",
}  # fmt: skip
MARKS: dict[str, What] = {"start": "start", "pause": "pause", "finish": "finish"}
QUIET = ("up", "down", "settings")  # the focus stays where it is


class WishRefusedError(Exception):
    """Why a wish cannot be fulfilled, in words."""


@require_http_methods(["GET", "HEAD", "POST"])
def roadmap(request: SignedInRequest) -> HttpResponse:
    profile, view = _load(request)
    form = _form(profile, view, request)
    if form.is_valid():
        form.save()
        return _changed(request, profile, view, "settings")
    return _show(request, view, form, status=422 if form.is_bound else 200)


@require_POST
def roadmap_step(request: SignedInRequest) -> HttpResponse:
    """Move a step, wish it first, later or not at all, or say that it is there already."""
    profile, view = _load(request)
    form = WishForm(request.POST)
    if not form.is_valid():
        return _refuse(request, profile, view, "That is nothing a step can be asked.", 422)
    key, wish = form.cleaned_data["step"], form.cleaned_data["wish"]
    if id_of(key) not in view.catalogue.positions:
        raise Http404
    try:
        _fulfil(request, profile, view, key, wish)
    except WishRefusedError as refused:
        return _refuse(request, profile, view, str(refused), 409)
    return _changed(request, profile, view, wish, key)


@require_POST
def roadmap_order(request: SignedInRequest) -> HttpResponse:
    """Leave the order to the planner again."""
    profile, view = _load(request)
    actions.set_order(profile=profile, order=())
    after = load_roadmap(read_again(profile), view.today)
    messages.success(request, " ".join(_sentences(view, after, "order", "")))
    return redirect("planner:roadmap")


def id_of(key: str) -> str:
    """The skill or certification of a step's key."""
    return key.partition("@")[0]


def _load(request: SignedInRequest) -> tuple[Profile, PlanView]:
    profile = access.profile_for_editing(request.user)
    return profile, load_roadmap(profile, timezone.localdate())


def _form(profile: Profile, view: PlanView, request: SignedInRequest | None = None) -> PlanForm:
    return PlanForm(
        request.POST if request and request.method == "POST" else None,
        profile=profile,
        catalogue=view.catalogue,
        level=view.answer.outlook.estimate.level.shown,
    )


# --- Wishes ---------------------------------------------------------------------------------------


def _fulfil(
    request: SignedInRequest, profile: Profile, view: PlanView, key: str, wish: str
) -> None:
    """Raises WishRefusedError for what cannot be done."""
    if wish in ("up", "down"):
        _move(profile, view, key, "up" if wish == "up" else "down")
    elif wish == "have":
        _have(request, profile, view, key)
    elif wish in MARKS:
        mark(profile, view.profile, key, MARKS[wish], timezone.now())
    else:
        is_by_hand = bool(view.request.wishes.order) and wish in ("first", "later")
        place: Place = "first" if wish == "first" else "later"
        order = _order_with(view, key, place) if is_by_hand else None
        actions.set_rank(profile=profile, id_=id_of(key), rank=RANKS[wish], order=order)


def _move(profile: Profile, view: PlanView, key: str, place: Place) -> None:
    order = _order_with(view, key, place)
    wishes = replace(view.request.wishes, order=order)
    moved = view.with_request(replace(view.request, wishes=wishes))
    plan = view.answer.plan
    if [p.key for p in moved.answer.plan.steps] == [p.key for p in plan.steps]:
        raise WishRefusedError(change_wording.stuck(view.catalogue, plan, key, place))
    actions.set_order(profile=profile, order=order)


def _order_with(view: PlanView, key: str, place: Place) -> tuple[str, ...]:
    try:
        return order_with(view.answer.plan, key, place)
    except LookupError as error:
        raise WishRefusedError(
            "That step is no longer in the plan; this is the plan now."
        ) from error


def _have(request: SignedInRequest, profile: Profile, view: PlanView, key: str) -> None:
    """State a skill at the level of its step, or take that back."""
    form = ProficiencyForm(request.POST)
    if not form.is_valid() or id_of(key) not in view.catalogue.skills:
        raise WishRefusedError("That is none of the levels that a skill has.")
    chosen = {name: form.cleaned_data[name] for name in ("proficiency", "was")}
    try:
        actions.set_proficiency(profile=profile, skill=id_of(key), **chosen)
    except actions.ChangedMeanwhileError as error:
        raise WishRefusedError("You changed this skill elsewhere meanwhile; look again.") from error


# --- Answers --------------------------------------------------------------------------------------


def _changed(
    request: SignedInRequest, profile: Profile, before: PlanView, wish: str, key: str = ""
) -> HttpResponse:
    """The new plan, with what changed against the one before."""
    profile = read_again(profile)
    view = load_roadmap(profile, before.today)
    sentences = _sentences(before, view, wish, key)
    if not request.htmx:
        messages.success(request, " ".join(sentences))
        return redirect("planner:roadmap")
    changes: dict[str, Any] = {
        "changes": sentences,
        "is_quiet": wish in QUIET,
        "undo": _undo(before, wish, key),
    }
    response = _show(request, view, _form(profile, view), **changes)
    if wish in QUIET:
        trigger_client_event(response, "toast", {"message": " ".join(sentences[:2])})
    return response


def _sentences(before: PlanView, after: PlanView, wish: str, key: str) -> list[str]:
    plan, catalogue = after.answer.plan, after.catalogue
    difference = compare(catalogue, outline_of(before.answer.plan), outline_of(plan))
    later = [step.id for step in plan.later]
    if wish == "settings":
        cause = change_wording.set_anew(
            (before.developer, before.request), (after.developer, after.request)
        )
    else:
        cause = [change_wording.wished(catalogue, wish, key, after.developer.skills)]
    effects = change_wording.changes(catalogue, difference, id_of(key), later)
    return [*cause, *(effects or [change_wording.nothing(plan, is_asked=bool(cause))])]


def _undo(before: PlanView, wish: str, key: str) -> dict[str, Any] | None:
    """How to take back that a skill is there already; the other wishes stand beside their steps."""
    if wish != "have":
        return None
    have = before.developer.skills.get(id_of(key))
    return {"key": key, "was": key.partition("@")[2], "proficiency": value_of(have)}


def _refuse(
    request: SignedInRequest, profile: Profile, view: PlanView, problem: str, status: int
) -> HttpResponse:
    return _show(request, view, _form(profile, view), status=status, problem=problem)


def _show(
    request: SignedInRequest, view: PlanView, form: PlanForm, *, status: int = 200, **more: Any
) -> HttpResponse:
    context = {
        "form": form, "changes": [], "is_quiet": True, "undo": None, "problem": "",
        "is_open": "open" in request.POST,
    }  # fmt: skip
    template = PARTIAL if request.htmx else "planner/roadmap.html"
    return render(request, template, context | plan_context(view) | more, status=status)
