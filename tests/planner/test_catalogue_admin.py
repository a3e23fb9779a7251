"""Administrators edit the catalogue: each edit a new version, and none that breaks it."""

from json import dumps

import pytest
from allauth.mfa.totp.internal import auth as totp
from django.contrib.admin import site
from django.urls import reverse
from zeal import zeal_ignore

from planner.models import (
    CatalogueInForce,
    CatalogueVersion,
    ExpectationMember,
    SkillEntry,
    SourceEntry,
)
from planner.queries.catalogue import current_catalogue, read_catalogue
from planner.queries.plans import archived_catalogue
from tests.factories import ProfileFactory, UserFactory

ENTRIES = sorted(model._meta.model_name for model in site._registry)


@pytest.fixture
def bob(client, db):
    """Bob is an administrator who has signed in with a second factor."""
    bob = UserFactory(name="Bob", is_staff=True, is_superuser=True)
    totp.TOTP.activate(bob, totp.generate_totp_secret())
    client.force_login(bob)
    return bob


def address(entry, page, *arguments):
    return reverse(f"admin:planner_{entry}_{page}", args=arguments)


def form_of(client, entry, pk):
    """What the browser would send if nothing were changed."""
    response = client.get(address(entry, "change", pk))
    admin_form = response.context["adminform"].form
    forms = [admin_form]
    for formset in response.context["inline_admin_formsets"]:
        forms += [formset.formset.management_form, *formset.formset.forms]
    fields = [bound for form in forms for bound in form]
    return {f.html_name: "" if f.value() is None else f.value() for f in fields}


def save(client, entry, pk, **changes):
    form = form_of(client, entry, pk)
    form = {name: value for name, value in form.items() if value is not False}
    with zeal_ignore():  # Django's inline forms look up the choice of each row
        return client.post(address(entry, "change", pk), {**form, **changes}, follow=True)


def messages_of(response):
    return [str(message) for message in response.context["messages"]]


@pytest.mark.parametrize("entry", ENTRIES)
def test_lists_open_with_a_fixed_number_of_queries(
    client, bob, entry, django_assert_max_num_queries
):
    with django_assert_max_num_queries(12):
        assert client.get(address(entry, "changelist")).status_code == 200


@pytest.mark.parametrize("entry", [name for name in ENTRIES if name != "catalogueversion"])
def test_entries_are_searched(client, bob, entry):
    assert client.get(address(entry, "changelist"), {"q": "a"}).status_code == 200


def test_an_edit_is_a_new_version(client, bob):
    before = current_catalogue()
    response = save(client, "skillentry", "go", name="Golang", aliases="golang\n\n go lang \n")
    after = current_catalogue()
    assert "was changed successfully" in messages_of(response)[0]
    assert after.version != before.version
    assert after.skills["go"].name == "Golang"
    assert after.skills["go"].aliases == ("golang", "go lang")


def test_an_edited_catalogue_is_kept_as_in_force(client, bob):
    save(client, "skillentry", "go", name="Golang")
    latest = CatalogueInForce.objects.latest("since", "pk")
    assert archived_catalogue(latest.catalogue_id) == read_catalogue()


def test_saving_without_a_change_is_no_new_version(client, bob):
    before, count = CatalogueVersion.objects.keys().get(), CatalogueInForce.objects.count()
    save(client, "paygroupentry", "kubernetes")
    save(client, "expectationentry", "mid/cloud")
    assert CatalogueVersion.objects.keys().get() == before
    assert CatalogueInForce.objects.count() == count


def test_members_are_edited_with_their_expectation(client, bob):
    save(client, "expectationentry", "mid/cloud", **{"members-0-target": "3"})
    cloud = next(e for e in current_catalogue().expectations if e.id == "mid/cloud")
    assert (cloud.members[0].skill, cloud.members[0].target) == ("aws", 3)


def test_an_edit_that_breaks_the_catalogue_is_refused(client, bob):
    before = CatalogueVersion.objects.keys().get()
    response = save(client, "skillentry", "programming-fundamentals", prerequisites=["django"])
    (message,) = messages_of(response)
    assert message.startswith("Nothing was saved: prerequisites: go in a circle")
    assert not SkillEntry.objects.get(id="programming-fundamentals").prerequisites.exists()
    assert CatalogueVersion.objects.keys().get() == before


