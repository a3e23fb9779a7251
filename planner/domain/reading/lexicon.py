"""The catalogue's names, arranged for looking them up in running text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from planner.domain.catalogue import Certification, Skill
from planner.domain.reading.certificates import codes_in
from planner.domain.reading.tokens import key_of
from planner.domain.reading.words.homographs import BLOCKED, GENERAL, HOMOGRAPHS

Kind = Literal["synonym", "implied", "ambiguous", "blocked"]
Doubt = Literal["", "homograph", "general"]

SOFT = frozenset({"soft", "leadership", "domain", "practice"})
LANGUAGES = frozenset({"language", "runtime"})
_SHORT = 4
_PEOPLE = frozenset({"developers", "engineers", "juniors"})  # whom to guide; one is a title
_COMPOSED = re.compile(r"[/,&()]")


_ALTERNATIVE_KINDS = frozenset({
    "language", "framework", "database", "cloud", "messaging", "frontend",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a skill. `doubt`: what else the word may be in everyday English.

    `cases`: for an ambiguous form, the spellings that may mean the skill.
    """

    skill: str
    keys: tuple[str, ...]
    kind: Kind
    doubt: Doubt = ""
    cases: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Lexicon:
    """Forms by their first word, the longest first, and each skill's category."""

    forms: Mapping[str, tuple[Form, ...]]
    categories: Mapping[str, str]

    def is_technology(self, form: Form) -> bool:
        """Whether the form names a thing that only people in software talk about."""
        if form.doubt or form.kind not in ("synonym", "implied"):
            return False
        return self.categories[form.skill] not in SOFT

    def is_alternative(self, first: str, second: str) -> bool:
        """Whether "A/B" of these skills means one or the other: things of one kind."""
        kind = self.kind_of(first)
        return kind == self.kind_of(second) and kind in _ALTERNATIVE_KINDS

    def kind_of(self, skill: str) -> str:
        """The category of a skill, with languages and runtimes as one."""
        category = self.categories[skill]
        return "language" if category in LANGUAGES else category


def compile_lexicon(
    skills: Iterable[Skill], certifications: Iterable[Certification] = ()
) -> Lexicon:
    """Build the look-up; some 30 ms for the shipped catalogue, so keep it as long as that.

    The name of a certificate implies its primary skill.

    Raises ValueError if a certain name belongs to two skills.
    """
    rows = tuple(skills)
    found: defaultdict[tuple[str, ...], list[Form]] = defaultdict(list)
    for form in (*_forms(rows), *_forms_of_certificates(certifications)):
        found[form.keys].append(form)
    for keys, forms in found.items():
        owners = {form.skill for form in forms if form.kind == "synonym"}
        if len(owners) > 1:
            raise ValueError(f"{' '.join(keys)!r} names several skills: {sorted(owners)}")
    by_first: defaultdict[str, list[Form]] = defaultdict(list)
    chosen = {keys: min(forms, key=_strength) for keys, forms in _without_pairs(found).items()}
    for keys, form in (_singulars(chosen) | chosen).items():
        by_first[keys[0]].append(form)
    return Lexicon(
        {key: tuple(sorted(forms, key=_longest_first)) for key, forms in by_first.items()},
        {skill.id: skill.category for skill in rows},
    )


def _forms(skills: Iterable[Skill]) -> Iterator[Form]:
    for phrase in BLOCKED:
        yield Form("", key_of(phrase), "blocked")
    for skill in skills:
        yield from _forms_of(skill)


def _forms_of(skill: Skill) -> Iterator[Form]:
    ambiguous: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for name in skill.ambiguous_aliases:
        ambiguous[key_of(name)].add(name)
    for keys, cases in ambiguous.items():
        yield Form(skill.id, keys, "ambiguous", cases=frozenset(cases))
    certain: dict[str, Kind] = dict.fromkeys(skill.implied_aliases, "implied")
    certain |= dict.fromkeys(skill.aliases, "synonym")
    if not _COMPOSED.search(skill.name) and key_of(skill.name) not in ambiguous:
        certain.setdefault(skill.name, "synonym")
    for name, kind in certain.items():
        keys = key_of(name)
        if keys and (keys not in ambiguous or kind == "synonym"):
            yield Form(skill.id, keys, kind, _doubt_of(name))


def _singulars(forms: Mapping[tuple[str, ...], Form]) -> dict[tuple[str, ...], Form]:
    """Names of several words in the singular: "merge requests" is found as "merge request" too."""
    return {
        (*keys[:-1], keys[-1][:-1]): replace(form, keys=(*keys[:-1], keys[-1][:-1]))
        for keys, form in forms.items()
        if len(keys) > 1
        and form.kind in ("synonym", "implied")
        and _is_plural(keys[-1])
        and keys[-1] not in _PEOPLE
    }


def _forms_of_certificates(certifications: Iterable[Certification]) -> Iterator[Form]:
    for certification in certifications:
        for name in (certification.name, *codes_in(certification.code)):
            yield Form(certification.primary_skill, key_of(name), "implied")


def _is_plural(word: str) -> bool:
    return len(word) > _SHORT and word.endswith("s") and word[-2] not in "sui"


def _doubt_of(name: str) -> Doubt:
    name = name.casefold()
    if name in HOMOGRAPHS:
        return "homograph"
    return "general" if name in GENERAL else ""


def _without_pairs(
    found: Mapping[tuple[str, ...], list[Form]],
) -> dict[tuple[str, ...], list[Form]]:
    """Leave out names such as "c/c++" that are two skills, each with a name of its own."""
    kept = {}
    for keys, forms in found.items():
        parts = [found.get((key,), []) for key in keys if key != "/"]
        owners = {part[0].skill for part in parts if part}
        if not (len(keys) == 3 and keys[1] == "/" and all(parts) and len(owners) > 1):
            kept[keys] = forms
    return kept


_ORDER: tuple[Kind, ...] = ("blocked", "synonym", "implied", "ambiguous")


def _strength(form: Form) -> int:
    return _ORDER.index(form.kind)


def _longest_first(form: Form) -> tuple[int, tuple[str, ...]]:
    return -len(form.keys), form.keys
