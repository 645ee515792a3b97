"""Letters and sittings: what ``correspDesc`` and ``settingDesc`` tell becomes an occasion, the sender of a letter its byline.

A letter is no statement about itself: who wrote it stands in the bylines, to whom among the participants of the occasion.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from kzcorpus.formats.tei.foreign.dates import DATING, date_of
from kzcorpus.formats.tei.foreign.names import assembled
from kzcorpus.formats.tei.foreign.pointing import pointers
from kzcorpus.formats.tei.foreign.recognition import child, children, descendants, local, words
from kzcorpus.model.agents import Occasion
from kzcorpus.model.dates import When
from kzcorpus.model.names import Name
from kzcorpus.model.statements import Voice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from kzcorpus.formats.tei.foreign.losses import Account
    from kzcorpus.formats.tei.foreign.pointing import Aim, Ids, Sort
    from kzcorpus.formats.tei.foreign.voices import Directory

_SENT = frozenset(("sent", "sender"))
_PLACES = ("placeName", "settlement", "geogName")


@attrs.frozen
class Letter:
    """Who sent a letter, and the occasion: when, where, from whom to whom."""

    senders: tuple[Voice, ...]
    occasion: Occasion


def _named(element: _Element, sort: Sort, directory: Directory, account: Account) -> tuple[Aim | None, str]:
    """Return whom a name means by its pointers, and the name."""
    text = assembled(element)
    account.carry_whole(element)
    for pointer in (*pointers(element.get("ref")), *filter(None, [element.get("key")])):
        aim = directory.aim(pointer, sort, text or None)
        if aim is not None:
            account.carry(element, "ref", "key")
            return aim, text
        directory.losses.note(f"correspAction/{local(element)}/@ref", element, "a pointer to nobody in the registers")
    return None, text


def _correspondents(action: _Element, directory: Directory, account: Account) -> Iterator[tuple[str, str]]:
    """Yield the agents of an action with their names; one that no register knows becomes a record of its own."""
    for one in descendants(action, "persName", "orgName", "name"):
        sort: Sort = "organization" if local(one) == "orgName" else "actor"
        aim, text = _named(one, sort, directory, account)
        if aim is not None and directory.registers.is_agent(aim):
            yield aim.id, text
        elif aim is None and text:
            yield directory.registers.by_name(text, sort).id, text


def _place(action: _Element, directory: Directory, account: Account) -> str | None:
    for one in descendants(action, *_PLACES):
        aim, text = _named(one, "place", directory, account)
        if aim is not None and aim.sort == "place":
            return aim.id
        if aim is None and text:
            return directory.registers.by_name(text, "place").id
    return None


def _when(part: _Element, directory: Directory, account: Account) -> When | None:
    for one in descendants(part, "date"):
        date = date_of(one, directory.losses, f"{local(part)}/date", plain=True)
        if date is not None:
            account.carry(one, *DATING)
            return When(date, "given")
    return None


def letter(element: _Element, article: str, directory: Directory, account: Account, ids: Ids) -> Letter | None:
    """Return what ``correspDesc`` says of a letter; None where there is none."""
    description = child(element, "teiHeader", "profileDesc", "correspDesc")
    if description is None:
        return None
    actions = list(children(description, "correspAction"))
    sent = next((one for one in actions if one.get("type") in _SENT), None)
    senders = dict(_correspondents(sent, directory, account)) if sent is not None else {}
    everybody = dict(senders)
    for action in actions:
        if action is not sent:
            everybody |= dict(_correspondents(action, directory, account))
        account.carry(action, *(("type",) if action is sent or action.get("type") == "received" else ()))
    place = _place(sent, directory, account) if sent is not None else None
    when = _when(sent, directory, account) if sent is not None else None
    occasion = Occasion(ids.claim(f"{article}.letter"), "letter", (), when, place, tuple(everybody))
    return Letter(tuple(Voice(id_, name or None) for id_, name in senders.items()), occasion)


def sitting(element: _Element, article: str, directory: Directory, account: Account, ids: Ids) -> Occasion | None:
    """Return the occasion that ``meeting`` and ``settingDesc`` tell of; None where they tell of none."""
    meetings = [one for one in children(element, "teiHeader", "fileDesc", "titleStmt", "meeting") if words(one)]
    setting = child(element, "teiHeader", "profileDesc", "settingDesc", "setting")
    when = _when(setting, directory, account) if setting is not None else None
    if not meetings and when is None:
        return None
    for one in meetings:
        account.carry(one, "{http://www.w3.org/XML/1998/namespace}lang")
    names = tuple(dict.fromkeys(Name(words(one)) for one in meetings))
    return Occasion(ids.claim(f"{article}.sitting"), None, names, when)
