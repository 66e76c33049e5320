"""Attributions: sources of a statement without a verb of saying: "(police)", "per the sheriff", "by its own count".

Their candidates have the same shape as those of ``frames``.
"""

from __future__ import annotations

from collections.abc import Iterator

from sourcebook.lexicon.cues import CueRule, Cues
from sourcebook.lexicon.speakers import Speakers
from sourcebook.read.clauses import noun_phrase, subject
from sourcebook.read.frames import Candidate
from sourcebook.read.phrases import around
from sourcebook.records import Sentence, Token

#: Rules of ``data/sources.toml`` whose nouns are whom or what is spoken of, more often than who speaks.
_SPOKEN_OF = frozenset({"document", "person"})
#: In a bracket after people these say who the people are.
_TOLD_APART = _SPOKEN_OF | {"armed", "soldier", "outlet", "news-agency"}
#: Words of a number: "at least 15", "as many as six".
_OF_NUMBERS = frozenset({
    "at", "least", "more", "than", "some", "about", "around", "nearly", "over", "up", "to", "almost", "as", "many",
    "only", "just", "roughly", "approximately", "fewer", "less", "no", "under", "between", "or",
})  # fmt: skip
_ENDS = frozenset({",", ";", ".", ")", "and", "while", "but", "—", "–"})
_LONGEST_BRACKET, _LONGEST_IF = 6, 12
#: Verbs of these rules may be left out where a second speaker gives another number.
COUNTING = frozenset({
    "say", "tell", "reply", "report", "discuss", "call", "put-at", "toll-change", "show", "confirm", "admit", "believe",
    "give-toll",
})  # fmt: skip


def attribution_candidates(sentence: Sentence, cues: Cues, speakers: Speakers) -> Iterator[Candidate]:
    """Every source of the sentence that no verb of saying announces."""
    yield from _per(sentence, cues, speakers)
    yield from _by_count(sentence, cues, speakers)
    yield from _if_believed(sentence, cues, speakers)
    yield from _bracketed(sentence, cues, speakers)
    yield from _elided(sentence, cues, speakers)
    yield from _tally(sentence, cues, speakers)
    yield from _word_from(sentence, cues, speakers)
    yield from _on_a_side(sentence, cues, speakers)
    yield from _has_it(sentence, cues)
    yield from _given_number(sentence, cues, speakers)
    yield from _as_put(sentence, cues)
    yield from _given_below(sentence, cues, speakers)
    yield from _no_doubt(sentence, cues, speakers)


def can_tell(s: Sentence, i: int, speakers: Speakers) -> bool:
    """Whether a word stands for someone or some body that speaks: a name, a pronoun, a noun on the list."""
    t = s.tokens[i]
    if t.pos == "PRON":
        return t.lower not in ("this", "that", "these", "those", "which", "what")
    if t.ent in ("DATE", "TIME", "CARDINAL", "PERCENT", "MONEY", "ORDINAL", "QUANTITY"):
        return False
    if t.ent in ("PERSON", "ORG") or t.pos == "PROPN":
        return True
    rule = speakers.of(t.lemma.lower())
    if rule is None and t.pos == "NOUN":  # "the police control room"
        inside = (s.tokens[j] for j in s.subtree(i) if j < i)
        return any(k.dep == "compound" and (body := speakers.of(k.lemma)) and body.group for k in inside)
    return t.pos == "NOUN" and rule is not None and rule.id not in _SPOKEN_OF


def _made(s: Sentence, rule: CueRule, head: int, cue: set[int], source_head: int, source: tuple[int, ...],
          content: set[int]) -> Candidate | None:  # fmt: skip
    rest = tuple(sorted(content - cue - set(source)))
    if not source or not rest or not any(s.tokens[i].pos in ("VERB", "AUX", "NUM", "NOUN", "ADJ") for i in rest):
        return None
    return Candidate(s, head, rule, next(iter(rule.frames)), tuple(sorted(cue)), source, source_head, rest)


