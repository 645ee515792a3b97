"""The page of findings lists what `check` can find and what reading notices, and nothing else."""

import re
from pathlib import Path

from kzcorpus.analysis.findings import CATALOGUE

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "reference" / "findings.md").read_text(encoding="utf-8")
CHECKED, _, NOTICED = PAGE.partition("## What reading notices")


def rows(part: str) -> list[str]:
    return [line for line in part.splitlines() if line.startswith("| `")]


def test_every_code_is_on_the_page_as_the_catalogue_has_it() -> None:
    assert rows(CHECKED) == [f"| `{code}` | {entry.severity} | {entry.explanation} |" for code, entry in CATALOGUE.items()]


def test_every_code_of_reading_is_on_the_page_with_its_severity() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src" / "kzcorpus" / "read").rglob("*.py"))
    made = sorted(re.findall(r'Finding\("([a-z-]+)", "(\w+)"', sources))
    listed = [re.match(r"\| `([a-z-]+)` \| (\w+) \|", row) for row in rows(NOTICED)]
    assert [found.groups() for found in listed if found] == made
