"""The pages of job ads ask the database as often for many ads or findings as for one."""

import pytest

from planner.models import JobAd
from tests.planner.reading.job_ads import NEW, an_ad

ONE = "Requirements: Kafka"
TWENTY = (
    "Requirements: Kafka, Redis, Docker, Kubernetes, Terraform, PostgreSQL, MongoDB, RabbitMQ,"
    " Elasticsearch, Django, Flask, FastAPI, Java, Kotlin, TypeScript, PHP, Ruby, Jenkins, AWS,"
    " Azure, GraphQL"
)
each_size = pytest.mark.parametrize(("text", "least"), [(ONE, 1), (TWENTY, 20)])


@pytest.mark.parametrize("number", [1, 20])
def test_the_list(as_alice, alices, django_assert_num_queries, number):
    for n in range(number):
        an_ad(alices, title=f"n{n}")
    as_alice.get("/jobs/")
    with django_assert_num_queries(6):
        assert len(as_alice.get("/jobs/").context["rows"]) == number


@pytest.mark.parametrize("number", [1, 20])
def test_the_ranking(as_alice, alices, django_assert_num_queries, number):
    for n in range(number):
        an_ad(alices, title=f"n{n}", text=TWENTY)
    as_alice.get("/dashboard/?rank=jobs")
    with django_assert_num_queries(7):
        assert as_alice.get("/dashboard/?rank=jobs").context["ads"] == number


@each_size
@pytest.mark.parametrize(("path", "queries"), [("", 7), ("edit/", 6)])
def test_one_ad(as_alice, alices, django_assert_num_queries, text, least, path, queries):
    url = f"/jobs/{an_ad(alices, text=text).pk}/{path}"
    as_alice.get(url)
    with django_assert_num_queries(queries):
        groups = as_alice.get(url).context["groups"]
    assert sum(len(group.rows) for group in groups) >= least


@each_size
def test_looking_through_a_new_one(as_alice, alices, django_assert_num_queries, text, least):
    as_alice.post(NEW, {"text": text})
    with django_assert_num_queries(5):
        groups = as_alice.post(NEW, {"text": text}).context["groups"]
    assert sum(len(group.rows) for group in groups) >= least
    assert not JobAd.objects.exists()
