from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.developer import Developer
from planner.domain.learning import presumed, taken_as_known
from planner.domain.moves import moves_towards, target_level
from planner.domain.next_skills import OBJECTIVES, rank_next_skills
from planner.domain.standing import assess_developer
from tests.domain.people import ENTRY, MID, SENIOR
from tests.domain.strategies import SKILLS, developers, fewer_cases

ANY_OBJECTIVE = st.sampled_from(OBJECTIVES)
EXCLUDED = st.frozensets(SKILLS, max_size=5)


def ranked(catalogue, developer, objective="next_level"):
    return rank_next_skills(catalogue, developer, assess_developer(catalogue, developer), objective)


def ids(suggestions):
    return [suggestion.step.id for suggestion in suggestions]


def test_who_has_everything_gets_no_suggestion(catalogue):
    everything = dict.fromkeys(catalogue.skills, 4)
    alice = Developer(12, everything, frozenset(catalogue.certifications))
    assert ranked(catalogue, alice) == ()


def test_a_django_developer_is_not_sent_to_spring(catalogue):
    found = ids(ranked(catalogue, Developer(1, ENTRY)))
    frameworks = {id_ for id_, skill in catalogue.skills.items() if skill.category == "framework"}
    assert frameworks.intersection(found) == {"django"}


def test_kubernetes_says_what_comes_first_and_what_it_opens(catalogue):
    found = ranked(catalogue, Developer(4, MID | {"docker": 0}))
    kubernetes = next(s for s in found if s.step.id == "kubernetes")
    assert "docker" in [step.id for step in kubernetes.first]
    assert "ckad" in kubernetes.unlocks
    assert [group.id for group in kubernetes.pays_in][:1] == ["kubernetes"]


def test_a_suggestion_names_what_it_serves_and_the_alternatives(catalogue):
    found = ranked(catalogue, Developer(1, ENTRY | {"linux": 2}))
    docker = next(s for s in found if s.step.id == "docker")
    assert [expectation.id for expectation in docker.serves] == ["mid/cloud"]
    assert "aws" in docker.alternatives


def test_hours_hold_what_comes_first(catalogue):
    for suggestion in ranked(catalogue, Developer(1, ENTRY)):
        parts = [step.hours.central for step in suggestion.steps]
        assert suggestion.hours.central == pytest.approx(sum(parts))


def test_certificates_are_offered_for_pay(catalogue):
    found = ranked(catalogue, Developer(4, MID | {"kubernetes": 2}), "earnings")
    assert "ckad" in ids(found)


def test_a_held_certificate_is_not_offered_nor_another_of_its_group(catalogue):
    alice = Developer(4, MID | {"kubernetes": 2}, frozenset({"cka"}))
    assert not {"ckad", "cka"}.intersection(ids(ranked(catalogue, alice)))


def test_a_target_of_ones_own_decides_what_serves(catalogue):
    found = ranked(catalogue, Developer(1, ENTRY, target="senior"))
    assert {e.level for s in found for e in s.serves} == {"mid", "senior"}


@fewer_cases
@given(developers(), ANY_OBJECTIVE)
def test_best_comes_first(catalogue, alice, objective):
    found = ranked(catalogue, alice, objective)
    rates = [
        (round(s.progress_per_hour, 12), round(s.gain_per_hour, 6))
        if objective == "next_level"
        else (round(s.gain_per_hour, 6), round(s.progress_per_hour, 12))
        for s in found
    ]
    assert rates == sorted(rates, reverse=True)


@fewer_cases
@given(developers())
def test_every_suggestion_is_worth_something(catalogue, alice):
    for suggestion in ranked(catalogue, alice):
        assert suggestion.progress > 0 or suggestion.serves or suggestion.gain.high > 0
        assert suggestion.step.start <= suggestion.step.end
        assert suggestion.gain.low <= suggestion.gain.central <= suggestion.gain.high


