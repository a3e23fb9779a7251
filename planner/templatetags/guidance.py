"""The sentences of `planner.guidance_wording` for templates."""

from __future__ import annotations

from datetime import date

from django import template

from planner import guidance_wording
from planner.domain.mentoring.assignments import AssignmentState
from planner.queries.mentees import shown_name

register = template.Library()
register.filter("task_title", guidance_wording.task_title)
register.filter("difference_word", guidance_wording.difference)
register.filter("shown_name", shown_name)
register.simple_tag(guidance_wording.set_by, name="set_by")


@register.filter
def state_word(state: AssignmentState) -> str:
    return guidance_wording.STATES[state]


@register.filter
def is_over(day: date | None, today: date) -> bool:
    return day is not None and day < today
