"""Mentions: what happened, to whom, where and when, as one sentence tells it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from sourcebook.errors import Reason
from sourcebook.lexicon import Lexicon
from sourcebook.read.backgrounds import DEALINGS, beside_the_news, topical
from sourcebook.read.circumstances import NOWHERE, Circumstance
from sourcebook.read.factuality import judge
from sourcebook.read.generalities import (
    HARM,
    LEAD,
    counts_events,
    counts_several,
    is_agreed,
    is_generic,
    is_standing,
    is_their_sum,
    keeps_count,
    spans_several,
    sums_up,
)
from sourcebook.read.multiples import back_to_all, further
from sourcebook.read.orders import Interval, interval_to, is_recalled_beside, is_within
from sourcebook.read.participants import actors_of, recipients_of
from sourcebook.read.ranks import is_ranked
from sourcebook.read.recalled import is_of_today, looks_back, recalls
from sourcebook.read.retellings import RANKED, event_of
from sourcebook.read.sections import NO_SECTION, opens_entry, section_at
from sourcebook.read.summaries import summaries_in
from sourcebook.read.tellings import VIOLENT, Event, Telling, add, first, is_in_another_village, is_in_passing
from sourcebook.read.ties import clause_above, linked_triggers, telling_clause
from sourcebook.read.timings import is_ahead, is_pointer, is_recalled, is_recent, is_unanchored, own_date
from sourcebook.read.triggers import Trigger, find_triggers, setting_of
from sourcebook.read.villages import scene_of
from sourcebook.read.whens import with_nearest_dates
from sourcebook.read.whereabouts import lead_place, own_place, with_told_places
from sourcebook.records import (
    Claim,
    DateRange,
    EventType,
    Factuality,
    Found,
    Mention,
    Parsed,
    Phase,
    Place,
    Rejected,
    Sentence,
    Span,
    Stance,
    TimeMention,
)

_Stated = TypeVar("_Stated", Place, TimeMention)

#: Before a date: "a man born in 1961" dates no event.
_BORN = re.compile(r"\bborn (?:in|on)(?: the year)?\s+$", re.I)
_BEFORE = 20


def find_mentions(
    parsed: Parsed,
    claims: tuple[Claim, ...],
    dates: tuple[TimeMention, ...],
    places: tuple[Place, ...],
    lexicon: Lexicon,
) -> Found[Mention]:
    """Every telling of an event in the article, in page order; ``same_as`` ties the tellings of one event together."""
    dates = tuple([d for d in dates if not _BORN.search(parsed.text[max(0, d.span.start - _BEFORE) : d.span.start])])
    found = _read(parsed, claims, dates, places, lexicon, frozenset())
    # What the front only sums up is told by itself below: read again, nothing below is taken for a retelling of it.
    summed = summaries_in(parsed, found.items, places)
    return _read(parsed, claims, dates, places, lexicon, summed) if summed else found


def _read(
    parsed: Parsed,
    claims: tuple[Claim, ...],
    dates: tuple[TimeMention, ...],
    places: tuple[Place, ...],
    lexicon: Lexicon,
    summaries: frozenset[int],
) -> Found[Mention]:
    """The tellings of an article; ``summaries``: where the triggers begin that tell of several events at once."""
    setting = setting_of(parsed, lexicon)
    lead = lead_place(parsed.article, places, parsed.sentences, claims)
    by_place, by_date = _by_sentence(parsed, places), _by_sentence(parsed, dates)
    mentions: list[Mention] = []
    rejected: list[Rejected] = []
    events: list[Event] = []
    section, entry = NO_SECTION, 0
    lines = Counter(s.paragraph for s in parsed.sentences)
    back = looks_back(parsed, dates)
    ranked = False
    multiples: list[list[Event]] = []
    beside: set[str] = set()
    attacked = 0
    for number, sentence in enumerate(parsed.sentences):
        if sentence.repeat:
            continue
        here, when = by_place[sentence.id], by_date[sentence.id]
        entry += opens_entry(sentence, when)
        section = section_at(sentence, number, section, lines[sentence.paragraph] == 1, here, when)
        near = bool(mentions) and number - _SOON <= attacked
        triggers, left = find_triggers(sentence, replace(setting, told=near), lexicon)
        rejected += left
        away = [interval_to(sentence, t.head) for t in triggers]
        links = {n: o for n, o in linked_triggers(triggers).items() if away[n] == away[o]}
        attacks = [t.head for t in triggers if t.type in VIOLENT or t.rule.repeat]
        turn = lexicon.turns.of([t.lower for t in sentence.tokens[: lexicon.turns.longest]]) or "" if triggers else ""
        if ranked and triggers:
            turn = turn or RANKED
        if triggers:
            ranked = any(is_ranked(sentence, t.head) for t in triggers)
        if any(t.type in VIOLENT and t.rule.id not in HARM for t in triggers):
            attacked = number
        told: dict[int, Event] = {}
        several: set[int] = set()
        over = _claims_over(sentence, claims) if triggers else ()
        deeds = frozenset(t.head for t in triggers)
        for n, trigger in enumerate(triggers):
            holding = _holding(trigger.span, over)
            tie = triggers[links[n]] if n in links else None
            off = away[n]
            place = own_place(trigger, _without_others(here, sentence, away) if off is None else here, over)
            if place is NOWHERE and tie is not None and links[n] > n:
                place = own_place(tie, here, over)  # "lost their lives in a similar attack on the bridge"
            if place is NOWHERE:
                place = section.place
            days = (
                _without_others(when, sentence, _compared(away)) if off is None else _of_interval(when, sentence, off)
            )
            date = _anchored(own_date(trigger, days, over, deeds), when)
            if date is NOWHERE and tie is not None and links[n] > n:
                date = _anchored(own_date(tie, when, over, deeds), when)
            if date is NOWHERE and (tells := telling_clause(n, triggers, links)) is not None:
                date = _anchored(own_date(tells, when, over, deeds), when)  # "the bomb that killed him on Monday"
            if date is NOWHERE and (above := clause_above(n, triggers)) is not None:
                date = _anchored(own_date(above, when, over, deeds), when)
            if date is NOWHERE or (date.reason == "told" and date.id == section.date.id):
                date = section.date
            tied = n in links or n in links.values()
            telling = _telling(parsed, number, trigger, holding, place, date, places, dates, lexicon, tied)
            telling = replace(telling, turn=turn, tie=tie, entry=entry, since=section.opened if section.is_entry else 0)
            counted = number > LEAD and any(e.actual for e in events) and counts_events(trigger)
            more = further(trigger, place, date, here, when, over, lexicon)
            summed = (not more and (trigger.span.start in summaries or keeps_count(trigger))) or spans_several(trigger)
            summed = summed or (bool(several) and is_their_sum(trigger))
            if (counted and not more) or summed or links.get(n) in several:
                several.add(n)
                telling = replace(telling, summed=True, phase=Phase.HABITUAL)
            recalled = off is not None and is_recalled_beside(sentence, off, [h for h in attacks if h != trigger.head])
            telling = replace(telling, off=off is not None, background=telling.background or recalled)
            if back:
                today = is_of_today(trigger, _day(date, dates), date.close, parsed.article.published)
                telling = replace(telling, background=telling.background or not today)
            linked = told.get(links[n]) if n in links else None
            if linked is None:
                linked = next((told[m] for m in told if links.get(m) == n), None)
            event = None if telling.summed else event_of(telling, events, linked)
            if trigger.rule.repeat and (event is None or counts_several(trigger)):
                rejected.append(Rejected("mentions", trigger.span, Reason.NOT_AN_EVENT, trigger.rule.id))
                continue
            opening = not any(e.actual for e in events)
            made = _mention(
                f"{parsed.article.id}.m{len(mentions) + 1}", telling, holding, over, event, place, date, lead, opening
            )
            if telling.summed:
                mentions.append(made)
                continue
            if event is None:
                made = replace(made, not_of=tuple(e.id for e in events if is_in_another_village(telling, e)))
                event = first(telling, made.id)
                events.append(event)
                if recalled:
                    beside.add(made.id)
            else:
                add(event, telling)
            told[n] = event
            mentions.append(_completed(made, mentions, event))
            group = [event]
            for where, then in more:
                again = _telling(parsed, number, trigger, holding, where, then, places, dates, lexicon, tied)
                again = replace(again, turn=turn, entry=entry, background=telling.background, off=telling.off)
                rest = [e for e in events if e not in group]
                other = event_of(again, rest, None)
                id = f"{parsed.article.id}.m{len(mentions) + 1}"
                made = _mention(id, again, holding, over, other, where, then, lead, False)
                if other is None:
                    events.append(other := first(again, id))
                else:
                    add(other, again)
                group.append(other)
                mentions.append(_completed(made, mentions, other))
            if more:
                multiples.append(group)
                continue
            for other in _others_of(event, telling, multiples):
                id = f"{parsed.article.id}.m{len(mentions) + 1}"
                made = _mention(id, telling, holding, over, other, NOWHERE, date, lead, False)
                mentions.append(_completed(made, mentions, other))
    # Where the lead tells of an event, words in passing further down may well be about that one.
    led = any(e.type in VIOLENT and e.sentence <= LEAD and not e.background for e in events)
    passing = set() if led else {e.id for e in events if is_in_passing(e)}
    mentions = [replace(m, phase=Phase.HABITUAL) if m.id in passing else m for m in mentions]
    mentions = with_nearest_dates(with_told_places(mentions, places), parsed, dates, claims, lexicon.tenses)
    if not back:
        mentions = beside_the_news(list(topical(mentions, parsed, dates, beside)), parsed, dates)
    return Found(tuple(mentions), tuple(rejected))


#: So many sentences on, the hurt that are counted are those of the attack just told.
_SOON = 2


def _others_of(event: Event, telling: Telling, multiples: list[list[Event]]) -> list[Event]:
    """The other events that a plural goes back to: "denied that it had carried out the two strikes"."""
    if telling.place is not None:
        return []
    for group in reversed(multiples):
        there = [e for e in group if e is event or {p.name for p in e.places} & {p.name for p in event.places}]
        if there and back_to_all(telling.trigger, len(group)):
            return [e for e in group if e not in there]
    return []


def _anchored(date: Circumstance, dates: list[TimeMention]) -> Circumstance:
    """A time that only points back ("that night") is the event's if nothing better is told of it."""
    if any(d.id == date.id and is_pointer(d.text) for d in dates):
        return Circumstance(date.id, "told")
    return date