def _per(s: Sentence, cues: Cues, speakers: Speakers) -> Iterator[Candidate]:
    """ "A clerk was shot, per the sheriff's office."; not "per driver", "per cent"."""
    if "per" not in s.lowers:
        return
    for t in s.tokens:
        before = s.tokens[t.i - 1].lower if t.i else ","
        if t.lower != "per" or before not in (",", "as", "—", "–", "("):
            continue
        heads = [k.i for k in s.kids(t.i, "pobj")] or [k.i for k in s.tokens[t.i + 1 : t.i + 6] if k.pos == "PROPN"][:1]
        if not heads or not can_tell(s, heads[0], speakers):
            continue
        source = tuple(i for i in noun_phrase(s, heads[0], t.i) if i > t.i)
        named = any(s.tokens[i].pos in ("DET", "PROPN") for i in source) or s.tokens[heads[0]].tag == "NNS"
        if not source or not named:
            continue
        cue = {t.i} | ({t.i - 1} if before == "as" and t.i else set())
        made = _made(s, cues.of("phrase", "as per")[0], t.i, cue, heads[0], source, around(s, min(cue), source[-1]))
        if made:
            yield made


def _by_count(s: Sentence, cues: Cues, speakers: Speakers) -> Iterator[Candidate]:
    """ "By the union's count, fourteen died", "fourteen in the mayor's telling", "by the reckoning of the council"."""
    if cues.lemmas("tally").isdisjoint(s.lemmas):
        return
    for t in s.tokens:
        rules = cues.of("tally", t.lemma)
        prep = s.tokens[t.head]
        if not rules or t.dep != "pobj" or prep.lower not in ("by", "in", "on"):
            continue
        owner = next((k for k in s.kids(t.i, "poss")), None)
        if owner is None and any(d.lower == "the" for d in s.kids(t.i, "det")):
            owner = next((p for k in s.kids(t.i, "prep") if k.lower == "of" for p in s.kids(k.i, "pobj")), None)
        if owner is None or not can_tell(s, owner.i, speakers):
            continue
        source = tuple(i for i in noun_phrase(s, owner.i, t.i) if s.tokens[i].tag != "POS")
        last = max(t.i, *source)
        behind = s.tokens[last + 1].text if last + 1 < len(s.tokens) else "."
        if behind not in _ENDS:
            continue
        cue = set(range(prep.i, t.i + 1)) - set(source)
        made = _made(s, rules[0], t.i, cue, owner.i, source, around(s, prep.i, last))
        if made:
            yield made


def _if_believed(s: Sentence, cues: Cues, speakers: Speakers) -> Iterator[Candidate]:
    """ "If the militia is to be believed, ten soldiers fell"."""
    if "believed" not in s.lowers:
        return
    lowers = [t.lower for t in s.tokens]
    for i, word in enumerate(lowers):
        end = next((j for j in range(i + 3, min(len(lowers), i + _LONGEST_IF)) if lowers[j] == "believed"), None)
        if word != "if" or end is None or lowers[end - 2 : end] != ["to", "be"]:
            continue
        source = tuple(range(i + 1, end - 3))
        if not source or lowers[end - 3] not in ("is", "are", "was", "were") or not can_tell(s, source[-1], speakers):
            continue
        cue = set(range(i, end + 1)) - set(source)
        made = _made(s, cues.of("phrase", "if believed")[0], end, cue, source[-1], source, around(s, i, end))
        if made:
            yield made


