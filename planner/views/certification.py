from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.http import SignedInRequest
from planner.access import profile_for_reading
from planner.domain import worth
from planner.domain.pay import estimate
from planner.queries.profiles import load_learner
from planner.views.skill import pay_groups_of
from planner.views.study_rows import study_row


@require_safe
def certification(request: SignedInRequest, slug: str) -> HttpResponse:
    """One certification: its state, what it takes, what it is evidence of, what goes with it."""
    profile = load_learner(profile_for_reading(request.user), timezone.localdate())
    catalogue = profile.catalogue
    if slug not in catalogue.certifications:
        raise Http404
    entry = catalogue.certifications[slug]
    standing = profile.standing
    is_open = not entry.is_retired and slug not in standing.certifications
    context = {
        "profile": profile,
        "catalogue": catalogue,
        "certification": entry,
        "held": next((held for held in profile.held if held.id == slug), None),
        "skills": standing.skills,
        "is_claimed": estimate(catalogue, profile.developer, standing).is_claimed,
        "groups": pay_groups_of(catalogue, slug),
        "study": study_row(profile, slug),
        "worth": is_open
        and worth.worth_of_certification(catalogue, profile.developer, standing, slug),
    }
    return render(request, "planner/certification.html", context)
