"""The number in the header: how many reviews wait for a mentor."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template
from django.template import Context
from django.urls import reverse
from django.utils import timezone

from planner import review_wording
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
def of_skill(confirmations: Mapping[str, Rating], skill: str) -> Rating | None:
    """What a mentor said last of a skill."""
    return confirmations.get(skill)


@register.filter
def rating_said(rating: Rating) -> str:
    """`Confirmed: Working by Mira on 3 November 2026`."""
    return review_wording.rating_said(
        rating.by, rating.proficiency, rating.at, is_confirmed=rating.is_confirmed
    )
