"""CVs, exports and manifests."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.reading import (
    linkedin_name,
    read_cv,
    read_json_resume,
    read_linkedin,
)
from planner.domain.reading.positions import years_in
from tests.domain.reading.examples import LEXICON, TODAY
from tests.domain.reading.texts import cases

RESUME = {
    "basics": {"label": "Developer", "summary": "I like Linux"},
    "skills": [{"name": "Back end", "level": "Expert", "keywords": ["Go", "R"]}, "Rust", 7, None],
    "work": [
        {"name": "Acme", "startDate": "2020-01", "endDate": "2022-01-05", "highlights": ["Kafka"]},
        {"position": "Dev", "startDate": 2022, "summary": "Kafka and Java"},
    ],
    "certificates": [{"name": "CKAD", "date": "2024"}],
}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda part: (
        st.lists(part, max_size=3)
        | st.dictionaries(st.sampled_from(["skills", "work", "name", "keywords", "basics"]), part)
    ),
    max_leaves=12,
)
LINKEDIN = {
    "Skills.csv": "\ufeffName\r\nGo\r\nExpress\r\nGo\r\n",
    "Positions.csv": (
        "Company Name,Title,Description,Location,Started On,Finished On\r\n"
        'Acme,Dev,"Java,\nSpring Boot",Rome,Nov 2020,\r\n'
        "Before,Dev,Java,Rome,2019,Nov 2021\r\n"
    ),
}


def found(reading):
    return {f.skill_id: (f.years_min, f.proposed) for f in reading.findings}


def test_years_of_positions_overlap_once():
    cv = "Experience\nA\nJan 2018 - Jan 2020\nJava\nB\nJan 2019 - Jan 2022\nJava, Go"
    assert found(read_cv(cv, LEXICON, TODAY)) == {"java": (4.0, 3), "go": (3.0, 2)}


@pytest.mark.parametrize(
    ("dates", "years"),
    [
        ("Jan 2020 - Jan 2022", 2),
        ("01/2020 – 01/2022", 2),
        ("2020-01 to 2022-01", 2),
        ("2020 - 2022", 2.5),
        ("since November 2024", 2.1),
        ("from 2020 to 2022", 2.5),
        ("2030 - 2040", None),
        ("2022 - 2020", None),
        ("13/2020 - 14/2022", None),
        ("Jan '20 - Jan '22", 2),
        ("'20 - '22", None),
        ("03/2020-03/2022", 2),
        ("01.03.2020 - 31.03.2022", 2),
        ("March 1, 2020 - 31 March 2022", 2),
        ("2020.3 - 2022.3", 2),
        ("_March 2020 - March 2022_", 2),
        ("January - July 2020", 0.5),
        ("2024 to date", 2.9),
        ("2024 - heute", 2.9),
        ("de 03/2020 à 03/2022", 2),
        ("depuis 11/2024", 2.1),
        ("enero 2024 - Actualidad", 2.9),
        ("Acme - Depuis 11/2024", 2.1),
        ("used since 2020", None),
        ("grew from 2020", None),
        ("555-2019-2020", None),
    ],
)
def test_dates_are_read_in_every_form(dates, years):
    reading = read_cv(f"Experience\nA ({dates})\nJava", LEXICON, TODAY)
    assert reading.findings[0].years_min == years


@pytest.mark.parametrize(
    ("cv", "years"),
    [
        ("Experience\n2020 - 2022 Acme, Java developer\n2023 - 2024 Next, Go developer", 2.5),
        ("Experience\n| Jan 2020 - Jan 2022 | Java |\n| Jan 2023 - Jan 2024 | Go |", 2),
        ("Experience\nJava developer\nJan 2020 - Jan 2022\nGo developer\n2023 - 2024", 2),
        ("## Experience\n### Java developer\n\n*Jan 2020 - Jan 2022* | Rome\n\nA", 2),
        ("## Experience\n### Dev\n2020 - 2022\n#### Skills\nGo\n### Java\nJan 2023 - Jan 2024", 1),
        ("## Experience\n### Dev\nJan 2020 - Jan 2022\n**Tools:** Java", 2),
        ("## Experience\n### Dev\nJan 2020 - Jan 2022\n#### Tools\n- Java", 2),
        ("## Experience\n### Skills\nJava\n### Dev\n2020 - 2022\nGo", None),
        ("## Experience\n### Acme - Jan 2020 - Jan 2022\nJava", 2),
        ("## Experience\n### Dev\n2020 - 2022\n## Whatever\nJava", None),
        ("## Expériences\n### Dev\n2020 - 2022\n## Compétences\nJava", None),
        ("## Education\nBSc, 2016 - 2020, Java\n## Berufserfahrung\n2023 - 2024 Go", None),
    ],
)
def test_a_position_ends_where_the_next_one_or_another_part_begins(cv, years):
    assert found(read_cv(cv, LEXICON, TODAY))["java"][0] == years


@pytest.mark.parametrize(
    ("cv", "years"),
    [
        ("Experience\nDev, 2020 - 2022\nProjects\nShop, 2023 - 2025", 2.5),
        ("Projects\nShop, Jan 2023 - Jan 2025", 2),
        ("Experience\nDev\n2024-     ACME\n2020-2022   BEFORE", 5.4),
        ("Education\nBSc, 2016 - 2020", None),
        ("Ruby\nSince 2006 I have worked with many things in many places, and some of it was good.",
         None),
    ],
)  # fmt: skip
def test_years_in_all_are_those_of_work(cv, years):
    assert read_cv(cv, LEXICON, TODAY).total_years == years


def test_who_moved_something_knows_both():
    reading = read_cv("Skills\nMigrated from Jenkins to GitHub Actions. No PHP.", LEXICON, TODAY)
    assert reading.skills == {"jenkins", "github-actions"}


@pytest.mark.parametrize(
    ("line", "skills"),
    [
        ("GitHub: github.com/rust-lang", set()),
        ("[GitHub](https://github.com/anna/django-kafka) | [Email](mailto:go@ruby.dev)", set()),
        ("Github:// anna8 | Stack Overflow: anna-java", set()),
        ("Portfolio: https://java.example.com, ruby@rust.org", set()),
        ("Github https://github.com/anna", set()),
        ("Portfolio: React, Next.js", {"react"}),
        ("Versioning: Git, GitHub", {"git"}),
        ("GitHub: Actions and more", {"git"}),
    ],
)
def test_an_account_or_address_names_no_skill(line, skills):
    assert read_cv(f"Anna Go\n{line}\nSkills\nPython", LEXICON, TODAY).skills == {"python", *skills}


@pytest.mark.parametrize(
    ("skills", "found_"),
    [
        ("Python Elixir Ruby Bash Kotlin", {"python", "elixir", "ruby", "bash", "kotlin"}),
        ("see Python Rust belt", {"python"}),
        ("基于Python的, RabbitMQ等", {"python", "message-queues"}),
        ("Python (business_card.html)", {"python"}),
        ("Python, Spring 2018", {"python"}),
        ("Python, AWS Certified Developer - Associate", {"python", "aws"}),
        ("Comunicación, trabajo en equipo", {"communication", "teamwork"}),
    ],
)
def test_lists_are_read_as_cvs_have_them(skills, found_):
    assert read_cv(f"Skills\n{skills}", LEXICON, TODAY).skills == found_


def test_the_name_of_a_certificate_is_marked_as_a_whole():
    reading = read_cv("Certificates\nAWS Certified Developer – Associate", LEXICON, TODAY)
    assert reading.findings[0].mentions[0].text == "AWS Certified Developer - Associate"


def test_of_courses_only_technologies_count():
    cv = "Skills\nPython\nEducation\nBSc, 2016 - 2020\nCourses: Java, operating systems, algorithms"
    assert read_cv(cv, LEXICON, TODAY).skills == {"python", "java"}


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("Java\t8\texpert", 4),
        ("Java\tbasic", 1),
        ("| Java | 3 years | good |", 2),
        ("Java\tGo\tadvanced", None),
        ("Sehr gute Kenntnisse in Java", 3),
        ("Java (avanzado)", 3),
    ],
)
def test_a_level_is_proposed_as_a_table_or_a_word_says(line, level):
    assert found(read_cv(f"Skills\n{line}\nKafka", LEXICON, TODAY))["java"][1] == level


@pytest.mark.parametrize(
    ("first", "skills"),
    [
        ("Anna Go", set()),
        ("# Ruby Chef", set()),
        ("Chef, Thomas", set()),
        ("Sam Jenkins", set()),
        ("Java Developer", {"java"}),
        ("Go and Java", {"go", "java"}),
        ("Java Kotlin", {"java", "kotlin"}),
    ],
)
def test_a_persons_name_is_no_skill(first, skills):
    cv = f"{first}\nSkills\nPython, Docker, Redis"
    assert read_cv(cv, LEXICON, TODAY).skills == {"python", "docker", "redis", *skills}


def test_a_line_of_interests_is_context():
    reading = read_cv("Skills\nPython\nHobbies: Linux\nKafka", LEXICON, TODAY)
    assert reading.skills == {"python", "kafka"}


@pytest.mark.parametrize("heading", ["### About me", "About me and my work", ""])
def test_what_follows_an_address_counts(heading):
    cv = f"Contact information:\nRome\n\n{heading}\nJava, Python"
    assert read_cv(cv, LEXICON, TODAY).skills == {"java", "python"}


def test_a_skill_of_an_interest_is_context():
    reading = read_cv("Skills\nPython\nInterests\nLinux", LEXICON, TODAY)
    assert {f.skill_id: f.status for f in reading.findings} == {
        "python": "mentioned",
        "linux": "context",
    }
    assert reading.skills == {"python"}


@cases
@given(st.lists(st.tuples(st.dates(), st.dates()).map(sorted).map(tuple), max_size=6))
def test_years_are_at_most_the_span(intervals):
    span = (max(u for _, u in intervals) - min(s for s, _ in intervals)).days if intervals else 0
    assert 0 <= years_in(intervals) <= span / 365.25 + 1e-9


def test_a_json_resume_is_read():
    assert found(read_json_resume(RESUME, LEXICON, TODAY)) == {
        "linux": (None, None),
        "go": (None, 4),
        "r-lang": (None, 4),
        "rust": (None, None),
        "kafka": (6.9, 3),
        "java": (4.9, 3),
        "kubernetes": (None, None),
    }


def test_a_json_resume_with_other_names_for_its_parts_is_read():
    document = {
        "skills": {"Languages": ["Go", "Rust"], "x": 1},
        "experience": [{"title": "Dev", "start_date": "2020-01", "to": "2022-01",
                        "activities": ["Kafka"], "technologies": ["Java"]}],
        "certifications": ["CKAD"],
    }  # fmt: skip
    assert found(read_json_resume(document, LEXICON, TODAY)) == {
        "go": (None, None),
        "rust": (None, None),
        "kafka": (2.0, 2),
        "java": (2.0, 2),
        "kubernetes": (None, None),
    }


@cases
@given(JSON)
def test_any_json_is_read_or_refused(document):
    with suppress(ValueError):
        assert read_json_resume(document, LEXICON, TODAY).text


def test_a_linkedin_export_is_read():
    assert found(read_linkedin(LINKEDIN, LEXICON, TODAY)) == {
        "go": (None, None),
        "express": (None, None),
        "java": (7.9, 3),
        "spring-boot": (6.1, 3),
    }


def test_a_linkedin_export_saved_by_a_spreadsheet_is_read():
    files = {
        "Positions.csv": "Company Name;Title;Description;Location;Started On;Finished On\n"
        "Acme;Entwickler;Java;Köln;Mai 2016;Mai 2018\nB;Dev;PHP;Paris;févr. 2014;févr. 2016\n"
    }
    assert found(read_linkedin(files, LEXICON, TODAY)) == {"java": (2.0, 2), "php": (2.0, 2)}


def test_other_files_of_linkedin_are_refused():
    with pytest.raises(ValueError, match="none of Skills"):
        read_linkedin({"messages.csv": "Name\nGo"}, LEXICON, TODAY)
    with pytest.raises(ValueError, match=r"Skills\.csv"):
        read_linkedin({"Skills.csv": "Other\nGo"}, LEXICON, TODAY)
    assert linkedin_name("Company Name,Title,Description") == "Positions.csv"
    assert linkedin_name("First Name,Last Name") is None
