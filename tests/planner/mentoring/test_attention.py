"""Who may need help: found by being behind and silent, for those who show their plan."""

import re

import pytest

from accounts.models import Scope, Sighting
from planner.models import Blocker, CheckIn, Nudge, Pause
from tests.factories import MentorFactory, mentor_of
from tests.planner.mentoring.people import ago, asked, day_ago, learner, step, wants_more
from tests.planner.test_dashboard import title

pytestmark = pytest.mark.django_db
QUERIES = 24  # nine of them tell how people are doing, eight what they are reminded of


@pytest.fixture
def look(client, mira, cohort):
    client.force_login(mira)
    return lambda: client.get(f"/cohorts/{cohort.pk}/attention/")


@pytest.fixture
def change(client, mira, cohort):
    client.force_login(mira)
    return lambda **data: client.post(f"/cohorts/{cohort.pk}/attention/", data)


def group_of(page, name):
    """The group in which somebody is named, or none."""
    for group, *_, learners in page.context["groups"]:
        if name in {one.name for one in learners}:
            return group
    return "none"


def key_of(page, name, day=7):
    found = (r for r in page.context["view"].reminders if r.turn.open.name == name and r.day == day)
    return next(found).key


# --- Who is flagged -------------------------------------------------------------------------------


def test_an_empty_cohort_says_so(look):
    assert title(look()) == "Nobody here shows you their plan"


def test_who_is_behind_and_silent_is_named_with_the_reasons(look, cohort):
    step(learner(cohort, "Alice", silent=20), due=20)
    page = look()
    assert title(page) == "1 of 1 person may need help"
    assert group_of(page, "Alice") == "disengaged"
    assert {"1 step overdue", "No sign for 20 days"} <= set(chips(page))


def chips(page):
    return re.findall(r'class="badge badge--(?:plan|outline)">([^<]+)<', page.text)


@pytest.mark.parametrize(
    ("silent", "due", "expected"),
    [(20, 20, "disengaged"), (10, 20, "watch"), (3, 20, "none"), (20, -20, "none")],
)
def test_one_sign_alone_is_no_sign(look, cohort, silent, due, expected):
    step(learner(cohort, "Alice", silent=silent), due=due)
    assert group_of(look(), "Alice") == expected


def test_without_work_nobody_is_flagged(look, cohort):
    learner(cohort, "Alice", silent=50)
    page = look()
    assert group_of(page, "Alice") == "none"
    assert "Has no work set" in chips(page)


def test_a_step_that_is_done_is_no_work_left(look, cohort):
    step(learner(cohort, "Alice", silent=50), "python", due=20)
    alice = learner(cohort, "Ben", silent=50)
    alice.skill_claims.update(proficiency=3)
    step(alice, "python", due=20)
    page = look()
    assert (group_of(page, "Alice"), group_of(page, "Ben")) == ("disengaged", "none")


def test_a_pause_explains(look, cohort):
    alice = learner(cohort, "Alice", silent=40)
    step(alice, due=30)
    Pause.objects.create(profile=alice, starts_on=day_ago(30), ends_on=day_ago(-5))
    page = look()
    assert group_of(page, "Alice") == "none"
    assert "Paused, 5 days left" in chips(page)


def test_a_blocker_that_stops_somebody_asks_for_help(look, cohort):
    alice = learner(cohort, "Alice")
    step(alice, due=20)
    Blocker.objects.create(
        profile=alice, severity="stops", text="No laptop since Monday", since=day_ago(2)
    )
    page = look()
    assert group_of(page, "Alice") == "struggling"
    assert "No laptop since Monday" in page.text


def test_who_cannot_go_on_is_on_the_page_before_being_late(look, cohort):
    alice = learner(cohort, "Alice")
    step(alice, due=-20)
    Blocker.objects.create(profile=alice, severity="stops", text="No laptop", since=day_ago(2))
    page = look()
    assert group_of(page, "Alice") == "asking"
    assert title(page) == "1 of 1 person may need help"
    assert "0 of 1 flagged" in page.text


def test_a_review_that_waits_stops_the_clock_of_the_mentee(look, cohort):
    alice = learner(cohort, "Alice", silent=40)
    step(alice, due=30)
    asked(alice, 39)
    page = look()
    assert group_of(page, "Alice") == "none"
    assert "1 review waiting for a mentor" in chips(page)


def test_somebody_new_is_never_flagged(look, cohort):
    step(learner(cohort, "Alice", silent=40, joined=13), due=30)
    assert group_of(look(), "Alice") == "none"


def test_a_check_in_is_a_sign_and_a_contact(look, cohort, mira):
    alice = learner(cohort, "Alice", silent=40)
    step(alice, due=30)
    CheckIn.objects.create(profile=alice, mentor=mira, held_on=day_ago(3))
    page = look()
    assert group_of(page, "Alice") == "none"
    assert "last contact with a mentor 3 days ago" in page.text


