"""How figures, proficiencies and icons are written on a page.

Money is whole dollars a year, hours are hours of study. A figure with bounds is a `Range` of the
domain or two numbers: `{{ gain|money_range }}` or `{{ low|money_range:high }}`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from django import template
from django.template import Context
from lucide.templatetags.lucide import lucide

from planner.domain.developer import Proficiency
from planner.domain.ranges import Range
from planner.figures import bounds, money, money_k, money_range, percent

register = template.Library()

THEMES = ("system", "light", "dark")


for figure in (money, money_k, money_range, percent):
    register.filter(figure.__name__, figure)


@register.filter
def hours(count: float) -> str:
    """`1 hour`, `140 hours`."""
    return f"{count:,.0f} hour{'' if round(count) == 1 else 's'}"


@register.filter
def hours_range(low: float | Range, high: float | None = None) -> str:
    """`100–180 hours`, or `about 140 hours` where both ends read the same."""
    lowest, highest = bounds(low, high)
    if round(lowest) == round(highest):
        return f"about {hours(highest)}"
    if round(lowest) == 0:
        return f"up to {hours(highest)}"
    return f"{lowest:,.0f}–{hours(highest)}"


@register.filter
def coord(position: float) -> str:
    """A place on a percent SVG: `43.2` (0 to 100) → `43.2%`."""
    return f"{position:.2f}".rstrip("0").rstrip(".") + "%"


@register.filter
def initials(name: object) -> str:
    """`Priya Shah` → `PS`, `alice@example.org` → `A`."""
    words = str(name).partition("@")[0].split()
    return "".join(word[0] for word in words[:1] + words[1:][-1:]).upper()


@register.filter
def sentence_case(text: str) -> str:
    """`Two-Factor Authentication` → `Two-factor authentication`: for the headings of allauth."""
    return re.sub(r"(?<=[\s-])[A-Z](?=[a-z])", lambda match: match[0].lower(), text.strip())


@register.simple_tag
@lru_cache(maxsize=256)
def icon(name: str, size: int = 20, label: str = "") -> str:
    """An icon of the lucide package: hidden from screen readers, or an image with a label."""
    hidden_or_named = {"role": "img", "aria_label": label} if label else {"aria_hidden": "true"}
    return lucide(name, size=size, **{"class": "icon"}, **hidden_or_named)


@register.simple_tag(takes_context=True)
def theme(context: Context) -> str:
    """The theme of the account, or of the cookie before signing in."""
    request = context.get("request")
    if request is None:
        return "system"
    user = getattr(request, "user", None)
    chosen = getattr(user, "theme", None) or request.COOKIES.get("theme")
    return chosen if chosen in THEMES else "system"


@register.inclusion_tag("components/nav_link.html", takes_context=True)
def nav_link(context: Context, href: str, text: str, also: str = "") -> dict[str, Any]:
    """A link that knows whether it leads to this page or to the section it is in.

    `also`: the beginnings of other addresses of the section, with spaces between.
    """
    request = context.get("request")
    path = request.path if request else ""
    section = (href, *also.split()) if href else ()
    current = "page" if path == href else "true" if path.startswith(section) else ""
    return {"href": href, "text": text, "current": current}


@register.inclusion_tag("components/pips.html")
def pips(have: int | None, need: int = 0) -> dict[str, Any]:
    """Four pips with words and numbers: what is there, and what is asked for beyond it.

    `have`: 0 to 4, or None where the skill is not assessed. `need`: 0 to 4.
    """
    solid = have or 0
    return {
        "states": [
            "have" if pip <= solid else "need" if pip <= need else "open" for pip in range(1, 5)
        ],
        "have": solid,
        "need": need if need > solid else 0,
        "have_word": "Not assessed" if have is None else _word(have),
        "need_word": _word(need),
    }


def _word(proficiency: int) -> str:
    return Proficiency(proficiency).name.capitalize()
