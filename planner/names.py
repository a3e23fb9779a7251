"""What things are called on a page. Pure functions, no markup."""

from __future__ import annotations

from collections.abc import Iterable

from planner.domain.catalogue import PRE_ENTRY, Catalogue, Source
from planner.domain.developer import Proficiency


def name_of(catalogue: Catalogue, id_: str) -> str:
    """The name of a skill or certification; the id itself if the catalogue no longer has it."""
    thing = catalogue.skills.get(id_) or catalogue.certifications.get(id_)
    return thing.name if thing else id_


def level_name(catalogue: Catalogue, code: str | None) -> str:
    """`Mid-level`; `Before entry level` for pre-entry."""
    if code is None or code == PRE_ENTRY:
        return "Before entry level"
    return catalogue.level(code).name


def proficiency(value: int | None) -> str:
    return "Not assessed" if value is None else Proficiency(value).name.capitalize()


def person_name(name: str, key: int | None) -> str:
    """Somebody as others see them: never by the address, which nobody agreed to show."""
    return name or f"Person {key}"


def listed(names: Iterable[str], last: str = "and") -> str:
    """`a, b and c`."""
    *most, final = list(names) or [""]
    return f"{', '.join(most)} {last} {final}" if most else final


def assumption_name(key: str) -> str:
    """`gate_strength` → `gate strength`."""
    return key.replace("_", " ")


def source_label(source: Source) -> str:
    """A chip's few words: `Article, L16.1`, `BLS, May 2025`, `Assumption`."""
    if source.kind == "article":
        return f"Article, {source.id}"
    if source.kind == "wages":
        return f"BLS, May {source.year}"
    if source.kind == "survey":
        return f"Stack Overflow survey, {source.year}"
    if source.kind == "assumption":
        return f"Assumption: {assumption_name(source.id.partition(':')[2])}"
    return source.title.partition(",")[0]
