"""Inviting: by address and by link, what became of it, and what goes wrong."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from accounts import actions
from accounts.actions import invitations as invitations_module
from accounts.models import Invitation
from accounts.tokens import digest_of
from tests.factories import UserFactory, member_of, mentor_of

pytestmark = pytest.mark.django_db
# session, user, second factor, cohort, numbers by state, page (count, rows), members, header
QUERIES = 9


@pytest.fixture
def address(cohort):
    return f"/cohorts/{cohort.pk}/invitations/"


@pytest.fixture
def link_page(cohort):
    return f"/cohorts/{cohort.pk}/link/"


def invite(browser, address, addresses, role="mentee"):
    return browser.post(address, {"addresses": addresses, "role": role})


def errors(response):
    assert response.status_code == 422
    return response.context["form"].errors["addresses"]


def of_cohort(cohort, **fields):
    return Invitation.objects.create(cohort=cohort, created_by=cohort.lead, **fields)


# --- By address -----------------------------------------------------------------------------------


def test_each_line_is_invited_and_gets_a_mail(as_mira, address, run_tasks, mailoutbox):
    lines = "ada@example.com\r\n\r\nBo Li <BO@example.com>,\r\nada@example.com"
    response = invite(as_mira, address, lines)
    assert response.url == address
    assert list(Invitation.objects.values_list("email", "name", "role").order_by("email")) == [
        ("ada@example.com", "", "mentee"),
        ("bo@example.com", "Bo Li", "mentee"),
    ]
    run_tasks()
    assert sorted(mail.to[0] for mail in mailoutbox) == ["ada@example.com", "bo@example.com"]
    assert "2 mails are on their way" in as_mira.get(address).text


def test_the_mail_says_who_invites_into_what_and_that_pay_is_never_shown(
    as_mira, address, run_tasks, mailoutbox
):
    invite(as_mira, address, "ada@example.com")
    run_tasks()
    [mail] = mailoutbox
    assert mail.subject == "Invitation to Autumn"
    assert "Mira invites you to Autumn" in mail.body
    assert re.search(r"http://\S+/invitation/inv_[\w-]{43}/", mail.body)
    assert "Pay is never shown to anybody" in mail.body


def test_what_is_no_address_is_told_by_line_and_nobody_is_invited(as_mira, address):
    said = errors(invite(as_mira, address, "ada@example.com\nnobody\n\n<b>@@example.com"))
    assert said == [
        "Line 2 is no e-mail address: “nobody”.",
        "Line 4 is no e-mail address: “<b>@@example.com”.",
    ]
    assert not Invitation.objects.exists()


@pytest.mark.parametrize(
    "lines",
    [
        "", "  \n , ", "a\0b@example.com", "\u202eada@example.com", "x" * 250 + "@example.com",
        "\n".join(f"p{n}@example.com" for n in range(101)), "x" * 20_001,
        f"{'x' * 151} <ada@example.com>",
    ],
)  # fmt: skip
def test_odd_lists_are_refused(as_mira, address, lines):
    assert errors(invite(as_mira, address, lines))
    assert not Invitation.objects.exists()


def test_many_wrong_lines_do_not_fill_the_page(as_mira, address):
    said = errors(invite(as_mira, address, "\n".join(["nobody"] * 30)))
    assert (len(said), said[-1]) == (11, "20 more lines are no addresses.")


def test_an_address_that_led_to_somebody_inside_is_refused(as_mira, address, cohort, bob):
    of_cohort(cohort, email="bob@example.com", accepted_at=timezone.now(), accepted_by=bob)
    member_of(cohort, bob)
    said = errors(invite(as_mira, address, "ada@example.com\nbob@example.com"))
    assert said == ["bob@example.com is in this cohort already."]


def test_the_address_of_an_account_is_not_told(as_mira, address, cohort, bob):
    """Bob came by a link: his mentor knows his name and not his address."""
    of_cohort(cohort, digest="x", accepted_at=timezone.now(), accepted_by=bob)
    member_of(cohort, bob)
    assert invite(as_mira, address, "bob@example.com").status_code == 302
    assert invite(as_mira, address, "no-account@example.com").status_code == 302


@pytest.mark.parametrize(
    ("limit", "words"),
    [
        ("MAX_OPEN", "can wait in a cohort at once"),
        ("MAILS_AN_HOUR", "invitations an hour"),
        ("MAILS_A_DAY", "invitations a day"),
    ],
)
def test_more_than_fit_are_refused_in_words(as_mira, address, monkeypatch, limit, words):
    monkeypatch.setattr(invitations_module, limit, 1)
    assert words in errors(invite(as_mira, address, "a@example.com\nb@example.com"))[0]
    assert not Invitation.objects.exists()


def test_nobody_is_mailed_again_and_again(as_mira, address, cohort):
    for _ in range(3):
        of_cohort(cohort, email="ada@example.com", withdrawn_at=timezone.now())
    said = errors(invite(as_mira, address, "ada@example.com"))
    assert said[0].startswith("ada@example.com was invited 3 times within a day already")


def test_only_the_lead_invites_mentors(client, as_mira, address, cohort, nick):
    mentor_of(cohort, nick)
    invite(as_mira, address, "first@example.com", role="mentor")
    as_mira.force_login(nick)
    invite(as_mira, address, "second@example.com", role="mentor")
    assert dict(Invitation.objects.values_list("email", "role")) == {
        "first@example.com": "mentor",
        "second@example.com": "mentee",
    }
    assert invite(as_mira, address, "third@example.com", role="admin").status_code == 302


def test_an_unknown_role_is_refused(as_mira, address):
    assert invite(as_mira, address, "ada@example.com", role="admin").status_code == 422


# --- By link --------------------------------------------------------------------------------------


def test_a_link_is_shown_once_with_its_end(as_mira, link_page, address):
    response = as_mira.post(link_page)
    link = re.search(r'value="http://testserver(/invitation/(inv_[\w-]{43})/)"', response.text)
    [invitation] = Invitation.objects.all()
    assert invitation.digest == digest_of(link[2])
    assert f"{invitation.expires_at:%B %Y}" in response.text
    assert link[2] not in as_mira.get(address).text
    assert response.headers["Cache-Control"] == "no-store"
    assert as_mira.get(link_page).status_code == 405


def test_too_many_links_are_refused_in_words(as_mira, link_page, monkeypatch):
    monkeypatch.setattr(invitations_module, "MAX_OPEN", 1)
    as_mira.post(link_page)
    found = as_mira.post(link_page, follow=True)
    assert "can wait in a cohort at once" in found.text
    assert Invitation.objects.count() == 1


# --- What became of them --------------------------------------------------------------------------


def test_invitations_stand_by_what_became_of_them(as_mira, address, cohort, bob):
    now = timezone.now()
    for fields in (
        {"email": "waits@example.com"},
        {"digest": "accepted", "accepted_at": now, "accepted_by": bob},
        {"email": "declined@example.com", "declined_at": now},
        {"email": "withdrawn@example.com", "withdrawn_at": now},
        {"email": "expired@example.com", "expires_at": now},
    ):
        of_cohort(cohort, **fields)

    def shown(state):
        view = as_mira.get(address, {"state": state}).context["view"]
        return sorted(row.state for row in view.rows)

    assert shown("waiting") == shown("odd") == ["waiting"]
    assert shown("over") == ["declined", "expired", "withdrawn"]
    assert shown("accepted") == ["accepted"]
    assert re.search(r"Accepted on .+ by Bob", as_mira.get(address, {"state": "accepted"}).text)


@pytest.mark.parametrize("number", [1, 60])
def test_the_number_of_queries_is_fixed(
    as_mira, address, cohort, django_assert_num_queries, number
):
    for n in range(number):
        of_cohort(cohort, email=f"p{n}@example.com")
        member_of(cohort, UserFactory())
    with django_assert_num_queries(QUERIES):
        found = as_mira.get(address)
    assert len(found.context["view"].rows) == min(number, 50)


def test_older_invitations_are_on_the_next_page(as_mira, address, cohort):
    for n in range(51):
        of_cohort(cohort, digest=str(n), created_at=timezone.now() + timedelta(seconds=n))
    assert "1 to 50 of 51" in as_mira.get(address).text
    last = as_mira.get(address, {"page": 2, "state": "waiting"}).context["view"]
    assert [row.invitation.digest for row in last.rows] == ["0"]
    assert as_mira.get(address, {"page": "x"}).status_code == 200


def test_withdrawing_makes_a_link_worthless(as_mira, address, cohort):
    invitation, _ = actions.make_link(cohort=cohort, by=cohort.lead, now=timezone.now())
    response = as_mira.post(f"{address}{invitation.pk}/withdraw/", follow=True)
    assert "The link is withdrawn" in response.text
    assert Invitation.objects.get().state(timezone.now()) == "withdrawn"


def test_what_was_answered_meanwhile_cannot_be_withdrawn(as_mira, address, cohort, bob):
    one = of_cohort(cohort, digest="a", accepted_at=timezone.now(), accepted_by=bob)
    response = as_mira.post(f"{address}{one.pk}/withdraw/", follow=True)
    assert "It was answered already and stays as it is." in response.text


@pytest.mark.parametrize("state", ["waiting", "expired", "declined"])
def test_sending_again_makes_a_new_link(as_mira, address, cohort, run_tasks, mailoutbox, state):
    now = timezone.now()
    ends = {"expired": {"expires_at": now}, "declined": {"declined_at": now}}.get(state, {})
    one = of_cohort(cohort, email="ada@example.com", name="Ada", digest="old", **ends)
    as_mira.post(f"{address}{one.pk}/send/")
    run_tasks()
    assert len(mailoutbox) == 1
    new = Invitation.objects.exclude(pk=one.pk).get()
    assert (new.email, new.name, new.state(now)) == ("ada@example.com", "Ada", "waiting")


def test_sending_again_is_limited_too(as_mira, address, cohort):
    sent = [of_cohort(cohort, email="ada@example.com", declined_at=timezone.now())] * 3
    for _ in range(2):
        of_cohort(cohort, email="ada@example.com", declined_at=timezone.now())
    response = as_mira.post(f"{address}{sent[0].pk}/send/", follow=True)
    assert "was invited 3 times within a day already" in response.text


def test_neither_a_link_nor_what_was_accepted_is_sent_again(as_mira, address, cohort, bob):
    now = timezone.now()
    link = of_cohort(cohort, digest="a")
    accepted = of_cohort(cohort, email="bob@example.com", accepted_at=now, accepted_by=bob)
    for one in (link, accepted):
        assert as_mira.post(f"{address}{one.pk}/send/").status_code == 404


def test_a_co_mentor_sends_no_mentors_invitation_again(as_nick, address, cohort):
    one = of_cohort(cohort, email="ada@example.com", role="mentor")
    assert as_nick.post(f"{address}{one.pk}/send/").status_code == 404


def test_an_invitation_of_another_cohort_is_none_of_this_one(as_mira, address, cohort, mira):
    other = of_cohort(type(cohort).objects.create(
        name="Other", starts_on=cohort.starts_on, ends_on=cohort.ends_on, lead=mira
    ), email="ada@example.com")  # fmt: skip
    for way in ("withdraw", "send"):
        assert as_mira.post(f"{address}{other.pk}/{way}/").status_code == 404


def test_a_cohort_that_was_closed_meanwhile_takes_no_more(as_mira, address, link_page, cohort):
    actions.close_cohort(cohort=cohort, now=timezone.now())
    assert invite(as_mira, address, "ada@example.com").status_code == 404
    assert as_mira.post(link_page).status_code == 404
