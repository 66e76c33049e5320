"""Who of the people that a word of harm is said of are counted: each group once, parts told from wholes."""

from __future__ import annotations

from collections.abc import Iterator

from sourcebook.lexicon import Lexicon
from sourcebook.lexicon.harms import HarmForm, HarmRule
from sourcebook.read.harmed import Harmed, allowed, is_figure
from sourcebook.read.states import among_heads
from sourcebook.read.victims import Counted, Counts, Group, groups_of
from sourcebook.records import Harm, Sentence, Token

COUNTED = frozenset({Counted.NUMBER, Counted.VAGUE, Counted.ZERO})
#: Of those taken to hospital, single persons count as well: "a man was taken to hospital".
_SINGLES = frozenset({Counted.ONE, Counted.NAME, Counted.DEFINITE})
_OF_SINGLES = frozenset({"treated", "survive", "in-condition", "recovering"})


def groups_harmed(counts: Counts, harmed: Harmed, lexicon: Lexicon) -> Iterator[tuple[Group, bool]]:
    """The groups of victims, each with whether it is a part of the group before."""
    sentence, rule = counts.sentence, harmed.rule
    if harmed.noun:
        number = counts.at[harmed.victims[0]]
        if sentence.tokens[harmed.trigger].lemma == "casualty" and number.kind != "zero":
            return
        kind = {"zero": Counted.ZERO, "vague": Counted.VAGUE}.get(number.kind, Counted.NUMBER)
        last = harmed.trigger
        yield Group(harmed.trigger, number.first, last, number.low, number.high, kind, number), False
        yield from ((g, True) for g in _included(counts, harmed.trigger, lexicon))
        return
    everyone = {g.head: g for h in harmed.victims for g in groups_of(counts, h, lexicon, loose=rule.people)}
    told = _is_told_again(list(everyone.values()))
    counted = any(g.counted in COUNTED for g in everyone.values())  # "her mother and two brothers were being treated"
    for head in harmed.victims:
        listed = included = False
        beside = sentence.tokens[harmed.trigger].dep == "amod"
        for group in groups_of(counts, head, lexicon, loose=rule.people):
            if _of_another(counts, group, harmed, lexicon):
                continue
            if rule.harm is Harm.INJURED and sentence.tokens[group.head].lemma in _BODIES:
                continue  # "19 bodies were brought to the hospital"
            if beside and group.head > head and group.number is not None:
                break  # "three dead suspects and two residents"
            if listed or (told and group.head != told.head):
                yield group, True
                continue
            listed = _opens_list(sentence, group)
            singles = counted or rule.id in _OF_SINGLES or sentence.tokens[harmed.trigger].lower in ("wound", "wounds")
            if rule.counted and group.counted not in COUNTED | (_SINGLES if singles else frozenset()):
                continue
            if rule.id == "treated" and all(_is_kin(sentence, g) for g in everyone.values()):
                continue  # "the boy's mother was taken to hospital in shock"
            included = included or _is_part(sentence, group)
            yield group, included or _is_among(sentence, harmed)
            if group.counted is not Counted.ZERO:
                yield from ((g, True) for g in _included(counts, group.head, lexicon))
                if group.head != head:
                    yield from ((g, True) for g in _included(counts, head, lexicon))


def _is_kin(sentence: Sentence, group: Group) -> bool:
    """ "His mother", "the boy's mother": somebody told of by way of another."""
    return group.counted is Counted.DEFINITE and bool(sentence.kids(group.head, "poss"))


def _is_told_again(groups: list[Group]) -> Group | None:
    """ "Four of the victims, three men and a woman, were hurt": the number whose people are told again behind it."""
    if len(groups) < 3 or groups[0].counted is not Counted.NUMBER or groups[0].low < 2:
        return None
    return groups[0] if groups[0].low == sum(g.low for g in groups[1:]) else None


_BODIES = frozenset({"body", "corpse", "remains"})
_TALLIES = frozenset({"number", "count", "tally", "figure", "toll"})


