"""Means: the weapons named with a trigger, and the type of event that they make it."""

from __future__ import annotations

from sourcebook.lexicon.events import ByMeans, EventRule, Events, Weapon
from sourcebook.read.roles import Frame
from sourcebook.records import EventType, Sentence, Token


def singular(token: Token) -> str:
    """The lemma; the first word of a sentence may be taken for a name and keep its plural: "Missiles slammed into"."""
    if token.i == 0 and token.tag in ("NNP", "NNPS", "NNS"):
        return token.lemma.lower().removesuffix("s")
    return token.lemma


def weapons_of(s: Sentence, first: int, last: int, head: int, frame: Frame, events: Events) -> list[Weapon]:
    """The means named with the trigger: its own words and modifiers, its subject, "with …", "by …"; by precedence."""
    indexes: set[int] = {i for i in range(first, last + 1) if s.tokens[i].pos != "VERB"}
    for i in (*frame.means, *frame.actors):
        indexes |= {i, *(t.i for t in s.kids(i, "compound", "amod"))}
        held = [k for prep in s.kids(i, "prep") if prep.lower == "with" for k in s.kids(prep.i, "pobj")]
        held += [k for worn in s.kids(i, "acl", "relcl") if worn.lemma in _HOLD for k in _held(s, worn.i)]
        for k in held:
            indexes |= {k.i, *(t.i for t in s.kids(k.i, "compound", "amod"))}
    for t in s.kids(head, "compound", "amod", "nmod", "advmod"):
        indexes |= {t.i, *(k.i for k in s.kids(t.i, "compound", "amod"))}
    for prep in s.kids(head, "prep", "agent", "advcl"):
        if prep.lower in ("with", "by", "using", "from", "involving", "in"):
            for noun in s.kids(prep.i, "pobj", "dobj"):
                if prep.lower in ("in", "from") and noun.lemma not in events.weapon_of:
                    continue
                indexes |= {noun.i, *(t.i for t in s.kids(noun.i, "compound", "amod", "conj"))}
    for t in s.kids(head, "dobj"):
        if t.i in frame.means:
            indexes.add(t.i)
    ordered = sorted(indexes)
    hits: set[str] = set()
    for n, i in enumerate(ordered):
        if _is_aim(s, i):
            continue
        lemma = singular(s.tokens[i])
        after = ordered[n + 1] if n + 1 < len(ordered) else None
        pair = events.weapon_pairs.get((lemma, s.tokens[after].lemma)) if after is not None else None
        single = events.weapon_of.get(lemma) or events.weapon_of.get(s.tokens[i].lower)
        hits |= {w.id for w in (pair, single) if w is not None}
    return [w for w in events.weapons if w.id in hits]


def _is_aim(s: Sentence, i: int) -> bool:
    """ "An anti-tank mine": what a weapon is made for is not what was used."""
    before = [t.lower for t in s.tokens[max(0, i - 2) : i]]
    return before == ["anti", "-"] or s.tokens[i].lower.startswith("anti-")


_HOLD = frozenset({"wear", "carry", "hold", "wield", "brandish", "strap", "use", "drive", "fill", "load", "pack"})


def _held(s: Sentence, i: int) -> list[Token]:
    return [*s.kids(i, "dobj"), *(k for p in s.kids(i, "prep") if p.lower == "with" for k in s.kids(p.i, "pobj"))]


#: Rules of what is done with a gun or a knife.
_BY_HAND = frozenset({"shoot", "open-fire", "stab", "kill"})


def type_by(rule: EventRule, weapons: list[Weapon]) -> EventType:
    """The type of an event by what it was done with: the first weapon that says more than the rule."""
    if rule.means is ByMeans.NO:
        return rule.type
    for weapon in weapons:
        if weapon.id == "suicide" and rule.id in _BY_HAND:
            continue  # "shot his wife, then himself, in a murder-suicide"
        value = weapon.blast if rule.means is ByMeans.BLAST else weapon.attack
        if rule.means in (ByMeans.STRIKE, ByMeans.SHELLING) and weapon.id in ("gun", "blade", "bomb", "vehicle"):
            continue
        if rule.type is EventType.AIR_STRIKE and weapon.id not in ("drone", "chemical"):
            continue
        if rule.means is ByMeans.SHELLING and weapon.id not in (
            "chemical",
            "aircraft",
            "artillery",
            "rocket",
            "missile",
        ):
            continue
        if value:
            return EventType(value)
    return rule.type
