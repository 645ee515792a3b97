"""What cattrs reports as a tree of exceptions, as faults with their places in the document, such as ``$.corpus.articles[0].id``."""

from __future__ import annotations

import difflib
import json
import re
from typing import TYPE_CHECKING, NamedTuple

from cattrs.errors import AttributeValidationNote, BaseValidationError, ForbiddenExtraKeysError, IterableValidationNote

from kzcorpus.errors import ModelError
from kzcorpus.formats.json_.jsonshape import expected, keys

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kzcorpus.formats.json_.jsonshape import Kind

Steps = tuple[str | int, ...]
"""The way from the root of a document to a value: keys and indexes."""

_PLAIN_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_]*", re.ASCII)
_STEP = re.compile(r"\[(\d+)\]|([A-Za-z_][A-Za-z0-9_]*)", re.ASCII)
_LONGEST_KEY = 40
_MOST_KEYS = 1_000


class MisfitError(Exception):
    """A JSON value that does not fit where it stands: what was found, what was expected, what to do."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message, hint)
        self.message = message
        self.hint = hint


class Misplaced(NamedTuple):
    """A fault at its place in a document; ``code`` tells its sort: value, missing-key, unknown-key, duplicate-key, integrity ..."""

    code: str
    steps: Steps
    message: str
    hint: str | None = None


def _step(step: str | int) -> str:
    if isinstance(step, int):
        return f"[{step}]"
    if _PLAIN_KEY.fullmatch(step) and len(step) <= _LONGEST_KEY:
        return f".{step}"
    shown = step if len(step) <= _LONGEST_KEY else f"{step[:_LONGEST_KEY]}…"
    return f"[{json.dumps(shown)}]"


def written(steps: Iterable[str | int]) -> str:
    """Return a way as a path.

    >>> written(("corpus", "articles", 0, "content type"))
    '$.corpus.articles[0]["content type"]'
    """
    return "$" + "".join(map(_step, steps))


def steps_of(path: str) -> Steps:
    """Return the way that a path of the model names.

    >>> steps_of("articles[0].content[1]")
    ('articles', 0, 'content', 1)
    """
    return tuple(int(index) if index else name for index, name in _STEP.findall(path))


def _unknown_keys(error: ForbiddenExtraKeysError, steps: Steps) -> Iterator[Misplaced]:
    names = [key.name for key in keys(getattr(error.cl, "model", error.cl))]
    found = sorted(error.extra_fields)
    for name in found[:_MOST_KEYS]:
        close = difflib.get_close_matches(name[:_LONGEST_KEY], names, 1)
        hint = f"did you mean {close[0]}?" if close else None
        yield Misplaced("unknown-key", (*steps, name), f"found an unknown key, expected {', '.join(names)}", hint)
    if len(found) > _MOST_KEYS:
        yield Misplaced("unknown-key", steps, f"found {len(found) - _MOST_KEYS:,} more unknown keys, expected {', '.join(names)}")


def _leaf(error: BaseException, steps: Steps, kind: Kind) -> Iterator[Misplaced]:
    """Yield what an exception that is no group says."""
    match error:
        case MisfitError():
            yield Misplaced("value", steps, error.message, error.hint)
        case ModelError():
            for fault in error.faults:
                yield Misplaced("value", (*steps, *steps_of(fault.path)), fault.message)
        case KeyError():
            yield Misplaced("missing-key", steps, f"found nothing, expected {expected(kind)}")
        case ForbiddenExtraKeysError():
            yield from _unknown_keys(error, steps)
        case _:
            raise error


def _note(error: BaseException) -> AttributeValidationNote | IterableValidationNote | None:
    notes = getattr(error, "__notes__", ())
    return next((note for note in notes if isinstance(note, (AttributeValidationNote, IterableValidationNote))), None)


def faults_of(error: BaseException) -> Iterator[Misplaced]:
    """Yield every fault that an exception of cattrs holds, in the order in which it met them."""
    stack: list[tuple[BaseException, Steps, Kind]] = [(error, (), None)]
    while stack:
        current, steps, kind = stack.pop()
        if not isinstance(current, BaseValidationError):
            yield from _leaf(current, steps, kind)
            continue
        for inner in reversed(current.exceptions):
            note = _note(inner)
            if note is None:
                stack.append((inner, steps, kind))
            else:
                step = note.name if isinstance(note, AttributeValidationNote) else note.index
                stack.append((inner, (*steps, step), note.type))
