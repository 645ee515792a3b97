"""The words of a text that name who speaks: the label of a part in a play, a note before an utterance, the source of a quotation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzcorpus.formats.tei.foreign.elements import MENTIONED, TYPED
from kzcorpus.formats.tei.foreign.pointing import pointers
from kzcorpus.formats.tei.foreign.voices import Label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kzcorpus.formats.tei.foreign.frames import Frame, Marked

_NAMES = frozenset((*MENTIONED, *TYPED)) - {"date", "time"}
_LABELLING = frozenset(("speaker", "note", "bibl", "author"))
_NOBODY: Mapping[Frame, str] = {}


def labels(marked: Sequence[Marked], named: Sequence[Marked], text: str) -> dict[Marked, Label]:
    """Return the labels of what is said; whom one means where a name in it says so."""
    return dict(_labels(marked, named, text)) if _LABELLING & {one.name for one in marked} else {}


def _labels(marked: Iterable[Marked], named: Iterable[Marked], text: str) -> Iterator[tuple[Marked, Label]]:
    """Yield the words that name the speakers: ``speaker`` in ``sp``, a note before ``u``, the source of a ``quote`` in ``cit``."""
    plays: dict[Frame, Marked] = {}
    meant = {one.parent: pointer for one in named if one.name in _NAMES and (pointer := _pointer(one))}
    announced: dict[Frame, Label] = {}
    cited: dict[Frame, Marked] = {}
    sources: dict[Frame, Marked] = {}
    for one in marked:
        parent = one.parent
        if one.name == "sp":
            plays[one.frame] = one
        elif one.name == "speaker" and one.start < one.end:
            if (play := plays.pop(parent, None)) is not None:
                yield play, label_of(one, text, meant)
        elif one.name == "note" and one.get("type") == "speaker" and one.start < one.end:
            announced[parent] = label_of(one, text, meant)
        elif one.name == "u" and parent in announced:
            yield one, announced.pop(parent)
        elif one.name == "quote" and parent.name == "cit":
            cited.setdefault(parent, one)
        elif one.name in ("bibl", "author") and (cit := _cit(parent)) is not None and one.start < one.end:
            best = sources.setdefault(cit, one)
            sources[cit] = one if best.name == "bibl" and one.name == "author" else best
    yield from ((quote, label_of(sources[cit], text, meant)) for cit, quote in cited.items() if cit in sources)


def _cit(parent: Frame) -> Frame | None:
    """Return the ``cit`` that is the parent of an element, or the parent of its parent."""
    return next((around for around in (parent, parent.parent) if around.name == "cit"), None)


def label_of(one: Marked, text: str, meant: Mapping[Frame, str] = _NOBODY) -> Label:
    """Return the words of an element as a label, with whom the element, or a name in it, means."""
    pointer = _pointer(one) if one.name == "author" else None
    return Label(" ".join(text[one.start : one.end].split()), one.span, pointer or meant.get(one.frame))


def _pointer(one: Marked) -> str | None:
    """Return the first pointer of a name, None where it has none."""
    return next(pointers(one.get("ref") or one.get("key")), None) if one.attributes else None
