"""Reading takes no longer for a text that nobody would write than its length allows."""

import time

import pytest

from planner.domain.reading import MAX_CHARACTERS, read_ad
from tests.domain.reading.examples import LEXICON


@pytest.mark.parametrize("part", ["AWS ", "Kafka ", "C, ", "C#", "Go/", "expert "])
def test_100_kb_of_one_name_are_read_in_linear_time(part):
    text = (part * MAX_CHARACTERS)[:MAX_CHARACTERS]
    since = time.process_time()
    read_ad(text, LEXICON)
    assert time.process_time() - since < 4  # some 0.5 s; quadratic time takes ten and more
