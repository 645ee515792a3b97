"""Mentions: what the text marks as a name of somebody or something, and dates with their values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzcorpus.formats.tei.foreign.dates import DATING, date_of
from kzcorpus.formats.tei.foreign.elements import MENTIONED, TYPED, TYPES
from kzcorpus.formats.tei.foreign.pointing import leads_elsewhere
from kzcorpus.model.articles import Mention, MentionType
from kzcorpus.model.dates import When
from kzcorpus.model.values import unchecked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kzcorpus.formats.tei.foreign.frames import Marked
    from kzcorpus.formats.tei.foreign.losses import Account
    from kzcorpus.formats.tei.foreign.pointing import Aim, Sort
    from kzcorpus.formats.tei.foreign.voices import Directory

_POINTING = ("ref", "corresp", "sameAs", "key")
_SORTS: dict[str, Sort] = {"person": "actor", "group": "actor", "organization": "organization", "place": "place"}
_BY_SORT: Mapping[str, MentionType] = {"actor": "person", "organization": "organization", "place": "place"}
_NAMED: Mapping[str, MentionType] = {name: type_ for name, type_ in MENTIONED.items() if type_ != "date"}  # type: ignore[misc]
"""Elements that say by their name alone what they mention; a date has a value besides."""
_made = unchecked(Mention)


def _type(one: Marked) -> MentionType | None:
    """Return what is mentioned as far as the element itself says."""
    if one.name in MENTIONED:
        return MENTIONED[one.name]  # type: ignore[return-value]
    if one.name == "title":
        return "document"
    return TYPES.get((one.get("type") or "").lower())  # type: ignore[return-value]


def _aimed(one: Marked, type_: MentionType | None, text: str, directory: Directory) -> tuple[Aim | None, tuple[str, ...]]:
    """Return who or what is meant, and the attributes that say so."""
    words: str | None = None
    for name in _POINTING:
        written, sort = one.get(name) or "", _SORTS.get(type_ or "")
        for pointer in ([written] if written else []) if name == "key" else written.split():
            may_be_new = name == "key" or ":" in pointer or leads_elsewhere(pointer)
            if may_be_new and words is None:
                words = " ".join(text[one.start : one.end].split())
            aim = directory.aim(pointer, sort, words if may_be_new else None)
            if aim is None and sort is not None and name == "key":
                aim = directory.registers.elsewhere(pointer, sort, words)
            if aim is not None and aim.sort != "concept":
                return aim, (name,)
            directory.losses.note(f"text/{one.name}/@{name}", one.element, "a pointer to nothing that a mention can mean")
    return None, _POINTING


def mentions(marked: Iterable[Marked], text: str, directory: Directory, account: Account) -> Iterator[Mention]:
    """Yield the mentions of a text in order; what is marked but says nothing that a mention holds is noted."""
    for one in marked:
        if not one.attributes and one.name in _NAMED and one.start < one.end:
            yield _made(one.span, _NAMED[one.name])
        elif (found := _mention(one, text, directory, account)) is not None:
            yield found


def _mention(one: Marked, text: str, directory: Directory, account: Account) -> Mention | None:
    losses, path = directory.losses, f"text/{one.name}"
    type_ = _type(one)
    aim, used = _aimed(one, type_, text, directory) if one.attributes else (None, _POINTING)
    type_ = type_ or _BY_SORT.get(aim.sort if aim else "")
    if type_ is None or one.start == one.end:
        is_empty = one.start == one.end
        losses.note(path, one.element, "markup without words" if is_empty else "a name of which is not said of what; its text is kept")
        losses.note_attributes(path, one.element, ("type",) if one.name in TYPED else (), one.attributes)
        return None
    when = None
    if type_ == "date":
        date = date_of(one.element, losses, path, plain=True)
        when = When(date, "given") if date is not None else None
        used = (*used, *DATING)
    if one.attributes:
        typed = ("type",) if one.name in TYPED else ()
        losses.note_attributes(path, one.element, {*used, *typed, *(account.attributes(one.element) or ())}, one.attributes)
    return _made(one.span, type_, aim.id if aim else None, None, when)
