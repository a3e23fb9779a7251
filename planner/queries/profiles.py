"""One person's profile as plain values. Past these functions no row and no query exists."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property

from planner.domain.catalogue import Catalogue, Industry, Place
from planner.domain.developer import (
    Developer,
    HeldCertification,
    active_certifications,
    last_valid_days,
)
from planner.domain.gaps import Gap
from planner.domain.moves import open_gaps, target_level
from planner.domain.standing import Standing, assess_developer
from planner.models import Profile
from planner.queries.catalogue import current_catalogue, version_key_subquery
from planner.queries.study import EMPTY_LOG, StudyLog, load_log


@dataclass(frozen=True)
class ProfileView:
    """A developer on one day, with what the engine does not need but a page shows.

    `held`: every certificate; `developer.certifications` has only those that are valid.
    `has_experience`: whether years were stated at all; if not, `developer.years` is 0.
    `log`: what was studied, where the page asks for it.
    """

    profile_id: int
    name: str
    today: date
    catalogue: Catalogue
    developer: Developer
    held: tuple[HeldCertification, ...]
    has_experience: bool
    place: Place | None
    industry: Industry | None
    is_sample: bool
    needs_start: bool
    updated_at: datetime
    log: StudyLog = EMPTY_LOG

    def with_skill(self, skill: str, proficiency: int | None) -> ProfileView:
        """The same with one skill changed; None: not assessed."""
        others = {id_: level for id_, level in self.developer.skills.items() if id_ != skill}
        skills = others if proficiency is None else {**others, skill: proficiency}
        return replace(self, developer=replace(self.developer, skills=skills))

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said yet that a sample would overwrite."""
        return not (self.has_experience or self.developer.skills or self.held)

    @cached_property
    def standing(self) -> Standing:
        return assess_developer(self.catalogue, self.developer)

    @cached_property
    def target(self) -> str:
        """The code of the level aimed at: the one chosen, or the next that the skills ask for."""
        return target_level(self.catalogue, self.developer, self.standing)

    @cached_property
    def open_gaps(self) -> tuple[Gap, ...]:
        """The expectations up to the target that are not met."""
        return open_gaps(self.catalogue, self.standing, self.target)

    @cached_property
    def expired(self) -> tuple[HeldCertification, ...]:
        """The certificates that count nothing any more."""
        return tuple(c for c in self.held if not c.is_active(self.today))


def load_developer(profile: Profile, today: date) -> ProfileView:
    """Two queries, however much somebody can do. `profile` as `planner.access` gives it."""
    catalogue, skills = _skills(profile)
    held = _held(profile, catalogue)
    place = catalogue.places.get(profile.place_id or "")
    industry = catalogue.industries.get(profile.industry_id or "")
    return ProfileView(
        profile_id=profile.pk,
        name=profile.user.name or profile.user.email,
        today=today,
        catalogue=catalogue,
        developer=Developer(
            years=profile.experience.on(today) if profile.experience else 0.0,
            skills=skills,
            certifications=active_certifications(held, today),
            expires=last_valid_days(held, today),
            location_ratio=_ratio(place),
            is_remote=profile.is_remote,
            industry_ratio=_ratio(industry),
            current_pay=None if profile.current_pay is None else float(profile.current_pay),
            target=profile.target_id,
            hours_per_week=float(profile.hours_per_week),
            excluded=_excluded(profile),
        ),
        held=held,
        has_experience=profile.experience is not None,
        place=place,
        industry=industry,
        is_sample=profile.is_sample,
        needs_start=profile.needs_start,
        updated_at=profile.updated_at,
    )


def load_learner(profile: Profile, today: date) -> ProfileView:
    """The same with what was studied, and at the own pace if that is wanted: one query more."""
    view, log = load_developer(profile, today), load_log(profile)
    pace = log.pace(view.catalogue.study).factor if goes_by_own_pace(profile) else None
    developer = replace(
        view.developer,
        studied=tuple((id_, h) for id_, h in log.at_hand if id_ in view.catalogue.positions),
        pace=pace.central if pace else 1.0,
    )
    return replace(view, developer=developer, log=log)


def goes_by_own_pace(profile: Profile) -> bool:
    """Whether plans count with the pace that the log shows; a profile without settings: no."""
    settings = getattr(profile, "plan_settings", None)
    return bool(settings and settings.uses_own_pace)


def _excluded(profile: Profile) -> frozenset[str]:
    """What is *not for me*, on every page."""
    settings = getattr(profile, "plan_settings", None)
    return frozenset(settings.excluded) if settings else frozenset()


def _ratio(where: Place | Industry | None) -> float:
    """Pay relative to the national median; 1.0 where nothing is stated or there is no figure."""
    return 1.0 if where is None or where.ratio is None else where.ratio


def _skills(profile: Profile) -> tuple[Catalogue, dict[str, int]]:
    """The catalogue and the skills at once: the outer join has a row even without a skill."""
    rows = list(
        Profile.objects.filter(pk=profile.pk).values_list(
            version_key_subquery(), "skill_claims__skill_id", "skill_claims__proficiency"
        )
    )
    catalogue = current_catalogue(rows[0][0])
    return catalogue, {skill: level for _, skill, level in rows if skill in catalogue.skills}


def _held(profile: Profile, catalogue: Catalogue) -> tuple[HeldCertification, ...]:
    """The certificates, in the catalogue's order."""
    held = {
        claim.certification_id: claim.to_value() for claim in profile.certification_claims.all()
    }
    return tuple(held[id_] for id_ in catalogue.certifications if id_ in held)
