"""What an ad calls the job, below whatever a copied page has above it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.reading.ad_title import title_in


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Backend Developer\nPython", "Backend Developer"),
        ("About us\nWe sell kites.\n\nStaff Engineer, Platform\nGo", "Staff Engineer, Platform"),
        ("Home | Jobs | Sign in\nData Engineer", "Data Engineer"),
        ("https://jobs.example.com/data-engineer-12\nData Engineer", "Data Engineer"),
        ("🚀 We're hiring! 🚀\n🔥 Go Developer 🔥", "Go Developer"),
        ("Kestrel GmbH\n\nSenior Java Developer (m/w/d)", "Senior Java Developer (m/w/d)"),
        ("Softwareentwickler:in (m/w/d)", "Softwareentwickler:in (m/w/d)"),
        ("# Job Description: QA Engineer", "QA Engineer"),
        ("Platform Engineer job description\nDuties", "Platform Engineer"),
        ("JOB TITLE: SITE RELIABILITY ENGINEER", "SITE RELIABILITY ENGINEER"),
        ("| Field | Value |\n| Job Title | Web Developer |", "Web Developer"),
        ("Facts\n- Job Title: Web Developer\n- Company: Kestrel", "Web Developer"),
        ("Role: Sr Python Developer || Rate: $65/hr", "Sr Python Developer"),
        ("Kestrel | Cloud Engineer | Remote | Full-time", "Cloud Engineer"),
        (
            "Kestrel - Senior Python Engineer (Search) - Full-time - On-site in Ghent, Belgium",
            "Senior Python Engineer (Search)",
        ),
        ("**.NET Developer**", ".NET Developer"),
        ("C++ programmer - games", "C++ programmer - games"),
    ],
)
def test_the_title_is_the_line_that_names_the_role(text, title):
    assert title_in(text) == title


def test_a_name_that_comes_again_is_the_title_and_not_that_of_the_job_board():
    text = "Happy Developer\nLogin\nPython Engineer\nFull-time\nPython Engineer\nYou will build"
    assert title_in(text) == "Python Engineer"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("We are looking for a Senior Backend Engineer who likes Go.", "Senior Backend Engineer"),
        ("Summary: we're hiring an experienced web developer.", "Web developer"),
        ("A team of 9 is seeking a **Data Engineer** for Rome", "Data Engineer"),
    ],
)
def test_without_such_a_line_a_sentence_names_it(text, title):
    assert title_in(text) == title


def test_a_short_first_line_may_be_a_title_though_it_names_no_role():
    assert title_in("Fullstack (PHP)\n\nRequirements: PHP") == "Fullstack (PHP)"


@pytest.mark.parametrize(
    "text",
    [
        "", "Requirements\nPython", "About us\nWe sell kites.", "Must have:\n- Python, Go",
        "3+ years of experience with Java, and a degree in a related field",
        "You will work with our lead engineer.", "- Mentor another engineer\n- Python",
        "Lead the design of payment services\nArchitect data pipelines",
    ],
)  # fmt: skip
def test_without_a_title_none_is_made_up(text):
    assert title_in(text) == ""


@given(st.text(max_size=300) | st.text(alphabet="ab |-•:*\nEngineer", max_size=300))
def test_a_title_is_one_short_line(text):
    title = title_in(text)
    assert len(title.splitlines()) <= 1
    assert len(title) <= 200
    assert title == title.strip()
