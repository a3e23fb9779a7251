"""The admin is for staff with a second factor."""

import pytest
from django.contrib.admin import site
from django.urls import reverse

ADMIN = "/admin/"
LOGIN = "/accounts/login/"


def test_a_stranger_signs_in_through_the_one_sign_in_page(client, db):
    assert client.get(ADMIN, follow=True).redirect_chain[-1][0] == f"{LOGIN}?next={ADMIN}"


def test_for_somebody_who_is_not_staff_there_is_no_admin(client, alice, second_factor):
    second_factor(alice)
    client.force_login(alice)
    assert client.get(ADMIN, follow=True).status_code == 404


@pytest.mark.ignore_template_errors  # allauth's page of second factors has some
def test_staff_without_a_second_factor_are_led_to_setting_one_up(client, staff_member):
    client.force_login(staff_member)
    response = client.get(ADMIN, follow=True)
    assert response.redirect_chain[-1][0] == reverse("mfa_index")


def test_staff_with_a_second_factor_get_in(client, staff_member, second_factor):
    second_factor(staff_member)
    client.force_login(staff_member)
    assert client.get(ADMIN).status_code == 200


def test_losing_the_second_factor_closes_the_admin(client, staff_member, second_factor):
    second_factor(staff_member)
    client.force_login(staff_member)
    staff_member.authenticator_set.all().delete()
    assert client.get(ADMIN).status_code == 302


def test_no_table_about_people_is_in_the_admin():
    assert {model._meta.app_label for model in site._registry} == {"planner"}
    names = {model._meta.model_name for model in site._registry}
    assert not names & {"profile", "skillclaim", "certificationclaim"}
