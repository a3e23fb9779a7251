"""Why an invitation cannot be accepted, in words, with the status of the answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.formats import date_format

from accounts.access import has_second_factor
from accounts.actions import WrongAddressError
from accounts.actions.invitations import refuse_wrong_address
from accounts.models import Invitation, User
from planner.queries.invitations import Place, place_of


@dataclass(frozen=True)
class Problem:
    """`way`: what the page offers: sign_out, second_factor, mentors, cohorts, or nothing."""

    status: int
    title: str
    text: str
    way: str = ""


UNKNOWN = Problem(
    404,
    "This is no invitation that we know",
    "The link may be incomplete, or older than the latest mail. Open the one in the latest mail,"
    " or ask whoever invited you.",
)
SPENT = {
    "accepted": Problem(
        410,
        "This invitation was used already",
        "Each one works once. Ask whoever invited you for another.",
    ),
    "declined": Problem(
        410, "This invitation was declined", "If you want it after all, ask for another."
    ),
    "withdrawn": Problem(
        410,
        "This invitation was withdrawn",
        "A newer one may be in your mail. If not, ask whoever invited you.",
    ),
}
CLOSED = Problem(410, "This cohort is closed", "Nobody can join it any more.")
OWN = Problem(409, "You mentor this cohort", "Nobody learns from themselves here.", "cohorts")
INSIDE = Problem(
    409, "You are in this cohort already", "What its mentors see of you is for you to say.",
    "mentors",
)  # fmt: skip
LEARNS = Problem(
    409, "You learn in this cohort", "Its mentors are other people. Leave it first.", "mentors"
)
NO_FACTOR = Problem(
    403,
    "Mentors sign in with a second factor",
    "Your account would open what other people show you. Set up an authenticator app or a passkey;"
    " the invitation waits here.",
    "second_factor",
)


def find_problem(invitation: Invitation, user: User | None, now: datetime) -> Problem | None:
    """What stands in the way; `user` None: nobody has signed in yet."""
    return _of_invitation(invitation, now) or (_of_user(invitation, user) if user else None)


def masked(email: str) -> str:
    """`a…@example.com`: enough for its owner."""
    local, _, host = email.rpartition("@")
    return f"{local[:1]}…@{host}"


def _of_invitation(invitation: Invitation, now: datetime) -> Problem | None:
    state = invitation.state(now)
    if state == "accepted":
        return SPENT[state]
    if invitation.cohort.is_closed:
        return CLOSED
    if state == "expired":
        ended = date_format(invitation.expires_at, "j F Y")
        return Problem(410, f"This invitation ended on {ended}", "Ask for another.")
    return SPENT.get(state)


def _of_user(invitation: Invitation, user: User) -> Problem | None:
    try:
        refuse_wrong_address(invitation, user)
    except WrongAddressError:
        return Problem(
            403,
            "This invitation is for another address",
            f"It went to {masked(invitation.email)}, and you are signed in as {user.email}. Sign"
            " out and use the account with that address, or add the address to this account.",
            "sign_out",
        )
    place = place_of(invitation.cohort, user)
    if invitation.role == Invitation.Role.MENTEE:
        return {Place.MENTOR: OWN, Place.MENTEE: INSIDE}.get(place)
    if place != Place.NONE:
        return {Place.MENTOR: OWN, Place.MENTEE: LEARNS}[place]
    return None if has_second_factor(user) else NO_FACTOR
