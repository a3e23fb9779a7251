"""Forms in which ads are written: spelling, headings, cues, tables, lost line breaks."""

import pytest

from planner.domain.reading import guess_kind, read_ad
from tests.domain.reading.examples import LEXICON


def read(text):
    return {finding.skill_id: finding for finding in read_ad(text, LEXICON).findings}


def statuses(text):
    return {skill: finding.status for skill, finding in read(text).items()}


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("query optimisation", "query-optimization"),
        ("containerised services", "docker"),
        ("authorisation", "auth"),
        ("data modelling", "data-modeling"),
        ("behaviour-driven development", "tdd"),
        ("analysing requirements", "estimation"),
        ("virtualisation", "virtualization"),
    ],
)
def test_british_spelling_is_read_as_the_american_one(text, skill):
    assert skill in read(f"Experience with {text}, Docker and PostgreSQL")


def test_spelling_changes_no_other_word():
    found = read("Programmers and analysts with expertise in the analysis of enterprise promises")
    assert found.keys() == set()


@pytest.mark.parametrize(
    ("text", "skills"),
    [
        ("Python, Bash, or Go to automate clusters", {"python", "bash", "go"}),
        ("Linux and Bash; we go to conferences", {"linux", "bash"}),
        ("a JavaScript framework", {"javascript", "frontend"}),
        ("Linux containers", {"linux", "docker"}),
        ("Kafka and the optimization of bottlenecks", {"kafka", "performance"}),
        ("monitoring and logging of Kafka, Redis and Docker",
         {"observability", "logging", "kafka", "redis", "docker"}),
        ("relational and NoSQL databases", {"database-fundamentals", "nosql"}),
        ("Kafka, Docker, Redis. You report to our leadership.", {"kafka", "docker", "redis"}),
        ("Kafka, Docker, Redis, and AI-generated art", {"kafka", "docker", "redis"}),
        ("Kafka, Docker, Redis. Make a difference!", {"kafka", "docker", "redis"}),
        ("Ansible, Terraform, Docker. Our Chefs cook daily.", {"ansible", "terraform", "docker"}),
    ],
)  # fmt: skip
def test_names_among_other_words(text, skills):
    assert read(f"Experience with {text}").keys() == skills


@pytest.mark.parametrize(
    "text",
    ["Requirements: {}", "Requirements: expert in {}", "Requirements\n\n- Strong {} skills",
     "What we look for\n- {} (3 years)", "Tech stack: {}"],
)  # fmt: skip
@pytest.mark.parametrize(
    ("name", "skill"),
    [("Elixir", "elixir"), ("Go", "go"), ("Spring", "spring"), ("Swift", "swift")],
)
def test_what_is_asked_for_alone_is_a_skill(text, name, skill):
    assert read(text.format(name)).keys() == {skill}


@pytest.mark.parametrize(
    ("heading", "status"),
    [
        ("Key Skills & Experience Needed", "required"),
        ("Technical Qualifications", "required"),
        ("The ideal candidate will have", "required"),
        ("You might be a good fit if you", "required"),
        ("What we are looking for in you", "required"),
        ("To be successful in this role you will have", "required"),
        ("Knowledge, Skills & Abilities", "required"),
        ("Minimum Education/Certification Requirements", "required"),
        ("Highly desirable", "optional"),
        ("Plusses:", "optional"),
        ("Preferred Qualifications and Skills", "optional"),
        ("What will set you apart", "optional"),
        ("It would be a plus", "optional"),
        ("You may also have", "optional"),
        ("Key accountabilities", "mentioned"),
        ("A day in the life", "mentioned"),
        ("About Northwind", "context"),
        ("Why choose us?", "context"),
    ],
)
def test_headings_are_known_by_their_words(heading, status):
    assert statuses(f"Join us.\n\n{heading}\n- Kafka in production\n")["kafka"] == status


def test_a_sentence_is_no_heading():
    assert statuses("You might like this job.\nWe run Kafka.") == {"kafka": "mentioned"}
    assert statuses("Nice to have\n- Redis\n\nOur skills matter to us.\n- Kafka\n") == {
        "redis": "optional",
        "kafka": "optional",
    }


@pytest.mark.parametrize(
    "text",
    [
        "Kafka (no prior experience needed)",
        "Kafka, desirable",
        "Kafka - a plus",
        "Knowledge of Kafka, but not required",
        "Kafka experience highly regarded",
        "Kafka useful but not essential",
        "If you have touched Kafka, so much the better",
        "Kafka is no must, and not a deal-breaker",
        "Brownie points for Kafka",
        "Don't worry if you have never seen Kafka",
        "| 2 | Preferred | Kafka |",
        "AWS (EC2) and Kafka (KSQL) (nice to have)",
        "Docker is great.Nice to have\nKafka",
    ],
)
def test_more_ways_to_say_that_something_is_welcome(text):
    assert statuses(text)["kafka"] == "optional"


@pytest.mark.parametrize(
    "text",
    [
        "Kafka is non-negotiable",
        "Solid grasp of Kafka",
        "A proven track record with Kafka",
        "| 8 | Required | Kafka |",
        "Nice to have: Redis. Candidates should have Kafka",
        "3+ yrs Kafka",
    ],
)
def test_more_ways_to_say_that_something_is_required(text):
    assert statuses(text)["kafka"] == "required"


def test_brackets_speak_of_their_own_item_alone():
    found = statuses("Requirements\n- Strong Python and Django experience (Django 5 preferred)")
    assert found["python"] == "required"
    line = "Experience with Python Knowledge of AWS (S3) (Nice to have) Experience with Go"
    found = statuses(f"Ability to learn {line}")
    assert (found["aws"], found["python"]) == ("optional", "required")


@pytest.mark.parametrize(
    "text",
    [
        "RequirementsStrong Kafka skills",
        "We like tests.Strong knowledge of Kafka",
        "We ship weeklyExperience with Kafka",
    ],
)
def test_lost_line_breaks_are_put_back(text):
    assert statuses(text)["kafka"] == "required"


def test_a_name_with_capitals_inside_is_left_whole():
    for name, skill in (("AWS CodeBuild", "github-actions"), ("JavaScript", "javascript")):
        assert skill in read(f"Experience with {name} and Docker")


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("You work with the data engineers next door.", "data-engineering"),
        ("You report to a person, together with the technical lead.", "technical-leadership"),
        ("As a Junior Engineer you grow here.", "mentoring"),
        ("Our SREs are embedded in application teams.", "iot"),
        ("You know card payments (authorization/clearing).", "auth"),
    ],
)
def test_colleagues_and_words_of_other_trades_are_no_skills(text, skill):
    assert skill not in read(f"We use Kafka, Docker and Redis. {text}")


def test_ads_in_other_languages_are_no_cvs():
    french = "Nous cherchons un dev. Vous aimez Python.\n\nFormation\nBac +5\n\nCompétences\nGit"
    german = "Deine Aufgaben: Python. Unser Ort: Bonn.\n\nKenntnisse\nGit\n\nAusbildung\nLehre"
    assert [guess_kind(text) for text in (french, german)] == ["ad", "ad"]
