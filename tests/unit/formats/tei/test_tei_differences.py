"""How two documents differ, and which differences are none."""

import pytest
from lxml import etree

from kzcorpus.formats.tei.differences import differences, same
from kzcorpus.formats.tei.vocabulary import NAMESPACE

LONG = "x" * 300


def parsed(xml: str) -> etree._Element:
    return etree.fromstring(f"<r xmlns='{NAMESPACE}' xmlns:m='urn:m'>{xml}</r>")


def told(ours: str, theirs: str, **how: bool) -> list[str]:
    found, expected = parsed(ours), parsed(theirs)
    lines = [f"{etree.QName(place).localname}: {message}" for place, message in differences(found, expected, **how)]
    assert bool(lines) is not same(found, expected) or how
    return lines


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("<p/>", "<p></p>"),
        ("<p a='1' b='2'/>", "<p b='2' a='1'/>"),
        ("<p/>\n <p/>", "<p/><p/>\t"),
        ("<p> <q/>\r\n</p>", "<p><q/></p>"),
        ("<p><q>a</q></p>", "<p><q>a</q> </p>"),
        ("\n<body><div>a</div></body>", "<body><div>a</div></body>"),
        ("<body><div><p>a</p></div></body>", "<body><div><p>a</p> </div></body>"),
    ],
)
def test_white_space_between_elements_and_the_order_of_attributes_are_free(ours: str, theirs: str) -> None:
    assert told(ours, theirs) == []


@pytest.mark.parametrize(
    ("ours", "theirs", "lines"),
    [
        ("<p/>", "<q/>", ["p: found <p>, expected <q>"]),
        ("<p/>", "<m:p/>", ["p: found <p>, expected <{urn:m}p>"]),
        ("<p/>", "", ["p: found <p>, expected nothing"]),
        ("", "<p xml:id='a' n='1'/>", ['r: found nothing, expected <p n="1" xml:id="a">']),
        ("<p/><q/><s/>", "<p/><s/><q/>", ["q: found <q>, expected <s>"]),
        ("<p/><q a='1'><s/></q>", "<p/><s b='2'/>", ['q: found <q a="1">, expected <s b="2">']),
        ("<p n='1'/><q/>", "<p n='2'/><s/>", ["q: found <q>, expected <s>", 'p: found n="1", expected n="2"']),
        ("<p corresp='#a'/>", "<p corresp='#b'/>", ['p: found <p corresp="#a">, expected <p corresp="#b">']),
        (
            "<p a='1' c='3'/>",
            "<p b='2' c='4'/>",
            ['p: found a="1", expected no a', 'p: found no b, expected b="2"', 'p: found c="3", expected c="4"'],
        ),
        ("<p xml:id='a'/>", "<p/>", ['p: found xml:id="a", expected no xml:id']),
        ("<p n=''/>", "<p/>", ['p: found n="", expected no n']),
        ("<p>a</p>", "<p>b</p>", ["p: found the text 'a', expected 'b'"]),
        ("<p>a</p>", "<p/>", ["p: found the text 'a', expected ''"]),
        ("<p/>a", "<p/>", ["r: found the text 'a', expected ''"]),
        ("a<p/>", "<p/>a", ["r: found the text 'a', expected ''"]),
        ("<p>\u00a0</p>", "<p/>", ["p: found the text '\\xa0', expected ''"]),
        ("<p>a<q/>b</p>", "<p>a<q/>c</p>", ["p: found the text 'b', expected 'c'"]),
        ("<p>a<q>b</q></p>", "<p>c<q>d</q></p>", ["p: found the text 'a', expected 'c'", "q: found the text 'b', expected 'd'"]),
        (f"<p n='{LONG}'/>", "<p/>", ['p: found n="' + "x" * 197 + ", expected no n"]),
        (f"<p n='{LONG}'/>", "", ['p: found <p n="' + "x" * 194 + ", expected nothing"]),
        ("", f"<p n='{LONG}'/>", ['r: found nothing, expected <p n="' + "x" * 194]),
    ],
)
def test_each_difference_is_told_where_it_is(ours: str, theirs: str, lines: list[str]) -> None:
    assert told(ours, theirs) == lines


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("<body><div><p>a</p></div></body>", "<body><div><p>a </p></div></body>"),
        ("<body><ab>a</ab></body>", "<body><ab>a </ab></body>"),
        ("<body><div><p> <s/></p></div></body>", "<body><div><p><s/></p></div></body>"),
        ("<body><div><p><s/></p></div></body>", "<body><div><p><s/> </p></div></body>"),
        ("<body><ab><s> </s></ab></body>", "<body><ab><s/></ab></body>"),
    ],
)
def test_inside_blocks_every_space_counts(ours: str, theirs: str) -> None:
    found = told(ours, theirs)
    assert len(found) == 1
    assert "found the text " in found[0]
    assert told(theirs, ours) != []


def test_texts_and_articles_can_be_passed_over() -> None:
    ours = "<TEI n='1'><text a='1'><p n='1'/></text></TEI><q/>"
    theirs = "<TEI n='2'><text a='2'><p n='2'/></text></TEI><q/>"
    assert told(ours, theirs) == ['TEI: found n="1", expected n="2"', 'text: found a="1", expected a="2"', 'p: found n="1", expected n="2"']
    assert told(ours, theirs, inline=False) == ['TEI: found n="1", expected n="2"', 'text: found a="1", expected a="2"']
    assert told(ours, theirs, articles=False) == []
    assert told("<q/><TEI/>", "<q/>", articles=False) == []
    assert told("<q/><TEI/>", "<q/>") == ["TEI: found <TEI>, expected nothing"]


def test_an_element_with_very_many_attributes_is_not_called_the_same() -> None:
    for count, verdict in ((100, True), (101, False)):
        xml = "<p " + " ".join(f"a{number}='1'" for number in range(count)) + "/>"
        assert same(parsed(xml), parsed(xml)) is verdict
