"""Check-ins as the mentee reads them: what was agreed, what is done, which levels to take over."""

from __future__ import annotations

from collections.abc import Mapping

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from accounts.http import SignedInRequest
from planner import access, actions
from planner.figures import count
from planner.forms import ProficiencyForm
from planner.models import CheckIn, Profile
from planner.queries.guidance import load_agreed
from planner.queries.mentees import shown_name
from planner.queries.profiles import load_developer
from planner.views.skill_rows import value_of

CHANGED = "You changed one of these skills elsewhere meanwhile. Look again; nothing was taken over."
UNKNOWN = "That is none of the levels that were agreed, so nothing was saved."


@require_safe
def my_check_in(request: SignedInRequest, check_in: int) -> HttpResponse:
    found = access.check_in_for_reading(request.user, check_in)
    return _show(request, access.profile_for_reading(request.user), found)


@require_POST
def my_check_in_action(request: SignedInRequest, check_in: int, action: int) -> HttpResponse:
    """Mark an action as done, or as not done."""
    found, now = access.check_in_for_reading(request.user, check_in), timezone.now()
    is_done = request.POST.get("done") == "1"
    if not actions.tick_action(check_in=found, action=action, is_done=is_done, now=now):
        raise Http404
    return redirect("planner:my_check_in", check_in)


@require_POST
def my_check_in_adopt(request: SignedInRequest, check_in: int) -> HttpResponse:
    """Make agreed levels one's own: of one skill, or of all that differ."""
    found = access.check_in_for_reading(request.user, check_in)
    profile = access.profile_for_editing(request.user)
    wanted = _wanted(request.POST, found)
    if not wanted:
        return _show(request, profile, found, UNKNOWN, status=422)
    try:
        actions.adopt_levels(profile=profile, levels=wanted)
    except actions.ChangedMeanwhileError:
        return _show(request, profile, found, CHANGED, status=409)
    messages.success(request, f"{count(len(wanted), 'level')} taken over.")
    return redirect("planner:my_check_in", check_in)


def _wanted(sent: Mapping[str, str], check_in: CheckIn) -> dict[str, tuple[int, int | None]]:
    """By skill the agreed level, and what the page showed as one's own."""
    levels, _ = load_agreed(check_in)
    found: dict[str, tuple[int, int | None]] = {}
    for level in levels:
        was = sent.get(f"was-{level.skill_id}", "")
        form = ProficiencyForm({"proficiency": str(level.proficiency), "was": was})
        if sent.get("skill", "") in {"", level.skill_id} and form.is_valid():
            found[level.skill_id] = level.proficiency, form.cleaned_data["was"]
    return found


def _show(
    request: SignedInRequest,
    profile: Profile,
    check_in: CheckIn,
    problem: str = "",
    *,
    status: int = 200,
) -> HttpResponse:
    view = load_developer(profile, timezone.localdate())
    levels, agreed = load_agreed(check_in)
    skills = view.developer.skills
    differing = [lvl for lvl in levels if skills.get(lvl.skill_id) != lvl.proficiency]
    context = {
        "catalogue": view.catalogue,
        "today": view.today,
        "check_in": check_in,
        "mentor": shown_name(check_in.mentor),
        "levels": levels,
        "actions": agreed,
        "stated": skills,
        "adoptable": [(lvl.skill_id, value_of(skills.get(lvl.skill_id))) for lvl in differing],
        "problem": problem,
    }
    return render(request, "planner/mentors/guidance_check_in.html", context, status=status)
