"""Writes about cohorts and consent. Each is all or nothing and takes the cohort's row first."""

from accounts.actions.cohorts import (
    LeadStaysError,
    NotAMentorError,
    close_cohort,
    create_cohort,
    hand_over,
    leave_as_mentor,
    remove_mentee,
)
from accounts.actions.consent import WORDING, leave_cohort, set_scopes
from accounts.actions.invitations import (
    AlreadyInsideError,
    InvitationSpentError,
    Invitee,
    SecondFactorMissingError,
    TooManyInvitationsError,
    WrongAddressError,
    accept_invitation,
    decline_invitation,
    invite,
    invite_all,
    make_link,
    withdraw_invitation,
)
from accounts.actions.mail import choose_mails, switch_off
from accounts.actions.names import set_name
from accounts.actions.settings import change_settings
from accounts.actions.sightings import note_sightings

__all__ = [
    "WORDING",
    "AlreadyInsideError",
    "InvitationSpentError",
    "Invitee",
    "LeadStaysError",
    "NotAMentorError",
    "SecondFactorMissingError",
    "TooManyInvitationsError",
    "WrongAddressError",
    "accept_invitation",
    "change_settings",
    "choose_mails",
    "close_cohort",
    "create_cohort",
    "decline_invitation",
    "hand_over",
    "invite",
    "invite_all",
    "leave_as_mentor",
    "leave_cohort",
    "make_link",
    "note_sightings",
    "remove_mentee",
    "set_name",
    "set_scopes",
    "switch_off",
    "withdraw_invitation",
]
