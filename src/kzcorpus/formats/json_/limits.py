"""What a JSON document may cost: a limit of size that the writer keeps too. How deep it nests is bounded by what a corpus can hold."""

from __future__ import annotations

import attrs

from kzcorpus.errors import DecodeError, EncodeError
from kzcorpus.formats.json_.jsonsyntax import fault


@attrs.frozen
class Options:
    """Limits that writing and reading share: ``size`` is that of a document in bytes of UTF-8, or in code points where it is ``str``."""

    size: int = 2_000_000_000


def take(document: str | bytes, options: Options) -> None:
    """Raise ``DecodeError`` where a document is larger than is read."""
    if len(document) > options.size:
        raise DecodeError((fault("limit", f"found a document of {len(document):,} bytes, expected at most {options.size:,}", path="$"),))


def give(document: str, options: Options) -> str:
    """Return a document; raises ``EncodeError`` where it is larger than would be read."""
    # no code point has more than four bytes, and a document is encoded once more when it is written
    if len(document) * 4 > options.size and (size := len(document.encode())) > options.size:
        raise EncodeError(f"found a document of {size:,} bytes, expected at most {options.size:,}")
    return document
