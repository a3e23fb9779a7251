"""Boundaries, ambiguous words, statuses, years, alternatives and the rest, one rule at a time."""

import pytest

from planner.domain.reading import guess_kind, read_ad
from tests.domain.reading.examples import LEXICON, examples


def read(text):
    return {finding.skill_id: finding for finding in read_ad(text, LEXICON).findings}


def statuses(text):
    return {skill: finding.status for skill, finding in read(text).items()}


@pytest.mark.parametrize(
    ("text", "skills"),
    [
        ("JavaScript", {"javascript"}),
        ("C, C++ and C#", {"c", "cpp", "csharp"}),
        ("C/C++", {"c", "cpp"}),
        ("Spring Boot", {"spring-boot"}),
        ("Python3, Java 11 and ES6", {"python", "java", "javascript"}),
        ("ASP.NET and .NET 8", {"dotnet"}),
        ("AWS Lambda and S3", {"aws", "serverless"}),
        ("Java™ and C ++", {"java", "cpp"}),
        ("the-javabeans.com", set()),
        ("go@java.org, github.com/perl and https://python.org", set()),
        ("CI / CD, ci-cd", {"cicd"}),
    ],
)
def test_names_have_boundaries(text, skills):
    assert read(f"Experience with {text}").keys() == skills


@pytest.mark.parametrize(
    ("text", "skills"),
    [
        ("Go developer", {"go"}),
        ("services written in Go", {"go"}),
        ("Python, Go, Kafka", {"python", "go", "kafka"}),
        ("python / go / rust", {"python", "go", "rust"}),
        ("Go, Rust or C", {"go", "rust", "c"}),
        ("Kafka, Redis, Java. We go far.", {"kafka", "redis", "java"}),
        ("Kafka, Redis, Java. R&D and Series C.", {"kafka", "redis", "java"}),
        ("Java, Kafka, Redis. React to change!", {"java", "kafka", "redis"}),
        ("Ansible, Chef and Puppet", {"ansible"}),
        ("Our Chef adds salt", set()),
        ("Spring, Hibernate, Java", {"spring", "hibernate", "java"}),
        ("next spring we meet at Panda Express", set()),
    ],
)
def test_words_of_several_meanings_need_a_reason(text, skills):
    assert read(text).keys() == skills


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Kafka is a plus", "optional"),
        ("Kafka (nice to have)", "optional"),
        ("Ideally you know Kafka", "optional"),
        ("Bonus: Kafka", "optional"),
        ("Kafka is not required", "optional"),
        ("Must have: Kafka", "required"),
        ("Kafka experience is essential", "required"),
        ("3+ years of experience with Kafka", "required"),
        ("We moved away from Kafka", "negated"),
        ("No Kafka here", "negated"),
        ("RabbitMQ instead of Kafka", "negated"),
        ("We run Kafka", "mentioned"),
        ("About us\nWe run Kafka", "context"),
        ("Benefits: a Kafka reading group", "context"),
        ("Requirements\n- Kafka", "required"),
        ("Requirements\n- Kafka preferred", "optional"),
        ("Nice to have\n- Kafka", "optional"),
        ("What you'll do\n- run Kafka", "mentioned"),
        ("Requirements: Java. Nice to have: Kafka. Benefits: fruit.", "optional"),
        ("Requirements\n- Cloud, AWS preferred Experience with Kafka", "required"),
    ],
)
def test_the_status_comes_from_cues_and_headings(text, status):
    assert statuses(text)["kafka"] == status


def test_markup_is_no_text():
    ad = "<p><b>Requirements</b></p><ul><li>C&#43;&#43; &amp; Go</li><li>R&amp;D</li></ul>"
    assert statuses(ad) == {"cpp": "required", "go": "required"}
    assert read_ad(ad, LEXICON).text == "Requirements\n\n• C++ & Go\n\n• R&D"


def test_an_optional_clause_says_nothing_of_the_others():
    found = statuses("Requirements\n- Strong Python skills, experience with Go or Rust is a plus")
    assert found == {"python": "required", "go": "optional", "rust": "optional"}


def test_the_strongest_status_of_all_mentions_counts():
    found = statuses("About us\nWe love Java\nNice to have\n- Java\nRequirements\n- Java")
    assert found == {"java": "required"}


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("5+ years of Python", (5, None)),
        ("3-5 years of experience with Python", (3, 5)),
        ("Python (four years)", (4, None)),
        ("at least two (2) years in Python", (2, None)),
        ("Founded 10 years ago, we use Python", (None, None)),
        ("80 years of Python", (None, None)),
    ],
)
def test_years_belong_to_their_clause(text, years):
    finding = read(text)["python"]
    assert (finding.years_min, finding.years_max) == years


def test_each_number_has_its_own_skills():
    found = read("3 years of Java and 5 years of Python")
    assert (found["java"].years_min, found["python"].years_min) == (3, 5)


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("Python or Go", [{"python", "go"}]),
        ("Python, Java, or Go", [{"python", "java", "go"}]),
        ("Docker and Kubernetes or Nomad and AWS/GCP", [{"aws", "gcp"}]),
        ("Python or Go, Docker, and Kafka", [{"python", "go"}]),
        ("one of these: Java, Kotlin, Scala", [{"java", "kotlin", "scala"}]),
        ("databases such as MySQL, PostgreSQL", [{"mysql", "postgresql"}]),
        ("PostgreSQL, MySQL, or equivalent", [{"postgresql", "mysql"}]),
        ("clouds (AWS or GCP)", [{"aws", "gcp"}]),
        ("Python and Go", []),
        ("Docker/Kubernetes", []),
    ],
)
def test_alternatives_are_grouped(text, groups):
    found = {}
    for finding in read(text).values():
        for mention in finding.mentions:
            found.setdefault(mention.group, set()).add(finding.skill_id)
    assert [
        skills for group, skills in sorted(found.items(), key=str) if group is not None
    ] == groups


@pytest.mark.parametrize(
    ("text", "seniority"),
    [
        ("Senior Backend Engineer", "senior"),
        ("Jr. Python Developer", "junior"),
        ("Lead Java Engineer (senior)", "lead"),
        ("Software Engineer, Mid-level", "mid"),
        ("Backend Engineer", None),
    ],
)
def test_the_title_says_how_senior(text, seniority):
    assert read_ad(text, LEXICON).seniority == seniority


def test_technologies_outside_of_the_catalogue_are_listed():
    reading = read_ad("Requirements\n- Python, Haskell, OpenSCAD\n- COBOL", LEXICON)
    assert reading.unknown_terms == ("Haskell", "OpenSCAD", "COBOL")


@pytest.mark.parametrize(
    ("text", "caution"),
    [
        ("", "empty"),
        (" \n\x00 ", "empty"),
        ("We sell flowers.", "nothing-found"),
        (
            "Wir suchen dich für unser Team, du arbeitest gern mit Python und Menschen. " * 5,
            "other-language",
        ),
    ],
)
def test_what_a_reader_should_know_is_said(text, caution):
    assert caution in read_ad(text, LEXICON).warnings


def test_an_ad_is_told_from_a_cv():
    assert guess_kind("We are looking for you. Requirements: Python") == "ad"
    assert guess_kind("Work experience\n2019 - present\nEducation\nme@example.com") == "cv"
    assert all(guess_kind(e.text) == "ad" for e in examples("ads"))
    assert all(guess_kind(e.text) == "cv" for e in examples("cvs"))
