"""What somebody collects to show that they can do something: their own, with or without mentors."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.http import SignedInRequest
from planner import access, actions
from planner.forms.evidence import EvidenceForm, initial_of
from planner.models import Evidence
from planner.queries.profiles import ProfileView, load_developer
from planner.queries.reviews import load_own_evidence
from planner.search import find_skills

FORM = require_http_methods(["GET", "HEAD", "POST"])
FULL = f"You have {actions.MAX_EVIDENCE} pieces of evidence, which is as many as fit."
MOST_FOUND = 12


@require_safe
def evidence(request: SignedInRequest) -> HttpResponse:
    return render(
        request, "planner/mentors/evidence.html", {"all": load_own_evidence(request.user)}
    )


@FORM
def evidence_new(request: SignedInRequest) -> HttpResponse:
    profile, now = access.profile_for_editing(request.user), timezone.now()
    view = load_developer(profile, timezone.localdate())
    form = _form(request, view, {"skills": _asked_for(request, view)})
    if form.is_valid():
        try:
            actions.add_evidence(profile=profile, fields=form.to_fields(), now=now)
        except actions.TooMuchEvidenceError:
            form.add_error(None, FULL)
        else:
            messages.success(request, f"“{form.cleaned_data['title']}” is added.")
            return redirect("planner:evidence")
    return _show(request, view, form, None)


@FORM
def evidence_edit(request: SignedInRequest, pk: int) -> HttpResponse:
    item = access.evidence_for_editing(request.user, pk)
    profile = access.profile_for_editing(request.user)
    view = load_developer(profile, timezone.localdate())
    form = _form(request, view, initial_of(item))
    if form.is_valid():
        actions.change_evidence(evidence=item, fields=form.to_fields(), now=timezone.now())
        messages.success(request, f"“{item.title}” is changed.")
        return redirect("planner:evidence")
    return _show(request, view, form, item)


@require_POST
def evidence_remove(request: SignedInRequest, pk: int) -> HttpResponse:
    item = access.evidence_for_editing(request.user, pk)
    actions.remove_evidence(evidence=item)
    messages.success(request, f"“{item.title}” is removed.")
    return redirect("planner:evidence")


def _asked_for(request: SignedInRequest, view: ProfileView) -> list[str]:
    """The skill that a link asks for evidence of."""
    skill = request.GET.get("skill", "")
    return [skill] if skill in view.catalogue.skills else []


def _form(request: SignedInRequest, view: ProfileView, initial: dict[str, Any]) -> EvidenceForm:
    """The form as sent. While somebody looks for a skill, what they typed is not judged yet."""
    if _looks(request):
        typed = {**request.POST.dict(), "skills": request.POST.getlist("skills")}
        return EvidenceForm(catalogue=view.catalogue, initial=typed)
    sent = request.POST if request.method == "POST" else None
    return EvidenceForm(sent, catalogue=view.catalogue, initial=initial)


def _looks(request: SignedInRequest) -> bool:
    """Whether more skills are asked for: while typing, or by the button beside what was typed.

    It is the first button of the form, so Enter in any field presses it, which means to save.
    """
    how = request.POST.get("look")
    return how == "typing" or (how is not None and bool(request.POST.get("q", "").strip()))


def _show(
    request: SignedInRequest, view: ProfileView, form: EvidenceForm, item: Evidence | None
) -> HttpResponse:
    context = {"form": form, "item": item, **_skills(view, form)}
    status = 422 if form.is_bound else 200
    return render(request, "planner/mentors/evidence_form.html", context, status=status)


def _skills(view: ProfileView, form: EvidenceForm) -> dict[str, Any]:
    """What is ticked, and what can be ticked: what is found, or else what somebody assessed."""
    skills, text = view.catalogue.skills, str(form["q"].value() or "").strip()[:60]
    chosen = [skills[id_] for id_ in dict.fromkeys(form.chosen) if id_ in skills]
    ids = find_skills(view.catalogue, text).skills[:MOST_FOUND] if text else view.developer.skills
    offered = [skills[id_] for id_ in skills if id_ in ids and id_ not in form.chosen]
    return {"chosen": chosen, "offered": offered, "text": text}