def test_a_figure_out_of_order_is_told_at_the_form(client, bob):
    response = save(client, "skillentry", "go", hours_low="900")
    assert "skill_hours" in str(response.context["errors"])
    assert SkillEntry.objects.get(id="go").hours_low == 50


def test_deleting_what_a_figure_stands_on_is_refused(client, bob):
    page = address("sourceentry", "delete", "L51.3")
    response = client.post(page, {"post": "yes"}, follow=True)
    assert messages_of(response)[0].startswith("Nothing was saved: pay group framework")
    assert SourceEntry.objects.filter(id="L51.3").exists()


def test_deleting_what_somebody_claims_is_refused(client, bob):
    ProfileFactory(skills={"rust": 2}, certifications=["ckad"])
    for entry, pk in (("skillentry", "rust"), ("certificationentry", "ckad")):
        response = client.post(address(entry, "delete", pk), {"post": "yes"})
        assert "would require deleting the following protected related objects" in response.text
    current = read_catalogue()
    assert "rust" in current.skills
    assert "ckad" in current.certifications


def test_deleting_several_is_a_new_version_too(client, bob):
    key = CatalogueVersion.objects.keys().get()
    chosen = {"action": "delete_selected", "_selected_action": ["gk-2020", "dice-2021"]}
    client.post(address("sourceentry", "changelist"), {**chosen, "post": "yes"})
    assert not SourceEntry.objects.filter(id__in=["gk-2020", "dice-2021"]).exists()
    assert CatalogueVersion.objects.keys().get() != key


@pytest.mark.parametrize("id_", ["a/b", "a.b", "a:b"])
def test_an_id_that_makes_no_address_is_refused(client, bob, id_):
    skill = form_of(client, "skillentry", "go") | {"id": id_, "name": "Odd", "aliases": ""}
    skill = {name: value for name, value in skill.items() if value is not False}
    response = client.post(address("skillentry", "add"), skill, follow=True)
    assert messages_of(response)[0].startswith(f"Nothing was saved: skill {id_}: has more than")


@pytest.mark.parametrize(
    ("entry", "pk", "field", "value"),
    [
        ("skillentry", "go", "hours_high", "1e308"),
        ("paygroupentry", "kubernetes", "points_high", "1e308"),
        ("expectationentry", "mid/cloud", "weight", "1e308"),
    ],
)
def test_a_figure_too_large_to_calculate_with_is_refused(client, bob, entry, pk, field, value):
    response = save(client, entry, pk, **{field: value})
    assert messages_of(response)[0].startswith("Nothing was saved")


@pytest.mark.parametrize("odd", ["a\0b", "\u202eab"])
@pytest.mark.parametrize(
    ("entry", "pk", "field"),
    [("skillentry", "go", "aliases"), ("paygroupentry", "kubernetes", "members")],
)
def test_odd_characters_in_a_list_are_told_at_the_form(client, bob, entry, pk, field, odd):
    members = [[{"kind": "skill", "id": odd, "factor": 1}]]
    response = save(client, entry, pk, **{field: odd if field == "aliases" else dumps(members)})
    assert "ordinary punctuation only" in str(response.context["errors"])


def test_an_id_cannot_be_edited(client, bob):
    save(client, "skillentry", "go", id="golang")
    assert not SkillEntry.objects.filter(id="golang").exists()


def test_a_new_entry_gets_its_id(client, bob):
    entry = {
        "id": "gut-feeling", "kind": "assumption", "title": "Gut feeling", "detail": "Ours",
        "licence": "ours", "position": "9999",
    }  # fmt: skip
    client.post(address("sourceentry", "add"), entry)
    assert current_catalogue().sources["gut-feeling"].title == "Gut feeling"


def test_nothing_is_edited_while_no_catalogue_is_loaded(client, bob):
    form = form_of(client, "skillentry", "go")
    CatalogueVersion.objects.all().delete()
    response = client.post(address("skillentry", "change", "go"), form, follow=True)
    assert messages_of(response)[0].startswith("Nothing was saved: No catalogue is loaded")


def test_the_version_is_for_reading(client, bob):
    assert client.get(address("catalogueversion", "change", 1)).status_code == 200
    assert client.post(address("catalogueversion", "change", 1), {"name": "x"}).status_code == 403


def test_members_have_no_page_of_their_own():
    assert ExpectationMember not in site._registry
