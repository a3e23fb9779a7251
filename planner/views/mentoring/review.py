"""One review: everything that is needed to answer it, on one page."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from accounts.access import scopes_shown
from accounts.actions import note_sightings
from accounts.http import SignedInRequest
from accounts.models import Sighting
from planner import access, actions, review_wording
from planner.access import mentor_required
from planner.domain.mentoring import reviews as rules
from planner.forms.reviews import BlindRatingForm, DecisionForm, NoteForm, SnippetChoiceForm
from planner.models import ReviewRequest
from planner.queries.catalogue import current_catalogue
from planner.queries.mentees import shown_name
from planner.queries.review_page import ReviewView, load_review
from planner.views.review_rows import became, expected_of

TOO_LATE = (
    "Somebody was faster, or it was withdrawn: nothing of yours was saved."
    " What became of it, and your words, stand below."
)


@require_safe
@mentor_required
def review(request: SignedInRequest, pk: int) -> HttpResponse:
    """The claim and all around it; `?blind=on` asks for a rating before it shows the claim."""
    now = timezone.now()
    asked = access.review_for_mentor(request.user, pk, now)
    view = _load(request, asked, now)
    if request.GET.get("blind") and view.own_blind is None and asked.closed_at is None:
        return _show_blind(request, asked, view, BlindRatingForm(), now)
    return _show(request, asked, view, DecisionForm(claimed=asked.proficiency), now)


@require_POST
@mentor_required
def review_claim(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take a review, or take it for another 30 minutes."""
    now = timezone.now()
    asked = access.review_for_mentor(request.user, pk, now)
    try:
        actions.claim_review(review=asked, mentor=request.user, now=now)
    except (actions.ReviewHeldError, actions.ReviewClosedError) as error:
        return _refuse(request, asked, DecisionForm(claimed=asked.proficiency), error, now)
    messages.success(request, "It is yours for 30 minutes. Others see that you are at it.")
    return redirect("planner:review", pk)


@require_POST
@mentor_required
def review_release(request: SignedInRequest, pk: int) -> HttpResponse:
    """Leave it to others."""
    now = timezone.now()
    asked = access.review_for_mentor(request.user, pk, now)
    actions.release_review(review=asked, mentor=request.user, now=now)
    messages.success(request, f"{asked.skill.name} is free for others again.")
    return redirect("planner:reviews")


@require_POST
@mentor_required
def review_rate(request: SignedInRequest, pk: int) -> HttpResponse:
    """Rate before seeing what is claimed."""
    now = timezone.now()
    asked = access.review_for_mentor(request.user, pk, now)
    form = BlindRatingForm(request.POST)
    if not form.is_valid():
        return _show_blind(request, asked, _load(request, asked, now), form, now)
    level = form.cleaned_data["proficiency"]
    try:
        actions.rate_blind(review=asked, mentor=request.user, proficiency=level, now=now)
    except actions.ReviewClosedError as error:
        return _refuse(request, asked, DecisionForm(claimed=asked.proficiency), error, now)
    messages.success(request, "Your rating is kept. This is what is claimed.")
    return redirect("planner:review", pk)


@require_POST
@mentor_required
def review_decide(request: SignedInRequest, pk: int) -> HttpResponse:
    """Answer: confirm, confirm at another level, ask for more, or decline."""
    now = timezone.now()
    asked = access.review_for_mentor(request.user, pk, now)
    if "insert" in request.POST:
        return _insert(request, asked, now)
    form = DecisionForm(request.POST, claimed=asked.proficiency)
    if not form.is_valid():
        return _show(request, asked, _load(request, asked, now), form, now, status=422)
    try:
        decision = actions.decide_review(
            review=asked, mentor=request.user, answer=form.to_answer(), now=now
        )
    except (actions.ReviewHeldError, actions.ReviewClosedError) as error:
        return _refuse(request, asked, form, error, now)
    name = shown_name(asked.profile.user)
    said = review_wording.decision_said(decision.kind, asked.proficiency, decision.proficiency)
    messages.success(request, f"{name}, {asked.skill.name}: {said}. They are told.")
    return redirect("planner:reviews")


