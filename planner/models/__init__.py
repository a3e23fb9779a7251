from planner.models.catalogue import (
    CatalogueVersion,
    CertificationEntry,
    SkillEntry,
    SourceEntry,
)
from planner.models.expectations import ExpectationEntry, ExpectationMember, LevelEntry
from planner.models.guidance import (
    AgreedAction,
    AgreedLevel,
    Assignment,
    Blocker,
    CheckIn,
    GoalSuggestion,
    Pause,
    PrivateNote,
    Snippet,
)
from planner.models.nudges import Nudge
from planner.models.pay import AssumptionEntry, IndustryEntry, PayGroupEntry, PlaceEntry
from planner.models.plans import CatalogueArchive, KeptPlan, PlanSettings
from planner.models.profiles import CertificationClaim, Profile, SkillClaim
from planner.models.programmes import Programme
from planner.models.reviews import Evidence, MentorRating, ReviewDecision, ReviewRequest
from planner.models.scenarios import Scenario

__all__ = [
    "AgreedAction",
    "AgreedLevel",
    "Assignment",
    "AssumptionEntry",
    "Blocker",
    "CatalogueArchive",
    "CatalogueVersion",
    "CertificationClaim",
    "CertificationEntry",
    "CheckIn",
    "Evidence",
    "ExpectationEntry",
    "ExpectationMember",
    "GoalSuggestion",
    "IndustryEntry",
    "KeptPlan",
    "LevelEntry",
    "MentorRating",
    "Nudge",
    "Pause",
    "PayGroupEntry",
    "PlaceEntry",
    "PlanSettings",
    "PrivateNote",
    "Profile",
    "Programme",
    "ReviewDecision",
    "ReviewRequest",
    "Scenario",
    "SkillClaim",
    "SkillEntry",
    "Snippet",
    "SourceEntry",
]
