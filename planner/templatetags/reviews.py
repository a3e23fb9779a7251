"""The number in the header: how many reviews wait for a mentor."""

from __future__ import annotations

from typing import Any

from django import template
from django.template import Context
from django.urls import reverse
from django.utils import timezone

from planner.queries.reviews import count_waiting
from planner.templatetags.ui import nav_link

register = template.Library()


@register.inclusion_tag("components/reviews_link.html", takes_context=True)
def reviews_link(context: Context) -> dict[str, Any]:
    """A link to the queue with what waits in it; one query, for mentors only."""
    waiting = count_waiting(context["user"], timezone.now())
    return {**nav_link(context, reverse("planner:reviews"), "Reviews"), "waiting": waiting}
