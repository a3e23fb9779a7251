"""A mentee's plan, without its money, and their evidence, as far as a mentor may see them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from planner.documents import read_outline
from planner.domain.developer import HeldCertification
from planner.domain.roadmap.difference import Outline
from planner.domain.roadmap.progress import Progress
from planner.models import CertificationClaim, Evidence, KeptPlan, Profile
from planner.queries.mentees import MenteeView
from planner.queries.plans import NO_GAIN, measure_kept

if TYPE_CHECKING:
    from accounts.models import User

PARTS = ("result__target", "result__plan__steps", "result__plan__reaches")
CERTIFICATES = "inputs__profile__certifications"


@dataclass(frozen=True, slots=True)
class MenteePlan:
    """A kept plan as far as it is shown: which steps, when, and how it goes."""

    adopted_at: datetime
    outline: Outline
    progress: Progress


def load_mentee_plan(profile: Profile, view: MenteeView) -> MenteePlan | None:
    """What the mentee follows now, if anything; one query, in which no figure of money comes."""
    kept = KeptPlan.objects.current().filter(profile=profile)
    row = kept.values_list("adopted_at", CERTIFICATES, *PARTS).first()
    if row is None:
        return None
    adopted_at, certificates, target, steps, reaches = row
    plan = {"steps": steps or [], "reaches": reaches, "total_gain": NO_GAIN}
    outline = read_outline({"target": target, "plan": plan})
    progress = measure_kept(
        {"steps": steps, "certificates": certificates}, view.developer.skills, view.held, view.today
    )
    return MenteePlan(adopted_at, outline, progress)


@dataclass(frozen=True, slots=True)
class ShownCertificate:
    """A certificate in hand, with where it can be verified; it may have ended."""

    name: str
    held: HeldCertification
    is_valid: bool


def load_shown_certificates(profile: Profile, today: date) -> tuple[ShownCertificate, ...]:
    """Of somebody who shows their evidence, those that are valid first; one query."""
    claims = CertificationClaim.objects.filter(profile=profile.pk).select_related("certification")
    found = [
        ShownCertificate(claim.certification.name, held, held.is_active(today))
        for claim in claims.order_by("certification__name")
        if (held := claim.to_value())
    ]
    return tuple(sorted(found, key=lambda certificate: not certificate.is_valid))


def load_shown_evidence(viewer: User, profile: Profile, now: datetime) -> tuple[Evidence, ...]:
    """All of it with its skills, the latest first; two queries."""
    shown = Evidence.objects.shown_to(viewer, now).filter(profile=profile)
    return tuple(shown.latest_first().prefetch_related("skills"))
