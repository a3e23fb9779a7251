from accounts.models.cohorts import Cohort, CohortMentor, Membership
from accounts.models.consent import Consent, Scope
from accounts.models.invitations import Invitation
from accounts.models.leaving import Erasure, Tombstone
from accounts.models.mail import MailChoice, MailKind, SentMail
from accounts.models.sightings import Sighting
from accounts.models.users import User, UserManager

__all__ = [
    "Cohort",
    "CohortMentor",
    "Consent",
    "Erasure",
    "Invitation",
    "MailChoice",
    "MailKind",
    "Membership",
    "Scope",
    "SentMail",
    "Sighting",
    "Tombstone",
    "User",
    "UserManager",
]
