"""The sentences of `planner.wording` for templates: `{{ catalogue|name_of:skill }}`."""

from __future__ import annotations

from django import template
from django.urls import reverse
from django.utils.html import format_html

from planner import figures, names, wording
from planner.domain.catalogue import Catalogue, Level
from planner.domain.gaps import Gap, GapMember
from planner.domain.ranges import Range
from planner.domain.worth import band_in_place

register = template.Library()

for function in (
    wording.certification_hint,
    wording.comes_first,
    figures.count,
    figures.decimal,
    figures.duration,
    figures.gain,
    names.level_name,
    wording.missing,
    names.name_of,
    names.proficiency,
    wording.reason,
    wording.shown_members,
    wording.step_title,
    wording.sureness_title,
    figures.change,
    figures.years,
):
    register.filter(function.__name__, function)


@register.filter
def gap_word(gap: Gap) -> str:
    return wording.GAP_WORDS[gap.status]


@register.filter
def in_place(level: Level, place_factor: float) -> Range:
    """A level's band where somebody works."""
    return band_in_place(level, place_factor)


@register.filter
def levels_missing(member: GapMember) -> int:
    """How many levels of proficiency a skill is below its target."""
    return max(0, member.target - (member.have or 0))


@register.simple_tag
def item_link(catalogue: Catalogue, id_: str) -> str:
    """A link to the page of a skill or certification, or its bare id if the catalogue lacks it."""
    name = names.name_of(catalogue, id_)
    if id_ in catalogue.skills:
        return format_html('<a href="{}">{}</a>', reverse("planner:skill", args=[id_]), name)
    if id_ in catalogue.certifications:
        url = reverse("planner:certification", args=[id_])
        return format_html('<a href="{}">{}</a>', url, name)
    return name


@register.inclusion_tag("components/source.html")
def source_chip(catalogue: Catalogue, id_: str) -> dict[str, str]:
    """A chip that leads to a source on the method page."""
    source = catalogue.sources.get(id_)
    return {"id": id_, "label": names.source_label(source) if source else id_}
