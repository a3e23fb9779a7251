"""Which addresses of a list are in a cohort already, or invited to it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from accounts.models import Cohort
from planner.queries.cohorts import accepted_addresses

HERE = "In this cohort already."
INVITED = "Invited already, and the invitation is still open."


def addresses_in(cohort: Cohort, emails: Collection[str], now: datetime) -> dict[str, str]:
    """Why each of these addresses is not to be invited; those that may be are absent.

    Two queries. Addresses in small letters. Known is only what this cohort's invitations tell:
    which addresses its people have besides is theirs to tell.
    """
    waiting = cohort.invitations.redeemable(now).filter(email__in=emails)
    return {
        **dict.fromkeys(waiting.values_list("email", flat=True), INVITED),
        **dict.fromkeys(accepted_addresses(cohort, frozenset(emails)), HERE),
    }
