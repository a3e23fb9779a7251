from dataclasses import replace

import pytest

from planner.domain.assumptions import Assumption
from planner.domain.catalogue import Catalogue, Evidence, Member, Place
from planner.domain.checks import Fault, find_faults
from planner.domain.ranges import Range


def with_skill(catalogue: Catalogue, id_: str, **changes) -> Catalogue:
    return replace(
        catalogue, skills={**catalogue.skills, id_: replace(catalogue.skills[id_], **changes)}
    )


def with_certification(catalogue: Catalogue, id_: str, **changes) -> Catalogue:
    changed = replace(catalogue.certifications[id_], **changes)
    return replace(catalogue, certifications={**catalogue.certifications, id_: changed})


def with_assumption(catalogue: Catalogue, key: str, value: str) -> Catalogue:
    changed = replace(catalogue.assumptions[key], value=value)
    return replace(catalogue, assumptions={**catalogue.assumptions, key: changed})


def with_level(catalogue: Catalogue, n: int, **changes) -> Catalogue:
    levels = list(catalogue.levels)
    levels[n] = replace(levels[n], **changes)
    return replace(catalogue, levels=tuple(levels))


def with_expectation(catalogue: Catalogue, **changes) -> Catalogue:
    first, *others = catalogue.expectations
    return replace(catalogue, expectations=(replace(first, **changes), *others))


def with_pay_group(catalogue: Catalogue, id_: str, **changes) -> Catalogue:
    groups = (replace(g, **changes) if g.id == id_ else g for g in catalogue.pay_groups)
    return replace(catalogue, pay_groups=tuple(groups))


def faults_of(catalogue: Catalogue) -> str:
    """One fault on a line, as the command prints them."""
    return "\n".join(map(str, find_faults(catalogue)))


def test_the_shipped_catalogue_is_sound(catalogue):
    assert find_faults(catalogue) == []


def test_a_fault_reads_as_one_line():
    assert str(Fault("skill python", "has no hours")) == "skill python: has no hours"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"aliases": ("python3",)}, "alias 'python3': belongs to java, python"),
        ({"aliases": ("PYTHON",)}, "alias 'python': belongs to java, python"),
        ({"implied_aliases": ("asyncio",)}, "'asyncio': belongs to java, python"),
        ({"aliases": ("jre", "jre")}, "skill java: has the alias 'jre' 2 times"),
        ({"aliases": (" ",)}, "skill java: has a blank alias"),
        ({"name": "Python"}, "skill name python: is there 2 times"),
        ({"id": "jaba"}, "java: is filed under another id than its own, jaba"),
        ({"prerequisites": ("latin",)}, "skill java: refers to the skill 'latin'"),
        ({"first_expected_at": "guru"}, "skill java: refers to the level 'guru'"),
        ({"sources": ()}, "skill java: names no source for its figures"),
        ({"sources": ("L99.9",)}, "skill java: refers to the source 'L99.9'"),
        ({"hours": Range(9, 5, 7)}, "skill java, hours: 9 ≤ 5 ≤ 7 does not hold"),
        ({"hours": Range(-1, 5, 7)}, "skill java, hours: -1 ≤ 5 ≤ 7 does not hold"),
        ({"hours": Range(1, 5, float("nan"))}, "1 ≤ 5 ≤ nan does not hold"),
        ({"hours": Range(1, 5, 1e308)}, "1 ≤ 5 ≤ 1e+308 does not hold"),
    ],
)
def test_faults_of_a_skill(catalogue, changes, expected):
    assert expected in faults_of(with_skill(catalogue, "java", **changes))


def test_ambiguous_words_may_belong_to_several_skills(catalogue):
    assert faults_of(with_skill(catalogue, "java", ambiguous_aliases=("Go",))) == ""


def test_a_circle_of_prerequisites_is_told_with_its_path(catalogue):
    circle = with_skill(catalogue, "programming-fundamentals", prerequisites=("python",))
    assert faults_of(circle) == (
        "prerequisites: go in a circle: python → programming-fundamentals → python"
    )


def test_an_id_is_a_skill_or_a_certification(catalogue):
    certification = replace(catalogue.certifications["ckad"], id="kubernetes")
    certifications = {**catalogue.certifications, "kubernetes": certification}
    both = replace(catalogue, certifications=certifications)
    assert "skill or certification kubernetes: is there 2 times" in faults_of(both)


@pytest.mark.parametrize(
    ("id_", "expected"),
    [("a/b", "has more than letters, digits"), ("add", "is the address of another page")],
)
def test_an_id_makes_an_address(catalogue, id_, expected):
    skill = replace(catalogue.skills["java"], id=id_, name="Another", aliases=())
    assert expected in faults_of(replace(catalogue, skills={**catalogue.skills, id_: skill}))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"primary_skill": "latin"}, "refers to the skill 'latin'"),
        ({"evidences": ("docker",)}, "does not evidence its primary skill kubernetes"),
        ({"hours": Range(3, 2, 1)}, "3 ≤ 2 ≤ 1 does not hold"),
        ({"status": "asleep"}, "has the status 'asleep'"),
        ({"cost_note": ""}, "does not say where its cost comes from, or why it has none"),
        ({"validity_note": ""}, "does not say where its validity comes from, or why it has none"),
        ({"exam_cost_usd": float("inf")}, "has the cost inf"),
        ({"sources": ("nowhere",)}, "refers to the source 'nowhere'"),
        ({"sources": ()}, "names no source for its figures"),
    ],
)
def test_faults_of_a_certification(catalogue, changes, expected):
    assert expected in faults_of(with_certification(catalogue, "ckad", **changes))


