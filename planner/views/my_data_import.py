"""Taking in a file of one's own data: looked at first, then all of it in one step.

Nothing of the file is stored between the two: the page carries it, signed for this account and for
what the account held when it was looked at.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.core import signing
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.http import SignedInRequest
from accounts.models import User
from planner import access
from planner.actions.personal_data import TakenIn, preview_personal, take_in
from planner.documents import fingerprint
from planner.documents.personal import OWN
from planner.documents.personal.document import PersonalFileError, Rows
from planner.documents.personal.reading import Personal, read_personal
from planner.domain.catalogue import Catalogue
from planner.domain.history import Change
from planner.exports.personal_file import PERSONAL_FORMATS
from planner.forms.personal import PersonalFileForm
from planner.history_wording import happened
from planner.queries.catalogue import current_catalogue
from planner.queries.personal_data import known_ids, load_personal_data

VALID_SECONDS = 60 * 60
MOST_CARRIED = 900_000  # characters in a hidden field
MOST_SHOWN = 100
OUT_OF_DATE = "That page is more than an hour old, or not yours. Choose the file again."
CHANGED = "Your data has changed since you looked. Nothing was taken in; look again."
TOO_MUCH = "The file holds more than can be taken in at once."

type Tables = Mapping[str, Rows]


@require_POST
def my_data_import(request: SignedInRequest) -> HttpResponse:
    """What would change."""
    form = PersonalFileForm(request.POST, request.FILES)
    if not form.is_valid():
        return _show_form(request, form)
    own = {table.name for table in OWN}
    tables = {name: rows for name, rows in form.tables.items() if name in own}
    return _preview(request, form.tables, _without_results(tables))


@require_POST
def my_data_import_confirm(request: SignedInRequest) -> HttpResponse:
    """Take in what was shown, or nothing."""
    try:
        tables, seen = signing.loads(
            request.POST.get("data", ""), salt=_salt(request.user), max_age=VALID_SECONDS
        )
    except signing.BadSignature:
        return _refuse(request, OUT_OF_DATE)
    if seen != _now_held(request.user):
        return _preview(request, tables, tables, warning=CHANGED)
    try:
        personal = read_personal(tables, known_ids(), timezone.now())
        take_in(profile=access.profile_for_editing(request.user), personal=personal)
    except PersonalFileError as error:
        return _refuse(request, *error.problems)
    messages.success(request, "Your data is taken in.")
    return redirect("planner:my_data")


def _preview(
    request: SignedInRequest, tables: Tables, carried: Tables, warning: str = ""
) -> HttpResponse:
    """`carried`: the part that is taken in, which goes along with the page."""
    profile, seen = access.profile_for_editing(request.user), _now_held(request.user)
    token = signing.dumps([carried, seen], salt=_salt(request.user), compress=True)
    if len(token) > MOST_CARRIED:
        return _refuse(request, TOO_MUCH)
    try:
        personal = read_personal(tables, known_ids(), timezone.now())
        found = preview_personal(profile=profile, personal=personal)
    except PersonalFileError as error:
        return _refuse(request, *error.problems)
    context = _shown(personal, found) | {"token": token, "warning": warning}
    status = 409 if warning else 200
    return render(request, "planner/my_data_preview.html", context, status=status)


def _shown(personal: Personal, found: TakenIn) -> dict[str, Any]:
    catalogue = current_catalogue()
    lines = [_said(catalogue, change) for change in found.changes if change.key != "kept"]
    return {
        "found": found,
        "lines": lines[:MOST_SHOWN],
        "more": max(0, len(lines) - MOST_SHOWN),
        "counts": [count for count in found.counts if count.added or count.removed or count.same],
        "not_taken": personal.not_taken,
    }


def _said(catalogue: Catalogue, change: Change) -> str:
    return ": ".join(happened(catalogue, change, {}))


def _without_results(tables: Tables) -> Tables:
    """What a kept plan came to is worked out again anyway, and is most of a file."""
    plans = [
        {name: value for name, value in row.items() if name != "result"}
        for row in tables.get("kept_plans", [])
    ]
    return {**tables, "kept_plans": plans} if plans else tables


def _now_held(user: User) -> str:
    return fingerprint(load_personal_data(user, timezone.now(), OWN)["tables"])


def _salt(user: User) -> str:
    return f"personal data of {user.pk}"


def _refuse(request: SignedInRequest, *problems: str) -> HttpResponse:
    """The form again, with what is wrong with the file."""
    form = PersonalFileForm({})
    form.errors.clear()
    for problem in problems:
        form.add_error("file", problem)
    return _show_form(request, form)


def _show_form(request: SignedInRequest, form: PersonalFileForm) -> HttpResponse:
    status = 413 if form.is_too_large else 422
    context = {"formats": PERSONAL_FORMATS, "form": form, "erasure": None}
    return render(request, "planner/my_data.html", context, status=status)
