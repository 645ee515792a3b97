"""Adversarial documents of TEI that others wrote, for ``adversarial.py``: one thing again and again, as many as the size holds."""

from collections.abc import Callable

_START = b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>'
_PERSON = b'<person xml:id="a"><persName>Anna</persName></person>'
_GROUP = 1_000
_WIDEST = 20_000
"""So many of a unit stand in one element, which may hold 50,000 elements at most."""


def _many(unit: bytes, size: int) -> bytes:
    """Return so many of a unit as the size holds, ``@`` numbered, a thousand together in a ``div``, since no element may hold more."""
    count = max(1, size // (len(unit) + 4))
    each = [unit.replace(b"@", b"%d" % number) for number in range(count)]
    return b"".join(b"<div>" + b"".join(each[at : at + _GROUP]) + b"</div>" for at in range(0, count, _GROUP))


def _document(header: bytes, body: bytes, before: bytes = b"") -> bytes:
    register = b"<profileDesc><particDesc><listPerson>" + _PERSON + header + b"</listPerson></particDesc></profileDesc>"
    return _START + register + b"</teiHeader>" + before + b"<text><body>" + body + b"</body></text></TEI>"


def _body(unit: bytes) -> Callable[[int], bytes]:
    return lambda size: _document(b"", _many(unit, size))


def _within(before: bytes, unit: bytes, after: bytes) -> Callable[[int], bytes]:
    def build(size: int) -> bytes:
        count = max(1, size // (len(unit) + 4))
        each = [unit.replace(b"@", b"%d" % number) for number in range(count)]
        return _document(b"", b"".join(before + b"".join(each[at : at + _WIDEST]) + after for at in range(0, count, _WIDEST)))

    return build


def _nested(opening: bytes, closing: bytes, words: bytes = b"x ", depth: int = 1_500) -> Callable[[int], bytes]:
    def build(size: int) -> bytes:
        tower = (opening + words) * depth + closing * depth
        return _document(b"", tower * max(1, size // len(tower)))

    return build


def _register(unit: bytes) -> Callable[[int], bytes]:
    def build(size: int) -> bytes:
        count = max(1, size // (len(unit) + 4))
        each = [unit.replace(b"@", b"%d" % number) for number in range(count)]
        lists = (b"<listPerson>" + b"".join(each[at : at + _GROUP]) + b"</listPerson>" for at in range(0, count, _GROUP))
        return _document(b"".join(lists), b"<p>x</p>")

    return build


def _header(unit: bytes) -> Callable[[int], bytes]:
    return lambda size: _START + _many(unit, size) + b"</teiHeader><text><body><p>x</p></body></text></TEI>"


def _texts(unit: bytes) -> Callable[[int], bytes]:
    def build(size: int) -> bytes:
        count = max(1, size // (len(unit) + 4))
        each = b"".join(unit.replace(b"@", b"%d" % number) for number in range(count))
        return b'<teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/>' + each + b"</teiCorpus>"

    return build


def _chained(size: int) -> bytes:
    """Return speeches each of which goes on in the next, and the last in the first."""
    count = size // 60
    return _document(
        b"",
        b"".join(
            b"<div>"
            + b"".join(
                b'<u xml:id="u%d" next="#u%d" prev="#u%d">x</u>' % (n, (n + 1) % count, n - 1) for n in range(at, min(at + _GROUP, count))
            )
            + b"</div>"
            for at in range(0, count, _GROUP)
        ),
    )


_TEXT = b'<TEI xml:id="t@"><teiHeader/><text><body><p>x</p></body></text></TEI>'
FAMILIES: dict[str, Callable[[int], bytes]] = {
    "p": _body(b"<p>Words of a paragraph.</p>"),
    "empty p": _body(b"<p/>"),
    "u": _body(b'<u who="#a" xml:id="u@"><seg>Words.</seg></u>'),
    "u with labels": _body(b'<note type="speaker">A:</note><u who="#a">Words.</u>'),
    "u that goes on in the next": _chained,
    "u said by many": _body(b'<u who="#a #b #c #d">x</u>'),
    "u said by nobody": _body(b'<u who="#x@">x</u>'),
    "sp": _body(b'<sp who="#a"><speaker>A</speaker><l>Words</l></sp>'),
    "said": _body(b'<p><said who="#a">Words</said></p>'),
    "said in one p": _within(b"<p>", b'<said who="#a">x</said> ', b"</p>"),
    "said with one id": _body(b'<p><said id="1">x</said></p>'),
    "q": _body(b"<p><q>x</q></p>"),
    "q in one said": _within(b"<p><said>", b"<q>x</q> ", b"</said></p>"),
    "note": _body(b"<p>a<note>b</note></p>"),
    "note in one u": _within(b"<u>", b"a<note>b</note>", b"</u>"),
    "note beside note": _body(b"<note>b</note>"),
    "choice": _body(b"<p>a <choice><sic>b</sic><corr>c</corr></choice></p>"),
    "choice in one p": _within(b"<p>", b"<choice><sic>b</sic><corr>c</corr></choice>", b"</p>"),
    "seg": _body(b"<u><seg>a</seg></u>"),
    "seg in one u": _within(b"<u>", b"<seg>a</seg>", b"</u>"),
    "w": _within(b"<u><seg>", b'<w lemma="a" join="right">b</w>', b"</seg></u>"),
    "hi": _within(b"<p>", b'<hi rend="i">b</hi>', b"</p>"),
    "lb": _within(b"<p>", b"a<lb/>", b"</p>"),
    "persName": _within(b"<p>", b'<persName ref="#a">b</persName> ', b"</p>"),
    "names of others": _within(b"<p>", b'<persName ref="https://example.org/@">b</persName> ', b"</p>"),
    "date": _within(b"<p>", b'<date when="2022-10-14">b</date> ', b"</p>"),
    "bylines": _body(b"<byline><persName>A</persName></byline>"),
    "blank lines": _within(b"<p>", b" \n" * 10 + b"<lb/>", b"</p>"),
    "one blank": _within(b"<p>x", b"\n ", b"x</p>"),
    "one word after another": _within(b"<p>", b"x ", b"</p>"),
    "unknown elements": _within(b"<p>", b"<x@/>", b"</p>"),
    "unknown attributes": _within(b"<p>", b'<hi a@=""/>', b"</p>"),
    "comments": _within(b"<p>", b"a<!--b-->", b"</p>"),
    "said in said": _nested(b"<said>", b"</said>"),
    "q in q": _nested(b"<q>", b"</q>"),
    "q in indirect q": _nested(b'<q direct="false">', b"</q>"),
    "q in one indirect said": lambda size: _document(
        b"", (b'<said direct="false">' + b"<q>x " * 1_500 + b"</q>" * 1_500 + b"</said>") * max(1, size // 13_530)
    ),
    "div in div": _nested(b"<div>", b"</div>"),
    "p in p": _nested(b"<p>", b"</p>"),
    "hi in hi": _nested(b"<hi>", b"</hi>"),
    "note in note": _nested(b"<note>", b"</note>"),
    "quote and note": _nested(b"<quote><note>", b"</note></quote>", depth=700),
    "choice in choice": _nested(b"<choice><sic>", b"</sic></choice>", depth=700),
    "persName in persName": _nested(b"<persName>", b"</persName>"),
    "floatingText": _nested(b"<floatingText><body>", b"</body></floatingText>", b"<p>x</p>", depth=700),
    "persons": _register(b'<person xml:id="p@"><persName><surname>A</surname><forename>B</forename></persName></person>'),
    "one person again and again": _register(b'<person xml:id="p"><persName>A</persName></person>'),
    "affiliations": _register(b'<person xml:id="p@"><affiliation ref="#o" from="2020"/></person>'),
    "affiliations with names": _register(b'<person xml:id="p@"><affiliation><orgName>O@</orgName></affiliation></person>'),
    "org in org": lambda size: _document(
        (b"<listOrg>" + b"<org><orgName>o</orgName>" * 700 + b"</org>" * 700 + b"</listOrg>") * max(1, size // 22_000), b"<p>x</p>"
    ),
    "people in depth": lambda size: _document((b"<a>" * 1_400 + b"<person/>" * 900 + b"</a>" * 1_400) * max(1, size // 17_900), b"<p/>"),
    "responsible in depth": lambda size: (
        _START + (b'<author xml:id="a">x' * 1_400 + b"</author>" * 1_400) * max(1, size // 40_600) + b"</teiHeader><text/></TEI>"
    ),
    "sources in depth": lambda size: (
        _START
        + b"<fileDesc><sourceDesc>"
        + (b"<publisher>x" * 1_400 + b"</publisher>" * 1_400) * max(1, size // 34_000)
        + b"</sourceDesc></fileDesc></teiHeader><text/></TEI>"
    ),
    "categories": _header(b'<category xml:id="c@"><catDesc>x</catDesc></category>'),
    "headers": _header(b"<note>x</note>"),
    "headers in depth": lambda size: _START + (b"<a>" * 1_500 + b"</a>" * 1_500) * max(1, size // 10_500) + b"</teiHeader><text/></TEI>",
    "responsible": _header(b'<respStmt xml:id="r@"><name>x</name></respStmt>'),
    "TEI": _texts(_TEXT),
    "TEI with standOff": _texts(
        b'<TEI><teiHeader/><standOff><listPerson><person xml:id="p"/></listPerson></standOff><text><u who="#p"/></text></TEI>'
    ),
    "teiCorpus in teiCorpus": _texts(b"<teiCorpus><teiHeader/>" * 900 + _TEXT.replace(b"@", b"") + b"</teiCorpus>" * 900),
}
