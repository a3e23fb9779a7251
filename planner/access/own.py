"""What is one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404

from planner.models import (
    CertificationClaim,
    Evidence,
    JobAd,
    KeptPlan,
    Profile,
    ReviewRequest,
    Scenario,
    Snippet,
    StudySession,
)

if TYPE_CHECKING:
    from accounts.models import User


def profile_for_reading(viewer: User) -> Profile:
    """The viewer's own profile, made if there is none yet."""
    profile, _ = Profile.objects.for_reading().get_or_create(user=viewer)
    return profile


def profile_for_editing(viewer: User) -> Profile:
    """The same: what is one's own may be changed."""
    return profile_for_reading(viewer)


def certification_claim_for_editing(viewer: User, certification: str) -> CertificationClaim:
    """The viewer's own claim of a certification."""
    claims = CertificationClaim.objects.editable_by(viewer).select_related(
        "profile", "certification"
    )
    return get_object_or_404(claims, certification=certification, profile__user=viewer)


def kept_plan_for_reading(viewer: User, pk: int) -> KeptPlan:
    """A plan that the viewer keeps or kept."""
    return get_object_or_404(KeptPlan.objects.visible_to(viewer), pk=pk)


def job_ad_for_reading(viewer: User, pk: int) -> JobAd:
    """A job ad that the viewer keeps."""
    return get_object_or_404(JobAd.objects.visible_to(viewer), pk=pk)


def job_ad_for_editing(viewer: User, pk: int) -> JobAd:
    """The same, to change it."""
    return get_object_or_404(JobAd.objects.editable_by(viewer).select_related("profile"), pk=pk)


def scenario_for_editing(viewer: User, pk: int) -> Scenario:
    """A what-if of the viewer's own."""
    scenarios = Scenario.objects.editable_by(viewer)
    return get_object_or_404(scenarios, pk=pk)


def evidence_for_editing(viewer: User, pk: int) -> Evidence:
    """Evidence of the viewer's own, with what it speaks for."""
    evidence = Evidence.objects.editable_by(viewer).select_related("profile")
    return get_object_or_404(evidence.prefetch_related("skills"), pk=pk)


def review_for_editing(viewer: User, pk: int) -> ReviewRequest:
    """A request for review of the viewer's own."""
    reviews = ReviewRequest.objects.editable_by(viewer).select_related("profile", "skill")
    return get_object_or_404(reviews, pk=pk)


def snippet_for_editing(viewer: User, pk: int) -> Snippet:
    """Words that the viewer keeps for reviews."""
    return get_object_or_404(Snippet.objects.editable_by(viewer), pk=pk)


def study_session_for_editing(viewer: User, pk: int) -> StudySession:
    """Hours that the viewer logged."""
    return get_object_or_404(StudySession.objects.editable_by(viewer), pk=pk)
