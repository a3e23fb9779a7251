import random
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.gaps import find_gaps
from planner.domain.mentoring.matrix import (
    ASSESSED,
    BY_GAP,
    BY_NAME,
    NOT_ASSESSED,
    OPEN,
    STATES,
    Confirmation,
    Person,
    build_matrix,
    expectation_columns,
    keep_columns,
    keep_people,
    skill_columns,
    sort_rows,
)
from planner.domain.standing import assess
from tests.domain.strategies import CATALOGUE, PROFICIENCIES, SKILLS, cases, skill_levels

EXPECTATIONS = expectation_columns(CATALOGUE.expectations)
SKILL_COLUMNS = skill_columns(CATALOGUE, CATALOGUE.expectations)
COLUMNS = [*EXPECTATIONS, *SKILL_COLUMNS]

CONFIRMATIONS = st.builds(Confirmation, st.sampled_from(["Bob", "Dana"]), PROFICIENCIES)
people = st.lists(
    st.builds(
        Person,
        key=st.integers(1, 999),
        name=st.sampled_from(["Alice", "Bob", "bob", "Dana", "Émile"]),
        skills=skill_levels(),
        confirmed=st.dictionaries(SKILLS, CONFIRMATIONS, max_size=8),
        is_shared=st.booleans(),
    ),
    max_size=6,
    unique_by=lambda person: person.key,
)
columns = st.lists(st.sampled_from(COLUMNS), max_size=6, unique=True)
state_sets = st.sampled_from([ASSESSED, OPEN, NOT_ASSESSED, frozenset()])


def column(id_):
    return next(c for c in COLUMNS if c.id == id_)


def alice(skills=None, key=1, name="Alice", **confirmed):
    by_bob = {id_: Confirmation("Bob", level) for id_, level in confirmed.items()}
    return Person(key, name, skills or {}, by_bob)


def cell_of(id_, person):
    return build_matrix(CATALOGUE, [column(id_)], [person]).rows[0].cells[0]


@pytest.mark.parametrize(
    ("id_", "skills", "state", "gap"),
    [
        ("python", {}, "not_assessed", None),
        ("python", {"java": 3}, "not_assessed", None),
        ("python", {"python": 0}, "missing", 2),
        ("python", {"python": 1}, "short", 1),
        ("python", {"python": 2}, "met", 0),
        ("python", {"python": 4}, "met", 0),
        ("entry/back-end-language", {}, "not_assessed", None),
        ("entry/back-end-language", {"java": 0}, "missing", 1),
        ("entry/back-end-language", {"java": 0, "go": 2}, "met", 0),
        ("mid/ownership", {"service-design": 2}, "short", 0.5),
        ("mid/ownership", {"service-design": 0}, "missing", 1),
        ("mid/ownership", {"service-design": 2, "module-ownership": 3}, "met", 0),
    ],
)
def test_state_and_gap(id_, skills, state, gap):
    cell = cell_of(id_, alice(skills))
    assert (cell.state, cell.gap) == (state, pytest.approx(gap))
    assert cell.is_open is (state in {"short", "missing"})


def test_a_skill_says_its_level_and_target_and_an_expectation_neither():
    assert (cell_of("python", alice({"python": 1})).level, column("python").target) == (1, 2)
    assert cell_of("python", alice()).target == 2
    cell = cell_of("entry/back-end-language", alice({"python": 1}))
    assert (cell.level, cell.target) == (None, None)


@cases
@given(skill_levels(), st.booleans())
def test_expectations_are_in_the_state_that_their_owner_sees(skills, is_shared):
    person = Person(1, "Alice", skills, is_shared=is_shared)
    row = build_matrix(CATALOGUE, EXPECTATIONS, [person]).rows[0]
    for gap, cell in zip(
        find_gaps(CATALOGUE, assess(CATALOGUE, skills, frozenset())), row.cells, strict=True
    ):
        is_assessed = any(member.have is not None for member in gap.members)
        seen = gap.status if is_assessed else "not_assessed"
        assert cell.state == (seen if is_shared else "not_shared")


