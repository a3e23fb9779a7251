"""Self and mentor ratings side by side, for both; also rated before the self rating is seen."""

from datetime import timedelta

import pytest
from django.utils import timezone

from planner.models import MentorRating, SkillClaim
from tests.factories import SkillClaimFactory
from tests.planner.test_dashboard import title

pytestmark = pytest.mark.django_db
MINE = "/guidance/ratings/"
OFFERED = ("git", "rest", "database-fundamentals")


@pytest.fixture
def address(alices):
    return f"/mentees/{alices.pk}/ratings/"


def rate(profile, mentor, skill, proficiency, days=0, **more):
    return profile.mentor_ratings.create(
        mentor=mentor, skill_id=skill, proficiency=proficiency,
        rated_at=timezone.now() - timedelta(days=days), **{"saw_claim": True} | more,
    )  # fmt: skip


def skills(rows):
    return [row.skill.id for row in rows]


# --- Side by side ---------------------------------------------------------------------------------


def test_disagreements_come_by_size_then_the_latest(as_mira, alices, mira, address):
    for skill, own, other, days in (
        ("git", 2, 1, 9), ("docker", 2, 4, 5), ("rest", 1, 2, 3), ("redis", 3, 3, 1),
    ):  # fmt: skip
        SkillClaim.objects.filter(profile=alices, skill=skill).delete()
        claimed = {"proficiency": own, "updated_at": timezone.now() - timedelta(days=30)}
        SkillClaimFactory(profile=alices, skill_id=skill, **claimed)
        rate(alices, mira, skill, other, days)
    page = as_mira.get(address)
    assert skills(page.context["differing"]) == ["docker", "rest", "git"]
    assert "redis" in skills(page.context["others"])
    assert title(page) == "3 of 4 ratings differ"
    assert "2 levels higher" in page.text
    assert "1 level lower" in page.text


def test_the_latest_of_each_mentor_counts(as_mira, as_nick, alices, mira, nick, address):
    rate(alices, mira, "docker", 0, days=2)
    rate(alices, mira, "docker", 3, days=1)
    rate(alices, nick, "docker", 2)
    [row] = as_mira.get(address).context["differing"]
    said = {one.by: (one.proficiency, one.difference) for one in row.said}
    assert said == {"Mira": (3, 1), "Nick": (2, 0)}
    assert (row.own, row.mine, row.size) == (2, 3, 1)


def test_what_only_one_side_says_is_no_disagreement(as_mira, alices, mira, address):
    rate(alices, mira, "kafka", 4)
    page = as_mira.get(address)
    assert page.context["differing"] == []
    row = next(row for row in page.context["others"] if row.skill.id == "kafka")
    assert (row.own, row.said[0].difference) == (None, None)
    assert title(page) == "No skill is rated by both sides yet"


def test_an_area_narrows_it_down(as_mira, alices, mira, address):
    rate(alices, mira, "docker", 4)
    rate(alices, mira, "python", 1)
    page = as_mira.get(address, {"area": "language"})
    assert skills(page.context["differing"]) == ["python"]
    assert page.context["area"] == "language"
    page = as_mira.get(address, {"area": "no such area"})
    assert skills(page.context["differing"]) == ["python", "docker"]


def test_agreement_is_told_from_five_pairs_on(as_mira, alices, mira, address):
    for n, skill in enumerate(["git", "rest", "redis", "kafka"]):
        SkillClaimFactory(profile=alices, skill_id=skill, proficiency=2)
        rate(alices, mira, skill, 2 + n % 2, saw_claim=False)
    assert "Fewer than five pairs" in as_mira.get(address).text
    rate(alices, mira, "docker", 4)
    text = as_mira.get(address).text
    assert "Of 5 pairs 40% are the same and 80% within one level; 4 rated without" in text


def test_the_mentee_sees_the_same(as_alice, as_mira, alices, mira, address):
    rate(alices, mira, "docker", 4)
    theirs, own = as_mira.get(address), as_alice.get(MINE)
    assert own.context["differing"][0].said == theirs.context["differing"][0].said
    assert title(own) == title(theirs) == "1 of 1 rating differs"
    assert "Your rating" not in own.text


