from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.http import SignedInRequest
from planner import charts, figures, pay_wording
from planner.access import profile_for_reading
from planner.domain import worth
from planner.domain.derivation import METROS, Derivation, Line, derive
from planner.domain.outlook import Outlook, look_ahead
from planner.queries.profiles import ProfileView, load_learner

NATIONWIDE = "bls-oews-swdev-2025"  # percentiles of software developers in the whole country


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the waterfall as it is drawn; `total` is what it leads to."""

    label: str
    note: str
    amount: str
    total: float
    kind: str
    low: float
    width: float
    sources: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()


@require_safe
def estimate(request: SignedInRequest) -> HttpResponse:
    """Where the pay figure comes from, line by line, and how sure it is."""
    profile = load_learner(profile_for_reading(request.user), timezone.localdate())
    outlook = look_ahead(profile.catalogue, profile.developer)
    derivation = derive(
        profile.catalogue, profile.developer, outlook.standing, outlook.estimate,
        place_source=profile.place.source if profile.place else METROS,
    )  # fmt: skip
    context = {
        "profile": profile,
        "catalogue": profile.catalogue,
        "outlook": outlook,
        "derivation": derivation,
        "rows": waterfall_rows(profile, derivation, outlook),
        "sureness_reasons": [pay_wording.REASONS[reason] for reason in outlook.sureness.reasons],
    }
    return render(request, "planner/estimate.html", context | _money(profile, outlook))


def _money(profile: ProfileView, outlook: Outlook) -> dict[str, Any]:
    catalogue = profile.catalogue
    return {
        "is_above_band": worth.is_above_band(outlook),
        "pay_now": worth.pay_now(outlook),
        "pay_after": worth.pay_after(outlook),
        "entry_band": worth.band_in_place(catalogue.levels[0], outlook.estimate.place_factor),
        "spread": worth.market_spread(catalogue, outlook),
        "nationwide": catalogue.sources.get(NATIONWIDE),
    }


def waterfall_rows(profile: ProfileView, derivation: Derivation, outlook: Outlook) -> list[Row]:
    """The derivation's lines with their bars, and the estimate itself as the last one."""
    lines = derivation.lines
    *bars, whole = charts.waterfall([line.amount for line in lines])
    rows = [
        Row(
            label=pay_wording.line_label(profile.catalogue, outlook, line),
            note=_note(profile, outlook, line),
            amount=figures.money(line.amount)
            if bar.kind == "total"
            else figures.change(line.amount),
            total=line.total,
            kind=bar.kind,
            low=bar.low,
            width=bar.width,
            sources=line.sources,
            assumptions=line.assumptions,
        )
        for line, bar in zip(lines, bars, strict=True)
    ]
    pay = outlook.estimate.pay
    note = f"The range is {figures.money(pay.low)}–{figures.money(pay.high)}"
    last = Row(
        "Estimate", note, figures.money(pay.central), pay.central, "total", whole.low, whole.width
    )
    return [*rows, last]


def _note(profile: ProfileView, outlook: Outlook, line: Line) -> str:
    """How a line comes about, with the place or industry that it is about."""
    said = pay_wording.line_note(profile.catalogue, outlook, line)
    about = {"location": profile.place, "industry": profile.industry}.get(line.key)
    if about is None:
        return said
    is_partly = line.key == "location" and profile.developer.is_remote
    return f"{about.name}{', in part: you work remotely' if is_partly else ''} {said}"
