"""Who speaks, and to whom: pointers into the registers, the words of a label, and what is known of neither."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from kzcorpus.formats.tei.foreign.pointing import leads_elsewhere, pointers
from kzcorpus.model.statements import Voice

if TYPE_CHECKING:
    from lxml.etree import _Element

    from kzcorpus.formats.tei.foreign.losses import Losses
    from kzcorpus.formats.tei.foreign.pointing import Aim, Scope, Sort
    from kzcorpus.formats.tei.foreign.registers import Registers
    from kzcorpus.model.spans import Span


@attrs.frozen
class Label:
    """Words of the text that name a speaker."""

    text: str
    span: Span


@attrs.frozen
class Directory:
    """Whom the pointers of one article mean."""

    scope: Scope
    registers: Registers
    losses: Losses

    def aim(self, pointer: str, sort: Sort, name: str | None = None) -> Aim | None:
        """Return what a pointer means; one that leads out of the document means a record of this sort."""
        found = self.scope.find(pointer.removeprefix("#")) or self.registers.keyed(pointer, sort)
        if found is None and leads_elsewhere(pointer):
            return self.registers.elsewhere(pointer, sort, name)
        return found

    def voice(self, pointer: str, element: _Element, path: str, label: Label | None = None) -> Voice:
        """Return the voice that a pointer means; where it means nobody, its own word is the name, and that is noted."""
        aim = self.aim(pointer, "actor", label.text if label else None)
        span = label.span if label else None
        if aim is not None and self.registers.is_agent(aim):
            return Voice(aim.id, label.text if label else None, span)
        self.losses.note(path, element, "a pointer to nobody in the registers; its word stands as the name")
        return Voice(None, label.text if label else pointer.removeprefix("#"), span)

    def speaker(self, element: _Element, path: str, label: Label | None) -> Voice | None:
        """Return who utters an element, by its ``who`` and its label."""
        found = list(pointers(element.get("who")))
        if not found:
            return Voice(None, label.text, label.span) if label else None
        if len(found) > 1:
            self.losses.note(f"{path}/@who", element, "a statement has one speaker, the first; the others are left out", len(found) - 1)
        return self.voice(found[0], element, f"{path}/@who", label)

    def addressees(self, element: _Element, path: str) -> tuple[Voice, ...]:
        """Return to whom an element is said."""
        return tuple(self.voice(pointer, element, f"{path}/@toWhom") for pointer in pointers(element.get("toWhom")))
