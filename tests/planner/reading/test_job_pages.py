"""Job ads: pasted, looked through, kept, side by side, one's own alone, and what goes wrong."""

import re

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from planner.domain.reading import MAX_CHARACTERS
from planner.models import JobAd
from planner.models.job_ads import MAX_JOB_ADS
from tests.factories import ProfileFactory, UserFactory

NEW = "/jobs/new/"
KAFKA = "Apache Kafka / event streaming"
AD = """Senior Backend Developer

Requirements:
- 3+ years of Python
- Kafka
- PostgreSQL or MySQL
- OpenSCAD

Nice to have:
- Terraform

Salary: $120,000 - $150,000 a year
"""


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel("2026-11-24T12:00:00Z", tick=False):
        yield


@pytest.fixture
def alices(alice):
    return ProfileFactory(
        user=alice,
        onboarded_at=timezone.now(),
        skills={"python": 4, "postgresql": 2, "kafka": 1, "networking": 2, "linux": 2},
    )


@pytest.fixture
def as_bob(db):
    client = Client()
    client.force_login(UserFactory(email="bob@example.com"))
    return client


def keep(client, text=AD, **more):
    return client.post(NEW, {"text": text, "title": "Developer", "keep": "1", **more})


def an_ad(profile, text=AD, **more):
    return JobAd.objects.create(profile=profile, text=text, **{"title": "Developer", **more})


def title(response):
    return re.search(r"<h1[^>]*>\s*(.*?)\s*</h1>", response.text, re.S)[1]


# --- Paste, look through, keep --------------------------------------------------------------------


def test_what_an_ad_asks_for_is_shown_before_anything_is_stored(as_alice, alices):
    response = as_alice.post(NEW, {"text": AD})
    assert response.status_code == 200
    assert not JobAd.objects.exists()
    assert 'name="title" value="Senior Backend Developer"' in response.text
    assert 'name="pay_low" value="120000"' in response.text
    assert "Taken from “Salary: $120,000 - $150,000 a year”" in response.text
    assert re.search(r'name="as-kafka" value="required" checked', response.text)
    assert re.search(r'name="as-terraform" value="optional" checked', response.text)
    assert "OpenSCAD" in response.text


def test_an_ad_is_kept_with_what_was_corrected_only(as_alice, alices):
    response = keep(
        as_alice,
        employer="Larfield",
        link="https://example.com/1",
        pay_low="$120,000",
        **{"as-kafka": "optional", "as-terraform": "no", "as-python": "required"},
    )
    ad = JobAd.objects.get()
    assert response.url == f"/jobs/{ad.pk}/"
    assert ad.corrections == {"kafka": "optional", "terraform": "no"}
    assert (ad.title, ad.employer, ad.link) == ("Developer", "Larfield", "https://example.com/1")
    assert (ad.pay_low, ad.pay_high) == (120_000, 120_000)


def test_the_gap_is_against_that_job(as_alice, alices):
    page = as_alice.get(f"/jobs/{an_ad(alices, pay_low=120_000, pay_high=150_000).pk}/")
    groups = {g.key: {r.name: r.state for r in g.rows} for g in page.context["groups"]}
    assert [g.key for g in page.context["groups"]] == ["required", "optional"]
    assert groups["required"] == {
        "Python": "have", KAFKA: "short", "PostgreSQL or MySQL / MariaDB": "have"
    }  # fmt: skip
    assert groups["optional"] == {"Infrastructure as code (Terraform)": "missing"}
    assert title(page) == "You meet 2 of 3 requirements: Apache Kafka / event streaming is open"
    assert "$120k–$150k" in page.text
    assert "OpenSCAD" in page.text


def test_the_plan_has_what_is_required_first_with_dates(as_alice, alices):
    page = as_alice.get(f"/jobs/{an_ad(alices).pk}/")
    steps = page.context["steps"]
    assert (steps[0].planned.step.id, steps[0].planned.is_for_target) == ("kafka", True)
    assert steps[-1].planned.step.id == "terraform"
    assert not steps[-1].planned.is_for_target
    assert all(re.search(r"20\d\d$", s.dates) for s in steps)