def _bracketed(s: Sentence, cues: Cues, speakers: Speakers) -> Iterator[Candidate]:
    """ "Two workers dead (factory management), seven hurt (police)."""
    if "(" not in s.lowers:
        return
    for t in s.tokens:
        if t.text != "(":
            continue
        end = next((k.i for k in s.tokens[t.i + 1 : t.i + 2 + _LONGEST_BRACKET] if k.text == ")"), None)
        if end is None or end == t.i + 1:
            continue
        behind = s.tokens[end + 1].text if end + 1 < len(s.tokens) else "."
        inside = [k for k in s.tokens[t.i + 1 : end] if k.text not in (":",) and k.lower not in ("source", "sources")]
        if behind not in _ENDS | {"or", "against", "versus"} or not inside:
            continue
        if any(k.pos not in ("NOUN", "PROPN", "ADJ", "DET", "PART", "ADP") for k in inside):
            continue
        of = next((n for n, k in enumerate(inside) if k.pos == "ADP"), len(inside))
        rule = speakers.of(inside[of - 1].lemma.lower()) if of else None
        if rule is None or rule.id in _TOLD_APART or inside[of - 1].pos != "NOUN":
            continue
        opens = max((k.i for k in s.tokens[: t.i] if k.text in (")", ";", ":")), default=-1)
        content = set(range(opens + 1, t.i))
        if not any(s.tokens[i].pos == "NUM" for i in content):
            continue
        source = tuple(k.i for k in inside)
        made = _made(s, cues.of("phrase", "(")[0], t.i, {t.i}, inside[of - 1].i, source, content)
        if made:
            yield made


def number_end(s: Sentence, i: int) -> bool:
    """Whether token ``i`` is a number that counts nothing named beside it: "the doctors of six."."""
    behind = s.tokens[i + 1].text if i + 1 < len(s.tokens) else "."
    return s.tokens[i].pos == "NUM" and behind in _ENDS


def number_start(s: Sentence, i: int) -> int:
    """The first word of a number that ends at token ``i``: "at" of "at least 15"."""
    first = i
    while first > 1 and (s.tokens[first - 1].lower in _OF_NUMBERS or s.tokens[first - 1].pos == "NUM"):
        first -= 1
    return first


def _elided(s: Sentence, cues: Cues, speakers: Speakers) -> Iterator[Candidate]:
    """ "The ministry spoke of two dead, the doctors of six": the second speaker's verb is left out."""
    for k in [t for t in s.tokens if t.pos == "NUM"]:
        if not number_end(s, k.i):
            continue
        first = number_start(s, k.i)
        link = first
        while link < k.i and s.tokens[link].lower not in ("of", "at", "to"):
            link += 1
        prep = first - 1 if s.tokens[first - 1].lower == "of" else first if s.tokens[first].lower == "at" else None
        if prep == first and s.tokens[first + 1 : first + 2] and s.tokens[first + 1].lower == "least":
            prep = None
        last = (prep if prep is not None else first) - 1
        start = _phrase_start(s, last)
        if start is None or start < 2 or not can_tell(s, last, speakers):
            continue
        mark = s.tokens[start - 1]
        placed = mark.pos == "ADP" and s.tokens[last].ent in ("GPE", "LOC", "FAC")
        over = s.ancestors(mark.i) if placed else (s.tokens[mark.head],)
        if not cues.of("elided", mark.lower) or any(a.lemma in _COUNTED for a in over):
            continue
        told = [v for v in s.tokens[: start - 1] if v.pos == "VERB" and _counts(s, v, cues, prep)]
        if not told or any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in s.tokens[start : k.i]):
            continue
        at = s.tokens[prep] if prep is not None else mark
        made = _made(s, cues.of("elided", mark.lower)[0], k.i, {at.i}, last, tuple(range(start, last + 1)),
                     set(range(prep + 1 if prep is not None else first, k.i + 1)))  # fmt: skip
        if made:
            yield made


#: "Put the number of dead officers at three", "… of those killed in the raid on Beja at three": no second speaker.
_COUNTED = frozenset({"number", "toll", "count", "tally", "total", "figure"})


def _phrase_start(s: Sentence, last: int) -> int | None:
    """Where the noun phrase that ends at token ``last`` starts; None where it is none."""
    if last < 0 or s.tokens[last].pos not in ("NOUN", "PROPN"):
        return None
    first = last
    while first and s.tokens[first - 1].pos in ("NOUN", "PROPN", "ADJ", "DET", "PART"):
        first -= 1
    return first


def _counts(s: Sentence, v: Token, cues: Cues, prep: int | None) -> bool:
    """Whether a verb of saying has a number as its complement, after the same preposition if there is one."""
    if not any(r.id in COUNTING for r in cues.of("verb", v.lemma)):
        return False
    tree = [s.tokens[i] for i in s.subtree(v.i) if i > v.i]
    if prep is None:
        return any(t.pos == "NUM" for t in tree)
    led = [t for t in tree if t.lower == s.tokens[prep].lower and t.dep == "prep"]
    return any(s.tokens[i].pos == "NUM" for t in led for i in s.subtree(t.i))


