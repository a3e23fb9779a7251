"""The figures beside the verdict of the dashboard, each with a way to how it is worked out."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from planner import figures, names, pay_wording, wording
from planner.domain import worth
from planner.domain.catalogue import Catalogue
from planner.domain.outlook import Outlook


@dataclass(frozen=True, slots=True)
class Tile:
    label: str
    value: str
    note: str
    url: str
    is_plan: bool = False


def tiles_of(catalogue: Catalogue, outlook: Outlook) -> list[Tile]:
    """Pay now, pay after the way to the target, and the time it takes; each if there is any."""
    found = [
        _pay_now(catalogue, outlook),
        _pay_after(outlook),
        _time(catalogue, outlook) or _years(catalogue, outlook),
    ]
    return [tile for tile in found if tile]


def _pay_now(catalogue: Catalogue, outlook: Outlook) -> Tile:
    estimate, url = outlook.estimate, reverse("planner:estimate")
    if not estimate.is_claimed:
        entry = catalogue.levels[0]
        band = figures.money_range(worth.band_in_place(entry, estimate.place_factor))
        return Tile(f"{entry.name} band", band, "What to aim at; no pay is claimed before it", url)
    placed = figures.money_range(estimate.pay)
    if outlook.developer.current_pay is not None:
        paid = figures.money_k(outlook.developer.current_pay)
        return Tile("Your pay", paid, f"This profile is placed at {placed}", url)
    return Tile("Pay now", placed, pay_wording.place_in_band(catalogue, outlook), url)


def _pay_after(outlook: Outlook) -> Tile | None:
    is_worth_saying = outlook.estimate.is_claimed and not worth.is_above_band(outlook)
    if not outlook.path.steps or not is_worth_saying:
        return None
    return Tile(
        "After these steps",
        figures.money_range(worth.pay_after(outlook)),
        pay_wording.pay_after_note(outlook),
        f"{reverse('planner:estimate')}#projection",
        is_plan=True,
    )


def _time(catalogue: Catalogue, outlook: Outlook) -> Tile | None:
    if not outlook.path.steps:
        return None
    hours = outlook.path.hours
    value = f"{hours.low:,.0f}–{hours.high:,.0f} h" if hours.high >= 1 else "At work"
    label = f"Study to {names.level_name(catalogue, outlook.target)}"
    return Tile(label, value, wording.time_needed(outlook), reverse("planner:gaps"))


def _years(catalogue: Catalogue, outlook: Outlook) -> Tile | None:
    level = outlook.estimate.level
    if not level.years_to_next:
        return None
    label = f"Years to {names.level_name(catalogue, level.next_level)}"
    return Tile(
        label, figures.duration(level.years_to_next * 12), "Still to come", reverse("planner:gaps")
    )
