"""Registers: who and where, from ``listPerson``, ``listOrg``, ``listPlace``, ``particDesc``, ``castList`` and ``taxonomy``.

They are read wherever they stand, in headers, in ``standOff`` or in the back of the text. An affiliation is a tenure, with its dates.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from kzcorpus.formats.tei.foreign.dates import DATING, period_of
from kzcorpus.formats.tei.foreign.elements import listed
from kzcorpus.formats.tei.foreign.names import names_of, tag_of
from kzcorpus.formats.tei.foreign.pointing import AGENTS, Aim, Scope, leads_elsewhere, pointers, scope_around
from kzcorpus.formats.tei.foreign.recognition import CORPORA, TEXTS, child, children, descendants, identity, language, local, tags, words
from kzcorpus.formats.tei.vocabulary import XML_ID, XML_LANG
from kzcorpus.model.agents import Actor, Concept, Organization, OrganizationKind, Place, PlaceKind, Tenure
from kzcorpus.model.names import Name
from kzcorpus.model.values import unchecked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from kzcorpus.formats.tei.foreign.losses import Account, Losses
    from kzcorpus.formats.tei.foreign.pointing import Ids, Sort

SORTS: dict[str, Sort] = {
    "person": "actor",
    "personGrp": "actor",
    "role": "actor",
    "castItem": "actor",
    "org": "organization",
    "place": "place",
    "category": "concept",
}
"""Elements that are records, and what sort of record they are."""
_NAMES = {
    "actor": frozenset(("persName", "name", "orgName")),
    "organization": frozenset(("orgName", "name")),
    "place": frozenset(("placeName", "geogName", "settlement", "region", "country", "district", "bloc", "name")),
}
_SAME = ("sameAs", "ref", "source")
_ORGANIZATIONS: dict[str, OrganizationKind] = {
    **dict.fromkeys(("party", "politicalparty", "parliamentarygroup", "parliamentary_group", "politicalgroup"), "party"),
    "government": "government",
    "ministry": "ministry",
    **dict.fromkeys(("state", "country", "republic", "kingdom"), "state"),
    **dict.fromkeys(("internationalorganisation", "internationalorganization", "intergovernmental"), "intergovernmental"),
    "company": "company",
    **dict.fromkeys(("outlet", "newspaper", "broadcaster", "media", "publisher"), "outlet"),
    "agency": "agency",
    **dict.fromkeys(("military", "army"), "military"),
}
_PLACES: dict[str, PlaceKind] = {
    name: name  # type: ignore[misc]
    for name in listed("continent country region city town village district mountain sea lake river facility")
}
# what is read of a document are strings as the model wants them, ids are never empty, and dates and languages are looked at
_actor, _organization, _place = unchecked(Actor), unchecked(Organization), unchecked(Place)
_concept, _tenure, _name = unchecked(Concept), unchecked(Tenure), unchecked(Name)


def _short(name: str) -> str:
    """Return eight digits that stand for a name, the same in every text."""
    return hashlib.sha256(name.encode()).hexdigest()[:8]


class Registers:
    """Collects the records of a document, and lets its scopes know what their ids mean."""

    def __init__(self, ids: Ids, account: Account, losses: Losses, outer: Registers | None = None) -> None:
        self._outer = outer
        self.actors: list[Actor] = []
        self.organizations: list[Organization] = []
        self.places: list[Place] = []
        self.concepts: list[Concept] = []
        self.tenures: list[Tenure] = []
        self._ids, self._account, self._losses = ids, account, losses
        self._prefixes: dict[str, str] = {}
        self._elsewhere: dict[tuple[str, str], Aim] = {}
        self._named: dict[tuple[str, str], Aim] = {}
        self._place_ids: dict[str, None] = {}
        self._records: dict[_Element, tuple[Aim, Scope]] = {}

    def expanded(self, pointer: str) -> str:
        """Return a pointer with its private prefix replaced, as a ``prefixDef`` of the document says (TEI P5, 17.2.3)."""
        prefix, colon, rest = pointer.partition(":")
        pattern = self._prefixes.get(prefix) if colon else None
        if pattern is None:
            return self._outer.expanded(pointer) if self._outer is not None else pointer
        return pattern.replace("$1", rest)

    def _define(self, element: _Element) -> None:
        """Remember a private prefix; of its replacements the simple ones, which hold the rest of the pointer as it is."""
        prefix, pattern = element.get("ident"), element.get("replacementPattern")
        if prefix and pattern and pattern.count("$") == pattern.count("$1") == 1:
            self._prefixes.setdefault(prefix, pattern)
            self._account.carry_whole(element, "ident", "replacementPattern", "matchPattern")

    def scopes(self, root: _Element, outer: Scope | None = None) -> dict[_Element, Scope]:
        """Claim the ids of all records, and return the scope of each corpus and each text; ``outer`` is what the root stands in."""
        scopes: dict[_Element, Scope] = {}
        parent = root.getparent()
        around: dict[_Element, Scope] = {} if outer is None or parent is None else {parent: outer}
        for element in root.iter(*tags(*TEXTS, *CORPORA, "prefixDef", *SORTS)):
            name = local(element)
            if name in TEXTS or name in CORPORA:
                scopes[element] = around[element] = Scope(scope_around(element, around))
            elif name == "prefixDef":
                self._define(element)
            elif self._is_record(element, name) and (scope := scope_around(element, around)) is not None:
                self._claim(element, SORTS[name], scope)
        return scopes

    @staticmethod
    def _is_record(element: _Element, name: str) -> bool:
        if name == "castItem":
            return identity(element) is not None and all(identity(role) is None for role in children(element, "role"))
        return identity(element) is not None or name in ("person", "personGrp", "org", "place")

    def _claim(self, element: _Element, sort: Sort, scope: Scope) -> None:
        wanted = identity(element)
        path = local(element)
        given = (
            self._ids.claim(f"{path}.{len(self._records) + 1}")
            if wanted is None
            else self._ids.claim_for(wanted, element, path, self._losses)
        )
        aim = Aim(given, sort)
        if wanted is not None:
            scope.enter(wanted, aim)
        self._records[element] = (aim, scope)

    def read(self) -> None:
        """Read the records whose ids are claimed."""
        for element, (aim, scope) in self._records.items():
            self._account.carry(element, XML_ID, "id", *_SAME)
            if aim.sort == "actor":
                self._read_actor(element, aim.id, scope)
            elif aim.sort == "organization":
                self._read_organization(element, aim.id)
            elif aim.sort == "place":
                self._read_place(element, aim.id)
            else:
                self._read_concept(element, aim.id)

    def _names(self, element: _Element, sort: Sort) -> tuple[Name, ...]:
        found = [(one, name) for one in element if (name := local(one)) in _NAMES[sort]]
        path = local(element) if found else ""
        return tuple([each for one, name in found for each in names_of(one, f"{path}/{name}", self._account, self._losses)])

    def _same_as(self, element: _Element) -> tuple[str, ...]:
        """Return the identifiers elsewhere: of attributes and of ``idno``; one that is no URI is told with its type."""
        found = [pointer for name in _SAME for pointer in (element.get(name) or "").split()] if element.keys() else []
        for idno in children(element, "idno"):
            text, kind = words(idno), idno.get("type")
            if text:
                self._account.carry(idno, "type")
                is_uri = "://" in text or kind is None or kind.upper() in ("URI", "URL")
                found.append(text if is_uri else f"{kind}:{text}")
        return tuple(dict.fromkeys(found)) if found else ()

    def _read_actor(self, element: _Element, id_: str, scope: Scope) -> None:
        name = local(element)
        names = self._names(element, "actor") if name.startswith("person") else ()
        named = child(element, "role") if name == "castItem" else None
        may_be_name = not names and (name in ("role", "castItem") or not len(element))
        if may_be_name and (text := words(element if named is None else named)):
            names = (_name(text),)
            self._account.carry(element if named is None else named)
        kind = "group" if name == "personGrp" else "person"
        self.actors.append(_actor(id_, names, kind, self._same_as(element)))  # type: ignore[arg-type]
        for one in element:
            if (part := local(one)) == "affiliation" or (part == "occupation" and words(one)):
                self._read_tenure(one, id_, scope)

    def _read_tenure(self, element: _Element, holder: str, scope: Scope) -> None:
        path = f"{local(element.getparent())}/{local(element)}"  # type: ignore[arg-type]
        since, until = period_of(element, self._losses, path)
        named = next((one for one in children(element, "roleName") if words(one)), None)
        body, body_attribute = self._body(element, scope, path)
        post = element.get("role") if named is None else words(named)
        if post is None and body_attribute != "orgName":
            post = words(element) or None
        used = {"role"} if named is None and element.get("role") else set()
        self._account.carry(element, *DATING, *used, *((body_attribute,) if body_attribute else ()))
        if named is not None:
            self._account.carry(named)
        self.tenures.append(_tenure(holder, post, body, since, until))

    def _body(self, element: _Element, scope: Scope, path: str) -> tuple[str | None, str | None]:
        """Return the organization of an affiliation, and where that was found: by pointer, else by a name, which is then a record."""
        for attribute in ("ref", "corresp", "key", "target"):
            for pointer in pointers(element.get(attribute)):
                aim = self._found(pointer, scope)
                if aim is not None and aim.sort == "organization":
                    return aim.id, attribute
                self._losses.note(f"{path}/@{attribute}", element, "a pointer to no organization of the registers")
        named = child(element, "orgName")
        if named is None or not words(named):
            return None, None
        text = words(named)
        for attribute in ("ref", "key"):
            for pointer in pointers(named.get(attribute)):
                aim = self._found(pointer, scope, text)
                if aim is not None and aim.sort == "organization":
                    self._account.carry(named, attribute)
                    return aim.id, "orgName"
        self._account.carry(named)
        return self.by_name(text, "organization").id, "orgName"

    def _found(self, pointer: str, scope: Scope, name: str | None = None) -> Aim | None:
        """Return what a pointer to an organization means."""
        pointer = self.expanded(pointer)
        found = scope.find(pointer.removeprefix("#"))
        return self.elsewhere(pointer, "organization", name) if found is None and leads_elsewhere(pointer) else found

    def _parent(self, element: _Element, name: str, sort: Sort) -> str | None:
        """Return the id of the record that a record stands in."""
        around = next(element.iterancestors(*tags(name)), None)
        aim = self._records[around][0] if around in self._records else None
        return aim.id if aim is not None and aim.sort == sort else None

    def _read_organization(self, element: _Element, id_: str) -> None:
        kind = _ORGANIZATIONS.get((element.get("role") or element.get("type") or "").lower())
        if kind is not None:
            self._account.carry(element, "role" if element.get("role") else "type")
        names = self._names(element, "organization")
        self.organizations.append(
            _organization(id_, names, kind, self._parent(element, "org", "organization"), None, self._same_as(element))
        )

    def _read_place(self, element: _Element, id_: str) -> None:
        kind = _PLACES.get((element.get("type") or "").lower())
        if kind is not None:
            self._account.carry(element, "type")
        names = self._names(element, "place")
        self.places.append(_place(id_, names, kind, self._parent(element, "place", "place"), self._same_as(element)))

    def _read_concept(self, element: _Element, id_: str) -> None:
        self.concepts.append(_concept(id_, tuple(self._concept_names(element)), self._parent(element, "category", "concept")))

    def _concept_names(self, element: _Element) -> Iterator[Name]:
        for described in children(element, "catDesc"):
            terms = list(descendants(described, "term")) or [described]
            for term in terms:
                if text := words(term):
                    tag = tag_of(language(term) or language(described))
                    self._account.carry(described, XML_LANG, "lang")
                    self._account.carry(term, XML_LANG, "lang")
                    yield _name(text, tag)

    def elsewhere(self, pointer: str, sort: Sort, name: str | None = None) -> Aim:
        """Return the record that stands for somebody whom a pointer out of the document means; it is made once."""
        known = self.keyed(pointer, sort)
        if known is None:
            known = self._elsewhere[pointer, sort] = Aim(self._ids.claim(pointer), sort)
            names = (_name(name),) if name else ()
            if sort == "actor":
                self.actors.append(_actor(known.id, names, None, (pointer,)))
            elif sort == "organization":
                self.organizations.append(_organization(known.id, names, None, None, None, (pointer,)))
            else:
                self.places.append(_place(known.id, names, None, None, (pointer,)))
        return known

    def keyed(self, key: str, sort: Sort) -> Aim | None:
        """Return the record that a ``key`` of the text has made, None where none has."""
        known = self._elsewhere.get((key, sort))
        return self._outer.keyed(key, sort) if known is None and self._outer is not None else known

    def by_name(self, text: str, sort: Sort) -> Aim:
        """Return the record that stands for somebody whom a header knows by name only; the same name means the same record."""
        known = self._named.get((text, sort))
        if known is None:
            known = self._named[text, sort] = Aim(self._ids.claim(f"{sort}.{_short(text)}"), sort)
            if sort == "actor":
                self.actors.append(_actor(known.id, (_name(text),)))
            elif sort == "organization":
                self.organizations.append(_organization(known.id, (_name(text),)))
            else:
                self.places.append(_place(known.id, (_name(text),)))
        return known

    def is_place(self, id_: str | None) -> bool:
        """Tell whether an id is that of a place."""
        for place in self.places[len(self._place_ids) :]:
            self._place_ids[place.id] = None
        return id_ in self._place_ids or (self._outer is not None and self._outer.is_place(id_))

    def is_agent(self, aim: Aim | None) -> bool:
        """Tell whether a pointer means somebody who can speak."""
        return aim is not None and aim.sort in AGENTS
