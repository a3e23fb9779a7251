"""The plan as a Markdown checklist: task lists as GitHub and most editors know them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planner.exports.sheet import LaterRow, Row, Sheet

# What Markdown would read as markup, and the colon that makes a link of an address.
MARKUP = re.compile(r"[\\`*_\[\]<>|~]|&(?=#?\w+;)|:(?=//)")


def write_markdown(sheet: Sheet) -> bytes:
    return ("\n".join(_lines(sheet)) + "\n").encode()


def _lines(sheet: Sheet) -> Iterator[str]:
    yield f"# {escaped(sheet.title)}"
    yield ""
    if sheet.name:
        yield from (f"For {escaped(sheet.name)}", "")
    yield from (f"- {escaped(fact)}" for fact in sheet.facts)
    yield from ("", "## Steps", "")
    for row in sheet.rows:
        yield from _step(row)
    if sheet.later:
        yield from ("", "## Later, beyond the horizon", "")
        yield from map(_later, sheet.later)
    if sheet.milestones:
        yield from ("", "## Days to remember", "")
        yield from (
            f"- {milestone.on.isoformat()}: {escaped(milestone.title)}"
            for milestone in sorted(sheet.milestones, key=lambda milestone: milestone.on)
        )


def _step(row: Row) -> Iterator[str]:
    planned = row.planned
    yield f"- [ ] **{escaped(row.title)}** ({row.start} → {row.end})"
    days = f"{planned.starts_on.isoformat()} – {planned.ends_on.isoformat()}"
    yield f"  - {days}{', ' * bool(row.ends)}{row.ends}"
    yield f"  - {row.effort}; {row.worth}"
    if row.certificate:
        yield f"  - {row.certificate}"
    if row.waits_for:
        yield f"  - Waits for {escaped('; '.join(row.waits_for))}"
    if row.why:
        yield f"  - {escaped(row.why)}"


def _later(row: LaterRow) -> str:
    return f"- [ ] {escaped(row.title)} ({row.start} → {row.end}), {row.effort}"


def escaped(text: str) -> str:
    """Text that reads the same once Markdown has been rendered."""
    return MARKUP.sub(r"\\\g<0>", text)