@cases
@given(people, columns)
def test_nothing_of_those_who_do_not_share_gets_in(cohort, shown):
    matrix = build_matrix(CATALOGUE, shown, cohort)
    emptied = [p if p.is_shared else Person(p.key, p.name, is_shared=False) for p in cohort]
    blank = build_matrix(CATALOGUE, shown, emptied)
    assert [(r.cells, r.gap, r.unassessed) for r in matrix.rows] == [
        (r.cells, r.gap, r.unassessed) for r in blank.rows
    ]
    assert all(r.gap == r.unassessed == 0 for r in matrix.rows if not r.person.is_shared)
    assert all(t.is_shared for total in matrix.totals for t in total.teachers)


@pytest.mark.parametrize(
    ("id_", "skills", "confirmed", "by", "is_confirmed"),
    [
        ("python", {"python": 3}, {}, (), False),
        ("python", {"python": 3}, {"python": 2}, ("Bob",), True),
        ("python", {"python": 3}, {"python": 1}, ("Bob",), False),
        ("python", {"python": 1}, {"python": 2}, ("Bob",), False),
        ("python", {}, {"python": 2}, (), False),
        ("entry/back-end-language", {"python": 3, "go": 1}, {"go": 1}, (), False),
        ("entry/back-end-language", {"python": 3, "go": 1}, {"python": 2}, ("Bob",), True),
        ("mid/ownership", {"service-design": 2}, {"service-design": 2}, ("Bob",), False),
    ],
)
def test_who_confirmed_what_decides_the_state(id_, skills, confirmed, by, is_confirmed):
    cell = cell_of(id_, alice(skills, **confirmed))
    assert (cell.confirmed_by, cell.is_confirmed) == (by, is_confirmed)


def test_everybody_who_confirmed_a_part_is_named_once():
    skills = {"service-design": 2, "module-ownership": 2, "python": 2}
    by = {s: Confirmation("Dana" if s == "python" else "Bob", 2) for s in skills}
    cell = cell_of("mid/ownership", Person(1, "Alice", skills, by))
    assert (cell.confirmed_by, cell.is_confirmed) == (("Bob",), True)


def test_who_could_teach_confirmed_first_then_the_highest_then_by_name():
    cohort = [
        alice({"python": 4}, key=1, name="Zoe"),
        alice({"python": 1}, key=2, name="Yan"),
        alice({"python": 2}, key=3, name="dana", python=2),
        alice({"python": 2}, key=4, name="Carol"),
        alice({"python": 2}, key=5, name="alice"),
    ]
    total = build_matrix(CATALOGUE, [column("python")], cohort).totals[0]
    assert [person.name for person in total.teachers] == ["dana", "Zoe", "alice", "Carol"]


@cases
@given(people, columns)
def test_totals_count_everybody_once(cohort, shown):
    for total in build_matrix(CATALOGUE, shown, cohort).totals:
        assert list(total.counts) == list(STATES)
        assert sum(total.counts.values()) == len(cohort)
        assert len(total.teachers) == total.counts["met"]


def test_skill_columns_ask_for_the_highest_target_once():
    skills = [c.id for c in SKILL_COLUMNS]
    assert len(skills) == len(set(skills))
    assert column("mentoring").target == 3  # 2 of mid, 3 of senior
    assert column("mentoring").label == CATALOGUE.skills["mentoring"].name


@cases
@given(st.lists(st.sampled_from(CATALOGUE.expectations), unique=True))
def test_skill_columns_share_out_the_weight_of_the_expectations(asked):
    found = skill_columns(CATALOGUE, asked)
    assert {c.id for c in found} == {m.skill for e in asked for m in e.members}
    assert sum(c.weight for c in found) == pytest.approx(sum(e.weight for e in asked))


def names(matrix):
    return [row.person.name for row in matrix.rows]


def sorted_names(by):
    cohort = [
        alice({"git": 2, "rest": 0}, key=1, name="behind"),
        alice({"git": 2, "rest": 2}, key=2, name="Able"),
        alice({"git": 1, "rest": 2}, key=3, name="close"),
        Person(4, "aloof", {"git": 0}, is_shared=False),
        alice({"git": 2}, key=5, name="Brief"),
        alice({"git": 2, "rest": 1}, key=6, name="half"),
    ]
    return names(sort_rows(build_matrix(CATALOGUE, [column("git"), column("rest")], cohort), by))


