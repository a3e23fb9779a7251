"""What a mentor says of a mentee's skills beside what the mentee says."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.http import SignedInRequest
from accounts.models import Scope, Sighting
from planner import actions
from planner.access import mentor_required
from planner.domain.catalogue import Skill
from planner.figures import count
from planner.forms import BlindForm, RatingForm
from planner.models.fields import PROFICIENCIES
from planner.queries.mentees import MenteeView
from planner.views.mentoring.mentee_pages import Opened, load, open_mentee, show
from planner.views.rating_rows import expected_skills, ratings_context

MOST_BLIND = 15  # skills a form


@require_safe
@mentor_required
def mentee_ratings(request: SignedInRequest, pk: int) -> HttpResponse:
    opened = open_mentee(request, pk, Scope.SKILLS)
    return _show_ratings(request, opened, load(request, opened))


@require_POST
@mentor_required
def mentee_rate(request: SignedInRequest, pk: int, skill: str) -> HttpResponse:
    """Rate one skill, with the self rating in view."""
    opened = open_mentee(request, pk, Scope.SKILLS)
    view = load(request, opened)
    if skill not in view.catalogue.skills:
        raise Http404
    form = RatingForm(request.POST)
    if not form.is_valid():
        problem = "That is none of the five levels, so nothing was saved."
        return _show_ratings(request, opened, view, problem, status=422)
    actions.rate_skills(
        profile=opened.profile, mentor=request.user, now=opened.now, saw_claim=True,
        ratings={skill: form.cleaned_data["proficiency"]},
    )  # fmt: skip
    messages.success(request, f"{view.catalogue.skills[skill].name} is rated.")
    return redirect(f"{reverse('planner:mentee_ratings', args=[pk])}#rating-{skill}")


@require_http_methods(["GET", "HEAD", "POST"])
@mentor_required
def mentee_ratings_blind(request: SignedInRequest, pk: int) -> HttpResponse:
    """Rate several skills before the self ratings are in view; then both are."""
    opened = open_mentee(request, pk, Scope.SKILLS)
    view = load(request, opened)
    skills = _unrated(view, request.user.pk)
    form = BlindForm(request.POST if request.method == "POST" else None, skills=skills)
    if form.is_valid():
        ratings = form.to_ratings()
        actions.rate_skills(
            profile=opened.profile, mentor=request.user, now=opened.now, saw_claim=False,
            ratings=ratings,
        )  # fmt: skip
        messages.success(request, f"{count(len(ratings), 'skill')} rated; here are both sides.")
        return redirect("planner:mentee_ratings", pk)
    status = 422 if form.is_bound else 200
    context = {"form": form, "skills": skills}
    return show(request, opened, Sighting.What.GAPS, "ratings_blind", context, status=status)


def _unrated(view: MenteeView, mentor: int) -> list[Skill]:
    """The next skills that are expected and that this mentor has not rated."""
    rated = {rating.skill for rating in view.others if rating.mentor == mentor}
    return [s for id_, s in expected_skills(view).items() if id_ not in rated][:MOST_BLIND]


def _show_ratings(
    request: SignedInRequest,
    opened: Opened,
    view: MenteeView,
    problem: str = "",
    *,
    status: int = 200,
) -> HttpResponse:
    context = ratings_context(view, request.GET.get("area", ""), request.user.pk)
    context |= {"problem": problem, "levels": PROFICIENCIES}
    return show(request, opened, Sighting.What.GAPS, "ratings", context, status=status)
