"""Job ads: pasted, looked through, kept, side by side, and how next skills are ranked by them."""

import html
import re
from datetime import date

from planner.actions import fill_profile, read_person
from planner.models import JobAd
from tests.factories import ProfileFactory
from tests.planner.reading.job_ads import AD, KAFKA, NEW, an_ad, keep, title

TODAY = date(2026, 11, 24)

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


def test_seniority_and_years_are_told_before_and_after_keeping(as_alice, alices):
    text = "Senior Developer\nRequirements: 5+ years of experience with Kafka"
    said = "Seniority named: senior. It asks for at least 5 years of experience; you have"
    assert said in as_alice.post(NEW, {"text": text}).text
    assert said in as_alice.get(f"/jobs/{an_ad(alices, text=text).pk}/").text


def test_pay_in_another_money_is_left_and_said(as_alice, alices):
    page = as_alice.post(NEW, {"text": "Requirements: Kafka\nSalary: €60,000 - €70,000"}).text
    assert "in another money" in page
    assert 'name="pay_low" value' not in page
    assert "in another money" not in as_alice.post(NEW, {"text": AD}).text


def test_a_row_says_how_many_years_and_which_alternatives_an_ad_asks_for(as_alice, alices):
    page = as_alice.post(NEW, {"text": AD}).text
    assert "3+ years asked for." in page
    assert page.count("PostgreSQL or MySQL / MariaDB: one is enough.") == 2


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


def test_where_most_is_only_named_that_is_said(as_alice, alices):
    text = "We run Python, Kafka, Redis and Elixir.\nRequirements: Rust"
    page = as_alice.get(f"/jobs/{an_ad(alices, text=text).pk}/")
    assert title(page) == "You meet 0 of 1 requirement and 1 of 4 skills that it only names"
    named = next(group for group in page.context["groups"] if group.key == "mentioned")
    assert named.rows[0].said == "Working assumed; you: nothing stated"
    assert page.context["fit_said"] == "0 of 1 required, 1 of 4 named"
    text = "We run Kafka, Redis and Elixir.\nRequirements: Python"
    page = as_alice.get(f"/jobs/{an_ad(alices, text=text).pk}/")
    assert title(page) == (
        "You have everything that this job requires and 0 of 3 skills that it only names"
    )
    assert "What is required is there. The rest could be there " in page.text


def test_of_a_long_way_the_first_steps_stand_open(as_alice, alices):
    text = "Requirements: Kubernetes, Kafka, Elixir, Rust, Scala, Kotlin, PHP, Swift, AWS, React"
    page = as_alice.get(f"/jobs/{an_ad(alices, text=text).pk}/")
    rest = len(page.context["way"].required) - 10
    assert rest > 1
    assert f"Then {rest} more steps for what is required" in page.text
    assert '<ol class="rows" start="11">' in page.text


def test_who_has_stated_no_skill_is_told_why_all_is_missing(client, db):
    profile = ProfileFactory()
    ad = an_ad(profile)
    client.force_login(profile.user)
    assert "You have stated no skill yet" in client.get(f"/jobs/{ad.pk}/").text


def test_who_has_stated_skills_is_not(as_alice, alices):
    assert "no skill yet" not in as_alice.get(f"/jobs/{an_ad(alices).pk}/").text


def test_an_ad_that_requires_nothing_has_a_way_with_dates_too(as_alice, alices):
    page = as_alice.get(f"/jobs/{an_ad(alices, text='We run Kafka and Elixir.').pk}/")
    assert re.search(r"All of it could be there (in|between) \w+ 20\d\d", page.text)
    assert "required" not in page.context["order"]
    assert "Then " not in page.text


def test_what_is_taken_as_known_is_said_to_be(as_alice, alices):
    page = as_alice.get(f"/jobs/{an_ad(alices, text='Requirements: SQL, Kafka, Redis').pk}/")
    said = {row.name: row.said for group in page.context["groups"] for row in group.rows}
    assert said["SQL"] == "Working asked for; you: taken as known, at no level"
    assert said["Redis"] == "Working asked for; you: nothing stated"