def _tally(s: Sentence, cues: Cues, speakers: Speakers) -> Iterator[Candidate]:
    """ "A count by the aid group has eight dead", "the union's tally stands at nine"."""
    if (cues.lemmas("tally-verb") | cues.lemmas("tally-paper")).isdisjoint(s.lemmas):
        return
    for v in [t for t in s.tokens if t.pos in ("VERB", "AUX")]:
        rules = (*cues.of("tally-verb", v.lemma), *cues.of("tally-paper", v.lemma))
        head = subject(s, v.i) if rules else None
        if head is None or head > v.i or not (rules := tuple(r for r in rules if s.tokens[head].lemma in r.with_words)):
            continue
        owner = next((k.i for k in s.kids(head, "poss")), None)
        if owner is None:
            preps = ("by", "from", "of") if s.tokens[head].lemma in ("count", "tally") else ("by", "from")
            inner = [p.i for k in s.kids(head, "prep", "agent") if k.lower in preps for p in s.kids(k.i, "pobj")]
            made = [p.i for a in s.kids(head, "acl") for k in s.kids(a.i, "agent") for p in s.kids(k.i, "pobj")]
            owner = next(iter([*inner, *made]), None)
        content = set(range(v.i + 1, len(s.tokens)))
        if owner is None or not can_tell(s, owner, speakers) or not any(s.tokens[i].pos == "NUM" for i in content):
            continue
        source = tuple(i for i in noun_phrase(s, owner, v.i) if s.tokens[i].tag != "POS")
        stop = next((i for i in sorted(content) if s.tokens[i].text == ";"), None)
        content = {i for i in content if stop is None or i < stop}
        candidate = _made(s, rules[0], v.i, {head, v.i}, owner, source, content)
        if candidate:
            yield candidate


def _word_from(s: Sentence, cues: Cues, speakers: Speakers) -> Iterator[Candidate]:
    """ "There was word from the hospital of nine dead", "news of nine dead came from the hospital"."""
    if cues.lemmas("word").isdisjoint(s.lemmas):
        return
    for t in s.tokens:
        rules = cues.of("word", t.lemma)
        verb = s.tokens[t.head]
        if not rules or t.pos != "NOUN":
            continue
        preps = [*s.kids(t.i, "prep"), *(k for k in s.kids(verb.i, "prep") if verb.pos in ("VERB", "AUX"))]
        preps += [k for p in preps for o in s.kids(p.i, "pobj") for k in s.kids(o.i, "prep")]
        told = next((set(s.subtree(k.i)) - {k.i} for k in preps if k.lower == "of" and _has_number(s, k.i)), None)
        giver = next((o.i for k in preps if k.lower == "from" for o in s.kids(k.i, "pobj")), None)
        if giver is None and verb.lemma in rules[0].with_words and t.dep == "dobj":
            giver = subject(s, verb.i)
        if told is None or giver is None or giver in told or not can_tell(s, giver, speakers):
            continue
        source = tuple(i for i in noun_phrase(s, giver, t.i) if i not in told and s.tokens[i].lower != "of")
        made = _made(s, rules[0], t.i, {t.i}, giver, source, told)
        if made:
            yield made


