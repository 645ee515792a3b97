"""Who speaks, and to whom: pointers into the registers, the words of a label, and what is known of neither."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from kzcorpus.formats.tei.foreign.elements import MENTIONED, TYPED
from kzcorpus.formats.tei.foreign.pointing import leads_elsewhere, pointers
from kzcorpus.formats.tei.vocabulary import XML_ID
from kzcorpus.model.statements import Voice
from kzcorpus.model.values import unchecked

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from kzcorpus.formats.tei.foreign.frames import Marked
    from kzcorpus.formats.tei.foreign.losses import Losses
    from kzcorpus.formats.tei.foreign.pointing import Aim, Scope, Sort
    from kzcorpus.formats.tei.foreign.registers import Registers
    from kzcorpus.model.spans import Span

_voice = unchecked(Voice)


@attrs.frozen
class Label:
    """Words of the text that name a speaker."""

    text: str
    span: Span
    pointer: str | None = None
    """Whom the markup of the words means."""


@attrs.frozen
class Directory:
    """Whom the pointers of one article mean."""

    scope: Scope
    registers: Registers
    losses: Losses
    named: dict[str, tuple[Label, str | None]] = attrs.field(factory=dict)
    """Names in the text by their ids, with the pointers that they bear."""

    def aim(self, pointer: str, sort: Sort | None, name: str | None = None) -> Aim | None:
        """Return what a pointer means; one that leads out of the document means a record of this sort."""
        if ":" in pointer:
            pointer = self.registers.expanded(pointer)
        found = self.scope.find(pointer.removeprefix("#"))
        if found is None and sort is not None:
            found = self.registers.keyed(pointer, sort)
            if found is None and leads_elsewhere(pointer):
                return self.registers.elsewhere(pointer, sort, name)
        return found

    def know(self, marked: Iterable[Marked], text: str) -> None:
        """Remember the names of the text that bear an id, since ``who`` may mean them."""
        for one in marked:
            identity = one.get(XML_ID)
            if identity is not None and one.start < one.end and (one.name in MENTIONED or one.name in TYPED):
                label = Label(" ".join(text[one.start : one.end].split()), one.span)
                self.named.setdefault(identity, (label, one.get("ref") or one.get("key")))

    def voice(self, pointer: str, element: _Element, path: str, label: Label | None = None) -> Voice:
        """Return the voice that a pointer means; where it means nobody, its own word is the name, and that is noted."""
        aim = self.aim(pointer, "actor", label.text if label else None)
        span = label.span if label else None
        if aim is not None and self.registers.is_agent(aim):
            return _voice(aim.id, label.text if label else None, span)
        if aim is None and pointer.removeprefix("#") in self.named:
            return self._named_in_text(*self.named[pointer.removeprefix("#")], label)
        self.losses.note(path, element, "a pointer to nobody in the registers; its word stands as the name")
        return _voice(None, label.text if label else pointer.removeprefix("#"), span)

    def _named_in_text(self, name: Label, pointer: str | None, label: Label | None) -> Voice:
        """Return the voice of somebody whom a name in the text stands for."""
        aim = self.aim(pointer, "actor", name.text) if pointer else None
        known = aim.id if aim is not None and self.registers.is_agent(aim) else None
        return Voice(known, (label or name).text, (label or name).span)

    def speaker(self, one: Marked, label: Label | None) -> Voice | None:
        """Return who utters an element: by its ``who``, that of the block of annotation it stands in, or its label."""
        if label is None and not one.attributes and one.name != "u":
            return None
        name, who = one.name, one.get("who")
        if not who and one.name == "u" and one.parent.name == "annotationBlock":
            name, who = one.parent.name, one.parent.attributes.get("who")
        found = who.split() if who else None
        if not found:
            return self._labelled(label)
        path = f"text/{name}/@who"
        if len(found) == 1:
            return self.voice(found[0], one.element, path, label)
        if not any(each.startswith("#") or leads_elsewhere(each) or self.aim(each, "actor") for each in found):
            self.losses.note(path, one.element, "words, not pointers; they stand as the name")
            return Voice(None, label.text if label else " ".join(found), label.span if label else None)
        self.losses.note(path, one.element, "a statement has one speaker, the first; the others are left out", len(found) - 1)
        found.sort(key=lambda each: not self.registers.is_agent(self.aim(each, None)))
        return self.voice(found[0], one.element, path, label)

    def _labelled(self, label: Label | None) -> Voice | None:
        """Return the voice that only words name."""
        if label is None:
            return None
        aim = self.aim(label.pointer, "actor", label.text) if label.pointer else None
        return _voice(aim.id if aim is not None and self.registers.is_agent(aim) else None, label.text, label.span)

    def addressees(self, one: Marked, path: str) -> tuple[Voice, ...]:
        """Return to whom an element is said."""
        if "toWhom" not in one.attributes:
            return ()
        return tuple(self.voice(pointer, one.element, f"{path}/@toWhom") for pointer in pointers(one.get("toWhom")))
