"""The queue: what waits for a mentor, in all cohorts, the oldest first."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_safe

from accounts.actions import note_sightings
from accounts.http import SignedInRequest
from accounts.models import Sighting
from planner import actions, review_wording
from planner.access import mentor_required
from planner.forms.reviews import QueueForm
from planner.models import ReviewRequest
from planner.queries.mentees import shown_name
from planner.queries.reviews import Queue, QueueFilter, Waiting, load_chosen, load_queue
from planner.views.keys import key_of
from planner.views.review_rows import queue_rows

PAGE = 50


@require_safe
@mentor_required
def reviews(request: SignedInRequest) -> HttpResponse:
    """Everything that waits; filters combine, and a page holds fifty."""
    now = timezone.now()
    queue = load_queue(request.user, now)
    form = QueueForm(request.GET, queue=queue)
    found = queue.matching(form.to_filter() if form.is_valid() else QueueFilter())
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    people = {one.person for one in page.object_list}
    note_sightings(viewer=request.user, mentees=people, what=Sighting.What.QUEUE, now=now)
    context = _context(queue, form, page) | _filters(request, form)
    status = 200 if form.is_valid() else 422
    template = "planner/mentoring/reviews.html"
    part = f"{template}#review-queue" if request.htmx else template
    return render(request, part, context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@mentor_required
def reviews_confirm(request: SignedInRequest) -> HttpResponse:
    """Confirm several at once, after seeing once more which they are."""
    now, is_sure = timezone.now(), request.method == "POST"
    ticked = (request.POST if is_sure else request.GET).getlist("review")
    chosen = load_chosen(request.user, _keys(ticked), now)
    if not chosen:
        messages.warning(request, "Choose the reviews to confirm first.")
        return redirect("planner:reviews")
    if is_sure:
        pks = [review.pk for review in chosen]
        done = actions.confirm_reviews(reviews=pks, mentor=request.user, now=now)
        _tell(request, chosen, {review.pk for review in done}, now)
        return redirect("planner:reviews")
    people = {review.profile.user_id for review in chosen}
    note_sightings(viewer=request.user, mentees=people, what=Sighting.What.QUEUE, now=now)
    context = {"reviews": chosen, "now": now, "no_promise": review_wording.NO_PROMISE}
    return render(request, "planner/mentoring/reviews_confirm.html", context)


def _context(queue: Queue, form: QueueForm, page: Page[Waiting]) -> dict[str, Any]:
    """The verdict on all that waits, and one page of it."""
    return {
        "queue": queue,
        "page": page,
        "rows": queue_rows(queue, page.object_list),
        "promise": review_wording.PROMISE_DAYS,
        "title": review_wording.queue_title(len(queue.waiting), queue.late),
        "is_blind": form.is_valid() and form.cleaned_data["blind"],
    }


def _filters(request: SignedInRequest, form: QueueForm) -> dict[str, Any]:
    """What is filtered by; `query`: the same for the links to other pages."""
    chosen = {name: request.GET[name] for name in form.fields if request.GET.get(name)}
    return {
        "form": form,
        "filters": [form[name] for name in ("cohort", "person", "skill", "band")],
        "is_filtered": bool(chosen.keys() - {"blind"}),
        "query": urlencode(chosen),
    }


def _keys(numbers: list[str]) -> list[int]:
    """Fifty keys at most, as a page has them; what is no key is left out."""
    return [key for key in map(key_of, numbers[:PAGE]) if key is not None]


def _tell(
    request: SignedInRequest, chosen: tuple[ReviewRequest, ...], done: set[int], now: datetime
) -> None:
    """Say by name what was confirmed, and what somebody else was faster with.

    A confirmation tells its mentee by itself who read; of the rest the reading is noted.
    """
    unread = {review.profile.user_id for review in chosen if review.pk not in done}
    note_sightings(viewer=request.user, mentees=unread, what=Sighting.What.QUEUE, now=now)
    names = {
        review.pk: f"{shown_name(review.profile.user)}, {review.skill.name}" for review in chosen
    }
    confirmed = [name for pk, name in names.items() if pk in done]
    left = [name for pk, name in names.items() if pk not in done]
    level = messages.SUCCESS if not left else messages.WARNING
    messages.add_message(request, level, review_wording.confirmed_together(confirmed, left))
