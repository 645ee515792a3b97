"""What the quick way refuses, class by class; that it agrees with the patient one is a law of tests/property/test_json_mutations.py."""

from typing import Any

import pytest

from kzcorpus.formats.json_.jsonsyntax import parsed
from kzcorpus.formats.json_.quickreading import reader
from kzcorpus.model.articles import Article, Mention
from kzcorpus.model.corpus import Corpus
from kzcorpus.model.provenance import Made
from kzcorpus.model.spans import MAX_INT, Span
from kzcorpus.model.statements import Stance, Statement


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Span, [0]),
        (Span, "01"),
        (Span, {"0": 0, "1": 1}),
        (Span, [True, 1]),
        (Span, [0, 1.0]),
        (Span, [1, 0]),
        (Span, [0, MAX_INT + 1]),
        (Statement, {}),
        (Statement, {"id": ""}),
        (Statement, {"id": "\ud800"}),
        (Statement, {"id": "s", "x": 1}),
        (Statement, {"id": "s", "mode": None}),
        (Statement, {"id": "s", "mode": ["direct"]}),
        (Statement, {"id": "s", "content": ([0, 1],)}),
        (Statement, [["id", "s"]]),
        (Article, {"id": "a"}),
        (Article, {"id": "a", "text": "\ud800"}),
        (Article, {"id": "a", "text": "", "language": "?"}),
        (Made, {"confidence": True}),
        (Made, {"confidence": 2}),
        (Made, {"confidence": float("nan")}),
        (Stance, {"concept": "c", "agreement": 1.0}),
        (Stance, {"concept": "c", "agreement": MAX_INT + 1}),
        (Corpus, {"id": "c", "extra": [["a"]]}),
        (Mention, {"span": [0, 1], "type": "x"}),
    ],
)
def test_what_does_not_fit_is_refused(kind: type, value: Any) -> None:
    with pytest.raises(Exception):  # noqa: B017, PT011 -- of any kind
        reader(kind)(value)


def test_repeated_keys_are_refused() -> None:
    with pytest.raises(Exception):  # noqa: B017, PT011
        reader(Statement)(parsed('{"id": "s", "id": "s"}'))


def test_what_fits_is_read() -> None:
    assert reader(Made)({"confidence": 1, "note": "é"}) == Made(confidence=1.0, note="é")
    assert reader(Stance)({"concept": "c", "agreement": False}) == Stance("c", agreement=False)
    assert reader(Statement)({"id": "s", "content": [[0, 1]]}) == Statement("s", content=(Span(0, 1),))