def test_sorting_by_largest_gap_puts_the_unknown_before_the_met():
    assert sorted_names(BY_GAP) == ["behind", "close", "half", "Brief", "Able", "aloof"]


def test_sorting_by_name_ignores_case():
    assert sorted_names(BY_NAME) == ["Able", "aloof", "behind", "Brief", "close", "half"]


def test_sorting_by_a_column():
    assert sorted_names("rest") == ["behind", "half", "Brief", "Able", "close", "aloof"]


def test_sorting_by_an_unknown_column_is_an_error():
    with pytest.raises(ValueError, match="rust"):
        sort_rows(build_matrix(CATALOGUE, [column("git")], []), "rust")


def test_a_small_gap_that_weighs_more_comes_first():
    cohort = [
        alice({"communication": 0, "query-optimization": 2}, key=1, name="communication"),
        alice({"communication": 2, "query-optimization": 1}, key=2, name="queries"),
    ]
    shown = [column("communication"), column("query-optimization")]
    found = sort_rows(build_matrix(CATALOGUE, shown, cohort))
    assert names(found) == ["queries", "communication"]
    assert [row.gap for row in found.rows] == [pytest.approx(1 / 1), pytest.approx(2 / 3)]


def test_who_assessed_nothing_may_be_hidden():
    cohort = [alice({"git": 0}, key=1, name="none"), alice({"git": 2}, key=2, name="met"),
              alice({"rest": 2}, key=3, name="other"), alice(key=4, name="blank")]  # fmt: skip
    matrix = build_matrix(CATALOGUE, [column("git"), column("rust")], cohort)
    assert names(keep_people(matrix, ASSESSED)) == ["none", "met"]
    assert names(keep_people(matrix, OPEN)) == ["none"]
    assert [c.id for c in keep_columns(matrix, ASSESSED).columns] == ["git"]
    assert names(keep_people(matrix, NOT_ASSESSED)) == ["none", "met", "other", "blank"]


@cases
@given(people, columns, st.data())
def test_sorting_keeps_everybody_and_is_the_same_from_any_order(cohort, shown, data):
    by = data.draw(st.sampled_from([BY_GAP, BY_NAME, *(c.id for c in shown)]))
    shuffled = data.draw(st.permutations(cohort))
    once = sort_rows(build_matrix(CATALOGUE, shown, cohort), by)
    assert once.rows == sort_rows(build_matrix(CATALOGUE, shown, shuffled), by).rows
    assert {row.person.key for row in once.rows} == {person.key for person in cohort}


@cases
@given(people, columns, state_sets)
def test_filters_keep_exactly_what_has_such_a_cell(cohort, shown, states):
    matrix = build_matrix(CATALOGUE, shown, cohort)
    found = keep_columns(keep_people(matrix, states), states)
    seen = {
        (row.person.key, c.id)
        for row in matrix.rows
        for c, cell in zip(matrix.columns, row.cells, strict=True)
        if cell.state in states
    }
    assert {row.person.key for row in found.rows} == {key for key, _ in seen}
    assert {c.id for c in found.columns} == {id_ for _, id_ in seen}
    assert keep_columns(keep_people(found, states), states) == found


@cases
@given(people, columns, state_sets)
def test_filters_leave_the_totals_of_the_cohort(cohort, shown, states):
    matrix = build_matrix(CATALOGUE, shown, cohort)
    found = keep_columns(keep_people(matrix, states), states)
    before = dict(zip(matrix.columns, matrix.totals, strict=True))
    assert all(before[c] == t for c, t in zip(found.columns, found.totals, strict=True))
    assert all(len(row.cells) == len(found.columns) for row in found.rows)


def test_two_hundred_people_and_thirty_columns_are_quick():
    chance = random.Random(4)
    by_bob = Confirmation("Bob", 2)
    cohort = [
        alice({s: chance.randrange(5) for s in CATALOGUE.skills}, key=n, name=f"Alice {n}")
        for n in range(200)
    ]
    cohort = [
        Person(p.key, p.name, p.skills, dict.fromkeys(list(p.skills)[::3], by_bob)) for p in cohort
    ]
    start = perf_counter()
    sort_rows(build_matrix(CATALOGUE, [*EXPECTATIONS, *SKILL_COLUMNS[:15]], cohort))
    assert perf_counter() - start < 0.3  # about 0.02 on a quiet machine
