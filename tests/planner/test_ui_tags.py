"""How figures, proficiencies, icons and links are written."""

from types import SimpleNamespace

import lucide
import pytest
from django.template import Context, Template

from planner.domain.ranges import Range
from planner.templatetags import ui


def render(source, **context):
    return Template("{% load ui %}" + source).render(Context(context))


@pytest.mark.parametrize(
    ("dollars", "text"),
    [(105257.35, "$105,257"), (0, "$0"), (-1248.2, "−$1,248"), (-0.2, "$0")],
)
def test_money_is_whole_dollars(dollars, text):
    assert ui.money(dollars) == text


@pytest.mark.parametrize(
    ("dollars", "text"),
    [
        (105257.35, "$105k"), (4816.51, "$5k"), (999.9, "$1k"), (949, "$900"),
        (819.53, "$800"), (30, "$0"), (0, "$0"), (-1248, "−$1k"), (-20, "$0"),
    ],
)  # fmt: skip
def test_money_k_rounds_as_far_as_the_model_is_sure(dollars, text):
    assert ui.money_k(dollars) == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("{{ estimate|money_range }}", "$100k–$110k"),
        ("{{ 819.53|money_range:12862.02 }}", "$800–$13k"),
        ("{{ 0|money_range:5000 }}", "$0–$5k"),
        ("{{ 73900|money_range:74300 }}", "about $74k"),
    ],
)
def test_a_money_range_shows_both_ends_or_says_about(source, text):
    assert render(source, estimate=Range(100197.35, 105257.35, 110317.35)) == text


@pytest.mark.parametrize(
    ("count", "text"), [(1, "1 hour"), (0.6, "1 hour"), (0, "0 hours"), (1400, "1,400 hours")]
)
def test_hours_know_their_plural(count, text):
    assert ui.hours(count) == text


@pytest.mark.parametrize(
    ("span", "text"),
    [
        (Range(100, 140, 180), "100–180 hours"),
        (Range(139.8, 140, 140.2), "about 140 hours"),
        (Range(0.5, 1, 1), "up to 1 hour"),
    ],
)
def test_an_hours_range_shows_both_ends_or_says_about(span, text):
    assert ui.hours_range(span) == text


@pytest.mark.parametrize(
    ("share", "text"),
    [(0.62, "62%"), (0, "0%"), (0.0004, "1%"), (0.9996, "99%"), (1, "100%")],
)
def test_percent_reads_0_and_100_only_where_it_is(share, text):
    assert ui.percent(share) == text


@pytest.mark.parametrize(
    ("position", "text"), [(43.2, "43.2%"), (0, "0%"), (100, "100%"), (33.3333, "33.33%")]
)
def test_a_coordinate_is_a_percentage(position, text):
    assert ui.coord(position) == text


@pytest.mark.parametrize(
    ("name", "text"),
    [("Alice Smith", "AS"), ("bob", "B"), ("carol@example.org", "C"), ("Ana de la Cruz", "AC")],
)
def test_initials_of_a_name_or_an_address(name, text):
    assert ui.initials(name) == text


def test_sentence_case_leaves_the_first_word_and_abbreviations():
    assert ui.sentence_case(" Two-Factor Authentication by TOTP ") == (
        "Two-factor authentication by TOTP"
    )


def test_an_icon_is_hidden_from_screen_readers_unless_it_has_a_label():
    assert 'aria-hidden="true"' in render('{% icon "check" %}')
    named = render('{% icon "check" label="met" %}')
    assert 'role="img"' in named
    assert 'aria-label="met"' in named
    assert "aria-hidden" not in named


def test_an_icon_escapes_its_label():
    assert "<b>" not in render('{% icon "check" label=label %}', label='"><b>')


def test_an_unknown_icon_is_an_error():
    with pytest.raises(lucide.IconDoesNotExist):
        render('{% icon "no-such-icon" %}')


def signed_in(chosen, **cookies):
    return SimpleNamespace(user=SimpleNamespace(theme=chosen), COOKIES=cookies)


@pytest.mark.parametrize(
    ("request_", "theme"),
    [
        (signed_in("dark", theme="light"), "dark"),
        (signed_in("system", theme="light"), "system"),
        (SimpleNamespace(COOKIES={"theme": "light"}), "light"),
        (SimpleNamespace(COOKIES={"theme": '"><script>'}), "system"),
        (None, "system"),
    ],
)
def test_the_theme_is_that_of_the_account_then_of_the_cookie(request_, theme):
    assert ui.theme(Context({"request": request_})) == theme


@pytest.mark.parametrize(
    ("path", "current"),
    [("/skills/", 'aria-current="page"'), ("/skills/python/", 'aria-current="true"')],
)
def test_a_link_knows_the_page_and_the_section_it_leads_to(path, current):
    request = SimpleNamespace(path=path)
    link = render('{% nav_link "/skills/" "Skills" %}', request=request)
    assert f'<a class="nav__link" href="/skills/" {current}>Skills</a>' in link


def test_a_link_to_another_page_is_not_current():
    request = SimpleNamespace(path="/gaps/")
    assert "aria-current" not in render('{% nav_link "/skills/" "Skills" %}', request=request)


@pytest.mark.parametrize(
    ("have", "need", "states", "words"),
    [
        (1, 3, ["have", "need", "need", "open"], ("Learning", "Proficient")),
        (4, 2, ["have"] * 4, ("Expert", "Working")),
        (0, 1, ["need", "open", "open", "open"], ("None", "Learning")),
        (None, 2, ["need", "need", "open", "open"], ("Not assessed", "Working")),
    ],
)
def test_pips_show_what_is_there_and_what_is_asked_for(have, need, states, words):
    shown = ui.pips(have, need)
    assert shown["states"] == states
    assert (shown["have_word"], shown["need_word"]) == words


def test_pips_say_in_words_what_they_show():
    text = " ".join(render("{% pips 1 3 %}").split())
    assert "Learning" in text
    assert "<b>Proficient</b>" in text
    assert "(1 to 3)" in text


def test_pips_ask_for_nothing_that_is_there():
    assert "Working" not in render("{% pips 4 2 %}")
