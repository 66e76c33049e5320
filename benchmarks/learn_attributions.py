"""Learn which words are cues and which words of their sentences are source and content, from PolNeAR.

    python -m venv /tmp/learn && /tmp/learn/bin/pip install scikit-learn==1.9.1 . && \
    /tmp/learn/bin/python benchmarks/learn_attributions.py ../shared/bench/polnear-train

Writes ``data/cue_lemmas.toml`` (lemmas that were cues), ``data/cue_words.tsv`` (is this word a cue?) and
``data/shares.tsv`` (which class has this piece of the sentence, given the cue?): lemmas, feature names and weights,
none of the corpus' text. Both models are logistic regressions with an L1 penalty, one class against the rest, fitted
by liblinear in a fixed order. The examples for shares are pieces around gold cues; a piece whose tokens (marks aside)
are not nearly all of one class is to be cut again. Words inside a gold content are no examples: PolNeAR never nests.
"""

from __future__ import annotations

import argparse
import collections
import json
from pathlib import Path

from sourcebook.flow import find_articles, find_sentences
from sourcebook.lexicon import Lexicon
from sourcebook.read.cuewords import may_be_cue, near_quotes, signs_of
from sourcebook.read.pages import make_page
from sourcebook.read.quotes import find_quotes, outermost
from sourcebook.read.shares import CONTENT, CUE, CUT, NONE, SOURCE, features_of, first_pieces, pieces_of, surround
from sourcebook.records import Parsed

#: A lemma must have been a cue so often, and in so large a part of its occurrences, to be weighed.
OFTEN, RATE = 2, 0.01
#: A feature must hold so often; weights nearer to zero are dropped.
RAREST, SMALLEST = 3, 0.02
#: A piece has a class if so large a part of its words has it.
PURE = 0.88
STRENGTH = {"cue_words": 0.35, "shares": 0.4}
HEADS = {"VERB": 0, "NOUN": 1, "ADJ": 1}
DEEPEST = 6


def heads(gold, articles):
    """The main word of each gold cue: (sentence, token) → number of the attribution."""
    out = {}
    for n, g in enumerate(gold):
        found = []
        for parsed in articles:
            for s in parsed.sentences:
                if any(a < s.span.end and s.span.start < b for a, b in g["cue"]):
                    found += [(s, t) for t in s.tokens if any(a < t.end and t.start < b for a, b in g["cue"])]
        inside = {(s.id, t.i) for s, t in found}
        tops = [(s, t) for s, t in found if (s.id, t.head) not in inside or t.head == t.i]
        if tops:
            s, t = min(tops, key=lambda x: (HEADS.get(x[1].pos, 3), x[1].start))
            out[s.id, t.i] = n
    return out


def labels(s, g):
    """The class of each token of a sentence in a gold attribution."""
    kinds = ((CUE, g["cue"]), (SOURCE, g["source"]), (CONTENT, g["content"]))
    return [next((k for k, spans in kinds if any(a < t.end and t.start < b for a, b in spans)), NONE) for t in s.tokens]


def class_of(s, tokens, known):
    """The class of a piece; None if it holds no words."""
    counts = collections.Counter(known[i] for i in tokens if s.tokens[i].pos not in ("PUNCT", "SPACE"))
    if not counts:
        return None
    label, n = counts.most_common(1)[0]
    return label if n >= PURE * counts.total() else CUT


def piece_examples(s, t, quotes, g):
    """Features and class of every piece that is looked at for a gold cue."""
    known, around = labels(s, g), surround(s, t, quotes)
    todo = [(p, 0) for p in first_pieces(s, t)]
    while todo:
        piece, depth = todo.pop(0)
        label = class_of(s, piece.tokens, known)
        if label is None:
            continue
        yield features_of(s, t, piece, around), label
        if label == CUT and not piece.alone and depth < DEEPEST:
            todo += [(p, depth + 1) for p in pieces_of(s, piece)]


def fitted(examples, strength):
    """Weights of each class for each feature."""
    from sklearn.feature_extraction.text import CountVectorizer
    from sklearn.linear_model import LogisticRegression

    vectors = CountVectorizer(analyzer=dict.fromkeys, min_df=RAREST, binary=True)
    x = vectors.fit_transform([f for f, _ in examples])
    y = [label for _, label in examples]
    classes = sorted(set(y))
    rows = collections.defaultdict(dict)
    for label in classes[1:] if len(classes) == 2 else classes:
        model = LogisticRegression(solver="liblinear", l1_ratio=1, C=strength, random_state=7, max_iter=200)
        model.fit(x, [v == label for v in y])
        rows["bias"][label] = float(model.intercept_[0])
        for name, n in vectors.vocabulary_.items():
            if abs(w := float(model.coef_[0][n])) >= SMALLEST:
                rows[name][label] = w
    return (classes[1:] if len(classes) == 2 else classes), rows