def test_a_correction_changes_the_verdict(as_alice, alices):
    ad = an_ad(alices, corrections={"kafka": "no"})
    assert title(as_alice.get(f"/jobs/{ad.pk}/")) == "You have everything that this job requires"


def test_an_ad_can_be_corrected_again(as_alice, alices):
    ad = an_ad(alices, corrections={"kafka": "no"})
    page = as_alice.get(f"/jobs/{ad.pk}/edit/")
    assert 'name="as-kafka" value="no" checked' in page.text
    response = as_alice.post(f"/jobs/{ad.pk}/edit/", {"title": "Other", "as-kafka": "required"})
    ad.refresh_from_db()
    assert response.status_code == 302
    assert (ad.title, ad.corrections, ad.text) == ("Other", {}, AD)


def test_an_ad_is_deleted_with_its_text(as_alice, alices):
    as_alice.post(f"/jobs/{an_ad(alices).pk}/delete/")
    assert not JobAd.objects.exists()


# --- Side by side ---------------------------------------------------------------------------------


def test_ads_stand_side_by_side_the_best_fit_first(as_alice, alices):
    an_ad(alices, title="Far", text="Requirements: Kafka, Rust and Elixir")
    an_ad(alices, title="Near", text="Requirements: Python and Kafka")
    page = as_alice.get("/jobs/")
    assert [row.ad.title for row in page.context["rows"]] == ["Near", "Far"]
    assert page.context["rows"][0].missing == (KAFKA,)
    assert title(page) == "“Near” is the closest of 2 job ads"


def test_what_recurs_is_counted(as_alice, alices):
    for text in ("Requirements: Kafka and Rust", "Requirements: Kafka and Elixir"):
        an_ad(alices, text=text)
    recurring = as_alice.get("/jobs/").context["recurring"]
    assert len(recurring) == 1
    assert (recurring[0].name, recurring[0].said) == (
        KAFKA, "Asked for in 2 of your 2 ads"
    )  # fmt: skip


def test_without_an_ad_the_page_says_what_it_is_for(as_alice, alices):
    assert "No job ad yet" in as_alice.get("/jobs/").text


@pytest.mark.parametrize("number", [1, 20])
def test_the_list_takes_as_many_queries_for_20_as_for_1(
    as_alice, alices, django_assert_num_queries, number
):
    for n in range(number):
        an_ad(alices, title=f"n{n}")
    as_alice.get("/jobs/")
    with django_assert_num_queries(6):
        assert len(as_alice.get("/jobs/").context["rows"]) == number


# --- The ranking of next skills -------------------------------------------------------------------


def test_the_dashboard_ranks_by_ads_if_that_is_switched_on(as_alice, alices):
    an_ad(alices, text="Requirements: Elixir and Kafka")
    an_ad(alices, text="Requirements: Elixir and Python")
    page = as_alice.get("/dashboard/?rank=jobs")
    first = page.context["studies"][0]
    assert first.suggestion.step.id == "elixir"
    assert first.why.startswith("Would close a gap in 2 of your 2 ads")
    assert not first.why.endswith((" ", "."))
    assert "Ranked by how many of your" in page.text
    assert as_alice.get("/dashboard/").context["ads"] is None


def test_the_dashboard_says_so_where_there_is_no_ad(as_alice, alices):
    assert "You keep no job ad yet" in as_alice.get("/dashboard/?rank=jobs").text


# --- What goes wrong ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Paste the text of the ad."),
        ("   \n ", "Paste the text of the ad."),
        ("We bake bread and are kind.", "This asks for no skill that the catalogue knows."),
        ("No PHP here.", "This asks for no skill"),
        ("\x00Kafka", "Null characters are not allowed."),
    ],
)
def test_a_text_without_skills_is_refused_in_words(as_alice, alices, text, said):
    response = as_alice.post(NEW, {"text": text})
    assert response.status_code == 422
    assert said in response.text


