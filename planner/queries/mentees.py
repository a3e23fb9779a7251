"""What a mentor sees of one mentee, as plain values: no pay, and nothing that it follows from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from planner.domain.catalogue import Catalogue, Expectation
from planner.domain.developer import (
    Developer,
    HeldCertification,
    active_certifications,
    last_valid_days,
)
from planner.domain.gaps import Gap
from planner.domain.mentoring.ratings import MentorRating, Pair, SelfRating, pair_ratings
from planner.domain.outlook import Outlook, look_ahead
from planner.models import MentorRating as MentorRatingRow
from planner.models import Profile, Programme
from planner.names import person_name
from planner.queries.catalogue import current_catalogue, version_key_subquery
from planner.queries.ratings import latest_ratings

if TYPE_CHECKING:
    from accounts.models import Scope, User


@dataclass(frozen=True, slots=True)
class Expected:
    """What somebody is measured against: their target, or the programme of a cohort."""

    key: str
    label: str
    gaps: tuple[Gap, ...]

    @property
    def open_count(self) -> int:
        return sum(gap.is_open for gap in self.gaps)


@dataclass(frozen=True)
class MenteeView:
    """A mentee on one day. `developer` has neither pay nor a place, so it says nothing of either.

    `own`: what they say of each skill; `others`: the latest that each mentor says of it; `raters`:
    the mentors' names by key. `scopes`: what the viewer may see; the pages leave out the rest.
    """

    name: str
    scopes: frozenset[Scope]
    today: date
    catalogue: Catalogue
    developer: Developer
    held: tuple[HeldCertification, ...]
    has_experience: bool
    own: Mapping[str, SelfRating]
    others: tuple[MentorRating, ...]
    raters: Mapping[int, str]
    programmes: tuple[Programme, ...]

    @cached_property
    def outlook(self) -> Outlook:
        """Levels, gaps and next steps. Its figures of money mean nothing and are never shown."""
        return look_ahead(self.catalogue, self.developer)

    @cached_property
    def latest(self) -> Mapping[str, MentorRating]:
        """The last word of any mentor on each skill."""
        return {rating.skill: rating for rating in sorted(self.others, key=lambda r: r.at)}

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        return pair_ratings(self.own.values(), self.others)

    @cached_property
    def expected(self) -> tuple[Expected, ...]:
        """The target first, then each programme that the viewer leads them through."""
        target, gaps = self.outlook.target, self.outlook.gaps
        upto = {level.code for level in self.catalogue.levels_up_to(target)}
        aimed = tuple(
            gap
            for gap in gaps
            if gap.expectation.level == target or (gap.is_open and gap.expectation.level in upto)
        )
        name = self.catalogue.level(target).name
        return (Expected("target", name, aimed), *map(self._of_programme, self.programmes))

    def _of_programme(self, programme: Programme) -> Expected:
        wanted = {e.id for e in expectations_of(self.catalogue, programme)}
        gaps = tuple(gap for gap in self.outlook.gaps if gap.expectation.id in wanted)
        return Expected(str(programme.pk), programme.cohort.name, gaps)


def load_mentee(
    viewer: User, profile: Profile, scopes: frozenset[Scope], today: date
) -> MenteeView:
    """Four queries, however much somebody can do. `profile` as `planner.access` gives it."""
    catalogue, own = _claims(profile)
    held = _held(profile, catalogue)
    others, raters = _ratings(profile, catalogue)
    settings = getattr(profile, "plan_settings", None)
    return MenteeView(
        name=shown_name(profile.user),
        scopes=scopes,
        today=today,
        catalogue=catalogue,
        developer=Developer(
            years=profile.experience.on(today) if profile.experience else 0.0,
            skills={skill: rating.proficiency for skill, rating in own.items()},
            certifications=active_certifications(held, today),
            expires=last_valid_days(held, today),
            target=profile.target_id,
            hours_per_week=float(profile.hours_per_week),
            excluded=frozenset(settings.excluded) if settings else frozenset(),
        ),
        held=held,
        has_experience=profile.experience is not None,
        own=own,
        others=others,
        raters=raters,
        programmes=tuple(_programmes(viewer, profile)),
    )


def shown_name(user: User | None) -> str:
    """A name as others see it: never the address, which nobody agreed to show."""
    if user is None:
        return "A former mentor"
    return person_name(user.name, user.pk)


def expectations_of(catalogue: Catalogue, programme: Programme) -> tuple[Expectation, ...]:
    """What a programme expects: those chosen, or every one up to its level."""
    upto = {level.code for level in catalogue.levels_up_to(programme.level_id)}
    chosen = set(programme.expectations)
    return tuple(
        e for e in catalogue.expectations if (e.id in chosen if chosen else e.level in upto)
    )


def _claims(profile: Profile) -> tuple[Catalogue, dict[str, SelfRating]]:
    """The catalogue and the skills at once: the outer join has a row even without a skill."""
    rows: list[tuple[str, str, int, datetime]] = list(
        Profile.objects.filter(pk=profile.pk).values_list(
            version_key_subquery(),
            "skill_claims__skill_id",
            "skill_claims__proficiency",
            "skill_claims__updated_at",
        )
    )
    catalogue = current_catalogue(rows[0][0])
    return catalogue, {
        skill: SelfRating(profile.user_id, skill, proficiency, at)
        for _, skill, proficiency, at in rows
        if skill in catalogue.skills
    }


def _held(profile: Profile, catalogue: Catalogue) -> tuple[HeldCertification, ...]:
    held = {
        claim.certification_id: claim.to_value() for claim in profile.certification_claims.all()
    }
    return tuple(held[id_] for id_ in catalogue.certifications if id_ in held)


def _ratings(
    profile: Profile, catalogue: Catalogue
) -> tuple[tuple[MentorRating, ...], dict[int, str]]:
    """The latest of each mentor on each skill, and what those mentors are called."""
    rows = latest_ratings(MentorRatingRow.objects.filter(profile=profile))
    known = [row for row in rows if row.skill in catalogue.skills]
    values = tuple(row.to_value(profile.user_id) for row in known)
    return values, {value.mentor: row.by for value, row in zip(values, known, strict=True)}


def _programmes(viewer: User, profile: Profile) -> Iterable[Programme]:
    """Those of the cohorts in which the viewer mentors this person."""
    return (
        Programme.objects.filter(
            cohort__mentors__mentor=viewer,
            cohort__mentors__left_at__isnull=True,
            cohort__memberships__mentee=profile.user_id,
            cohort__memberships__left_at__isnull=True,
        )
        .select_related("cohort")
        .order_by("cohort__starts_on", "pk")
    )