def _day(date: Circumstance, dates: tuple[TimeMention, ...]) -> DateRange | None:
    return next((d.range for d in dates if d.id == date.id), None)


def _by_sentence(parsed: Parsed, items: tuple[Place, ...] | tuple[TimeMention, ...]) -> defaultdict[str, list]:  # type: ignore[type-arg]
    out: defaultdict[str, list] = defaultdict(list)  # type: ignore[type-arg]
    for item in items:
        sentence = parsed.sentence_at(item.span.start)
        if sentence is not None:
            out[sentence.id].append(item)
    return out


def _claims_over(sentence: Sentence, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Claims that have something to do with a sentence: content or cue in it."""
    return tuple(c for c in claims if any(sentence.span.overlaps(p) for p in (*c.content, *c.cue)))


def _holding(span: Span, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims whose content holds a trigger, the innermost first."""
    over = [(sum(p.end - p.start for p in c.content), n, c) for n, c in enumerate(claims)
            if any(p.holds(span) for p in c.content)]  # fmt: skip
    inside = {c.inside for _, _, c in over}
    # An inner claim names the one around it; else the shorter content is the inner one.
    return tuple(c for _, _, c in sorted(over, key=lambda o: (o[2].id in inside, o[0], o[1])))


def _of_interval(when: list[TimeMention], sentence: Sentence, interval: Interval) -> list[TimeMention]:
    """The times that stand with what the time is counted from: none of "on Monday, an hour after the raid".

    The length of time itself tells when it was if the day is known on which it ended: "a year after the raid".
    """
    inside = ((d, sentence.at(d.span.start)) for d in when)
    return [
        d
        for d, token in inside
        if token is not None
        and (is_within(sentence, token.i, interval) or (d.type == "DURATION" and d.range is not None))
    ]


def _without_others(here: list[_Stated], sentence: Sentence, away: Sequence[Interval | None]) -> list[_Stated]:
    """The places or times that do not stand with another event: "it came a day after the raid in Sines"."""
    if not any(away):
        return here
    at = ((p, sentence.at(p.span.start)) for p in here)
    return [p for p, t in at if t is None or not any(i is not None and is_within(sentence, t.i, i) for i in away)]


def _compared(away: list[Interval | None]) -> list[Interval]:
    """What an event is only compared with, which has a day of its own: "is linked to the killing of 3 March"."""
    return [i for i in away if i is not None and i.way == "beside"]


def _telling(
    parsed: Parsed,
    number: int,
    trigger: Trigger,
    holding: tuple[Claim, ...],
    place: Circumstance,
    date: Circumstance,
    places: tuple[Place, ...],
    dates: tuple[TimeMention, ...],
    lexicon: Lexicon,
    tied: bool,
) -> Telling:
    verdict = judge(trigger.sentence, trigger.head, holding, lexicon)
    recipients = recipients_of(trigger, lexicon, places)
    phase = verdict.phase
    if phase is Phase.OCCURRED and not place.own and not date.own and not tied and is_generic(trigger, number):
        phase = Phase.HABITUAL
    if phase is Phase.OCCURRED and is_standing(trigger):
        phase = Phase.HABITUAL
    summed = phase is Phase.OCCURRED and sums_up(trigger, lexicon)
    if summed:
        phase = Phase.HABITUAL
    when = next((d for d in dates if d.id == date.id), None)
    if when is not None and when.type == "SET" and date.close and phase is Phase.OCCURRED:
        phase = Phase.HABITUAL  # "every few nights the army shells the ridge"
    day = when.range if when is not None else None
    if phase is Phase.OCCURRED and trigger.type in DEALINGS and is_agreed(trigger, when.span if when else None):
        phase = Phase.PLANNED
    where = next((p for p in places if p.id == place.id), None)
    factuality = verdict.factuality
    if phase is Phase.OCCURRED and factuality.endswith("-") and trigger.rule.id == "bomb-goes-off":
        phase = Phase.ATTEMPTED  # "a second device did not go off": laid all the same
    if phase is Phase.OCCURRED and is_ahead(day, parsed.article.published):
        phase, factuality = Phase.PLANNED, Factuality.UNKNOWN
    return Telling(
        trigger=trigger,
        number=number,
        factuality=factuality,
        phase=phase,
        background=is_recalled(day, parsed.article.published) or recalls(trigger, lexicon),
        old=not is_recent(day, parsed.article.published),
        place=where if place.own else None,
        date=day if date.own else None,
        summed=summed,
        day=when.value if when is not None and is_unanchored(when) else "",
        actors=() if _disowned(holding, trigger) else actors_of(trigger, lexicon, places),
        recipients=recipients,
        scene=scene_of(trigger, where, lexicon) if place.reason == "clause" else None,
    )


def _disowned(holding: tuple[Claim, ...], trigger: Trigger) -> bool:
    """Whether the sentence names an actor only to deny it, or to leave it open: "denied being behind the attack"."""
    noun = trigger.sentence.tokens[trigger.head].pos != "VERB"
    return noun and bool(holding) and holding[0].stance in (Stance.DENY, Stance.DISPUTE, Stance.NO_COMMENT)


def _mention(
    id: str,
    telling: Telling,
    holding: tuple[Claim, ...],
    over: tuple[Claim, ...],
    event: Event | None,
    place: Circumstance,
    date: Circumstance,
    lead: Circumstance,
    opening: bool,
) -> Mention:
    trigger = telling.trigger
    s = trigger.sentence
    if place is NOWHERE and not telling.background and event is None and opening:
        place = lead
    return Mention(
        id=id,
        article=s.article,
        sentence=s.id,
        claim=holding[0].id if holding else None,
        trigger=trigger.span,
        trigger_text=" ".join(t.text for t in s.tokens[trigger.first : trigger.last + 1]),
        event_type=EventType.OTHER if trigger.rule.repeat else trigger.type,
        actors=telling.actors,
        recipients=telling.recipients,
        weapons=trigger.weapons,
        place=place.id,
        date=date.id,
        factuality=telling.factuality,
        phase=telling.phase,
        background=telling.background or (event is not None and event.background and _is_undated(trigger, date)),
        rule=trigger.rule.id,
        same_as=event.id if event else None,
        place_reason=place.reason,
        date_reason=date.reason,
        actor_claim=_actor_claim(telling, holding, over),
    )


def _is_undated(trigger: Trigger, date: Circumstance) -> bool:
    """Whether a telling has no day of its own; the dead of an event have its day, whatever else the sentence names."""
    return date.id is None or (trigger.rule.id in HARM and date.reason != "clause")


def _actor_claim(telling: Telling, holding: tuple[Claim, ...], over: tuple[Claim, ...]) -> str | None:
    """The claim that names the actor, where that is an accusation or an admission."""
    if not telling.actors:
        return None
    cue = telling.trigger.frame.accused
    if cue is not None:
        token = telling.trigger.sentence.tokens[cue]
        named = [c for c in over if any(p.start <= token.start < p.end for p in c.cue)]
        if named:
            return named[0].id
    accusing = [c for c in holding if c.stance in (Stance.ACCUSE, Stance.ADMIT)]
    return accusing[0].id if accusing else None


def _completed(mention: Mention, earlier: list[Mention], event: Event) -> Mention:
    """A repeat with the type, place and date of its event where its own words do not give them."""

    if mention.same_as is None:
        return mention
    chain = [m for m in earlier if m.id == event.id or m.same_as == event.id]
    if mention.event_type is EventType.OTHER:
        mention = replace(mention, event_type=event.type)
    if mention.place is None:
        known = next((m for m in chain if m.place), None)
        if known:
            mention = replace(mention, place=known.place, place_reason="same event")
    if (mention.date is None or mention.date_reason == "told") and mention.event_type is not EventType.WAR:
        dated = (m for m in chain if m.date and m.date_reason != "told")
        known = next((m for m in dated if m.background == mention.background), None)
        if known:
            mention = replace(mention, date=known.date, date_reason="same event")
    return mention
