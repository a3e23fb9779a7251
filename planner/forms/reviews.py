"""Asking for a review, finding one in the queue, and answering it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, cast

from django import forms
from django.core.validators import MaxLengthValidator

from accounts.validators import validate_plain_text, validate_text
from planner import actions
from planner.actions.reviews import DECISIONS
from planner.domain.catalogue import Catalogue
from planner.domain.mentoring.reviews import AgeBand, Problem, check_decision
from planner.forms.fields import Data, WordsField, offer, skills_by_area
from planner.models import Evidence, ReviewDecision
from planner.models.fields import PROFICIENCIES
from planner.models.reviews import MAX_TEXT
from planner.queries.reviews import Queue, QueueFilter
from planner.review_wording import BANDS_LONG

Kind = ReviewDecision.Kind
PROBLEMS: dict[Problem, tuple[str, str]] = {
    "unknown_decision": ("kind", "Choose one of the four answers."),
    "level_differs": ("kind", "To confirm another level, choose “Confirm at another level”."),
    "level_missing": ("proficiency", "Choose the level that you confirm."),
    "level_out_of_range": ("proficiency", "Choose the level that you confirm."),
    "level_same": ("proficiency", "That is the level claimed: choose “Confirm”, or another level."),
    "words_missing": ("words", "Write what to do next: with this answer words are needed."),
}


class AskForm(forms.Form):
    """`claimed`: what the page showed as claimed."""

    claimed = forms.TypedChoiceField(choices=PROFICIENCIES, coerce=int, widget=forms.HiddenInput)
    evidence = forms.TypedMultipleChoiceField(
        label="Evidence you have",
        required=False,
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        help_text="Only mentors to whom you show your evidence see it.",
    )
    words = WordsField(
        label="A few words", required=False, help_text="What to look at, and what you want to know."
    )

    def __init__(
        self, data: Data = None, *, evidence: Iterable[Evidence], initial: dict[str, Any]
    ) -> None:
        super().__init__(data, initial=initial)
        offer(
            self, "evidence", [(str(e.pk), f"{e.title} ({e.get_kind_display()})") for e in evidence]
        )
        if not self.has_evidence:
            del self.fields["evidence"]

    @property
    def has_evidence(self) -> bool:
        field = self.fields.get("evidence")
        return field is not None and bool(cast("forms.ChoiceField", field).choices)


class QueueForm(forms.Form):
    """Filters of the queue; what is not offered does not exist and shows nothing else."""

    cohort = forms.TypedChoiceField(label="Cohort", required=False, coerce=int, empty_value=None)
    person = forms.TypedChoiceField(label="Person", required=False, coerce=int, empty_value=None)
    skill = forms.TypedChoiceField(label="Skill", required=False, empty_value=None)
    band = forms.TypedChoiceField(
        label="Waiting",
        required=False,
        choices=[("", "Any time"), *BANDS_LONG.items()],
        empty_value=None,
    )
    mine = forms.BooleanField(label="Only those I took", required=False)
    blind = forms.BooleanField(label="Hide the claimed levels, to rate first", required=False)

    def __init__(self, data: Data = None, *, queue: Queue) -> None:
        super().__init__(data)
        offer(self, "cohort", [("", "All cohorts"), *_pairs(queue.cohorts)])
        offer(self, "person", [("", "Everybody"), *_pairs(queue.people)])
        skills = sorted(queue.skills.items(), key=lambda pair: pair[1].casefold())
        offer(self, "skill", [("", "All skills"), *skills])
        for name in ("cohort", "person", "skill", "band"):
            self.fields[name].widget.attrs["class"] = "input"

    def to_filter(self) -> QueueFilter:
        """Raises KeyError unless the form is valid."""
        chosen = self.cleaned_data
        return QueueFilter(
            cohort=chosen["cohort"],
            person=chosen["person"],
            skill=chosen["skill"],
            band=cast("AgeBand | None", chosen["band"]),
            is_mine=chosen["mine"],
        )


class DecisionForm(forms.Form):
    """`claimed`: the proficiency under review. `typed`: what is not to be judged yet.

    The rules of an answer are the domain's.
    """

    kind = forms.ChoiceField(label="Your answer", choices=Kind.choices, widget=forms.RadioSelect)
    proficiency = forms.TypedChoiceField(
        label="Level you confirm",
        required=False,
        choices=[("", "As claimed"), *PROFICIENCIES],
        coerce=int,
        empty_value=None,
        help_text="Only for “Confirm at another level”.",
    )
    words = WordsField(
        label="Words to the mentee",
        rows=6,
        required=False,
        help_text="Needed unless you confirm as claimed. The mentee and co-mentors may read them.",
    )

    def __init__(self, data: Data = None, *, claimed: int, typed: Data = None) -> None:
        super().__init__(data, initial=dict(typed or {}))
        self.claimed = claimed

    def clean(self) -> None:
        if self.errors:
            return
        kind, level = Kind(self.cleaned_data["kind"]), self.cleaned_data["proficiency"]
        words = self.cleaned_data["words"]
        for problem in check_decision(DECISIONS[kind], self.claimed, level, words):
            self.add_error(*PROBLEMS[problem])

    def to_answer(self) -> actions.Answer:
        kind = Kind(self.cleaned_data["kind"])
        level = self.cleaned_data["proficiency"] if kind == Kind.ADJUST else None
        return actions.Answer(kind, level, self.cleaned_data["words"])


class SnippetChoiceForm(forms.Form):
    """Words to put into an answer."""

    snippet = forms.TypedChoiceField(label="Words you keep", required=False, coerce=int)

    def __init__(self, data: Data = None, *, snippets: Mapping[int, str]) -> None:
        super().__init__(data)
        offer(self, "snippet", _pairs(snippets))


class BlindRatingForm(forms.Form):
    proficiency = forms.TypedChoiceField(
        label="How well can they do it?",
        choices=PROFICIENCIES,
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose a level, or look at the claim without rating."},
    )


class NoteForm(forms.Form):
    text = forms.CharField(
        label="New note",
        validators=[MaxLengthValidator(MAX_TEXT), validate_text],
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class SnippetForm(forms.Form):
    """Words to keep: for one skill, or for any."""

    title = forms.CharField(label="Title", max_length=80, validators=[validate_plain_text])
    skill = forms.ChoiceField(label="For", required=False)
    text = WordsField(label="Text", rows=6)

    def __init__(
        self, data: Data = None, *, catalogue: Catalogue, initial: dict[str, Any] | None = None
    ) -> None:
        super().__init__(data, initial=initial)
        offer(self, "skill", [("", "Any skill"), *skills_by_area(catalogue)])

    def to_fields(self) -> dict[str, Any]:
        """The columns of a snippet."""
        chosen = self.cleaned_data
        return {
            "title": chosen["title"], "text": chosen["text"], "skill_id": chosen["skill"] or None
        }  # fmt: skip


def _pairs(names: Mapping[int, str]) -> list[tuple[str, str]]:
    return [(str(key), name) for key, name in names.items()]
