# ruff: noqa: T201 -- a program that tells how far it is
"""Run fuzz targets for as long as asked, and stop at the first document of which what must hold does not.

    python tests/fuzz/run.py [--minutes 10] [TARGET ...]

The minutes are shared by the targets, which are ``text``, ``json``, ``jsonl``, ``tei``, ``foreign`` and ``edtf``; all where none is named.
What failed is made small, printed, and kept in ``.hypothesis``, so that the next run, and ``pytest tests/fuzz``, begin with it.
"""

from __future__ import annotations

import argparse
import sys
import time
import traceback
from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, given, settings

sys.path.insert(0, str(Path(__file__).parent))
from targets import TARGETS, Target

ROUND = 200


def _run(name: str, target: Target, seconds: float) -> bool:
    """Run rounds of a target until its time is over; tell whether all held."""
    until = time.monotonic() + seconds
    counts: Counter[str] = Counter()

    def check(document: object) -> None:
        counts["documents"] += 1
        counts["code points or bytes"] += len(document)  # type: ignore[arg-type]
        target.check(document)

    quietly = settings(max_examples=ROUND, deadline=None, suppress_health_check=list(HealthCheck), print_blob=True)
    while time.monotonic() < until:
        try:
            quietly(given(target.documents)(check))()
        except Exception:  # noqa: BLE001 -- whatever it is, it is told
            print(f"\n{name}: does not hold after {counts['documents']} documents\n{traceback.format_exc()}")
            return False
        left = max(0.0, until - time.monotonic())
        print(f"\r{name}: {counts['documents']:,} documents, {left:.0f} s left  ", end="", file=sys.stderr, flush=True)
    print(f"{name}: held of {counts['documents']:,} documents, {counts['code points or bytes']:,} code points or bytes")
    return True


def main() -> None:
    """Run the targets one after another."""
    parser = argparse.ArgumentParser(description="Fuzz the readers.")
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(TARGETS))
    parser.add_argument("--minutes", type=float, default=10)
    options = parser.parse_args()
    names = options.targets or list(TARGETS)
    if unknown := set(names) - set(TARGETS):
        parser.error(f"no target is called {', '.join(sorted(unknown))}; there are {', '.join(TARGETS)}")
    held = [_run(name, TARGETS[name], 60 * options.minutes / len(names)) for name in names]
    raise SystemExit(not all(held))


if __name__ == "__main__":
    main()
