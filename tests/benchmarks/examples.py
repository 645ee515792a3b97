"""Show single errors to who tunes the rules: printed only, never kept."""

from collections.abc import Iterator
from typing import Any

from errorclasses import ErrorClass, Sorting
from instrument import Document

_AROUND = 80
_LONGEST = 600


def _short(text: str) -> str:
    """Return a text on one line, without its middle where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST // 2]} [...] {line[-_LONGEST // 2 :]}"


def _quoted(document: Document, spans: list[tuple[int, int]]) -> str:
    return _short(" / ".join(document.doc.text[start:end] for start, end in spans)) or "-"


def _line(document: Document, one: Any, name: str) -> str:
    source, cue, content = (_quoted(document, spans) for spans in (one.src, one.cue, one.con))
    return f"  {name:32} {one.mode:8} {source} | {cue} | {content}"


def _around(document: Document, statements: list[Any]) -> str:
    edges = [edge for one in statements for span in (*one.src, *one.cue, *one.con) for edge in span]
    return _short(document.doc.text[max(0, min(edges) - _AROUND) : max(edges) + _AROUND])


def _near(one: Any, others: list[Any]) -> list[int]:
    return [number for number, other in enumerate(others) if one.t_con & other.t_con or one.c_cue & other.c_cue]


def shown(document: Document, sorting: Sorting, wanted: ErrorClass, mode: str | None) -> Iterator[str]:
    """Yield each statement of a class with the text around it and all that touches it on the other side."""
    rules = [statement.made.rule if statement.made else "" for statement in document.statements]
    found_names = [f"found, {name}, {rule}" for name, rule in zip(sorting.found, rules, strict=True)]
    marked_names = [f"marked, {name}" for name in sorting.marked]
    told: set[int] = set()
    sides = (
        (document.marked, sorting.marked, sorting.marked_modes, marked_names, document.found, found_names),
        (document.found, sorting.found, sorting.found_modes, found_names, document.marked, marked_names),
    )
    for side, (ones, classes, modes, names, others, other_names) in enumerate(sides):
        for number, one in enumerate(ones):
            if classes[number] != wanted or (mode and modes[number] != mode) or (side and number in told):
                continue
            near = _near(one, others)
            told.update(near if not side else ())
            lines = [_line(document, one, names[number]), *(_line(document, others[other], other_names[other]) for other in near)]
            yield "\n".join([f"{document.name}: … {_around(document, [one, *(others[other] for other in near)])} …", *lines, ""])
