"""Check-ins: what a mentor and a mentee agreed on, for both to read, tick off and take over."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from accounts.models import Consent
from planner.models import AgreedAction, AgreedLevel, CheckIn, Event, SkillClaim
from tests.factories import SkillClaimFactory
from tests.planner.mentoring.test_ratings import rate
from tests.planner.test_dashboard import profile, title

pytestmark = pytest.mark.django_db


@pytest.fixture
def address(alices):
    return f"/mentees/{alices.pk}/check-ins/"


@pytest.fixture
def check_in(alices, mira):
    """Docker was agreed on at Proficient and Git at Learning; Alice has something to do."""
    held = alices.check_ins.create(mentor=mira, held_on=timezone.localdate(), words="Well done")
    AgreedLevel.objects.create(check_in=held, skill_id="docker", proficiency=3)
    AgreedLevel.objects.create(check_in=held, skill_id="git", proficiency=1)
    AgreedAction.objects.create(check_in=held, text="Write a README", due_on=held.held_on)
    return held


def sent(**more):
    return {"held_on": timezone.localdate().isoformat()} | {
        name.replace("_", "-") if name != "held_on" else name: value for name, value in more.items()
    }


def mine(check_in, what=""):
    return f"/guidance/check-ins/{check_in.pk}/{what}"


def claimed(profile):
    return dict(profile.skill_claims.values_list("skill", "proficiency"))


# --- Writing one ----------------------------------------------------------------------------------


def test_it_begins_with_the_largest_disagreements(as_mira, alices, mira, address):
    for n, skill in enumerate(["git", "rest", "redis", "kafka", "sql"]):
        long_ago = timezone.now() - timedelta(days=30)
        SkillClaimFactory(profile=alices, skill_id=skill, proficiency=0, updated_at=long_ago)
        rate(alices, mira, skill, min(4, n + 1), days=n)
    page = as_mira.get(f"{address}new/")
    rows = [(skill.value(), level.value()) for skill, level in page.context["form"].level_rows()]
    assert rows[:4] == [("kafka", "4"), ("sql", "4"), ("redis", "3"), ("rest", "2")]
    assert rows[4:] == [(None, None)] * 2


def test_it_keeps_levels_actions_and_words(as_mira, alices, mira, address):
    tomorrow = timezone.localdate() + timedelta(days=1)
    response = as_mira.post(
        f"{address}new/",
        sent(
            words="A good talk.", skill_2="docker", level_2="3", skill_4="git", level_4="0",
            text_0="Write a README", who_0="mentee", due_0=tomorrow.isoformat(),
            text_3="Send a sample", who_3="mentor",
        ),
    )  # fmt: skip
    held = CheckIn.objects.get()
    assert response.url == f"{address}{held.pk}/"
    assert (held.profile, held.mentor, held.words) == (alices, mira, "A good talk.")
    assert dict(held.agreed_levels.values_list("skill", "proficiency")) == {"docker": 3, "git": 0}
    actions = list(held.agreed_actions.order_by("pk").values_list("who", "text", "due_on"))
    assert actions == [
        ("mentee", "Write a README", tomorrow), ("mentor", "Send a sample", None),
    ]  # fmt: skip
    assert claimed(alices) == {"docker": 2, "python": 3}


REFUSED = {
    "nothing": ({"text_3": ""}, "Write down at least one thing"),
    "no day": ({"held_on": ""}, "This field is required."),
    "tomorrow": ({"held_on": "2099-01-01"}, "This day is still to come."),
    "a skill without a level": ({"skill_0": "git"}, "Say which level you agreed on"),
    "a level without a skill": ({"level_0": "2"}, "Say of which skill."),
    "a skill twice": (
        {"skill_0": "git", "level_0": "2", "skill_1": "git", "level_1": "3"},
        "This skill stands above already.",
    ),
    "an unknown skill": ({"skill_0": "cobol", "level_0": "2"}, "not one of the available"),
    "an unknown level": ({"skill_0": "git", "level_0": "5"}, "not one of the available"),
    "a day without an action": ({"due_0": "2027-01-01"}, "Say what is to be done by that day."),
    "a long action": ({"text_0": "t" * 201}, "at most 200 characters"),
    "two lines of action": ({"text_0": "a\nb"}, "ordinary punctuation only"),
    "an unknown person": ({"text_0": "Go", "who_0": "boss"}, "not one of the available"),
    "too many words": ({"words": "w" * 2_001}, "at most 2000 characters"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_bad_input_is_refused_and_kept(as_mira, address, what):
    change, message = REFUSED[what]
    response = as_mira.post(f"{address}new/", sent(text_3="Keep this") | sent(**change))
    assert response.status_code == 422
    assert message in response.text
    assert response.context["form"]["held_on"].value() == sent(**change)["held_on"]
    assert not CheckIn.objects.exists()


def test_the_same_check_in_is_written_once(as_mira, address):
    as_mira.post(f"{address}new/", sent(words="We talked"))
    response = as_mira.post(f"{address}new/", sent(words="We talked"))
    assert response.status_code == 422
    assert "You wrote this check-in already." in response.text
    assert CheckIn.objects.count() == 1


def test_the_mentee_gets_a_mail_unless_consent_ended(as_mira, address, run_tasks):
    as_mira.post(f"{address}new/", sent(words="We talked"))
    run_tasks()
    assert [message.to for message in mail.outbox] == [["alice@example.com"]]
    assert "We talked" not in mail.outbox[0].body
    as_mira.post(f"{address}new/", sent(words="Again"))
    Consent.objects.update(ends_at=timezone.now())
    run_tasks()
    assert len(mail.outbox) == 1


# --- Reading one ----------------------------------------------------------------------------------


def test_both_sides_read_all_of_it(as_mira, as_alice, check_in, address):
    theirs, own = as_mira.get(f"{address}{check_in.pk}/"), as_alice.get(mine(check_in))
    for page in (theirs, own):
        assert "Well done" in page.text
        assert "Write a README" in page.text
        assert "Proficient" in page.text
    assert title(theirs).startswith("Check-in of Alice and Mira, ")
    assert title(own).startswith("Your check-in with Mira, ")


def test_the_lists_tell_what_is_still_to_do(as_mira, as_alice, check_in, address):
    for page in (as_mira.get(address), as_alice.get("/guidance/")):
        assert "To do: Write a README" in page.text
    check_in.agreed_actions.update(done_at=timezone.now())
    for page in (as_mira.get(address), as_alice.get("/guidance/")):
        assert "To do:" not in page.text


def test_a_co_mentor_who_sees_the_skills_reads_it_too(as_nick, check_in, address):
    assert as_nick.get(f"{address}{check_in.pk}/").status_code == 200


def test_a_check_in_of_somebody_else_is_not_reached_through_a_mentee(
    as_mira, mira, bob, alices, address
):
    theirs = profile(bob).check_ins.create(mentor=mira, held_on=timezone.localdate(), words="x")
    assert as_mira.get(f"{address}{theirs.pk}/").status_code == 404


@pytest.mark.parametrize("what", ["", "adopt/", "actions/1/"])
def test_others_do_not_reach_it(client, charlie, check_in, what):
    client.force_login(charlie)
    answer = client.get if not what else client.post
    assert answer(mine(check_in, what)).status_code == 404


# --- Ticking off ----------------------------------------------------------------------------------


def test_both_sides_tick_an_action_off_and_on(as_mira, as_alice, check_in, address):
    action = check_in.agreed_actions.get()
    theirs, own = (
        f"{address}{check_in.pk}/actions/{action.pk}/", mine(check_in, f"actions/{action.pk}/"),
    )  # fmt: skip
    for browser, url, done in (
        (as_alice, own, "1"),
        (as_mira, theirs, "0"),
        (as_mira, theirs, "1"),
    ):
        assert browser.post(url, {"done": done}).status_code == 302
        action.refresh_from_db()
        assert (action.done_at is not None) == (done == "1")
    first = action.done_at
    as_alice.post(own, {"done": "1"})
    action.refresh_from_db()
    assert action.done_at == first


def test_an_action_of_another_check_in_does_not_exist(as_alice, alices, check_in):
    other = alices.check_ins.create(held_on=timezone.localdate())
    action = check_in.agreed_actions.get()
    assert as_alice.post(mine(other, f"actions/{action.pk}/"), {"done": "1"}).status_code == 404


# --- Taking levels over ---------------------------------------------------------------------------


def test_one_click_takes_all_over(as_alice, alices, check_in):
    shown = as_alice.get(mine(check_in)).context["adoptable"]
    assert shown == [("docker", "2"), ("git", "unassessed")]
    was = {f"was-{skill}": value for skill, value in shown}
    assert as_alice.post(mine(check_in, "adopt/"), was).url == mine(check_in)
    assert claimed(alices) == {"docker": 3, "git": 1, "python": 3}
    assert as_alice.get(mine(check_in)).context["adoptable"] == []
    origins = Event.objects.filter(profile=alices, kind="skill").values_list("origin", flat=True)
    assert set(origins) == {Event.Origin.MENTOR}


def test_or_one_of_them(as_alice, alices, check_in):
    was = {"was-docker": "2", "was-git": "unassessed", "skill": "git"}
    as_alice.post(mine(check_in, "adopt/"), was)
    assert claimed(alices) == {"docker": 2, "git": 1, "python": 3}


def test_what_changed_meanwhile_is_not_overwritten(as_alice, alices, check_in):
    SkillClaim.objects.filter(profile=alices, skill="docker").update(proficiency=4)
    was = {"was-git": "unassessed", "was-docker": "2"}
    response = as_alice.post(mine(check_in, "adopt/"), was)
    assert response.status_code == 409
    assert "nothing was taken over" in response.text
    assert claimed(alices) == {"docker": 4, "python": 3}


@pytest.mark.parametrize("data", [{}, {"was-docker": "9"}, {"was-docker": "2", "skill": "redis"}])
def test_what_was_not_agreed_cannot_be_taken_over(as_alice, alices, check_in, data):
    assert as_alice.post(mine(check_in, "adopt/"), data).status_code == 422
    assert claimed(alices) == {"docker": 2, "python": 3}
