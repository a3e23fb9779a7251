"""A job ad held against somebody's skills."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.reading import read_ad
from planner.domain.reading.jobs import (
    compare,
    fit_of,
    left_out,
    open_needs,
    recurring,
    steps_to_job,
    wishes_of,
)
from tests.domain.reading.examples import LEXICON
from tests.domain.reading.texts import ADS, cases

AD = read_ad(
    """Requirements:
    - Python or Go
    - Strong PostgreSQL
    - 5 years of Kubernetes
    Nice to have:
    - Terraform""",
    LEXICON,
)
PROFILES = st.dictionaries(
    st.sampled_from(sorted(LEXICON.categories)), st.integers(0, 4), max_size=8
)


def states(skills, ad=AD):
    return {"/".join(gap.wish.skills): gap.state for gap in compare(skills, ad)}


def test_an_alternative_is_closed_by_one():
    assert states({"go": 2})["python/go"] == "have"
    assert states({"go": 1})["python/go"] == "short"
    assert states({})["python/go"] == "missing"


def test_the_level_comes_from_words_and_years():
    targets = {wish.skills[0]: wish.target for wish in wishes_of(AD)}
    assert targets == {"python": 2, "postgresql": 3, "kubernetes": 3, "terraform": 2}


def test_a_wish_has_the_years_that_the_ad_states():
    years = {wish.skills[0]: wish.years for wish in wishes_of(AD)}
    assert years == {"python": None, "postgresql": None, "kubernetes": 5, "terraform": None}


def test_a_gap_is_told_by_the_alternative_that_comes_nearest():
    gaps = compare({"python": 1, "go": 2, "terraform": 1}, AD)
    assert [(gap.skill, gap.have, gap.state) for gap in gaps] == [
        ("go", 2, "have"),
        ("postgresql", 0, "missing"),
        ("kubernetes", 0, "missing"),
        ("terraform", 1, "short"),
    ]


def test_what_is_denied_or_of_the_employer_is_no_wish():
    ad = read_ad("Requirements:\n- Java\n- No PHP\nAbout us\nWe run Kafka", LEXICON)
    assert [wish.skills for wish in wishes_of(ad)] == [("java",)]


def test_a_skill_that_is_also_asked_for_alone_is_no_alternative():
    ad = read_ad("Requirements:\n- Python or Go\n- Go", LEXICON)
    assert [wish.skills for wish in wishes_of(ad)] == [("python",), ("go",)]


def test_the_fit_counts_what_is_required():
    fit = fit_of(compare({"python": 3, "postgresql": 1, "terraform": 2}, AD))
    assert (fit.required, fit.required_met, fit.optional, fit.optional_met) == (3, 1, 1, 1)
    assert fit.share == pytest.approx(0.5)
    assert fit_of(()).share == 1.0


@pytest.mark.parametrize(
    ("text", "share"),
    [("Nice to have:\n- Java\n- Go", 0.5), ("We run Java and Go", 0.5), ("We sell flowers", 1)],
)
def test_the_fit_counts_the_next_best_where_nothing_is_required(text, share):
    fit = fit_of(compare({"java": 4}, read_ad(text, LEXICON)))
    assert (fit.required, fit.required_met, fit.share) == (0, 0, share)


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("We run Java, Go and Kafka.\nRequirements:\n- Python", 0.25),
        ("We run Java.\nRequirements:\n- Python", 0),
        ("We run Java, Go and Kafka.\nNice to have:\n- Python", 0.25),
    ],
)
def test_where_more_is_named_than_asked_for_all_of_it_counts(text, share):
    fit = fit_of(compare({"java": 4}, read_ad(text, LEXICON)))
    assert (fit.named_met, fit.share) == (1, share)


@cases
@given(ADS, PROFILES, st.sampled_from(sorted(LEXICON.categories)))
def test_a_further_skill_never_adds_a_gap(text, skills, skill):
    ad = read_ad(text, LEXICON)
    before = {gap.wish for gap in compare(skills, ad) if gap.state != "have"}
    after = {gap.wish for gap in compare({**skills, skill: 4}, ad) if gap.state != "have"}
    assert after <= before


@cases
@given(ADS, PROFILES)
def test_what_is_optional_never_comes_before_what_is_required(text, skills):
    order = [gap.wish.status for gap in compare(skills, read_ad(text, LEXICON))]
    assert order == sorted(order, key=["required", "optional", "mentioned"].index)


def test_the_steps_close_every_gap(catalogue):
    reached = {"python": 2}
    for step in steps_to_job(catalogue, reached, compare(reached, AD)):
        assert step.end > reached.get(step.id, 0)
        reached[step.id] = step.end
    assert all(gap.state == "have" for gap in compare(reached, AD))
    assert "go" not in reached


def test_skills_recur_across_ads():
    ads = [
        read_ad(f"Requirements:\n- {names}", LEXICON) for names in ("Java, SQL", "SQL", "Java, SQL")
    ]
    assert recurring(ads) == (("sql", (0, 1, 2)), ("java", (0, 2)))


def test_what_an_ad_names_counts_as_asked_for_where_it_asks_for_less_in_words():
    stack = read_ad("We run Java and Kafka. No PHP.", LEXICON)
    both = read_ad("We run Java.\nRequirements:\n- Kafka\n- Redis", LEXICON)
    assert recurring([stack, both]) == (("kafka", (0, 1)), ("java", (0,)), ("redis", (1,)))
    needs = open_needs(compare({"redis": 2}, ad) for ad in (stack, both))
    assert {skill: need.ads for skill, need in needs.items()} == {"java": 1, "kafka": 2}


def test_what_a_cv_leaves_out_is_asked_for_the_target_first(catalogue):
    asked = left_out(catalogue, {"python", "mentoring"}, "mid")
    levels = {m.skill: e.level for e in reversed(catalogue.expectations) for m in e.members}
    assert levels[asked[0]] == "mid"
    assert not {"python", "mentoring", "java"} & set(asked)
