"""Names in registers: one form of a name from an element, its parts put in the order in which they are read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kzcorpus.formats.tei.foreign.dates import DATING, period_of
from kzcorpus.formats.tei.foreign.recognition import child, children, language, local, words
from kzcorpus.model.names import Name, NameKind
from kzcorpus.model.values import unchecked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from kzcorpus.formats.tei.foreign.losses import Account, Losses

_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*", re.ASCII)
_KINDS: dict[str, NameKind] = {
    **dict.fromkeys(("full", "main", "reg", "regularized", "official", "yes", "pref"), "full"),
    **dict.fromkeys(("abb", "abbr", "acronym", "init", "short", "alt-abb"), "acronym"),
    **dict.fromkeys(("alt", "alternative", "variant", "var", "pseudonym", "nickname", "pen", "stage"), "variant"),
    **dict.fromkeys(("former", "birth", "maiden", "née", "original", "historical", "old"), "former"),
    **dict.fromkeys(("family", "surname"), "family"),
    **dict.fromkeys(("given", "forename"), "given"),
}
_ORDER = ("forename", "nameLink", "surname", "genName")
_PARTS = frozenset((*_ORDER, "roleName", "addName"))
_HELD = frozenset((*_ORDER, "roleName"))
_name = unchecked(Name)


def tag_of(value: str | None) -> str | None:
    """Return a language tag, None where it is none that the model holds."""
    return value if value and _LANGUAGE.fullmatch(value) else None


def _is_structured(element: _Element) -> bool:
    """Tell whether a name consists of parts only, without words between."""
    return not (element.text or "").strip() and all(local(one) in _PARTS and not (one.tail or "").strip() for one in element)


def assembled(element: _Element) -> str:
    """Return the name that an element holds, on one line; the forenames before the surname where it consists of such parts.

    >>> from lxml import etree
    >>> assembled(etree.fromstring("<persName><surname>Anschober</surname><forename>Rudolf</forename></persName>"))
    'Rudolf Anschober'
    """
    if not _is_structured(element) or child(element, "surname") is None:
        return words(element)
    parts = [words(one) for kind in _ORDER for one in children(element, kind)]
    return " ".join(part for part in parts if part) or words(element)


def _titled(element: _Element) -> str:
    """Return a name of parts with the title before it, if it has one."""
    return " ".join([*(part for one in children(element, "roleName") if (part := words(one))), assembled(element)])


def _kind(element: _Element) -> NameKind | None:
    return _KINDS.get((element.get("type") or element.get("full") or "").lower())


def names_of(element: _Element, path: str, account: Account, losses: Losses) -> Iterator[Name]:
    """Yield the names that an element holds: the whole one, and of one with parts family and given name, and the form with title."""
    text = assembled(element)
    if not text:
        return
    if not element.keys() and not len(element):
        account.carry(element)
        yield _name(text)
        return
    tag, kind = tag_of(language(element)), _kind(element)
    since, until = period_of(element, losses, path)
    carried = {*DATING, *({"type", "full"} if kind else ()), *(("{http://www.w3.org/XML/1998/namespace}lang", "lang") if tag else ())}
    account.carry(element, *carried)
    structured = _is_structured(element) and child(element, "surname") is not None
    yield _name(text, tag, kind or ("full" if structured else None), since, until)
    if structured:
        for part, part_kind in (("surname", "family"), ("forename", "given")):
            held = " ".join(words(one) for one in children(element, part))
            if held:
                yield _name(held, tag, part_kind, since, until)  # type: ignore[arg-type]
        if (titled := _titled(element)) != text:
            yield _name(titled, tag, "variant", since, until)
    for one in element.iterdescendants():
        if not structured or local(one) in _HELD:
            account.carry(one)
