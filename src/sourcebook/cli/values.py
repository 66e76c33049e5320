"""Values of options that more than one command takes."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import TypeVar

from sourcebook.errors import SettingsError

E = TypeVar("E", bound=StrEnum)


def day(text: str | None, option: str) -> dt.date | None:
    """The day that an option gives. Raises SettingsError if it is not one."""
    if text is None:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise SettingsError(option, f"{text!r} is not a day", "write it as YYYY-MM-DD") from error


def one_of(kind: type[E], value: str, option: str) -> E:
    """The member of an enumeration that an option names. Raises SettingsError with the known ones."""
    try:
        return kind(value.strip().lower().replace(" ", "-"))
    except ValueError as error:
        raise SettingsError(option, f"there is no {value!r}", f"known: {', '.join(kind)}") from error
