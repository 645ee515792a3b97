"""Who speaks, and on what occasion, as the text has it.

=======  ==================================================================================================================
model    TEI
=======  ==================================================================================================================
Voice    ``<note type="ROLE" subtype="KIND" corresp="#ENTITY"><ptr target="SPAN"/><name>NAME</name></note>``; a source's outlet is
         ``<publisher ana="#_voice.KIND" corresp="#ENTITY">``
Setting  ``<note type="occasion" corresp="#OCCASION"><ptr target="SPAN"/><name>NAME</name></note>``
=======  ==================================================================================================================
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzcorpus.formats.tei.values import read_span, write_pointer, write_span, write_string
from kzcorpus.formats.tei.vocabulary import read_text, tag
from kzcorpus.model.statements import Setting, Voice

if TYPE_CHECKING:
    from lxml.etree import _Element

    from kzcorpus.formats.tei.ledger import Scope
    from kzcorpus.model.spans import Span

_PTR = tag("ptr")


def _write_surface(opening: str, closing: str, value: Voice | Setting, text: str) -> str:
    inside = write_span(value.span, text) + write_string("name", value.name)
    return f"{opening}>{inside}{closing}" if inside else f"{opening}/>"


def _read_surface(element: _Element, scope: Scope) -> tuple[Span | None, str | None]:
    span = name = None
    for child in element:
        if child.tag == _PTR:
            span = read_span(child, scope.text, scope.ledger)
        else:
            name = read_text(child)
    return span, name


def write_voice(role: str, voice: Voice, text: str) -> str:
    """Return the note that holds a voice."""
    kind = f' subtype="{voice.kind}"' if voice.kind else ""
    return _write_surface(f'<note type="{role}"{kind}{write_pointer("corresp", voice.entity)}', "</note>", voice, text)


def read_voice(element: _Element, scope: Scope) -> Voice:
    """Return the voice that a note holds."""
    span, name = _read_surface(element, scope)
    return scope.ledger.make(Voice, entity=scope.ledger.pointer(element, "corresp"), name=name, span=span, kind=element.get("subtype"))


def write_outlet(voice: Voice, text: str) -> str:
    """Return the ``publisher`` that holds the outlet; having no ``subtype``, it has its kind in ``ana``."""
    kind = f' ana="#_voice.{voice.kind}"' if voice.kind else ""
    return _write_surface(f"<publisher{kind}{write_pointer('corresp', voice.entity)}", "</publisher>", voice, text)


def read_outlet(element: _Element | None, scope: Scope) -> Voice | None:
    """Return the voice that a ``publisher`` holds; None where there is no element."""
    if element is None:
        return None
    span, name = _read_surface(element, scope)
    kind = element.get("ana")
    kind = kind.removeprefix("#_voice.") if kind is not None else None
    return scope.ledger.make(Voice, entity=scope.ledger.pointer(element, "corresp"), name=name, span=span, kind=kind)


def write_setting(setting: Setting, text: str) -> str:
    """Return the note that holds an occasion as the text has it."""
    return _write_surface(f'<note type="occasion"{write_pointer("corresp", setting.occasion)}', "</note>", setting, text)


def read_setting(element: _Element, scope: Scope) -> Setting:
    """Return the occasion as the text has it that a note holds."""
    span, name = _read_surface(element, scope)
    return scope.ledger.make(Setting, occasion=scope.ledger.pointer(element, "corresp"), name=name, span=span)
