"""The page of one mentee: where they stand, by what they show, and never with money."""

import re
from datetime import date, timedelta

import pytest
from django.utils import timezone

from accounts.actions import set_scopes
from accounts.models import Consent, Scope, Sighting
from planner.models import PlanSettings, Profile, Programme
from tests.domain.people import ENTRY, MID
from tests.factories import (
    CertificationClaimFactory,
    EvidenceFactory,
    ProfileFactory,
    SkillClaimFactory,
    UserFactory,
    member_of,
)
from tests.planner.test_dashboard import title

pytestmark = pytest.mark.django_db
PAGES = (
    "", "plan/", "evidence/", "ratings/", "ratings/blind/", "assignments/new/", "goals/new/",
    "check-ins/", "check-ins/new/",
)  # fmt: skip
NEEDS = {
    "": Scope.SKILLS, "plan/": Scope.PLAN, "evidence/": Scope.EVIDENCE, "ratings/": Scope.SKILLS,
    "ratings/blind/": Scope.SKILLS, "assignments/new/": Scope.PLAN, "goals/new/": Scope.PLAN,
    "check-ins/": Scope.SKILLS, "check-ins/new/": Scope.SKILLS,
}  # fmt: skip
WHAT = {
    "": "gaps", "plan/": "plan", "evidence/": "evidence", "ratings/": "gaps",
    "ratings/blind/": "gaps", "assignments/new/": "plan", "goals/new/": "plan",
    "check-ins/": "check_in", "check-ins/new/": "check_in",
}  # fmt: skip
TABS = {"Skills": "skills", "Plan": "plan", "Evidence": "evidence", "Check-ins": "skills"}


def of(profile, page=""):
    return f"/mentees/{profile.pk}/{page}"


def body(response):
    """What is the same in two answers: all but the address and the tokens in forms."""
    return re.sub(r"\b\w{64}\b|/mentees/\d+/", "", response.text)


def shows(alice, mira, cohort, *scopes):
    set_scopes(cohort=cohort, mentee=alice, mentor=mira.pk, scopes=scopes, now=timezone.now())


def rate(profile, mentor, skill, proficiency):
    profile.mentor_ratings.create(
        mentor=mentor, skill_id=skill, proficiency=proficiency, saw_claim=True
    )


def stands(alice, years, skills, **more):
    """Alice with these skills instead of the few that she has otherwise."""
    profile = alice.profile
    profile.skill_claims.all().delete()
    for skill, proficiency in skills.items():
        SkillClaimFactory(profile=profile, skill_id=skill, proficiency=proficiency)
    today = timezone.localdate()
    Profile.objects.filter(pk=profile.pk).update(years_stated=years, years_stated_on=today, **more)
    return profile


# --- Where they stand -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("years", "skills", "target", "verdict"),
    [
        (1, {}, None, "Alice has not assessed any skill yet"),
        (1, {"python": 2, "git": 2}, None, "Alice is 3 expectations from Entry-level"),
        (1, ENTRY, "entry", "Alice has the skills of Entry-level"),
        (4, MID, "senior", "Alice is 3 expectations from Senior"),
    ],
)
def test_the_heading_is_the_verdict(as_mira, alices, alice, years, skills, target, verdict):
    stands(alice, years, skills, target_id=target)
    assert title(as_mira.get(of(alices))) == verdict


def test_what_is_left_out_may_be_in_the_way(as_mira, alices, alice):
    stands(alice, 1, {"python": 2})
    left_out = ["rest", "git", "database-fundamentals", "communication", "clean-code"]
    PlanSettings.objects.create(profile=alices, excluded=left_out)
    assert title(as_mira.get(of(alices))) == (
        "Alice cannot reach Entry-level without the skills left out"
    )


def test_gaps_are_against_the_target_or_the_programme(as_mira, alices, alice, cohort):
    stands(alice, 4, ENTRY, target_id="mid")
    Programme.objects.filter(cohort=cohort).update(expectations=["entry/version-control"])
    target = as_mira.get(of(alices)).context["expected"]
    assert {gap.expectation.level for gap in target.gaps} == {"mid"}
    programme = as_mira.get(of(alices), {"against": cohort.pk}).context["expected"]
    assert [gap.expectation.id for gap in programme.gaps] == ["entry/version-control"]
    assert (programme.label, programme.open_count) == ("Autumn", 0)
    assert as_mira.get(of(alices), {"against": "nothing"}).context["expected"] == target


def test_the_way_back_leads_to_the_people_of_the_cohort(as_mira, alices, cohort):
    page = as_mira.get(f"/mentees/{alices.pk}/").text
    assert f'<a href="/cohorts/{cohort.pk}/people/">Autumn</a>' in page


def test_skills_stand_beside_what_a_mentor_said_last(as_mira, alices, mira):
    rate(alices, mira, "docker", 1)
    rate(alices, mira, "docker", 3)
    lines = {line.skill.id: line for line in as_mira.get(of(alices)).context["lines"]}
    assert (lines["docker"].own, lines["docker"].confirmed.proficiency) == (2, 3)
    assert lines["docker"].by == "Mira"
    assert lines["python"].confirmed is None


