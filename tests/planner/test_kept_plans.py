"""A plan that is kept: what it consists of, that it can be made again, and that history stays."""

import json
import re
import threading
from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from django.db import IntegrityError, connection
from django.http import Http404

from planner import access, actions
from planner.documents import (
    ProfileError,
    canonical,
    read_catalogue,
    read_profile,
    recreate,
    write_catalogue,
)
from planner.models import (
    CatalogueArchive,
    CatalogueVersion,
    KeptPlan,
    PlanSettings,
    Profile,
    SkillEntry,
)
from planner.queries.catalogue import current_catalogue
from planner.queries.plans import archived_catalogue, kept_value, load_kept_plans, load_plan
from tests.factories import CertificationClaimFactory, ProfileFactory

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)
SKILLS = {"python": 3, "git": 2, "docker": 1, "rest": 2}


def view_of(user):
    return load_plan(access.profile_for_reading(user), TODAY)


def keep(user):
    view = view_of(user)
    return actions.keep_plan(
        profile=access.profile_for_editing(user),
        catalogue=view.catalogue,
        inputs=view.inputs,
        result=view.document,
    )


@pytest.fixture
def profile(alice):
    profile = ProfileFactory(
        user=alice,
        years_stated="3.5",
        years_stated_on=date(2026, 1, 31),
        place_id="0019740",
        is_remote=True,
        current_pay=91_000,
        hours_per_week=7,
        skills=SKILLS,
    )
    CertificationClaimFactory(profile=profile, expires_on=date(2026, 3, 1))
    CertificationClaimFactory(profile=profile, certification_id="cka")
    PlanSettings.objects.create(
        profile=profile,
        objective="earnings",
        horizon_months=48,
        first=["kubernetes"],
        later=["redis"],
        excluded=["rust"],
    )
    return profile


# --- What is kept ---------------------------------------------------------------------------------


def test_the_inputs_give_the_very_developer_and_request(alice, profile):
    view = view_of(alice)
    inputs = json.loads(canonical(view.inputs))
    assert read_profile(inputs["profile"], view.catalogue, TODAY) == (view.developer, view.request)


def test_what_the_catalogue_no_longer_has_is_left_out_of_the_inputs(alice, profile):
    settings = profile.plan_settings
    settings.first, settings.order = ["gone"], ["gone@2", "docker@2"]
    settings.save()
    document = view_of(alice).inputs["profile"]
    assert (document["first"], document["order"]) == ([], ["docker@2"])


def test_a_kept_plan_is_made_again_byte_for_byte(alice, profile):
    keep(alice)
    kept = kept_value(KeptPlan.objects.get())
    again = recreate(archived_catalogue(kept.catalogue_version), kept.inputs)
    assert canonical(again) == canonical(kept.result)
    assert len(again["plan"]["steps"]) > 3


def test_it_can_be_made_again_after_the_catalogue_has_changed(alice, profile):
    kept = kept_value(keep(alice))
    SkillEntry.objects.filter(pk="kubernetes").update(hours_central=400, hours_high=500)
    CatalogueVersion.objects.bump(TODAY)
    assert canonical(view_of(alice).document) != canonical(kept.result)
    again = recreate(archived_catalogue(kept.catalogue_version), kept.inputs)
    assert canonical(again) == canonical(kept.result)


def test_a_catalogue_survives_its_archive(db):
    catalogue = current_catalogue()
    sorted_keys = json.loads(json.dumps(write_catalogue(catalogue), sort_keys=True))
    again = read_catalogue(sorted_keys)
    assert again == catalogue
    assert list(again.skills) == list(catalogue.skills)
    assert canonical(write_catalogue(again)) == canonical(write_catalogue(catalogue))


def test_a_catalogue_is_archived_once(alice, bob, profile):
    keep(alice)
    keep(bob)
    assert CatalogueArchive.objects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"first": ["cobol"]}, "first: 'cobol' is not known"),
        ({"later": "go"}, "later: must be a list, not 'go'"),
        ({"order": ["go"]}, "order: 'go' is no step such as 'docker@2'"),
        ({"order": ["go@5"]}, "order: 'go@5' is no step such as 'docker@2'"),
        ({"order": [2]}, "order: 2 is no step such as 'docker@2'"),
        ({"order": ["cobol@2"]}, "order: 'cobol' is not known"),
    ],
)
def test_wrong_wishes_are_refused_by_name(db, wrong, message):
    with pytest.raises(ProfileError, match=re.escape(message)):
        read_profile({"years": 3, **wrong}, current_catalogue(), TODAY)


