"""What was read out of a file, as JSON and as text. The keys of the JSON are a contract."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from planner.domain.catalogue import Catalogue
from planner.domain.reading import Finding, Mention, Reading, quote

type Document = dict[str, Any]

CAUTIONS = {
    "empty": "There is no text.",
    "cut": "Only the first 100 KB were read.",
    "other-language": "The text is not in English: names are found, what is required is not.",
    "nothing-found": "Nothing that the catalogue knows was found.",
}
REASONS = {
    "exact": "a name of it",
    "plural": "a name of it",
    "versioned": "a name of it with a version",
    "implied": "implied by this",
    "ambiguous:list": "a word of several meanings, beside a technology",
    "ambiguous:trigger": "a word of several meanings, where a technology is named",
    "ambiguous:case": "a word of several meanings, written as a name",
    "manifest": "part of the project",
}
_SHOWN = 3  # quotes of one finding


def write_reading(reading: Reading) -> Document:
    """The document, with places in `text`."""
    return {
        "findings": [_finding(finding) for finding in reading.findings],
        "unknown_terms": list(reading.unknown_terms),
        "unknown": [{"start": t.start, "end": t.end, "text": t.text} for t in reading.unknown],
        "warnings": [CAUTIONS[caution] for caution in reading.warnings],
        "seniority": reading.seniority,
        "total_years": reading.total_years,
        "text": reading.text,
    }


def _finding(finding: Finding) -> Document:
    return {
        "skill": finding.skill_id,
        "status": finding.status,
        "years": finding.years_min,
        "years_max": finding.years_max,
        "years_basis": finding.years_basis,
        "confidence": finding.confidence,
        "proposed_proficiency": finding.proposed,
        "mentions": [_mention(mention) for mention in finding.mentions],
    }


def _mention(mention: Mention) -> Document:
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "rule": mention.rule,
        "status": mention.status,
        "section": mention.section,
        "cue": mention.cue,
        "years": mention.years_min,
        "any_of": mention.group,
    }


def write_reading_text(catalogue: Catalogue, reading: Reading) -> str:
    """The same for a terminal: one line for each skill, with the quotes that speak for it."""
    return "\n".join(_lines(catalogue, reading))


def _lines(catalogue: Catalogue, reading: Reading) -> Iterator[str]:
    yield from (f"! {CAUTIONS[caution]}" for caution in reading.warnings)
    if reading.seniority:
        yield f"Seniority: {reading.seniority}"
    if reading.total_years:
        yield f"Years of experience: {reading.total_years:g}"
    for finding in reading.findings:
        yield _headline(catalogue, finding)
        for mention in finding.mentions[:_SHOWN]:
            words = quote(reading.text, mention.start, mention.end)
            yield f"    {words}  [{REASONS[mention.rule]}]" if words else "    the file itself"
    if reading.unknown_terms:
        yield "Not in the catalogue: " + ", ".join(reading.unknown_terms)


def _headline(catalogue: Catalogue, finding: Finding) -> str:
    years = f", {finding.years_min:g} years" if finding.years_min else ""
    name = catalogue.skills[finding.skill_id].name
    return f"{name}: {finding.status}{years} ({finding.confidence})"
