"""What if: scenarios beside the plan as it is, and what can be done with them."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.http import SignedInRequest
from planner import access, actions, scenario_wording
from planner.domain.pay import estimate
from planner.forms import ScenarioForm
from planner.forms.scenario import NAME_TAKEN
from planner.models import Profile, Scenario
from planner.models.scenarios import MAX_SCENARIOS
from planner.queries.scenarios import ScenariosView, ScenarioValue, load_scenarios
from planner.views.scenario_columns import BESIDE, comparison

FULL = f"You have {MAX_SCENARIOS} what-ifs, which is as many as fit. Delete one first."
FORM = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def scenarios(request: SignedInRequest) -> HttpResponse:
    """The plan as it is now and up to three scenarios beside each other."""
    view = load_scenarios(access.profile_for_reading(request.user), timezone.localdate())
    chosen = _chosen(request, view)
    context = comparison(view, chosen[:BESIDE]) | {
        "is_full": len(view.scenarios) >= MAX_SCENARIOS,
        "is_cut": len(chosen) > BESIDE,
    }
    template = "planner/scenarios.html"
    return render(request, f"{template}#what-if" if request.htmx else template, context)


@FORM
def scenario_new(request: SignedInRequest) -> HttpResponse:
    profile, view = _load(request)
    form = _form(request, view, None)
    if form.is_valid():
        try:
            actions.add_scenario(profile=profile, fields=form.to_fields())
        except actions.TooManyScenariosError:
            form.add_error(None, FULL)
        except actions.NameTakenError:
            form.add_error("name", NAME_TAKEN)
        else:
            messages.success(request, f"“{form.cleaned_data['name']}” stands beside your plan.")
            return redirect("planner:scenarios")
    return _show_form(request, view, form, None)


@FORM
def scenario_edit(request: SignedInRequest, pk: int) -> HttpResponse:
    scenario = access.scenario_for_editing(request.user, pk)
    _, view = _load(request)
    form = _form(request, view, scenario)
    if form.is_valid():
        try:
            actions.change_scenario(scenario=scenario, fields=form.to_fields())
        except actions.NameTakenError:
            form.add_error("name", NAME_TAKEN)
        else:
            messages.success(request, f"“{scenario.name}” is changed.")
            return redirect("planner:scenarios")
    return _show_form(request, view, form, pk)


@require_POST
def scenario_delete(request: SignedInRequest, pk: int) -> HttpResponse:
    scenario = access.scenario_for_editing(request.user, pk)
    scenario.delete()
    messages.success(request, f"“{scenario.name}” is deleted.")
    return redirect("planner:scenarios")


@require_POST
def scenario_adopt(request: SignedInRequest, pk: int) -> HttpResponse:
    """Write what a scenario has different into the profile and the settings of its plan."""
    scenario = access.scenario_for_editing(request.user, pk)
    profile, view = _load(request)
    effects = view.effects(scenario.changes)
    if not effects:
        messages.info(request, f"“{scenario.name}” is the same as your plan already.")
        return redirect("planner:scenarios")
    inputs = effects[-1].after.inputs
    actions.adopt_scenario(profile=profile, now=view.now, inputs=inputs)
    messages.success(request, scenario_wording.adopted(view.catalogue, scenario.name, effects))
    return redirect("planner:roadmap")


def _load(request: SignedInRequest) -> tuple[Profile, ScenariosView]:
    profile = access.profile_for_editing(request.user)
    return profile, load_scenarios(profile, timezone.localdate())


def _chosen(request: SignedInRequest, view: ScenariosView) -> tuple[ScenarioValue, ...]:
    """Those asked for, or the latest. What is not among one's own does not exist."""
    if "chosen" not in request.GET:
        return view.scenarios[-BESIDE:]
    asked = set(request.GET.getlist("show"))
    if asked - {str(scenario.pk) for scenario in view.scenarios}:
        raise Http404
    return tuple(scenario for scenario in view.scenarios if str(scenario.pk) in asked)


def _form(request: SignedInRequest, view: ScenariosView, scenario: Scenario | None) -> ScenarioForm:
    profile = view.profile
    now = estimate(view.catalogue, profile.developer, profile.standing)
    return ScenarioForm(
        request.POST if request.method == "POST" else None,
        scenario=scenario,
        catalogue=view.catalogue,
        level=now.level.shown,
        taken=view.names(but=scenario.pk if scenario else None),
    )


def _show_form(
    request: SignedInRequest, view: ScenariosView, form: ScenarioForm, pk: int | None
) -> HttpResponse:
    context = {
        "form": form,
        "pk": pk,
        "now": scenario_wording.inputs_now(view.catalogue, view.outcome),
        "is_full": pk is None and len(view.scenarios) >= MAX_SCENARIOS,
        "full": FULL,
    }
    status = 422 if form.is_bound else 200
    return render(request, "planner/scenario.html", context, status=status)