# --- One at a time, with history ------------------------------------------------------------------


def test_the_same_plan_is_kept_once(alice, profile):
    assert keep(alice) == keep(alice)
    assert view_of(alice).is_kept


def test_another_plan_replaces_it_and_history_stays(alice, profile):
    first = keep(alice)
    actions.set_rank(profile=profile, id_="kubernetes", rank="excluded")
    assert not view_of(alice).is_kept
    second = keep(alice)
    assert [kept.pk for kept in load_kept_plans(profile)] == [second.pk, first.pk]
    assert view_of(alice).kept.pk == second.pk
    assert KeptPlan.objects.get(pk=first.pk).replaced_at is not None


def test_a_plan_is_no_longer_followed(alice, profile):
    keep(alice)
    actions.stop_plan(profile=profile)
    assert view_of(alice).kept is None
    assert len(load_kept_plans(profile)) == 1


def test_the_database_has_one_current_plan_a_profile(alice, profile):
    kept = keep(alice)
    with pytest.raises(IntegrityError):
        KeptPlan.objects.create(
            profile=profile, catalogue=kept.catalogue, inputs={}, result={}, fingerprint=""
        )


def test_nobody_else_reaches_it(alice, charlie, profile):
    kept = keep(alice)
    assert access.kept_plan_for_reading(alice, kept.pk) == kept
    with pytest.raises(Http404):
        access.kept_plan_for_reading(charlie, kept.pk)


def test_it_goes_with_its_owner_and_with_a_cleared_profile(alice, profile):
    keep(alice)
    actions.clear_profile(profile=profile)
    assert not KeptPlan.objects.exists()
    assert not PlanSettings.objects.exists()


# --- Wishes ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "wrong", [{"objective": "fame"}, {"horizon_months": 0}, {"horizon_months": 601}], ids=str
)
def test_the_database_refuses_wrong_settings(alice, wrong):
    with pytest.raises(IntegrityError):
        PlanSettings.objects.create(profile=ProfileFactory(user=alice), **wrong)


def test_a_wish_is_in_one_list_at_a_time(alice, profile):
    for rank in ("later", "first", "excluded"):
        actions.set_rank(profile=profile, id_="kafka", rank=rank)
        settings = PlanSettings.objects.get()
        lists = {"first": settings.first, "later": settings.later, "excluded": settings.excluded}
        assert [name for name, ids in lists.items() if "kafka" in ids] == [rank]


def test_a_wish_is_taken_back(alice, profile):
    actions.set_rank(profile=profile, id_="rust", rank="normal")
    assert PlanSettings.objects.get().excluded == []


def test_what_is_not_for_me_is_nowhere(alice, profile):
    assert view_of(alice).developer.excluded == {"rust"}


def test_a_new_profile_has_the_usual_settings(bob):
    view = view_of(bob)
    assert (view.request.objective, view.request.horizon_months) == ("next_level", 36)
    assert Profile.objects.get(user=bob).kept_plans.count() == 0


def test_the_view_can_ask_what_if(alice, profile):
    view = view_of(alice)
    faster = view.with_developer(replace(view.developer, hours_per_week=20))
    assert faster.answer.plan.earned > view.answer.plan.earned


def test_a_plan_takes_few_queries(alice, profile, django_assert_num_queries):
    keep(alice)
    with django_assert_num_queries(5):  # profile, skills, certificates, study, kept plan
        assert view_of(alice).document


# --- Two tabs at the very same time ---------------------------------------------------------------


def at_once(*works):
    """Do all of these in threads of their own; what each raised, if anything."""
    errors = []

    def run(work):
        try:
            work()
        except Exception as error:  # whatever it is, the test is to see it
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[work]) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return errors


def test_two_tabs_wish_and_both_wishes_hold(real_transactions):
    profile = ProfileFactory()
    ids = ["go", "rust", "redis", "kafka"]
    errors = at_once(
        *(partial(actions.set_rank, profile=profile, id_=id_, rank="first") for id_ in ids)
    )
    assert errors == []
    assert sorted(PlanSettings.objects.get().first) == sorted(ids)


def test_two_tabs_keep_and_one_plan_is_followed(real_transactions):
    profile = ProfileFactory(skills={"python": 2})
    catalogue = current_catalogue()
    errors = at_once(
        *(
            partial(
                actions.keep_plan, profile=profile, catalogue=catalogue, inputs={}, result={"n": n}
            )
            for n in range(4)
        )
    )
    assert errors == []
    assert KeptPlan.objects.current().count() == 1
    assert KeptPlan.objects.count() == 4
