"""Reading what somebody gave: a text or a file, and the findings in it. Nothing is stored."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import PurePosixPath

from planner.domain.catalogue import Catalogue
from planner.domain.reading import (
    LINKEDIN_FILES,
    MAX_CHARACTERS,
    Caution,
    Finding,
    Lexicon,
    Mention,
    Reading,
    certificates_in,
    compile_lexicon,
    finding_of,
    guess_kind,
    guess_manifest,
    is_manifest,
    linkedin_name,
    read_ad,
    read_cv,
    read_manifest,
    split_manifests,
    text_of_linkedin,
    text_of_resume,
)
from planner.importing import Imported, import_file
from planner.queries.catalogue import current_catalogue

_SAMPLE = 20_000  # characters that tell an ad


@lru_cache(maxsize=2)
def _compiled(version: str) -> Lexicon:
    catalogue = current_catalogue(version)
    return compile_lexicon(catalogue.skills.values(), catalogue.certifications.values())


def lexicon_of(catalogue: Catalogue) -> Lexicon:
    """The names of this catalogue to look up, made once for each version of it."""
    return _compiled(catalogue.version)


@dataclass(frozen=True, slots=True)
class Source:
    """What is to be read: one CV without a name, or manifests by their names. At most 100 KB.

    `is_cut`: whether there was more.
    """

    texts: tuple[tuple[str, str], ...]
    is_cut: bool = False

    @property
    def is_of_project(self) -> bool:
        return all(name for name, _ in self.texts)


@dataclass(frozen=True, slots=True)
class Found:
    """One skill, and where: mentions with the number of their text."""

    finding: Finding
    places: tuple[tuple[int, Mention], ...]


@dataclass(frozen=True, slots=True)
class Read:
    """All that was read out of a source. `problems`: files that are not what they seem."""

    source: Source
    readings: tuple[Reading, ...]
    found: tuple[Found, ...]
    certificates: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    is_ad: bool = False

    @property
    def unknown_terms(self) -> tuple[str, ...]:
        terms = (term for reading in self.readings for term in reading.unknown_terms)
        return tuple(dict.fromkeys(terms))

    @property
    def warnings(self) -> tuple[Caution, ...]:
        cautions = [caution for reading in self.readings for caution in reading.warnings]
        if self.source.is_cut:
            cautions.append("cut")
        return tuple(dict.fromkeys(c for c in cautions if c != "nothing-found"))


# --- What somebody gave → a source ----------------------------------------------------------------


def source_of(content: bytes, name: str) -> Source:
    """What a file holds, or a text without a name; a structured profile written out as a CV.

    Raises FileProblemError or ValueError; the words of both may be shown.
    """
    return source_of_import(import_file(content), name)


def source_of_import(imported: Imported, name: str) -> Source:
    """The same of a file that was opened already. Raises ValueError."""
    if imported.files:
        return _of_archive(imported)
    if imported.format in ("pdf", "docx"):
        return _cv(imported.text)
    imported = replace(imported, text=imported.text.replace("\r\n", "\n"))  # as forms send it
    parts = {key: text for key, text in split_manifests(imported.text).items() if is_manifest(key)}
    return _manifests(parts) if parts else _of_text(imported, PurePosixPath(name).name)


def _of_archive(imported: Imported) -> Source:
    if LINKEDIN_FILES[0] in imported.files or not all(map(is_manifest, imported.files)):
        return _cv(text_of_linkedin(imported.files))
    return _manifests(dict(imported.files))


def _of_text(imported: Imported, name: str) -> Source:
    text = imported.text
    if header := linkedin_name(text.lstrip().partition("\n")[0]):
        return _cv(text_of_linkedin({header: text.lstrip()}))
    if manifest := name if is_manifest(name) else guess_manifest(text):
        return _manifests({manifest: text})
    return _cv(_resume(imported.data) if imported.format == "json" else text)


def _resume(data: object) -> str:
    try:
        return text_of_resume(data)
    except ValueError as error:
        raise ValueError(
            "This JSON is neither a JSON Resume nor a manifest that is known here."
        ) from error


def _cv(text: str) -> Source:
    return Source((("", text[:MAX_CHARACTERS]),), len(text) > MAX_CHARACTERS)


def _manifests(files: dict[str, str]) -> Source:
    """As much of them as may be read in sum."""
    left, texts = MAX_CHARACTERS, []
    for name, text in files.items():
        texts.append((name, text[:left]))
        left -= len(texts[-1][1])
    kept = tuple((name, text) for name, text in texts if text)
    return Source(kept, sum(map(len, files.values())) > MAX_CHARACTERS)


# --- A source → what is in it ---------------------------------------------------------------------


def read(source: Source, catalogue: Catalogue, today: date) -> Read:
    """Every finding, with its places."""
    lexicon = lexicon_of(catalogue)
    if source.is_of_project:
        return _read_manifests(source, lexicon)
    text = source.texts[0][1]
    reading = read_cv(text, lexicon, today)
    return Read(
        source,
        (reading,),
        tuple(Found(f, tuple((0, mention) for mention in f.mentions)) for f in reading.findings),
        certificates_in(reading.text, catalogue.certifications.values()),
        is_ad=_is_ad(text, lexicon),
    )


def _is_ad(text: str, lexicon: Lexicon) -> bool:
    """Whether it asks for skills instead of naming those of a person."""
    if guess_kind(text) == "cv":
        return False
    findings = read_ad(text[:_SAMPLE], lexicon).findings
    return sum(finding.status in ("required", "optional") for finding in findings) > 1


def _read_manifests(source: Source, lexicon: Lexicon) -> Read:
    readings, problems = [], []
    for name, text in source.texts:
        try:
            reading = read_manifest(name, text, lexicon)
        except ValueError as error:
            problems.append(f"{name} cannot be read: {error}.")
            reading = Reading(text)
        readings.append(reading)
    return Read(source, tuple(readings), _merged(readings), problems=tuple(problems))


def _merged(readings: list[Reading]) -> tuple[Found, ...]:
    """One finding for each skill, out of all files that mention it."""
    places: defaultdict[str, list[tuple[int, Mention]]] = defaultdict(list)
    for number, reading in enumerate(readings):
        for finding in reading.findings:
            places[finding.skill_id] += [(number, mention) for mention in finding.mentions]
    return tuple(
        Found(finding_of(skill, tuple(mention for _, mention in own)), tuple(own))
        for skill, own in places.items()
    )


def as_one(found: Read) -> Reading:
    """Manifests as one reading: each below a line with its name, places moved accordingly."""
    texts, starts, size = [], [], 0
    for (name, _), reading in zip(found.source.texts, found.readings, strict=True):
        heading = f"==> {name} <==\n"
        starts.append(size + len(heading))
        texts.append(f"{heading}{reading.text}")
        size += len(texts[-1]) + 1
    findings = tuple(
        finding_of(
            one.finding.skill_id,
            tuple(
                replace(mention, start=mention.start + starts[n], end=mention.end + starts[n])
                for n, mention in one.places
            ),
        )
        for one in found.found
    )
    warnings: tuple[Caution, ...] = () if findings else ("nothing-found",)
    return Reading("\n".join(texts), findings, warnings=(*found.warnings, *warnings))