def _of_another(counts: Counts, group: Group, harmed: Harmed, lexicon: Lexicon) -> bool:
    """Whether the group is counted elsewhere: "12 dead and 30 wounded", "the number of dead", "the casualties"."""
    sentence, head = counts.sentence, counts.sentence.tokens[group.head]
    if group.counted is Counted.PLURAL:
        of = sentence.tokens[head.head]
        return head.lemma == "casualty" or (of.lower == "of" and sentence.tokens[of.head].lemma in _TALLIES)
    if group.number is None or group.last + 1 >= len(sentence.tokens):
        return False
    counted = sentence.tokens[group.number.core]
    if harmed.rule.form is HarmForm.SUBJECT and any(
        t.dep == "nsubj" and t.head == harmed.trigger for t in (head, counted)
    ):
        return False  # "two wounded in Tuesday's shelling die", "two of those hurt there have died"
    after = sentence.tokens[group.last + 1]
    rule = participle_rule(sentence, after, lexicon) if after.i != harmed.trigger else None
    behind = any(t.pos == "NOUN" for t in sentence.tokens[after.i + 1 : harmed.trigger])  # "4 wounded, gunman dead"
    return rule is not None and rule.harm is not harmed.rule.harm and (group.first > harmed.trigger or behind)


def _opens_list(sentence: Sentence, group: Group) -> bool:
    """Whether the names that make up the number follow it: "four people, A, his wife B and their two sons"."""
    tokens = sentence.tokens[group.last + 1 : group.last + 3]
    if group.counted is not Counted.NUMBER or group.low < 2 or len(tokens) < 2:
        return False
    return tokens[0].lower in (",", ":", "(", "–", "—", "-") and tokens[1].pos == "PROPN"


def _included(counts: Counts, head: int, lexicon: Lexicon) -> Iterator[Group]:
    """ "14 people, including three children, were killed": the part."""
    sentence = counts.sentence
    stops = {t.i for t in sentence.tokens if t.lower in (";", ".")}
    for k in sentence.kids(head, "prep", "advcl", "acl"):
        if k.lower in ("including", "include") and k.i > head and not any(head < s < k.i for s in stops):
            for pobj in sentence.kids(k.i, "pobj", "dobj"):
                yield from (g for g in groups_of(counts, pobj.i, lexicon) if g.counted is not Counted.ZERO)


def _is_part(sentence: Sentence, group: Group) -> bool:
    """ "two of them", "three of the wounded", "among them a child": a part of what was counted before."""
    tokens = sentence.tokens
    stretch = [t.lower for t in tokens[group.first : group.last + 1]]
    if "of" in stretch and group.number is not None:
        rest = stretch[stretch.index("of") + 1 :]
        if rest and rest[0] in ("them", "whom", "the", "those", "these", "which"):
            return True
        if stretch[0] not in ("a", "an"):
            return False
    before = [t.lower for t in tokens[max(0, group.first - 3) : group.first]]
    return "among" in before or "including" in before


def _is_among(sentence: Sentence, harmed: Harmed) -> bool:
    """ "… was among the dead", "the dead included …"."""
    return bool(among_heads(sentence, sentence.tokens[harmed.trigger]))


_PARTICIPLE_FORMS = (HarmForm.OBJECT, HarmForm.STATE, HarmForm.SUBJECT)


def participle_rule(sentence: Sentence, t: Token, lexicon: Lexicon) -> HarmRule | None:
    """The rule of a bare participle or adjective behind a number ("12 killed", "two teens shot")."""
    table = lexicon.harms.by_lemma
    verb = {"killed": "kill", "wounded": "wound", "injured": "injure", "shot": "shoot", "stabbed": "stab"}.get(t.lower)
    for rule in table.get(verb or t.lemma, ()):
        if rule.negated or rule.form not in _PARTICIPLE_FORMS or (not verb and rule.form is HarmForm.OBJECT):
            continue
        if allowed(sentence, t, rule) and not is_figure(sentence, t):
            return rule
    return None
