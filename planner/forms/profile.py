"""Experience, place, plans and pay."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.formats import date_format

from planner.actions.history import recording
from planner.domain.catalogue import Catalogue, Industry, Place
from planner.forms.fields import Data, DayField, MoneyField, bounds_message, not_after, offer
from planner.models import Profile
from planner.models.profiles import MAX_HOURS_PER_WEEK, MAX_YEARS

PAY_HINT = "US dollars a year before tax. Private: only you ever see it. Empty clears it."


class PayForm(forms.Form):
    current_pay = MoneyField(label="Current pay", required=False, help_text=PAY_HINT)

    def __init__(self, data: Data, *, profile: Profile) -> None:
        super().__init__(data, initial={"current_pay": profile.current_pay})
        self.profile = profile

    def save(self) -> None:
        with recording(self.profile):
            self.profile.current_pay = self.cleaned_data["current_pay"]
            self.profile.touch("current_pay")


class AboutForm(forms.Form):
    """Experience, place and target: the first step of the first run."""

    saved: tuple[str, ...] = (
        "experience_started_on", "years_stated", "years_stated_on", "place", "is_remote", "target",
    )  # fmt: skip

    years = forms.DecimalField(
        label="Years of experience",
        required=False,
        min_value=0,
        max_value=MAX_YEARS,
        decimal_places=2,
        error_messages=bounds_message(f"Give a number of years from 0 to {MAX_YEARS}."),
        help_text="As a paid developer, for example 2.5.",
        widget=forms.NumberInput(attrs={"step": "any"}),
    )
    started_on = DayField(
        label="Or: developer since", required=False, help_text="Instead of a number."
    )
    place = forms.ChoiceField(
        label="Place of work",
        required=False,
        help_text="Pay is compared with the middle of the United States.",
    )
    is_remote = forms.BooleanField(
        label="I work remotely", required=False, help_text="The place then counts for less."
    )
    target = forms.ChoiceField(
        label="Target", required=False, help_text="What your gaps and next skills aim at."
    )

    def __init__(self, data: Data, *, profile: Profile, catalogue: Catalogue, today: date) -> None:
        super().__init__(data, initial=_initial(profile))
        self.profile, self.today = profile, today
        offer(self, "place", [("", "Not stated"), *places_by_kind(catalogue)])
        levels = [(level.code, level.name) for level in catalogue.levels]
        offer(self, "target", [("", "The next level I am not ready for"), *levels])
        if profile.years_stated_on not in (None, today):
            stated = date_format(profile.years_stated_on, "j F Y")
            self.fields["years"].help_text = f"As of {stated}; grown since by itself."

    def clean_started_on(self) -> date | None:
        return not_after(self.today, self.cleaned_data["started_on"])

    def clean(self) -> None:
        given = [self.cleaned_data.get(name) for name in ("years", "started_on")]
        if None not in given:
            self.add_error("started_on", "Give a number of years or a day, not both.")

    def save(self) -> None:
        with recording(self.profile):
            self.write()
            self.profile.touch(*self.saved)

    def write(self) -> None:
        profile, cleaned = self.profile, self.cleaned_data
        profile.experience_started_on = cleaned["started_on"]
        if cleaned["years"] != profile.years_stated:  # as they were, they keep their day
            profile.years_stated = cleaned["years"]
            profile.years_stated_on = None if cleaned["years"] is None else self.today
        profile.place_id = cleaned["place"] or None
        profile.is_remote = cleaned["is_remote"]
        profile.target_id = cleaned["target"] or None


class StartForm(AboutForm):
    """In the first run experience is asked for: without it there is no level."""

    def __init__(self, data: Data, *, profile: Profile, catalogue: Catalogue, today: date) -> None:
        super().__init__(data, profile=profile, catalogue=catalogue, today=today)
        self.fields["years"].help_text = "This or the day beside it; 0 if you are new."

    def clean(self) -> None:
        super().clean()
        if not self.errors and not any(
            self.cleaned_data[name] is not None for name in ("years", "started_on")
        ):
            self.add_error("years", "Say how many years, or since when. No experience yet: 0.")


class ProfileForm(AboutForm):
    """The whole profile apart from skills and certificates."""

    saved = (*AboutForm.saved, "industry", "hours_per_week", "current_pay")

    industry = forms.ChoiceField(label="Industry", required=False)
    hours_per_week = forms.IntegerField(
        label="Hours of study a week",
        min_value=1,
        max_value=MAX_HOURS_PER_WEEK,
        error_messages=bounds_message(f"Give whole hours from 1 to {MAX_HOURS_PER_WEEK}."),
        help_text="Turns hours of study into weeks and months.",
    )
    current_pay = MoneyField(label="Current pay", required=False, help_text=PAY_HINT)

    def __init__(self, data: Data, *, profile: Profile, catalogue: Catalogue, today: date) -> None:
        super().__init__(data, profile=profile, catalogue=catalogue, today=today)
        industries = _with_figures(catalogue.industries.values())
        offer(self, "industry", [("", "Not stated"), *industries])

    def write(self) -> None:
        super().write()
        self.profile.industry_id = self.cleaned_data["industry"] or None
        self.profile.hours_per_week = self.cleaned_data["hours_per_week"]
        self.profile.current_pay = self.cleaned_data["current_pay"]


def _initial(profile: Profile) -> dict[str, Any]:
    return {
        "years": _short(profile.years_stated),
        "started_on": profile.experience_started_on,
        "place": profile.place_id,
        "is_remote": profile.is_remote,
        "target": profile.target_id,
        "industry": profile.industry_id,
        "hours_per_week": profile.hours_per_week,
        "current_pay": profile.current_pay,
    }


def _short(number: Decimal | None) -> str:
    """`4.00` → `4`."""
    return "" if number is None else f"{number:.2f}".rstrip("0").rstrip(".")


def places_by_kind(catalogue: Catalogue) -> list[tuple[str, list[tuple[str, str]]]]:
    places = sorted(catalogue.places.values(), key=lambda place: place.name)
    return [
        (label, _with_figures(place for place in places if place.kind == kind))
        for kind, label in (("metro", "Metropolitan areas"), ("state", "States"))
    ]


def _with_figures(where: Iterable[Place | Industry]) -> list[tuple[str, str]]:
    return [(w.id, w.name if w.ratio is not None else f"{w.name} (no figure)") for w in where]
