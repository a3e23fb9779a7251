"""Readers of manifests, one for each kind of file. Lock files are no evidence and have none.

All of them look for names with patterns that take time linear in the text: the files come from
strangers, nothing in them is run, and what they nest or refer to does not matter here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from planner.domain.reading.manifests.evidence import Evidence, evidence_of, look_up
from planner.domain.reading.manifests.images import ACTIONS, IMAGES
from planner.domain.reading.manifests.java_go_modules import GO, MAVEN
from planner.domain.reading.manifests.node_packages import NPM
from planner.domain.reading.manifests.python_packages import PYPI
from planner.domain.reading.manifests.toml import toml_of

_REQUIREMENT = re.compile(
    r"^[ \t]*([A-Za-z0-9][\w.-]{0,100})(?=[ \t]*(?:\[|[=<>!~;@#\\]|$))", re.MULTILINE
)
_NAME = re.compile(r"\s*([A-Za-z0-9][\w.-]{0,100})")
_TAG = re.compile(r"<(groupId|artifactId)>\s{0,20}([\w.${}-]{1,150})\s{0,20}</")
_GO_MODULE = re.compile(
    r"^[ \t]*(?:require[ \t]+)?([a-z0-9][\w.~/-]{2,200}) v\d\S*(.*)$", re.MULTILINE | re.IGNORECASE
)
_FROM = re.compile(r"^[ \t]*FROM(?:[ \t]+--\S+)*[ \t]+(\S{1,200})", re.MULTILINE | re.IGNORECASE)
_ARG = re.compile(
    r"^[ \t]*ARG[ \t]+(\w{1,60})=[\"']?([^\s\"']{1,200})", re.MULTILINE | re.IGNORECASE
)
_VARIABLE = re.compile(r"\$\{?(\w{1,60})(?::?-([^}\s]{0,200}))?\}?")
_IMAGE = re.compile(r"^[ \t-]*image:[ \t]*[\"']?([^\s\"'#]{1,200})", re.MULTILINE)
_USES = re.compile(r"^[ \t-]*uses:[ \t]*[\"']?([^\s\"'#@]{1,200})", re.MULTILINE)
_VERSION_OF_MODULE = re.compile(r"/v\d+$")


def read_requirements(text: str) -> Iterator[Evidence]:
    """requirements.txt: names only; options, paths and URLs are passed over."""
    for match in _REQUIREMENT.finditer(text):
        yield from python_package(match.group(1), *match.span(1))


def read_pyproject(text: str) -> Iterator[Evidence]:
    """pyproject.toml: PEP 621, PEP 735 and Poetry. Raises ValueError if it is not TOML."""
    document = toml_of(text)
    project, tool = table_of(document, "project"), table_of(table_of(document, "tool"), "poetry")
    names = [*strings_of(project.get("dependencies"))]
    for groups in (
        table_of(project, "optional-dependencies"),
        table_of(document, "dependency-groups"),
    ):
        for requirements in groups.values():
            names += strings_of(requirements)
    for table in (tool, *table_of(tool, "group").values()):
        names += [*table_of(table, "dependencies"), *table_of(table, "dev-dependencies")]
    yield from _all_python(text, names)


def _all_python(text: str, requirements: Iterable[str]) -> Iterator[Evidence]:
    place = 0
    for requirement in requirements:
        if match := _NAME.match(requirement):
            name = match.group(1)
            start, place = find_part(text, name, place)
            yield from python_package(name, start, start + len(name))


def read_package_json(text: str) -> Iterator[Evidence]:
    """package.json: all dependencies. Raises ValueError if it is not JSON."""
    document = object_of(text)
    place = 0
    for key in ("dependencies", "devDependencies", "peerDependencies", "optionalDependencies"):
        for name in table_of(document, key):
            start, place = find_part(text, f'"{name}"', place)
            skills = look_up(NPM, name, "/-")
            yield from evidence_of(skills, start + 1, start + 1 + len(name))
    if "typescript" not in text and document:
        yield from evidence_of(("javascript?",), 0, 0)
    yield from evidence_of(("nodejs?", "build-tools?"), 0, 0)


def read_pom(text: str) -> Iterator[Evidence]:
    """pom.xml, as pairs of group and artefact. Raises ValueError if it has a DTD."""
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise ValueError("a DTD is not read")
    text = _without_comments(text)
    group = None
    for match in _TAG.finditer(text):
        if match.group(1) == "groupId":
            group = match
        elif group is not None:
            skills = look_up(MAVEN, f"{group.group(2)}:{match.group(2)}", ".:-")
            yield from evidence_of(skills, *group.span(2))
            group = None


def _without_comments(text: str) -> str:
    """With spaces for comments, so that places stay as they are. A pattern would be quadratic."""
    parts, place = [], 0
    while (start := text.find("<!--", place)) >= 0:
        end = text.find("-->", start)
        end = len(text) if end < 0 else end + 3
        parts += [text[place:start], " " * (end - start)]
        place = end
    return "".join([*parts, text[place:]])


def read_go_mod(text: str) -> Iterator[Evidence]:
    """go.mod: the modules that are required directly."""
    for match in _GO_MODULE.finditer(text):
        if "// indirect" not in match.group(2):
            name = _VERSION_OF_MODULE.sub("", match.group(1).lower())
            yield from evidence_of(_go_module(name), *match.span(1))


def _go_module(name: str) -> tuple[str, ...]:
    """A package within a module is evidence of the module."""
    while name:
        if found := GO.get(name):
            return found
        name = name.rpartition("/")[0]
    return ()


def read_dockerfile(text: str) -> Iterator[Evidence]:
    """Dockerfile: the images of all stages, with what their arguments are by default."""
    yield from _images(_FROM, text, dict(_ARG.findall(text)))


def read_compose(text: str) -> Iterator[Evidence]:
    """compose.yaml: the images of all services."""
    yield from _images(_IMAGE, text)


def read_workflow(text: str) -> Iterator[Evidence]:
    """A workflow of GitHub: its actions, and the images of its services."""
    for match in _USES.finditer(text):
        yield from evidence_of(look_up(ACTIONS, match.group(1), "/-"), *match.span(1))
    yield from _images(_IMAGE, text)


def _images(
    pattern: re.Pattern[str], text: str, defaults: Mapping[str, str] = MappingProxyType({})
) -> Iterator[Evidence]:
    def value(variable: re.Match[str]) -> str:
        return variable.group(2) or defaults.get(variable.group(1), "")

    for match in pattern.finditer(text):
        name = _VARIABLE.sub(value, match.group(1)).partition("@")[0]
        head, _, last = name.rpartition("/")
        name = f"{head}/{last.partition(':')[0]}" if head else last.partition(":")[0]
        name = name.removeprefix("docker.io/").removeprefix("library/")
        yield from evidence_of(look_up(IMAGES, name, "/-"), *match.span(1))


def python_package(name: str, start: int, end: int) -> Iterator[Evidence]:
    normal = re.sub(r"[-_.]+", "-", name).lower()
    yield from evidence_of(look_up(PYPI, normal, "-"), start, end)


def find_part(text: str, part: str, place: int) -> tuple[int, int]:
    """Where the part is from a place on, or else from the start; the next place to look from."""
    start = text.find(part, place)
    if start < 0:
        start = max(0, text.find(part))
    return start, max(place, start)


def object_of(text: str) -> dict[str, object]:
    try:
        document = json.loads(text)
    except RecursionError:
        raise ValueError("is nested too deeply") from None
    return document if isinstance(document, dict) else {}


def table_of(document: object, key: str) -> dict[str, object]:
    found = document.get(key) if isinstance(document, dict) else None
    return found if isinstance(found, dict) else {}


def strings_of(values: object) -> list[str]:
    return [v for v in values if isinstance(v, str)] if isinstance(values, list) else []
