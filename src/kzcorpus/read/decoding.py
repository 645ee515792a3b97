"""Bytes to text: a byte-order mark decides, else the caller, else strict UTF-8, else ISO-8859-1, which loses nothing and is reported."""

import codecs
import hashlib
import re
import warnings
from itertools import islice

import attrs

from kzcorpus.errors import UnknownEncodingError, describe
from kzcorpus.model.findings import Finding
from kzcorpus.model.spans import Span

ASSUMED = "iso-8859-1"
"""What bytes are read as when nothing else fits: each of the 256 values has a character, so the bytes can be had back."""

_UTF_8 = "utf-8"
_REPLACEMENT = "\ufffd"
_MOST_SPANS = 100  # a text made of surrogates needs no span for each
_SURROGATES = re.compile("[\ud800-\udfff]+")
_REPLACEMENTS = re.compile(_REPLACEMENT + "+")
# UTF-32 first: its little-endian mark begins with that of UTF-16
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# what a caller's "utf-16" means when no mark says otherwise; encoding with the plain name would add a mark
_UNMARKED = {"utf-8-sig": _UTF_8, "utf-16": "utf-16-le", "utf-32": "utf-32-le"}


@attrs.frozen
class Decoded:
    """A text and what is known of the bytes it came from.

    ``text.encode(encoding)`` gives the bytes back wherever the codec can: for every result but UTF-16 and UTF-32 with a big-endian mark
    (no codec writes that mark), damaged ones, surrogates, and codecs in which several byte sequences mean one text. ``sha256`` is of the
    raw bytes; it and ``encoding`` are None for a ``str``, whose bytes nobody knows.
    """

    text: str
    encoding: str | None = None
    sha256: str | None = None
    findings: tuple[Finding, ...] = ()


def decode(raw: bytes | str, encoding: str | None = None) -> Decoded:
    r"""Decode raw bytes, or take a ``str`` as it is; content never raises, what is odd in it becomes a finding.

    A byte-order mark decides and is no part of the text; else ``encoding``, else strict UTF-8, else ISO-8859-1 with the finding
    ``encoding-assumed``. Surrogates become U+FFFD, with the finding ``surrogates-replaced``. Raises ``UnknownEncodingError`` where
    ``encoding`` names no text encoding.

    >>> decode(b"\xef\xbb\xbfAstana").encoding
    'utf-8-sig'
    >>> decode(b"caf\xe9").findings[0].code
    'encoding-assumed'
    """
    _expect_text(raw)
    asked = _codec(encoding) if encoding is not None else None
    if isinstance(raw, str):
        return Decoded(*_scalar(raw, None, None, ()))
    text, used, findings = _marked(raw, asked) or _plain(raw, asked)
    return Decoded(*_scalar(text, used, hashlib.sha256(raw).hexdigest(), findings))


def _expect_text(raw: object) -> None:
    if not isinstance(raw, (str, bytes, bytearray)):
        raise TypeError(f"found {describe(raw)}, expected str or bytes (read_texts reads files)")


def looks_binary(raw: bytes) -> bool:
    r"""Tell whether bytes are no text: they hold a NUL, and no mark of UTF-16 or UTF-32 explains it.

    >>> looks_binary(b"PK\x03\x04\x00"), looks_binary("text".encode("utf-16"))
    (True, False)
    """
    return b"\0" in raw and not any(raw.startswith(mark) for mark, _ in _MARKS[1:])


def _codec(name: str) -> str:
    """Return Python's name of a text encoding, the ISO ones spelt as IANA does."""
    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError):
        raise UnknownEncodingError(name) from None
    if not getattr(found, "_is_text_encoding", True):
        raise UnknownEncodingError(name)
    return found.name.replace("iso8859", "iso-8859")


def _attempt(raw: bytes, encoding: str, errors: str = "strict") -> str | UnicodeError:
    """Return the text, or why the bytes are not in this encoding."""
    try:
        if "escape" not in encoding:
            return raw.decode(encoding, errors)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # these codecs warn of content
            return raw.decode(encoding, errors)
    except UnicodeError as error:
        return error
    except Exception as error:  # noqa: BLE001 -- a codec may be anybody's, and content must not raise
        return UnicodeError(str(error))


