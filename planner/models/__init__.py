from planner.models.catalogue import (
    CatalogueVersion,
    CertificationEntry,
    SkillEntry,
    SourceEntry,
)
from planner.models.expectations import ExpectationEntry, ExpectationMember, LevelEntry
from planner.models.pay import AssumptionEntry, IndustryEntry, PayGroupEntry, PlaceEntry

__all__ = [
    "AssumptionEntry",
    "CatalogueVersion",
    "CertificationEntry",
    "ExpectationEntry",
    "ExpectationMember",
    "IndustryEntry",
    "LevelEntry",
    "PayGroupEntry",
    "PlaceEntry",
    "SkillEntry",
    "SourceEntry",
]
