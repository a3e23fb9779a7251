"""Asking mentors to review what one claims, and reading what they answered."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.http import SignedInRequest
from planner import access, actions, review_wording
from planner.forms.evidence import NewEvidenceForm
from planner.forms.reviews import AskForm
from planner.models import Evidence, Profile
from planner.queries.profiles import ProfileView, load_developer
from planner.queries.ratings import load_claim_review
from planner.queries.reviews import load_own_evidence, load_own_reviews, load_reviewers
from planner.views.evidence import FULL
from planner.views.review_rows import answer_rows

ALREADY_ASKED = "You asked already, from another tab: that request is waiting."
CHANGED = "You changed this skill meanwhile. This is what you claim now: send it again if it holds."


@require_http_methods(["GET", "HEAD", "POST"])
def review_ask(request: SignedInRequest, skill: str) -> HttpResponse:
    """Ask to have one skill reviewed as it is claimed now."""
    profile = access.profile_for_editing(request.user)
    view = load_developer(profile, timezone.localdate())
    if skill not in view.catalogue.skills:
        raise Http404
    own = _fitting_first(load_own_evidence(request.user), skill)
    sent = request.POST if request.method == "POST" else None
    form = AskForm(sent, evidence=own, initial=_initial(own, view, skill))
    new = NewEvidenceForm(sent)
    status = 200 if sent is None else 422
    if new.is_valid() and form.is_valid():
        error = _ask(form, new, profile, skill)
        if error is None:
            name = view.catalogue.skills[skill].name
            messages.success(request, f"Your mentors are asked to review {name}.")
            return redirect("planner:my_reviews")
        form.add_error(None, error)
        status = 409
    context = _asking(request, view, skill, timezone.now()) | {"form": form, "new": new}
    context["review"] = load_claim_review(profile, skill, context["now"])
    return render(request, "planner/mentors/review_ask.html", context, status=status)


@require_POST
def review_withdraw(request: SignedInRequest, pk: int) -> HttpResponse:
    review = access.review_for_editing(request.user, pk)
    try:
        actions.withdraw_review(review=review, now=timezone.now())
    except actions.ReviewClosedError:
        messages.warning(request, f"{review.skill.name} is answered or closed already: see below.")
    else:
        messages.success(request, f"Your request to review {review.skill.name} is withdrawn.")
    return redirect("planner:my_reviews")


@require_safe
def my_reviews(request: SignedInRequest) -> HttpResponse:
    """What one asked for, what mentors answered, and what to do next."""
    profile, now = access.profile_for_reading(request.user), timezone.now()
    view = load_developer(profile, timezone.localdate())
    rows = answer_rows(load_own_reviews(request.user), view.developer.skills, now)
    waiting = sum(row.outcome == "waiting" for row in rows)
    context = {
        "rows": rows,
        "unread": [row.latest.decision.pk for row in rows if row.is_unread],
        "title": review_wording.mine_title(waiting, sum(row.is_unread for row in rows)),
        "reviewers": load_reviewers(request.user, now),
        "no_promise": review_wording.NO_PROMISE,
    }
    return render(request, "planner/mentors/my_reviews.html", context)


@require_POST
def review_seen(request: SignedInRequest, pk: int) -> HttpResponse:
    """Note that an answer was read."""
    review = access.review_for_editing(request.user, pk)
    actions.mark_seen(review=review, now=timezone.now())
    return redirect("planner:my_reviews")


def _fitting_first(own: tuple[Evidence, ...], skill: str) -> tuple[Evidence, ...]:
    return tuple(sorted(own, key=lambda e: skill not in {s.pk for s in e.skills.all()}))


def _initial(own: tuple[Evidence, ...], view: ProfileView, skill: str) -> dict[str, object]:
    """Evidence of this very skill is ticked."""
    fitting = [e.pk for e in own if skill in {s.pk for s in e.skills.all()}]
    return {"claimed": view.developer.skills.get(skill), "evidence": fitting}


def _ask(form: AskForm, new: NewEvidenceForm, profile: Profile, skill: str) -> str | None:
    """Ask; what kept it from being asked, in words."""
    chosen = form.cleaned_data
    try:
        actions.ask_review(
            profile=profile,
            skill=skill,
            claimed=chosen["claimed"],
            words=chosen["words"],
            evidence=chosen.get("evidence", []),
            new=new.to_fields([skill]),
            now=timezone.now(),
        )
    except actions.AlreadyAskedError:
        return ALREADY_ASKED
    except (actions.ClaimChangedError, actions.NothingClaimedError):
        return CHANGED
    except actions.TooMuchEvidenceError:
        return FULL
    return None


def _asking(
    request: SignedInRequest, view: ProfileView, skill: str, now: datetime
) -> dict[str, Any]:
    return {
        "skill": view.catalogue.skills[skill],
        "claimed": view.developer.skills.get(skill),
        "reviewers": load_reviewers(request.user, now),
        "now": now,
        "promise": review_wording.PROMISE_DAYS,
        "no_promise": review_wording.NO_PROMISE,
    }
