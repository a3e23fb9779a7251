import pytest
from hypothesis import given

from planner.domain.learning import (
    hours_between,
    months_of_study,
    months_to_finish,
    presumed,
    skill_step,
    steps_to_certification,
    steps_to_skill,
    taken_as_known,
)
from planner.domain.ranges import Range
from tests.domain.strategies import CERTIFICATIONS, SKILLS, cases, skill_levels


@pytest.mark.parametrize(
    ("start", "end", "share"),
    [(0, 1, 0.25), (0, 2, 1), (1, 2, 0.75), (2, 3, 1), (0, 3, 2), (0, 4, 4), (2, 2, 0)],
)
def test_hours_are_shares_of_those_to_working(catalogue, start, end, share):
    found = hours_between(catalogue, "kubernetes", start, end)
    assert found == catalogue.skills["kubernetes"].hours * share


def test_what_comes_before_a_held_skill_is_taken_as_known(catalogue):
    assert {"docker", "linux", "operating-systems"} <= taken_as_known(catalogue, {"kubernetes": 2})


def test_what_is_assessed_is_not_taken_as_known(catalogue):
    assert "docker" not in taken_as_known(catalogue, {"kubernetes": 2, "docker": 0})


def test_none_of_a_skill_says_nothing_of_what_comes_before_it(catalogue):
    assert taken_as_known(catalogue, {"kubernetes": 0}) == frozenset()


def test_missing_prerequisites_come_first(catalogue):
    steps = steps_to_skill(catalogue, {"programming-fundamentals": 2}, "docker", 2)
    assert [step.id for step in steps] == ["operating-systems", "linux", "docker"]
    assert [step.end for step in steps] == [1, 1, 2]


def test_known_prerequisites_are_left_out(catalogue):
    steps = steps_to_skill(catalogue, presumed(catalogue, {"linux": 1}), "docker", 2)
    assert [(step.id, step.start, step.end) for step in steps] == [("docker", 0, 2)]


def test_practice_belongs_to_the_step_that_reaches_working(catalogue):
    (to_working,) = steps_to_skill(catalogue, presumed(catalogue, {"mentoring": 1}), "mentoring", 2)
    (beyond,) = steps_to_skill(catalogue, presumed(catalogue, {"mentoring": 2}), "mentoring", 3)
    assert to_working.practice_months == catalogue.skills["mentoring"].practice_months > 0
    assert beyond.practice_months == 0


def test_a_certificate_needs_its_skill_at_working(catalogue):
    start = presumed(catalogue, {"kubernetes": 1})
    steps = steps_to_certification(catalogue, start, "ckad")
    assert [(step.id, step.end) for step in steps] == [("kubernetes", 2), ("ckad", 1)]
    assert steps[-1].hours == catalogue.certifications["ckad"].hours


def test_only_the_exam_is_left_for_who_has_the_skill(catalogue):
    steps = steps_to_certification(catalogue, presumed(catalogue, {"kubernetes": 2}), "ckad")
    assert [step.kind for step in steps] == ["certification"]


def test_months_of_study():
    assert months_of_study(26, 6) == pytest.approx(26 / 6 / (365.25 / 84))


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (Range(1, 2, 3) + Range(10, 20, 30), Range(11, 22, 33)),
        (Range(1, 2, 3) * 2, Range(2, 4, 6)),
    ],
)
def test_ranges_add_and_scale(found, expected):
    assert found == expected


@cases
@given(skill_levels(), SKILLS)
def test_each_step_starts_with_its_prerequisites_known(catalogue, skills, goal):
    known = dict(presumed(catalogue, skills))
    for step in steps_to_skill(catalogue, known, goal, max(1, known.get(goal, 0))):
        assert all(known.get(id_, 0) >= 1 for id_ in catalogue.skills[step.id].prerequisites)
        assert step.start == known.get(step.id, 0)
        known[step.id] = step.end


@cases
@given(skill_levels(), CERTIFICATIONS)
def test_the_exam_comes_last(catalogue, skills, goal):
    *first, exam = steps_to_certification(catalogue, presumed(catalogue, skills), goal)
    assert (exam.kind, exam.id) == ("certification", goal)
    assert all(step.kind == "skill" and step.start < step.end for step in first)


@cases
@given(skill_levels())
def test_presuming_changes_nothing_that_is_stated(catalogue, skills):
    known = presumed(catalogue, skills)
    assert skills.items() <= known.items()
    assert presumed(catalogue, known) == known


def test_a_way_takes_its_study_or_its_longest_practice(catalogue):
    study = skill_step(catalogue, {}, "docker", 2)
    practice = skill_step(catalogue, {}, "strategic-planning", 2)
    assert months_to_finish([study], 6) == months_of_study(study.hours.central, 6)
    assert months_to_finish([study, practice], 6) == practice.practice_months == 12
    assert months_to_finish([study, practice], 0.5) > 12
    assert months_to_finish([], 6) == 0
