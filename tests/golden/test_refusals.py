"""What is said of broken documents, fault by fault: some for each way to break one thing, and some in which one thing is wrong all over.

The former are among those of ``tests/benchmarks/mutations.py``: the corpus in which every field is set, with one thing changed. A change of
what is found, of where it is blamed or of how it is told shows here as a change of lines; ``KZCORPUS_REWRITE=1 pytest tests/golden`` writes
the files anew after one that is meant.
"""

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

import mutations
import pytest

import kzcorpus as kz

HERE = Path(__file__).parent
CORPUS = kz.load(HERE / "every_field.json")
REWRITE = os.environ.get("KZCORPUS_REWRITE") == "1"
MOST = 10
"""Documents of each kind."""
SHOWN = 40
"""Faults of each document."""
ALL_OVER = {
    "json": (
        (r'"id": "[^"]*"', '"id": "x"'),
        (r'"id"', '"di"'),
        (r"\[\d+, \d+\]", "[0, 99999]"),
        (r"\[\d+, \d+\]", "[7, 2]"),
        (r'"(entity|place|seat|part_of|concept|occasion|broader|within)": "[^"]*"', r'"\1": "nobody"'),
        (r'"(kind|mode|type|status|severity)": "[^"]*"', r'"\1": "other than any"'),
        (r'"(edtf|since|until|at|retrieved)": "[^"]*"', r'"\1": "soon"'),
        (r'"(text|kind)": ', r'"\1": 7, "\1": '),
        (r'"language": "[^"]*"', '"language": "no language"'),
    ),
    "tei": (
        (r' xml:id="[^"]*"', ""),
        (r'xml:id="a1[^"]*"', 'xml:id="x"'),
        (r"text,\d+,\d+", "text,0,99999"),
        (r"text,(\d+),\d+", r"text,\1"),
        (r'="#(?!string|_)[^" ]*"', '="#nobody"'),
        (r' (ana|type|subtype)="[^"]*"', r' \1="other"'),
        (r'-custom="[^"]*"', '-custom="soon"'),
        (r"<label>", "<label>also "),
        (r'(<f name="at"><string>)[^<]*', r"\1soon"),
        (r'<(numeric|binary|symbol) value="[^"]*"', r'<\1 value="other"'),
        (r"(<f name=\"[a-z]*\"><)string>[^<]*</string", r"\1numeric value='1'/"),
        (r"<f name=\"[a-z]*\">", '<f name="colour">'),
        (r"<(name|label|persName)>", r"<\1 rend='x'>"),
        (r"<(ptr|f|fs) ", r"<bogus/><\1 "),
        (r' xml:lang="[^"]*"', ' xml:lang="no language"'),
        (r"(?<=[a-z]) (?=[a-z]+ [^<>]*</(?:p|head|said)>)", "_"),
    ),
}
"""What is looked for in the whole document, and what is put in its place."""


def cases(format_: str) -> Iterator[tuple[str, str | bytes]]:
    """Yield documents with what is wrong with them."""
    document = kz.dumps(CORPUS, format=format_)
    text = document if isinstance(document, str) else document.decode()
    made = mutations.json_cases(json.loads(text)) if isinstance(document, str) else mutations.tei_cases(document)
    kinds: dict[str, list[mutations.Case]] = {}
    for case in made:
        if case.place is not None:
            kinds.setdefault(case.kind, []).append(case)
    for kind, some in kinds.items():
        for case in some[:: -(-len(some) // MOST)]:
            yield f"{kind} at {case.place}", case.document
    for pattern, words in ALL_OVER[format_]:
        yield f"{pattern} -> {words}", re.sub(pattern, words, text)


def told(document: str | bytes, format_: str) -> str:
    """Return what is said of a document, a line for each fault."""
    try:
        kz.loads(document, format=format_)
    except kz.DecodeError as error:
        lines = [f"{one.code} {one}" for one in error.findings]
        more = [f"and {len(lines) - SHOWN} more"] if len(lines) > SHOWN else []
        return "".join(f"    {line}\n" for line in (*lines[:SHOWN], *more))
    return "    nothing\n"


@pytest.mark.parametrize("format_", ALL_OVER)
def test_what_is_said_of_broken_documents(format_: str) -> None:
    path = HERE / f"refusals.{format_}.txt"
    text = "".join(f"{name}\n{told(document, format_)}" for name, document in cases(format_))
    if REWRITE:
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")