def test_evidence_is_shown_with_safe_links(as_mira, alices):
    EvidenceFactory(profile=alices, title="A talk", text="<b>On</b>\nqueues", skills=["python"])
    page = as_mira.get(of(alices, "evidence/")).text
    assert 'rel="noopener noreferrer nofollow">https://git.example.com/service</a>' in page
    assert "&lt;b&gt;On&lt;/b&gt;<br>queues" in page
    assert "Alice shows 1 piece of evidence" in page


# --- What is not shown ----------------------------------------------------------------------------


@pytest.mark.parametrize("where", PAGES)
def test_nothing_of_pay_or_place_is_on_any_page(as_mira, alices, alice, where):
    stands(
        alice, 4, MID, current_pay=91_234, is_remote=True, place_id="0012420",
        target_id="senior",
    )  # fmt: skip
    text = as_mira.get(of(alices, where)).text
    assert "$" not in text
    assert not re.search(r"91,?234|Austin|remotely|a year\b", text)


@pytest.mark.parametrize("where", PAGES)
def test_without_its_scope_a_page_does_not_exist(as_mira, alices, alice, mira, cohort, where):
    shows(alice, mira, cohort, *(scope for scope in Scope if scope != NEEDS[where]))
    hidden, missing = as_mira.get(of(alices, where)), as_mira.get(f"/mentees/987654321/{where}")
    assert (hidden.status_code, body(hidden)) == (404, body(missing))
    assert not Sighting.objects.exists()


@pytest.mark.parametrize("where", PAGES)
def test_the_end_of_a_consent_is_exact(as_mira, alices, where):
    Consent.objects.update(ends_at=timezone.now() + timedelta(hours=1))
    assert as_mira.get(of(alices, where)).status_code == 200
    Consent.objects.update(ends_at=timezone.now())
    assert as_mira.get(of(alices, where)).status_code == 404


@pytest.mark.parametrize("tab", TABS)
def test_a_tab_without_its_scope_is_not_there(as_mira, alices, alice, mira, cohort, tab):
    link = re.compile(rf'<a class="nav__link"[^>]*>{tab}</a>')
    where = "" if TABS[tab] != "skills" else "plan/"
    tabs = as_mira.get(of(alices, where)).text.partition('aria-label="Alice"')[2]
    assert link.search(tabs)
    shows(alice, mira, cohort, *(scope for scope in Scope if scope != TABS[tab]))
    tabs = as_mira.get(of(alices, where)).text.partition('aria-label="Alice"')[2]
    assert not link.search(tabs)


def test_a_mentor_without_a_second_factor_is_led_to_it(as_mira, alices, mira):
    mira.authenticator_set.all().delete()
    assert as_mira.get(of(alices)).url == "/cohorts/second-factor/"


def test_somebody_without_a_name_is_not_called_by_the_address(as_mira, cohort, mira):
    zoe = UserFactory(email="zoe@example.com", name="")
    profile = ProfileFactory(user=zoe)
    member_of(cohort, zoe, mira)
    page = as_mira.get(of(profile))
    assert title(page) == f"Person {zoe.pk} has not assessed any skill yet"
    assert "zoe@" not in page.text


# --- Who saw what, and what it costs --------------------------------------------------------------


@pytest.mark.parametrize("where", PAGES)
def test_each_look_is_one_sighting(as_mira, alices, alice, mira, where):
    as_mira.get(of(alices, where))
    [seen] = Sighting.objects.all()
    assert (seen.mentee, seen.viewer, seen.what) == (alice, mira, WHAT[where])


def test_certificates_are_evidence_with_their_verification_links(as_mira, alices):
    link = "https://certs.example.com/4711"
    CertificationClaimFactory(profile=alices, verification_url=link)
    text = as_mira.get(of(alices, "evidence/")).text
    assert "Certified Kubernetes Application Developer" in text
    assert f'href="{link}" rel="noopener noreferrer nofollow"' in text
    assert link not in as_mira.get(of(alices)).text


QUERIES = {
    # session, user, factor, mentee, scopes, skills, certificates, ratings, programmes, sighting,
    # the number of reviews in the header; on the first page what is stale
    "": 12,
    "plan/": 17,  # and the learning log
    "evidence/": 10,
    "ratings/": 11,
    "ratings/blind/": 11,
    "check-ins/": 9,
}


@pytest.mark.parametrize("count", [1, 20])
@pytest.mark.parametrize("where", QUERIES)
def test_the_number_of_queries_is_fixed(
    as_mira, alices, mira, django_assert_num_queries, where, count
):
    for n, skill in enumerate([*MID, *("redis", "kafka", "kubernetes")][:count]):
        rate(alices, mira, skill, 2)
        EvidenceFactory(profile=alices, title=f"Item {n}", skills=[skill])
        alices.assignments.create(mentor=mira, skill_id=skill, proficiency=4)
        alices.check_ins.create(mentor=mira, held_on=date(2026, 1, 1 + n))
        alices.pauses.create(starts_on=date(2026, 1, 1 + n), ends_on=date(2026, 1, 1 + n))
        alices.blockers.create(text=str(n), since=date(2026, 1, 1 + n))
    with django_assert_num_queries(QUERIES[where]):
        as_mira.get(of(alices, where))
