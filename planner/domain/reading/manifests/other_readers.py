"""Readers of the manifests of Gradle, Ruby, PHP, Rust and .NET, and of the older ones of Python.

As in `readers`: patterns that take time linear in the text, and nothing is run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from planner.domain.reading.manifests.evidence import Evidence, evidence_of, look_up
from planner.domain.reading.manifests.java_go_modules import GRADLE_PLUGINS, MAVEN
from planner.domain.reading.manifests.other_packages import COMPOSER, CRATES, GEMS, NUGET
from planner.domain.reading.manifests.readers import find_part, object_of, python_package, table_of
from planner.domain.reading.manifests.toml import toml_of

_COORDINATES = re.compile(r"[\"']([\w.-]{1,100}):([\w.-]{1,100})(?::[^\"'\s]{0,100})?[\"']")
_NAMED = re.compile(
    r"\bgroup\s{0,3}[:=]\s{0,3}[\"']([\w.-]{1,100})[\"'],\s{0,3}name\s{0,3}[:=]\s{0,3}"
    r"[\"']([\w.-]{1,100})[\"']"
)
_PLUGIN = re.compile(r"\b(?:id|kotlin|plugin:)[ \t(]{0,3}[\"']([\w.-]{1,100})[\"']")
_GEM = re.compile(r"^[ \t]*gem[ (]{1,3}[\"']([\w.-]{1,100})[\"']", re.MULTILINE)
_CRATE = re.compile(r"^[ \t]*\"?([A-Za-z][\w-]{0,100})\"?[ \t]*=", re.MULTILINE)
_PACKAGE = re.compile(r"<PackageReference\s{1,9}(?:Include|Update)=\"([\w.-]{1,120})\"", re.I)
_QUOTED = re.compile(
    r"[\"']([A-Za-z][\w.-]{0,100})(?:\[[\w, -]{0,60}\])?\s{0,3}(?:[=<>~!;][^\"']*)?[\"']"
)
_INSTALL_REQUIRES = re.compile(r"\b(?:install_requires|extras_require|tests_require)\s{0,3}=")
_SETUP_LINE = re.compile(r"^[ \t]+([A-Za-z][\w.-]{0,100})(?=[ \t]*(?:\[|[=<>!~;]|$))", re.MULTILINE)
_MOST_LISTS, _REACH = 5, 20_000


def read_gradle(text: str) -> Iterator[Evidence]:
    """build.gradle, build.gradle.kts and libs.versions.toml: coordinates and plugins."""
    for pattern in (_COORDINATES, _NAMED):
        for match in pattern.finditer(text):
            skills = look_up(MAVEN, f"{match.group(1)}:{match.group(2)}", ".:-")
            yield from evidence_of(skills, match.start(1), match.end(2))
    for match in _PLUGIN.finditer(text):
        yield from evidence_of(look_up(GRADLE_PLUGINS, match.group(1), "."), *match.span(1))


def read_gemfile(text: str) -> Iterator[Evidence]:
    """Gemfile: all gems."""
    for match in _GEM.finditer(text):
        yield from evidence_of(look_up(GEMS, match.group(1), "-_"), *match.span(1))


def read_composer(text: str) -> Iterator[Evidence]:
    """composer.json: what is required. Raises ValueError if it is not JSON."""
    document = object_of(text)
    place = 0
    for key in ("require", "require-dev"):
        for name in table_of(document, key):
            start, place = find_part(text, f'"{name}"', place)
            skills = look_up(COMPOSER, name, "/-")
            yield from evidence_of(skills, start + 1, start + 1 + len(name))


def read_cargo(text: str) -> Iterator[Evidence]:
    """Cargo.toml: all crates. Raises ValueError if it is not TOML."""
    document = toml_of(text)
    places = {match.group(1): match.span(1) for match in _CRATE.finditer(text)}
    for key in ("dependencies", "dev-dependencies", "build-dependencies"):
        for name in {**table_of(document, key), **table_of(table_of(document, "workspace"), key)}:
            yield from evidence_of(look_up(CRATES, name, "-_"), *places.get(name, (0, 0)))


def read_project(text: str) -> Iterator[Evidence]:
    """*.csproj: the packages."""
    for match in _PACKAGE.finditer(text):
        yield from evidence_of(look_up(NUGET, match.group(1), "."), *match.span(1))


def read_pipfile(text: str) -> Iterator[Evidence]:
    """Pipfile: all packages. Raises ValueError if it is not TOML."""
    document = toml_of(text)
    places = {match.group(1): match.span(1) for match in _CRATE.finditer(text)}
    for key in ("packages", "dev-packages"):
        for name in table_of(document, key):
            yield from python_package(name, *places.get(name, (0, 0)))


def read_setup(text: str) -> Iterator[Evidence]:
    """setup.py and setup.cfg: what stands after `install_requires` and the like."""
    for match in islice(_INSTALL_REQUIRES.finditer(text), _MOST_LISTS):
        place = text.find("]", match.end(), match.end() + _REACH)
        end = place if place >= 0 else min(len(text), match.end() + _REACH)
        pattern = _QUOTED if text[match.end() : match.end() + 3].strip() else _SETUP_LINE
        for name in pattern.finditer(text, match.end(), end):
            yield from python_package(name.group(1), *name.span(1))
