"""Everything of mine is in the file, whoever adds a table or a column next."""

import csv
import io
import json
import zipfile

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.apps import apps
from django.utils import timezone

from accounts.models import User
from planner.documents.personal import MODELS_LEFT_OUT, RELATIONS_LEFT_OUT, TABLES
from planner.exports.personal_file import write_json, write_zip
from planner.queries.personal_data import load_personal_data
from tests.factories import EvidenceFactory, ProfileFactory, UserFactory
from tests.permissions.world import CANARIES, PAY

pytestmark = pytest.mark.django_db


# --- Completeness: fails for a new model or column ------------------------------------------------


def relations(model):
    """Foreign keys of a model, with what they lead to."""
    return [
        (f.name, f.related_model)
        for f in model._meta.get_fields()
        if f.is_relation and f.concrete and not f.many_to_many and f.related_model
    ]


def personal_models():
    """Every model from which foreign keys lead to a user, however many of them."""
    models, found = apps.get_models(include_auto_created=True), {User}
    while True:
        more = {m for m in models if any(to in found for _, to in relations(m))} - found
        if not more:
            return found
        found |= more


def label(model):
    return model._meta.label


def test_every_model_that_leads_to_a_person_is_in_the_file():
    in_file = {label(table.model) for table in TABLES}
    assert {label(m) for m in personal_models()} == in_file | set(MODELS_LEFT_OUT)
    assert not in_file & set(MODELS_LEFT_OUT)


def test_every_way_to_a_person_is_followed():
    ways = {(label(m), name) for m in personal_models() for name, to in relations(m) if to is User}
    followed = {(label(t.model), path) for t in TABLES for path in t.owners if "__" not in path}
    left_out = {way for way in ways if way[0] in MODELS_LEFT_OUT} | set(RELATIONS_LEFT_OUT)
    assert ways == (followed | left_out) - {
        ("accounts.User", "pk"), ("accounts.Invitation", "email")
    }  # fmt: skip


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_column_is_in_the_file_or_left_out_for_a_reason(table):
    owners = {path.split("__")[0] for path in table.owners} - {"email"}
    columns = {
        f.name
        for f in table.model._meta.get_fields()
        if (f.concrete or f.many_to_many) and not f.auto_created and not f.primary_key
    }
    roots = {path.split("__")[0] for path in (*table.fields.values(), *table.lists.values())}
    written = {path.removesuffix("_id") if path not in columns else path for path in roots}
    assert columns - owners == (written | set(table.left_out)) - owners
    assert not written & set(table.left_out)


# --- The file -------------------------------------------------------------------------------------


def document_of(user):
    return load_personal_data(user, timezone.now())


def test_it_has_all_that_is_known_here_of_somebody(world):
    text = write_json(document_of(world.users["alice"])).decode()
    hers = CANARIES.keys() - {"snippet", "invited", "pay"}
    missing = [canary for name in hers for canary in CANARIES[name] if canary not in text]
    assert missing == []
    assert str(PAY) in text


def test_it_has_nothing_of_others_but_names(world):
    text = write_json(document_of(world.users["mira"])).decode()
    others = CANARIES.keys() - {"snippet", "nudge"}
    leaks = [canary for name in others for canary in CANARIES[name] if canary in text]
    assert leaks == []
    assert CANARIES["snippet"][0] in text


def test_no_secret_is_in_it(world):
    alice = world.users["alice"]
    Authenticator.objects.create(user=alice, type="totp", data={"secret": "totp-secret-4711"})
    session = UserSession.objects.create(user=alice, session_key="session-key-4711", ip="::1")
    text = write_json(document_of(alice)).decode()
    secrets = ["totp-secret-4711", alice.password, session.session_key]
    assert '"ip": "::1"' in text
    assert [secret for secret in secrets if secret in text] == []
    assert '"type": "totp"' in text


def test_invitations_to_any_of_my_addresses_are_mine(world):
    alice = world.users["alice"]
    EmailAddress.objects.create(user=alice, email=CANARIES["invited"][0], verified=True)
    assert len(document_of(alice)["tables"]["invitations"]) == 1


def test_it_is_json_of_the_version_that_it_says(world):
    document = document_of(world.users["alice"])
    read = json.loads(write_json(document))
    assert read == json.loads(json.dumps(document))
    assert (read["format"], read["version"]) == ("waymark-personal-data", 1)


def test_reviews_refer_to_evidence_by_its_number(world):
    tables = document_of(world.users["alice"])["tables"]
    assert [row["number"] for row in tables["evidence"]] == [1]
    assert [row["evidence"] for row in tables["review_requests"]] == [[1], [1], []]


def test_as_many_queries_however_much_there_is(django_assert_num_queries):
    profile = ProfileFactory(skills={"python": 2})
    with django_assert_num_queries(len(TABLES) + 3):  # two lists, and the catalogue's version
        document_of(profile.user)
    for _ in range(20):
        EvidenceFactory(profile=profile, skills=["python", "go"])
    with django_assert_num_queries(len(TABLES) + 3):
        document_of(profile.user)


def test_somebody_without_a_profile_has_a_file_too():
    tables = document_of(UserFactory())["tables"]
    assert [name for name, rows in tables.items() if rows] == ["account"]


def test_the_tables_open_in_a_spreadsheet_without_working_anything_out():
    profile = ProfileFactory(skills={"python": 2})
    EvidenceFactory(profile=profile, title="=HYPERLINK(1)", skills=["python", "go"])
    archive = zipfile.ZipFile(io.BytesIO(write_zip(document_of(profile.user))))
    assert archive.namelist()[0] == "README.txt"
    table = archive.read("evidence.csv").decode("utf-8-sig")
    [row] = csv.DictReader(io.StringIO(table))
    assert (row["title"], row["skills"]) == ("'=HYPERLINK(1)", "go; python")
