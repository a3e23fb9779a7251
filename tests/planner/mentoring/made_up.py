"""Cohorts in rows, made up day by day as in `tests.domain.mentoring.cohorts`.

Everybody follows a real plan. A step that is done is claimed, which changes the profile; else only
a sign-in is a sign, and a session lasts a fortnight.
"""

from datetime import timedelta

from django.utils import timezone

from accounts.models import Consent, Membership, Scope, User
from planner.documents import PlanRequest, work_out, write_plan
from planner.domain.developer import Developer
from planner.models import Blocker, CatalogueArchive, KeptPlan, Pause, Profile, SkillClaim
from planner.queries.catalogue import current_catalogue
from tests.domain.people import ENTRY, MID

AGES = (30, 60, 90, 120, 150)  # days since a plan was kept
PEOPLE = (Developer(years=1.0, skills=ENTRY), Developer(years=4.0, skills=MID))
SESSION = 14


def plans(today):
    """Plans that were kept so many days ago, with the skills that they began with."""
    catalogue = current_catalogue()
    return [
        (age, person.skills, write_plan(catalogue, work_out(
            catalogue, person, PlanRequest(), today - timedelta(days=age)
        )))
        for age in AGES
        for person in PEOPLE
    ]  # fmt: skip


def join(cohort, kept, chance, *, pace, stopped=0, joined=None, paused=False, blocked=False):
    """Somebody who follows one of the plans at a pace and stopped so many days ago."""
    today = timezone.localdate()
    age, skills, result = chance.choice(kept)
    days = studied_days(chance, age, min(stopped, age))
    done, changed = progress(result["plan"]["steps"], days, pace, today - timedelta(days=age))
    user = User.objects.create(
        email=f"made-up-{User.objects.count()}@example.com", name="Somebody",
        last_login=moment(sign_in(chance, days), age),
    )  # fmt: skip
    profile = Profile.objects.create(user=user, updated_at=moment(changed, age))
    claims = {**skills, **{step["id"]: step["to"] for step in done if step["kind"] == "skill"}}
    SkillClaim.objects.bulk_create(
        SkillClaim(profile=profile, skill_id=skill, proficiency=level)
        for skill, level in claims.items()
    )
    archive, _ = CatalogueArchive.objects.get_or_create(version="made up", document={})
    KeptPlan.objects.create(
        profile=profile, catalogue=archive, result=result, fingerprint="",
        inputs={"profile": {"certifications": []}},
    )  # fmt: skip
    since = timezone.now() - timedelta(days=age if joined is None else joined)
    Membership.objects.create(cohort=cohort, mentee=user, joined_at=since)
    Consent.objects.bulk_create(
        Consent(cohort=cohort, mentee=user, mentor=cohort.lead, scope=scope, wording="test")
        for scope in Scope
    )
    if paused:
        Pause.objects.create(
            profile=profile, starts_on=today - timedelta(days=9), ends_on=today + timedelta(days=9)
        )
    if blocked:
        Blocker.objects.create(profile=profile, severity="stops", text="Stuck", since=today)


def studied_days(chance, age, stopped):
    """One to five days a week; one in seven was away for up to a fortnight and told nobody."""
    a_week = chance.randint(1, 5)
    away_from = chance.randrange(age) if chance.random() < 1 / 7 else age
    away = range(away_from, away_from + chance.randint(7, 14))
    return [
        (day, 7 / a_week * chance.uniform(0.5, 1.5))
        for day in range(age - stopped)
        if day not in away and chance.random() < a_week / 7
    ]


def progress(steps, days, pace, kept_on):
    """The steps done in the plan's order, and the day of the last of them. Time is plan days."""
    done, changed, reached = [], 0, 0.0
    for day, amount in days:
        reached += pace * amount
        upto = kept_on + timedelta(days=int(reached))
        found = [step for step in steps if step["ends_on"] <= upto.isoformat()]
        if len(found) > len(done):
            done, changed = found, day
    return done, changed


def sign_in(chance, days):
    """The last sign-in: at every third day of study somebody looks, with a session of a while."""
    last = 0
    for day, _ in days:
        if day - last >= SESSION and chance.random() < 1 / 3:
            last = day
    return last


def moment(day, age):
    return timezone.now() - timedelta(days=age - day)
