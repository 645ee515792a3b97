# ruff: noqa: T201 -- a program that prints its tables
"""Measure who said what on PolNeAR: F1 with intervals, classes of error, articles a second.

    python tests/benchmarks/polnear.py FOLDER SPLIT INSTRUMENT [--rounds N] [--pred FILE] [--json FILE] [--profile]
    python tests/benchmarks/polnear.py FOLDER dev INSTRUMENT --write-docs
    python tests/benchmarks/polnear.py FOLDER train INSTRUMENT --errors CLASS [--mode MODE] [--limit N] [--seed N]

FOLDER holds ``SPLIT/text`` and ``SPLIT/attributions``; INSTRUMENT is the path of ``polnear_eval.py``, whose matching and intervals (1,000
bootstrap resamples of documents) these are. ``errorclasses.py`` says what each class means. Speed is CPU time of ``read_text`` alone, the
fastest of N rounds (3 unless told), with the bundled authority loaded before. ``--write-docs`` keeps what is printed in the
documentation. ``--errors`` prints N single statements of a class, drawn at random, of any split but dev: rules are tuned by who reads them.
"""

import argparse
import cProfile
import json
import pstats
import random
from pathlib import Path
from types import ModuleType
from typing import Any

import tables
from errorclasses import OF_FOUND, OF_MARKED
from examples import shown
from instrument import Document, Speed, documents, load_instrument, predicted, python_build, read_split
from pages import QUALITY, replace_between
from tallies import MODES, sorted_documents, tally_of

_PROFILE_LINES = 30


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("split")
    parser.add_argument("instrument", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--pred", type=Path, help="write the predictions, as the instrument reads them")
    parser.add_argument("--json", type=Path, help="write all figures")
    parser.add_argument("--profile", action="store_true")
    parser.add_argument("--write-docs", action="store_true")
    parser.add_argument("--errors", choices=dict.fromkeys((*OF_MARKED, *OF_FOUND)))
    parser.add_argument("--mode", choices=MODES[:3])
    parser.add_argument("--limit", type=int, default=40)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    if options.errors and options.split == "dev":
        parser.error("rules are tuned on train; who tunes them does not read dev")
    if options.write_docs and options.split != "dev":
        parser.error("the documentation gives the figures of dev")
    return options


def report(scorer: ModuleType, read: list[Document], result: dict[str, Any], speed: Speed) -> str:
    """Return everything the program measures, in Markdown."""
    tally = tally_of(sorted_documents(scorer, read))
    token = result["token"]
    words = f"Words of content: precision {100 * token['p']:.1f}, recall {100 * token['r']:.1f}, F1 {100 * token['f1']:.1f}."
    parts = [
        *(tables.scores(result, view) for view in ("speech", "full")),
        f"{words} Set aside: {result['n_nested']} within another statement, {result['n_in_ignore_zone']} in an ignore zone.",
        *(make(tally) for make in (tables.of_marked, tables.of_found, tables.costs)),
        f"{speed} ({python_build()}).",
    ]
    return "\n\n".join(parts)


def _profiled(folder: Path, split: str) -> None:
    profile = cProfile.Profile()
    profile.runcall(read_split, folder, split)
    pstats.Stats(profile).sort_stats("tottime").print_stats(_PROFILE_LINES)


def main() -> None:
    """Read the arguments, read the split, print what was asked for."""
    options = _arguments()
    if options.profile:
        _profiled(options.folder, options.split)
        return
    scorer = load_instrument(options.instrument)
    articles, speed = read_split(options.folder, options.split, 1 if options.errors else options.rounds)
    read = list(documents(scorer, options.folder, options.split, articles))
    if options.errors:
        cases = [case for one, sorting in sorted_documents(scorer, read) for case in shown(one, sorting, options.errors, options.mode)]
        drawn = random.Random(options.seed).sample(cases, min(options.limit, len(cases)))  # noqa: S311 -- no secret
        print("\n".join(drawn), f"{len(drawn)} of {len(cases)}", sep="\n")
        return
    if options.pred:
        lines = [json.dumps({"doc": one.name, "statements": [predicted(statement) for statement in one.statements]}) for one in read]
        options.pred.write_text("\n".join(lines) + "\n", encoding="utf-8")
    result = scorer.evaluate({one.name: (one.doc, one.marked, one.ignored) for one in read}, {one.name: one.found for one in read})
    printed = report(scorer, read, result, speed)
    print(printed)
    if options.json:
        options.json.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    if options.write_docs:
        replace_between(QUALITY, "polnear.py", printed)


if __name__ == "__main__":
    main()
