"""Make gold files from reports annotated by marking the text: ``python -m benchmarks.gate.mark FILE.mark FOLDER``.

A ``.mark`` file is one line of JSON about the page, the report with marks, a line ``----``, one line per record::

    {"url": …, "outlet": …, "published": "2021-03-09", "path": "examples/reports/… (a text that lives elsewhere)"}
    [S1:The ministry] [Q1:denied] [C1:that [T1:two people] were hurt] in [P1:Evora] [D1:on Monday].
    ----
    c1 government deny anon res=the Defence Ministry          kinds and stances with | are alternatives
    c2 police deny f=denial about=c1|- party=PT via="FDC; a"  form, answered claim (-: none is right too), party, relays
    t1 injured 2 2 c1                                         low, high (- = open), claim or author
    d1 2021-03-08
    p1 Evora|Évora PT                                         po WORDS: may be listed as a place, or not
    qo doubted; citing                                        may be cues, or not
    i bombing|strike 2021-03-08 2021-03-08 Evora PT killed=4-11 status=occurred bg
    not cue|toll|trigger: words; words

S, Q, C may hold each other and may come in pieces. ``content="…"`` gives a content that other marks stand in, ``s=S7``
takes the source of another claim. ``skip`` makes a claim one that may be read or not; for tolls and incidents it is
``opt``. ``"layers": ["claims"]`` in the first line says that nothing else is annotated. Annotate before looking at what
the program reads.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

from sourcebook.records import EventType, SourceKind, Stance

Json = dict[str, Any]
Pieces = dict[str, list[tuple[int, int]]]
MARK = re.compile(r"\[([SQCTDP])(\d+(?:,\d+)*):")
KINDS, STANCES, EVENTS = set(SourceKind), set(Stance), set(EventType)
ANSWERS = {"deny", "confirm", "dispute"}  # stances that answer another claim


def unmark(marked: str) -> tuple[str, Pieces]:
    """The report without its marks, and the spans of each mark."""
    out: list[str] = []
    length, i = 0, 0
    stack: list[tuple[list[str], int]] = []
    pieces: Pieces = {}
    while i < len(marked):
        if m := MARK.match(marked, i):
            stack.append(([m[1] + n for n in m[2].split(",")], length))
            i = m.end()
        elif marked[i] == "]":
            names, start = stack.pop()
            for name in names:
                pieces.setdefault(name, []).append((start, length))
            i += 1
        else:
            out.append(marked[i])
            length += 1
            i += 1
    if stack:
        raise ValueError(f"not closed: {stack}")
    return "".join(out), {k: sorted(v) for k, v in pieces.items()}


def with_quotes(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """A quotation takes its marks, and the comma or stop inside them, along (PolNeAR's convention)."""
    start, end = span
    if text[start - 1 : start] == '"' and (m := re.compile(r'[,.?!]?"').match(text, end)):
        return start - 1, m.end()
    return start, end


def anchor(text: str, span: tuple[int, int]) -> str | list[str | int]:
    """The words; with their number among equal ones where they stand more than once."""
    words = text[slice(*span)]
    starts = [m.start() for m in re.finditer(f"(?={re.escape(words)})", text)]
    return words if len(starts) == 1 else [words, starts.index(span[0]) + 1]


def gold_of(head: Json, marked: str, lines: list[str]) -> tuple[str, Json]:
    """The report's text and its gold, as it is written to the JSON file."""
    text, pieces = unmark(marked)

    def at(name: str) -> list[str | list[str | int]]:
        return [anchor(text, with_quotes(text, s) if name[0] == "C" else s) for s in pieces.get(name, [])]

    gold: Json = {"layers": head["layers"]} if "layers" in head else {}
    gold["page"] = {k: head.get(k) for k in ("url", "outlet", "published")} | {"language": "en"}
    gold["article"] = _article(head, text)
    gold |= {
        "claims": [],
        "tolls": [],
        "dates": [],
        "places": [],
        "places_optional": [],
        "cues_optional": [],
        "incidents": [],
    }
    must_not: Json = {"cue": [], "toll": [], "trigger": []}
    claims: dict[str, Json] = {}
    for line in filter(None, (x.strip() for x in lines)):
        word, _, rest = line.partition(" ")
        if word == "not":
            what, _, words = rest.partition(":")
            must_not[what] += [w.strip() for w in words.split(";")]
        elif word == "po":
            gold["places_optional"].append(rest)
        elif word == "qo":
            gold["cues_optional"] += [w.strip() for w in rest.split(";")]
        elif word == "i":
            gold["incidents"].append(_incident(rest))
        elif word != "none":
            number, options = word[1:], _options(rest)
            if word[0] == "c":
                claims[word] = claim = {"id": word} | _claim(text, number, options, at, pieces)
                gold["claims"].append(claim)
            elif word[0] == "t":
                harm, low, high, who, *flags = rest.split()
                group = [f for f in flags if f != "opt"]
                source = [None if w == "author" else claims[w]["resolved"] for w in who.split("|")]
                lows = [int(x) for x in low.split("|")]
                highs = [None if x == "-" else int(x) for x in high.split("|")]
                toll = {"at": at("T" + number)[0], "harm": harm, "low": lows, "high": highs, "source": source}
                toll |= {"group": group[0]} if group else {}
                gold["tolls"].append(toll | ({"optional": True} if "opt" in flags else {}))
            elif word[0] == "d":
                gold["dates"].append({"at": at("D" + number)[0], "value": rest.split(" text=")[0].strip().split("|")})
            elif word[0] == "p":
                names, country = rest.rsplit(" ", 1)
                gold["places"].append({"at": at("P" + number)[0], "names": names.split("|"), "country": country})
    gold["must_not"] = must_not
    marks = {k[0] + k[1:] for k in pieces if k[0] in "SQC"}
    unused = {m for m in marks if "c" + m[1:] not in claims} | {
        k for k in pieces if k[0] in "TDP" and not any(x.startswith(k.lower() + " ") for x in lines)
    }
    if unused:
        raise ValueError(f"marks without a line: {sorted(unused)}")
    return text, gold


def _article(head: Json, text: str) -> Json:
    """Headline, byline and dateline as the report's form shows them, or as the first line of the file says."""
    byline = re.search(r"^By (.+)$", text, re.MULTILINE)
    dateline = re.search(r"^([A-ZÀ-Ý]{2}[A-ZÀ-Ý ]+)\b[^\n]{0,50}? --? ", text, re.MULTILINE)
    shown = {
        "headline": text.split("\n", 1)[0],
        "byline": [byline[1]] if byline and not byline[1].lower().startswith("our ") else [],
        "dateline": [dateline[1]] if dateline else [],
    }
    return {k: head.get(k, v) for k, v in shown.items()}


def _options(rest: str) -> Json:
    quoted = r'\b(content|via)="([^"]*)"'
    out: Json = dict(re.findall(quoted, rest))
    rest = re.sub(quoted, "", rest)
    plain = r"\b(s|f|about|party)=(\S+)"
    out |= dict(re.findall(plain, rest))
    rest = re.sub(plain, "", rest)
    if m := re.search(r"(?:res|resolved)=(.*)", rest):
        out["res"] = re.sub(r"\b(mixed|direct|anon\??|skip)\s*$", "", m[1]).strip().strip('"')
    out["words"] = re.sub(r"(?:res|resolved)=.*", "", rest).split()
    return out


def _claim(text: str, number: str, options: Json, at: Any, pieces: Pieces) -> Json:
    words = options["words"]
    source_mark = options.get("s", "S" + number)
    first = pieces.get(source_mark)
    named = text[slice(*first[0])] if first and "nosource" not in words else None
    content = at("C" + number)
    if "content" in options:
        if text.count(options["content"]) != 1:
            raise ValueError(f"c{number}: content not once in the text: {options['content']}")
        content = [options["content"]]
    sets = [w.split("|") for w in words]
    kinds: list[str] = next((s for s in sets if set(s) <= KINDS), [])
    stances = next((s for s in sets if set(s) <= STANCES), ["assert"])
    known = {"anon", "anon?", "mixed", "direct", "nosource", "nocue", "nocontent", "skip", "headline"}
    if bad := [w for w, s in zip(words, sets, strict=True) if w not in known and not set(s) <= KINDS | STANCES]:
        raise ValueError(f"c{number}: what is {bad}?")
    claim: Json = {
        "source": at(source_mark) if named else [],
        "resolved": options.get("res", named),
        "kinds": kinds,
        "anonymous": None if "anon?" in words else "anon" in words,
        "cue": at("Q" + number),
        "content": content,
        "stances": stances,
    }
    for part, given in (("cue", bool(claim["cue"])), ("content", bool(content))):
        if not given and not {"skip", f"no{part}"} & set(words):
            raise ValueError(f"c{number}: no {part}")
    if "skip" in words:
        claim["optional"] = True
    if "about" in options:
        claim["about"] = [None if w == "-" else w for w in options["about"].split("|")]
    elif set(stances) <= ANSWERS:
        claim["about"] = [None]
    if "via" in options:
        claim["via"] = [w.strip() for w in options["via"].split(";")]
    return claim | {k: options[o] for o, k in (("f", "form"), ("party", "party")) if o in options}


def _incident(rest: str) -> Json:
    flags = dict(re.findall(r"(\w+)=(\S+)", rest))
    background = "bg" in rest.split()
    types, low, high, *place, country = [w for w in rest.split() if "=" not in w and w not in ("bg", "opt")]
    if bad := set(types.split("|")) - EVENTS:
        raise ValueError(f"not event types: {bad}")

    def toll(name: str) -> list[int | None] | None:
        if flags[name] == "null":
            return None
        a, b = flags[name].split("-")
        return [int(a), int(b) if b else None]

    return {
        "event_types": types.split("|"),
        "date": None if low == "-" else [low, high],
        "places": [] if place == ["-"] else " ".join(place).split("|"),
        "country": None if country == "-" else country,
        **{name: toll(name) for name in ("killed", "injured") if name in flags},  # absent: not asked
        "status": flags["status"].split("|") if "status" in flags else [],
        "contested": flags["contested"].split(",") if "contested" in flags else [],
        "background": background,
        **({"optional": True} if "opt" in rest.split() else {}),
    }


def main(mark: str, folder: str) -> None:
    """Write NAME.txt (or the text at its own path) and NAME.gold.json."""
    name = Path(mark).stem
    head, _, body = Path(mark).read_text(encoding="utf-8").partition("\n")
    marked, _, lines = body.partition("\n----\n")
    try:
        text, gold = gold_of(json.loads(head), marked + "\n", lines.splitlines())
    except (ValueError, KeyError) as error:
        raise SystemExit(f"{name}: {error}") from error
    where = json.loads(head).get("path")
    target = Path(where) if where else Path(folder) / f"{name}.txt"
    target.write_text(text, encoding="utf-8")
    if where:
        side = gold["page"] | {"invented": True}
        target.with_suffix(".json").write_text(json.dumps(side, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    gold = {"text": where or f"{name}.txt", **gold}
    out = json.dumps(gold, ensure_ascii=False, indent=1)
    # spans, names and alternatives on one line: the files are read by people
    out = re.sub(r"\[\s+([^\[\]{}]*?)\s+\]", lambda m: "[" + re.sub(r"\s*\n\s*", " ", m[1]) + "]", out)
    (Path(folder) / f"{name}.gold.json").write_text(out + "\n", encoding="utf-8")
    print(name, len([c for c in gold["claims"] if "optional" not in c]), "claims", len(gold["tolls"]), "tolls")


if __name__ == "__main__":
    main(*sys.argv[1:3])
