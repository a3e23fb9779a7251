"""The skills editor: what somebody can do, one click a skill."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from accounts.http import SignedInRequest
from planner import access, actions
from planner.forms import ProficiencyForm, SkillSearchForm
from planner.models import Event, Profile
from planner.queries.profiles import ProfileView, load_developer
from planner.queries.ratings import is_rated, load_confirmations
from planner.queries.staleness import load_stale
from planner.views import skill_rows
from planner.views.skill_rows import Problem, Section

STATUSES: dict[Problem, int] = {"": 200, "changed": 409, "invalid": 422}


@require_safe
def skills(request: SignedInRequest) -> HttpResponse:
    profile = access.profile_for_reading(request.user)
    view = load_developer(profile, timezone.localdate())
    form, known = SkillSearchForm(request.GET), _known(request, profile, view)
    sections = _sections(view, form, known["stale"]) if form.is_valid() else []
    context = list_context(request, view, sections) | {"form": form, **known}
    template = "planner/skills_list.html" if request.htmx else "planner/skills.html"
    return render(request, template, context, status=200 if form.is_valid() else 422)


@require_POST
def set_proficiency(request: SignedInRequest, skill: str) -> HttpResponse:
    profile = access.profile_for_editing(request.user)
    view = load_developer(profile, timezone.localdate())
    if skill not in view.catalogue.skills:
        raise Http404
    form = ProficiencyForm(request.POST)
    view, problem = _save(form, profile, view, skill)
    row = skill_rows.row_of(view, skill, form.cleaned_data.get("proficiency"), problem)
    if not problem and not request.htmx:
        messages.success(request, f"{row.skill.name}: {row.label}. Saved.")
        return redirect(f"{_list_url(request)}#skill-{skill}")
    sections = [Section("found", row.skill.name, (row,))]
    context = list_context(request, view, sections) | {"row": row, **_known(request, profile, view)}
    template = "planner/skills_saved.html" if request.htmx else "planner/skills.html"
    return render(request, template, context, status=STATUSES[problem])


def _save(
    form: ProficiencyForm, profile: Profile, view: ProfileView, skill: str
) -> tuple[ProfileView, Problem]:
    """Save the choice; the profile as it is now, and what went wrong."""
    if not form.is_valid():
        return view, "invalid"
    chosen = {name: form.cleaned_data[name] for name in ("proficiency", "was")}
    origin = _origin(profile, skill, form)
    try:
        actions.set_proficiency(profile=profile, skill=skill, origin=origin, **chosen)
    except actions.ChangedMeanwhileError as error:
        return view.with_skill(skill, error.current), "changed"
    return view.with_skill(skill, form.cleaned_data["proficiency"]), ""


def _origin(profile: Profile, skill: str, form: ProficiencyForm) -> Event.Origin:
    """Whether a mentor said so; asked only of a form that says so."""
    level, says_so = form.cleaned_data["proficiency"], form.cleaned_data["adopt"]
    is_adopted = says_so and level is not None and is_rated(profile, skill, level)
    return Event.Origin.REVIEW if is_adopted else Event.Origin.SELF


def _sections(view: ProfileView, form: SkillSearchForm, stale: Collection[str]) -> list[Section]:
    text, area = form.cleaned_data["q"], form.cleaned_data["area"]
    if text:
        return [skill_rows.section_of_search(view, text)]
    if not area:
        return skill_rows.sections_for_target(view)
    if area == skill_rows.STALE:
        return [skill_rows.section_of_stale(view, stale)]
    section = skill_rows.section_of_area(view, area)
    if section is None:
        raise Http404
    return [section]


def list_context(
    request: SignedInRequest, view: ProfileView, sections: list[Section]
) -> dict[str, Any]:
    """What every list of skills shows, here and in the first run."""
    return {
        "form": SkillSearchForm(),
        "sections": sections,
        "areas": skill_rows.areas_of(view),
        "status": skill_rows.status_of(view),
        "list_url": _list_url(request),
        "confirmations": {},
        "stale": {},
        "may_ask": False,
    }


def _known(request: SignedInRequest, profile: Profile, view: ProfileView) -> dict[str, Any]:
    """What mentors said of each skill, whether one can be asked to, and which claims are stale."""
    return {
        "stale": load_stale(profile, view.catalogue, view.today),
        "confirmations": load_confirmations(profile),
        "may_ask": request.user.is_mentee,
    }


def _list_url(request: SignedInRequest) -> str:
    """The list that a row stands in: this page, or the one that sent the form."""
    if request.method != "POST":
        return request.get_full_path()
    sent = request.POST.get("next", "").partition("#")[0]
    is_ours = sent.startswith("/") and url_has_allowed_host_and_scheme(
        sent, {request.get_host()}, request.is_secure()
    )
    return sent if is_ours else reverse("planner:skills")
