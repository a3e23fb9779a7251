"""Certificates that end are renewed in time, where they can be."""

from dataclasses import replace
from datetime import date, timedelta

from planner.domain.developer import Developer, HeldCertification, last_valid_days
from planner.domain.roadmap import plan_roadmap
from planner.domain.standing import assess_developer
from tests.domain.people import MID

TODAY = date(2026, 11, 24)
ALICE = Developer(4, MID | {"kubernetes": 2}, frozenset({"ckad"}))


def plan_of(catalogue, developer, **more):
    standing = assess_developer(catalogue, developer)
    return plan_roadmap(catalogue, developer, standing, TODAY, **more)


def renewals(plan):
    return [planned for planned in plan.steps if planned.step.is_renewal]


def test_a_certificate_is_renewed_before_its_last_valid_day(catalogue):
    for days in (90, 200, 700):
        last_day = TODAY + timedelta(days=days)
        for objective in ("next_level", "earnings"):
            alice = replace(ALICE, expires=(("ckad", last_day),))
            (renewal,) = renewals(plan_of(catalogue, alice, objective=objective))
            assert renewal.ends_on <= last_day + timedelta(days=1)


def test_a_renewal_takes_a_share_of_the_hours(catalogue):
    alice = replace(ALICE, expires=(("ckad", date(2027, 6, 1)),))
    (renewal,) = renewals(plan_of(catalogue, alice))
    share = catalogue.parameters.hours_share_renewal
    assert renewal.step.hours == catalogue.certifications["ckad"].hours * share
    assert renewal.gain.central == 0


def test_only_what_ends_within_the_horizon_is_renewed(catalogue):
    alice = replace(ALICE, expires=(("ckad", date(2029, 1, 1)),))
    assert renewals(plan_of(catalogue, alice, horizon_months=24)) == []


def test_a_retired_or_unwanted_certificate_is_not_renewed(catalogue):
    bob = replace(ALICE, certifications=frozenset({"az-204"}), expires=(("az-204", TODAY),))
    assert renewals(plan_of(catalogue, bob)) == []
    carol = replace(ALICE, expires=(("ckad", date(2027, 6, 1)),), excluded=frozenset({"ckad"}))
    assert renewals(plan_of(catalogue, carol)) == []


def test_the_level_waits_for_a_renewal_that_must_come_first(catalogue):
    soon = replace(ALICE, years=7.0, expires=(("ckad", TODAY + timedelta(days=60)),))
    plan = plan_of(catalogue, soon)
    assert renewals(plan)[0].ends_on <= TODAY + timedelta(days=61)
    assert plan.reaches.on >= plan_of(catalogue, replace(soon, expires=())).reaches.on


def test_a_renewal_that_cannot_be_in_time_is_planned_all_the_same(catalogue):
    late = replace(ALICE, hours_per_week=1.0, expires=(("ckad", TODAY + timedelta(days=7)),))
    assert len(renewals(plan_of(catalogue, late))) == 1


def test_last_valid_days_hold_what_is_valid_and_ends():
    held = (
        HeldCertification("ckad", None, date(2027, 1, 1)),
        HeldCertification("cka", None, None),
        HeldCertification("aws-dva", None, date(2026, 11, 23)),
    )
    assert last_valid_days(held, TODAY) == (("ckad", date(2027, 1, 1)),)
