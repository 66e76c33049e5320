"""Sentences: exact offsets, blocks apart, and long paragraphs in pieces that lose nothing."""

from __future__ import annotations

from sourcebook.lexicon.parser import MAX_CHARS


def test_tokens_stand_where_they_say(parse) -> None:
    parsed = parse("Two shells hit a mill\u00a0near Beja, the mayor said.\n\nNo one was hurt.\n")
    assert len(parsed.sentences) == 2
    for sentence in parsed.sentences:
        for token in sentence.tokens:
            assert token.span.of(parsed.text) == token.text
        assert sentence.span.of(parsed.text).startswith(sentence.tokens[0].text)


def test_a_paragraph_longer_than_the_parser_takes_is_cut_between_sentences(parse) -> None:
    line = "A shell hit the mill at dawn. Nobody was hurt, the mayor said. "
    parsed = parse(line * (3 * MAX_CHARS // len(line)))
    words = {s.tokens[0].text for s in parsed.sentences}
    assert words == {"A", "Nobody"}
    covered = sum(len(s.span.of(parsed.text).split()) for s in parsed.sentences)
    assert covered == len(parsed.text.split())


def test_an_article_in_another_language_has_no_sentences(parse) -> None:
    assert parse("Der Bürgermeister sagte, niemand sei verletzt worden.", language="de").sentences == ()
