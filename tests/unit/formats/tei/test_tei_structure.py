import copy
import typing
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from kzcorpus.formats.tei.header import categories
from kzcorpus.formats.tei.shapes import profile, shapes
from kzcorpus.formats.tei.structure import explained, structure_faults
from kzcorpus.formats.tei.writer import dumps
from kzcorpus.model import agents, articles, dates, findings, links, names, provenance, statements
from kzcorpus.model.articles import Article
from kzcorpus.model.corpus import Corpus
from kzcorpus.model.spans import Span
from kzcorpus.model.statements import Statement

ARTICLE = Article("a1", "He said it.", statements=(Statement("s1", (Span(8, 10),), cue=(Span(3, 7),)),))
DOCUMENT = dumps(Corpus("c", articles=(ARTICLE,))).decode()


def faults(old: Any, new: Any) -> Any:
    assert DOCUMENT.count(old) == 1
    root = etree.fromstring(DOCUMENT.replace(old, new).encode())
    return [(etree.QName(element).localname, message) for element, message in structure_faults(root, "teiCorpus")]


def test_what_is_written_fits() -> None:
    assert list(structure_faults(etree.fromstring(DOCUMENT.encode()), "teiCorpus")) == []


@pytest.mark.parametrize(
    ("old", "new", "tag", "message"),
    [
        ('<TEI xml:id="a1">', '<TEI xml:id="a1" n="1">', "TEI", "found the attribute n on <TEI>, expected only xml:id"),
        ('<TEI xml:id="a1">', "<TEI>", "TEI", "found <TEI> without xml:id, expected the xml:id of an id, such as a1 or a1_2E_s1 there"),
        ('xml:id="s1"', 'xml:id="s.1"', "event", "found xml:id='s.1', expected the xml:id of an id, such as a1 or a1_2E_s1"),
        (
            '<ptr type="cue"',
            '<ptr type="kue"',
            "ptr",
            'found <ptr type="kue"> in <event type="statement">, expected <label> | <ptr type="content"> | ',
        ),
        ("<label/>\n", "", "event", 'found <event type="statement"> without <label>, expected it there'),
        ("<label/>", "<label/><label/>", "label", 'found a second <label> in <event type="statement">, expected one'),
        ("<label/>", "<label>x</label>", "label", "found the text 'x' in <label>, expected none"),
        ("<label/>\n", "<label/>said\n", "event", "found the text 'said' in <event type=\"statement\">, expected none"),
        ("<ab ", "<lg/><ab ", "lg", 'found <lg> in <body>, expected <ab type="unread">'),
        (
            '<idno type="text-sha256">',
            '<idno type="text-sha256">0',
            "idno",
            'in <idno type="text-sha256">, expected 64 hexadecimal digits',
        ),
    ],
)
def test_a_fault_says_what_was_found_and_expected(old: Any, new: Any, tag: str, message: str) -> None:
    (found,) = faults(old, new)
    assert found[0] == tag
    assert message in found[1]


def test_children_out_of_order_are_named() -> None:
    cue = '<ptr type="cue" target="#string-range(a1.text,3,4)"/>\n'
    root = etree.fromstring(DOCUMENT.replace(cue, "").replace("<label/>\n", f"<label/>\n{cue}").encode())
    ((element, message),) = structure_faults(root, "teiCorpus")
    assert element.get("type") == "content"
    assert message.startswith('found <ptr type="content"> after <ptr type="cue">, expected it before')


def test_every_fault_is_found_at_once() -> None:
    broken = DOCUMENT.replace("<label/>", "").replace('unit="codepoints"', 'unit="bytes"').replace("<ab ", '<ab n="1" ')
    found = [message for _, message in structure_faults(etree.fromstring(broken.encode()), "teiCorpus")]
    assert len(found) == 3


def test_an_article_alone_is_held_against_its_own_shape() -> None:
    element = etree.fromstring(DOCUMENT.encode())[-1]
    assert list(structure_faults(element, "article")) == []
    element.set("type", "corpus")
    assert len(list(structure_faults(element, "article"))) == 1
    assert profile() is profile()


KINDS = {
    "basis": dates.Basis,
    "status": provenance.Status,
    "nameKind": names.NameKind,
    "voiceKind": statements.VoiceKind,
    "organizationKind": agents.OrganizationKind,
    "placeKind": agents.PlaceKind,
    "occasionKind": agents.OccasionKind,
    "linkKind": links.LinkKind,
    "verdict": links.Verdict,
}
USERS = {
    "basis": ("date", "type"),
    "status": ("status", "value"),
    "nameKind": ("persName", "type"),
    "voiceKind": ("speakerNote", "subtype"),
    "organizationKind": ("org", "type"),
    "placeKind": ("place", "type"),
    "occasionKind": ("occasion", "subtype"),
    "linkKind": ("link", "type"),
    "verdict": ("correction", "subtype"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_the_profile_knows_the_kinds_of_the_model_and_no_others(kind: str) -> None:
    shape, attribute = USERS[kind]
    datum = shapes()[shape].attributes[attribute].datum
    options = typing.get_args(KINDS[kind])
    assert all(map(datum.fits, options))
    assert datum.expected == " | ".join(f'"{option}"' for option in options)


@pytest.mark.parametrize(
    ("taxonomy", "kinds"),
    [
        ("mode", statements.Mode),
        ("polarity", statements.Polarity),
        ("block", articles.BlockKind),
        ("mention", articles.MentionType),
        ("voice", statements.VoiceKind),
        ("severity", findings.Severity),
    ],
)
def test_every_kind_that_is_pointed_at_is_explained_in_the_header(taxonomy: str, kinds: Any) -> None:
    assert list(categories()[taxonomy]) == ["about", *typing.get_args(kinds)]


EVERY_FIELD = etree.parse(Path(__file__).parents[3] / "golden" / "every_field.tei.xml").getroot()


def distinct() -> list[str]:
    """Return the path of the first element of each kind that has children."""
    found: dict[tuple[object, ...], str] = {}
    for element in filter(len, EVERY_FIELD.iter(etree.Element)):
        found.setdefault((element.tag, element.get("type"), element.get("name")), EVERY_FIELD.getroottree().getpath(element))
    return list(found.values())


def last_first(element: Any) -> None:
    element.insert(0, element[-1])


def last_out(element: Any) -> None:
    element.remove(element[-1])


def first_twice(element: Any) -> None:
    element.insert(1, copy.deepcopy(element[0]))


@pytest.mark.parametrize("change", [last_first, last_out, first_twice])
def test_the_shapes_find_what_the_profile_refuses_and_nothing_else(change: Any) -> None:
    for path in distinct():
        root = copy.deepcopy(EVERY_FIELD)
        (element,) = root.xpath(path)
        change(element)
        assert any(explained(root, "teiCorpus")) is not profile().validate(root), path
