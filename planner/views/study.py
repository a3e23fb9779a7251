"""The learning log: hours of study, steps in progress, the week's goal and the own pace."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django_htmx.http import trigger_client_event

from accounts.http import SignedInRequest
from planner import access, actions, study_charts, study_wording
from planner.domain.outlook import look_ahead
from planner.domain.study import recent_weeks
from planner.forms import MarkForm, PaceForm, SessionForm
from planner.forms.study import refuse_full_day
from planner.models import Profile
from planner.names import name_of
from planner.queries.plans import read_again
from planner.queries.profiles import ProfileView, goes_by_own_pace, load_learner
from planner.queries.study import load_sessions
from planner.views import study_rows

FORM = require_http_methods(["GET", "HEAD", "POST"])
CARD = "planner/dashboard.html#study-card"
DONE_SHOWN = 20
FULL = f"The log has {actions.MAX_SESSIONS:,} entries, which is as many as fit."
GONE = "This entry was removed meanwhile. Log it anew if it holds."
MARKED = {
    "start": "You are at {} now.",
    "pause": "{} is paused; what you logged of it stays.",
    "finish": "You finished {}.",
}


@require_safe
def log(request: SignedInRequest) -> HttpResponse:
    profile, view = _load(request)
    form = study_rows.session_form(view, _ahead(view))
    return _show(request, profile, view, form)


@require_POST
def log_add(request: SignedInRequest) -> HttpResponse:
    """Log hours; from the dashboard too, where the card comes back."""
    profile, view = _load(request)
    form = study_rows.session_form(view, _ahead(view), request.POST)
    said = _add(profile, view, form) if form.is_valid() else ""
    if not request.htmx:
        if not said:
            return _show(request, profile, view, form, status=422)
        messages.success(request, said)
        return redirect(_way_back(request, view, ""))
    if not said:
        return render(request, CARD, study_rows.card_context(view, form), status=422)
    view = load_learner(read_again(profile), view.today)
    form = study_rows.session_form(view, _ahead(view))
    response = render(request, CARD, study_rows.card_context(view, form))
    return trigger_client_event(response, "toast", {"message": said})


@FORM
def log_edit(request: SignedInRequest, pk: int) -> HttpResponse:
    session = access.study_session_for_editing(request.user, pk)
    _, view = _load(request)
    data = request.POST if request.method == "POST" else None
    form = SessionForm(data, catalogue=view.catalogue, today=view.today, session=session)
    status = 422 if form.is_bound else 200
    if form.is_valid():
        try:
            actions.change_session(session=session, **form.to_fields())
        except actions.DayFullError as full:
            refuse_full_day(form, full.left)
        except actions.SessionGoneError:
            form.add_error(None, GONE)
            status = 409
        else:
            messages.success(request, "The entry is changed.")
            return redirect("planner:log")
    context = {"form": form, "session": session, "name": name_of(view.catalogue, session.item)}
    return render(request, "planner/log_edit.html", context, status=status)


@require_POST
def log_remove(request: SignedInRequest, pk: int) -> HttpResponse:
    actions.remove_session(session=access.study_session_for_editing(request.user, pk))
    messages.success(request, "The entry is removed.")
    return redirect("planner:log")


@require_POST
def step_mark(request: SignedInRequest) -> HttpResponse:
    """Begin a step, take it up again, pause or finish it."""
    profile, view = _load(request)
    form = MarkForm(request.POST)
    if not form.is_valid():
        problem = "That is nothing a step can be asked."
        empty = study_rows.session_form(view, _ahead(view))
        return _show(request, profile, view, empty, status=422, problem=problem)
    key, what = form.cleaned_data["step"], form.cleaned_data["what"]
    item = key.partition("@")[0]
    if item not in view.catalogue.positions and item not in view.log.rounds:
        raise Http404
    is_new = study_rows.mark(profile, view, key, what, timezone.now())
    said = MARKED[what].format(name_of(view.catalogue, item))
    messages.success(request, said if is_new else "That was so already; nothing changed.")
    return redirect(_way_back(request, view, item))


@require_POST
def log_pace(request: SignedInRequest) -> HttpResponse:
    """Let plans go by the own pace, or by the estimates again."""
    profile = access.profile_for_editing(request.user)
    form = PaceForm(request.POST)
    if form.is_valid():
        is_used = form.cleaned_data["use"]
        actions.use_own_pace(profile=profile, is_used=is_used)
        said = "Your plan goes by your own pace" if is_used else "Your plan goes by the estimates"
        messages.success(request, f"{said} from now on.")
    return redirect(f"{reverse('planner:log')}#pace-title")


# --- Parts ----------------------------------------------------------------------------------------


def _load(request: SignedInRequest) -> tuple[Profile, ProfileView]:
    profile = access.profile_for_editing(request.user)
    return profile, load_learner(profile, timezone.localdate())


def _ahead(view: ProfileView) -> list[tuple[str, list[str]]]:
    return study_rows.ahead(view, look_ahead(view.catalogue, view.developer))


def _add(profile: Profile, view: ProfileView, form: SessionForm) -> str:
    """What was logged, in words; nothing if it was refused, which the form then says."""
    fields = form.to_fields()
    try:
        actions.log_hours(profile=profile, key=form.cleaned_data["key"], **fields)
    except actions.DayFullError as full:
        refuse_full_day(form, full.left)
    except actions.LogFullError:
        form.add_error(None, FULL)
    else:
        hours = study_wording.hours_said(float(fields["hours"]))
        return f"{hours} of {name_of(view.catalogue, fields['item'])} logged."
    return ""


def _way_back(request: SignedInRequest, view: ProfileView, item: str) -> str:
    """The page that a form says it stands on; the log if it says nothing that is one."""
    match request.POST.get("next", ""):
        case "dashboard":
            return f"{reverse('planner:dashboard')}#study-title"
        case "item" if item in view.catalogue.skills:
            return f"{reverse('planner:skill', args=[item])}#hours-title"
        case "item" if item:
            return f"{reverse('planner:certification', args=[item])}#facts-title"
    return reverse("planner:log")


def _show(
    request: SignedInRequest,
    profile: Profile,
    view: ProfileView,
    form: SessionForm,
    *,
    status: int = 200,
    problem: str = "",
) -> HttpResponse:
    sessions = load_sessions(profile, request.GET.get("page", ""))
    context = study_rows.card_context(view, form) | {
        "problem": problem,
        "sessions": sessions,
        "study_rows": study_rows.open_rows(view),
        "done": view.log.done[:DONE_SHOWN],
        **_weeks(view),
        **_pace(profile, view),
    }
    return render(request, "planner/log.html", context, status=status)


def _weeks(view: ProfileView) -> dict[str, Any]:
    log, goal = view.log, view.developer.hours_per_week
    weeks = recent_weeks(
        log.sessions, view.today, goal=goal, pauses=log.pauses, count=study_rows.WEEKS
    )
    return {
        "weeks_finding": study_wording.weeks_finding(weeks),
        "chart": study_charts.week_chart(weeks),
        "has_weeks": any(week.hours for week in weeks),
        "goal": goal,
    }


def _pace(profile: Profile, view: ProfileView) -> dict[str, Any]:
    pace = view.log.pace(view.catalogue.study)
    return {
        "pace": pace,
        "pace_title": study_wording.pace_title(pace),
        "pace_said": study_wording.pace_said(pace),
        "goes_by_pace": goes_by_own_pace(profile),
    }
