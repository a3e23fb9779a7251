"""What is true of every catalogue entry is true in the database, too."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from planner.models import (
    AssumptionEntry,
    CatalogueVersion,
    CertificationEntry,
    ExpectationEntry,
    ExpectationMember,
    IndustryEntry,
    LevelEntry,
    PayGroupEntry,
    PlaceEntry,
    SkillEntry,
    SourceEntry,
)
from planner.models.fields import validate_alternatives, validate_words

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("model", "changes"),
    [
        (SourceEntry, {"kind": "rumour"}),
        (SkillEntry, {"scope": "vast"}),
        (SkillEntry, {"first_expected_at": "guru"}),
        (SkillEntry, {"hours_low": -1}),
        (SkillEntry, {"hours_low": 20, "hours_central": 10, "hours_high": 30}),
        (SkillEntry, {"hours_low": 10, "hours_central": 40, "hours_high": 30}),
        (SkillEntry, {"name": None}),
        (CertificationEntry, {"status": "asleep"}),
        (CertificationEntry, {"hours_low": -1}),
        (CertificationEntry, {"exam_cost_usd": -1}),
        (LevelEntry, {"pay_high": 1}),
        (LevelEntry, {"years_from": 5, "years_to": 5}),
        (ExpectationEntry, {"rule": "most_of"}),
        (ExpectationEntry, {"weight": 0}),
        (ExpectationMember, {"target": 0}),
        (ExpectationMember, {"target": 5}),
        (PayGroupEntry, {"rule": "most_of"}),
        (PayGroupEntry, {"points_low": -0.1}),
        (PayGroupEntry, {"points_high": 0, "points_central": 1}),
        (AssumptionEntry, {"low": 2, "high": 1}),
        (PlaceEntry, {"kind": "planet"}),
        (PlaceEntry, {"ratio": 0}),
        (IndustryEntry, {"ratio": -1}),
        (CatalogueVersion, {"id": 2}),
    ],
)
def test_the_database_refuses(model, changes):
    first = model.objects.order_by("pk").values_list("pk", flat=True)[:1]
    with pytest.raises(IntegrityError), transaction.atomic():
        model.objects.filter(pk=first.get()).update(**changes)


@pytest.mark.parametrize("model", [SkillEntry, CertificationEntry, LevelEntry, IndustryEntry])
def test_a_name_belongs_to_one_entry(model):
    first, second = model.objects.order_by("pk")[:2]
    with pytest.raises(IntegrityError), transaction.atomic():
        model.objects.filter(pk=second.pk).update(name=first.name)


def test_a_metro_and_a_state_may_share_a_name():
    metro = PlaceEntry.objects.filter(kind="metro").first()
    metro.name = "New York"
    metro.full_clean()


def test_an_expectation_has_a_skill_once():
    member = ExpectationMember.objects.first()
    member.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        member.save(force_insert=True)


@pytest.mark.parametrize(
    ("model", "pk"),
    [
        (SkillEntry, "kubernetes"),  # the primary skill of certifications, a member of mid/cloud
        (LevelEntry, "mid"),
        (SourceEntry, "bls-oews-metros-2025"),
    ],
)
def test_what_others_stand_on_cannot_be_deleted(model, pk):
    with pytest.raises(ProtectedError):
        model.objects.get(pk=pk).delete()


@pytest.mark.parametrize("words", ["python", [1], [""], {"python": 1}, [["python"]], None])
def test_a_list_of_words_is_just_that(words):
    with pytest.raises(ValidationError):
        validate_words(words)


def test_a_list_of_words_may_be_empty():
    validate_words([])


@pytest.mark.parametrize(
    "members",
    [
        [],
        [[]],
        ["go"],
        [[["go"]]],
        [[{"kind": "skill", "id": "go"}]],
        [[{"kind": "hobby", "id": "go", "factor": 1}]],
        [[{"kind": "skill", "id": 7, "factor": 1}]],
        [[{"kind": "skill", "id": "go", "factor": 0}]],
        [[{"kind": "skill", "id": "go", "factor": True}]],
        [[{"kind": "skill", "id": "go", "factor": "1"}]],
    ],
)
def test_members_of_a_pay_group_are_lists_of_alternatives(members):
    with pytest.raises(ValidationError):
        validate_alternatives(members)


@pytest.mark.parametrize("key", ["", "two words", "é", "<b>", "/start"])
def test_an_id_is_plain(key):
    with pytest.raises(ValidationError) as refusal:
        AssumptionEntry(key=key, value="1", meaning="m", why="w").full_clean()
    assert "key" in refusal.value.error_dict


@pytest.mark.parametrize("value", ["", "two", "1e999", "-1", "1-", "NaN", "1,5"])
def test_an_assumption_is_a_number_or_two(value):
    with pytest.raises(ValidationError) as refusal:
        AssumptionEntry(key="k", value=value, meaning="m", why="w").full_clean()
    assert "value" in refusal.value.error_dict


def test_entries_are_called_by_their_names():
    names = {str(model.objects.order_by("pk").first()) for model in (LevelEntry, SkillEntry)}
    assert names == {"Entry-level", "Agile (Scrum, Kanban)"}
