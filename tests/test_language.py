"""The pages that are ready for translation: no text of theirs stands outside the tags for it."""

import re
from pathlib import Path

import pytest
from django.conf import settings

FOLDER = Path(settings.BASE_DIR) / "templates" / "planner"
READY = [
    path
    for pattern in ("share*.html", "settings*.html", "completeness.html")
    for path in sorted(FOLDER.glob(pattern))
]
TAGS = re.compile(r"{#.*?#}|{% blocktranslate.*?{% endblocktranslate %}|{%.*?%}|{{.*?}}", re.S)
READ_ALOUD = re.compile(r'\b(?:aria-label|title|alt|placeholder)="([^"]*)"')
NAME = "Waymark"


def untranslated(source):
    """What would stay English in every language."""
    html = TAGS.sub(" ", source).replace(NAME, "")
    said = [re.sub(r"<[^>]*>|&\w+;", " ", html), *READ_ALOUD.findall(html)]
    return re.findall(r"[A-Za-z]{2,}", " ".join(said))


@pytest.mark.parametrize("path", READY, ids=lambda path: path.stem)
def test_a_template_has_no_text_outside_the_tags(path):
    assert untranslated(path.read_text()) == []


def test_text_outside_would_be_seen():
    assert untranslated('<p title="Left out">{% translate "in" %} too</p>') == [
        "too", "Left", "out",
    ]  # fmt: skip
    assert len(READY) > 15
