"""Accounts: the answers that sources give about an incident, side by side, each with its words.

Every mention of the incident answers "did it happen", and by its roles who, whom, where and when; every toll
answers how many; a denial or a refusal to comment answers the question that its words are about. What an actor
did is always someone's account: responsibility is a claim, never a fact of the incident.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from sourcebook.lexicon import Lexicon
from sourcebook.lexicon.accusations import each_of
from sourcebook.link.bulletins import own_answers
from sourcebook.link.charges import Charges
from sourcebook.link.contradictions import contradictions_of
from sourcebook.link.cores import core_of
from sourcebook.link.counts import counts_of
from sourcebook.link.deeds import only_judges
from sourcebook.link.denials import NEGATED, denied_question
from sourcebook.link.disclaimers import accused_in, blamed_on, is_blamed, men_blamed, with_disclaimers
from sourcebook.link.doers import ANYONE, BYSTANDERS, QUOTE_MARKS, Doers
from sourcebook.link.hours import hours_of
from sourcebook.link.identities import independent, keys_of
from sourcebook.link.manners import manners_of
from sourcebook.link.names import folded
from sourcebook.link.numbers import HARMS, Numbers
from sourcebook.link.policies import is_policy
from sourcebook.link.recalls import recalling, said_before
from sourcebook.link.replies import answered_incidents, is_of, replies_of, says_no_event, speaks_for
from sourcebook.link.scenery import Scenery, own_targets
from sourcebook.link.selves import opens_with_own
from sourcebook.link.spared import says_not_hit
from sourcebook.link.tallies import DENYING, NOT_HAPPENED, TELLING, THINGS, Key
from sourcebook.link.testimonies import Testimonies, Voice
from sourcebook.link.values import (
    HAPPENED,
    TO_COME,
    answer_of,
    day_text,
    occurrence_of,
    once,
    place_id,
    place_text,
    told_key,
)
from sourcebook.link.voices import is_nobodys_denial, without_echoes
from sourcebook.records import (
    Account,
    Claim,
    Count,
    Factuality,
    Incident,
    Mention,
    Phase,
    Question,
    Quotation,
    Reading,
    SourceKind,
    Stance,
    TollScope,
)

#: Who is no source: "nobody claimed responsibility".
NOBODY = frozenset({"nobody", "no one", "no group", "none", "neither", "neither side"})


_PLAINLY = frozenset({Stance.ASSERT, Stance.CONFIRM})

#: Words for violence of which one who explains it speaks at large.
_AT_LARGE = frozenset({
    "attacks", "bloodshed", "campaign", "clashes", "conflict", "fighting", "insurgency", "killings", "offensive",
    "protests", "raids", "strikes", "unrest", "violence", "war",
})  # fmt: skip


#: Who acts for the police.
_POLICEMEN = frozenset({"officers", "police officers", "policemen"})


def with_accounts(reading: Reading, lexicon: Lexicon) -> Reading:
    """The same reading, each incident with its accounts, what is contested and how many independent sources."""
    if reading.incidents:
        teller = _Teller(reading, lexicon)
        reading = replace(reading, incidents=tuple(teller.told(i) for i in reading.incidents))
    if reading.allusions:
        teller = _Teller(replace(reading, incidents=reading.allusions), lexicon)
        reading = replace(reading, allusions=tuple(teller.told(i) for i in reading.allusions))
    return reading


def summed(
    incident: Incident,
    counts: tuple[Count, ...],
    heard: tuple[Account, ...] = (),
    keys: Mapping[Account, Key] | None = None,
) -> Incident:
    """The incident with what its accounts add up to: the course of its toll, contradictions, independent sources.

    ``heard``: what sources told again in other reports, of which its accounts keep the first. ``keys``: who speaks in
    each account, where it is known.
    """
    keys = keys or keys_of(incident.accounts)
    found = contradictions_of(incident.accounts, counts, keys)
    return replace(
        incident,
        counts=counts,
        contradictions=found,
        contested=tuple(q for q in Question if any(c.question is q for c in found)),
        independent_sources=len(independent((*incident.accounts, *heard), keys)),
    )


class _Teller:
    """Turns what was read on one page into accounts."""

    def __init__(self, reading: Reading, lexicon: Lexicon) -> None:
        said = {c.id for c in reading.claims if c.stance in TELLING}
        self.reading = reading = with_disclaimers(reading, lexicon)
        self.turned = {c.id for c in reading.claims if c.stance in DENYING and c.id in said}
        self.lexicon = lexicon
        self.questions = lexicon.questions
        self.accusations = lexicon.accusations
        self.claims = {c.id: c for c in reading.claims}
        self.blamed = blamed_on(reading, lexicon)
        self.told_by = Testimonies(reading, lexicon)
        self.places = {p.id: p for p in reading.places}
        self.towns = {(p.article, folded(p.name)) for p in reading.places if p.lat is not None}
        self.dates = {d.id: d for d in reading.dates}
        self.incident_of = answered_incidents(reading, {m: i.id for i in reading.incidents for m in i.mentions})
        self.replies = replies_of(reading, lexicon, self.incident_of)
        self.scenery = Scenery(reading, lexicon, self.incident_of)
        self.charges = Charges(reading, lexicon)
        self.doers = Doers(reading, lexicon, self.told_by, self.charges)
        self.own_answers = list(own_answers(reading, lexicon, self.told_by, self.incident_of))
        self.numbers = Numbers(reading, lexicon, self.told_by, self.incident_of)

    def told(self, incident: Incident) -> Incident:
        """The incident with its accounts."""
        accounts: list[Account] = []
        mentions = [m for m in self.reading.mentions if self.incident_of.get(m.id) == incident.id]
        for mention in sorted(mentions, key=lambda m: m.trigger):
            if self._is_of_a_period(mention):
                continue
            accounts.extend(self._of_mention(mention))
        accounts.extend(self._as_meant(a) for a in self.numbers.of(incident))
        for claim in self.replies.get(incident.id, ()):
            for voice in self.told_by.each(claim):
                accounts.extend(self._of_answer(voice, claim, mentions))
        accounts.extend(self._of_arrests(incident))
        accounts.extend(self._not_hit(incident, mentions))
        accounts.extend(self._denials_of_harm(mentions, {a.claim for a in accounts}))
        accounts = own_targets(accounts, self.reading.claims, self.lexicon.scenes)
        early = said_before(incident, self.reading)
        accounts = [a for a in accounts if a.claim not in early]
        accounts = [a for a in accounts if folded(a.source) not in NOBODY and not is_nobodys_denial(a)]
        accounts.extend(self._of_own_words(incident))
        headlines = {a.id: a.headline for a in self.reading.articles}
        accounts = without_echoes(accounts, headlines, told_key)
        recalls = recalling(incident, mentions, self.reading, self.told_by.own_kinds)
        accounts = [replace(a, recalled=True) if a.claim in recalls else a for a in accounts]
        told = once(sorted(accounts, key=lambda a: (list(Question).index(a.question), a.quote)))
        again = any(self.scenery.is_another(m) for m in mentions)
        scenes = self.scenery.of(incident, mentions)
        asides = tuple(sorted(self.scenery.asides - {*scenes, str(incident.event_type)}))
        manners = manners_of(m for m in mentions if m.id in incident.mentions)
        hours = hours_of(incident, mentions, self.reading.dates)
        whole = replace(
            incident, accounts=told, scenes=scenes, again=again, asides=asides, manners=manners, hours=hours
        )
        keys = keys_of(told)
        return summed(whole, counts_of(told, keys=keys), keys=keys)

    def _of_own_words(self, incident: Incident) -> Iterator[Account]:
        """What a bulletin denies, or lays to another, without a verb of saying."""
        for of, voice, (s, question, accused) in self.own_answers:
            if of != incident.id:
                continue
            value = accused or ("denied" if question is Question.RESPONSIBILITY else NOT_HAPPENED)
            told = self.told_by.account(voice, question, value, (s.span, s.id))
            if accused:
                yield replace(told, answer_kind=self.charges.kind_of(accused, told.quote_text))
            else:
                yield replace(told, stance=Stance.DENY)

    def _denials_of_harm(self, mentions: Sequence[Mention], heard: Collection[str | None]) -> Iterator[Account]:
        """Who denies deaths or injuries in words of his own: "denied that any of its nationals had been killed"."""
        for mention in mentions:
            voice = self.told_by.voice(mention.article, mention.claim)
            if voice.claim is None or voice.claim.id in heard or voice.stance not in DENYING:
                continue
            if any(m.claim == mention.claim and m.trigger < mention.trigger for m in self.reading.mentions):
                continue  # "denied that it had shelled the town, where a woman was killed"
            question = self._denied_question(voice.claim, [mention])
            if question is not None and question in HARMS.values():
                whom = next((p.name for p in mention.recipients if folded(p.name) not in ANYONE), None)
                told = self.told_by.account(voice, question, "denied", (mention.trigger, mention.sentence))
                yield replace(told, group=folded(whom) if whom else None)

    def _as_meant(self, number: Account) -> Account:
        """A number; of who only says what he thinks of it, "was shocked by the killing of nine", as one who judges."""
        claim = self.claims.get(number.claim or "")
        judges = claim is not None and only_judges(claim, self.reading, self.lexicon)
        return replace(number, stance=Stance.CONDEMN) if judges else number

    def _is_anothers_deed(self, mention: Mention) -> bool:
        """Whether the denial's other words say who did it: "denied that police had used live rounds on the crowd"."""
        same = (m for m in self.reading.mentions if m.claim == mention.claim and m.id != mention.id)
        return any(m.actors and m.event_type is mention.event_type for m in same)

    def _is_at_large(self, mention: Mention) -> bool:
        """Whether a word stands for violence at large, and for no one event: "the unrest", "the fighting"."""
        return mention.trigger.of(self.reading.page.text).casefold() in _AT_LARGE

    def _is_so_called(self, mention: Mention) -> bool:
        """Whether a speaker distances himself from the word: "the so-called massacre"."""
        before = self.reading.page.text[max(0, mention.trigger.start - 12) : mention.trigger.start]
        return before.casefold().rstrip(" \n\"“‘'").endswith(("so-called", "supposed"))

    # ------------------------------------------------------------------------------------------- mentions

    def _is_of_a_period(self, mention: Mention) -> bool:
        """Whether it only sums up a war or a year: "around 400 people had died in the conflict"."""
        scopes = {t.scope for t in self.reading.tolls if t.mention == mention.id}
        return scopes == {TollScope.PERIOD}

    def _is_denied_by_another(self, claim: Claim) -> bool:
        outer = self.claims.get(claim.inside or "")
        return outer is not None and outer.stance in DENYING

    def _of_mention(self, mention: Mention) -> Iterator[Account]:
        voice = self.told_by.voice(mention.article, mention.claim)
        if voice.claim is not None and voice.claim.stance not in DENYING and self._is_denied_by_another(voice.claim):
            mention = replace(mention, factuality=Factuality.CERTAIN)  # who denies that others say so, not they
        if voice.claim is not None and self._lays_to_others(mention, voice.claim):
            if not any(m.claim == voice.claim.id and m.factuality in NEGATED for m in self.reading.mentions):
                at = (mention.trigger, mention.sentence)
                yield self.told_by.account(voice, Question.RESPONSIBILITY, "denied", at)
            voice = replace(voice, claim=replace(voice.claim, stance=Stance.ASSERT))
        if voice.claim is not None and is_policy(voice.claim):
            return  # "says that it only strikes military targets"
        blames = voice.claim is not None and accused_in(voice.claim, self.accusations) is not None
        if voice.claim is not None and not blames and only_judges(voice.claim, self.reading, self.lexicon):
            return  # "said there was no excuse for the raid"; not "said the Front was responsible for it"
        if voice.claim is not None and voice.claim.source.kind is SourceKind.EXPERT and self._is_at_large(mention):
            return  # "an analyst said that the fighting had displaced thousands"
        if voice.stance is Stance.NO_COMMENT:
            return  # who refuses to comment does not tell it; the refusal itself is an answer
        if voice.stance in DENYING and mention.background and mention.factuality is Factuality.CERTAIN:
            return  # "denied that it had shelled the boat, an hour after its attack on the ferry": the boat only
        negated = mention.factuality in NEGATED and mention.phase is not Phase.ATTEMPTED  # an attempt failed
        so_called = voice.claim is not None and self._is_so_called(mention)
        denied = voice.stance in DENYING or negated or so_called
        answers = denied and voice.claim and not so_called
        question = self._denied_question(voice.claim, [mention]) if answers and voice.claim else Question.OCCURRENCE
        evidence = (mention.trigger, mention.sentence)
        if question is Question.TARGET and not mention.actors and self._is_anothers_deed(mention):
            return
        if question is None or (denied and question in HARMS.values()):
            return  # no question of the dossier; or the toll itself, or the words of the denial, say it
        if (
            denied
            and voice.claim is None
            and QUOTE_MARKS & set(self.told_by.quote(voice, *evidence).of(self.reading.page.text))
        ):
            return  # a headline's quotation, whose speaker it does not name as one: "Ministry: 'We bombed nobody'"
        if question is Question.OCCURRENCE:
            value = NOT_HAPPENED if denied else occurrence_of(mention)
            told = self.told_by.account(voice, Question.OCCURRENCE, value, evidence)
            says_not = denied and voice.claim is not None and told.stance in TELLING
            yield replace(told, stance=Stance.DENY) if says_not else told
        if denied:
            parties = {Question.RESPONSIBILITY: mention.actors, Question.TARGET: mention.recipients}.get(question, ())
            values = [(p.name, answer_of(p)) for p in parties]
            cleared = (
                self.charges.cleared_by(voice.claim) if question is Question.RESPONSIBILITY and voice.claim else None
            )
            values = [(cleared, None)] if cleared else values
            for value, answer in values or ([("denied", None)] if question is not Question.OCCURRENCE else []):
                yield replace(self.told_by.account(voice, question, value, evidence, answer=answer), stance=Stance.DENY)
        elif mention.phase not in TO_COME:
            elsewhere = mention.actor_claim is not None and mention.actor_claim != mention.claim
            actor_voice = self.told_by.voice(mention.article, mention.actor_claim) if elsewhere else voice
            found = accused_in(voice.claim, self.accusations) if voice.claim else None
            own = voice.claim is not None and self.doers.is_own_deed(mention, voice.claim)
            if own or self.doers.admits_in_short(mention, voice):
                yield self.doers.admission(voice, evidence)
            for party in () if own else mention.actors:
                if voice.stance is Stance.ADMIT and self.doers.claims_it(party, voice):
                    if folded(party.name).rpartition(" ")[2] not in THINGS:
                        yield self.doers.admission(voice, evidence)
                    continue
                accuser = voice.stance is Stance.ACCUSE and is_of(party, voice.claim)
                accuser = accuser or self.doers.admits_in_short(mention, voice)
                if accuser or self.doers.is_nobody(party, mention) or self.doers.is_hit(party, mention):
                    continue
                if self.doers.claims_it(party, actor_voice):
                    continue  # "said the police chief" is no deed of his
                name = "police" if folded(party.name) in _POLICEMEN else self.doers.as_written(party)
                told = self.told_by.account(
                    actor_voice, Question.RESPONSIBILITY, name, evidence, answer=answer_of(party)
                )
                if found and folded(found.name).startswith(f"{folded(party.name)} of "):
                    told = replace(told, value=found.name)  # "the secret service of Marovia", not any secret service
                told = replace(told, answer_kind=self.charges.kind_of_party(party))
                if told.stance in _PLAINLY and speaks_for(party, actor_voice.claim):
                    told = replace(told, stance=Stance.ADMIT)  # "jets of the Eastern Command struck, the Command said"
                concedes = told.stance is Stance.ADMIT and not is_of(party, actor_voice.claim)
                yield replace(told, stance=Stance.ASSERT) if concedes else told
            if outer := self.doers.accused_by_denial(mention, voice):
                name, answer = outer
                yield self.told_by.account(voice, Question.RESPONSIBILITY, name, evidence, answer=answer)
            accused = folded(found.name) if found else ""
            for party in mention.recipients:
                if accused and accused in (folded(party.name), folded(party.text)):
                    continue  # "blamed the attack on the Front": who is to have done it, not whom it hit
                if party.entity is None and (mention.article, folded(party.name)) in self.towns:
                    continue  # where, not what
                if party.entity or folded(party.name).rpartition(" ")[2] not in ANYONE:
                    hit = self.told_by.account(voice, Question.TARGET, party.name, evidence, answer=answer_of(party))
                    yield replace(hit, answer_kind=party.kind)
            for thing in self.scenery.things_hit(mention):
                yield self.told_by.account(voice, Question.TARGET, thing, evidence)
        if denied or mention.same_as or voice.stance not in TELLING:  # where and when: once, by who tells it
            return
        if place := self.places.get(mention.place or ""):
            yield self.told_by.account(voice, Question.PLACE, place_text(place), evidence, answer=place_id(place))
        if (date := self.dates.get(mention.date or "")) and date.range:
            yield self.told_by.account(voice, Question.DATE, day_text(date.range), evidence)

    def _lays_to_others(self, mention: Mention, claim: Claim) -> bool:
        """Whether who says that he did not do it says in the same words who did: "… and that rebels had fired"."""
        if claim.id not in self.turned or mention.factuality in NEGATED or not mention.actors:
            return False
        return not any(is_of(p, claim) or opens_with_own(p.text, claim.source) for p in mention.actors)

    def _of_arrests(self, incident: Incident) -> Iterator[Account]:
        """The accusations that lie in arrests: "a pupil was arrested, the sheriff said"."""
        for mention, party in self.charges.held_for(incident.id, self.incident_of):
            voice = self.told_by.voice(mention.article, mention.claim)
            evidence = (mention.trigger, mention.sentence)
            told = self.told_by.account(voice, Question.RESPONSIBILITY, party.name, evidence, answer=answer_of(party))
            yield replace(told, answer_kind=SourceKind.PERSON, stance=Stance.ACCUSE)

    def _not_hit(self, incident: Incident, mentions: list[Mention]) -> Iterator[Account]:
        """The accounts of those who say of it that something was not hit: "a depot, not a market"."""
        told = {m.claim for m in mentions if m.claim} | {c.id for c in self.replies.get(incident.id, ())}
        for claim in (c for c in self.reading.claims if c.id in told):
            if what := says_not_hit(claim, self.lexicon):
                voice = self.told_by.voice(claim.article, claim.id)
                said = self.told_by.account(voice, Question.TARGET, what, (claim.content[0], claim.sentence))
                yield replace(said, stance=Stance.DENY)

    def _denied_question(self, claim: Claim, mentions: list[Mention]) -> Question | None:
        blamed = is_blamed(claim, self.blamed) or men_blamed(claim, self.blamed)
        core = core_of(claim, self.reading)
        return denied_question(claim, mentions, self.claims, self.questions, core, blamed=blamed, names=self.blamed)

    def _of_answer(self, voice: Voice, claim: Claim, mentions: list[Mention]) -> Iterator[Account]:
        if is_policy(claim):
            return
        at = (claim.content or claim.cue)[0]
        if claim.stance is Stance.ADMIT:
            if any(is_of(p, claim) for m in mentions if claim.id in (m.claim, m.actor_claim) for p in m.actors):
                return  # the mention in it has said so
            yield self.doers.admission(voice, (at, claim.sentence))
            return
        accused = accused_in(voice.claim or claim, self.accusations)
        for name in each_of(accused.name) if accused else ():
            yield self.doers.accusation(voice, name, (at, claim.sentence))
        if accused or claim.stance is Stance.ACCUSE:
            return
        if says_no_event(claim, self.questions):
            told = self.told_by.account(voice, Question.OCCURRENCE, NOT_HAPPENED, (at, claim.sentence))
            yield replace(told, stance=Stance.DENY)
            return
        if says_not_hit(claim, self.lexicon) and claim.stance in TELLING:
            return
        if claim.stance in TELLING:  # of the event in other words
            told = self.told_by.account(voice, Question.OCCURRENCE, HAPPENED[Factuality.CERTAIN], (at, claim.sentence))
            quoted = claim.quotation is not Quotation.INDIRECT and claim.source.kind in BYSTANDERS
            judging = claim.stance in (Stance.CONDEMN, Stance.SUPPORT)  # "They shot my son," lamented his father
            yield replace(told, stance=Stance.ASSERT) if judging and quoted else told
            return
        value = "no comment" if claim.stance is Stance.NO_COMMENT else "denied"
        question = self._denied_question(claim, mentions)
        if question is None:
            return
        if question is Question.OCCURRENCE and claim.stance in DENYING:
            value = NOT_HAPPENED
        if question is Question.RESPONSIBILITY and claim.stance in DENYING:
            value = self.charges.cleared_by(claim) or value
        yield self.told_by.account(voice, question, value, (at, claim.sentence))
