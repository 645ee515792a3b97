"""The changes of tests/benchmarks/mutations.py to the corpus of every field: refused in place where wrong, else without effect."""

from collections import Counter

import pytest
from mutations import GOLDEN, cases, ended, wrong

import kzcorpus as kz

CORPUS = kz.load(GOLDEN)
CASES = list(cases(CORPUS))
KINDS = sorted({(format_, case.kind) for format_, case in CASES})


def test_there_are_many_of_each() -> None:
    counts = Counter(format_ for format_, _ in CASES)
    assert min(counts["json"], counts["tei"]) >= 300
    assert len(KINDS) >= 40


@pytest.mark.parametrize(("format_", "kind"), KINDS)
def test_every_change_of_a_kind_ends_as_it_must(format_: str, kind: str) -> None:
    chosen = [case for f, case in CASES if (f, case.kind) == (format_, kind)]
    step = max(1, len(chosen) // 150)  # the program takes all of them
    otherwise = [(case.place, how) for case in chosen[::step] if wrong(case, how := ended(case, format_, CORPUS))]
    assert otherwise == []
