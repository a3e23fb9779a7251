from planner.models.catalogue import (
    CatalogueVersion,
    CertificationEntry,
    SkillEntry,
    SourceEntry,
)
from planner.models.expectations import ExpectationEntry, ExpectationMember, LevelEntry
from planner.models.pay import AssumptionEntry, IndustryEntry, PayGroupEntry, PlaceEntry
from planner.models.profiles import CertificationClaim, Profile, SkillClaim

__all__ = [
    "AssumptionEntry",
    "CatalogueVersion",
    "CertificationClaim",
    "CertificationEntry",
    "ExpectationEntry",
    "ExpectationMember",
    "IndustryEntry",
    "LevelEntry",
    "PayGroupEntry",
    "PlaceEntry",
    "Profile",
    "SkillClaim",
    "SkillEntry",
    "SourceEntry",
]
