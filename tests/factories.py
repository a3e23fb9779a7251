"""People and things for tests. Skills, places and the like are those of the catalogue."""

from datetime import date

import factory

from accounts.models import User
from planner.models import CertificationClaim, Profile, SkillClaim

PASSWORD = "correct horse battery"


class UserFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"person{n}@example.com")
    password = factory.django.Password(PASSWORD)


class ProfileFactory(factory.django.DjangoModelFactory):
    """`skills={"python": 3}` and `certifications=["ckad"]` claim those too."""

    class Meta:
        model = Profile
        skip_postgeneration_save = True

    user = factory.SubFactory(UserFactory)

    @factory.post_generation
    def skills(self, create, extracted):
        for skill, proficiency in (extracted or {}).items():
            SkillClaimFactory(profile=self, skill_id=skill, proficiency=proficiency)

    @factory.post_generation
    def certifications(self, create, extracted):
        for certification in extracted or []:
            CertificationClaimFactory(profile=self, certification_id=certification)


class SkillClaimFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = SkillClaim

    profile = factory.SubFactory(ProfileFactory)
    skill_id = "python"
    proficiency = 2


class CertificationClaimFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = CertificationClaim

    profile = factory.SubFactory(ProfileFactory)
    certification_id = "ckad"
    earned_on = date(2026, 1, 15)
