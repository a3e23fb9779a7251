"""What holds for every text."""

import time
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given

from planner.domain.reading import (
    MAX_CHARACTERS,
    normalise,
    quote,
    quote_parts,
    read_ad,
    read_cv,
)
from tests.domain.reading.examples import LEXICON, TODAY
from tests.domain.reading.texts import ADS, ANY_TEXT, CERTAIN, cases

AMBIGUOUS = sorted(
    {case for forms in LEXICON.forms.values() for form in forms for case in form.cases}
)


def summary(text):
    return [
        (f.skill_id, f.status, f.confidence, f.years_min) for f in read_ad(text, LEXICON).findings
    ]


def ids(text):
    return {finding.skill_id for finding in read_ad(text, LEXICON).findings}


@cases
@given(ANY_TEXT | ADS)
def test_every_mention_has_its_place(text):
    for reading in (read_ad(text, LEXICON), read_cv(text, LEXICON, TODAY)):
        mentions = sorted(
            (m for f in reading.findings for m in f.mentions), key=lambda m: (m.start, m.end)
        )
        assert all(reading.text[m.start : m.end] == m.text != "" for m in mentions)
        assert all(one.end <= other.start for one, other in pairwise(mentions))
        assert {f.skill_id for f in reading.findings} <= LEXICON.categories.keys()
        assert all(reading.text[t.start : t.end] == t.text for t in reading.unknown)


@cases
@given(ANY_TEXT | ADS)
def test_normalising_twice_changes_nothing(text):
    assert normalise(normalise(text)) == normalise(text)


@cases
@given(ADS)
def test_a_text_twice_names_the_same_skills(text):
    assert ids(f"{text}\n\n{text}") == ids(text)


@cases
@given(ADS)
def test_signs_that_look_alike_change_nothing(text):
    other = (
        text.replace("'", "’").replace("\n", "  \r\n").replace("- ", "● ").replace(" a", "\xa0a")
    )
    assert summary(other) == summary(text.replace("- ", "• "))


@cases
@given(ADS)
def test_lower_case_makes_nothing_sure(text):
    def sure(text):
        return {f.skill_id for f in read_ad(text, LEXICON).findings if f.confidence == "sure"}

    assert sure(text.lower()) <= sure(text)


@cases
@given(ADS)
def test_a_sentence_without_skills_changes_no_other_finding(text):
    assert summary(f"{text}\n\nThe office has a garden with two old trees.") == summary(text)


@cases
@given(ADS)
def test_a_skill_that_is_not_required_is_never_required(text):
    text = text.replace("java", "python")
    found = {
        f.skill_id: f.status for f in read_ad(f"Java is not required.\n{text}", LEXICON).findings
    }
    assert found["java"] == "optional"


@cases
@given(ADS)
def test_years_are_of_a_life_at_work(text):
    for finding in read_ad(text, LEXICON).findings:
        assert finding.years_min is None or 0 < finding.years_min <= 50


@pytest.mark.parametrize(
    "text", ["5,000 users of Python", "Python for $150k", "Python 24/7", "Python in 2023"]
)
def test_other_numbers_are_no_years(text):
    assert all(f.years_min is None for f in read_ad(text, LEXICON).findings)


def test_a_required_list_under_nice_to_have_is_optional():
    lines = [f"- {name}" for name in CERTAIN[::7]]
    found = read_ad("\n".join(["Nice to have:", *lines]), LEXICON).findings
    assert {finding.status for finding in found} == {"optional"}


def test_a_name_in_a_neutral_sentence_is_found():
    forms = [f for fs in LEXICON.forms.values() for f in fs if f.kind == "synonym"]
    missed = [f for f in forms if f.skill not in ids(f"Experience with {' '.join(f.keys)}.")]
    assert missed == []


def test_a_word_of_several_meanings_alone_is_nothing():
    assert [w for w in AMBIGUOUS if ids(f"We saw the {w} last year and it was nice.")] == []


def test_no_name_is_found_inside_another():
    for text, skill in (("JavaScript", "java"), ("MySQL and NoSQL", "sql"), ("Goal", "go")):
        assert skill not in ids(f"Experience with {text}.")


def test_an_everyday_sentence_names_nothing():
    assert not ids("We go to the rest of the spring express.")
    assert not ids("Series C funding, R&D and a swift response; a node in D.C.")


@pytest.mark.parametrize(
    "part",
    ["python, ", "Go or ", "a plus ", "(", "A-", "Skills: go\n", "2019 - 2021 java\n",
     "Requirements: java, go. Nice to have: R. ", "no java ", "<!-- ", "5 years "],
)  # fmt: skip
def test_reading_takes_linear_time(part):
    text = part * (20_000 // len(part))
    since = time.process_time()
    read_ad(text, LEXICON)
    read_cv(text, LEXICON, date(2026, 1, 1))
    assert time.process_time() - since < 1.5  # some 0.2 s; quadratic time would be minutes


def test_more_than_100_kb_are_cut_and_said():
    reading = read_ad("java " * 30_000, LEXICON)
    assert len(reading.text) <= MAX_CHARACTERS
    assert "cut" in reading.warnings


@cases
@given(ADS)
def test_a_quote_holds_its_mention(text):
    reading = read_ad(text, LEXICON)
    for mention in (m for f in reading.findings for m in f.mentions):
        words = quote(reading.text, mention.start, mention.end)
        assert "\n" in mention.text or mention.text in words
        before, named, after = quote_parts(reading.text, mention.start, mention.end)
        assert (named, before + named + after) == (mention.text, words)
