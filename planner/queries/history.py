"""Profiles as states, and states as developers: what history is written from and read into."""

from __future__ import annotations

from django.db.models import OuterRef, Subquery

from planner.domain.history import State, Value
from planner.models import CertificationClaim, KeptPlan, Profile, SkillClaim

PROFILE_FIELDS = (
    "experience_started_on", "years_stated", "years_stated_on", "place_id", "is_remote",
    "industry_id", "hours_per_week", "current_pay", "target_id",
)  # fmt: skip
PLAN_FIELDS = (
    "objective", "horizon_months", "first", "later", "excluded", "order", "uses_own_pace",
)  # fmt: skip


def read_state(profile_id: int) -> State:
    """All that a profile states now; three queries."""
    kept = KeptPlan.objects.current().filter(profile=OuterRef("pk")).values("pk")[:1]
    columns = [*PROFILE_FIELDS, *(f"plan_settings__{name}" for name in PLAN_FIELDS)]
    profiles = Profile.objects.filter(pk=profile_id).annotate(kept=Subquery(kept))
    (row,) = profiles.values(*columns, "kept")
    values: dict[tuple[str, str], Value] = {}
    for name in PROFILE_FIELDS:
        values["profile", name.removesuffix("_id")] = _plain(row[name])
    for name in PLAN_FIELDS:
        values["plan", name] = _plain(row[f"plan_settings__{name}"])
    values["plan", "kept"] = row["kept"]
    skills = SkillClaim.objects.filter(profile=profile_id).values_list("skill", "proficiency")
    values |= {("skill", skill): proficiency for skill, proficiency in skills}
    held = CertificationClaim.objects.filter(profile=profile_id)
    for certification, earned, expires, link in held.values_list(
        "certification", "earned_on", "expires_on", "verification_url"
    ):
        dates: dict[str, str | int | None] = {
            "earned_on": earned.isoformat(),
            "expires_on": expires.isoformat() if expires else None,
        }
        if link:
            dates["verification_url"] = link
        values["certification", certification] = dates
    return State({key: value for key, value in values.items() if value is not None})


def _plain(value: object) -> Value:
    """As JSON has it; what is empty or off is not stated."""
    if value is None or value is False or value == []:
        return None
    if isinstance(value, (bool, int, list)):
        return value
    return str(value)
