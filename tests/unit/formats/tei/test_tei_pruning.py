from typing import Any

import pytest
from lxml import etree

from kzcorpus.formats.tei.pruning import RNG, prune

SCHEMA = f"""<grammar xmlns="{RNG}" ns="urn:x" xmlns:y="urn:y">
<start><ref name="a"/></start>
<define name="a"><element name="a"><zeroOrMore><ref name="class"/></zeroOrMore><optional><ref name="end"/></optional></element></define>
<define name="class"><choice><ref name="b"/><ref name="c"/><group><ref name="b"/><ref name="d"/></group><ref name="any"/></choice></define>
<define name="b"><element name="b"><text/></element></define>
<define name="c"><element name="y:c"><ref name="needed"/></element></define>
<define name="d"><element><name>d</name><text/></element></define>
<define name="any"><element><choice><name ns="urn:z">e</name><nsName ns="urn:w"/></choice><empty/></element></define>
<define name="needed"><element name="needed"><ref name="b"/></element></define>
<define name="end"><choice><ref name="needed"/><ref name="d"/></choice></define>
</grammar>"""


def verdicts(content: str) -> tuple[bool, bool, int]:
    """Return what the whole schema says of a document, what the pruned one says, and how many definitions that one has."""
    document = etree.fromstring(f'<a xmlns="urn:x" xmlns:y="urn:y">{content}</a>')
    grammar = etree.fromstring(SCHEMA)
    whole = etree.RelaxNG(grammar).validate(document)
    prune(grammar, document)
    return whole, etree.RelaxNG(grammar).validate(document), len(grammar.findall("{*}define"))


@pytest.mark.parametrize(
    ("content", "valid"),
    [
        ("", True),
        ("<b/>", True),
        ("<b/><b/><d/>", True),
        ("<d/>", True),
        ("<y:c/>", False),
        ("<y:c><needed><b/></needed></y:c>", True),
        ("<y:c><needed/></y:c>", False),
        ("<f xmlns='urn:w'/>", True),
        ("<e xmlns='urn:z'/>", True),
        ("<other/>", False),
    ],
)
def test_a_pruned_schema_says_the_same(content: str, valid: bool) -> None:  # noqa: FBT001 -- a verdict
    whole, pruned, _ = verdicts(content)
    assert whole is pruned is valid


@pytest.mark.parametrize("combine", ["choice", "interleave"])
def test_definitions_that_are_combined_are_weighed_together(combine: str) -> None:
    """A choice is gone with all of its parts, parts that must stand together with one of them."""
    parts = "".join(f'<define name="x" combine="{combine}"><element name="{name}"><empty/></element></define>' for name in "pq")
    schema = f"""<grammar xmlns="{RNG}"><start><element name="a"><choice><ref name="x"/><element name="r"><empty/></element></choice>
        </element></start>{parts}</grammar>"""
    for content in ("<p/>", "<q/>", "<p/><q/>", "<q/><p/>", "<r/>", "<p/><r/>", "<p/><q/><r/>", ""):
        document = etree.fromstring(f"<a>{content}</a>")
        grammar = etree.fromstring(schema)
        whole = etree.RelaxNG(grammar).validate(document)
        prune(grammar, document)
        assert etree.RelaxNG(grammar).validate(document) is whole
        there = len({child.tag for child in document} & {"p", "q"})
        if document.find("r") is not None:  # else nothing is left of the choice, and all of it stays
            assert bool(grammar.findall("{*}define")) is (there > 0 if combine == "choice" else there == 2)


def test_what_the_document_does_not_hold_is_gone() -> None:
    assert verdicts("<b/>")[2] < SCHEMA.count("<define")


def test_an_element_that_must_stand_is_still_named() -> None:
    schema = etree.fromstring(f'<element xmlns="{RNG}" name="a"><element name="b"><text/></element></element>')
    grammar = etree.fromstring(f'<grammar xmlns="{RNG}"><start/></grammar>')
    grammar[0].append(schema)
    document = etree.fromstring("<a/>")
    prune(grammar, document)
    compiled = etree.RelaxNG(grammar)
    assert not compiled.validate(document)
    assert [one.get("name") for one in grammar.iter("{*}element")] == ["a", "b"]


@pytest.mark.parametrize(
    "part",
    [
        '<include href="x.rng"/>',
        '<define name="x"><externalRef href="x.rng"/></define>',
        '<define name="x"><element name="x"><parentRef name="b"/></element></define>',
        '<define name="x"><grammar><start><ref name="b"/></start></grammar></define>',
    ],
)
def test_a_schema_in_several_files_is_left_as_it_is(part: str) -> None:
    text = SCHEMA.replace("</grammar>", f"{part}</grammar>")
    grammar = etree.fromstring(text)
    before: Any = etree.tostring(grammar)
    prune(grammar, etree.fromstring("<a/>"))
    assert etree.tostring(grammar) == before
