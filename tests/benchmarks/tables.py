"""The tables of the measuring program, in Markdown, so that what is printed and what is documented are the same."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from errorclasses import OF_FOUND, OF_MARKED
from tallies import MODES, Tally

_VIEWS = {"speech": "Acts of communication (*speech* view)", "full": "Beliefs and intentions counted too (*full* view)"}


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return rows as a table whose columns after the first stand to the right."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _f1(figures: dict[str, Any]) -> str:
    low, high = figures["ci"]
    return f"{100 * figures['f1']:.1f} ({100 * low:.1f} to {100 * high:.1f})"


def scores(result: dict[str, Any], view: str) -> str:
    """Return the F1 of each mode with its 95 % interval, and how often source and cue of what was matched are right."""
    head = (_VIEWS[view], "people", "found", "exact F1", "overlap F1", "triple F1", "source right", "cue right")
    rows = []
    for mode in MODES:
        row = result["views"][view][mode]
        counts = [f"{row['gold']:,}", f"{row['pred']:,}"]
        rights = [f"{100 * row[name]:.1f}" for name in ("source_acc_given", "cue_acc")]
        rows.append([mode, *counts, *(_f1(row[kind]) for kind in ("exact", "overlap", "triple")), *rights])
    return table(head, rows)


def _cells(name: str, count: Callable[[str], int], total: Callable[[str], int]) -> list[str]:
    return [name, *(f"{count(mode):,} ({100 * count(mode) / max(1, total(mode)):.1f} %)" for mode in MODES)]


def of_marked(tally: Tally) -> str:
    """Return what became of the statements that people marked, by mode."""
    rows = [_cells(name, lambda mode, name=name: tally.marked[mode, name], tally.total_marked) for name in OF_MARKED]  # type: ignore[misc]
    return table(("of what people marked", *MODES), rows)


def of_found(tally: Tally) -> str:
    """Return what the statements that were found are, by mode."""
    rows = [_cells(name, lambda mode, name=name: tally.found[mode, name], tally.total_found) for name in OF_FOUND]  # type: ignore[misc]
    return table(("of what is found", *MODES), rows)


def costs(tally: Tally) -> str:
    """Return the words that each class loses and adds, and the points of triple F1 that all of it mended would bring."""
    now = {mode: tally.f1_mended(mode) for mode in MODES}
    rows = []
    for name in dict.fromkeys((*OF_MARKED, *OF_FOUND)):
        words = [f"{count:,} ({100 * count / max(1, tally.words):.1f} %)" for count in (tally.lost[name], tally.added[name])]
        gains = ["" if name == "right" else f"{100 * (tally.f1_mended(mode, name) - now[mode]):.1f}" for mode in MODES]
        rows.append([name, *words, *gains])
    return table(("what it costs", "words lost", "words added", *(f"F1, {mode}" for mode in MODES)), rows)
