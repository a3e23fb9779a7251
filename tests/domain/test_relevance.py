"""Which skills and certifications are asked about first, and why."""

from dataclasses import replace

from planner.domain.moves import open_gaps
from planner.domain.relevance import (
    certifications_by_relevance,
    relevance_of,
    skills_in_gaps,
    skills_that_pay,
    skills_to_ask_first,
)
from planner.domain.standing import assess

NOTHING = frozenset()


def gaps(catalogue, skills, target="mid"):
    return open_gaps(catalogue, assess(catalogue, skills, NOTHING), target)


def test_what_is_open_for_the_target_and_below_is_asked(catalogue):
    asked = skills_in_gaps(gaps(catalogue, {}))
    assert {"python", "rest", "query-optimization", "docker"} <= set(asked)
    assert "negotiation" not in asked


def test_a_closed_expectation_asks_no_more(catalogue):
    asked = skills_in_gaps(gaps(catalogue, {"python": 2, "git": 1}))
    assert "java" not in asked
    assert "git" in asked


def test_alternatives_beyond_the_article_come_in_only_if_begun(catalogue):
    assert "flask" not in skills_in_gaps(gaps(catalogue, {"python": 2}))
    assert "flask" in skills_in_gaps(gaps(catalogue, {"python": 2, "flask": 1}))


def test_what_fits_best_comes_first(catalogue):
    asked = skills_in_gaps(gaps(catalogue, {"java": 3}))
    assert asked.index("spring-boot") < asked.index("django")


def test_a_skill_says_what_it_serves_and_whether_that_is_open(catalogue):
    still_open = relevance_of(catalogue, "mentoring", "senior", gaps(catalogue, {}, "senior"))
    assert [(s.expectation.id, s.asked) for s in still_open.serves] == [
        ("mid/collaboration", 2),
        ("senior/technical-leadership", 3),
    ]
    assert still_open.asked == 3


def test_a_met_expectation_asks_for_nothing(catalogue):
    open_now = gaps(catalogue, {"python": 2})
    relevance = relevance_of(catalogue, "java", "mid", open_now)
    assert relevance.serves
    assert relevance.asked == 0


def test_levels_beyond_the_target_do_not_matter(catalogue):
    relevance = relevance_of(catalogue, "mentoring", "mid", gaps(catalogue, {}))
    assert [served.expectation.level for served in relevance.serves] == ["mid"]


def test_of_alternatives_that_pay_one_is_asked_or_those_assessed(catalogue):
    clouds = {"aws", "azure", "gcp"}
    fresh = skills_that_pay(catalogue, assess(catalogue, {}, NOTHING), "mid")
    assert len(clouds & set(fresh)) == 1
    known = assess(catalogue, {"azure": 1, "gcp": 0}, NOTHING)
    assert clouds & set(skills_that_pay(catalogue, known, "mid")) == {"azure", "gcp"}


def test_pay_groups_of_other_levels_do_not_count(catalogue):
    standing = assess(catalogue, {}, NOTHING)
    assert "negotiation" not in skills_that_pay(catalogue, standing, "mid")
    assert "negotiation" in skills_that_pay(catalogue, standing, "senior")


def test_the_first_run_asks_about_two_dozen_skills(catalogue):
    asked = skills_to_ask_first(catalogue, {}, "mid")
    assert 20 <= len(asked) <= 30
    assert len(set(asked)) == len(asked)
    assert "go" not in asked
    assert "go" in skills_to_ask_first(catalogue, {"go": 2}, "mid")


def test_no_retired_and_no_held_certification_is_offered(catalogue):
    held = assess(catalogue, {}, frozenset({"ckad"}))
    offered = certifications_by_relevance(catalogue, held, "mid")
    assert "az-204" not in offered
    assert "ckad" not in offered
    assert "cka" in offered


def test_certifications_that_pay_and_fit_come_first(catalogue):
    standing = assess(catalogue, {"kubernetes": 2}, NOTHING)
    assert certifications_by_relevance(catalogue, standing, "mid")[0] == "ckad"


def test_a_catalogue_without_pay_groups_still_ranks(catalogue):
    bare = replace(catalogue, pay_groups=())
    standing = assess(bare, {"docker": 2}, NOTHING)
    assert skills_that_pay(bare, standing, "mid") == ()
    assert certifications_by_relevance(bare, standing, "mid")
