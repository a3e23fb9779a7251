"""A whole catalogue as a JSON document and back: what a kept plan was made with.

Mappings become lists of pairs, so that their order survives a database that sorts keys.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from planner.domain.catalogue import Catalogue


def write_catalogue(catalogue: Catalogue) -> Any:
    """The document: lists, objects and plain values only."""
    return _written(catalogue)


def read_catalogue(document: Any) -> Catalogue:
    """The catalogue that `write_catalogue` wrote, equal to the one it was given."""
    catalogue: Catalogue = _read(Catalogue, document)
    return catalogue


def _written(value: Any) -> Any:
    if is_dataclass(value):
        return {field.name: _written(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return [[key, _written(part)] for key, part in value.items()]
    if isinstance(value, tuple):
        return [_written(part) for part in value]
    return value.isoformat() if isinstance(value, date) else value


def _read(kind: Any, value: Any) -> Any:
    """A value of that type: the types of the catalogue's fields are all that is needed."""
    if isinstance(kind, type) and is_dataclass(kind):
        hints = _hints(kind)
        return kind(**{name: _read(hints[name], part) for name, part in value.items()})
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is tuple:
        return tuple(_read(arguments[0], part) for part in value)
    if origin is Mapping:
        return types.MappingProxyType({key: _read(arguments[1], part) for key, part in value})
    if origin in (Union, types.UnionType):
        return None if value is None else _read(arguments[0], value)
    return date.fromisoformat(value) if kind is date else value


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
