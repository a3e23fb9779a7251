from planner.models.catalogue import (
    CatalogueVersion,
    CertificationEntry,
    SkillEntry,
    SourceEntry,
)
from planner.models.expectations import ExpectationEntry, ExpectationMember, LevelEntry
from planner.models.pay import AssumptionEntry, IndustryEntry, PayGroupEntry, PlaceEntry
from planner.models.plans import CatalogueArchive, KeptPlan, PlanSettings
from planner.models.profiles import CertificationClaim, Profile, SkillClaim
from planner.models.scenarios import Scenario

__all__ = [
    "AssumptionEntry",
    "CatalogueArchive",
    "CatalogueVersion",
    "CertificationClaim",
    "CertificationEntry",
    "ExpectationEntry",
    "ExpectationMember",
    "IndustryEntry",
    "KeptPlan",
    "LevelEntry",
    "PayGroupEntry",
    "PlaceEntry",
    "PlanSettings",
    "Profile",
    "Scenario",
    "SkillClaim",
    "SkillEntry",
    "SourceEntry",
]
