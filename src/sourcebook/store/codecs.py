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
from collections.abc import Callable
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
        kind: Any = cls
        made: R = _maker(kind)(json.loads(text))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a stored {cls.__name__}: {error!r}") from error
    return made


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):  # a Span too
        return [_plain(v) for v in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, dt.date):
        return value.isoformat()
    if not dataclasses.is_dataclass(value):
        return value
    out = {}
    for name, default in _stored(value.__class__):
        v = getattr(value, name)
        # the type is compared as well: 0, 0.0 and False are equal and yet not the same record
        if v != default or type(v) is not type(default):
            out[name] = _plain(v)
    return out


@cache
def _stored(cls: Any) -> tuple[tuple[str, Any], ...]:
    """The fields that are stored, with their defaults."""
    return tuple((f.name, f.default) for f in dataclasses.fields(cls) if (cls, f.name) not in LEFT_OUT)


@cache
def _maker(hint: Any) -> Callable[[Any], Any]:
    """What makes a value of an annotated type out of its JSON: looked up once a type, for a store holds millions."""
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        (inner,) = (_maker(a) for a in get_args(hint) if a is not type(None))
        return lambda value: None if value is None else inner(value)
    if hint is Span:
        return lambda value: Span(value[0], value[1])
    if origin is tuple:
        return _tuple_maker(get_args(hint))
    if isinstance(hint, type):
        if dataclasses.is_dataclass(hint):
            makers = {name: _maker(h) for name, h in get_type_hints(hint).items()}
            return lambda value: hint(**{k: makers[k](v) for k, v in value.items() if k in makers})
        if issubclass(hint, Enum):
            return hint
        if hint is dt.date:
            return dt.date.fromisoformat
        if hint is float:
            return lambda value: float(value) if type(value) is int else value
    return lambda value: value


def _tuple_maker(args: tuple[Any, ...]) -> Callable[[Any], Any]:
    if args[1:] == (...,):
        one = _maker(args[0])
        return lambda value: tuple([one(v) for v in value])
    makers = tuple(_maker(a) for a in args)
    return lambda value: tuple([make(v) for make, v in zip(makers, value, strict=True)])