def _on_a_side(s: Sentence, cues: Cues, speakers: Speakers) -> Iterator[Candidate]:
    """ "On the government side there was talk of seven dead", "in army circles they spoke of seven"."""
    if _SIDES.isdisjoint(s.lemmas):
        return
    for side in s.tokens:
        prep = s.tokens[side.head]
        verb = s.tokens[prep.head]
        if side.lemma not in _SIDES or side.dep != "pobj" or prep.i > verb.i or verb.pos not in ("VERB", "AUX"):
            continue
        owners = s.kids(side.i, "compound", "poss", "amod", "nmod")
        if not any(can_tell(s, k.i, speakers) or k.ent == "NORP" for k in owners):
            continue
        said = s.kids(verb.i, "attr") if s.kids(verb.i, "expl") else []
        if any(k.lower in ("they", "people", "one") for k in s.kids(verb.i, "nsubj")):
            said = [verb]
        for word in said:
            rules = cues.of("word", word.lemma) or [r for r in cues.of("verb", word.lemma) if r.id in COUNTING]
            of = next((k for k in s.kids(word.i, "prep") if k.lower == "of" and _has_number(s, k.i)), None)
            if rules and of is not None:
                cue = {word.i, *(k.i for k in s.kids(verb.i, "expl", "nsubj")), verb.i}
                made = _made(s, cues.of("word", "talk")[0], word.i, cue, side.i, noun_phrase(s, side.i, verb.i),
                             set(s.subtree(of.i)) - {of.i})  # fmt: skip
                if made:
                    yield made


def _has_it(s: Sentence, cues: Cues) -> Iterator[Candidate]:
    """ "The abbot has it that eleven were killed"; not "rumour has it"."""
    if "have" not in s.lemmas or "it" not in s.lowers:
        return
    for v in s.tokens:
        after = s.tokens[v.i + 1 : v.i + 3]
        if v.lemma != "have" or [t.lower for t in after] != ["it", "that"]:
            continue
        clause = next((k for k in s.kids(v.i, "ccomp") if k.i > v.i), None)
        head = subject(s, v.i)
        if clause is None or head is None or s.tokens[head].lemma.lower() in _RUMOURS:
            continue
        made = _made(s, cues.of("phrase", "has it")[0], v.i, {v.i, v.i + 1}, head, noun_phrase(s, head, v.i),
                     set(s.subtree(clause.i)))  # fmt: skip
        if made:
            yield made


def _given_below(s: Sentence, cues: Cues, speakers: Speakers) -> Iterator[Candidate]:
    """ "The chief gave the figures on Monday: seven dead, three hurt", "the radio had it first: five dead"."""
    colon = next((t.i for t in s.tokens if t.text == ":"), None) if ":" in s.lowers else None
    if colon is None or not any(t.pos == "NUM" for t in s.tokens[colon:]):
        return
    for v in s.tokens[1:colon]:
        if v.lemma not in _GIVES or v.tag not in ("VBD", "VBZ", "VBP", "VBN"):
            continue
        things = [k for k in s.kids(v.i, "dobj") if v.i < k.i < colon]
        head = next((k.i for k in s.kids(v.i, "nsubj") if k.i < v.i), None)
        if head is None or not can_tell(s, head, speakers):
            continue
        if any(k.lemma in _WHAT_IS_GIVEN or (k.lower == "it" and v.lemma == "have") for k in things):
            made = _made(s, cues.of("phrase", "has it")[0], v.i, {v.i}, head, noun_phrase(s, head, v.i),
                         set(range(colon + 1, len(s.tokens))))  # fmt: skip
            if made:
                yield made


def _no_doubt(s: Sentence, cues: Cues, speakers: Speakers) -> Iterator[Candidate]:
    """ "For the bishop there is no doubt: nineteen were shot", "for the bishop, there is no question that …"."""
    if "doubt" not in s.lemmas and "question" not in s.lemmas:
        return
    for doubt in s.tokens[4:]:
        be = s.tokens[doubt.head]
        behind = s.tokens[doubt.i + 1 : doubt.i + 2]
        if doubt.lemma not in ("doubt", "question") or s.tokens[doubt.i - 1].lower != "no" or not s.kids(be.i, "expl"):
            continue
        if not behind or behind[0].text not in (":", "that") or s.tokens[0].lower not in ("for", "to"):
            continue
        head = next((k.i for k in s.kids(0, "pobj")), None)
        if head is None or not can_tell(s, head, speakers):
            continue
        source = tuple(i for i in noun_phrase(s, head, be.i) if 0 < i < be.i)
        made = _made(s, cues.of("phrase", "has it")[0], doubt.i, {be.i, doubt.i - 1, doubt.i}, head, source,
                     set(range(doubt.i + 2, len(s.tokens))))  # fmt: skip
        if made:
            yield made


