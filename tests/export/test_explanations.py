"""Explanations: every claim with the evidence that decided it, and every candidate left out with its reason."""

from __future__ import annotations

import io
import json
import math

import pytest
from rich.console import Console

from sourcebook.export.evidence import described, frame_words, group_of, summed
from sourcebook.export.explanations import explanation_to_json, print_explanation
from sourcebook.read.explanations import AROUND, explain, rules_used
from sourcebook.records import Reading

TEXT = """Two guards hurt as mill burns in Odrava

ODRAVA, May 3 (Paper Moon Wire) - Mila Arran, the mayor of Odrava, said the mill was set on fire by gunmen.

She denied that soldiers had been there. "It took four minutes," a watchman who was not named said.

The army did not respond to questions. Clerks heard a bang and sold a farewell card, according to plan.

A guard wanted water. They were known to the town.
"""


@pytest.fixture(scope="module")
def reading(read) -> Reading:
    return read(TEXT)


def shown(reading: Reading, lexicon, width: int, verbose: bool = False) -> str:
    out = io.StringIO()
    console = Console(file=out, width=width, highlight=False)
    print_explanation(reading, explain(reading, lexicon), rules_used(reading, lexicon), console, verbose)
    return out.getvalue()


def test_the_terms_of_each_claim_and_of_each_candidate_sum_to_its_log_odds(reading, lexicon):
    (why,) = explain(reading, lexicon)
    weighed = [x.evidence for x in (*why.claims, *why.left_out) if x.evidence]
    assert len(weighed) > 4
    for e in weighed:
        assert math.isclose(sum(w for _, w in e.terms), e.log_odds, abs_tol=1e-6)
        assert math.isclose(1 / (1 + math.exp(-e.log_odds)), e.probability, abs_tol=1e-6)
        assert math.isclose(sum(w for _, w in summed(e)), e.log_odds, abs_tol=0.36)


def test_every_claim_is_explained_once_in_order_and_by_its_own_draft(reading, lexicon):
    (why,) = explain(reading, lexicon)
    assert [x.claim for x in why.claims] == list(reading.claims)
    for x in why.claims:
        assert x.evidence is not None
        assert f"{x.evidence.rule}/{x.evidence.frame}" == x.claim.rule
        assert round(x.evidence.probability, 3) == x.claim.score
        assert x.evidence.cue == x.claim.cue


def test_a_resolved_source_leads_to_the_words_that_introduced_it(reading, lexicon):
    (why,) = explain(reading, lexicon)
    by_cue = {x.claim.cue_text: x for x in why.claims}
    introduced = by_cue["denied"].introduction
    assert introduced is not None
    assert introduced.of(TEXT).startswith("Mila Arran")
    assert by_cue["did not respond to"].introduction is None


def test_rules_come_with_their_own_example(reading, lexicon):
    rules = rules_used(reading, lexicon)
    assert ("claims", "deny") in {(r.stage, r.id) for r in rules}
    assert all(r.example and r.counter_example for r in rules)


@pytest.mark.parametrize("width", [60, 80, 120])
def test_the_text_names_rule_evidence_introduction_and_what_was_left_out(reading, lexicon, width):
    text = " ".join(shown(reading, lexicon, width).split())
    for words in ("Why these are claims", "deny/clause", "“deny” with a clause", "She → Mila Arran", "(line 3)",
                  "in log-odds", "Seen and left out", "not-a-saying", "Why these are events"):  # fmt: skip
        assert words in text, words
    assert all(len(line) <= width for line in shown(reading, lexicon, width).splitlines())


def test_verbose_adds_each_weight_on_its_own_line(reading, lexicon):
    text = shown(reading, lexicon, 120, verbose=True)
    assert "[lf:deny|clause]" in text
    assert "[bias]" in text


def test_the_json_holds_terms_and_fits_the_claims(reading, lexicon):
    found = json.loads(json.dumps(explanation_to_json(explain(reading, lexicon))))
    assert [c["claim"] for c in found["claims"]] == [c.id for c in reading.claims]
    assert {"feature", "weight", "group"} == set(found["claims"][0]["terms"][0])
    assert len(found["left_out"]) == sum(r.stage == "claims" for r in reading.rejected)


def test_every_feature_that_has_a_weight_is_in_words(lexicon):
    features = [*lexicon.cues.weights, *(AROUND + name for name in lexicon.cues.words.weights)]
    unknown = sorted(f for f in features if group_of(f) == "other" or described(f) == f)
    assert unknown == []


def test_every_frame_is_in_words(lexicon):
    frames = {f for rule in lexicon.cues.rules for f in rule.frames}
    assert sorted(f for f in frames if frame_words(f) == f and "-" in f) == []
