"""The page of findings lists what `check` can find, with examples that it finds, and what reading notices, and nothing else."""

import re
from pathlib import Path

import pytest

import kzcorpus as kz
from kzcorpus.analysis.examples import example, shown
from kzcorpus.analysis.findings import CATALOGUE
from kzcorpus.analysis.terms import terms

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "reference" / "findings.md").read_text(encoding="utf-8")
CHECKED, _, NOTICED = PAGE.partition("## What reading notices")
_UNKNOWN = {"no-publication-date", "no-outlet", "no-headline", "date-without-year", "language-without-rules"}


def rows(part: str) -> list[str]:
    return [line for line in part.splitlines() if line.startswith("| `")]


def row(code: str) -> str:
    """Return the row of the page for a code."""
    entry = CATALOGUE[code]
    words = f"`` {shown(code)} ``" if shown(code) else ""
    return f"| `{code}` | {entry.severity} | {entry.explanation} | {words} |"


def test_every_code_is_on_the_page_as_the_catalogue_has_it() -> None:
    assert rows(CHECKED) == [row(code) for code in CATALOGUE]


def test_every_code_of_reading_is_on_the_page_with_its_severity() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src" / "kzcorpus" / "read").rglob("*.py"))
    made = sorted(re.findall(r'Finding\("([a-z-]+)", "(\w+)"', sources))
    listed = [re.match(r"\| `([a-z-]+)` \| (\w+) \|", row) for row in rows(NOTICED)]
    assert [found.groups() for found in listed if found] == made


def test_every_code_has_an_example() -> None:
    assert sorted(terms("examples")) == list(CATALOGUE)


@pytest.mark.parametrize("code", CATALOGUE)
def test_the_example_of_a_code_is_found_and_little_else(code: str) -> None:
    codes = {finding.code for finding in kz.check(example(code))}
    assert code in codes
    assert codes - _UNKNOWN - {code} <= ({"role-not-held"} if code == "same-words-two-speakers" else set())
