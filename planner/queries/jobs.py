"""Somebody's job ads held against their skills, as plain values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from planner.domain.catalogue import Catalogue
from planner.domain.developer import Developer
from planner.domain.reading import Reading, read_ad
from planner.domain.reading.corrections import corrected
from planner.domain.reading.jobs import (
    Fit,
    JobGap,
    Need,
    compare,
    fit_of,
    open_needs,
)
from planner.models import JobAd, Profile
from planner.queries.reading import lexicon_of


@dataclass(frozen=True)
class Job:
    """One ad: what it asks for as corrected by its reader, and how far that is met."""

    ad: JobAd
    reading: Reading
    gaps: tuple[JobGap, ...]

    @cached_property
    def fit(self) -> Fit:
        return fit_of(self.gaps)

    @property
    def missing(self) -> tuple[JobGap, ...]:
        """What is required and not all there."""
        return tuple(g for g in self.gaps if g.wish.status == "required" and g.state != "have")


def read_text(text: str, catalogue: Catalogue) -> Reading:
    return read_ad(text, lexicon_of(catalogue))


def job_of(ad: JobAd, catalogue: Catalogue, developer: Developer) -> Job:
    reading = corrected(read_text(ad.text, catalogue), ad.corrections)
    return Job(ad, reading, compare(developer.skills, reading))


def load_jobs(profile: Profile, catalogue: Catalogue, developer: Developer) -> tuple[Job, ...]:
    """One query, however many ads there are."""
    return tuple(job_of(ad, catalogue, developer) for ad in profile.job_ads.in_order())


def open_in(jobs: Iterable[Job]) -> Mapping[str, Need]:
    """By skill, in how many of the ads it would close what is open."""
    return open_needs(job.gaps for job in jobs)
