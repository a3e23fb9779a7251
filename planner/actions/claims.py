"""The levels of several skills of a profile at once. Whoever writes them holds its row."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from planner.models import Profile, SkillClaim


def levels_of(profile: Profile, skills: Collection[str]) -> dict[str, int]:
    """The levels that the profile has of these skills."""
    claims = profile.skill_claims.filter(skill_id__in=skills)
    return dict(claims.values_list("skill_id", "proficiency"))


def set_levels(profile: Profile, levels: Mapping[str, int | None]) -> None:
    """Set these levels, whether the profile has the skills already or not; None takes one away."""
    if not levels:
        return
    profile.touch()
    gone = [skill for skill, level in levels.items() if level is None]
    profile.skill_claims.filter(skill_id__in=gone).delete()
    SkillClaim.objects.bulk_create(
        (
            SkillClaim(profile=profile, skill_id=skill, proficiency=level)
            for skill, level in levels.items()
            if level is not None
        ),
        update_conflicts=True,
        unique_fields=("profile", "skill"),
        update_fields=("proficiency", "updated_at"),
    )
