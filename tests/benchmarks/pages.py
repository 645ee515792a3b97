"""Keep what a program printed in a page of the documentation: between two comments that name the program."""

from pathlib import Path

QUALITY = Path(__file__).parents[2] / "docs" / "explanation" / "extraction-quality.md"


def replace_between(page: Path, name: str, text: str) -> None:
    """Replace what stands between ``<!-- NAME: begin -->`` and ``<!-- NAME: end -->``; end with an error where they are not there once."""
    begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    before, *rest = page.read_text(encoding="utf-8").split(begin)
    if len(rest) != 1 or rest[0].count(end) != 1:
        raise SystemExit(f"{page.name}: expected {begin} and {end} once each")
    page.write_text(f"{before}{begin}\n{text.strip()}\n{end}{rest[0].partition(end)[2]}", encoding="utf-8")
