"""The roadmap's files for templates."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import template

from planner.exports import FORMATS

register = template.Library()


@register.inclusion_tag("planner/roadmap_files.html")
def roadmap_files(today: date, catalogue_version: str) -> dict[str, Any]:
    """A link for each file to take along; on paper, what the plan was made of."""
    return {"formats": FORMATS, "today": today, "catalogue_version": catalogue_version}
