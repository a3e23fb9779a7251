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
from planner.models.history import Event
from planner.models.job_ads import JobAd
from planner.models.nudges import CertificateReminder, Nudge
from planner.models.pay import AssumptionEntry, IndustryEntry, PayGroupEntry, PlaceEntry
from planner.models.plans import CatalogueArchive, CatalogueInForce, KeptPlan, PlanSettings
from planner.models.profiles import CertificationClaim, Profile, SkillClaim
from planner.models.programmes import Programme
from planner.models.reviews import Evidence, MentorRating, ReviewDecision, ReviewRequest
from planner.models.scenarios import Scenario
from planner.models.sharing import CalendarFeed, Part, ShareLink
from planner.models.study import StepMark, StudySession

__all__ = [
    "AgreedAction",
    "AgreedLevel",
    "Assignment",
    "AssumptionEntry",
    "Blocker",
    "CalendarFeed",
    "CatalogueArchive",
    "CatalogueInForce",
    "CatalogueVersion",
    "CertificateReminder",
    "CertificationClaim",
    "CertificationEntry",
    "CheckIn",
    "Event",
    "Evidence",
    "ExpectationEntry",
    "ExpectationMember",
    "GoalSuggestion",
    "IndustryEntry",
    "JobAd",
    "KeptPlan",
    "LevelEntry",
    "MentorRating",
    "Nudge",
    "Part",
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
    "ShareLink",
    "SkillClaim",
    "SkillEntry",
    "Snippet",
    "SourceEntry",
    "StepMark",
    "StudySession",
]
