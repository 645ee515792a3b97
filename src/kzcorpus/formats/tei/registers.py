"""The registers: who, where and about what. Who is who stands in lists of the corpus's ``standOff``, the codebook in its header.

============  ==============================================================================================================
model         TEI
============  ==============================================================================================================
Actor         ``<person xml:id="ID" ana="#MADE">``, for a group ``personGrp``, then ``persName`` and ``idno type="sameAs"``;
              of one whose kind is unknown ``ana="#_actor.unspecified #MADE"`` says so
Organization  ``<org xml:id="ID" type="KIND" ana="#MADE">``, then ``orgName``, ``idno``, ``ptr type="seat"``, ``ptr type="partOf"``
Place         ``<place xml:id="ID" type="KIND" ana="#MADE">``, then ``placeName``, ``idno``, ``ptr type="partOf"``
Tenure        ``<event type="tenure" from-custom="SINCE" to-custom="UNTIL" ana="#MADE">``, then ``ptr type="holder"`` and
              ``ptr type="body"``, after ``<label type="post">POST</label>``, or ``<label/>`` where the post is unknown
Concept       ``<category xml:id="ID" corresp="#BROADER">`` with one ``<catDesc><name>`` for each name
============  ==============================================================================================================
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzcorpus.formats.tei.dates import read_period, write_period
from kzcorpus.formats.tei.names import read_name, write_name
from kzcorpus.formats.tei.provenance import write_analysis
from kzcorpus.formats.tei.values import write_pointer, write_reference, write_string
from kzcorpus.formats.tei.vocabulary import XML_ID, read_text, tag, write_id
from kzcorpus.model.agents import Actor, Concept, Organization, Place, Tenure
from kzcorpus.model.authorities import Authority

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from kzcorpus.formats.tei.ledger import Ledger, Scope
    from kzcorpus.formats.tei.provenance import Mades
    from kzcorpus.model.names import Name

_NAMES = {tag("persName"), tag("orgName"), tag("placeName")}


def _write_same_as(same_as: tuple[str, ...]) -> str:
    return "".join([write_string("idno", uri, ' type="sameAs"') for uri in same_as])


def _read_record(element: _Element, ledger: Ledger) -> tuple[tuple[Name, ...], tuple[str, ...], dict[str, str | None]]:
    """Return what records have in common: names, identifiers elsewhere, and what they point at."""
    names: list[Name] = []
    same_as: list[str] = []
    pointers: dict[str, str | None] = {}
    for child in element:
        if child.tag in _NAMES:
            names.append(read_name(child, ledger))
        elif child.tag == tag("idno"):
            same_as.append(read_text(child))
        else:
            pointers[child.get("type", "")] = ledger.pointer(child, "target")
    return tuple(names), tuple(same_as), pointers


def write_actor(actor: Actor, mades: Mades) -> str:
    """Return the ``person`` or ``personGrp`` that holds an actor."""
    name = "personGrp" if actor.kind == "group" else "person"
    unspecified = "" if actor.kind else "#_actor.unspecified"
    opening = f'<{name} xml:id="{write_id(actor.id)}"{write_analysis(unspecified, mades.token(actor.made))}'
    inside = "".join([write_name("persName", value) for value in actor.names]) + _write_same_as(actor.same_as)
    return f"{opening}>{inside}</{name}>" if inside else f"{opening}/>"


def read_actor(element: _Element, scope: Scope) -> Actor:
    """Return the actor that a ``person`` or ``personGrp`` holds."""
    categories, made = scope.analysis(element)
    kind = "group" if element.tag == tag("personGrp") else None if "actor" in categories else "person"
    names, same_as, _ = _read_record(element, scope.ledger)
    id_ = scope.ledger.id(element, element.get(XML_ID))
    return scope.ledger.make(Actor, id=id_, names=names, kind=kind, same_as=same_as, made=made)


def write_organization(organization: Organization, mades: Mades) -> str:
    """Return the ``org`` that holds an organization."""
    kind = f' type="{organization.kind}"' if organization.kind else ""
    ana = write_analysis("", mades.token(organization.made))
    opening = f'<org xml:id="{write_id(organization.id)}"{kind}{ana}'
    inside = "".join([write_name("orgName", value) for value in organization.names]) + _write_same_as(organization.same_as)
    inside += write_reference("seat", organization.seat) + write_reference("partOf", organization.part_of)
    return f"{opening}>{inside}</org>" if inside else f"{opening}/>"


def read_organization(element: _Element, scope: Scope) -> Organization:
    """Return the organization that an ``org`` holds."""
    names, same_as, pointers = _read_record(element, scope.ledger)
    return scope.ledger.make(
        Organization,
        id=scope.ledger.id(element, element.get(XML_ID)),
        names=names,
        kind=element.get("type"),
        part_of=pointers.get("partOf"),
        seat=pointers.get("seat"),
        same_as=same_as,
        made=scope.analysis(element)[1],
    )


def write_place(place: Place, mades: Mades) -> str:
    """Return the ``place`` that holds a place."""
    kind = f' type="{place.kind}"' if place.kind else ""
    opening = f'<place xml:id="{write_id(place.id)}"{kind}{write_analysis("", mades.token(place.made))}'
    inside = "".join([write_name("placeName", value) for value in place.names]) + _write_same_as(place.same_as)
    inside += write_reference("partOf", place.part_of)
    return f"{opening}>{inside}</place>" if inside else f"{opening}/>"


def read_place(element: _Element, scope: Scope) -> Place:
    """Return the place that a ``place`` holds."""
    names, same_as, pointers = _read_record(element, scope.ledger)
    id_ = scope.ledger.id(element, element.get(XML_ID))
    made = scope.analysis(element)[1]
    return scope.ledger.make(
        Place, id=id_, names=names, kind=element.get("type"), part_of=pointers.get("partOf"), same_as=same_as, made=made
    )


def write_tenure(tenure: Tenure, mades: Mades) -> str:
    """Return the ``event`` that holds a dated role."""
    opening = f'<event type="tenure"{write_period(tenure.since, tenure.until)}{write_analysis("", mades.token(tenure.made))}>'
    label = write_string("label", tenure.post, ' type="post"') or "<label/>"
    return f"{opening}{label}{write_reference('holder', tenure.holder)}{write_reference('body', tenure.body)}</event>"


def read_tenure(element: _Element, scope: Scope) -> Tenure:
    """Return the dated role that an ``event`` holds."""
    since, until = read_period(element, scope.ledger)
    label, *pointers = element
    ids = {pointer.get("type"): scope.ledger.pointer(pointer, "target") for pointer in pointers}
    return scope.ledger.make(
        Tenure,
        holder=ids.get("holder"),
        post=read_text(label) if label.get("type") else None,
        body=ids.get("body"),
        since=since,
        until=until,
        made=scope.analysis(element)[1],
    )


def write_concept(concept: Concept) -> str:
    """Return the ``category`` that holds a concept."""
    opening = f'<category xml:id="{write_id(concept.id)}"{write_pointer("corresp", concept.broader)}'
    inside = "".join([f"<catDesc>{write_name('name', value)}</catDesc>" for value in concept.names])
    return f"{opening}>{inside}</category>" if inside else f"{opening}/>"


def read_concept(element: _Element, ledger: Ledger) -> Concept:
    """Return the concept that a ``category`` holds."""
    names = tuple([read_name(description[0], ledger) for description in element])
    id_ = ledger.id(element, element.get(XML_ID))
    return ledger.make(Concept, id=id_, names=names, broader=ledger.pointer(element, "corresp"))


def write_list(name: str, kind: str, lines: list[str]) -> Iterator[str]:
    """Yield a list, or nothing where it would be empty."""
    if lines:
        yield f"<{name}{kind}>"
        yield from lines
        yield f"</{name}>"


def write_authority(authority: Authority, mades: Mades) -> Iterator[str]:
    """Yield the lines of the lists that hold who is who."""
    yield from write_list("listPerson", "", [write_actor(actor, mades) for actor in authority.actors])
    yield from write_list("listOrg", "", [write_organization(organization, mades) for organization in authority.organizations])
    yield from write_list("listPlace", "", [write_place(place, mades) for place in authority.places])
    yield from write_list("listEvent", ' type="tenures"', [write_tenure(tenure, mades) for tenure in authority.tenures])


def read_authority(lists: dict[str, list[_Element]], scope: Scope) -> Authority:
    """Return who is who from the elements of the lists, by their names and types."""
    return scope.ledger.make(
        Authority,
        actors=tuple([read_actor(element, scope) for element in lists.get("listPerson", [])]),
        organizations=tuple([read_organization(element, scope) for element in lists.get("listOrg", [])]),
        places=tuple([read_place(element, scope) for element in lists.get("listPlace", [])]),
        tenures=tuple([read_tenure(element, scope) for element in lists.get("tenures", [])]),
    )
