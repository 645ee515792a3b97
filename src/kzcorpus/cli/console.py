"""What the commands write: lines that cannot steer a terminal, errors of one line, tables."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from typing import TYPE_CHECKING, TextIO

from kzcorpus.errors import DecodeError, KzcorpusError, ModelError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_LINE_LIMIT = 400


def prepare() -> None:
    """Make standard output and error show what their encoding lacks as escapes, instead of failing.

    Where one is closed (``>&-``, a job without a console) what is written to it goes nowhere.
    """
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 -- as long as the process
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def abandon_output() -> None:
    """Send what is still to be written nowhere: the reader of our output has left."""
    with contextlib.suppress(OSError, ValueError, io.UnsupportedOperation):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def say(line: str = "") -> None:
    """Write a line to standard output, its control characters made visible."""
    from kzcorpus.pages.visible import visible  # noqa: PLC0415 -- help and version need not load it

    sys.stdout.write(f"{visible(line)}\n")


def _several(lines: Sequence[object], remedy: str = "") -> str:
    more = f" (and {len(lines) - 1} more{remedy})" if len(lines) > 1 else ""
    return f"{lines[0]}{more}"


def _reason(error: BaseException | str) -> str:
    if isinstance(error, ModelError):
        return _several(error.faults)
    if isinstance(error, DecodeError):
        reason = _several(error.findings, "; kzcorpus validate tells all")
        return f"{error.path}: {reason}" if error.path else reason
    if isinstance(error, OSError) and not isinstance(error, KzcorpusError) and error.strerror:
        path = error.filename2 or error.filename
        return f"{os.fsdecode(path)}: {error.strerror}" if isinstance(path, (str, bytes)) else error.strerror
    return str(error)


def complain(error: BaseException | str, path: str | None = None) -> None:
    """Write an error as one line to standard error, after the file it is about."""
    from kzcorpus.pages.styled import clip  # noqa: PLC0415
    from kzcorpus.pages.visible import one_line  # noqa: PLC0415

    reason = _reason(error)
    if path and path not in reason:
        reason = f"{path}: {reason}"
    sys.stderr.write(f"kzcorpus: {clip(one_line(reason), _LINE_LIMIT)}\n")
    sys.stderr.flush()


def on_terminal(stream: TextIO) -> bool:
    """Tell whether a stream is a terminal."""
    return stream.isatty()


def in_colour(choice: str, stream: TextIO) -> bool:
    """Tell whether to write colours: ``always``, ``never``, or ``auto`` for terminals unless NO_COLOR is set (https://no-color.org)."""
    if choice == "auto":
        return on_terminal(stream) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return choice == "always"


def table(head: Sequence[str], rows: Iterable[Sequence[str | int]], *, widest: int = 48) -> str:
    """Lay out rows under their heads: text to the left and cut to the widest, numbers to the right.

    >>> print(table(["article", "blocks"], [["a1", 12]]))
    article  blocks
    a1           12
    """
    from kzcorpus.pages.styled import clip, pad, width  # noqa: PLC0415
    from kzcorpus.pages.visible import one_line  # noqa: PLC0415

    lines = list(rows)
    cells = [[clip(one_line(str(cell)), widest) for cell in line] for line in (head, *lines)]
    sizes = [max(map(width, column)) for column in zip(*cells, strict=True)]
    numeric = [bool(lines) and all(isinstance(line[i], int) for line in lines) for i in range(len(head))]

    def laid(line: Sequence[str]) -> str:
        fields = (
            " " * (size - width(cell)) + cell if right else pad(cell, size) for cell, size, right in zip(line, sizes, numeric, strict=True)
        )
        return "  ".join(fields).rstrip()

    return "\n".join(map(laid, cells))
