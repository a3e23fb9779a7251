"""What somebody gave, told apart and made into a text that reads the same again."""

import json
import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.reading import (
    certificates_in,
    guess_manifest,
    read_cv,
    read_json_resume,
    read_linkedin,
    split_manifests,
)
from planner.domain.reading.manifests.naming import is_vendored
from planner.importing.limits import MAX_CHARACTERS
from planner.queries.catalogue import current_catalogue
from planner.queries.reading import lexicon_of, read, source_of
from tests.domain.reading.examples import examples

CVS = {one.name: one for one in examples("cvs")}
ADS = {one.name: one for one in examples("ads")}
TODAY = date(2026, 11, 24)
RESUME = {
    "basics": {"summary": "Ten years of Python"},
    "skills": [{"name": "Kafka", "level": "Expert", "keywords": ["Redis"]}],
    "work": [
        {"name": "A", "position": "Developer", "startDate": "2019-03", "endDate": "2024-02",
         "summary": "Django", "highlights": ["PostgreSQL on AWS"]},
    ],
}  # fmt: skip
LINKEDIN = {
    "Skills.csv": "Name\nKafka\nGo\n",
    "Positions.csv": "Company Name,Title,Description,Location,Started On,Finished On\n"
    'A,Developer,"Django,\nPostgreSQL",B,Mar 2020,\n',
}
MANIFESTS = {
    "requirements.txt": "# ours\ndjango==5.0\ncelery[redis]>=5,<6  # tasks\n-r base.txt\n",
    "pyproject.toml": '[build-system]\nrequires = ["hatchling"]\n',
    "package.json": '\n{\n  "name": "a",\n  "devDependencies": {"jest": "1"}\n}',
    "pom.xml": "<?xml version='1.0'?>\n<project>\n<dependency>\n</dependency></project>",
    "go.mod": "module example.com/a\n\ngo 1.22\n",
    "Dockerfile": "# syntax=docker/dockerfile:1\n\nARG V=3\nFROM python:${V}-slim AS build\n",
    "compose.yml": "services:\n  db:\n    image: postgres:17\n",
    ".github/workflows/ci.yml": "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n",
}
OTHERS = (
    "", "Python developer", "From 2019 to 2024 I used Django", "Skills\nPython 3.12\nDjango",
    '{"skills": []}', "FROM experience I know Kafka", "services:\nwe offer consulting",
    "Name\nKafka", "jobs:\nCook, waiter",
)  # fmt: skip


@pytest.fixture
def catalogue(db):
    return current_catalogue()


@pytest.mark.parametrize(("name", "text"), MANIFESTS.items(), ids=MANIFESTS)
def test_a_manifest_is_known_by_what_it_holds(name, text):
    assert guess_manifest(text) == name


@pytest.mark.parametrize("text", OTHERS)
def test_other_texts_are_no_manifest(text):
    assert guess_manifest(text) is None


@pytest.mark.parametrize("name", CVS | ADS)
def test_no_cv_or_ad_is_taken_for_a_manifest(name):
    assert guess_manifest((CVS | ADS)[name].text) is None


@pytest.mark.parametrize(
    "unit",
    ["\n", "# a\n", "ARG a\n", "jobs:\n", "services:\n", "{", "<project", "module a\n", "a "],
)
def test_telling_takes_no_longer_for_an_odd_text(unit):
    since = time.monotonic()
    guess_manifest(unit * (MAX_CHARACTERS // len(unit)))
    assert time.monotonic() - since < 1


@given(st.text())
def test_no_text_breaks_the_telling(text):
    guess_manifest(text)
    split_manifests(text)


def test_files_in_one_text_are_told_apart():
    text = "==> a/requirements.txt <==\nx==1\n\n==> Dockerfile <==\nFROM a\n"
    assert split_manifests(text) == {
        "a/requirements.txt": "x==1\n\n", "Dockerfile": "FROM a\n",
    }  # fmt: skip
    assert split_manifests("no == > here <==") == {}


def test_vendored_files_are_known_by_their_folder():
    assert is_vendored("a/node_modules/b/package.json")
    assert not is_vendored("a/vendors.txt")


@pytest.mark.parametrize("name", CVS)
def test_a_cv_reads_the_same_again(catalogue, name):
    reading = read_cv(CVS[name].text, lexicon_of(catalogue), TODAY)
    assert read_cv(reading.text, lexicon_of(catalogue), TODAY) == reading


def test_structured_files_read_the_same_again(catalogue):
    lexicon = lexicon_of(catalogue)
    for reading, content in (
        (read_json_resume(RESUME, lexicon, TODAY), json.dumps(RESUME)),
        (
            read_linkedin({"Skills.csv": LINKEDIN["Skills.csv"]}, lexicon, TODAY),
            LINKEDIN["Skills.csv"],
        ),
    ):
        found = read(source_of(content.encode(), ""), catalogue, TODAY)
        assert found.readings[0].findings == reading.findings
    reading = read_linkedin(LINKEDIN, lexicon, TODAY)
    assert read_cv(reading.text, lexicon, TODAY).findings == reading.findings


def test_the_names_are_arranged_once_for_a_catalogue(catalogue):
    assert lexicon_of(catalogue) is lexicon_of(catalogue)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("AWS Certified Developer - Associate", {"aws-dva"}),
        ("aws certified developer associate, 2024", {"aws-dva"}),
        ("I hold the CKAD.", {"ckad"}),
        ("ckad", set()),
        ("XCKADX and nothing", set()),
        ("AWS Developer Associate (DVA-C01)", {"aws-dva"}),
        ("AWS Certified Developer", {"aws-dva"}),
        ("AWS developer at an associate of Acme", set()),
        ("SAA-C02", {"aws-saa"}),
        ("AWS Certified Solutions Architect - Professional", set()),
        ("AWS Cloud Practitioner", {"aws-clf"}),
        ("Google Cloud Certified - Associate Cloud Engineer", {"gcp-ace"}),
        ("Microsoft Certified: Azure Developer Associate", {"az-204"}),
        ("Azure fundamentals", set()),
        ("AZ-104", set()),
        ("CKA, CKAD", {"cka", "ckad"}),
        ("cka", set()),
        ("OCP Java SE 11", {"oracle-java-se"}),
        ("Oracle Certified Professional, Java SE 17 Developer", {"oracle-java-se"}),
        ("Oracle Certified Associate, Java SE 8 Programmer", set()),
        ("PostgreSQL 12 Associate Certification", {"edb-postgresql-associate"}),
        ("Terraform Associate (003)", {"hashicorp-terraform-associate"}),
        ("Linux Foundation Certified Systems Administrator", {"lfcs"}),
        ("Professional Scrum Master I", {"psm-1"}),
        ("Professional Scrum Master II, PSM II", set()),
    ],
)
def test_certificates_are_known_by_name_or_code(catalogue, text, ids):
    assert set(certificates_in(text, catalogue.certifications.values())) == ids


def test_no_more_than_100_kb_of_manifests_is_read(catalogue):
    text = "".join(f"==> {n}/requirements.txt <==\n{'#' * 60_000}\ndjango==5\n" for n in range(3))
    source = source_of(text.encode(), "")
    assert source.is_cut
    assert sum(len(one) for _, one in source.texts) == MAX_CHARACTERS
    assert "cut" in read(source, catalogue, TODAY).warnings
