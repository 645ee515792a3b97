"""Every exception of kzcorpus, and the fault, which most of them carry in numbers.

Exceptions take positional fields only, so that they survive pickling between processes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kzcorpus.model.findings import Finding, Match

MESSAGE_LIMIT = 2_000
"""The longest message in code points: enough to act on, short enough for a log line."""
_LINE_LIMIT = 500
_CANDIDATES = 10
_PRINTABLE = 10**30  # printing an integer costs the square of its length


class Fault(NamedTuple):
    """One thing that is wrong with a value: where it is, and what was found there and expected."""

    path: str
    message: str

    def __str__(self) -> str:
        """Read as ``path: message``; the path is left out where there is none."""
        return f"{self.path}: {self.message}" if self.path else self.message


def shorten(text: str, limit: int = 60) -> str:
    """Return the text as a quoted literal of at most about ``limit`` characters, its middle left out."""
    if len(text) > limit:
        half = limit // 2
        text = f"{text[:half]}…{text[-half:]}"
    return repr(text)


def describe(value: object) -> str:
    """Return a value's type and, where it is short, the value: what was found, for a message that says what was expected."""
    kind = type(value).__name__
    if isinstance(value, str):
        return f"{kind} {shorten(str(value))}"
    if isinstance(value, int) and abs(value) >= _PRINTABLE:
        return f"a very large {kind}"
    return f"{kind} {value!r:.40}" if value is None or type(value) in (bool, int, float) else kind


def _listing(lines: list[str]) -> str:
    """Join as many lines as the limit holds, and say how many more there are."""
    if len(lines) == 1:
        return lines[0][:MESSAGE_LIMIT]
    out, size = [f"{len(lines)} faults"], 0
    for number, line in enumerate(line[:_LINE_LIMIT] for line in lines):
        size += len(line) + 5
        if size > MESSAGE_LIMIT - 100:
            out.append(f"... and {len(lines) - number} more")
            break
        out.append(f"  - {line}")
    return "\n".join(out)


class KzcorpusError(Exception):
    """The root of every error that kzcorpus raises on purpose."""


class ModelError(KzcorpusError, ValueError):
    """A value that the model cannot hold; ``faults`` lists everything that is wrong with it."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(faults)
        self.faults = faults

    def __str__(self) -> str:
        return _listing([str(fault) for fault in self.faults])


class DecodeError(KzcorpusError, ValueError):
    """A document that cannot be read; ``findings`` lists every fault with its JSON path or its TEI line and XPath.

    ``path`` is the file the document stands in, None where it is in memory.
    """

    def __init__(self, findings: tuple[Finding, ...], path: str | None = None) -> None:
        super().__init__(findings, path)
        self.findings = findings
        self.path = path

    def __str__(self) -> str:
        listing = _listing([str(finding) for finding in self.findings])
        return listing if self.path is None else f"{self.path}: {listing}"[:MESSAGE_LIMIT]


class EncodeError(KzcorpusError, ValueError):
    """A corpus that a format cannot hold within its limits."""


class ReadError(KzcorpusError, OSError):
    """A file that cannot be taken in: missing, unreadable, binary, or a folder without texts."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.errno = None  # OSError takes two arguments for a number and its text
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


class WriteError(KzcorpusError, OSError):
    """A file that cannot be written: no such folder, no permission, no space. What stood there before still stands."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.errno = None
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


class UnknownFormatError(KzcorpusError, ValueError):
    """A format, or a file name's suffix, that kzcorpus does not know or only writes."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(name, reason)
        self.name = name
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.name}: {self.reason}"


class UnknownEncodingError(KzcorpusError, LookupError):
    """An ``encoding=`` that names no text encoding Python knows."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name

    def __str__(self) -> str:
        return f"found the encoding {shorten(self.name)}, expected a text encoding that Python knows, such as 'utf-8' or 'windows-1251'"


class UnknownExtractorError(KzcorpusError, LookupError):
    """A name that no installed extractor bears; ``known`` are those that are installed."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(name, known)
        self.name = name
        self.known = known

    def __str__(self) -> str:
        return f"found the extractor {shorten(self.name)}, expected one that is installed: {', '.join(self.known)}"


class ExtractorError(KzcorpusError, RuntimeError):
    """An extractor that failed at an article, or returned what cannot stand in it; ``faults`` lists everything that is wrong.

    ``article`` is the article's id, None where the extractor cannot work at all: such an error ends the reading of many texts.
    """

    def __init__(self, extractor: str, article: str | None, faults: tuple[Fault, ...]) -> None:
        super().__init__(extractor, article, faults)
        self.extractor = extractor
        self.article = article
        self.faults = faults

    def __str__(self) -> str:
        where = f"extractor {shorten(self.extractor)}" + (f", article {shorten(self.article)}" if self.article is not None else "")
        return f"{where}: {_listing([str(fault) for fault in self.faults])}"[:MESSAGE_LIMIT]


class UnknownIdError(KzcorpusError, LookupError):
    """An id that nothing in the corpus bears."""

    def __init__(self, kind: str, id: str) -> None:  # noqa: A002 -- the model's own word
        super().__init__(kind, id)
        self.kind = kind
        self.id = id

    def __str__(self) -> str:
        return f"no {self.kind} has the id {shorten(self.id)}"


class AuthorityError(KzcorpusError, LookupError):
    """A name that the authority does not know, or a record it cannot read."""


class AmbiguousNameError(AuthorityError):
    """A name that means several agents; ``candidates`` are the matches, best first."""

    def __init__(self, name: str, candidates: tuple[Match, ...]) -> None:
        super().__init__(name, candidates)
        self.name = name
        self.candidates = candidates

    def __str__(self) -> str:
        known = ", ".join(shorten(match.entity) for match in self.candidates[:_CANDIDATES])
        more = len(self.candidates) - _CANDIDATES
        return f"{shorten(self.name)} may mean {known}{f' and {more} more' if more > 0 else ''}"


class MissingExtraError(KzcorpusError, ImportError):
    """A feature whose optional library is not installed; the message holds the ``pip install`` line."""

    def __init__(self, extra: str, purpose: str) -> None:
        super().__init__(extra, purpose)
        self.extra = extra
        self.purpose = purpose

    def __str__(self) -> str:
        return f"{self.purpose} needs an optional library: pip install 'kzcorpus[{self.extra}]'"
