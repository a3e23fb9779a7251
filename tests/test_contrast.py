"""The colours of tokens.css against WCAG 2.2: text 4.5:1, edges and marks with meaning 3:1."""

import re
from pathlib import Path

import pytest
from django.conf import settings

TOKENS = (Path(settings.BASE_DIR) / "planner/static/planner/css/tokens.css").read_text()
HEX = r"#([0-9a-f]{6})"
COLOURS = {
    name: {"light": light, "dark": dark}
    for name, light, dark in re.findall(rf"--([a-z-]+): light-dark\({HEX}, {HEX}\)", TOKENS)
}
TEXT = [
    ("text", "page"), ("text", "surface"), ("text", "sunken"), ("text", "accent-fill"),
    ("muted", "page"), ("muted", "surface"), ("muted", "sunken"),
    ("accent", "page"), ("accent", "surface"), ("accent", "sunken"), ("accent", "accent-soft"),
    ("accent-strong", "surface"), ("on-accent", "accent"), ("on-accent", "accent-strong"),
    ("plan", "page"), ("plan", "surface"), ("plan", "plan-soft"), ("page", "text"),
]  # fmt: skip
GRAPHICS = [
    ("edge", "page"), ("edge", "surface"), ("edge", "sunken"),
    ("accent", "sunken"), ("plan", "plan-fill"), ("plan", "surface"), ("plan", "sunken"),
    ("focus", "page"), ("focus", "surface"), ("focus", "sunken"), ("accent", "accent-fill"),
    ("plan", "accent-fill"), ("edge", "plan-soft"),
]  # fmt: skip


def luminance(colour):
    channels = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first, second):
    darker, lighter = sorted((luminance(first), luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_runs_from_1_to_21():
    assert contrast("ffffff", "ffffff") == 1
    assert contrast("000000", "ffffff") == pytest.approx(21)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("front", "back"), TEXT)
def test_text_can_be_read(front, back, scheme):
    assert contrast(COLOURS[front][scheme], COLOURS[back][scheme]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("front", "back"), GRAPHICS)
def test_marks_can_be_seen(front, back, scheme):
    assert contrast(COLOURS[front][scheme], COLOURS[back][scheme]) >= 3
