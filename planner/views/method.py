from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from planner.domain.catalogue import Catalogue, Source
from planner.queries.catalogue import current_catalogue

KINDS = {
    "survey": "Surveys",
    "wages": "Wage statistics",
    "fact": "Further facts and checks",
    "assumption": "Assumptions of our own",
}


@login_not_required
@require_safe
def method(request: HttpRequest) -> HttpResponse:
    """How every figure is made, with all assumptions and all sources."""
    catalogue = current_catalogue()
    return render(
        request,
        "planner/method.html",
        {
            "catalogue": catalogue,
            "sections": article_sections(catalogue),
            "kinds": sources_by_kind(catalogue),
        },
    )


def article_sections(catalogue: Catalogue) -> list[tuple[str, list[Source]]]:
    """The article's sentences under the section that each stands in."""
    found: dict[str, list[Source]] = {}
    for source in catalogue.sources.values():
        if source.kind == "article":
            found.setdefault(source.title, []).append(source)
    return list(found.items())


def sources_by_kind(catalogue: Catalogue) -> list[tuple[str, list[Source]]]:
    """The other sources under a heading each; named assumptions have a table of their own."""
    found: dict[str, list[Source]] = {heading: [] for heading in KINDS.values()}
    for source in catalogue.sources.values():
        is_named = source.id.removeprefix("assumption:") in catalogue.assumptions
        if source.kind in KINDS and not is_named:
            found[KINDS[source.kind]].append(source)
    return [(heading, sources) for heading, sources in found.items() if sources]
