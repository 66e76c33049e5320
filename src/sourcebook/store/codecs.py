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
    pack = _packer(record.__class__)
    return json.dumps(pack(record) if pack else record, ensure_ascii=False, separators=(",", ":"))


def from_text(cls: type[R], text: str) -> R:
    """The record that :func:`to_text` was given. Raises ValueError if the text is not one of these."""
    try:
        kind: Any = cls
        make = _maker(kind)
        value = json.loads(text)
        made: R = make(value) if make else value
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a stored {cls.__name__}: {error!r}") from error
    return made


#: What turns a value into JSON's kinds, or back. None: it is the same there; such values are not looked at one by one.
_Change = Callable[[Any], Any] | None


@cache
def _packer(hint: Any) -> _Change:
    """What makes JSON of a value of an annotated type."""
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        inner = _packer(_inner(hint))
        return inner and (lambda value: None if value is None else inner(value))
    if hint is Span:
        return None
    if origin is tuple:
        return _tuple_of(get_args(hint), _packer, list)
    if isinstance(hint, type):
        if dataclasses.is_dataclass(hint):
            return _record_packer(hint)
        if issubclass(hint, Enum):
            return None if issubclass(hint, str) else (lambda value: value.value)
        if hint is dt.date:
            return dt.date.isoformat
    return None


def _record_packer(cls: Any) -> Callable[[Any], Any]:
    hints = get_type_hints(cls)
    stored = [f for f in dataclasses.fields(cls) if (cls, f.name) not in LEFT_OUT]
    plan = tuple((f.name, f.default, _packer(hints[f.name])) for f in stored)

    def pack(record: Any) -> dict[str, Any]:
        out = {}
        for name, default, change in plan:
            v = getattr(record, name)
            # the type is compared as well: 0, 0.0 and False are equal and yet not the same record
            if v is not default and (v != default or type(v) is not type(default)):
                out[name] = change(v) if change else v
        return out

    return pack


@cache
def _maker(hint: Any) -> _Change:
    """What makes a value of an annotated type out of its JSON: looked up once a type, for a store holds millions."""
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        inner = _maker(_inner(hint))
        return inner and (lambda value: None if value is None else inner(value))
    if hint is Span:
        return lambda value: Span(value[0], value[1])
    if origin is tuple:
        return _tuple_of(get_args(hint), _maker, tuple) or tuple
    if isinstance(hint, type):
        if dataclasses.is_dataclass(hint):
            return _record_maker(hint)
        if issubclass(hint, Enum):
            return {member.value: member for member in hint}.__getitem__
        if hint is dt.date:
            return dt.date.fromisoformat
        if hint is float:
            return lambda value: float(value) if type(value) is int else value
    return None


def _record_maker(cls: Any) -> Callable[[Any], Any]:
    hints = get_type_hints(cls)
    known = hints.keys()
    changes = tuple((name, change) for name, hint in hints.items() if (change := _maker(hint)))

    def make(value: dict[str, Any]) -> Any:
        if not value.keys() <= known:  # a later version's
            value = {name: v for name, v in value.items() if name in known}
        for name, change in changes:
            if name in value:
                value[name] = change(value[name])
        return cls(**value)

    return make


def _inner(hint: Any) -> Any:
    """The type that may also be None."""
    (inner,) = (a for a in get_args(hint) if a is not type(None))
    return inner


def _tuple_of(args: tuple[Any, ...], change_of: Callable[[Any], _Change], to: type) -> _Change:
    """A tuple's change by those of its parts; None if all of them stay as they are."""
    if args[1:] == (...,):
        one = change_of(args[0])
        return one and (lambda value: to([one(v) for v in value]))
    changes = [change_of(a) for a in args]
    if not any(changes):
        return None
    return lambda value: to([c(v) if c else v for c, v in zip(changes, value, strict=True)])
