"""Alternatives in lists of short lines: each line is one thing more."""

import pytest

from planner.domain.reading import read_ad
from planner.domain.reading.jobs import wishes_of
from tests.domain.reading.examples import LEXICON


@pytest.mark.parametrize(
    ("text", "wishes"),
    [
        ("- Python\n- Kafka\n- PostgreSQL or MySQL", "python kafka postgresql|mysql"),
        ("Python\nKafka\nDocker or Podman\nAWS", "python kafka docker aws"),
        ("- Python,\n  Go or Rust\n- Kafka", "python|go|rust kafka"),
        ("- Python\n  or Go\n- Kafka", "python|go kafka"),
        ("Python, Go or Rust", "python|go|rust"),
    ],
)
def test_a_line_is_no_alternative_of_the_next(text, wishes):
    found = wishes_of(read_ad(f"Requirements:\n{text}", LEXICON))
    assert " ".join("|".join(wish.skills) for wish in found) == wishes
