"""Count how news writes words, for data/cases.toml: ``python tools/case_words.py TEXT_DIR…`` prints two word lists.

Counted are words within a sentence (not its first word, not in headings), over the mixed-case texts in the folders.
``names``: words that English dictionaries have as common nouns and that news mostly writes with a capital.
``common``: words that no dictionary of ours has and that news mostly writes small.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

from sourcebook.lexicon import Lexicon

WORD = re.compile(r"(?<=[a-z,;] )[A-Za-zÀ-ÿ][a-zÀ-ÿ]{2,}\b")
LINE = re.compile(r"[a-z]{2,}.*[a-z]{2,}.*[.!?]")


def main() -> None:
    known = Lexicon().parser.known
    small: Counter[str] = Counter()
    large: Counter[str] = Counter()
    for folder in sys.argv[1:]:
        for file in sorted(Path(folder).glob("*.txt")):
            seen = set()
            for line in file.read_text(encoding="utf-8").splitlines():
                if LINE.search(line) and sum(w[0].isupper() for w in line.split()) < len(line.split()) / 2:
                    seen |= set(WORD.findall(line))
            for word in seen:
                (large if word[0].isupper() else small)[word.lower()] += 1
    names = sorted(w for w, n in large.items() if n >= 4 and n > 3 * small[w] and known(w))
    common = sorted(w for w, n in small.items() if n >= 3 and n > 2 * large[w] and not known(w))
    print("names =", names)
    print("common =", common)


if __name__ == "__main__":
    main()
