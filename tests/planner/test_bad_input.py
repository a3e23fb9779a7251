"""What no honest browser sends: a clear answer, nothing lost, nobody else's rows touched."""

from urllib.parse import urlencode

import pytest
from django.urls import reverse

from planner import forms
from planner.models import Profile, SkillClaim
from tests.factories import ProfileFactory
from tests.htmx import HTMX

pytestmark = pytest.mark.django_db
FORM = "application/x-www-form-urlencoded"
NUL, LONE_SURROGATE, NOT_UTF_8 = "%00", "%ED%A0%80", "%FF%FE"
ODD = pytest.mark.parametrize("odd", [NUL, LONE_SURROGATE, NOT_UTF_8])
POSTS = {  # what each page takes, all of it in order
    "/skills/python/proficiency/": {"proficiency": "2", "was": "unassessed"},
    "/profile/": {
        "years": "4", "started_on": "", "hours_per_week": "6", "place": "", "industry": "",
        "target": "", "current_pay": "",
    },
    "/certifications/add/": {"certification": "ckad", "earned_on": "2026-01-01", "expires_on": ""},
    "/start/about/": {"years": "4", "started_on": "", "place": "", "target": ""},
    "/start/certifications/": {"current_pay": ""},
}  # fmt: skip
FIELDS = [(path, field) for path, data in POSTS.items() for field in data]


@pytest.mark.parametrize("path", POSTS)
def test_without_anything_odd_the_same_forms_are_taken(as_alice, path):
    assert as_alice.post(path, POSTS[path]).status_code == 302


@ODD
@pytest.mark.parametrize(("path", "field"), FIELDS)
def test_odd_characters_are_refused_with_a_message(as_alice, alice, path, field, odd):
    others = {name: value for name, value in POSTS[path].items() if name != field}
    response = as_alice.post(path, f"{urlencode(others)}&{field}=a{odd}b", content_type=FORM)
    assert response.status_code == 422
    assert 'role="alert"' in response.text
    profile = Profile.objects.get(user=alice)
    assert profile.experience is None
    assert not profile.skill_claims.exists()


@ODD
def test_odd_characters_in_the_way_back_lead_to_the_list(as_alice, odd):
    body = f"proficiency=2&was=unassessed&next=a{odd}b"
    response = as_alice.post("/skills/python/proficiency/", body, content_type=FORM)
    assert response.url == "/skills/#skill-python"


@ODD
def test_odd_characters_in_a_search_find_nothing(as_alice, odd):
    response = as_alice.get(f"/skills/?q=a{odd}b")
    assert response.status_code == (400 if odd == NUL else 200)


@pytest.mark.parametrize("text", ["\x00", "\x1b[2J", "a\ud800", "\u202egnp.exe"])
def test_a_search_form_takes_plain_text_only(text):
    assert not forms.SkillSearchForm({"q": text}).is_valid()


def test_too_long_a_search_is_told(as_alice):
    response = as_alice.get("/skills/", {"q": "a" * 61})
    assert response.status_code == 422
    assert "at most 60 characters" in response.text


@pytest.mark.parametrize("headers", [HTMX, {}], ids=["htmx", "plain"])
@pytest.mark.parametrize("choice", ["5", "-1", "2.0", "", "expert", "1e999"])
def test_an_unknown_choice_is_refused_and_the_row_comes_back(as_alice, alice, choice, headers):
    ProfileFactory(user=alice, skills={"python": 3})
    data = {"proficiency": choice, "was": "3"}
    response = as_alice.post("/skills/python/proficiency/", data, headers=headers)
    assert response.status_code == 422
    assert "nothing was saved" in response.text
    assert SkillClaim.objects.get().proficiency == 3


def test_a_choice_that_does_not_say_what_was_shown_is_refused(as_alice):
    assert as_alice.post("/skills/python/proficiency/", {"proficiency": "2"}).status_code == 422
    assert not SkillClaim.objects.exists()


@pytest.mark.parametrize("skill", ["no-such-skill", "PYTHON", "0"])
def test_an_unknown_skill_does_not_exist(as_alice, skill):
    url = reverse("planner:set_proficiency", args=[skill])
    assert as_alice.post(url, {"proficiency": "2", "was": "unassessed"}).status_code == 404


@pytest.mark.parametrize("action", ["edit", "remove"])
def test_an_unknown_certification_does_not_exist(as_alice, action):
    url = reverse(f"planner:certification_{action}", args=["no-such"])
    assert as_alice.post(url, {"earned_on": "2026-01-01"}).status_code == 404


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("/skills/python/proficiency/", {"proficiency": "2", "was": "unassessed"}),
        ("/profile/", {"years": "9", "hours_per_week": "6"}),
        ("/certifications/add/", {"certification": "cka", "earned_on": "2026-01-01"}),
        ("/start/sample/", {}),
    ],
)
def test_a_forged_owner_is_ignored(as_alice, alice, bob, path, data):
    theirs = ProfileFactory(user=bob, skills={"go": 1})
    forged = {"user": bob.pk, "owner": bob.pk, "profile": theirs.pk, "id": theirs.pk}
    assert as_alice.post(path, data | forged).status_code == 302
    assert Profile.objects.filter(pk=theirs.pk).values_list(
        "years_stated", "is_sample", "updated_at"
    ).get() == (None, False, theirs.updated_at)
    assert list(theirs.skill_claims.values_list("skill_id", "proficiency")) == [("go", 1)]
    assert not theirs.certification_claims.exists()


@pytest.mark.parametrize(
    "path", [*POSTS, "/skills/", "/start/", "/start/skip/", "/profile/clear-sample/"]
)
def test_strangers_are_asked_to_sign_in(client, path):
    response = client.post(path) if path in POSTS else client.get(path)
    assert response.url.startswith("/accounts/login/")


def test_text_of_a_person_is_escaped(as_alice):
    response = as_alice.get("/skills/", {"q": "<script>alert(1)</script>"})
    assert "<script>alert" not in response.text
    assert "&lt;script&gt;alert" in response.text
