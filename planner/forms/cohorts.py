"""A cohort with its programme, and whom to invite into it."""

from __future__ import annotations

from collections.abc import Iterable
from email.utils import parseaddr
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from accounts.actions import Invitee
from accounts.models import Cohort, Invitation
from accounts.models.cohorts import MAX_NAME
from accounts.validators import is_address, validate_no_link, validate_plain_text, validate_text
from planner.actions.cohorts import CohortFields
from planner.domain.catalogue import Catalogue
from planner.forms.fields import Data, DayField, offer
from planner.models import Programme

MAX_LINES = 100
MAX_PERSON = 150
MAX_ERRORS = 10


def name_field() -> forms.CharField:
    """For somebody whose account has no name: others would see their address instead."""
    return forms.CharField(
        label="Your name",
        max_length=MAX_PERSON,
        validators=[validate_plain_text, validate_no_link],
        help_text="Your account has none yet. The others in the cohort see it.",
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )


class CohortForm(forms.Form):
    """`asks_name`: whether the lead has to say what to be called."""

    name = forms.CharField(
        label="Name",
        max_length=MAX_NAME,
        validators=[validate_plain_text, validate_no_link],
        help_text="Whom you invite sees it, for example “Back-end course, spring 2027”.",
    )
    starts_on = DayField(label="First day")
    ends_on = DayField(label="Last day")
    level = forms.ChoiceField(
        label="Leads to", help_text="The level that people should have at the end."
    )
    expectations = forms.MultipleChoiceField(
        label="Expectations of the programme",
        required=False,
        help_text="Choose what it teaches. Without any it is everything up to the level.",
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(
        self,
        data: Data = None,
        *,
        catalogue: Catalogue,
        cohort: Cohort | None = None,
        asks_name: bool = False,
    ) -> None:
        super().__init__(data, initial=_initial(cohort, catalogue) if cohort else None)
        self.catalogue = catalogue
        offer(self, "level", [(level.code, level.name) for level in catalogue.levels])
        offer(self, "expectations", _by_level(catalogue))
        if asks_name:
            self.fields = {"your_name": name_field(), **self.fields}

    def clean(self) -> None:
        first, last = self.cleaned_data.get("starts_on"), self.cleaned_data.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", "This is before the first day.")
        level = self.catalogue.levels_by_code.get(self.cleaned_data.get("level", ""))
        beyond = [e for e in self._chosen() if level and self._order(e) > level.order]
        if level and beyond:
            self.add_error(
                "expectations",
                f"{len(beyond)} of these come after {level.name}: leave them out, or let the"
                " programme lead further.",
            )

    def to_fields(self) -> CohortFields:
        """What the rows are made of."""
        cleaned = self.cleaned_data
        return CohortFields(
            cleaned["name"], cleaned["starts_on"], cleaned["ends_on"], cleaned["level"],
            self._chosen(),
        )  # fmt: skip

    def _chosen(self) -> list[str]:
        chosen: list[str] = self.cleaned_data.get("expectations", [])
        return chosen

    def _order(self, expectation: str) -> int:
        return self.catalogue.level(expectation.partition("/")[0]).order


def _by_level(catalogue: Catalogue) -> list[tuple[str, list[tuple[str, str]]]]:
    return [
        (level.name, [(e.id, e.label) for e in catalogue.expectations if e.level == level.code])
        for level in catalogue.levels
    ]


def _initial(cohort: Cohort, catalogue: Catalogue) -> dict[str, Any]:
    said = {"name": cohort.name, "starts_on": cohort.starts_on, "ends_on": cohort.ends_on}
    programme: Programme | None = getattr(cohort, "programme", None)
    if programme is None:
        return said
    known = {expectation.id for expectation in catalogue.expectations}
    chosen = [id_ for id_ in programme.expectations if id_ in known]
    return said | {"level": programme.level_id, "expectations": chosen}


class InviteForm(forms.Form):
    """Several addresses, one a line. Only the lead may invite mentors (`may_choose_role`)."""

    addresses = forms.CharField(
        label="Addresses",
        max_length=20_000,
        validators=[validate_text],
        help_text="One a line: ada@example.com, or Ada Okafor <ada@example.com>.",
        widget=forms.Textarea(attrs={"rows": 4, "spellcheck": "false", "autocapitalize": "off"}),
    )
    role = forms.ChoiceField(
        label="Invite as",
        choices=Invitation.Role,
        initial=Invitation.Role.MENTEE,
        widget=forms.RadioSelect,
    )

    def __init__(self, data: Data = None, *, may_choose_role: bool) -> None:
        super().__init__(data)
        if not may_choose_role:
            del self.fields["role"]

    def clean_addresses(self) -> tuple[Invitee, ...]:
        lines = enumerate(self.cleaned_data["addresses"].splitlines(), 1)
        asked = [(n, line.strip(" \t,;")) for n, line in lines if line.strip(" \t,;")]
        if len(asked) > MAX_LINES:
            raise ValidationError(f"These are {len(asked)} lines; {MAX_LINES} go at once.")
        if not asked:
            raise ValidationError("Give at least one address.")
        return _invitees(asked)

    def clean_role(self) -> Invitation.Role:
        return Invitation.Role(self.cleaned_data["role"])

    def refuse(self, emails: Iterable[str], why: str) -> None:
        """Say of some of the addresses why they cannot be invited."""
        for email in sorted(emails)[:MAX_ERRORS]:
            self.add_error("addresses", f"{email} {why}")


def _invitees(asked: Iterable[tuple[int, str]]) -> tuple[Invitee, ...]:
    found: dict[str, Invitee] = {}
    errors: list[str] = []
    for number, line in asked:
        name, email = parseaddr(line)
        if len(name) <= MAX_PERSON and is_address(email):
            found.setdefault(email.lower(), Invitee(email.lower(), name.strip()))
        else:
            errors.append(f"Line {number} is no e-mail address: “{line[:60]}”.")
    if errors:
        rest = len(errors) - MAX_ERRORS
        more = [f"{rest} more lines are no addresses."] if rest > 0 else []
        raise ValidationError([*errors[:MAX_ERRORS], *more])
    return tuple(found.values())
