"""People for the pages of a cohort."""

from django.utils import timezone

from accounts.models import Scope
from planner.models import CatalogueArchive, KeptPlan, ReviewDecision
from tests.factories import ProfileFactory, ReviewRequestFactory, UserFactory, member_of

ALL = tuple(Scope)


def joins(cohort, name, skills=None, *, scopes=ALL, shown=True, **stated):
    """Somebody with these skills, in the cohort, who shows these scopes to its lead."""
    profile = ProfileFactory(user=UserFactory(name=name), skills=skills or {}, **stated)
    member_of(cohort, profile.user, *([cohort.lead] if shown else []), scopes=scopes)
    return profile


def confirm(profile, skill, proficiency, mentor, **asked):
    """A mentor confirms that level of a skill."""
    review = ReviewRequestFactory(
        profile=profile, skill_id=skill, proficiency=proficiency, closed_at=timezone.now(),
        closed_as="answered", **asked,
    )  # fmt: skip
    return ReviewDecision.objects.create(
        request=review, mentor=mentor, kind="confirm", proficiency=proficiency
    )


def follows(profile, **step):
    """A kept plan of one step."""
    archive, _ = CatalogueArchive.objects.get_or_create(version="test", document={})
    hours = {"low": 5.0, "central": 10.0, "high": 15.0}
    steps = [{
        "kind": "skill", "id": "docker", "from": 0, "to": 2, "hours": hours, "practice_months": 0,
        "starts_on": "2026-01-01", "ends_on": "2026-02-01", "gain": hours, **step,
    }]  # fmt: skip
    return KeptPlan.objects.create(
        profile=profile,
        catalogue=archive,
        inputs={"profile": {"certifications": [], "current_pay": 91_234}},
        result={"target": "mid", "plan": {"steps": steps}},
        fingerprint="",
    )


def sees(profile, name):
    """How often a mentor has seen that of somebody."""
    return profile.user.sightings.filter(what=name).count()
