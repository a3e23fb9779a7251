"""Asking as htmx does, and comparing what came back with the page."""

import re

from django.test.html import Element, parse_html

HTMX = {"HX-Request": "true"}
TOKEN = re.compile(r'(name="(?:csrfmiddlewaretoken|key)" value=")[^"]*')


def element(response, id_):
    """The element with that id, without the tokens that differ in each answer."""
    found = _find(parse_html(TOKEN.sub(r"\1", response.text)), id_)
    assert found is not None, f"no element with the id {id_}"
    return found


def _find(node, id_):
    if not isinstance(node, Element):
        return None
    if ("id", id_) in node.attributes:
        return node
    return next((found for child in node.children if (found := _find(child, id_))), None)