@fewer_cases
@given(developers())
def test_nothing_is_suggested_twice(catalogue, alice):
    found = ids(ranked(catalogue, alice))
    assert len(found) == len(set(found))


@fewer_cases
@given(developers(), ANY_OBJECTIVE)
def test_retired_certifications_are_never_suggested_nor_unlocked(catalogue, alice, objective):
    for suggestion in ranked(catalogue, alice, objective):
        for id_ in (suggestion.step.id, *suggestion.unlocks):
            certification = catalogue.certifications.get(id_)
            assert certification is None or not certification.is_retired


@fewer_cases
@given(developers(excluded=EXCLUDED), ANY_OBJECTIVE)
def test_nothing_excluded_is_suggested_nor_needed(catalogue, alice, objective):
    for suggestion in ranked(catalogue, alice, objective):
        assert alice.excluded.isdisjoint(step.id for step in suggestion.steps)
        if suggestion.step.kind == "skill":
            assert alice.excluded.isdisjoint(catalogue.ancestors[suggestion.step.id])


@fewer_cases
@given(developers())
def test_prerequisites_come_first_without_what_is_taken_as_known(catalogue, alice):
    known = taken_as_known(catalogue, alice.skills)
    for suggestion in ranked(catalogue, alice):
        have = dict(presumed(catalogue, alice.skills))
        for step in suggestion.steps:
            before = _prerequisites(catalogue, step)
            assert all(have.get(id_, 0) >= 1 for id_ in before)
            have[step.id] = step.end
        assert known.isdisjoint(step.id for step in suggestion.first if step.end == 1)


def _prerequisites(catalogue, step):
    if step.kind == "certification":
        return (catalogue.certifications[step.id].primary_skill,)
    return catalogue.skills[step.id].prerequisites


@fewer_cases
@given(developers(), ANY_OBJECTIVE)
def test_the_same_profile_gives_the_same_list(catalogue, alice, objective):
    shuffled = replace(alice, skills=dict(reversed(alice.skills.items())))
    assert ranked(catalogue, alice, objective) == ranked(catalogue, shuffled, objective)


@fewer_cases
@given(developers(excluded=EXCLUDED))
def test_of_any_of_only_one_is_offered(catalogue, alice):
    found = ranked(catalogue, alice)
    for expectation in catalogue.expectations:
        if expectation.rule == "any_of":
            assert sum(expectation in s.serves for s in found) <= 1
    for group in catalogue.pay_groups:
        if group.rule == "any_of":
            offered = {e.id for e in group.evidence()}.intersection(ids(found))
            assert len(offered) <= 1, group.id


@fewer_cases
@given(developers(), st.data())
def test_what_was_learnt_is_not_suggested_again(catalogue, alice, data):
    found = [s.step for s in ranked(catalogue, alice) if s.step.kind == "skill"]
    if not found:
        return
    step = data.draw(st.sampled_from(found))
    learnt = replace(alice, skills={**alice.skills, step.id: 4})
    assert step.id not in ids(ranked(catalogue, learnt))


@fewer_cases
@given(developers())
def test_moves_make_the_progress_that_they_say(catalogue, alice):
    standing = assess_developer(catalogue, alice)
    target = target_level(catalogue, alice, standing)
    for move in moves_towards(catalogue, alice, standing, target):
        assert move.progress >= 0
        assert move.after.skills[move.steps[-1].id] == move.steps[-1].end


@pytest.mark.parametrize(
    ("skills", "chosen", "target"),
    [
        ({}, None, "entry"),
        (ENTRY, None, "mid"),
        (MID, None, "senior"),
        (SENIOR, None, "senior"),
        (SENIOR, "mid", "mid"),
        ({}, "senior", "senior"),
    ],
)
def test_target(catalogue, skills, chosen, target):
    developer = Developer(1, skills, target=chosen)
    assert target_level(catalogue, developer, assess_developer(catalogue, developer)) == target