def test_a_cv_page_that_gets_an_ad_hands_it_on(as_alice, alices):
    page = as_alice.post("/read/", {"text": AD})
    assert "This reads like a job ad" in page.text
    form = re.search(r'<form [^>]*action="/jobs/new/">.*?</form>', page.text, re.S)[0]
    text = html.unescape(re.search(r'name="text" value="([^"]+)"', form)[1])
    assert "5 skills found" in as_alice.post(NEW, {"text": text}).text


def test_the_plan_has_what_is_required_first_with_dates(as_alice, alices):
    page = as_alice.get(f"/jobs/{an_ad(alices).pk}/")
    way = page.context["way"]
    assert [row.planned.step.id for row in way.required] == ["kafka"]
    assert [row.planned.step.id for row in way.rest][-1] == "terraform"
    assert all(re.search(r"20\d\d$", row.dates) for row in (*way.required, *way.rest))
    assert "What is required could be there " in page.text


def test_pay_is_a_range_beside_what_the_ad_states_and_never_before_entry_level(as_alice, alices):
    ad = an_ad(alices, "Requirements: Kubernetes, Go", pay_low=120_000, pay_high=150_000)
    before = as_alice.get(f"/jobs/{ad.pk}/")
    assert (before.context["pay"], before.context["worth"]) == ("", "")
    alices.skill_claims.all().delete()
    fill_profile(profile=alices, person=read_person("priya")["profile"], today=TODAY)
    page = as_alice.get(f"/jobs/{ad.pk}/")
    for figure in ("pay", "pay_after"):
        assert re.fullmatch(r"\$\d+k–\$\d+k", page.context[figure])
    assert re.fullmatch(
        r"Together it could be worth \$.+ a year after 36 months\.", page.context["worth"]
    )
    assert "$120k–$150k" in page.text


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


def test_of_many_open_requirements_the_first_are_named(as_alice, alices):
    skills = "Kafka, Redis, Rust, Elixir, Scala, Kotlin, Ruby, PHP"
    an_ad(alices, text=f"Senior Developer\nRequirements: 5+ years of experience, {skills}")
    row = as_alice.get("/jobs/").context["rows"][0]
    assert len(row.missing) == 7
    assert row.missing[-1] == "2 more"
    assert row.asked == "senior, 5+ years"


def test_what_recurs_is_counted(as_alice, alices):
    for text in ("Requirements: Kafka and Rust", "Requirements: Kafka and Elixir"):
        an_ad(alices, text=text)
    recurring = as_alice.get("/jobs/").context["recurring"]
    assert len(recurring) == 1
    assert (recurring[0].name, recurring[0].said) == (
        KAFKA, "Asked for in 2 of your 2 ads: “Developer” and “Developer”"
    )  # fmt: skip


def test_without_an_ad_the_page_says_what_it_is_for(as_alice, alices):
    assert "No job ad yet" in as_alice.get("/jobs/").text


def test_job_ads_are_found_from_the_pages_beside_them(as_alice, alices):
    for url in ("/gaps/", "/skills/", "/dashboard/?rank=jobs"):
        assert 'href="/jobs/' in as_alice.get(url).text
    page = as_alice.get("/jobs/").text
    assert '<a class="nav__link" href="/gaps/" aria-current="true">' in page


# --- The ranking of next skills -------------------------------------------------------------------


def test_the_dashboard_ranks_by_ads_if_that_is_switched_on(as_alice, alices):
    an_ad(alices, text="Requirements: Elixir and Kafka")
    an_ad(alices, text="Requirements: Elixir and Python")
    page = as_alice.get("/dashboard/?rank=jobs")
    first = page.context["studies"][0]
    assert first.suggestion.step.id == "elixir"
    assert first.why.startswith("Would close a gap in 2 of your 2 ads")
    assert not first.why.endswith((" ", "."))
    assert "it would close a gap in" in page.text
    assert as_alice.get("/dashboard/").context["ads"] is None


def test_the_dashboard_says_so_where_there_is_no_ad(as_alice, alices):
    assert "You keep no job ad yet" in as_alice.get("/dashboard/?rank=jobs").text
