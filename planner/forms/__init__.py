"""What people may send: each form lists its fields and says in words what is wrong."""

from planner.forms.certifications import CertificateDatesForm, CertificateForm
from planner.forms.plan import PlanForm, WishForm
from planner.forms.profile import PayForm, ProfileForm, StartForm
from planner.forms.scenario import ScenarioForm
from planner.forms.skills import NOT_ASSESSED, PROFICIENCIES, ProficiencyForm, SkillSearchForm

__all__ = [
    "NOT_ASSESSED",
    "PROFICIENCIES",
    "CertificateDatesForm",
    "CertificateForm",
    "PayForm",
    "PlanForm",
    "ProficiencyForm",
    "ProfileForm",
    "ScenarioForm",
    "SkillSearchForm",
    "StartForm",
    "WishForm",
]
