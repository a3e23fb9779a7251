"""Certificates in hand and their dates."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from planner.domain.catalogue import Catalogue, Certification
from planner.domain.dates import months_later
from planner.forms.fields import DayField, LinkField, not_after, offer


class CertificateDatesForm(forms.Form):
    """`expires_on` follows from the certification's validity where nothing is said of an end."""

    earned_on = DayField(label="Earned on")
    expires_on = DayField(
        label="Valid until",
        required=False,
        help_text="Its last day. Left empty, it follows from the usual validity, if there is one.",
    )
    never_expires = forms.BooleanField(label="It does not expire", required=False)
    verification_url = LinkField(
        label="Verification link",
        required=False,
        help_text="Where its issuer says that it is real. Shown to mentors who see your evidence.",
    )

    def __init__(
        self, *args: Any, today: date, validity_months: int | None = None, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.today, self.validity_months = today, validity_months

    def clean_earned_on(self) -> date | None:
        return not_after(self.today, self.cleaned_data["earned_on"])

    def clean(self) -> None:
        earned_on, expires_on = (self.cleaned_data.get(n) for n in ("earned_on", "expires_on"))
        never_expires = self.cleaned_data.pop("never_expires", False)
        if earned_on is None:
            return
        if expires_on is not None and expires_on < earned_on:
            self.add_error("expires_on", "This is before the day it was earned.")
        elif expires_on is not None and never_expires:
            self.add_error("never_expires", "Give a day or say that there is none, not both.")
        elif expires_on is None and not never_expires and "expires_on" not in self.errors:
            self.cleaned_data["expires_on"] = self._usual_end(earned_on)

    def _usual_end(self, earned_on: date) -> date | None:
        return months_later(earned_on, self.validity_months) if self.validity_months else None


class CertificateForm(CertificateDatesForm):
    certification = forms.ChoiceField(label="Certification")
    field_order = (
        "certification", "earned_on", "expires_on", "never_expires", "verification_url"
    )  # fmt: skip

    def __init__(self, *args: Any, catalogue: Catalogue, **options: Any) -> None:
        super().__init__(*args, **options)
        self.catalogue = catalogue
        offer(self, "certification", [("", "Choose one"), *_certifications(catalogue)])

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
