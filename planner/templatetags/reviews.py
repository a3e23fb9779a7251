"""What mentors say of skills, what nothing speaks for any more, and how many reviews wait."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template
from django.template import Context
from django.urls import reverse
from django.utils import timezone

from planner import review_wording, staleness_wording
from planner.domain.staleness import Stale
from planner.queries.ratings import Rating
from planner.queries.reviews import count_waiting
from planner.templatetags.ui import nav_link

register = template.Library()


@register.inclusion_tag("components/reviews_link.html", takes_context=True)
def reviews_link(context: Context) -> dict[str, Any]:
    """A link to the queue with what waits in it; one query, for mentors only."""
    waiting = count_waiting(context["user"], timezone.now())
    return {**nav_link(context, reverse("planner:reviews"), "Reviews"), "waiting": waiting}


register.filter(review_wording.by_mentor)


@register.filter
def of_skill[Said: (Rating, Stale)](found: Mapping[str, Said], skill: str) -> Said | None:
    """What a mentor said last of a skill, or since when nothing has spoken for it."""
    return found.get(skill)


register.filter(staleness_wording.stale_said)
register.filter(staleness_wording.stale_shown)
register.filter(staleness_wording.why_stale)


@register.filter
def rating_said(rating: Rating) -> str:
    """`Confirmed: Working by Mira on 3 November 2026`."""
    on = timezone.localdate(rating.at)
    return review_wording.rating_said(
        rating.by, rating.proficiency, on, is_confirmed=rating.is_confirmed
    )
