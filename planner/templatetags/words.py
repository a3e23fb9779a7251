"""The sentences of `planner.wording` for templates: `{{ catalogue|name_of:skill }}`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from django import template
from django.urls import reverse
from django.utils.html import format_html

from planner import attention_wording, figures, names, pay_wording, wording
from planner.domain.assumptions import Assumption
from planner.domain.catalogue import Catalogue, Level, Source
from planner.domain.gaps import Gap, GapMember, GapStatus
from planner.domain.ranges import Range
from planner.domain.worth import band_in_place

register = template.Library()


class HasStatus(Protocol):
    @property
    def status(self) -> GapStatus: ...


for function in (
    wording.comes_first,
    figures.decimal,
    figures.dollar_range,
    figures.duration,
    names.assumption_name,
    names.level_name,
    wording.missing,
    names.name_of,
    names.proficiency,
    wording.shown_members,
    wording.step_title,
    pay_wording.nothing_left,
    pay_wording.sureness_title,
    pay_wording.worth_said,
    pay_wording.worth_title,
    figures.change,
    figures.years,
):
    register.filter(function.__name__, function)


@register.filter
def count(number: int, words: str) -> str:
    """`{{ 3|count:"skill" }}`, `{{ 3|count:"entry,entries" }}`."""
    singular, _, plural = words.partition(",")
    return figures.count(number, singular, plural)


register.filter("risk_reason", attention_wording.reason)
register.filter("risk_explanation", attention_wording.explanation)
register.filter("days_since", attention_wording.since)


@register.filter
def gap_word(gap: HasStatus) -> str:
    return wording.GAP_WORDS[gap.status]


@register.filter
def level_in(skills: Mapping[str, int], skill: str) -> int | None:
    """What is stated of a skill: 0 to 4, or None."""
    return skills.get(skill)


@register.filter
def stated(skills: Mapping[str, int], skill: str) -> str:
    return names.proficiency(skills.get(skill))


@register.filter
def has_icon(skills: Mapping[str, int], skill: str) -> str:
    """The shape for what is there at least at *learning*, or not yet."""
    return "circle-check" if skills.get(skill) else "circle-dashed"


@register.filter
def gap_icon(gap: Gap) -> str:
    """The shape of a state: a full, a half or an empty circle."""
    return {"met": "circle-check", "short": "contrast", "missing": "circle-dashed"}[gap.status]


@register.filter
def other_members(gap: Gap) -> list[GapMember]:
    """The skills of an any-of expectation that are not listed in the first place."""
    shown = wording.shown_members(gap)
    return [member for member in gap.members if member not in shown]


@register.filter
def figures_of(source: Source) -> str:
    """A source's figures without the note in brackets on how they were obtained."""
    return source.detail.partition(" (")[0]


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


@register.inclusion_tag("planner/assumption.html")
def assumption_line(catalogue: Catalogue, key: str) -> dict[str, Assumption]:
    """An assumption by name: its value, what is plausible, what it means and why."""
    return {"assumption": catalogue.assumptions[key]}
