"""Job ads: what goes wrong with them, and who sees them."""

import html
import re
from urllib.parse import urlencode

import pytest
from django.test import Client

from planner.domain.reading import MAX_CHARACTERS
from planner.forms.jobs import MOST_SENT
from planner.models import JobAd
from planner.models.job_ads import MAX_JOB_ADS
from tests.planner.reading.job_ads import AD, NEW, an_ad, keep
from tests.planner.reading.pages import token_of


@pytest.fixture
def as_bob(bob):
    client = Client()
    client.force_login(bob)
    return client


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
        ("title", "", "Give the job a name"),
        ("link", "javascript:alert(1)", "Give a link that begins with"),
        ("link", "ftp://example.com", "Give a link that begins with"),
        ("pay_low", "a lot", "Give whole dollars a year"),
        ("pay_high", "120", "Give dollars a year, such as"),
        ("as-kafka", "never", "is not one of the available choices"),
    ],
)
def test_a_wrong_answer_is_refused_and_the_text_kept(as_alice, alices, field, value, said):
    response = keep(as_alice, **{field: value})
    assert response.status_code == 422
    assert said in response.text
    assert "OpenSCAD" in response.text
    assert not JobAd.objects.exists()


def test_pay_may_be_given_in_thousands(as_alice, alices):
    keep(as_alice, pay_low="$95k", pay_high="120 K")
    ad = JobAd.objects.get()
    assert (ad.pay_low, ad.pay_high) == (95_000, 120_000)


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


@pytest.mark.parametrize("sign", ["ж", "漢", "\U0001f600"])
def test_as_much_as_the_form_takes_is_sent_and_kept_in_any_writing(as_alice, alices, sign):
    """A browser counts up to `maxlength`, and sends three or four bytes for each sign."""
    half = 2 if ord(sign) > 0xFFFF else 1  # such a sign counts twice
    text = "Requirements: Kafka " + sign * ((MOST_SENT - 20) // half)
    first = as_alice.get(NEW).text
    review = send_as_browser(as_alice, first, {"text": text})
    assert review.status_code == 200
    kept = {"text": token_of(review), "title": "Developer", "keep": "1"}
    assert send_as_browser(as_alice, review.text, kept).status_code == 302
    assert len(JobAd.objects.get().text) <= MAX_CHARACTERS


def test_an_ad_of_100_kb_is_handed_on_from_the_page_of_cvs_in_any_writing(as_alice, alices):
    text = "Requirements: 3 years of Kafka, Python\nNice to have: Go\n"
    text += "\U0001f600" * MAX_CHARACTERS
    page = as_alice.post("/read/", {"text": text}).text
    carried = page.partition(f'action="{NEW}"')[2]
    text = html.unescape(re.search(r'name="text" value="([^"]+)"', carried)[1])
    review = send_as_browser(as_alice, page, {"text": text})
    assert review.status_code == 200
    assert 'name="as-kafka" value="required" checked' in review.text


def send_as_browser(client, page, fields):
    """The fields of the page's form for an ad, encoded as it says."""
    forms = re.findall(r"<form[^>]*>", page)
    [form] = [form for form in forms if NEW in form or re.search('"form read-form"|"stack"', form)][
        :1
    ]
    if 'enctype="multipart/form-data"' in form:
        return client.post(NEW, fields)
    return client.post(NEW, urlencode(fields), "application/x-www-form-urlencoded")
