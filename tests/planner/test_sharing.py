"""Making links that show a part of one's profile, and ending them."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts.tokens import digest_of
from planner.actions.sharing import MAX_LINKS
from planner.models import Part, ShareLink
from tests.factories import EvidenceFactory, ProfileFactory
from tests.htmx import HTMX

pytestmark = pytest.mark.django_db
LIST, NEW = "/share/", "/share/new/"
SKILLS = {"python": 3, "git": 2}
CHECKED = re.compile(r'value="(\w+)" [^>]*checked')
SEEN = re.compile(r'name="seen" value="([^"]*)"')
LINK = re.compile(r"/shared/share_[\w-]{43}/")


@pytest.fixture
def profile(alice):
    return ProfileFactory(user=alice, skills=SKILLS, certifications=["ckad"])


def make(client, *parts, seen=None, **changes):
    """Press the button. `seen`: what the preview showed, all that is chosen unless told."""
    words = [part.value for part in parts or (Part.SKILLS,)]
    sent = {"parts": words, "seen": " ".join(words) if seen is None else seen, "do": "make"}
    return client.post(NEW, sent | {"label": "Acme", "days": "30"} | changes)


def link_of(profile, number=0, **fields):
    now = timezone.now()
    fields = {"created_at": now, "expires_at": now + timedelta(days=30)} | fields
    return ShareLink.objects.create(
        profile=profile, label=f"Link {number}", digest=f"{number:064}", parts=["skills"], **fields
    )


def cards(response):
    """What a page shows in cards, without the form beside them."""
    found = re.findall(r'<section class="card" aria.*?</section>', response.text, re.S)
    return [" ".join(card.split()) for card in found]


# --- Choosing and looking -------------------------------------------------------------------------


def test_it_begins_with_what_most_people_show(as_alice, profile):
    text = as_alice.get(NEW).text
    assert CHECKED.findall(text) == ["level", "skills", "certificates"]
    assert SEEN.findall(text) == ["level skills certificates"]
    assert 'id="shared-skills"' in text


@pytest.mark.parametrize("parts", [[part] for part in Part if part != Part.NAME] + [list(Part)])
def test_the_preview_is_the_very_page(as_alice, profile, parts):
    EvidenceFactory(profile=profile, skills=["python"])
    preview = as_alice.post(NEW, {"parts": parts, "do": "preview"})
    made = make(as_alice, *parts)
    page = Client().get(LINK.search(made.text)[0])
    again = as_alice.get(f"{LIST}{ShareLink.objects.get().pk}/")
    assert cards(preview) == cards(page) == cards(again) != []


def test_looking_keeps_what_is_typed_and_judges_nothing(as_alice, profile):
    typed = {"parts": ["skills"], "label": "Acme & Co", "days": "999", "do": "preview"}
    response = as_alice.post(NEW, typed)
    assert response.status_code == 200
    assert 'value="Acme &amp; Co"' in response.text
    assert 'value="999"' in response.text
    assert (CHECKED.findall(response.text), SEEN.findall(response.text)) == (["skills"],) * 2
    assert not ShareLink.objects.exists()


def test_htmx_gets_the_preview_alone(as_alice, profile):
    headers = HTMX | {"HX-Target": "preview"}
    response = as_alice.post(NEW, {"parts": ["level"], "do": "preview"}, headers=headers)
    assert response.text.strip().startswith("<section")
    assert SEEN.findall(response.text) == ["level"]


@pytest.mark.parametrize("parts", [[], ["name"], ["pay"]])
def test_nothing_to_show_is_said(as_alice, profile, parts):
    response = as_alice.post(NEW, {"parts": parts, "do": "preview"})
    assert "Nothing yet: choose at least one thing" in response.text
    assert cards(response) == []


# --- Making it ------------------------------------------------------------------------------------


def test_a_link_is_shown_once_and_kept_as_a_digest(as_alice, profile):
    response = make(as_alice, Part.SKILLS, Part.LEVEL, seen="level skills")
    [address] = set(LINK.findall(response.text))
    link = ShareLink.objects.get()
    assert link.digest == digest_of(address.split("/")[2])
    assert link.parts == ["level", "skills"]
    assert link.expires_at - link.created_at == timedelta(days=30)
    assert Client().get(address).status_code == 200
    for page in (LIST, f"{LIST}{link.pk}/"):
        assert not LINK.search(as_alice.get(page).text)


@pytest.mark.parametrize("seen", ["", "level", "skills certificates"])
def test_what_was_not_looked_at_is_not_shown_to_anybody(as_alice, profile, seen):
    response = make(as_alice, Part.SKILLS, seen=seen)
    assert response.status_code == 422
    assert "look at it, then make the link" in response.text
    assert not ShareLink.objects.exists()
    assert SEEN.findall(response.text) == ["skills"]  # so the same button now makes it
    assert 'id="shared-skills"' in response.text


@pytest.mark.parametrize("days", ["0", "366", "-1", "a month", ""])
def test_it_works_for_a_day_to_a_year(as_alice, profile, days):
    response = make(as_alice, days=days)
    assert response.status_code == 422
    assert not ShareLink.objects.exists()
    assert 'value="Acme"' in response.text
    assert 'id="shared-skills"' in response.text


def test_a_label_is_a_line_of_text(as_alice, profile):
    assert make(as_alice, label="").status_code == 422
    assert make(as_alice, label="a\u202eb").status_code == 422
    assert make(as_alice, label="a" * 61).status_code == 422
    assert not ShareLink.objects.exists()


def test_parts_that_are_not_known_are_refused(as_alice, profile):
    response = as_alice.post(
        NEW, {"parts": ["skills", "pay"], "seen": "skills", "label": "Acme", "days": "30"}
    )
    assert response.status_code == 422
    assert not ShareLink.objects.exists()


def test_twenty_links_work_at_the_same_time(as_alice, profile):
    now = timezone.now()
    for number in range(MAX_LINKS):
        link_of(profile, number)
    link_of(profile, 98, revoked_at=now)
    link_of(profile, 99, created_at=now - timedelta(days=2), expires_at=now - timedelta(days=1))
    response = make(as_alice)
    assert (response.status_code, ShareLink.objects.count()) == (422, 22)
    assert "20 links can work at the same time" in response.text
    ShareLink.objects.filter(label="Link 0").update(revoked_at=now)
    assert make(as_alice).status_code == 200


# --- The list, and ending -------------------------------------------------------------------------


def test_the_list_says_what_each_shows_until_when_and_how_often(as_alice, profile):
    link_of(profile, expires_at=timezone.now() + timedelta(days=400), opened=3)
    text = " ".join(as_alice.get(LIST).text.split())
    assert "1 link shows something of you" in text
    assert "Skills, the confirmed ones marked" in text
    day = (timezone.localdate() + timedelta(days=400)).strftime("%-d %B %Y")
    assert f"<b>Opened 3 times</b> <span>until {day}</span>" in text


def test_a_link_is_ended_with_one_click(as_alice, profile):
    address = LINK.search(make(as_alice).text)[0]
    link = ShareLink.objects.get()
    end = f"{LIST}{link.pk}/end/"
    assert as_alice.post(end, follow=True).text.count("“Acme” works no more.") == 1
    assert Client().get(address).status_code == 404
    ended = ShareLink.objects.get().revoked_at
    assert "works no more." not in as_alice.post(end, follow=True).text  # nor is it ended again
    assert ShareLink.objects.get().revoked_at == ended


def test_links_that_are_over_stay_listed(as_alice, profile):
    now = timezone.now()
    link_of(profile, 1, revoked_at=now)
    link_of(profile, 2, created_at=now - timedelta(days=2), expires_at=now - timedelta(days=1))
    text = as_alice.get(LIST).text
    assert "No link shows anything of you" in text
    assert [text.count(badge) for badge in (">Ended<", ">Expired<")] == [1, 1]
    assert "/end/" not in text


def test_only_ones_own_are_listed(as_alice, profile, bob):
    link_of(ProfileFactory(user=bob))
    assert "Link 0" not in as_alice.get(LIST).text


@pytest.mark.parametrize("number", [1, 20])
def test_the_list_asks_as_many_queries_for_one_as_for_twenty(
    as_alice, profile, number, django_assert_num_queries
):
    for one in range(number):
        link_of(profile, one)
    with django_assert_num_queries(4):
        as_alice.get(LIST)
