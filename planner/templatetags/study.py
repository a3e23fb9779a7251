"""The sentences of `planner.study_wording` for templates."""

from __future__ import annotations

from django import template

from planner import study_wording

register = template.Library()
register.filter("amount", study_wording.amount)
register.filter("hours_logged", study_wording.hours_said)
register.filter("took", study_wording.took)
register.filter("week_state", study_wording.week_state)
