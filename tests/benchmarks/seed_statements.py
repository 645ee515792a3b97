# ruff: noqa: T201 -- a program that prints its table
"""Print what is said in a folder of texts: statements by mode and by speaker, article by article.

    python tests/benchmarks/seed_statements.py FOLDER [--all]

``--all`` prints every statement: mode, speaker, cue, content.
"""

import argparse
import collections
from pathlib import Path

from kzcorpus.model.articles import Article, Source
from kzcorpus.model.statements import Statement, Voice
from kzcorpus.read.pipeline import read_text

MODES = ("direct", "mixed", "indirect")


def words(article: Article, voice: Voice | None) -> str:
    """Return a voice as its agent's id, its name, or its words."""
    if voice is None:
        return "-"
    return voice.entity or voice.name or (voice.span.of(article.text) if voice.span else "-")


def line(article: Article, statement: Statement) -> str:
    """Return a statement on one line."""
    cue = " ".join(span.of(article.text) for span in statement.cue)
    marks = [
        "within" if statement.within else "",
        "negative" if statement.polarity == "negative" else "",
        f"to {', '.join(words(article, voice) for voice in statement.addressees)}" if statement.addressees else "",
        f"via {', '.join(words(article, voice) for voice in statement.via)}" if statement.via else "",
        f"at {statement.occasion.name}" if statement.occasion else "",
        f"on {statement.said.edtf}" if statement.said else "",
    ]
    notes = "; ".join(mark for mark in marks if mark)
    return f"  {statement.mode:8} {words(article, statement.speaker)} | {cue} | {article.quote(statement)}" + (
        f"  [{notes}]" if notes else ""
    )


def main() -> None:
    """Read the folder and print its tables."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--all", action="store_true")
    options = parser.parse_args()
    speakers: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    print(f"{'article':24}" + "".join(f"{mode:>10}" for mode in MODES) + f"{'all':>8}")
    for path in sorted(options.folder.glob("*.txt")):
        article = read_text(path.read_bytes(), source=Source(filename=path.name))
        counts: collections.Counter[str] = collections.Counter(statement.mode or "" for statement in article.statements)
        print(f"{article.id:24}" + "".join(f"{counts[mode]:10}" for mode in MODES) + f"{counts.total():8}")
        for statement in article.statements:
            speakers[words(article, statement.speaker)][statement.mode or ""] += 1
            if options.all:
                print(line(article, statement))
    print(f"\n{'speaker':44}" + "".join(f"{mode:>10}" for mode in MODES))
    for speaker, modes in sorted(speakers.items(), key=lambda item: (-item[1].total(), item[0])):
        print(f"{speaker:44}" + "".join(f"{modes[mode]:10}" for mode in MODES))


if __name__ == "__main__":
    main()
