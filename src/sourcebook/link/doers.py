"""Doers: who is told to have done it, and whether a source tells what it did itself: "we planted the bomb"."""

from __future__ import annotations

import re
from dataclasses import replace

from sourcebook.lexicon import Lexicon
from sourcebook.link.charges import Charges
from sourcebook.link.denial_words import HARM_RULES
from sourcebook.link.families import ALLUDED
from sourcebook.link.names import folded, is_group_of
from sourcebook.link.replies import is_of
from sourcebook.link.tallies import DENYING, POLICE, TELLING, THINGS
from sourcebook.link.testimonies import Testimonies, Voice, own_name
from sourcebook.link.values import (
    answer_of,
)
from sourcebook.read.parties import resolve_party
from sourcebook.records import (
    Account,
    Claim,
    Mention,
    Party,
    Phase,
    Question,
    Reading,
    SourceKind,
    Span,
    Stance,
)

#: What stands between a source's verb of saying and its own deed: "said *that it had* bombed".
OWN_DEED = re.compile(
    r"\W*(?:(?:late |early )?on \w+day(?: \w+)? )?(?:that )?"
    r"(?:it\b|they|(?P<ours>we|(?:its|our|their|his|her|my) (?:own )?(?:[\w-]+ )?(?!head|base)\w+))"
    r"(?:['’]ve| had| have| has)?"
    r"(?: also| \w+ly)?\s*",
    re.I,
)


#: Who tells what he saw, and speaks for nobody.
BYSTANDERS = frozenset({SourceKind.WITNESS, SourceKind.RELATIVE, SourceKind.PERSON, SourceKind.MEDICAL})


#: Kinds of those who tell of attacks and do not carry them out.
TELLERS = frozenset({
    SourceKind.NGO, SourceKind.IGO, SourceKind.MONITOR, SourceKind.MEDIA, SourceKind.AGENCY, SourceKind.MEDICAL,
    SourceKind.EXPERT, SourceKind.COURT, SourceKind.WITNESS, SourceKind.RELATIVE, SourceKind.DOCUMENT,
})  # fmt: skip


#: Who, of "they" and "it", tells of others: "They wounded a man, police said".
_OF_OTHERS = frozenset({SourceKind.POLICE, SourceKind.MEDICAL, SourceKind.COURT, SourceKind.MEDIA, SourceKind.AGENCY})


#: Who, without a name, speaks of "it" and "they" as his own: in "a source said it hit a hall" it is a shell.
_ARMED = frozenset({SourceKind.ARMED_GROUP, SourceKind.MILITARY})


#: What was done to one's own: "their lorry was hit".
_SUFFERED = re.compile(r"\b(?:was|were|been|being|got|get|gets)\b", re.I)


#: Triggers of what befalls those who tell it, or of what they only found.
_BEFELL = re.compile(
    r"(?:come|comes|came|coming) under|los[et]|found|find|surviv|suffer|escap|remain|lying|lay|face", re.I
)


#: The body whose man somebody is.
_OF_THE = re.compile(
    r" (?:of|from|belonging to|loyal to) (?:the )?(?:[A-Z][\w’'-]+)(?: (?:of |for |the )*[A-Z][\w’'-]+)*"
)

#: What a headline or a charge opens with, which did nothing.
_NO_DOERS = frozenset({
    "alleged", "attempted", "hunt", "inquest", "inquiry", "manhunt", "probe", "search", "suspected", "trial", "update",
})  # fmt: skip
_WITH_ARMS = frozenset({SourceKind.ARMED_GROUP, SourceKind.MILITARY, SourceKind.POLICE, SourceKind.GOVERNMENT})
_OF_A_PLACE = re.compile(r" (?:mass )?shootings?", re.I)

QUOTE_MARKS = frozenset('"“”‘’«»')


#: Words for victims that say nothing of who they were.
ANYONE = frozenset({
    "people", "person", "persons", "man", "men", "victims", "others", "body", "bodies", "one", "someone", "somebody",
    "anyone", "anybody", "everyone", "individual", "individuals", "victim", "more", "dozens", "scores", "hundreds",
    "thousands", "several", "many", "some", "those",
})  # fmt: skip


