"""Filling the profile from what people have: looked at first, then added in one step.

Nothing of a text or a file is stored between the two: the page carries the text, signed for this
account, and it goes no further.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.contrib import messages
from django.core import signing
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.http import SignedInRequest
from accounts.models import User
from planner import access
from planner.access.reading import taken_in
from planner.actions.reading import ReadMeanwhileError, add_read, undo_read
from planner.domain.reading.jobs import left_out
from planner.forms.reading import LevelsForm, ReadForm
from planner.models import Event
from planner.names import proficiency
from planner.queries.profiles import ProfileView, load_developer
from planner.queries.reading import Read, Source
from planner.queries.reading import read as read_skills
from planner.reading_wording import added_verdict, verdict
from planner.views import skill_rows
from planner.views.importing_rows import review_of
from planner.views.skills import list_context

VALID_SECONDS = 24 * 60 * 60
MOST_ASKED = 8
OUT_OF_DATE = "That page is more than a day old, or not yours. Paste the text again."
CHANGED = "Some of these have changed since you looked, so nothing was added. Look again."
ALREADY = "All of that is in your profile already."
NOTHING_LEFT = "Nothing was left to take back."


@dataclass(frozen=True, slots=True)
class AddedRow:
    """One skill that was taken over. `stands`: whether it still is as it was added."""

    name: str
    slug: str
    was: str
    now: str
    stands: bool


@require_http_methods(["GET", "HEAD", "POST"])
def read(request: SignedInRequest) -> HttpResponse:
    """Choose what to read, and look at what is in it."""
    view = load_developer(access.profile_for_editing(request.user), timezone.localdate())
    data = (request.POST, request.FILES) if request.method == "POST" else ()
    form = ReadForm(*data, catalogue=view.catalogue, today=view.today)
    if form.is_valid():
        return _review(request, view, form.found)
    return _show_form(request, form)


@require_POST
def read_add(request: SignedInRequest) -> HttpResponse:
    """Add what was chosen, all of it or nothing."""
    profile = access.profile_for_editing(request.user)
    view = load_developer(profile, timezone.localdate())
    try:
        source, seen = _opened(request)
    except signing.BadSignature:
        return _refuse(request, view, OUT_OF_DATE)
    found = read_skills(source, view.catalogue, view.today)
    names = {
        f.finding.skill_id: view.catalogue.skills[f.finding.skill_id].name for f in found.found
    }
    form = LevelsForm(request.POST, skills=names)
    if not form.is_valid():
        return _review(request, view, found, form)
    try:
        event = add_read(profile=profile, levels=form.levels, seen=seen)
    except ReadMeanwhileError as error:
        for skill, level in error.skills.items():
            view = view.with_skill(skill, level)
        return _review(request, view, found, form, error.skills)
    return _go_on(request, event, found)


@require_safe
def read_added(request: SignedInRequest, pk: int) -> HttpResponse:
    """What was added, how to take it back, and what the text may have left out."""
    profile = access.profile_for_reading(request.user)
    events = taken_in(request.user, profile, pk)
    view = load_developer(profile, timezone.localdate())
    rows = [_added(view, event) for event in events]
    standing = sum(row.stands for row in rows)
    context = list_context(request, view, _asked(view)) | {
        "rows": rows,
        "pk": pk,
        "standing": standing,
        "verdict": added_verdict(len(rows), standing),
        "certificates": _certificates(view, request.GET.get("certificates", "").split(",")),
        "needs_start": view.needs_start,
    }
    return render(request, "planner/read_added.html", context)


@require_POST
def read_undo(request: SignedInRequest, pk: int) -> HttpResponse:
    profile = access.profile_for_editing(request.user)
    number = undo_read(profile=profile, events=taken_in(request.user, profile, pk))
    if number:
        said = "1 skill is" if number == 1 else f"{number} skills are"
        messages.success(request, f"{said} as before.")
    else:
        messages.info(request, NOTHING_LEFT)
    return redirect("planner:read_added", pk)


def _go_on(request: SignedInRequest, event: Event | None, found: Read) -> HttpResponse:
    if event is None:
        messages.info(request, ALREADY)
        return redirect("planner:skills")
    url = reverse("planner:read_added", args=[event.pk])
    certificates = ",".join(found.certificates)
    query = f"?{urlencode({'certificates': certificates})}" if certificates else ""
    return redirect(f"{url}{query}")


# --- Pages ----------------------------------------------------------------------------------------


def _review(
    request: SignedInRequest,
    view: ProfileView,
    found: Read,
    form: LevelsForm | None = None,
    changed: Mapping[str, int | None] | None = None,
) -> HttpResponse:
    """`form`: what was answered, if it could not be added; `changed`: because of these."""
    review = review_of(view, found, form.answers if form else None, changed)
    context = {
        "review": review,
        "verdict": verdict(review.count, 0 if form else review.preselected),
        "problem": CHANGED if changed else form.non_field_errors()[0] if form else "",
        "token": _sealed(request.user, view, found),
        "certificates": [name for _, name in _certificates(view, found.certificates)],
    }
    status = 409 if changed else 422 if form else 200
    return render(request, "planner/read_review.html", context, status=status)


def _show_form(request: SignedInRequest, form: ReadForm) -> HttpResponse:
    status = 413 if form.is_bound and form.is_too_large else 422 if form.is_bound else 200
    return render(request, "planner/read.html", {"form": form}, status=status)


def _refuse(request: SignedInRequest, view: ProfileView, why: str) -> HttpResponse:
    form = ReadForm({}, catalogue=view.catalogue, today=view.today)
    form.errors.clear()
    form.add_error(None, why)
    return _show_form(request, form)


def _certificates(view: ProfileView, ids: Iterable[str]) -> list[tuple[str, str]]:
    """Those of the catalogue that the profile does not have yet, with their names."""
    held = {one.id for one in view.held}
    known = view.catalogue.certifications
    return [(id_, known[id_].name) for id_ in ids if id_ in known and id_ not in held]


def _added(view: ProfileView, event: Event) -> AddedRow:
    skill = view.catalogue.skills.get(event.key)
    return AddedRow(
        name=skill.name if skill else event.key,
        slug=event.key if skill else "",
        was=proficiency(event.was),
        now=proficiency(event.now),
        stands=view.developer.skills.get(event.key) == event.now,
    )


def _asked(view: ProfileView) -> list[skill_rows.Section]:
    """What a CV leaves out: the target's expectations that nothing was said about."""
    ids = left_out(view.catalogue, view.developer.skills, view.target)
    ids = tuple(id_ for id_ in ids if id_ not in view.developer.excluded)[:MOST_ASKED]
    target = view.catalogue.level(view.target).name
    note = f"{target} expects these, and nothing is said of them. One click saves one."
    rows = skill_rows.rows_of(view, ids)
    return (
        [skill_rows.Section("left-out", "Which of these do you know?", rows, note)] if ids else []
    )


# --- What the page carries ------------------------------------------------------------------------


def _sealed(user: User, view: ProfileView, found: Read) -> str:
    """The text, and the levels that are shown with it."""
    skills = {one.finding.skill_id for one in found.found}
    seen = {skill: level for skill, level in view.developer.skills.items() if skill in skills}
    carried = [found.source.texts, found.source.is_cut, seen]
    return signing.dumps(carried, salt=_salt(user), compress=True)


def _opened(request: SignedInRequest) -> tuple[Source, dict[str, int]]:
    """Raises signing.BadSignature."""
    sent = request.POST.get("text", "")
    texts, is_cut, seen = signing.loads(sent, salt=_salt(request.user), max_age=VALID_SECONDS)
    return Source(tuple((name, text) for name, text in texts), is_cut), seen


def _salt(user: User) -> str:
    return f"reading of {user.pk}"
