"""Ads that are not about software: they name no skill of ours, whatever words they share."""

from planner.domain.reading import read_ad
from tests.domain.reading.examples import LEXICON

RECEPTION = """
Receptionist for a veterinary clinic in Dunmore

You greet people and their animals, run the diary, take payments and keep our records in order.
Strong communication skills, teamwork and time management matter more to us than any certificate.
You multitask with a smile, work independently on Saturdays and mentor a trainee. Attention to
detail, problem solving and a proactive manner help on busy mornings. Collaborate with vets and
nurses, document each call, and follow best practices for data protection. Experience with a CRM
or with stakeholder management is welcome; we go to lunch together, and rest on Sundays.
"""
SOFTWARE = RECEPTION + "\nOur backend developers write Python and PostgreSQL.\n"


def test_an_ad_of_another_trade_names_nothing():
    assert read_ad(RECEPTION, LEXICON).skills == frozenset()


def test_the_same_words_count_where_software_is_written():
    found = read_ad(SOFTWARE, LEXICON).skills
    assert {"python", "postgresql", "communication", "teamwork", "problem-solving"} <= found


def test_a_plain_name_counts_in_any_trade():
    text = RECEPTION.replace("a CRM", "PostgreSQL")
    assert read_ad(text, LEXICON).skills == {"postgresql"}


def test_a_short_text_tells_no_trade():
    assert read_ad("Experience with teamwork.", LEXICON).skills == {"teamwork"}
