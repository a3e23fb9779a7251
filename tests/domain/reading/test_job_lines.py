"""Alternatives in the lines of job ads: which of the things named are enough."""

import pytest

from planner.domain.reading import read_ad
from planner.domain.reading.jobs import wishes_of
from tests.domain.reading.examples import LEXICON, score_of_alternatives


def wishes(text):
    found = wishes_of(read_ad(f"Requirements:\n{text}", LEXICON))
    return {frozenset(wish.skills) for wish in found}


def expected(said):
    return {frozenset(one.split("|")) for one in said.split()}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- Python\n- Kafka\n- PostgreSQL or MySQL", "python kafka postgresql|mysql"),
        ("Python\nKafka\nDocker or Podman\nAWS", "python kafka docker aws"),
        ("- Python,\n  Go or Rust\n- Kafka", "python|go|rust kafka"),
        ("- Python\n  or Go\n- Kafka", "python|go kafka"),
        ("Python, Go or Rust", "python|go|rust"),
    ],
)
def test_a_line_is_no_alternative_of_the_next(text, said):
    assert wishes(text) == expected(said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("one or more of: Python, Go, Rust", "python|go|rust"),
        ("any of the following: Java, C++, Go", "java|cpp|go"),
        ("at least one of Python, Ruby or Node.js", "python|ruby|nodejs"),
        ("Docker and one of AWS, Azure, GCP", "docker aws|azure|gcp"),
        ("strong Python and either Django or Flask", "python django|flask"),
        ("databases such as MySQL, PostgreSQL", "database-fundamentals mysql|postgresql"),
        ("at least one year with Docker; MongoDB; Redis", "docker mongodb redis"),
        ("Python or a comparable language; PostgreSQL; AWS or GCP", "python postgresql aws|gcp"),
        ("MongoDB or similar, Redis, Elasticsearch", "mongodb redis elasticsearch"),
        ("Kafka and/or RabbitMQ", "kafka|message-queues"),
    ],
)
def test_alternatives_are_announced(text, said):
    assert wishes(f"Experience with {text}") == expected(said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Java/Kotlin", "java|kotlin"),
        ("React/Angular/Vue", "react|angular|vue"),
        ("Docker/Kubernetes", "docker kubernetes"),
        ("Python/Django", "python django"),
        ("C#/.NET or Java/Spring", "csharp|dotnet|java|spring"),
        ("CI/CD with Jenkins or CircleCI, Docker", "cicd jenkins|github-actions docker"),
    ],
)
def test_a_stroke_joins_things_of_one_kind_as_alternatives(text, said):
    assert wishes(f"Experience with {text}") == expected(said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Spring Boot or Quarkus, Hibernate, PostgreSQL or Oracle",
         "spring-boot|quarkus hibernate postgresql|oracle-db"),
        ("Python, PyTorch or TensorFlow", "python ml"),
        ("Git, Docker, and AWS or GCP", "git docker aws|gcp"),
        ("Jenkins, GitHub Actions or GitLab CI", "jenkins|github-actions"),
        ("Linux, Docker, Terraform and Kubernetes", "linux docker terraform kubernetes"),
        ("Java 8 or 11, Spring", "java spring"),
        ("Python, plus Java or Scala", "python java|scala"),
    ],
)  # fmt: skip
def test_only_things_of_one_kind_are_alternatives_at_the_end_of_a_list(text, said):
    assert wishes(f"Experience with {text}") == expected(said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("PHP (Laravel or Symfony) and MySQL", "php laravel|symfony mysql"),
        ("AWS (preferred) or Azure", "aws|azure"),
        ("Angular (v2+) or React", "angular|react"),
        ("Python (or Ruby), SQL", "python|ruby sql"),
        ("AWS (EC2, S3, RDS) or Azure, Docker", "aws|azure docker"),
        ("NoSQL databases (MongoDB, Cassandra)", "nosql mongodb|cassandra"),
        ("a web framework: Django, Rails, Laravel", "django|rails|laravel"),
        ("a compiled language, e.g. Go, Rust", "go|rust"),
    ],
)
def test_brackets_hold_details_remarks_or_examples(text, said):
    assert wishes(f"Experience with {text}") == expected(said)


def test_alternatives_of_whole_ads_are_found_as_a_person_would():
    assert score_of_alternatives().f1 >= 0.9
