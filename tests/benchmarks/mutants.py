# ruff: noqa: T201 -- a program that prints its table
"""Mutation testing: make small changes to the model and the formats, one at a time, and count how many of them the tests notice.

    python tests/benchmarks/mutants.py [--sample 400] [--seed 0] [--jobs 2] [--under model formats]

First the tests of those rooms run once, and it is noted which lines each of them executes and how long it takes. Then every mutant of the
sample is put in the place of its module, in a process of its own that loads the package anew, and the tests that execute the changed line
run, the fastest first, until one fails. Nothing is written into the checkout. A test that takes ten times its time counts as failed.

Score: mutants that were noticed, of all but those that ``equivalent_mutants.toml`` lists with the reason why nothing could notice them. The
sample is drawn by the sha256 of the seed and the change itself, so that it stays mostly the same while other code changes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import sys
import tempfile
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import mutating
from mutantrun import Outcome, outcomes
from mutanttests import ROOT, watched

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mutating import Mutant

PACKAGE = ROOT / "src" / "kzcorpus"
EQUIVALENT = Path(__file__).with_name("equivalent_mutants.toml")
HOW = ("killed", "timed out", "survived", "not covered")
Key = tuple[str, str, str, str, str]


def key(mutant: Mutant) -> Key:
    """Return what names a change wherever its line has moved to."""
    return mutant.path, mutant.scope, mutant.operator, mutant.before, mutant.after


@cache
def _code(path: str) -> list[str]:
    return (PACKAGE.parent / path).read_text(encoding="utf-8").splitlines()


def place(mutant: Mutant) -> tuple[str, ...]:
    """Return what names a change together with the line of code it stands in."""
    return *key(mutant), _code(mutant.path)[mutant.line - 1].strip()


def equivalent() -> dict[tuple[str, ...], str]:
    """Return the changes that nothing could notice, with the reason."""
    listed = tomllib.loads(EQUIVALENT.read_text(encoding="utf-8"))["mutant"]
    return {tuple(one[name] for name in ("path", "scope", "operator", "before", "after", "code")): one["reason"] for one in listed}


def sample(mutants: Iterable[Mutant], seed: int, size: int | None) -> list[Mutant]:
    """Return some of the mutants, the same ones for a seed as long as they are there."""
    numbers: Counter[Key] = Counter()
    ranked = []
    for mutant in mutants:
        numbers[key(mutant)] += 1
        name = "\0".join((str(seed), *key(mutant), str(numbers[key(mutant)])))
        ranked.append((hashlib.sha256(name.encode()).digest(), mutant))
    return [mutant for _, mutant in sorted(ranked)[:size]]


def _room(path: str) -> str:
    parts = path.split("/")[1:-1]
    return "/".join(parts)


def report(found: Sequence[Outcome]) -> str:
    """Return the table, and the mutants that nobody noticed."""
    counts: Counter[tuple[str, str]] = Counter()
    for one in found:
        counts[_room(one.mutant.path), one.how] += 1
        counts["all", one.how] += 1
    lines = [f"| | {' | '.join(HOW)} | score |", f"| --- |{' ---: |' * (len(HOW) + 1)}"]
    for room in (*sorted({_room(one.mutant.path) for one in found}), "all"):
        cells = [counts[room, how] for how in HOW]
        lines.append(f"| {room} | {' | '.join(map(str, cells))} | {100 * sum(cells[:2]) / max(sum(cells), 1):.1f} % |")
    return "\n".join([*lines, "", *sorted(f"{one.how}: {one.mutant}" for one in found if one.how in HOW[2:])])


def _noticed(results: Path | None) -> dict[Key, str]:
    """Return how those mutants ended that an earlier run saw noticed."""
    rows = results.read_text(encoding="utf-8").splitlines() if results and results.exists() else []
    ended = {tuple(row["mutant"]): row["how"] for row in map(json.loads, rows)}
    return {mutant: how for mutant, how in ended.items() if how in HOW[:2]}


def _run(drawn: Sequence[Mutant], options: argparse.Namespace, folder: Path) -> list[Outcome]:
    """Run the mutants, and tell how far it is."""
    results = Path(options.results) if options.results else None
    noticed = _noticed(results)
    found = [Outcome(mutant, noticed[key(mutant)]) for mutant in drawn if key(mutant) in noticed]
    watch = watched(options.jobs, folder, Path(options.tests) if options.tests else None)
    for one in outcomes([mutant for mutant in drawn if key(mutant) not in noticed], watch, options.jobs, folder):
        found.append(one)
        if results:
            with results.open("a", encoding="utf-8") as rows:
                rows.write(json.dumps({"mutant": key(one.mutant), "how": one.how}) + "\n")
        if one.how in HOW[2:]:
            print(f"\r{one.how}: {one.mutant}", file=sys.stderr)
        print(f"\r{len(found)} of {len(drawn)}", end="", file=sys.stderr, flush=True)
    return found


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Mutation testing of the model and the formats.")
    parser.add_argument("--sample", type=int, default=400, help="how many mutants; 0 for all")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--under", nargs="+", default=["model", "formats"], metavar="FOLDER", help="folders of the package")
    parser.add_argument("--only", default="", metavar="TEXT", help="of the sample, those mutants whose line in the report holds this text")
    parser.add_argument(
        "--tests", metavar="FILE", help="keep what is known of the tests here; those that have not changed since do not run again for it"
    )
    parser.add_argument(
        "--results", metavar="FILE", help="write each result here; mutants that were noticed according to it are not run again"
    )
    parser.add_argument("--list", action="store_true", help="print the mutants and run nothing")
    return parser.parse_args()


def main() -> None:
    """Print the table."""
    options = _arguments()
    known = equivalent()
    everything = [mutant for mutant in mutating.mutants_under(PACKAGE, tuple(options.under)) if place(mutant) not in known]
    drawn = [one for one in sample(everything, options.seed, options.sample or None) if options.only in str(one)]
    if options.list:
        print(*drawn, sep="\n")
        return
    folder = Path(tempfile.mkdtemp(prefix="mutants-"))
    try:
        print(f"{len(everything)} mutants, {len(drawn)} drawn with seed {options.seed}", file=sys.stderr)
        found = _run(drawn, options, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(f"\n{report(found)}")


if __name__ == "__main__":
    main()