def test_somebody_without_mentors_has_an_empty_page(client, charlie):
    client.force_login(charlie)
    assert title(client.get(MINE)) == "No skill is rated by both sides yet"


@pytest.mark.parametrize("count", [1, 20])
def test_the_mentee_s_page_takes_a_fixed_number_of_queries(
    as_alice, alices, mira, django_assert_num_queries, count
):
    offered = ["git", "rest", "redis", "kafka", "sql", "go", "java", "nosql", "graphql", "grpc"]
    for skill in offered[:count]:
        rate(alices, mira, skill, 2)
    with django_assert_num_queries(7):
        as_alice.get(MINE)


# --- Rating ---------------------------------------------------------------------------------------


def test_a_mentor_rates_a_skill_and_both_ratings_stay(as_mira, alices, mira, address):
    response = as_mira.post(f"{address}docker/", {"proficiency": "3"})
    assert response.url == f"{address}#rating-docker"
    rating = MentorRating.objects.get()
    assert (rating.skill_id, rating.proficiency, rating.mentor) == ("docker", 3, mira)
    assert rating.saw_claim
    assert SkillClaim.objects.get(profile=alices, skill="docker").proficiency == 2
    as_mira.post(f"{address}docker/", {"proficiency": "1"})
    assert MentorRating.objects.count() == 2


@pytest.mark.parametrize("sent", ["", "5", "-1", "many"])
def test_no_level_is_refused(as_mira, address, sent):
    response = as_mira.post(f"{address}docker/", {"proficiency": sent})
    assert response.status_code == 422
    assert "none of the five levels" in response.text
    assert not MentorRating.objects.exists()


def test_an_unknown_skill_does_not_exist(as_mira, address):
    assert as_mira.post(f"{address}cobol/", {"proficiency": "3"}).status_code == 404


# --- Before looking -------------------------------------------------------------------------------


def test_the_blind_form_has_no_self_rating(as_mira, alices, address):
    for skill in OFFERED:
        SkillClaimFactory(profile=alices, skill_id=skill, proficiency=1)
    page = as_mira.get(f"{address}blind/")
    assert {*OFFERED} <= {skill.id for skill in page.context["skills"]}
    form = page.text.partition("<form")[2].partition("<details")[0]
    assert "pips" not in form
    assert page.context["form"]["rating-git"].value() is None
    assert page.text.count('value="" checked') + page.text.count("checked") >= len(OFFERED)


def test_the_blind_form_is_the_same_whatever_is_claimed(as_mira, alices, address):
    def form():
        page = as_mira.get(f"{address}blind/")
        return [str(field) for _, field in page.context["form"].rows()]

    SkillClaimFactory(profile=alices, skill_id="git", proficiency=1)
    before = form()
    SkillClaim.objects.filter(profile=alices, skill="git").update(proficiency=4)
    assert form() == before


def test_rating_before_looking_is_noted_and_leads_to_both(as_mira, address):
    sent = {"rating-git": "3", "rating-rest": "", "rating-docker": "4"}
    assert as_mira.post(f"{address}blind/", sent).url == address
    rating = MentorRating.objects.get()
    assert (rating.skill_id, rating.proficiency, rating.saw_claim) == ("git", 3, False)
    assert "without the self rating in view" in as_mira.get(address).text


def test_what_is_rated_is_not_asked_again(as_mira, as_nick, address):
    as_mira.post(f"{address}blind/", {"rating-git": "3"})
    mine = as_mira.get(f"{address}blind/").context["skills"]
    others = as_nick.get(f"{address}blind/").context["skills"]
    assert "git" not in {skill.id for skill in mine}
    assert "git" in {skill.id for skill in others}


@pytest.mark.parametrize("sent", [{}, {"rating-git": ""}, {"rating-git": "7"}])
def test_nothing_rated_is_refused(as_mira, address, sent):
    assert as_mira.post(f"{address}blind/", sent).status_code == 422
    assert not MentorRating.objects.exists()


def test_who_has_rated_everything_is_told(as_mira, address):
    while skills_left := as_mira.get(f"{address}blind/").context["skills"]:
        as_mira.post(f"{address}blind/", {f"rating-{skill.id}": "2" for skill in skills_left})
    assert title(as_mira.get(f"{address}blind/")) == (
        "You have rated all that is expected of Alice"
    )
