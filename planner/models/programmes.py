"""What a cohort's programme expects of the people in it."""

from __future__ import annotations

from django.db import models

from accounts.models import Cohort
from planner.models.expectations import LevelEntry
from planner.models.fields import words_field


class Programme(models.Model):
    """`level`: what the programme leads to. `expectations`: ids of those it teaches.

    Without any it is every expectation up to the level. They may outlive what they name.
    """

    cohort = models.OneToOneField(
        Cohort, models.CASCADE, primary_key=True, related_name="programme"
    )
    level = models.ForeignKey(LevelEntry, models.PROTECT, related_name="+")
    expectations = words_field()

    def __str__(self) -> str:
        return f"Programme of cohort {self.cohort_id}"
