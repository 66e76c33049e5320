"""Everything that can go wrong, as one tree, and everything that can be left out, as one list.

    SourcebookError
    ├── InputError            a page cannot be read (names the input and the mend)
    │   ├── MissingInput      no such file, or a folder without readable files
    │   ├── EmptyInput        nothing but white space
    │   ├── BinaryInput       not text, not HTML
    │   └── TooLargeInput     over the limit in the settings
    ├── LexiconError          a data file of the project is not valid (names file, rule and key)
    ├── SettingsError         an option, variable or settings file is not valid
    └── StoreError            the database cannot be used
        ├── NotADatabase      the file is something else, or damaged
        ├── NewerDatabase     written by a newer version of Sourcebook
        ├── StoreFull         no space left while writing; what was stored before is kept
        └── UnknownIncident   no incident has, or had, this id

An outcome is not an error: "this number was seen and not used" is a :class:`~sourcebook.records.Rejected`
with a :class:`Reason`.
"""

from __future__ import annotations

from enum import StrEnum


class SourcebookError(Exception):
    """Base of all errors that Sourcebook raises on purpose.

    ``subject`` names the input (a path, an option, an id), ``problem`` says what is wrong with it and
    ``mend`` what the person can do; the message is made of the three.
    """

    def __init__(self, subject: str, problem: str, mend: str = "") -> None:
        self.subject, self.problem, self.mend = subject, problem, mend
        super().__init__(f"{subject}: {problem}" + (f" — {mend}" if mend else ""))


class InputError(SourcebookError):
    """A page cannot be read."""


class MissingInput(InputError):
    """No such file, or a folder without readable files."""


class EmptyInput(InputError):
    """The input holds nothing but white space."""


class BinaryInput(InputError):
    """The input is neither text nor HTML."""


class TooLargeInput(InputError):
    """The input is larger than the settings allow."""


class LexiconError(SourcebookError):
    """A data file of the project is not valid."""


class SettingsError(SourcebookError):
    """An option, environment variable or settings file is not valid."""


class StoreError(SourcebookError):
    """The database cannot be used."""


class NotADatabase(StoreError):
    """The file is not a Sourcebook database, or it is damaged."""


class NewerDatabase(StoreError):
    """The database was written by a newer version of Sourcebook."""


class StoreFull(StoreError):
    """No space left while writing; what was stored before is kept."""


class UnknownIncident(StoreError):
    """No incident has, or ever had, this id."""


class Reason(StrEnum):
    """Why something that was seen was left out. The value is what ``rejected[].reason`` holds."""

    # articles
    LANGUAGE_NOT_READ = "language-not-read"
    NO_SENTENCE = "no-sentence"
    TOO_LONG = "too-long"
    # claims
    NOT_A_SAYING = "not-a-saying"
    SCARE_QUOTE = "scare-quote"
    TITLE_QUOTE = "title-quote"
    NO_SPEAKER = "no-speaker"
    # dates
    NOT_A_DATE = "not-a-date"
    # places
    NO_CANDIDATE = "no-candidate"
    NOT_A_PLACE = "not-a-place"
    # mentions
    FIGURATIVE = "figurative"
    SPORT = "sport"
    NOT_AN_EVENT = "not-an-event"
    IN_GENERAL = "in-general"  # violence is spoken of, no one event is told
    OTHER_MATTER = "other-matter"  # an event named only to say that it has nothing to do with the one told
    # tolls
    NOT_A_TOLL = "not-a-toll"
    AGE = "age"
    MONEY = "money"
    TIME = "time"
    DISTANCE = "distance"
    WEAPONS_COUNT = "weapons-count"
    NEGATED = "negated"
    HYPOTHETICAL = "hypothetical"