def write(path, title, names, rows, seen):
    """The model as a file."""
    lines = [
        f"# title: {title}",
        f"# origin: learnt by benchmarks/learn_attributions.py from PolNeAR v1.0 train ({seen} examples); "
        "lemmas, feature names and figures only",
        "# licence: Apache-2.0",
        "# known_problems: US election news of 2015-16; words of war are rarer there than in reports of conflict",
        f"# classes: {' '.join(names)}",
    ]
    for feature in ["bias", *sorted(f for f in rows if f != "bias")]:
        lines.append("\t".join([feature, *(f"{rows[feature].get(c, 0):.3g}" for c in names)]))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{path.name}: {seen} examples, {len(rows)} features")


def lemma_file(path, counts):
    """The lemmas that were cues, by part of speech."""
    lines = [
        "# Written by benchmarks/learn_attributions.py. Do not edit by hand.",
        "[header]",
        'title = "Lemmas that were the main word of a cue"',
        'origin = "counted by benchmarks/learn_attributions.py on PolNeAR v1.0 train; lemmas only"',
        'licence = "Apache-2.0"',
        'known_problems = "A verb with a clause or beside a quotation is weighed also if it is not listed."',
    ]
    for pos in sorted({p for _, p in counts}):
        words = ", ".join(json.dumps(w, ensure_ascii=False) for w, p in sorted(counts) if p == pos)
        lines += ["", "[[rule]]", f'id = "{pos}"', f"lemmas = [{words}]"]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


class Known:
    """Stands for the cues while the lemmas are being counted."""

    def __init__(self, lemmas):
        self.lemmas = lemmas

    def has_been_cue(self, lemma, pos):
        return (lemma, pos) in self.lemmas


def documents(set_dir, lexicon):
    """The parsed articles of each text with its gold."""
    for line in (set_dir / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        file = set_dir / "texts" / gold["file"]
        page = make_page(file.read_bytes(), str(file))
        articles = [Parsed(page, a, find_sentences(page, a, lexicon)) for a in find_articles(page, lexicon).items]
        yield gold["attributions"], articles


def learn(docs, speakers, out):
    """Count, make the examples, fit, write."""
    seen, been = collections.Counter(), collections.Counter()
    found = []
    for gold, articles in docs:
        mine = heads(gold, articles)
        found.append((gold, articles, mine))
        for parsed in articles:
            for s in parsed.sentences:
                for t in s.tokens:
                    seen[t.lemma, t.pos] += 1
                    been[t.lemma, t.pos] += (s.id, t.i) in mine
    known = Known({k for k, n in been.items() if n >= OFTEN and n >= RATE * seen[k]})
    lemma_file(out / "cue_lemmas.toml", known.lemmas)
    words, pieces = [], []
    for gold, articles, mine in found:
        for parsed in articles:
            outer = outermost(find_quotes(parsed))
            for s in parsed.sentences:
                if s.repeat:
                    continue
                near = near_quotes(outer, s)
                for t in s.tokens:
                    n = mine.get((s.id, t.i))
                    inside = n is None and any(a <= t.start < b for g in gold for a, b in g["content"])
                    if not inside and may_be_cue(s, t, near, known):
                        words.append((signs_of(s, t, near, speakers), "cue" if n is not None else "-"))
                    if n is not None:
                        pieces += piece_examples(s, t, near, gold[n])
    print(f"{len(known.lemmas)} lemmas; {sum(y == 'cue' for _, y in words)} cues of {len(words)} words weighed")
    for name, title, rows in (
        ("cue_words", "Weights: is this word a cue?", words),
        ("shares", "Weights: source, cue, content or none of them, for a piece of a cue's sentence", pieces),
    ):
        write(out / f"{name}.tsv", title, *fitted(rows, STRENGTH[name]), len(rows))


def main():
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("set_dir", type=Path)
    args.add_argument("--out", type=Path, default=Path("src/sourcebook/data"))
    a = args.parse_args()
    lexicon = Lexicon()
    learn(documents(a.set_dir, lexicon), lexicon.speakers, a.out)


if __name__ == "__main__":
    main()