def test_a_pay_group_of_retired_certifications_only(catalogue):
    for id_ in ("ckad", "cka"):
        catalogue = with_certification(catalogue, id_, status="retired")
    assert faults_of(catalogue) == "pay group cert-kubernetes: counts retired certifications only"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"pay_high": 74_000}, "level entry: has a pay band that does not rise"),
        ({"pay_high": 96_000}, "level mid: begins before entry ends"),
        ({"years_to": 4}, "level mid: begins before entry ends"),
        ({"years_to": 0}, "level entry: ends before it starts"),
        ({"years_to": None}, "level entry: only the last level is open, and it always is"),
        ({"order": 2}, "level entry: has the order 2 and is number 1"),
        ({"pay_sources": ()}, "level entry, pay: names no source for its figures"),
    ],
)
def test_faults_of_a_level(catalogue, changes, expected):
    assert expected in faults_of(with_level(catalogue, 0, **changes))


def test_the_levels_are_three_in_order(catalogue):
    reordered = replace(catalogue, levels=catalogue.levels[::-1])
    assert "levels: are not entry, mid, senior in this order" in faults_of(reordered)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"rule": "most_of"}, "has the rule 'most_of'"),
        ({"weight": 0}, "has a weight that is not above 0"),
        ({"weight": float("nan")}, "has a weight that is not above 0"),
        ({"members": ()}, "has no members"),
        ({"members": (Member("python", 2), Member("python", 3))}, "has python 2 times"),
        ({"members": (Member("python", 5),)}, "asks for python at 5, not at 1 to 4"),
        ({"members": (Member("python", 0),)}, "asks for python at 0, not at 1 to 4"),
        ({"members": (Member("latin", 2),)}, "refers to the skill 'latin'"),
        ({"sources": ()}, "names no source for its figures"),
    ],
)
def test_faults_of_an_expectation(catalogue, changes, expected):
    fault = f"expectation entry/back-end-language: {expected}"
    assert fault in faults_of(with_expectation(catalogue, **changes))


def test_an_expectation_is_there_once(catalogue):
    twice = replace(catalogue, expectations=(*catalogue.expectations, catalogue.expectations[0]))
    assert faults_of(twice) == "expectation entry/back-end-language: is there 2 times"


def test_every_level_expects_something(catalogue):
    others = tuple(e for e in catalogue.expectations if e.level != "mid")
    assert faults_of(replace(catalogue, expectations=others)) == "level mid: expects nothing"


def test_every_level_has_points_to_earn(catalogue):
    bare = replace(catalogue, pay_groups=())
    assert "level senior: has no pay group with points" in faults_of(bare)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"rule": "some"}, "has the rule 'some'"),
        ({"members": ()}, "has no members, or a member without alternatives"),
        ({"members": ((),)}, "has no members, or a member without alternatives"),
        ({"members": ((Evidence("skill", "latin"),),)}, "refers to the skill 'latin'"),
        ({"members": ((Evidence("certification", "go"),),)}, "refers to the certification 'go'"),
        ({"members": ((Evidence("skill", "go", 1.5),),)}, "counts go with 1.5, not 0 to 1"),
        ({"levels": ("guru",)}, "refers to the level 'guru'"),
        ({"sources": ("",)}, "names no source for its figures"),
    ],
)
def test_faults_of_a_pay_group(catalogue, changes, expected):
    fault = f"pay group kubernetes: {expected}"
    assert fault in faults_of(with_pay_group(catalogue, "kubernetes", **changes))


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("concavity", "two", "assumptions: are not all numbers: "),
        ("concavity", "0.5", "assumption concavity: 0.5 is not 1.0 to 3.0"),
        ("concavity", "0.5", "assumption concavity: 0.5 is not 1 to 10"),
        ("gate_strength", "1.5", "assumption gate_strength: 1.5 is not 0 to 1"),
        ("gate_strength", "nan", "assumption gate_strength: nan is not 0 to 1"),
        ("tenure_share_mid", "2", "assumption tenure_share_mid: 2.0 is not 0 to 1"),
        ("prof_2_working", "0.2", "assumptions prof_1 to prof_4: do not rise to 1"),
        ("prof_4_expert", "0.9", "assumptions prof_1 to prof_4: do not rise to 1"),
        ("hours_share_expert", "1.5", "assumptions hours_share: do not rise with proficiency"),
        ("market_spread_50", "0.6-1.22", "assumptions market_spread: do not lie around 1"),
        ("pace_high", "much", "assumptions: are not all numbers: "),
        ("pace_low", "1.5", "assumption pace_low: 1.5 is not 0.1 to 1"),
        ("least_share_left", "0", "assumption least_share_left: 0.0 is not 0.01 to 1"),
    ],
)
def test_faults_of_an_assumption(catalogue, key, value, expected):
    assert expected in faults_of(with_assumption(catalogue, key, value))


def test_an_assumption_that_is_missing(catalogue):
    others = {k: v for k, v in catalogue.assumptions.items() if k != "concavity"}
    assert faults_of(replace(catalogue, assumptions=others)) == "assumption concavity: is missing"


def test_an_assumption_without_a_source(catalogue):
    new = Assumption("luck", "1", None, None, "share of luck", "a guess")
    lucky = replace(catalogue, assumptions={**catalogue.assumptions, "luck": new})
    assert "assumption luck: refers to the source 'assumption:luck'" in faults_of(lucky)


def test_a_place_with_an_impossible_ratio(catalogue):
    place = Place("9", "Atlantis", "metro", 0.0, None, None, None, "nowhere")
    faults = faults_of(replace(catalogue, places={"9": place}))
    assert "place 9: refers to the source 'nowhere'" in faults
    assert "Atlantis (9): has the ratio 0.0" in faults
