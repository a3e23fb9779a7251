"""The named assumptions of the learning log: what hours count, what a pace needs, when claims age.

They move dates and hints, never pay or level.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

from planner.domain.assumptions import Assumption


@dataclass(frozen=True, slots=True)
class StudyRules:
    """Each assumption under its own key (docs/method.md).

    A catalogue from before they were known has none of them: then these figures count.
    """

    least_share_left: float = 0.1  # of a step's hours, until it is finished
    pace_steps: float = 3  # finished steps that a pace needs
    pace_hours: float = 15  # of study that a pace needs
    pace_prior_steps: float = 3  # as if so many steps had taken exactly their estimate
    pace_spread: float = 1.6  # ratio by which single steps of one person lie apart, at least
    pace_low: float = 0.5
    pace_high: float = 2
    stale_months: float = 36
    stale_months_fast: float = 24
    stale_months_lasting: float = 60


def study_rules_from(assumptions: Mapping[str, Assumption]) -> StudyRules:
    """Read the numbers that are there. Raises ValueError for one that is no number."""
    keys = [field.name for field in fields(StudyRules) if field.name in assumptions]
    return StudyRules(**{key: float(assumptions[key].value) for key in keys})
