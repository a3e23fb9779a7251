"""What the pages and files of a cohort cost beside the smallest page, through the whole middleware.

    .venv/bin/python -m benchmarks.cohort [rounds]

One process, a throw-away SQLite database, cohorts of 24 and 200 people who show everything, the
pages in turn within each round, the least and the median of the rounds: milliseconds of the
processor, with the row that each reading writes per person. Sizes are of one answer.
"""

from __future__ import annotations

import os
import statistics
import sys
from collections.abc import Iterable
from functools import partial
from random import Random
from typing import Any

from benchmarks.pages import caller, measured, project

SOME = [  # of which 29 skills come
    "entry/back-end-language", "entry/databases", "entry/api-design", "entry/version-control",
    "entry/code-and-deploy", "entry/working-habits", "mid/database-optimisation", "mid/ownership",
    "mid/complexity", "mid/collaboration",
]  # fmt: skip


def cohort(mentor: Any, people: int, level: str, expectations: Iterable[str]) -> int:
    """The key of a cohort of so many people, each with sixty skills, ten of them confirmed."""
    from django.utils import timezone

    from accounts.models import Cohort, CohortMentor, Consent, Membership, Scope, User
    from planner.models import (
        Profile,
        Programme,
        ReviewDecision,
        ReviewRequest,
        SkillClaim,
        SkillEntry,
    )

    random, today, now = Random(people), timezone.localdate(), timezone.now()
    made = Cohort.objects.create(name="Bench", starts_on=today, ends_on=today, lead=mentor)
    CohortMentor.objects.create(cohort=made, mentor=mentor)
    Programme.objects.create(cohort=made, level_id=level, expectations=list(expectations))
    users = User.objects.bulk_create(
        User(email=f"p{n}.{made.pk}@example.com", name=f"Person {n}") for n in range(people)
    )
    profiles = Profile.objects.bulk_create(Profile(user=user, onboarded_at=now) for user in users)
    Membership.objects.bulk_create(Membership(cohort=made, mentee=user) for user in users)
    Consent.objects.bulk_create(
        Consent(cohort=made, mentee=user, mentor=mentor, scope=scope, wording="bench")
        for user in users
        for scope in Scope
    )
    skills = list(SkillEntry.objects.order_by("position"))
    SkillClaim.objects.bulk_create(
        SkillClaim(profile=profile, skill=skill, proficiency=random.randrange(5))
        for profile in profiles
        for skill in random.sample(skills, 60)
    )
    reviews = ReviewRequest.objects.bulk_create(
        ReviewRequest(
            profile=profile, skill=skill, proficiency=2, closed_at=now, closed_as="answered"
        )
        for profile in profiles
        for skill in random.sample(skills, 10)
    )
    ReviewDecision.objects.bulk_create(
        ReviewDecision(request=review, mentor=mentor, kind="confirm", proficiency=2)
        for review in reviews
    )
    follow(profiles)
    return made.pk


def follow(profiles: Iterable[Any]) -> None:
    """All of them follow the same plan, as large as plans are."""
    from django.utils import timezone

    from planner.documents import PlanRequest, work_out, write_plan
    from planner.domain.developer import Developer
    from planner.models import CatalogueArchive, KeptPlan
    from planner.queries.catalogue import current_catalogue

    catalogue = current_catalogue()
    somebody = Developer(years=1.0, skills={"python": 2, "git": 2})
    answer = work_out(catalogue, somebody, PlanRequest(), timezone.localdate())
    result = write_plan(catalogue, answer)
    archive, _ = CatalogueArchive.objects.get_or_create(version="bench", document={})
    KeptPlan.objects.bulk_create(
        KeptPlan(
            profile=profile, catalogue=archive, result=result, fingerprint="",
            inputs={"profile": {"certifications": []}},
        )
        for profile in profiles
    )  # fmt: skip


def wait_for_review(cohort_key: int, number: int) -> int:
    """Let so many reviews wait, of people of a cohort; the key of one of them."""
    from planner.models import Profile, ReviewRequest, SkillEntry

    skills = list(SkillEntry.objects.order_by("position")[: -(-number // 100)])
    profiles = Profile.objects.filter(user__memberships__cohort=cohort_key)[:100]
    waiting = ReviewRequest.objects.bulk_create(
        ReviewRequest(profile=profile, skill=skill, version=2, proficiency=2)
        for profile in profiles
        for skill in skills
    )
    return waiting[0].pk


def mentor() -> tuple[Any, str]:
    """Somebody with a second factor, and their session cookie."""
    from allauth.mfa.models import Authenticator
    from django.test import Client

    from accounts.models import User

    user = User.objects.create_user("mira@example.com", "benchmark-only", name="Mira Berg")
    User.objects.filter(pk=user.pk).update(is_mentor=True)
    Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={"secret": "x"})
    client = Client()
    client.force_login(user)
    return user, client.cookies["sessionid"].value


def pages(user: Any) -> dict[str, str]:
    few = cohort(user, 24, "entry", [])
    many, all_ = cohort(user, 200, "senior", SOME), cohort(user, 200, "senior", [])
    review = wait_for_review(all_, 500)
    return {
        "hello": "/bench/hello/",
        "queue of 500 reviews": "/reviews/",
        "one review": f"/reviews/{review}/",
        "24 people × 6 expectations": f"/cohorts/{few}/",
        "200 people × 15 expectations": f"/cohorts/{all_}/",
        "200 people × 29 skills": f"/cohorts/{many}/?view=skills",
        "list of 24": f"/cohorts/{few}/people/",
        "list of 200": f"/cohorts/{all_}/people/",
        "attention of 200": f"/cohorts/{all_}/attention/",
        "CSV of 200 × 29": f"/cohorts/{many}/export/csv/?view=skills",
        "XLSX of 200 × 29": f"/cohorts/{many}/export/xlsx/?view=skills",
        "XLSX of 200 × 58": f"/cohorts/{all_}/export/xlsx/?view=skills",
    }


def main(rounds: int) -> None:
    with project():
        user, session = mentor()
        addresses, call = pages(user), caller()
        sizes = {}
        for name, address in addresses.items():
            status, sizes[name] = call(address, session)
            if status != 200:
                raise RuntimeError(address)
        works = {name: partial(call, address, session) for name, address in addresses.items()}
        costs = measured(rounds, works)
        hello = statistics.median(costs["hello"])
        print(f"load {os.getloadavg()[0]:.1f}; {rounds} rounds")
        for name, values in costs.items():
            cost = statistics.median(values)
            print(
                f"{name:30} least {min(values):7.1f} ms, median {cost:7.1f} ms,"
                f" {cost / hello:6.0f} x hello, {sizes[name] / 1000:7.0f} kB"
            )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
