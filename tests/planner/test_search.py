"""Finding a skill by what people call it."""

import pytest

from fixtures import build
from planner.search import find_skills


@pytest.fixture(scope="module")
def catalogue():
    """The shipped catalogue as a value: no database."""
    return build.catalogue()


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("k8s", "kubernetes"),
        ("postgres", "postgresql"),
        ("  PostgreSQL ", "postgresql"),
        ("JS", "javascript"),
        ("c#", "csharp"),
        ("c++", "cpp"),
        ("go", "go"),
        ("sql", "sql"),
        ("ｄｊａｎｇｏ", "django"),
        ("spring boo", "spring-boot"),
    ],
)
def test_any_name_finds_the_skill_first(catalogue, text, skill):
    found = find_skills(catalogue, text)
    assert found.skills[0] == skill
    assert not found.is_guess


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("djnago", "django"),
        ("kuberntes", "kubernetes"),
        ("postgers", "postgresql"),
        ("jaav", "java"),
    ],
)
def test_a_slip_of_the_finger_is_guessed(catalogue, text, skill):
    found = find_skills(catalogue, text)
    assert found.skills[0] == skill
    assert found.is_guess


@pytest.mark.parametrize("text", ["xyzzy", "qq", "", "٣", "\N{PILE OF POO}"])
def test_what_nobody_calls_a_skill_finds_nothing_near(catalogue, text):
    found = find_skills(catalogue, text)
    assert text == "" or found.skills == ()


def test_every_alias_finds_its_skill(catalogue):
    for skill in catalogue.skills.values():
        for name in (skill.name, *skill.aliases):
            assert skill.id in find_skills(catalogue, name).skills
