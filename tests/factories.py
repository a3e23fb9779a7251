"""People and things for tests. Skills, places and the like are those of the catalogue."""

from datetime import date, timedelta

import factory
from allauth.mfa.models import Authenticator
from django.utils import timezone

from accounts.models import Cohort, CohortMentor, Consent, Membership, Scope, User
from planner.models import (
    CertificationClaim,
    Evidence,
    Profile,
    Programme,
    ReviewRequest,
    SkillClaim,
)

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


class MentorFactory(UserFactory):
    """Somebody with a second factor: an authenticator app, whose codes nobody will ask for."""

    @factory.post_generation
    def second_factor(self, create, extracted):
        if extracted is not False:
            Authenticator.objects.create(
                user=self, type=Authenticator.Type.TOTP, data={"secret": "made up"}
            )


class CohortFactory(factory.django.DjangoModelFactory):
    """A cohort in its middle, with its lead as a mentor; `programme=False` leaves that out."""

    class Meta:
        model = Cohort
        skip_postgeneration_save = True

    name = factory.Sequence(lambda n: f"Cohort {n}")
    starts_on = factory.LazyFunction(lambda: timezone.localdate() - timedelta(days=60))
    ends_on = factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=60))
    lead = factory.SubFactory(MentorFactory)

    @factory.post_generation
    def programme(self, create, extracted):
        if extracted is not False:
            Programme.objects.create(cohort=self, level_id=extracted or "entry")
        mentor_of(self, self.lead)


def mentor_of(cohort, mentor):
    """Let somebody mentor a cohort; nobody shows them anything by that."""
    CohortMentor.objects.create(cohort=cohort, mentor=mentor)
    User.objects.filter(pk=mentor.pk).update(is_mentor=True)
    mentor.is_mentor = True


def member_of(cohort, mentee, *shown_to, scopes=tuple(Scope)):
    """Put somebody with a profile into a cohort, who shows these scopes to these mentors."""
    Membership.objects.create(cohort=cohort, mentee=mentee)
    User.objects.filter(pk=mentee.pk).update(is_mentee=True)
    mentee.is_mentee = True
    for mentor in shown_to:
        for scope in scopes:
            Consent.objects.create(
                cohort=cohort, mentee=mentee, mentor=mentor, scope=scope, wording="test"
            )


class ReviewRequestFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ReviewRequest

    profile = factory.SubFactory(ProfileFactory)
    skill_id = "python"
    proficiency = 2


class EvidenceFactory(factory.django.DjangoModelFactory):
    """`skills=["python"]` says what it speaks for."""

    class Meta:
        model = Evidence
        skip_postgeneration_save = True

    profile = factory.SubFactory(ProfileFactory)
    kind = Evidence.Kind.REPOSITORY
    title = "A service with tests"
    url = "https://git.example.com/service"

    @factory.post_generation
    def skills(self, create, extracted):
        self.skills.set(extracted or [])