_GIVES = frozenset({"give", "provide", "release", "publish", "issue", "present", "have", "offer", "draw", "read"})
_WHAT_IS_GIVEN = frozenset({"detail", "figure", "number", "toll", "count", "account", "breakdown", "tally", "balance",
                            "news", "summary", "list", "total", "update", "information"})  # fmt: skip


def _as_put(s: Sentence, cues: Cues) -> Iterator[Candidate]:
    """ "Six raiders fell, as the coast guard put it"; with a quotation it is for the rules of quotations."""
    if "as" not in s.lowers or any(t.text in _QUOTES for t in s.tokens):
        return
    for v in s.tokens[2:]:
        if v.lemma not in ("put", "tell", "have", "see"):
            continue
        it = s.tokens[v.i + 1 : v.i + 2]
        mark = next((k for k in s.kids(v.i, "mark", "advmod") if k.lower == "as" and k.i < v.i), None)
        head = next((k.i for k in s.kids(v.i, "nsubj")), None)
        if mark is None or head is None:
            continue
        if not it or it[0].lower != "it":
            continue
        if (behind := s.tokens[v.i + 2 : v.i + 3]) and behind[0].text not in _ENDS | {":"}:
            continue
        source = noun_phrase(s, head, v.i)
        made = _made(s, cues.of("phrase", "has it")[0], v.i, {mark.i, v.i, v.i + 1}, head, source,
                     around(s, mark.i, v.i + 1))  # fmt: skip
        if made:
            yield made


def _given_number(s: Sentence, cues: Cues, speakers: Speakers) -> Iterator[Candidate]:
    """ "The losses that the army admits to are ten dead", "the number the clinic gave was nine"."""
    words = cues.of("tally-verb", "be")[0].with_words | _LOSSES
    if words.isdisjoint(s.lemmas) or _IS.isdisjoint(s.lowers):
        return
    for v in s.tokens[3:-2]:
        if v.pos != "VERB" or v.tag not in ("VBZ", "VBP", "VBD", "VBN"):
            continue
        if not any(r.id in COUNTING for r in cues.of("verb", v.lemma)):
            continue
        head = v.i - 1
        while head and s.tokens[head].pos in ("AUX", "ADV"):
            head -= 1
        start = _phrase_start(s, head)
        if start is None or start < 2 or not can_tell(s, head, speakers):
            continue
        noun = start - 2 if s.tokens[start - 1].lower in ("that", "which") else start - 1
        be = v.i + 1
        while be < len(s.tokens) - 1 and s.tokens[be].pos in ("ADP", "PART", "ADV") and be < v.i + 3:
            be += 1
        if s.tokens[noun].lemma not in words or s.tokens[be].lower not in _IS:
            continue
        ends = (t.i for t in s.tokens[be:] if t.text in (";", "(", ".") or t.lower in ("but", "while"))
        content = set(range(be + 1, next(ends, len(s.tokens))))
        if not any(s.tokens[i].pos == "NUM" for i in content):
            continue
        made = _made(s, cues.of("tally-verb", "be")[0], v.i, set(range(head + 1, be + 1)), head,
                     tuple(range(start, head + 1)), content)  # fmt: skip
        if made:
            yield made


_QUOTES = frozenset({'"', "“", "”", "«", "»", "``", "''"})
#: What nobody tells: they have it that something is so.
_RUMOURS = frozenset({"rumour", "rumor", "legend", "word", "luck", "fate", "story", "tradition", "hearsay", "gossip",
                      "talk", "lore", "version", "theory", "wisdom", "one", "who", "which", "that"})  # fmt: skip
#: Where those of one side stand.
_SIDES = frozenset({"side", "circle", "camp", "quarter", "rank"})
_LOSSES = frozenset({"loss", "losses", "casualty", "dead", "death"})
_IS = frozenset({"is", "are", "was", "were", "stands", "stood"})


def _has_number(s: Sentence, i: int) -> bool:
    return any(s.tokens[j].pos == "NUM" for j in s.subtree(i))
