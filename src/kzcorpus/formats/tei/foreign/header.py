"""Where a text comes from: title, authors, outlet, date of publication, address and language, from its ``teiHeader``."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import attrs
from lxml import etree

from kzcorpus.formats.tei.foreign.dates import DATING, date_of
from kzcorpus.formats.tei.foreign.names import assembled, tag_of
from kzcorpus.formats.tei.foreign.pointing import pointers
from kzcorpus.formats.tei.foreign.recognition import child, children, descendants, identity, language, local, words
from kzcorpus.model.articles import Source
from kzcorpus.model.dates import When
from kzcorpus.model.statements import Voice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from kzcorpus.formats.tei.foreign.losses import Account
    from kzcorpus.formats.tei.foreign.voices import Directory

MEDIA_TYPE = "application/tei+xml"
_UNKNOWN = Source(media_type=MEDIA_TYPE)
_ADDRESSES = frozenset(("url", "uri", "doi", "handle"))
_NAMES = ("name", "persName", "orgName")
_MAIN = (None, "main", "full", "")
_PUBLISHED = frozenset((None, "", "publication", "published", "print", "issued", "edition"))


@attrs.frozen
class Publication:
    """What a header says of a text."""

    title: str | None = None
    source: Source | None = None
    published: When | None = None
    bylines: tuple[Voice, ...] = ()
    language: str | None = None


def header_of(element: _Element) -> _Element | None:
    """Return the header of a text or a corpus, None where it has none."""
    return child(element, "teiHeader")


def title_of(element: _Element, account: Account) -> str | None:
    """Return the main title of a text or a corpus, of several that in its own language; None where it has none."""
    found = [one for one in children(element, "teiHeader", "fileDesc", "titleStmt", "title") if words(one)]
    main = [one for one in found if one.get("type") in _MAIN] or found[:1]
    tag = next((given for one in (child(element, "text"), element) if one is not None and (given := language(one))), None)
    best = next((one for one in main if tag is not None and language(one) == tag), main[0] if main else None)
    if best is None:
        return None
    account.carry(best, "type", "level")
    for part in best.iterdescendants():
        account.carry(part)
    return words(best)


def _described(element: _Element) -> Iterator[_Element]:
    """Yield what describes the source, then what describes the electronic edition."""
    yield from children(element, "teiHeader", "fileDesc", "sourceDesc")
    yield from children(element, "teiHeader", "fileDesc", "publicationStmt")


def _date(element: _Element, directory: Directory, account: Account) -> When | None:
    """Return the date of publication: of the source, of the electronic edition, of its creation; the first that is a date."""
    created = children(element, "teiHeader", "profileDesc", "creation")
    for part in chain(_described(element), created):
        dates = sorted(descendants(part, "date", "docDate"), key=lambda one: one.get("type") not in _PUBLISHED)
        for one in dates:
            date = date_of(one, directory.losses, f"teiHeader/{local(part)}/date", plain=True)
            if date is not None:
                account.carry(one, *DATING, "type")
                return When(date, "given")
    return None


def _outlet(element: _Element, directory: Directory, account: Account) -> Voice | None:
    """Return who published: the journal of the source, its publisher, or that of the electronic edition."""
    for part in _described(element):
        journals = (one for one in descendants(part, "title") if one.get("level") == "j")
        for one in chain(journals, descendants(part, "publisher"), descendants(part, "authority", "distributor")):
            named = next(descendants(one, "orgName", "persName", "name"), one)
            if text := words(named):
                account.carry(one, "level", "type")
                aim = None
                for pointer in pointers(named.get("ref")):
                    aim = aim or directory.aim(pointer, "organization", text)
                account.carry(named, *(("ref",) if aim else ()))
                return Voice(aim.id if aim and directory.registers.is_agent(aim) else None, text)
    return None


def _address(element: _Element, account: Account) -> str | None:
    """Return where the source stands in the web."""
    for part in _described(element):
        for one in descendants(part, "idno", "ptr", "ref"):
            if local(one) == "idno" and (one.get("type") or "").lower() in _ADDRESSES and words(one):
                account.carry(one, "type")
                return words(one)
            target = one.get("target")
            if (
                local(one) != "idno"
                and target
                and "://" in target
                and not any(local(a) in ("availability", "licence") for a in one.iterancestors())
            ):
                account.carry(one, "target", "type")
                return target
    return None


def _bylines(element: _Element, directory: Directory, account: Account) -> Iterator[Voice]:
    """Yield the authors, each once."""
    seen = set()
    for one in children(element, "teiHeader", "fileDesc", "titleStmt", "author"):
        named = next(descendants(one, "persName", "orgName", "name"), one)
        text = assembled(named)
        if not text or text in seen:
            continue
        seen.add(text)
        aim = None
        for holder in (named, one):
            for pointer in (*pointers(holder.get("ref")), *filter(None, [holder.get("key")])):
                if aim is None:
                    aim = directory.aim(pointer, "organization" if local(named) == "orgName" else "actor", text)
                    account.carry(holder, "ref", "key")
        account.carry_whole(named, *(("ref", "key") if aim else ()))
        yield Voice(aim.id if aim and directory.registers.is_agent(aim) else None, text)


def _language(element: _Element, text: _Element | None, account: Account) -> str | None:
    """Return the language: of the text, of the whole or what holds it, or the only one that is used."""
    used = list(children(element, "teiHeader", "profileDesc", "langUsage", "language"))
    only = {one.get("ident") or one.get("id") for one in used}
    if len(only) == 1:
        for one in used:
            account.carry(one, "ident", "id")
    around = _language_around(element, text)
    return around or next((value for value in only if len(only) == 1 and tag_of(value) is not None), None)


def _language_around(element: _Element, text: _Element | None) -> str | None:
    """Return the language of the text, of the whole, or of the innermost corpus that names one."""
    around = chain([element] if text is None else [text, element], element.iterancestors())
    return next((value for one in around if (value := language(one)) is not None and tag_of(value) is not None), None)


def publication(element: _Element, header: _Element | None, text: _Element | None, directory: Directory, account: Account) -> Publication:
    """Return what the header of a text says."""
    if header is None or not len(header):
        return Publication(None, _UNKNOWN, language=_language_around(element, text))
    if child(header, "fileDesc") is None:
        return Publication(None, _UNKNOWN, _date(element, directory, account), (), _language(element, text, account))
    source = Source(_outlet(element, directory, account), _address(element, account), media_type=MEDIA_TYPE)
    return Publication(
        title_of(element, account),
        source,
        _date(element, directory, account),
        tuple(_bylines(element, directory, account)),
        _language(element, text, account),
    )


class Responsible:
    """The names of those whom ``resp`` can mean, by id; each is put together when it is asked for."""

    def __init__(self, root: _Element, outer: Responsible | None = None) -> None:
        self._outer = outer
        self._named: dict[str, _Element] = {}
        self._words: dict[str, str] = {}
        looked_at: set[_Element] = set()
        for statement in descendants(root, "respStmt", "editor", "author", "application", "change"):
            if statement in looked_at:
                continue
            named = next(descendants(statement, *_NAMES), statement)
            for one in statement.iter(etree.Element):
                looked_at.add(one)
                if one.keys() and (name := identity(one)) is not None:
                    self._named[name] = one if local(one) in _NAMES else named

    def name_of(self, identity: str) -> str:
        """Return the name of whom an id means; the id itself where it means nobody with a name."""
        if identity not in self._words:
            beyond = identity if self._outer is None else self._outer.name_of(identity)
            self._words[identity] = words(self._named.get(identity)) or beyond
        return self._words[identity]
