"""What the profile lets each element bear and hold, as it is understood from ``profile.rng``, and how schemas are made small.

``KZCORPUS_REWRITE=1 pytest tests/golden`` writes the files anew after a change that is meant.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from kzcorpus.formats.tei.pruning import RNG, names_of, prune
from kzcorpus.formats.tei.shapes import Shape, named, profile, shapes

HERE = Path(__file__).parent
ELEMENT = "<element name='{0}'><text/></element>"
DOCUMENTS = (
    "<a/>",
    "<a><b/></a>",
    "<a><b/><c/></a>",
    "<a><d/></a>",
    "<a xmlns='urn:x'><b/></a>",
    "<p:a xmlns:p='urn:x'><b/></p:a>",
)
PATTERNS = (
    "<choice><ref name='b'/><ref name='c'/></choice>",
    "<choice><ref name='b'/><ref name='b'/></choice>",
    "<choice><text/><ref name='b'/></choice>",
    "<choice><choice><ref name='b'/></choice><group><ref name='b'/><ref name='c'/></group></choice>",
    "<choice><oneOrMore><ref name='b'/></oneOrMore><zeroOrMore><ref name='c'/></zeroOrMore></choice>",
    "<choice><optional><ref name='b'/></optional><mixed><ref name='c'/></mixed></choice>",
    "<choice><interleave><ref name='b'/><text/></interleave><list><ref name='c'/></list><empty/></choice>",
    "<choice><notAllowed/><ref name='b'/></choice>",
    "<choice><ref name='nothing'/><ref name='b'/></choice>",
    "<choice><ref name='both'/><ref name='one'/><ref name='c'/></choice>",
    "<choice><ref name='round'/><ref name='b'/></choice>",
    "<choice><ref/><ref name='b'/></choice>",
    "<choice/><ref name='b'/>",
    "<group><ref name='b'/><optional><ref name='c'/></optional></group>",
    "<!-- x --><choice><!-- y --><ref name='b'/><?z?><ref name='c'/></choice>",
)
NAMES = (
    "<element name='b'><text/></element>",
    "<element name=' b '><text/></element>",
    "<element><name>b</name><text/></element>",
    "<element><!-- x --><name> b </name><text/></element>",
    "<element><name ns='urn:x'>b</name><text/></element>",
    "<element><name/><text/></element>",
    "<element name='b' ns='urn:x'><text/></element>",
    "<element name='b' ns=''><text/></element>",
    "<element name='x:b' xmlns:x='urn:x'><text/></element>",
    "<element name='y:b'><text/></element>",
    "<div ns='urn:x'><element name='b'><attribute name='n'/><ref name='c'/></element></div>",
    "<element><anyName/><text/></element>",
    "<element><nsName ns='urn:x'/><text/></element>",
    "<element><anyName><except><name>b</name></except></anyName><text/></element>",
    "<element><choice><name>b</name><name>c</name></choice><text/></element>",
    "<element><choice><nsName ns='urn:x'/><name>c</name></choice><text/></element>",
    "<element><choice><anyName/></choice><text/></element>",
    "<element/>",
)
DEFINITIONS = (
    f"<define name='b'>{ELEMENT.format('b')}</define><define name='c'>{ELEMENT.format('c')}</define>"
    f"<define name='both' combine='interleave'>{ELEMENT.format('b')}</define><define name='both' combine='interleave'>"
    f"{ELEMENT.format('d')}</define><define name='one' combine='choice'>{ELEMENT.format('b')}</define><define name='one'>"
    f"{ELEMENT.format('d')}</define><define name='round'><group><ref name='round'/></group></define>"
    "<define name='unused'><ref name='c'/></define>"
    "<define><ref name='c'/></define>"
)
NO_GRAMMARS = (
    "<element name='a'><choice><element name='b'><empty/></element></choice></element>",
    "<grammar><include href='x.rng'/><start><ref name='b'/></start></grammar>",
    "<grammar><start><choice><externalRef href='x.rng'/><element name='b'><empty/></element></choice></start></grammar>",
    "<grammar><start><grammar><start><parentRef name='b'/></start></grammar></start></grammar>",
    "<grammar><start><choice><element name='a'><empty/></element><element name='b'><empty/></element></choice></start></grammar>",
    (
        "<grammar><start combine='choice'><ref name='a'/></start><start combine='choice'><ref name='b'/></start><define name='a'>"
        "<element name='a'><empty/></element></define><define name='b'><element name='b'><empty/></element></define></grammar>"
    ),
)


def of_shape(name: str, shape: Shape) -> Iterator[str]:
    yield f"{name} {shape}{'' if shape.name == name else f' of {shape.name}'}"
    for attribute, (datum, required, only) in shape.attributes.items():
        need = "" if required else "?"
        yield f"    @{attribute}{need}: {datum.expected}{'' if only is None else f' only {only}'}"
    for slots in shape.contents:
        parts = [f"{'|'.join(slot.names)} {slot.least}..{'' if slot.most is None else slot.most}" for slot in slots]
        yield f"    ({', '.join(parts)}) {' '.join(sorted(set(named(slots))))}"
    yield from ["    words"] if shape.words else []
    yield from [f"    datum: {shape.datum.expected}"] if shape.datum else []


def small(schema: str, document: str) -> str:
    grammar = etree.fromstring(schema.replace(">", f" xmlns='{RNG}'>", 1))
    prune(grammar, etree.fromstring(document))
    return re.sub(r' xmlns="[^"]*"', "", etree.tostring(grammar).decode())


def pruned() -> Iterator[str]:
    for pattern in PATTERNS:
        yield pattern
        for document in DOCUMENTS[:4]:
            schema = f"<grammar><start><element name='a'>{pattern}</element></start>{DEFINITIONS}</grammar>"
            yield f"    {document} {small(schema, document)}"
    for pattern in NAMES:
        yield pattern
        schema = f"<grammar><start><element name='a'><choice>{pattern}<text/></choice></element></start>{DEFINITIONS}</grammar>"
        yield from (f"    {document} {small(schema, document)}" for document in DOCUMENTS)
    for schema in NO_GRAMMARS:
        yield schema
        yield from (f"    {document} {small(schema, document)}" for document in DOCUMENTS[:2])


def held(name: str, found: Iterator[str]) -> None:
    path = HERE / name
    text = "".join(f"{line}\n" for line in found)
    if os.environ.get("KZCORPUS_REWRITE") == "1":
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


def test_every_shape() -> None:
    held("shapes.txt", (line for name, shape in shapes().items() for line in of_shape(name, shape)))


def test_what_is_left_of_a_schema() -> None:
    held("pruned.txt", pruned())


def test_the_names_in_a_document() -> None:
    assert names_of(etree.fromstring("<a xmlns:x='urn:x'><!-- c --><x:b/><b/><?p?></a>")) == {"a", "b", "{urn:x}b"}


@pytest.mark.parametrize(("article", "frame"), [(False, False), (True, False), (False, True)])
def test_what_each_form_of_the_profile_takes(article: bool, frame: bool) -> None:  # noqa: FBT001
    root = etree.parse(HERE / "every_field.tei.xml").getroot()
    bare = etree.parse(HERE / "every_field.tei.xml").getroot()
    for element in bare.findall("{*}TEI"):
        bare.remove(element)
    form = profile(article=article, frame=frame)
    assert [form.validate(one) for one in (root, next(root.iterchildren("{*}TEI")), bare)] == [True, article, frame]
