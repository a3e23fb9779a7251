"""What people may send: each form lists its fields and says in words what is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import date_format

from accounts.validators import validate_plain_text
from planner.domain.catalogue import Catalogue, Certification, Industry, Place
from planner.domain.dates import months_later
from planner.domain.developer import Proficiency
from planner.models import Profile
from planner.models.profiles import EARLIEST, MAX_HOURS_PER_WEEK, MAX_PAY, MAX_YEARS

type Data = Mapping[str, Any] | None

LATEST = date(2100, 12, 31)
NOT_ASSESSED = "unassessed"
PROFICIENCIES = [
    (NOT_ASSESSED, "Not assessed"),
    *((str(level.value), level.name.capitalize()) for level in Proficiency),
]
PAY_HINT = "US dollars a year before tax. Private: only you ever see it. Empty clears it."


class SkillSearchForm(forms.Form):
    q = forms.CharField(
        label="Skill", max_length=60, required=False, validators=[validate_plain_text]
    )
    area = forms.SlugField(max_length=32, required=False)


class ProficiencyForm(forms.Form):
    """`was` is what the page showed: if another tab was faster, nothing is overwritten."""

    proficiency = forms.ChoiceField(choices=PROFICIENCIES)
    was = forms.ChoiceField(choices=PROFICIENCIES)

    def clean_proficiency(self) -> int | None:
        return _level(self.cleaned_data["proficiency"])

    def clean_was(self) -> int | None:
        return _level(self.cleaned_data["was"])


def _level(choice: str) -> int | None:
    return None if choice == NOT_ASSESSED else int(choice)


class MoneyField(forms.IntegerField):
    """Whole dollars a year; `$98,000` is as good as `98000`."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})

    def __init__(self, **options: Any) -> None:
        super().__init__(min_value=1, max_value=MAX_PAY, **options)

    def to_python(self, value: Any) -> int | None:
        if isinstance(value, str):
            value = value.strip().removeprefix("$").replace(",", "").replace(" ", "")
        return super().to_python(value)


class DayField(forms.DateField):
    """A day between 1950 and 2100."""

    widget = forms.DateInput(
        format="%Y-%m-%d", attrs={"type": "date", "min": EARLIEST, "max": LATEST}
    )

    def validate(self, value: date | None) -> None:
        super().validate(value)
        if value is not None and not EARLIEST <= value <= LATEST:
            raise ValidationError("Give a day between 1950 and 2100.")


def _not_after(today: date, day: date | None) -> date | None:
    if day is not None and day > today:
        raise ValidationError("This day is still to come.")
    return day


# --- Profile --------------------------------------------------------------------------------------


class PayForm(forms.Form):
    current_pay = MoneyField(label="Current pay", required=False, help_text=PAY_HINT)

    def __init__(self, data: Data, *, profile: Profile) -> None:
        super().__init__(data, initial={"current_pay": profile.current_pay})
        self.profile = profile

    def save(self) -> None:
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
        max_digits=4,
        decimal_places=2,
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
        places = sorted(catalogue.places.values(), key=lambda place: place.name)
        _offer(self, "place", [("", "Not stated"), *_places(places)])
        levels = [(level.code, level.name) for level in catalogue.levels]
        _offer(self, "target", [("", "The next level I am not ready for"), *levels])
        if profile.years_stated_on not in (None, today):
            stated = date_format(profile.years_stated_on, "j F Y")
            self.fields["years"].help_text = f"As of {stated}; grown since by itself."

    def clean_started_on(self) -> date | None:
        return _not_after(self.today, self.cleaned_data["started_on"])

    def clean(self) -> None:
        given = [self.cleaned_data.get(name) for name in ("years", "started_on")]
        if None not in given:
            self.add_error("started_on", "Give a number of years or a day, not both.")

    def save(self) -> None:
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
        help_text="Turns hours of study into weeks and months.",
    )
    current_pay = MoneyField(label="Current pay", required=False, help_text=PAY_HINT)

    def __init__(self, data: Data, *, profile: Profile, catalogue: Catalogue, today: date) -> None:
        super().__init__(data, profile=profile, catalogue=catalogue, today=today)
        industries = _with_figures(catalogue.industries.values())
        _offer(self, "industry", [("", "Not stated"), *industries])

    def write(self) -> None:
        super().write()
        self.profile.industry_id = self.cleaned_data["industry"] or None
        self.profile.hours_per_week = self.cleaned_data["hours_per_week"]
        self.profile.current_pay = self.cleaned_data["current_pay"]


def _offer(form: forms.Form, field: str, choices: Sequence[tuple[str, Any]]) -> None:
    cast("forms.ChoiceField", form.fields[field]).choices = choices


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


def _places(places: Iterable[Place]) -> list[tuple[str, list[tuple[str, str]]]]:
    places = list(places)
    return [
        (label, _with_figures(place for place in places if place.kind == kind))
        for kind, label in (("metro", "Metropolitan areas"), ("state", "States"))
    ]


def _with_figures(where: Iterable[Place | Industry]) -> list[tuple[str, str]]:
    return [(w.id, w.name if w.ratio is not None else f"{w.name} (no figure)") for w in where]


# --- Certifications -------------------------------------------------------------------------------


class CertificateDatesForm(forms.Form):
    """`expires_on` follows from the certification's validity where it is left empty."""

    earned_on = DayField(label="Earned on")
    expires_on = DayField(
        label="Valid until",
        required=False,
        help_text="Its last day. Left empty, it follows from the usual validity, if there is one.",
    )

    def __init__(
        self, *args: Any, today: date, validity_months: int | None = None, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.today, self.validity_months = today, validity_months

    def clean_earned_on(self) -> date | None:
        return _not_after(self.today, self.cleaned_data["earned_on"])

    def clean(self) -> None:
        earned_on, expires_on = (self.cleaned_data.get(n) for n in ("earned_on", "expires_on"))
        if earned_on is None:
            return
        if expires_on is not None and expires_on < earned_on:
            self.add_error("expires_on", "This is before the day it was earned.")
        elif expires_on is None and "expires_on" not in self.errors:
            self.cleaned_data["expires_on"] = self._usual_end(earned_on)

    def _usual_end(self, earned_on: date) -> date | None:
        return months_later(earned_on, self.validity_months) if self.validity_months else None


class CertificateForm(CertificateDatesForm):
    certification = forms.ChoiceField(label="Certification")
    field_order = ("certification", "earned_on", "expires_on")

    def __init__(self, *args: Any, catalogue: Catalogue, **options: Any) -> None:
        super().__init__(*args, **options)
        self.catalogue = catalogue
        _offer(self, "certification", [("", "Choose one"), *_certifications(catalogue)])

    def clean_certification(self) -> str:
        chosen: str = self.cleaned_data["certification"]
        self.validity_months = self.catalogue.certifications[chosen].validity_months
        return chosen


def _certifications(catalogue: Catalogue) -> list[tuple[str, list[tuple[str, str]]]]:
    by_name = sorted(catalogue.certifications.values(), key=lambda c: c.name.casefold())
    return [
        (label, [(c.id, _named(c)) for c in by_name if c.is_retired == is_retired])
        for label, is_retired in (("Can be earned", False), ("Retired: held only", True))
    ]


def _named(certification: Certification) -> str:
    code = certification.code
    return f"{certification.name} ({code})" if code else certification.name