def _insert(request: SignedInRequest, asked: ReviewRequest, now: datetime) -> HttpResponse:
    """Put a snippet behind the words written so far; nothing is judged or saved."""
    view = _load(request, asked, now)
    choice = SnippetChoiceForm(request.POST, snippets={s.pk: s.title for s in view.snippets})
    texts = {snippet.pk: snippet.text for snippet in view.snippets}
    chosen = texts.get(choice.cleaned_data["snippet"], "") if choice.is_valid() else ""
    typed = request.POST.dict()
    words = "\n\n".join(part for part in (str(typed.get("words", "")).rstrip(), chosen) if part)
    form = DecisionForm(claimed=asked.proficiency, typed={**typed, "words": words})
    return _show(request, asked, view, form, now)


def _refuse(
    request: SignedInRequest,
    asked: ReviewRequest,
    form: DecisionForm,
    error: Exception,
    now: datetime,
) -> HttpResponse:
    """The page as it is now, with who was faster and what the mentor had typed."""
    if isinstance(error, actions.ReviewHeldError) and error.until is not None:
        said = review_wording.held_said(review_wording.by_mentor(error.holder), error.until)
    else:
        said = TOO_LATE
    view = _load(request, asked, now)
    return _show(request, asked, view, form, now, status=409, refused=said)


def _load(request: SignedInRequest, asked: ReviewRequest, now: datetime) -> ReviewView:
    scopes = scopes_shown(request.user, asked.profile.user_id, now)
    return load_review(asked, request.user, scopes, now)


def _show(
    request: SignedInRequest,
    asked: ReviewRequest,
    view: ReviewView,
    form: DecisionForm,
    now: datetime,
    *,
    status: int = 200,
    refused: str = "",
) -> HttpResponse:
    name, skill = shown_name(asked.profile.user), asked.skill.name
    context = _context(request, asked, view, now) | {
        "title": review_wording.claim_title(name, skill, asked.proficiency),
        "form": form,
        "refused": refused,
        "snippets": SnippetChoiceForm(snippets={s.pk: s.title for s in view.snippets}),
        "note_form": NoteForm(),
        "no_promise": review_wording.NO_PROMISE,
    }
    return render(request, "planner/mentoring/review.html", context, status=status)


def _show_blind(
    request: SignedInRequest,
    asked: ReviewRequest,
    view: ReviewView,
    form: BlindRatingForm,
    now: datetime,
) -> HttpResponse:
    context = _context(request, asked, view, now) | {"form": form}
    status = 422 if form.is_bound else 200
    return render(request, "planner/mentoring/review_blind.html", context, status=status)


def _context(
    request: SignedInRequest, asked: ReviewRequest, view: ReviewView, now: datetime
) -> dict[str, Any]:
    """What both pages show; whoever calls it shows the page, so it is noted here."""
    current = _current(asked, view)
    mentee, what = asked.profile.user_id, Sighting.What.REVIEW
    note_sightings(viewer=request.user, mentees=[mentee], what=what, now=now)
    band, catalogue = rules.age_band(asked.asked_at, now), current_catalogue()
    return _state(current, request.user.pk, now) | {
        "review": asked,
        "current": current,
        "view": view,
        "catalogue": catalogue,
        "name": shown_name(asked.profile.user),
        "age": review_wording.age_said(asked.asked_at, now),
        "band": band,
        "band_word": review_wording.BANDS[band],
        "others": [(v, became(v)) for v in view.versions if v.pk != asked.pk],
        "expected": expected_of(catalogue, asked.skill_id),
        "meanings": review_wording.MEANINGS,
    }


def _current(asked: ReviewRequest, view: ReviewView) -> ReviewRequest:
    """The request as it was read last: who is at it, and what became of it."""
    current = next((version for version in view.versions if version.pk == asked.pk), None)
    if current is None:  # no longer shown, since this very moment
        raise Http404
    return current


def _state(current: ReviewRequest, viewer: int, now: datetime) -> dict[str, Any]:
    """Whether it is open, who is at it, and whether the viewer may answer."""
    holder, is_open = rules.holder_of(current.claim, now), current.closed_at is None
    return {
        "is_open": is_open,
        "is_mine": holder == viewer,
        "may_answer": is_open and holder in {None, viewer},
        "outcome": became(current),
    }