def test_an_ad_of_100_kb_in_one_line_is_read_and_kept(as_alice, alices):
    text = "Requirements: Kafka and Python. " * 3100 + "Nice to have: Terraform."
    response = as_alice.post(NEW, {"text": text})
    assert re.search(r'name="as-terraform" value="optional" checked', response.text)
    keep(as_alice, text)
    assert JobAd.objects.get().text == text


def test_of_a_longer_ad_the_first_100_kb_are_read_and_it_is_said(as_alice, alices):
    text = "Requirements: Kafka. " * 6000
    assert "Only the first 100 KB were read." in as_alice.post(NEW, {"text": text}).text
    keep(as_alice, text)
    assert len(JobAd.objects.get().text) <= MAX_CHARACTERS


def test_the_texts_of_all_ads_together_are_limited(as_alice, alices):
    for n in range(3):
        an_ad(alices, text=f"{n} Kafka ".ljust(MAX_CHARACTERS, "."))
    response = keep(as_alice)
    assert response.status_code == 422
    assert "All your job ads together can have 307,200 characters." in response.text
    assert "OpenSCAD" in response.text  # nothing of it is lost


def test_an_ad_in_another_language_is_read_with_a_caution(as_alice, alices):
    text = (
        "Wir suchen jemanden, der sich mit der Entwicklung von Diensten in Python und Kafka"
        " auskennt und die Arbeit im Team mag. Das bringst du mit: Erfahrung mit PostgreSQL und"
        " die Bereitschaft, sich in neue Themen einzuarbeiten, sowie Freude an der Arbeit."
    )
    assert "not in English" in as_alice.post(NEW, {"text": text}).text


def test_the_same_ad_is_not_kept_twice(as_alice, alices):
    keep(as_alice)
    response = keep(as_alice, AD.replace("\n", "\r\n"))
    assert response.status_code == 422
    assert "You keep this ad already, as “Developer”." in response.text
    assert JobAd.objects.count() == 1


def test_no_more_than_30_are_kept(as_alice, alices):
    for n in range(MAX_JOB_ADS):
        an_ad(alices, text=f"{n} Kafka")
    response = keep(as_alice)
    assert response.status_code == 422
    assert "as many as fit" in response.text
    assert "as many as fit" in as_alice.get("/jobs/").text


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("title", "", "This field is required"),
        ("link", "javascript:alert(1)", "Give a link that begins with"),
        ("link", "ftp://example.com", "Give a link that begins with"),
        ("pay_low", "a lot", "Give whole dollars a year"),
        ("as-kafka", "never", "is not one of the available choices"),
    ],
)
def test_a_wrong_answer_is_refused_and_the_text_kept(as_alice, alices, field, value, said):
    response = keep(as_alice, **{field: value})
    assert response.status_code == 422
    assert said in response.text
    assert "OpenSCAD" in response.text
    assert not JobAd.objects.exists()


def test_the_lower_pay_comes_first(as_alice, alices):
    response = keep(as_alice, pay_low="200000", pay_high="100000")
    assert "Give the lower figure first." in response.text


def test_markup_in_an_ad_stays_text(as_alice, alices):
    evil = "<script>alert(1)</script>"
    ad = an_ad(alices, f"{evil} Requirements: Kafka", title=evil, employer=evil)
    for url in ("/jobs/", f"/jobs/{ad.pk}/", f"/jobs/{ad.pk}/edit/", "/dashboard/?rank=jobs"):
        assert "<script>alert" not in as_alice.get(url).text
    assert "<script>alert" not in as_alice.post(NEW, {"text": ad.text}).text


@pytest.mark.parametrize("path", ["", "edit/"])
def test_an_ad_of_somebody_else_does_not_exist(as_bob, alices, path):
    assert as_bob.get(f"/jobs/{an_ad(alices).pk}/{path}").status_code == 404


def test_an_ad_of_somebody_else_is_not_deleted(as_bob, alices):
    assert as_bob.post(f"/jobs/{an_ad(alices).pk}/delete/").status_code == 404
    assert JobAd.objects.exists()