def _marked(raw: bytes, asked: str | None) -> tuple[str, str, tuple[Finding, ...]] | None:
    """Read bytes that open with a byte-order mark as it says; None where none does, or where UTF-8 bytes contradict theirs."""
    for mark, encoding in _MARKS:
        if not raw.startswith(mark):
            continue
        body = raw[len(mark) :]
        exact = _UNMARKED.get(encoding, encoding)
        text = _attempt(body, exact)
        if isinstance(text, UnicodeError):
            text = _attempt(body, exact, "surrogatepass")
        if isinstance(text, str):
            return text, encoding, _overruled(encoding, asked)
        if mark == codecs.BOM_UTF32_LE or encoding == "utf-8-sig":
            continue  # the former may be UTF-16 that begins with a NUL; the latter keeps more as ISO-8859-1
        return _damaged(body, exact, encoding)
    return None


def _overruled(encoding: str, asked: str | None) -> tuple[Finding, ...]:
    if asked is None or asked == encoding or _UNMARKED.get(asked, asked) == _UNMARKED.get(encoding, encoding):
        return ()
    message = f"the bytes begin with the mark of {encoding}, which decides against {asked}"
    return (Finding("encoding-overruled", "info", message),)


def _damaged(body: bytes, exact: str, encoding: str) -> tuple[str, str, tuple[Finding, ...]]:
    """Read bytes whose mark is plain and whose rest is damaged, as when a file was cut: ISO-8859-1 would leave nothing readable."""
    text = body.decode(exact, "replace")
    message = f"the bytes are no valid {encoding}; what cannot be read became U+FFFD"
    return text, encoding, (Finding("encoding-damaged", "error", message, spans=_spans(_REPLACEMENTS, text)),)


def _plain(raw: bytes, asked: str | None) -> tuple[str, str, tuple[Finding, ...]]:
    """Read bytes without a mark: as asked, else as strict UTF-8, else as ISO-8859-1."""
    refused = ""
    for encoding in dict.fromkeys(filter(None, (asked, _UTF_8))):
        exact = _UNMARKED.get(encoding, encoding)
        text = _attempt(raw, exact)
        if isinstance(text, str):
            return text, exact, _assumed(exact, refused) if refused else ()
        refused += f"{', nor' if refused else 'the bytes are not'} {encoding}{_where(text)}"
    return raw.decode(ASSUMED), ASSUMED, _assumed(ASSUMED, refused)


def _where(error: UnicodeError) -> str:
    return f" (byte {error.start})" if isinstance(error, UnicodeDecodeError) else ""


def _assumed(encoding: str, refused: str) -> tuple[Finding, ...]:
    hint = "name the encoding, for instance encoding='windows-1251'"
    return (Finding("encoding-assumed", "warning", f"{refused}; read as {encoding}", hint=hint),)


def _scalar(
    text: str, encoding: str | None, sha256: str | None, findings: tuple[Finding, ...]
) -> tuple[str, str | None, str | None, tuple[Finding, ...]]:
    """Replace surrogates, which are no characters, and say where."""
    if not _is_scalar(text):
        spans = _spans(_SURROGATES, text)
        text, count = _SURROGATES.subn(lambda found: _REPLACEMENT * len(found[0]), text)
        message = f"{count} {'run' if count == 1 else 'runs'} of surrogates became U+FFFD"
        findings = (*findings, Finding("surrogates-replaced", "warning", message, spans=spans))
    return text, encoding, sha256, findings


def _is_scalar(text: str) -> bool:
    """Tell whether a text has no surrogates, by what UTF-8 cannot encode."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _spans(pattern: re.Pattern[str], text: str) -> tuple[Span, ...]:
    return tuple(Span(*found.span()) for found in islice(pattern.finditer(text), _MOST_SPANS))
