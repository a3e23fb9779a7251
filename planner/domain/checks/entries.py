"""Ids, names, references: does everything point at something, and at one thing only?"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from graphlib import CycleError
from itertools import chain

from planner.domain.catalogue import Catalogue
from planner.domain.checks.fault import Check, Fault

SLUG = re.compile(r"[A-Za-z0-9_-]+")
RESERVED = {"add"}  # /certifications/add/

type Reference = tuple[str, str, str]  # the entry, the kind of what it refers to, the id it gives
type Sourced = tuple[str, tuple[str, ...]]  # an entry that states figures, the sources it names


def _ids_are_unique(catalogue: Catalogue) -> Iterator[Fault]:
    groups: dict[str, Iterable[str]] = {
        "level": (level.code for level in catalogue.levels),
        "expectation": (expectation.id for expectation in catalogue.expectations),
        "pay group": (group.id for group in catalogue.pay_groups),
        "skill or certification": (*catalogue.skills, *catalogue.certifications),
        "skill name": (skill.name.casefold() for skill in catalogue.skills.values()),
        "certification name": (c.name.casefold() for c in catalogue.certifications.values()),
    }
    for kind, ids in groups.items():
        for id_, count in Counter(ids).items():
            if count > 1:
                yield Fault(f"{kind} {id_}", f"is there {count} times")


def _ids_are_their_keys(catalogue: Catalogue) -> Iterator[Fault]:
    for mapping in (
        catalogue.skills,
        catalogue.certifications,
        catalogue.places,
        catalogue.industries,
        catalogue.sources,
    ):
        for key, value in mapping.items():
            if key != value.id:
                yield Fault(key, f"is filed under another id than its own, {value.id}")


def _ids_fit_addresses(catalogue: Catalogue) -> Iterator[Fault]:
    """Each skill and certification has a page of its own, at its id."""
    for kind, ids in (("skill", catalogue.skills), ("certification", catalogue.certifications)):
        for id_ in ids:
            if not SLUG.fullmatch(id_):
                yield Fault(f"{kind} {id_}", "has more than letters, digits, - and _ in its id")
            elif id_ in RESERVED:
                yield Fault(f"{kind} {id_}", "has an id that is the address of another page")


def _aliases_are_unique(catalogue: Catalogue) -> Iterator[Fault]:
    """A name means one skill; a word declared ambiguous may mean several."""
    owners: defaultdict[str, set[str]] = defaultdict(set)
    implied: defaultdict[str, set[str]] = defaultdict(set)
    for skill in catalogue.skills.values():
        for name in (skill.id, skill.name, *skill.aliases):
            owners[name.casefold()].add(skill.id)
        for name in skill.implied_aliases:
            implied[name.casefold()].add(skill.id)
    for strength, found in (("alias", owners), ("implied alias", implied)):
        for name, skills in found.items():
            if len(skills) > 1:
                yield Fault(f"{strength} {name!r}", f"belongs to {', '.join(sorted(skills))}")


def _aliases_are_written_once(catalogue: Catalogue) -> Iterator[Fault]:
    for skill in catalogue.skills.values():
        names = (*skill.aliases, *skill.implied_aliases, *skill.ambiguous_aliases)
        if not all(name.strip() for name in names):
            yield Fault(f"skill {skill.id}", "has a blank alias")
        for name, count in Counter(names).items():
            if count > 1:
                yield Fault(f"skill {skill.id}", f"has the alias {name!r} {count} times")


def _prerequisites_have_no_circle(catalogue: Catalogue) -> Iterator[Fault]:
    try:
        catalogue.learning_order  # noqa: B018 (working it out is the check)
    except CycleError as error:
        yield Fault("prerequisites", f"go in a circle: {' → '.join(error.args[1])}")


def _references_resolve(catalogue: Catalogue) -> Iterator[Fault]:
    known = {
        "skill": catalogue.skills,
        "certification": catalogue.certifications,
        "level": catalogue.levels_by_code,
        "source": catalogue.sources,
    }
    for entry, kind, id_ in chain(
        _references_of_skills(catalogue),
        _references_of_certifications(catalogue),
        _references_of_expectations(catalogue),
        _references_of_pay_groups(catalogue),
        ((entry, "source", id_) for entry, ids in _sourced(catalogue) for id_ in ids if id_),
    ):
        if id_ not in known[kind]:
            yield Fault(entry, f"refers to the {kind} {id_!r}, which does not exist")


def _references_of_skills(catalogue: Catalogue) -> Iterator[Reference]:
    for skill in catalogue.skills.values():
        yield f"skill {skill.id}", "level", skill.first_expected_at
        for id_ in skill.prerequisites:
            yield f"skill {skill.id}", "skill", id_


def _references_of_certifications(catalogue: Catalogue) -> Iterator[Reference]:
    for certification in catalogue.certifications.values():
        for id_ in (certification.primary_skill, *certification.evidences):
            yield f"certification {certification.id}", "skill", id_


def _references_of_expectations(catalogue: Catalogue) -> Iterator[Reference]:
    for expectation in catalogue.expectations:
        yield f"expectation {expectation.id}", "level", expectation.level
        for member in expectation.members:
            yield f"expectation {expectation.id}", "skill", member.skill


def _references_of_pay_groups(catalogue: Catalogue) -> Iterator[Reference]:
    for group in catalogue.pay_groups:
        for code in group.levels:
            yield f"pay group {group.id}", "level", code
        for evidence in group.evidence():
            yield f"pay group {group.id}", evidence.kind, evidence.id


def _figures_have_sources(catalogue: Catalogue) -> Iterator[Fault]:
    for entry, sources in _sourced(catalogue):
        if not any(sources):
            yield Fault(entry, "names no source for its figures")


def _sourced(catalogue: Catalogue) -> Iterator[Sourced]:
    yield from ((f"skill {s.id}", s.sources) for s in catalogue.skills.values())
    yield from ((f"certification {c.id}", c.sources) for c in catalogue.certifications.values())
    yield from ((f"level {level.code}, years", level.years_sources) for level in catalogue.levels)
    yield from ((f"level {level.code}, pay", level.pay_sources) for level in catalogue.levels)
    yield from ((f"expectation {e.id}", e.sources) for e in catalogue.expectations)
    yield from ((f"pay group {group.id}", group.sources) for group in catalogue.pay_groups)
    yield from ((f"place {place.id}", (place.source,)) for place in catalogue.places.values())
    yield from ((f"industry {i.id}", (i.source,)) for i in catalogue.industries.values())
    yield from ((f"assumption {key}", (f"assumption:{key}",)) for key in catalogue.assumptions)


CHECKS: tuple[Check, ...] = (
    _ids_are_unique,
    _ids_are_their_keys,
    _ids_fit_addresses,
    _aliases_are_unique,
    _aliases_are_written_once,
    _references_resolve,
    _prerequisites_have_no_circle,
    _figures_have_sources,
)