class Doers:
    """Whom a page tells to have done it."""

    def __init__(self, reading: Reading, lexicon: Lexicon, told_by: Testimonies, charges: Charges) -> None:
        self.reading = reading
        self.lexicon = lexicon
        self.told_by = told_by
        self.charges = charges
        self.claims = {c.id: c for c in reading.claims}
        self.towns = {(p.article, folded(p.name)) for p in reading.places if p.lat is not None}

    def is_own_deed(self, mention: Mention, claim: Claim) -> bool:
        """Whether a source tells what it did itself: "said it had planted the bomb"."""
        if mention.event_type not in ALLUDED or mention.phase is not Phase.OCCURRED or claim.stance not in TELLING:
            return False
        if claim.stance is Stance.ACCUSE:
            return False
        start = min((s.start for s in claim.content), default=None)
        if start is None or start > mention.trigger.start:
            return False
        group = is_group_of(claim.source.resolved)
        if claim.source.kind in BYSTANDERS and not group:
            return False
        outer = self.claims.get(claim.inside or "")
        if outer is not None and outer.stance in DENYING:
            return False  # "rejected a leader's claim that it had killed them": who rejects it, not the leader
        words = mention.trigger.of(self.reading.page.text)
        if (
            _BEFELL.match(words)
            or _SUFFERED.search(self.reading.page.text[start : mention.trigger.end])
            or mention.rule in HARM_RULES - {"injure"}
        ):
            return False  # "they came under fire", "we lost two lives": no deed
        found = OWN_DEED.fullmatch(self.reading.page.text[start : mention.trigger.start])
        others = folded(claim.source.resolved) in POLICE or claim.source.kind in _OF_OTHERS
        others = others or (claim.source.anonymous and claim.source.kind not in _ARMED and not group)
        others = others or self.reading.page.text[start] in QUOTE_MARKS  # who is quoted calls himself "we"
        return found is not None and not (others and not found["ours"])

    def accused_by_denial(self, mention: Mention, voice: Voice) -> tuple[str, str | None] | None:
        """Who is accused by a claim that he rejects, and what identifies him: "the army dismissed a claim that *it had*
        killed them"."""
        outer = self.claims.get(voice.claim.inside or "") if voice.claim else None
        if outer is None or voice.claim is None or outer.stance not in DENYING or mention.actors:
            return None
        start = min((s.start for s in voice.claim.content), default=mention.trigger.start)
        found = OWN_DEED.fullmatch(self.reading.page.text[start : mention.trigger.start])
        return (own_name(outer.source.resolved), self._answer_of(outer)) if found else None

    def _answer_of(self, claim: Claim) -> str | None:
        """What identifies a source as a party: a state, or its id in the lists; of a name of one page nothing does."""
        source = claim.source
        own = source.entity is not None and source.entity.startswith(f"{claim.article}.")  # of this page alone
        listed = source.party if source.party is None or len(source.party) == 2 else self._id_of(source.party)
        return listed or (None if own else source.entity)

    def admits_in_short(self, mention: Mention, voice: Voice) -> bool:
        """Whether a headline has a body own up under a shorter name: "Libyan force admits hitting clinic"."""
        written = self.claims.get(mention.claim or "")
        if voice.claim is None or written is None or written.stance is not Stance.ADMIT:
            return False
        return written.source != voice.claim.source and any(is_of(p, written) for p in mention.actors)

    def claims_it(self, party: Party, voice: Voice) -> bool:
        """Whether a party that acts is named as who owns up: "the raid was claimed by a group called Quiet Rails"."""
        claim = voice.claim
        return claim is not None and party.span is not None and any(s.holds(party.span) for s in claim.source.spans)

    def admission(self, voice: Voice, evidence: tuple[Span, str]) -> Account:
        """The account by which a source owns up."""
        assert voice.claim is not None
        source = voice.claim.source
        name = own_name(source.resolved)
        answer = self._answer_of(voice.claim)
        told = self.told_by.account(voice, Question.RESPONSIBILITY, name, evidence, answer=answer)
        return replace(told, answer_kind=source.kind, stance=Stance.ADMIT)

    def _id_of(self, name: str) -> str:
        """What identifies a group that is named: its id in the lists, else its name."""
        return resolve_party(name, self.lexicon).entity or name

    def is_nobody(self, party: Party, mention: Mention) -> bool:
        """Whether the words for who did it name nobody: "Leaflet claims bombing", "a man", "the Porto shooting"."""
        name = folded(party.name)
        if party.kind in TELLERS and any(is_of(party, c) for c in self.claims.values() if c.stance in TELLING):
            return True  # "killed in the attack, the U.N. mission said"
        if name in _NO_DOERS or name in THINGS or (party.entity is None and name.rpartition(" ")[2] in ANYONE):
            return True
        if (
            party.kind not in _WITH_ARMS
            and party.span is not None
            and _OF_A_PLACE.fullmatch(self.reading.page.text[party.span.end : mention.trigger.end])
        ):
            return True  # "the Blue Anchor shooting": where it was
        titled = " " in name and party.name.rpartition(" ")[2][:1].isupper()  # "the Gulf Compact"
        if party.entity is None and not titled and self.lexicon.events.is_event(name.rpartition(" ")[2]):
            return True  # "Manhunt continues for the gunman"
        if party.entity is None and party.kind is SourceKind.UNKNOWN and self.lexicon.scenes.of(name.split()[-1]):
            return True  # "Ferry shelled off Nuuk": what was hit did nothing
        if party.entity is None and name.rpartition(" ")[2] in self.lexicon.events.weapon_of:
            return not any(w[:1].isupper() for w in party.name.split()[1:-1])  # "Grenade kills three"
        return party.entity is None and (mention.article, name) in self.towns

    def is_hit(self, party: Party, mention: Mention) -> bool:
        """Whether the same sentence tells that it was hit: "a strike on a convoy that killed twelve"."""
        beside = (m for m in self.reading.mentions if m.sentence == mention.sentence)
        return party.entity is None and any(p.text == party.text for m in beside for p in m.recipients)

    def as_written(self, party: Party) -> str:
        """Who acts, as the text calls him: "Ukrainian forces", whatever a list calls them; a state by its name."""
        if party.entity is None and party.span is not None and party.name.islower():
            behind = _OF_THE.match(self.reading.page.text[party.span.end : party.span.end + 60])
            body = self.lexicon.accusations.whose(f"{party.name}{behind.group()}") if behind is not None else ""
            if body and not body.startswith(party.name):
                return body  # "a commander of the Coast League"
        written = folded(party.text)
        listed = resolve_party(party.text, self.lexicon).entity
        if party.entity is None or listed != party.entity or " " not in written or not party.text.split()[-1].islower():
            return party.name
        return party.text.removeprefix("the ").removeprefix("The ")

    def accusation(self, voice: Voice, accused: str, evidence: tuple[Span, str]) -> Account:
        """The account of who did it, by someone who only names the accused; known if the page knows the name."""
        told = self.told_by.account(voice, Question.RESPONSIBILITY, accused, evidence)
        name = folded(accused)
        parties = [p for m in self.reading.mentions for p in (*m.actors, *m.recipients)]
        party = next((p for p in parties if name in (folded(p.name), folded(p.text))), None)
        if party:
            kind = self.charges.kind_of_party(party)
            return replace(told, value=party.name, answer=answer_of(party), answer_kind=kind)
        listed = resolve_party(accused, self.lexicon)
        if listed.entity is not None and listed.entity.startswith("q:"):
            return replace(told, value=listed.name, answer=answer_of(listed), answer_kind=listed.kind)
        kind = self.charges.kind_of(accused, voice.claim.content_text if voice.claim else "")
        source = next((c.source for c in self.claims.values() if folded(c.source.resolved) == name), None)
        if source:
            own = source.entity is not None and source.entity.startswith(f"{voice.article.id}.")
            answer = source.party or (None if own else source.entity)
            return replace(told, answer=answer, answer_kind=kind if source.kind is SourceKind.UNKNOWN else source.kind)
        return replace(told, answer_kind=kind)
