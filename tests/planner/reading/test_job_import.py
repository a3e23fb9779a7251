"""Job ads in a file of one's own data: what is wrong in them is said, and nothing breaks."""

import json
import time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from planner.documents.personal.document import MAX_ROWS, PersonalFileError, read_tables
from planner.domain.reading import MAX_CHARACTERS
from planner.models import JobAd
from planner.models.job_ads import MAX_JOB_ADS
from tests.planner.reading.pages import token_of

AD = {"title": "Developer", "text": "Requirements: Kafka"}


def send(client, *rows):
    content = {"format": "waymark-personal-data", "version": 1, "tables": {"job_ads": rows}}
    file = SimpleUploadedFile("mine.json", json.dumps(content).encode())
    return client.post("/my-data/import/", {"file": file})


def take_in(client, *rows):
    page = send(client, *rows)
    assert page.status_code == 200, page.text
    token = token_of(page, "data")
    assert client.post("/my-data/import/confirm/", {"data": token}).status_code == 302


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"text": None}, "text: None: That is of the wrong kind."),
        ({"text": 1}, "text: 1: That is of the wrong kind."),
        ({"text": ""}, "text: &#x27;&#x27;: There is nothing in it."),
        ({"text": " \n"}, "There is nothing in it."),
        ({"text": "Kafka\0"}, "text: &#x27;Kafka\\x00&#x27;: That holds a character that is none."),
        ({"text": "Kafka\ud800"}, "That holds a character that is none."),
        ({"text": "x" * (MAX_CHARACTERS + 1)}, "Ensure this value has at most 102400 characters"),
        ({"title": " "}, "There is nothing in it."),
        ({"title": "a\nb"}, "ordinary punctuation only"),
        ({"title": "a\u202eb"}, "ordinary punctuation only"),
        ({"title": "\ud800"}, "title: &#x27;\\ud800&#x27;"),
        ({"employer": "\x1b[31m"}, "ordinary punctuation only"),
        ({"link": "javascript:alert(1)"}, "link: "),
        ({"link": "https://example.com/\u202e"}, "link: "),
        ({"pay_low": 1}, "stated pay is a lower and a higher figure, or none."),
        ({"pay_low": 2, "pay_high": 1}, "stated pay is a lower and a higher figure, or none."),
        ({"pay_low": 10**30, "pay_high": 10**30}, "pay_low"),
        ({"pay_low": 1.5, "pay_high": 2}, "wrong kind"),
        ({"corrections": ["required"]}, "by skill: required, optional, mentioned or no"),
        ({"corrections": {"kafka": "never"}}, "corrections: dict"),
        ({"corrections": {"kafka": ["no"]}}, "corrections: dict"),
        ({"corrections": {"\0": "no"}}, "corrections: dict"),
        ({"corrections": {"\ud800": "no"}}, "corrections: dict"),
        ({"corrections": {"k" * 65: "no"}}, "corrections: dict"),
        ({"corrections": {f"k{n}": "no" for n in range(501)}}, "corrections: dict"),
        ({"profile": 1}, "&#x27;profile&#x27; is unknown."),
    ],
)
def test_what_is_wrong_in_an_ad_is_said(as_alice, alices, change, said):
    page = send(as_alice, AD | change)
    assert page.status_code == 422
    assert said in page.text
    assert "job_ads, row 1" in page.text


@pytest.mark.parametrize("name", ["title", "text"])
def test_an_ad_without_them_is_none(as_alice, alices, name):
    page = send(as_alice, {key: value for key, value in AD.items() if key != name})
    assert page.status_code == 422
    assert f"job_ads, row 1: {name} is missing." in page.text


def test_no_more_ads_than_are_kept(as_alice, alices):
    assert "30 rows at most" in send(as_alice, *[AD] * (MAX_JOB_ADS + 1)).text
    long = [AD | {"text": f"Kafka {n}".ljust(MAX_CHARACTERS, ".")} for n in range(4)]
    assert "307,200 characters together" in send(as_alice, *long).text


def test_one_text_is_kept_once(as_alice, alices):
    assert "job_ads: one text stands in it twice." in send(as_alice, AD, AD | {"title": "B"}).text


def test_what_is_taken_in_is_shown_as_what_was_kept(as_alice, alices):
    corrections = {"kafka": "optional", "no-longer-in-it": "required", "python": "no"}
    evil = "Requirements: Kafka &amp;amp;lt;b&amp;gt; \u202e \u0300 <script>alert(1)</script>"
    take_in(as_alice, AD | {"text": evil, "corrections": corrections})
    ad = JobAd.objects.get()
    for url in ("/jobs/", f"/jobs/{ad.pk}/", f"/jobs/{ad.pk}/edit/", "/dashboard/?rank=jobs"):
        page = as_alice.get(url)
        assert page.status_code == 200
        assert "<script>alert" not in page.text
    assert 'name="as-kafka" value="optional" checked' in as_alice.get(f"/jobs/{ad.pk}/edit/").text


def test_a_file_of_far_too_many_rows_is_not_looked_at():
    rows = b"{}," * MAX_ROWS + b"{}"
    content = b'{"format":"waymark-personal-data","version":1,"tables":{"job_ads":[%s]}}' % rows
    with pytest.raises(PersonalFileError, match="more than 50,000 rows"):
        read_tables(content)


def test_a_name_that_stands_twice_among_many_is_found_at_once():
    names = ",".join(f'"a{n}":1' for n in range(100_000))
    since = time.process_time()
    with pytest.raises(PersonalFileError, match="'z' twice"):
        read_tables(f'{{{names},"z":1,"z":1}}'.encode())
    assert time.process_time() - since < 5  # some 0.2 s; quadratic time would be minutes
