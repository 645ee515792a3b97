"""The page of findings lists what `check` can find, and nothing else."""

from pathlib import Path

from kzcorpus.analysis.findings import CATALOGUE

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "findings.md"


def test_every_code_is_on_the_page_as_the_catalogue_has_it() -> None:
    rows = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    assert rows == [f"| `{code}` | {entry.severity} | {entry.explanation} |" for code, entry in CATALOGUE.items()]
