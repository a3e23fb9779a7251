"""Which manifest a text is that came without a name, and which of an archive are read."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

# What a file of each kind has, all of it, and hardly any other text does.
_SIGNS = (
    ("package.json", (r"\A\s{0,99}\{", r'"(?:devD|peerD|d)ependencies"\s{0,9}:')),
    ("pyproject.toml", (r"^\[(?:project|build-system|tool\.[\w.-]{1,40})\][ \t]{0,9}$",)),
    ("pom.xml", (r"<project\b", r"<(?:dependency|parent)>")),
    ("go.mod", (r"^module \S{1,200}$", r"^go \d")),
    (".github/workflows/ci.yml", (r"^jobs:[ \t]{0,9}$", r"^ {1,20}(?:- )?(?:runs-on|uses):")),
    ("compose.yml", (r"^services:[ \t]{0,9}$", r"^ {1,20}(?:image|build):")),
)
_PATTERNS = [(name, [re.compile(sign, re.M) for sign in signs]) for name, signs in _SIGNS]
_REQUIREMENT = re.compile(
    r"[A-Za-z][\w.-]{0,60}(?:\[[\w,. -]{1,60}\])?\s*(?:[=<>~!]=|[<>])\s*\d\S*"
)
_IMAGE = re.compile(
    r"FROM (?:--platform=\S+ )?[\w$][\w./:${}@-]{0,200}(?: AS [\w.-]{1,60})?$", re.I
)
_SEPARATOR = re.compile(r"^==> ?([^\n<>]{1,200}?) ?<==[ \t]*\n?", re.M)
_VENDORED = frozenset({
    "node_modules", "vendor", "third_party", "site-packages", "venv", ".venv", "dist", "target",
    "__MACOSX",
})  # fmt: skip
_SAMPLE = 40_000


def guess_manifest(text: str) -> str | None:
    """The name that a manifest of this content has; None if it is no manifest."""
    text = text[:_SAMPLE]
    for name, signs in _PATTERNS:
        if all(sign.search(text) for sign in signs):
            return name
    lines = [line.partition("#")[0].partition(";")[0].strip() for line in text.splitlines()]
    lines = [line for line in lines if line and not line.startswith("-")]
    if lines and _IMAGE.match(next((n for n in lines if not n.startswith("ARG ")), "")):
        return "Dockerfile"
    return "requirements.txt" if _are_requirements(lines) else None


def _are_requirements(lines: list[str]) -> bool:
    """Whether most of the lines are names with a version."""
    return bool(lines) and sum(map(bool, map(_REQUIREMENT.match, lines))) > len(lines) / 2


def split_manifests(text: str) -> dict[str, str]:
    """Several files in one text, each below `==> NAME <==`, as `tail -n +1 FILE …` prints them."""
    _, *parts = _SEPARATOR.split(text)
    return dict(zip(parts[::2], parts[1::2], strict=True))


def is_vendored(path: str) -> bool:
    """Whether a file belongs to what a project only brings along, so that it says nothing."""
    return not _VENDORED.isdisjoint(PurePosixPath(path.replace("\\", "/")).parts)
