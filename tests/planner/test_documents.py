"""Profile documents: everything that is accepted, and everything that is refused by name."""

from datetime import date

import pytest

from fixtures import build
from planner.documents import (
    Learning,
    PlanRequest,
    ProfileError,
    read_profile,
    work_out,
    write_plan,
)
from planner.documents.kept import Person, write_profile
from planner.domain.developer import Developer
from tests.domain.people import ENTRY, MID

TODAY = date(2026, 11, 24)
CATALOGUE = build.catalogue()
FULL = {
    "years": 4.0,
    "skills": {"python": 3, "docker": 2, "rust": 0},
    "certifications": ["ckad", {"id": "aws-dva", "earned_on": "2025-02-01"}],
    "location": "Denver-Aurora-Centennial, CO",
    "remote": True,
    "industry": "Software Publishers",
    "current_pay": 98000,
    "hours_per_week": 2.5,
    "target": "senior",
    "objective": "earnings",
    "horizon_months": 24,
    "exclude": ["rust", "cka"],
    "learn": {"skills": {"aws": 2}, "certifications": ["ckad"], "months": 9},
    "studied": {"kubernetes": 12, "aws": 3.5},
    "pace": 1.2,
}


def read(document):
    return read_profile(document, CATALOGUE, TODAY)


def refused(document):
    with pytest.raises(ProfileError) as caught:
        read(document)
    return caught.value


def test_years_alone_are_enough():
    assert read({"years": 4}) == (Developer(4.0), PlanRequest("next_level", 36.0, None))


def test_everything_that_a_profile_may_say():
    developer, request = read(FULL)
    assert developer == Developer(
        years=4.0,
        skills={"python": 3, "docker": 2, "rust": 0},
        certifications=frozenset({"ckad", "aws-dva"}),
        location_ratio=CATALOGUE.places["0019740"].ratio,
        is_remote=True,
        industry_ratio=CATALOGUE.industries["513200"].ratio,
        current_pay=98_000.0,
        target="senior",
        hours_per_week=2.5,
        excluded=frozenset({"rust", "cka"}),
        studied=(("aws", 3.5), ("kubernetes", 12.0)),
        pace=1.2,
    )
    assert request == PlanRequest("earnings", 24.0, Learning({"aws": 2}, frozenset({"ckad"}), 9.0))


def test_a_key_with_null_is_as_good_as_none():
    assert read(dict.fromkeys(FULL) | {"years": 4}) == read({"years": 4})


def test_ratios_may_stand_for_names():
    developer, _ = read({"years": 4, "location_ratio": 1.012, "industry_ratio": 1.21})
    assert (developer.location_ratio, developer.industry_ratio) == (1.012, 1.21)


def test_places_are_known_by_id_too():
    by_name = read({"years": 4, "location": "Denver-Aurora-Centennial, CO"})
    assert read({"years": 4, "location": "0019740"}) == by_name


def test_a_place_without_a_figure_counts_as_the_nation():
    assert read({"years": 4, "location": "Alaska"})[0].location_ratio == 1.0


@pytest.mark.parametrize(
    ("expires_on", "counts"), [("2026-11-23", False), ("2026-11-24", True), (None, True)]
)
def test_an_expired_certificate_counts_nothing(expires_on, counts):
    held = {"id": "ckad", "earned_on": "2020-01-01", "expires_on": expires_on}
    developer, _ = read({"years": 4, "certifications": [held]})
    assert ("ckad" in developer.certifications) is counts


@pytest.mark.parametrize("years", [0, 0.5, 60, 60.0])
def test_years_up_to_60(years):
    assert read({"years": years})[0].years == years


@pytest.mark.parametrize(
    ("document", "field"),
    [
        ([], "profile"),
        ("python", "profile"),
        ({}, "years"),
        ({"years": None}, "years"),
        ({"yeras": 4}, "yeras"),
    ],
)
def test_what_is_no_profile_is_refused(document, field):
    assert refused(document).field == field


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *(("years", value) for value in (-1, 60.01, 300, "4", True, [4], 10**4000)),
        *(("years", float(value)) for value in ("nan", "inf", "-inf")),
        *(("skills", value) for value in ([], "python", 3)),
        *(("certifications", value) for value in ("ckad", {"ckad": 1}, ["k8s"], [3], [None])),
        *(("location", value) for value in ("Denver", 19740, ["Denver"], "")),
        *(("location_ratio", value) for value in (0, -1, 11, "1.2", True)),
        *(("industry", value) for value in ("Software", 5, {})),
        *(("industry_ratio", value) for value in (0, float("nan"))),
        *(("remote", value) for value in ("yes", 1, 0)),
        *(("current_pay", value) for value in (0, -1, 10_000_001, float("inf"), "98,000")),
        *(("hours_per_week", value) for value in (0, -6, 80.5, float("nan"), "6")),
        *(("target", value) for value in ("boss", "pre-entry", 3, [])),
        *(("objective", value) for value in ("money", 1, {})),
        *(("horizon_months", value) for value in (0, 601, float("inf"), "36")),
        *(("exclude", value) for value in ("rust", ["rrust"], [1], {"rust": 1})),
        *(("learn", value) for value in ([], "aws", 2)),
        *(("studied", value) for value in ([], "aws", 2, ["aws"])),
        *(("pace", value) for value in (0, 0.09, 10.1, "1", float("nan"))),
    ],
)
def test_wrong_values_are_refused_by_the_name_of_their_field(field, value):
    assert refused({"years": 4, field: value}).field == field


@pytest.mark.parametrize("level", [-1, 5, 2.0, True, "2", None, [2]])
def test_proficiency_is_a_whole_number_from_0_to_4(level):
    error = refused({"years": 4, "skills": {"python": level}})
    assert (error.field, "whole number from 0 to 4" in error.message) == ("skills.python", True)


