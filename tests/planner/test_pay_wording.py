"""The sentences about money: where pay lies, where it comes from, how sure it is."""

import pytest

from planner import pay_wording
from planner.domain import worth
from planner.domain.derivation import derive
from planner.domain.developer import Developer, HeldCertification
from planner.domain.outlook import look_ahead
from planner.domain.standing import assess_developer
from planner.domain.sureness import Sureness
from tests.domain.people import ENTRY, MID, SENIOR, developer_of, worked
from tests.domain.strategies import CATALOGUE

CKAD = CATALOGUE.certifications["ckad"]
RETIRED = CATALOGUE.certifications["az-204"]


def outlook(years=4.0, skills=MID, **more):
    return look_ahead(CATALOGUE, Developer(years=years, skills=skills, **more))


def outlook_of(id_):
    return look_ahead(CATALOGUE, developer_of(worked(id_)["profile"]))


def worth_of(skill, end, **developer):
    developer = Developer(**developer)
    standing = assess_developer(CATALOGUE, developer)
    return worth.worth_of_skill(CATALOGUE, developer, standing, skill, end)


@pytest.mark.parametrize(
    ("pay", "said"),
    [
        (80_000, "You are paid below the Mid-level band"),
        (95_000, "You are paid near the floor of the Mid-level band"),
        (105_000, "You are paid in the lower half of the Mid-level band"),
        (110_000, "You are paid in the upper half of the Mid-level band"),
        (120_000, "You are paid near the top of the Mid-level band"),
        (150_000, "You are paid above the Mid-level band"),
    ],
)
def test_where_pay_lies_in_the_band(pay, said):
    assert pay_wording.band_finding(CATALOGUE, outlook(current_pay=float(pay))) == said


@pytest.mark.parametrize(
    ("pay", "said"),
    [
        (None, "You stand between the Entry-level and the Mid-level band"),
        (80_000.0, "You are paid below what your years go with"),
        (110_000.0, "You are paid above what your years go with"),
    ],
)
def test_pay_between_two_bands(pay, said):
    assert pay_wording.band_finding(CATALOGUE, outlook(2.5, ENTRY, current_pay=pay)) == said


def test_the_bands_say_where_they_are_for():
    denver, software = CATALOGUE.places["0019740"], CATALOGUE.industries["513200"]
    note = pay_wording.bands_note(denver, software, is_remote=True)
    assert note.endswith("bands, Denver-Aurora-Centennial, CO, remote, Software Publishers")
    assert pay_wording.bands_note(None, None, is_remote=True).endswith("bands, United States")


def test_the_place_of_the_estimate():
    assert pay_wording.place_in_band(CATALOGUE, outlook_of("P5")) == "A place in the Mid-level band"
    between = pay_wording.place_in_band(CATALOGUE, outlook_of("P4"))
    assert between == "Between the bands of Entry-level and Mid-level"


def test_nothing_is_found_for_somebody_before_entry_level():
    found = outlook(0.0, {"python": 1})
    assert pay_wording.band_finding(CATALOGUE, found) == "The bands of the three levels"
    assert "You" not in pay_wording.bands_label(CATALOGUE, found)


def test_the_label_of_the_bands_has_their_figures():
    said = pay_wording.bands_label(CATALOGUE, outlook_of("P5"))
    assert "Mid-level $96k–$121k" in said
    assert said.endswith("You: $100k–$110k.")


def test_time_and_skills_are_said_apart():
    assert pay_wording.pay_after_note(outlook_of("P6")) == "Time about $3k; skills $2,000–$48,300"
    assert pay_wording.pay_after_note(outlook_of("P5")) == "Time about $4k; skills no figure"


def test_each_line_of_the_derivation_is_named():
    found = outlook_of("P10")
    derivation = derive(CATALOGUE, found.developer, found.standing, found.estimate)
    labels = [pay_wording.line_label(CATALOGUE, found, line) for line in derivation.lines]
    assert labels[:3] == [
        "The article's floor for Mid-level",
        "Time in the level",
        "Skills that go with pay",
    ]
    assert set(labels[3:]) <= {"Place", "Industry", "Limit of place and industry together"}


def test_each_line_says_how_it_comes_about():
    found = outlook_of("P5")
    derivation = derive(CATALOGUE, found.developer, found.standing, found.estimate)
    notes = [pay_wording.line_note(CATALOGUE, found, line) for line in derivation.lines]
    assert notes == [
        "Its band is $95k–$120k, nationwide",
        "4 years of 4 count",
        "15% of the points that go with pay are covered",
        "× 1.012",
    ]


def test_between_two_bands_both_are_named():
    found = outlook_of("P4")
    derivation = derive(CATALOGUE, found.developer, found.standing, found.estimate)
    floor = derivation.lines[0]
    label = pay_wording.line_label(CATALOGUE, found, floor)
    assert label == "The article's floor, between Entry-level and Mid-level"
    note = pay_wording.line_note(CATALOGUE, found, floor)
    assert note == "50% of the way from $74k–$90k to $95k–$120k, nationwide"


def test_every_reason_of_sureness_has_words():
    assert all(said.endswith(".") for said in pay_wording.REASONS.values())
    assert pay_wording.sureness_title(Sureness("weak", ())) == "How sure this is: weak"


@pytest.mark.parametrize(
    ("skill", "developer", "said"),
    [
        ("kubernetes", {"years": 4.0, "skills": MID}, "$"),
        ("git", {"years": 4.0, "skills": MID}, "No pay figure"),
        ("technical-leadership", {"years": 4.0, "skills": MID},
         "No pay figure: it counts for the level"),
        ("negotiation", {"years": 4.0, "skills": MID},
         "Nothing yet: it goes with pay at a higher level"),
        ("kubernetes", {"years": 12.0, "skills": SENIOR, "current_pay": 190_000.0},
         "No rise is claimed: you are paid what the band holds"),
    ],
)  # fmt: skip
def test_what_a_skill_could_be_worth_or_why_nothing_is_claimed(skill, developer, said):
    end = worth.next_proficiency(assess_developer(CATALOGUE, Developer(**developer)), skill)
    assert pay_wording.worth_said(CATALOGUE, worth_of(skill, end, **developer)).startswith(said)


def test_the_title_names_the_goal():
    found = worth_of("docker", 2, years=1.0, skills=ENTRY)
    assert pay_wording.worth_title(CATALOGUE, found) == "What Docker to Working could be worth"


@pytest.mark.parametrize(
    ("certification", "held", "said"),
    [
        (CKAD, None, ""),
        (CKAD, HeldCertification("ckad"), "You hold it: what goes with it is in your estimate."),
        (RETIRED, None, "It can no longer be earned, so nothing is claimed for it."),
    ],
    ids=["open", "held", "retired"],
)
def test_why_nothing_is_claimed_for_a_certificate(certification, held, said):
    assert pay_wording.nothing_left(certification, held) == said
