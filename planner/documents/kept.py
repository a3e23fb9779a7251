"""What a kept plan consists of: the inputs it was made of, the result, and its fingerprint."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from planner.documents.plan import Document, work_out, write_plan
from planner.documents.profile import PlanRequest, read_profile
from planner.domain.catalogue import Catalogue, Industry, Place
from planner.domain.developer import Developer, HeldCertification
from planner.domain.ranges import Range
from planner.domain.roadmap.difference import Outline, OutlineStep


@dataclass(frozen=True, slots=True)
class Person:
    """Whom a plan is for: the developer, with what its figures come from."""

    developer: Developer
    held: tuple[HeldCertification, ...] = ()
    place: Place | None = None
    industry: Industry | None = None


def write_profile(catalogue: Catalogue, person: Person, request: PlanRequest) -> Document:
    """The document that `read_profile` reads the same developer and request from."""
    developer, wishes = person.developer, request.wishes
    return {
        "years": developer.years,
        "skills": dict(sorted(developer.skills.items())),
        "certifications": [_held(certificate) for certificate in person.held],
        "location": person.place and person.place.id,
        "remote": developer.is_remote,
        "industry": person.industry and person.industry.id,
        "current_pay": developer.current_pay,
        "hours_per_week": developer.hours_per_week,
        "target": developer.target,
        "objective": request.objective,
        "horizon_months": request.horizon_months,
        "exclude": _known(catalogue, developer.excluded),
        "first": _known(catalogue, wishes.first),
        "later": _known(catalogue, wishes.later),
        "order": [key for key in wishes.order if key.partition("@")[0] in catalogue.positions],
        **_study(catalogue, developer),
    }


def write_inputs(
    catalogue: Catalogue, person: Person, request: PlanRequest, today: date
) -> Document:
    """Everything that a plan follows from besides the catalogue."""
    return {"today": today.isoformat(), "profile": write_profile(catalogue, person, request)}


def recreate(catalogue: Catalogue, inputs: Document) -> Document:
    """The plan document that these inputs came to. Raises ProfileError if they are not valid."""
    today = date.fromisoformat(inputs["today"])
    developer, request = read_profile(inputs["profile"], catalogue, today)
    return write_plan(catalogue, work_out(catalogue, developer, request, today))


def read_outline(result: Document) -> Outline:
    """A plan document, as far as plans are compared."""
    plan = result["plan"]
    reaches = plan["reaches"]
    return Outline(
        steps=tuple(_outline_step(step) for step in plan["steps"]),
        target=result["target"],
        reaches_on=date.fromisoformat(reaches["on"]) if reaches else None,
        total_gain=Range(**plan["total_gain"]),
    )


def _outline_step(step: Document) -> OutlineStep:
    return OutlineStep(
        kind=step["kind"],
        id=step["id"],
        start=step["from"],
        end=step["to"],
        starts_on=date.fromisoformat(step["starts_on"]),
        ends_on=date.fromisoformat(step["ends_on"]),
        hours=step["hours"]["central"],
        practice_months=step["practice_months"],
    )


def canonical(document: Any) -> str:
    """The one way to write a document: equal documents are equal byte for byte."""
    return json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def fingerprint(document: Document) -> str:
    return sha256(canonical(document).encode()).hexdigest()


def _study(catalogue: Catalogue, developer: Developer) -> Document:
    """What was studied and at which pace, where there is something to say of it."""
    studied = {id_: hours for id_, hours in developer.studied if id_ in catalogue.positions}
    pace = {} if developer.pace == 1.0 else {"pace": developer.pace}
    return {"studied": studied, **pace} if studied else pace


def _held(certificate: HeldCertification) -> Document:
    earned_on, expires_on = certificate.earned_on, certificate.expires_on
    return {
        "id": certificate.id,
        "earned_on": earned_on and earned_on.isoformat(),
        "expires_on": expires_on and expires_on.isoformat(),
    }


def _known(catalogue: Catalogue, ids: Iterable[str]) -> list[str]:
    return sorted(id_ for id_ in ids if id_ in catalogue.positions)
