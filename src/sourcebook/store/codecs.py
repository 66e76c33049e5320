"""Records to JSON and back, whole: what the store keeps of a reading, so that linking needs no re-reading.

The code is made from the records' own annotations, so that no field can be forgotten. Keys are the fields' names;
a field at its default is left out, and a field that a later version added takes its default when an older reading
is loaded. The contract's JSON (``export/readings.py``) is another thing: for people and programs outside.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import types
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from sourcebook.records import Reading, Span

R = TypeVar("R")

#: Never stored: the parse is large and made anew by reading again; the text stands in the table of pages.
LEFT_OUT = frozenset({(Reading, "sentences")})


def to_text(record: Any) -> str:
    """A record as compact JSON."""
    return json.dumps(_plain(record), ensure_ascii=False, separators=(",", ":"))


def from_text(cls: type[R], text: str) -> R:
    """The record that :func:`to_text` was given. Raises ValueError if the text is not one of these."""
    try:
        made: R = _made(cls, json.loads(text))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a stored {cls.__name__}: {error!r}") from error
    return made


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value):
        return {
            f.name: _plain(v)
            for f in dataclasses.fields(value)
            if (type(value), f.name) not in LEFT_OUT and not _is_default(f, v := getattr(value, f.name))
        }
    if isinstance(value, tuple):  # a Span too
        return [_plain(v) for v in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, dt.date):
        return value.isoformat()
    return value


def _is_default(f: dataclasses.Field[Any], value: Any) -> bool:
    # the type is compared as well: 0, 0.0 and False are equal and yet not the same record
    return f.default is not dataclasses.MISSING and value == f.default and type(value) is type(f.default)


@cache
def _hints(cls: type) -> dict[str, Any]:
    return get_type_hints(cls)


def _made(hint: Any, value: Any) -> Any:
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        inner = [a for a in get_args(hint) if a is not type(None)]
        return None if value is None else _made(inner[0], value)
    if hint is Span:
        start, end = value
        return Span(start, end)
    if origin is tuple:
        args = get_args(hint)
        kinds = [args[0]] * len(value) if args[1:] == (...,) else args
        return tuple(_made(k, v) for k, v in zip(kinds, value, strict=True))
    if isinstance(hint, type):
        if dataclasses.is_dataclass(hint):
            hints = _hints(hint)
            return hint(**{k: _made(hints[k], v) for k, v in value.items() if k in hints})
        if issubclass(hint, Enum):
            return hint(value)
        if hint is dt.date:
            return dt.date.fromisoformat(value)
        if hint is float and type(value) is int:
            return float(value)
    return value