@pytest.mark.parametrize(
    ("document", "field", "meant"),
    [
        ({"skils": {}}, "skils", "skills"),
        ({"skills": {"pyton": 2}}, "skills.pyton", "python"),
        ({"certifications": ["aws-dv"]}, "certifications", "aws-dva"),
        ({"location": "denver"}, "location", "Denver-Aurora-Centennial, CO"),
        ({"learn": {"skill": {}}}, "learn.skill", "skills"),
        ({"learn": {"skills": {"kubernets": 2}}}, "learn.skills.kubernets", "kubernetes"),
    ],
)
def test_a_slip_is_told_what_was_meant(document, field, meant):
    error = refused({"years": 4} | document)
    assert (error.field, f"did you mean '{meant}'?" in error.message) == (field, True)


@pytest.mark.parametrize(
    ("held", "field"),
    [
        ({"id": "ckad", "earned_on": "2026-11-25"}, "earned_on"),
        ({"id": "ckad", "earned_on": "yesterday"}, "earned_on"),
        ({"id": "ckad", "earned_on": 20250101}, "earned_on"),
        ({"id": "ckad", "earned_on": "2025-02-01", "expires_on": "2025-01-01"}, "expires_on"),
        ({"id": "ckad", "expires_on": "2025-02-30"}, "expires_on"),
        ({"earned_on": "2025-02-01"}, "id"),
        ({"id": "nope"}, "id"),
        ({"id": "ckad", "expires": "2028-02-01"}, "expires"),
    ],
)
def test_wrong_certificates_are_refused(held, field):
    assert (
        refused({"years": 4, "certifications": ["cka", held]}).field == f"certifications[1].{field}"
    )


@pytest.mark.parametrize("field", ["location", "industry"])
def test_a_name_and_a_ratio_at_once_are_refused(field):
    assert refused({**FULL, f"{field}_ratio": 1.1}).field == field


@pytest.mark.parametrize("months", [-1, 601, "9", float("nan")])
def test_months_of_learning(months):
    assert refused({"years": 4, "learn": {"months": months}}).field == "learn.months"


@pytest.mark.parametrize("name", ["\x00", "\ud800", "a\nb", "x" * 10_000, "\u202e"])
def test_a_message_is_one_short_line_that_can_be_printed(name):
    error = refused({"years": 4, "skills": {name: 2}})
    assert len(str(error)) < 200
    assert str(error).isprintable()


# --- The plan -------------------------------------------------------------------------------------


def plan_of(**profile):
    developer, request = read({"years": 1, "skills": ENTRY} | profile)
    return write_plan(CATALOGUE, work_out(CATALOGUE, developer, request, TODAY))


def test_next_says_what_comes_first_and_why():
    docker = next(step for step in plan_of()["next"] if step["id"] == "docker")
    assert [(step["id"], step["to"]) for step in docker["first"]] == [
        ("operating-systems", 1),
        ("linux", 1),
    ]
    assert docker["serves"] == ["mid/cloud"]
    assert "Cloud or containers" in docker["why"]
    assert set(docker["sources"]) <= CATALOGUE.sources.keys()


def test_every_step_of_a_plan_says_why():
    assert all(
        step["why"] for step in plan_of(target="senior", horizon_months=600)["plan"]["steps"]
    )


def test_a_prerequisite_says_what_it_comes_before():
    steps = {step["id"]: step["why"] for step in plan_of()["plan"]["steps"]}
    assert steps["operating-systems"] == "Comes before Linux / Unix"


def test_nothing_excluded_is_in_it():
    document = plan_of(exclude=["docker"])
    ids = {step["id"] for step in (*document["next"], *document["plan"]["steps"])}
    assert not {"docker", "kubernetes", "ckad"}.intersection(ids)


def test_learning_is_projected_instead_of_the_plan():
    document = plan_of(learn={"skills": {"aws": 2}, "months": 9})
    assert document["projection"]["months"] == 9
    assert plan_of()["projection"]["months"] == 36


def test_a_level_out_of_reach_is_null():
    assert plan_of(horizon_months=1)["plan"]["reaches"] is None


def test_pre_entry_is_not_claimed():
    assert plan_of(skills={})["estimate"]["claimed"] is False
    assert plan_of(skills=MID)["estimate"]["claimed"] is True


@pytest.mark.parametrize(
    ("studied", "field"),
    [
        ({"awss": 2}, "studied.awss"),
        ({"aws": 0}, "studied.aws"),
        ({"aws": 10_001}, "studied.aws"),
        ({"aws": "2"}, "studied.aws"),
    ],
)
def test_wrong_hours_are_refused_by_their_skill(studied, field):
    assert refused({"years": 4, "studied": studied}).field == field


def test_what_was_studied_is_written_and_read_again():
    developer, request = read({"years": 4, "studied": {"ckad": 2.25, "aws": 4}, "pace": 0.8})
    document = write_profile(CATALOGUE, Person(developer), request)
    assert (document["studied"], document["pace"]) == ({"aws": 4.0, "ckad": 2.25}, 0.8)
    assert read(document) == (developer, request)


def test_a_profile_without_a_log_is_written_as_ever():
    document = write_profile(CATALOGUE, Person(Developer(4.0)), PlanRequest())
    assert not {"studied", "pace"} & document.keys()


def test_hours_of_what_the_catalogue_lost_are_not_written():
    alice = Developer(4.0, studied=(("aws", 1.0), ("gone", 2.0)))
    assert write_profile(CATALOGUE, Person(alice), PlanRequest())["studied"] == {"aws": 1.0}
