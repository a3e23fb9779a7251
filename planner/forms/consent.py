"""What a mentee lets mentors see, and which of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from django import forms

from accounts.models import Scope
from planner.forms.cohorts import name_field
from planner.forms.fields import Data, offer


class ScopesForm(forms.Form):
    """Nothing chosen is an answer too: then it is nothing."""

    scopes = forms.MultipleChoiceField(
        label="What they see",
        choices=Scope,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(
        self, data: Data = None, *, shown: Collection[str] = (), prefix: str = "id_"
    ) -> None:
        super().__init__(data, initial={"scopes": list(shown)}, auto_id=f"{prefix}%s")

    def chosen(self) -> frozenset[Scope]:
        return frozenset(Scope(scope) for scope in self.cleaned_data["scopes"])


class AcceptForm(ScopesForm):
    """The same scopes for each mentor that is chosen; they can be told apart afterwards."""

    mentors = forms.TypedMultipleChoiceField(
        label="Who sees it",
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": "Choose at least one. To show nothing, tick nothing of your data.",
            "invalid_choice": "The mentors of this cohort have changed. See who they are now.",
        },
    )

    def __init__(
        self, data: Data = None, *, mentors: Sequence[tuple[int, str]], asks_name: bool
    ) -> None:
        super().__init__(data)
        self.initial["mentors"] = [pk for pk, _ in mentors]
        self.fields["mentors"].required = bool(mentors)
        offer(self, "mentors", [(str(pk), name) for pk, name in mentors])
        if asks_name:
            self.fields = {"your_name": name_field(), **self.fields}


class NameForm(forms.Form):
    """For a co-mentor whose account has no name; otherwise there is nothing to fill in."""

    def __init__(self, data: Data = None, *, asks_name: bool) -> None:
        super().__init__(data)
        if asks_name:
            self.fields = {"your_name": name_field()}
