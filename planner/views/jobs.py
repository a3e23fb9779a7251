"""Job ads: pasted, looked through, kept, and held against one's skills."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.http import SignedInRequest
from planner import access, actions, job_wording
from planner.documents.reading import CAUTIONS
from planner.domain.job_plan import plan_job
from planner.domain.pay import Estimate, estimate
from planner.domain.reading import Reading
from planner.domain.reading.ad_pay import is_in_other_money
from planner.forms.jobs import AdTextForm, JobForm
from planner.models import JobAd, Profile
from planner.models.job_ads import MAX_ALL_TEXT, MAX_JOB_ADS
from planner.queries.jobs import Job, job_of, load_jobs, read_text
from planner.queries.profiles import ProfileView, load_developer, load_learner
from planner.views.job_rows import (
    ad_rows,
    asked_groups,
    gap_groups,
    recurring_rows,
    text_rows,
    way_of,
)

FULL = f"You keep {MAX_JOB_ADS} job ads, which is as many as fit. Delete one first."
TOO_LONG = (
    f"All your job ads together can have {MAX_ALL_TEXT:,} characters. Shorten this one to what it"
    " asks for, or delete another."
)
FORM = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def jobs(request: SignedInRequest) -> HttpResponse:
    """The ads side by side, and the skills that recur in them."""
    profile = access.profile_for_reading(request.user)
    view = load_developer(profile, timezone.localdate())
    found = load_jobs(profile, view.catalogue, view.developer)
    rows = ad_rows(view.catalogue, found)
    best = rows[0].ad.title if rows else ""
    context = {
        "rows": rows,
        "recurring": recurring_rows(view, found),
        "verdict": job_wording.jobs_verdict(len(rows), best),
        "pay": _pay(estimate(view.catalogue, view.developer, view.standing)),
        "is_full": len(rows) >= MAX_JOB_ADS,
        "full": FULL,
    }
    return render(request, "planner/jobs.html", context)


@require_safe
def job(request: SignedInRequest, pk: int) -> HttpResponse:
    """One ad: the fit, what is open, and the plan to close it."""
    ad = access.job_ad_for_reading(request.user, pk)
    profile = access.profile_for_reading(request.user)
    view = load_learner(profile, timezone.localdate())
    found = job_of(ad, view.catalogue, view.developer)
    context = {
        "ad": ad,
        "verdict": job_wording.verdict(view.catalogue, found.fit, found.gaps),
        "fit_word": job_wording.fit_word(found.fit) if found.gaps else "",
        "fit": found.fit,
        "knows_nothing": not any(view.developer.skills.values()),
        "fit_said": job_wording.fit_said(found.fit),
        "groups": gap_groups(view, found.gaps),
        "unknown": found.reading.unknown_terms,
        "cautions": _cautions(found.reading),
        "text": text_rows(found.reading),
        "asked_of_you": job_wording.asked_of_you(found.reading, view.developer.years),
        "stated": job_wording.pay_stated(ad.pay_low, ad.pay_high),
        **_way(view, found),
    }
    return render(request, "planner/job.html", context)


def _way(view: ProfileView, found: Job) -> dict[str, Any]:
    """The plan to close what is open, and pay now and after it."""
    plan = plan_job(view.catalogue, view.developer, view.standing, found.gaps, view.today)
    now = estimate(view.catalogue, view.developer, view.standing)
    return {
        "plan": job_wording.plan_said(plan, found.fit.required),
        "order": job_wording.order_said(plan),
        "way": way_of(view, plan, now),
        "pay": _pay(now),
        "pay_after": _pay(plan.after) if plan.steps else "",
        "worth": job_wording.whole_worth(view.catalogue, plan) if now.is_claimed else "",
    }


@FORM
def job_new(request: SignedInRequest) -> HttpResponse:
    """Paste, look through, keep: nothing is stored before the last."""
    profile = access.profile_for_editing(request.user)
    view = load_developer(profile, timezone.localdate())
    text = AdTextForm(request.POST if request.method == "POST" else None, catalogue=view.catalogue)
    if not text.is_valid():
        status = 422 if text.is_bound else 200
        return render(request, "planner/job_new.html", {"form": text}, status=status)
    form = JobForm(
        request.POST if "keep" in request.POST else None,
        catalogue=view.catalogue,
        reading=text.reading,
    )
    kept = text.cleaned_data["text"]
    if form.is_valid() and (ad := _keep(profile, kept, form)):
        messages.success(request, f"“{ad.title}” is kept.")
        return redirect("planner:job", ad.pk)
    return _show_form(request, view, form, text=kept)


def _keep(profile: Profile, text: str, form: JobForm) -> JobAd | None:
    """The ad as it is kept; None with the reason in the form if it cannot be."""
    try:
        return actions.keep_job_ad(profile=profile, text=text, fields=form.to_fields())
    except actions.TooManyJobAdsError:
        form.add_error(None, FULL)
    except actions.TooMuchTextError:
        form.add_error(None, TOO_LONG)
    except actions.KeptAlreadyError as error:
        form.add_error(None, f"You keep this ad already, as “{error.ad.title}”.")
    return None


@FORM
def job_edit(request: SignedInRequest, pk: int) -> HttpResponse:
    ad = access.job_ad_for_editing(request.user, pk)
    view = load_developer(access.profile_for_editing(request.user), timezone.localdate())
    form = JobForm(
        request.POST if request.method == "POST" else None,
        catalogue=view.catalogue,
        reading=read_text(ad.text, view.catalogue),
        ad=ad,
    )
    if form.is_valid():
        actions.change_job_ad(ad=ad, fields=form.to_fields())
        messages.success(request, f"“{ad.title}” is changed.")
        return redirect("planner:job", ad.pk)
    return _show_form(request, view, form, ad=ad)


@require_POST
def job_delete(request: SignedInRequest, pk: int) -> HttpResponse:
    ad = access.job_ad_for_editing(request.user, pk)
    ad.delete()
    messages.success(request, f"“{ad.title}” is deleted, with its text.")
    return redirect("planner:jobs")


def _show_form(
    request: SignedInRequest,
    view: ProfileView,
    form: JobForm,
    *,
    ad: JobAd | None = None,
    text: str = "",
) -> HttpResponse:
    reading, marked = form.reading, text_rows(form.reading)
    context: dict[str, Any] = {
        "form": form,
        "ad": ad,
        "sent": text,
        "text": marked,
        "groups": asked_groups(view, form, marked),
        "unknown": reading.unknown_terms,
        "cautions": _cautions(reading),
        "other_money": is_in_other_money(reading.text),
        "asked": job_wording.asked_of_you(reading, view.developer.years),
    }
    status = 422 if form.is_bound else 200
    return render(request, "planner/job_edit.html", context, status=status)


def _cautions(reading: Reading) -> list[str]:
    return [CAUTIONS[caution] for caution in reading.warnings if caution != "nothing-found"]


def _pay(estimated: Estimate) -> str:
    """What skills and years could pay where the person works; empty if none is claimed."""
    return job_wording.pay_range(estimated.pay) if estimated.is_claimed else ""