@pytest.mark.parametrize("sign", ["sign-in", "study", "mark"])
def test_other_signs_of_life(look, cohort, sign):
    alice = learner(cohort, "Alice", silent=40)
    step(alice, due=30)
    if sign == "sign-in":
        type(alice.user).objects.filter(pk=alice.user_id).update(last_login=ago(3))
    elif sign == "study":
        alice.study_sessions.create(item="docker", on=day_ago(3), hours=2)
    else:
        alice.step_marks.create(item="docker", what="start", at=ago(3))
    page = look()
    assert group_of(page, "Alice") == "none"
    assert "Last sign 3 days ago" in page.text


def test_an_alarm_for_most_is_said_to_be_none(look, cohort):
    for name in ("Alice", "Ben"):
        step(learner(cohort, name, silent=20), due=20)
    for name in ("Cleo", "Dan"):
        learner(cohort, name)
    assert "The alarm is too wide" in look().text


def test_a_few_of_many_are_within_the_budget(look, cohort):
    step(learner(cohort, "Alice", silent=20), due=20)
    for name in ("Ben", "Cleo", "Dan", "Eve"):
        learner(cohort, name)
    page = look()
    assert "1 of 5 flagged, 20%" in page.text
    assert "too wide" not in page.text


@pytest.mark.parametrize("number", [1, 200])
def test_the_number_of_queries_does_not_grow(look, cohort, mira, django_assert_num_queries, number):
    for n in range(number):
        mentee = learner(cohort, f"Person{n}", silent=20)
        step(mentee, due=20)
        asked(mentee, 5)
        wants_more(mentee, mira, 8, "git")
    look()
    with django_assert_num_queries(QUERIES):
        look()


# --- Reminders that are planned -------------------------------------------------------------------


def test_reminders_to_others_are_theirs_to_see(look, cohort):
    nick = MentorFactory(name="Nick")
    mentor_of(cohort, nick)
    asked(learner(cohort, "Alice", mentors=[cohort.lead, nick]), 3)
    people = {reminder.turn.person for reminder in look().context["view"].reminders}
    assert people == {cohort.lead.pk}


def test_a_reminder_is_held_and_released(look, change, cohort):
    asked(learner(cohort, "Alice"), 3)
    key = key_of(look(), "Alice")
    assert change(reminder=key, do="hold").status_code == 302
    assert ">Held<" in look().text
    assert Nudge.objects.get().held_by == cohort.lead
    change(reminder=key, do="release")
    assert ">Held<" not in look().text


def test_its_words_can_be_changed_and_taken_back(look, change, cohort):
    asked(learner(cohort, "Alice"), 3)
    key = key_of(look(), "Alice")
    change(reminder=key, do="words", words="Alice has her exam on Friday.")
    assert "“Alice has her exam on Friday.”" in look().text
    change(reminder=key, do="words", words="")
    assert "“Alice waits for a review of Python.”" in look().text


def test_one_that_went_out_cannot_be_changed(look, change, cohort):
    asked(learner(cohort, "Alice"), 3)
    key = key_of(look(), "Alice")
    change(reminder=key, do="hold")
    Nudge.objects.update(sent_at=ago(0))
    answer = change(reminder=key, do="words", words="Too late")
    assert answer.status_code == 409
    assert "went out" in answer.text
    assert "Too late" in answer.text


def test_words_that_are_refused_stay(look, change, cohort):
    asked(learner(cohort, "Alice"), 3)
    answer = change(reminder=key_of(look(), "Alice"), do="words", words="a\u202eb")
    assert answer.status_code == 422
    assert "There is a problem" in answer.text
    assert not Nudge.objects.exists()


def test_who_is_shown_nothing_can_change_nothing(change, cohort):
    asked(learner(cohort, "Alice", scopes=[]), 3)
    assert change(reminder="review:1@1@7", do="hold").status_code == 404


def test_a_matter_that_closes_says_when(look, cohort, mira):
    wants_more(learner(cohort, "Alice"), mira, 25)
    assert "closes after 28 days" in look().text


def test_of_many_reminders_a_page_shows_the_next_and_notes_whom(look, client, cohort):
    for n in range(27):
        asked(learner(cohort, f"Person{n}", scopes=[Scope.SKILLS]), 3)
    page = look()
    assert "1 to 25 of 27" in page.text
    assert Sighting.objects.count() == 25
    later = client.get(page.request["PATH_INFO"], {"page": 2})
    assert "26 to 27 of 27" in later.text
    assert Sighting.objects.count() == 27


def test_no_pay_on_the_page(look, cohort):
    alice = learner(cohort, "Alice", silent=20)
    step(alice, due=20)
    alice.current_pay = 91_234
    alice.save()
    assert "$" not in look().text
