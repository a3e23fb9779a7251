"""A job ad: its text, and what was read out of it with what its reader corrects."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from accounts.validators import validate_plain_text
from planner.domain.catalogue import Catalogue
from planner.domain.reading import MAX_CHARACTERS, Reading, quote
from planner.domain.reading.ad_pay import AdPay, pay_in
from planner.domain.reading.ad_title import title_in
from planner.domain.reading.corrections import asked_as
from planner.forms.fields import Data, LinkField, MoneyField
from planner.job_wording import ASKED_AS
from planner.models import JobAd
from planner.models.job_ads import MAX_LINE
from planner.names import listed, name_of
from planner.queries.jobs import read_text

MOST_SENT = 200_000
MOST_NAMED = 8
EMPTY = "Paste the text of the ad."
NO_TITLE = "Give the job a name."
LEAST_PAY = 1000  # dollars a year: a smaller figure is meant in thousands, an hour or a month
IN_THOUSANDS = "Give dollars a year, such as 95,000 or 95k."
BOTH_ENDS = "Give the lower figure first."


class AdTextForm(forms.Form):
    """Once it is valid, `reading` has what the ad says."""

    reading: Reading
    text = forms.CharField(
        label="Text of the ad",
        error_messages={"required": EMPTY},
        help_text="All of it, with its line breaks. Of a long text the first 100 KB are read.",
        widget=forms.Textarea(attrs={"maxlength": MOST_SENT, "spellcheck": "false"}),
    )

    def __init__(self, data: Data = None, *, catalogue: Catalogue) -> None:
        super().__init__(data)
        self._catalogue = catalogue

    def clean_text(self) -> str:
        """As it was read, which is what is kept of it."""
        text: str = self.cleaned_data["text"].encode(errors="replace").decode()
        self.reading = read_text(text, self._catalogue)
        if not self.reading.text.strip():
            raise ValidationError(EMPTY)
        if all(asked_as(finding) == "no" for finding in self.reading.findings):
            raise ValidationError(_nothing(self.reading))
        return self.reading.text[:MAX_CHARACTERS].rstrip()


def _nothing(reading: Reading) -> str:
    terms = reading.unknown_terms[:MOST_NAMED]
    named = f" It names {listed(terms)}, which the catalogue does not have." if terms else ""
    return f"This asks for no skill that the catalogue knows.{named}"


class JobForm(forms.Form):
    """`reading`: of the ad, without corrections. `pay`: what a new one states."""

    title = forms.CharField(
        label="Job",
        max_length=MAX_LINE,
        validators=[validate_plain_text],
        error_messages={"required": NO_TITLE},
    )
    employer = forms.CharField(
        label="Employer", max_length=MAX_LINE, required=False, validators=[validate_plain_text]
    )
    link = LinkField(label="Link to the ad", required=False)
    pay_low = MoneyField(label="Stated pay, from", required=False)
    pay_high = MoneyField(label="To", required=False)

    def __init__(
        self,
        data: Data = None,
        *,
        catalogue: Catalogue,
        reading: Reading,
        ad: JobAd | None = None,
    ) -> None:
        self.reading = reading
        self.pay = None if ad else pay_in(reading.text)
        super().__init__(data, initial=_initial(ad) if ad else _proposed(reading, self.pay))
        given = ad.corrections if ad else {}
        for finding in reading.findings:
            self.fields[field_of(finding.skill_id)] = forms.ChoiceField(
                label=name_of(catalogue, finding.skill_id),
                choices=list(ASKED_AS.items()),
                initial=given.get(finding.skill_id, asked_as(finding)),
                required=False,
            )

    def clean(self) -> None:
        for name in ("pay_low", "pay_high"):
            if (self.cleaned_data.get(name) or LEAST_PAY) < LEAST_PAY:
                self.add_error(name, IN_THOUSANDS)
        low, high = self.cleaned_data.get("pay_low"), self.cleaned_data.get("pay_high")
        if low and high and low > high:
            self.add_error("pay_low", BOTH_ENDS)

    def to_fields(self) -> dict[str, Any]:
        """The columns of a job ad, without its text."""
        data = self.cleaned_data
        return {
            **{name: data[name] for name in ("title", "employer", "link")},
            "pay_low": data["pay_low"] or data["pay_high"],
            "pay_high": data["pay_high"] or data["pay_low"],
            "corrections": self._corrections(),
        }

    @property
    def pay_quote(self) -> str:
        """Where the proposed pay stands in the text; empty if none was found."""
        return quote(self.reading.text, self.pay.start, self.pay.end) if self.pay else ""

    def _corrections(self) -> dict[str, str]:
        answers = {
            f.skill_id: (self.cleaned_data[field_of(f.skill_id)], asked_as(f))
            for f in self.reading.findings
        }
        return {id_: said for id_, (said, read) in answers.items() if said and said != read}


def field_of(skill: str) -> str:
    """What the field for a skill is called."""
    return f"as-{skill}"


def _proposed(reading: Reading, pay: AdPay | None) -> dict[str, Any]:
    return {
        "title": title_in(reading.text),
        "pay_low": pay.low if pay else None,
        "pay_high": pay.high if pay else None,
    }


def _initial(ad: JobAd) -> dict[str, Any]:
    return {
        name: getattr(ad, name) for name in ("title", "employer", "link", "pay_low", "pay_high")
    }
