"""What people may send: each form lists its fields and says in words what is wrong."""

from planner.forms.certifications import CertificateDatesForm, CertificateForm
from planner.forms.check_ins import (
    CheckInForm,
)
from planner.forms.cohorts import CohortForm, InviteForm
from planner.forms.consent import AcceptForm, NameForm, ScopesForm
from planner.forms.guidance import (
    AnswerForm,
    AssignmentForm,
    BlockerForm,
    GoalForm,
    PauseForm,
)
from planner.forms.plan import PlanForm, WishForm
from planner.forms.profile import PayForm, ProfileForm, StartForm
from planner.forms.ratings import (
    BlindForm,
    RatingForm,
)
from planner.forms.scenario import ScenarioForm
from planner.forms.skills import NOT_ASSESSED, PROFICIENCIES, ProficiencyForm, SkillSearchForm
from planner.forms.study import MarkForm, PaceForm, SessionForm

__all__ = [
    "NOT_ASSESSED",
    "PROFICIENCIES",
    "AcceptForm",
    "AnswerForm",
    "AssignmentForm",
    "BlindForm",
    "BlockerForm",
    "CertificateDatesForm",
    "CertificateForm",
    "CheckInForm",
    "CohortForm",
    "GoalForm",
    "InviteForm",
    "MarkForm",
    "NameForm",
    "PaceForm",
    "PauseForm",
    "PayForm",
    "PlanForm",
    "ProficiencyForm",
    "ProfileForm",
    "RatingForm",
    "ScenarioForm",
    "ScopesForm",
    "SessionForm",
    "SkillSearchForm",
    "StartForm",
    "WishForm",
]
