"""JSON as text: bytes to characters to plain values; what those cannot show, repeated keys and NaN, is marked for the reader to report.

The standard library accepts both in silence, and answers deep nesting and long numbers with errors of its own.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from itertools import accumulate, islice
from typing import TYPE_CHECKING

from kzcorpus.errors import DecodeError, shorten
from kzcorpus.formats.json_.jsonshape import Plain, Unreadable
from kzcorpus.model.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kzcorpus.formats.json_.jsonpaths import Steps

_BOM = "\ufeff"
_BRACKETS = re.compile(r'"(?:[^"\\]|\\.)*+"|[\[\]{}]', re.DOTALL)
_STEPS_DOWN = {"[": 1, "{": 1, "]": -1, "}": -1}
_DEEP = 64
_LONG = 600
"""More digits than any whole number of the model has, and fewer than Python's own limit can be (``sys.set_int_max_str_digits``)."""
_EXPECTED = {
    "Unterminated string starting at": "the end of the string that starts here",
    "Extra data": "the end of the document",
    "Invalid control character at": "no control character in a string",
}


class Repeating(dict[str, Plain]):
    """An object that repeats keys: the last value of each counts, ``repeated`` tells how often it was given, ``lost`` keeps the others."""

    def __init__(self, pairs: list[tuple[str, Plain]]) -> None:
        super().__init__(pairs)
        self.repeated = {key: count for key, count in Counter(key for key, _ in pairs).items() if count > 1}
        self.lost = [value for key, value in pairs if key in self.repeated and self[key] is not value]


def _object(pairs: list[tuple[str, Plain]]) -> dict[str, Plain]:
    made = dict(pairs)
    return made if len(made) == len(pairs) else Repeating(pairs)


def _whole(digits: str) -> int | Unreadable:
    return int(digits) if len(digits) <= _LONG else Unreadable(f"a number of {len(digits.lstrip('-'))} digits")


_QUICK = json.JSONDecoder(object_pairs_hook=_object, parse_constant=Unreadable)
_PATIENT = json.JSONDecoder(object_pairs_hook=_object, parse_constant=Unreadable, parse_int=_whole)


def fault(code: str, message: str, *, path: str | None = None, line: int | None = None, hint: str | None = None) -> Finding:
    """Return an error in a JSON document as a finding; ``code`` is what follows ``json.``."""
    return Finding(f"json.{code}", "error", message, path=path, line=line, hint=hint)


def decoded(document: bytes) -> str:
    """Return the characters of a document: strict UTF-8, a byte-order mark at the start passed over (RFC 8259, section 8.1)."""
    try:
        return document.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = document.count(b"\n", 0, error.start) + 1
        message = f"found the byte 0x{document[error.start]:02X} at offset {error.start}, expected UTF-8"
        raise DecodeError((fault("encoding", message, line=line),)) from None


def _syntax(error: json.JSONDecodeError, line: int | None) -> Finding:
    """Say what the parser found and missed, and where; ``line`` is that of a document of one line inside a file."""
    rest = error.doc[error.pos :].strip()
    cut_off = not rest or error.msg.startswith("Unterminated")
    there = "the end of the document" if cut_off else shorten(rest[:20])
    if error.pos == 0 and error.doc.startswith(_BOM):
        message = "found a byte-order mark, expected a document without one, or its bytes"
    elif error.msg.startswith("Expecting "):
        wanted = error.msg.removeprefix("Expecting ")
        message = f"found {there}, expected {'a ' if wanted[0].isalpha() else ''}{wanted}"
    else:
        message = f"found {there}, expected {_EXPECTED.get(error.msg, f'valid JSON ({error.msg})')}"
    hint = "the document may have been cut off" if cut_off else None
    return fault("syntax", f"column {error.colno}: {message}", line=line or error.lineno, hint=hint)


def _depth(text: str, line: int | None) -> Finding | None:
    """Say where a text that the parser gave up is nested too deeply; without recursion, in one pass."""
    depths = accumulate(_STEPS_DOWN.get(token[0], 0) for token in _BRACKETS.finditer(text))
    number = next((number for number, depth in enumerate(depths) if depth > _DEEP), None)
    if number is None:
        return None
    position = next(islice(_BRACKETS.finditer(text), number, None)).start()
    column = position - text.rfind("\n", 0, position)
    message = f"column {column}: found arrays or objects more than {_DEEP} levels deep, expected the few levels that a corpus has"
    return fault("depth", message, line=line or text.count("\n", 0, position) + 1)


def _values(decoder: json.JSONDecoder, text: str, line: int | None) -> Plain:
    try:
        return decoder.decode(text)
    except json.JSONDecodeError as error:
        raise DecodeError((_syntax(error, line),)) from None
    except RecursionError:
        if too_deep := _depth(text, line):
            raise DecodeError((too_deep,)) from None
        raise  # the caller's own stack is nearly full


def parsed(text: str, *, line: int | None = None) -> Plain:
    """Return the plain values of a JSON text, marks included; raises ``DecodeError`` with the line of what is no JSON."""
    try:
        return _values(_QUICK, text, line)
    except DecodeError:
        raise
    except ValueError:  # a whole number of thousands of digits, which int() refuses
        return _values(_PATIENT, text, line)


def repetitions(tree: object) -> Iterator[tuple[Steps, Repeating]]:
    """Yield every object that repeats a key, with the way to it."""
    stack: list[tuple[Steps, object]] = [((), tree)]
    while stack:
        steps, value = stack.pop()
        if isinstance(value, Repeating):
            yield steps, value
        if isinstance(value, (dict, list)):
            items = value.items() if isinstance(value, dict) else enumerate(value)
            stack.extend(((*steps, step), item) for step, item in items if isinstance(item, (dict, list)))
