"""Job ads: kept, changed, and not twice."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction
from django.db.models import Count, Sum
from django.db.models.functions import Length

from planner.models import JobAd, Profile
from planner.models.job_ads import MAX_ALL_TEXT, MAX_JOB_ADS


class TooManyJobAdsError(Exception):
    """The profile has as many job ads as it may."""


class TooMuchTextError(Exception):
    """The texts of the profile's ads would be too long together."""


class KeptAlreadyError(Exception):
    """The profile has an ad of the same text; `ad` is that one."""

    def __init__(self, ad: JobAd) -> None:
        super().__init__(ad.title)
        self.ad = ad


@transaction.atomic
def keep_job_ad(*, profile: Profile, text: str, fields: Mapping[str, object]) -> JobAd:
    """Raises TooManyJobAdsError, TooMuchTextError and KeptAlreadyError."""
    Profile.objects.select_for_update().get(pk=profile.pk)  # one at a time, for the count
    if kept := profile.job_ads.filter(text=text).first():
        raise KeptAlreadyError(kept)
    kept_texts = profile.job_ads.aggregate(
        number=Count("pk"), length=Sum(Length("text"), default=0)
    )
    if kept_texts["number"] >= MAX_JOB_ADS:
        raise TooManyJobAdsError
    if kept_texts["length"] + len(text) > MAX_ALL_TEXT:
        raise TooMuchTextError
    return JobAd.objects.create(profile=profile, text=text, **fields)


def change_job_ad(*, ad: JobAd, fields: Mapping[str, object]) -> None:
    """Everything but the text."""
    for name, value in fields.items():
        setattr(ad, name, value)
    ad.save(update_fields=[*fields])
