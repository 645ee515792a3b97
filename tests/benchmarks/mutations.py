# ruff: noqa: T201, S311 -- a program that prints its table, and draws at random
"""Change a dumped corpus in every way that makes it wrong, one way at a time, and in ways that change nothing.

    python tests/benchmarks/mutations.py [FILE ...]

Each case is a document with the class of its fault and where it is to be blamed. Prints, for each class, how many were refused, how many of
them at their place, and how many were read all the same. Files are documents in JSON; without any, the corpus of every field is taken.
"""

import copy
import hashlib
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from lxml import etree

import kzcorpus as kz
from kzcorpus.errors import MESSAGE_LIMIT

GOLDEN = Path(__file__).parents[1] / "golden" / "every_field.json"
TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"
_POINTERS = (
    "within",
    "entity",
    "literal",
    "place",
    "concept",
    "part_of",
    "seat",
    "holder",
    "body",
    "broader",
    "speaker",
    "occasion",
    "article",
    "a",
    "b",
)
_WRONG: dict[type, list[Any]] = {
    str: [7, True, None, 1.5, [], {}, ["x"]],
    bool: ["true", 1.5, None, [], {}],
    int: ["1", 1.5, None, [], {}],
    float: ["0.5", True, None, [], {}],
    list: [{}, "x", 7, None, True],
    dict: [[], "x", 7, None, True],
}


class Case(NamedTuple):
    """A changed document: the class of its fault, where it is to be blamed (JSON path, or a line), None where nothing is wrong."""

    kind: str
    document: str | bytes
    place: str | int | None


class Doubled(dict[str, Any]):
    """An object one of whose keys stands there twice, first with nothing."""

    key = ""


def _text(value: Any) -> str:
    if isinstance(value, dict):
        twice = value.key if isinstance(value, Doubled) else None
        pairs = [f"{json.dumps(key)}: {_text(item)}" for key, item in value.items()]
        return "{" + ", ".join([f"{json.dumps(twice)}: null", *pairs] if twice is not None else pairs) + "}"
    return f"[{', '.join(map(_text, value))}]" if isinstance(value, list) else json.dumps(value)


def _walk(tree: Any) -> Iterator[tuple[tuple[Any, ...], Any]]:
    stack: list[tuple[tuple[Any, ...], Any]] = [((), tree)]
    while stack:
        way, value = stack.pop()
        yield way, value
        items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) and not _is_span(value) else ()
        stack.extend(((*way, step), item) for step, item in items)


def _is_span(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(type(end) is int for end in value)


def _path(way: tuple[Any, ...]) -> str:
    return "$" + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in way)


def _changed(tree: Any, way: tuple[Any, ...], change: Callable[[Any, Any], None]) -> str:
    made = copy.deepcopy(tree)
    holder = made
    for step in way[:-1]:
        holder = holder[step]
    change(holder, way[-1])
    return _text(made)


def _put(value: Any) -> Callable[[Any, Any], None]:
    def change(holder: Any, step: Any) -> None:
        holder[step] = value

    return change


def _spans(tree: Any, way: tuple[Any, ...], value: Any) -> Iterator[Case]:
    for wrong in ([], [0], [0, 1, 2], [2, 1], [-1, 2], [True, 2], [0, 1.0], ["0", "1"], [0, 2**63], {"start": 0, "end": 1}, "0-1", 7, None):
        yield Case("span of another shape", _changed(tree, way, _put(wrong)), _path(way))
    if way[:2] == ("corpus", "articles"):
        yield Case("span out of range", _changed(tree, way, _put([value[0], 10**6])), _path(way).partition(".blocks")[0])


def _repeated(tree: Any, way: tuple[Any, ...]) -> Case:
    made = copy.deepcopy(tree)
    parent = made
    for step in way[:-2]:
        parent = parent[step]
    holder = parent[way[-2]] if len(way) > 1 else made
    twice = Doubled(holder)
    twice.key = way[-1]
    if len(way) > 1:
        parent[way[-2]] = twice
    return Case("duplicate key", _text(made if len(way) > 1 else twice), _path(way))


def _single(tree: Any) -> Iterator[Case]:
    """Yield every change of one value or one key."""
    ids = [
        value["id"] for way, value in _walk(tree) if isinstance(value, dict) and "id" in value and way[-1:] not in (("corpus",), ("value",))
    ]
    for way, value in _walk(tree):
        name = way[-1] if way else None
        if not way or name in ("digest", "text_sha256"):
            continue
        if _is_span(value):
            yield from _spans(tree, way, value)
        else:
            yield from (Case("wrong type", _changed(tree, way, _put(wrong)), _path(way)) for wrong in _WRONG[type(value)])
        if isinstance(value, dict):
            yield Case("unknown key", _changed(tree, way, lambda holder, step: holder[step].update(txet=1)), _path((*way, "txet")))
            if "id" in value and way != ("corpus",) and way[-1] != "value":  # these may bear the id of something else
                other = next(id_ for id_ in ids if id_ != value["id"])
                yield Case("duplicate id", _changed(tree, (*way, "id"), _put(other)), ".id")
                yield Case("missing", _changed(tree, (*way, "id"), lambda holder, step: holder.pop(step)), _path((*way, "id")))
        if isinstance(name, str):
            yield _repeated(tree, way)
            if name in _POINTERS and isinstance(value, str) and "extra" not in way:
                yield Case("dangling id", _changed(tree, way, _put("\u2205")), _path(way))


def _together(tree: Any) -> Iterator[Case]:
    """Yield the changes that break what holds a corpus together."""
    for way, value in _walk(tree):
        if not isinstance(value, dict):
            continue
        if "text_sha256" in value:
            yield Case("changed text", _changed(tree, (*way, "text"), _put(value["text"] + " ")), _path((*way, "text_sha256")))
            yield Case("changed text", _changed(tree, (*way, "text_sha256"), _put("0" * 64)), _path((*way, "text_sha256")))
        for index in range(len(value.get("blocks", ())) - 1):
            here = (*way, "blocks", index, "span")
            yield Case(
                "crossing",
                _changed(tree, here, _put([value["blocks"][index]["span"][0], value["blocks"][index + 1]["span"][1] - 1])),
                ".blocks",
            )
        for number, words in enumerate(value.get("quoted", ())):
            yield Case("words that offsets do not hold", _changed(tree, (*way, "quoted", number), _put(words + "x")), ".quoted")
        for key in ("within", "part_of", "broader"):
            if way[-2:-1] in (("statements",), ("places",), ("organizations",), ("concepts",)) and (key in value or key != "within"):
                fits = {"within": "statements", "broader": "concepts"}.get(key)
                if (fits or way[-2]) == way[-2] and (key != "part_of" or way[-2] in ("places", "organizations")):
                    yield Case("circle", _changed(tree, (*way, key), _put(value["id"])), f".{key}")


def json_cases(tree: Any) -> Iterator[Case]:
    """Yield every changed document of a JSON tree."""
    yield from _single(tree)
    yield from _together(tree)
    for version in (2, 99, -1, "1", True, None, 1.0):
        yield Case("schema_version", _changed(tree, ("schema_version",), _put(version)), "$.schema_version")
    deep: Any = "x"
    for _ in range(200):
        deep = [deep]
    yield Case("depth", _changed(tree, ("corpus", "title"), _put(deep)), "$.corpus.title")
    yield Case("depth", _text(tree).replace('"title": ', '"title": ' + "[" * 5000), 1)
    plain = json.dumps(tree)
    yield Case("key order", json.dumps(_shuffled(tree, random.Random(0))), None)
    yield Case("white space", json.dumps(tree, indent=7), None)
    yield (
        Case("white space", plain.replace(", ", "\r\n,\t ").replace(": ", " :\n"), None)
        if ", " not in tree["corpus"].get("title", "")
        else Case("white space", plain, None)
    )
    yield Case("escapes", json.dumps(tree, ensure_ascii=True), None)
    yield Case("byte-order mark", b"\xef\xbb\xbf" + plain.encode(), None)


def _shuffled(value: Any, chance: random.Random) -> Any:
    if isinstance(value, dict):
        return {key: _shuffled(value[key], chance) for key in chance.sample(list(value), len(value))}
    return [_shuffled(item, chance) for item in value] if isinstance(value, list) else value


def forged(document: str) -> str:
    """Return a document with a digest that fits what stands in it."""
    head, _, rest = document.partition('"corpus": ')
    body = rest.rstrip()[:-1].rstrip()
    digest = hashlib.sha256(body.encode()).hexdigest()
    return f'{{\n "schema_version": 1,\n "digest": "{digest}",\n "corpus": {body}\n}}\n' if head else document


def _line(document: bytes, position: int) -> int:
    return document.count(b"\n", 0, position) + 1


def _sub(document: bytes, kind: str, pattern: bytes, new: Callable[[re.Match[bytes]], bytes | None], *, at: bool = True) -> Iterator[Case]:
    """Yield a case for every place where a pattern is found, blamed on the line where it was."""
    for found in re.finditer(pattern, document):
        words = new(found)
        if words is not None and words != found[0]:
            yield Case(kind, document[: found.start()] + words + document[found.end() :], _line(document, found.start()) if at else 0)


def tei_cases(document: bytes) -> Iterator[Case]:
    """Yield every changed document of a TEI document."""
    start = document.index(b"<standOff")
    used = {found.group(1) for found in re.finditer(rb'xml:id="([^"]+)"', document)}
    some = min(used)
    yield from _sub(document, "unknown attribute", rb"<(?!/|\?)[A-Za-z]+", lambda m: m[0] + b' rend="x"')
    yield from _sub(document, "duplicate attribute", rb'<[A-Za-z]+ ([a-zA-Z:-]+)="[^"]*"', lambda m: m[0] + b" " + m[1] + b'="x"')
    yield from _sub(
        document,
        "unknown element",
        rb"<(?:ptr|note|event|person|org|place|annotation|label|fs|f|idno|TEI)\b(?=[ />])",
        lambda m: b"<bogus/>" + m[0],
    )
    yield from _sub(document, "missing", rb"<ptr type=\"(?:article|holder)\"[^>]*/>|<label/>", lambda _: b"")
    yield from _sub(document, "missing", rb"<teiHeader>|<text(?=[ >])", lambda _: b"", at=False)
    yield from _sub(
        document,
        "missing",
        rb' (?:xml:id|(?<=ptr )type|(?<=event )type|(?<=note )type|target|motivation|quantity|unit)="[^"]*"',
        lambda _: b"",
    )
    yield from _sub(
        document,
        "wrong namespace",
        rb"<(?:TEI|standOff|event|person|note|p|body|text|ptr|teiHeader)\b(?=[ />])",
        lambda m: m[0] + b' xmlns="http://www.tei-c.org/ns/1.1"',
    )
    yield from _sub(document, "duplicate id", rb' xml:id="([^"]+)"', lambda m: b' xml:id="%s"' % some if m[1] != some else None, at=False)
    yield from _sub(
        document,
        "dangling id",
        rb'(?:corresp|target|ref|who|toWhom|where)="#(?!string-range)[^"]+"',
        lambda m: m[0].partition(b"#")[0] + b'#nobody"',
    )
    yield from _sub(
        document, "span out of range", rb"#string-range\(([^,]+),(\d+),\d+\)", lambda m: b"#string-range(%s,%s,99999)" % (m[1], m[2])
    )
    yield from _sub(
        document, "span of another shape", rb"#string-range\(([^,]+),(\d+),(\d+)\)", lambda m: b"#string-range(%s,-1,%s)" % (m[1], m[3])
    )
    yield from _sub(
        document, "span of another shape", rb"#string-range\(([^,]+),(\d+),(\d+)\)", lambda m: b"#string-range(%s,%s)" % (m[1], m[2])
    )
    yield from _sub(document, "span over another text", rb"#string-range\(([^,]+),", lambda _: b"#string-range(z9.text,")
    yield from _sub(document, "wrong type", rb'(?:quantity|value|cert)="[^"]*"', lambda m: m[0].partition(b"=")[0] + b'="x"')
    yield from _sub(document, "wrong type", rb'(?:when|from|to)-custom="[^"]*"', lambda m: m[0].partition(b"=")[0] + b'="2022-13"')
    yield from _sub(document, "changed text", rb"(?<=[a-z])[a-z](?=[a-z ][^<>]*</(?:p|head|said|quote)>)", lambda _: b"Z", at=False)
    yield from _sub(document, "changed text", rb'quantity="(\d+)"', lambda m: b'quantity="%d"' % (int(m[1]) + 1))
    yield from _sub(document, "changed text", rb'(?<=type="text-sha256">)[0-9a-f]{64}', lambda _: b"0" * 64)
    yield from _sub(document, "words that offsets do not hold", rb'(<note type="quoted">)', lambda m: m[1] + b"x")
    yield from _sub(
        document,
        "circle",
        rb'<(?:org|place) xml:id="([^"]+)"([^>/]*)>((?:(?!</(?:org|place)>|type="(?:partOf|seat)").)*)(?=</|<ptr type="seat")',
        lambda m: m[0] + b'<ptr type="partOf" target="#%s"/>' % m[1],
    )
    yield from _sub(
        document,
        "circle",
        rb'<category xml:id="(?!_)([^"]+)"(?: corresp="[^"]*")?',
        lambda m: b'<category xml:id="%s" corresp="#%s"' % (m[1], m[1]),
    )
    yield from _sub(document, "edited inline", rb' (?:direct="true"|direct="false")', lambda _: b' direct="unknown"')
    yield from _sub(
        document,
        "crossing",
        rb"(</(?:said|persName|placeName|quote|date)>)(.)(?=[^\n]*</(?:p|byline|dateline)>)",
        lambda m: m[2] + m[1] if m[2] != b"<" else None,
        at=False,
    )
    yield from _sub(
        document, "stray text", rb"<(?:standOff|listPerson|listEvent|listAnnotation|teiHeader|fileDesc)[^>]*>", lambda m: m[0] + b"stray"
    )
    yield from _sub(document, "schema_version", rb"kzcorpus-1(?=\")", lambda _: b"kzcorpus-2")
    yield Case("depth", document[:start] + b"<standOff>" * 3000 + document[start:], 0)
    yield from _harmless(document)


def _harmless(document: bytes) -> Iterator[Case]:
    prefixed = re.sub(rb"<(/?)(?=[A-Za-z])", rb"<\1t:", document).replace(b"xmlns=", b"xmlns:t=")
    yield Case("prefixes", prefixed, None)
    yield Case(
        "white space",
        re.sub(rb">\n<(?!/?(?:div|p|head)\b)", b">\r\n\t <", document.partition(b"<body")[0]) + document[document.index(b"<body") :],
        None,
    )
    yield Case("comments", document.replace(b"<standOff", b"<!-- x --><?y z?><standOff"), None)
    yield Case("attribute order", etree.tostring(_reversed(document), encoding="utf-8"), None)
    yield Case("encoding", etree.tostring(etree.fromstring(document), encoding="utf-16"), None)
    yield Case("byte-order mark", b"\xef\xbb\xbf" + document, None)


def _reversed(document: bytes) -> Any:
    root = etree.fromstring(document)
    for element in root.iter(etree.Element):
        items = list(element.attrib.items())[::-1]
        element.attrib.clear()
        element.attrib.update(items)
    return root


def ended(case: Case, format: str, corpus: kz.Corpus) -> str:  # noqa: A002 -- the word of the interface
    """Return how a case ended: ``refused in place``, ``refused elsewhere``, ``read equal``, ``READ``, or what must not be."""
    try:
        found = kz.loads(case.document, format=format)
    except kz.DecodeError as error:
        if len(str(error)) > MESSAGE_LIMIT or not all("expected" in one.message or "well-formed" in one.message for one in error.findings):
            return "BADLY TOLD"
        return "refused in place" if _is_blamed(case, error) else "refused elsewhere"
    except Exception as error:  # noqa: BLE001 -- this is what must not happen
        return f"UNDECLARED {error!r:.60}"
    return "read equal" if found == corpus else "READ"


def _is_blamed(case: Case, error: kz.DecodeError) -> bool:
    if isinstance(case.place, str):
        return any(case.place in (one.path or "") for one in error.findings)
    return not case.place or any(abs((one.line or 0) - case.place) <= 1 for one in error.findings)


def wrong(case: Case, how: str) -> bool:
    """Tell whether a case ended otherwise than it must."""
    return how != ("read equal" if case.place is None else "refused in place")


def cases(corpus: kz.Corpus) -> Iterator[tuple[str, Case]]:
    """Yield every case of a corpus with its format; each in JSON also with a digest that fits it, which must make no difference."""
    tree = json.loads(kz.dumps(corpus, format="json"))
    for case in json_cases(tree):
        yield "json", case
        if (
            case.kind in ("duplicate key", "unknown key", "dangling id", "changed text")
            and isinstance(case.document, str)
            and ".corpus" in str(case.place)
        ):
            yield "json", Case(f"{case.kind}, digest forged", forged(case.document), case.place)
    for case in tei_cases(kz.dumps(corpus, format="tei")):
        yield "tei", case


def main() -> None:
    """Print the table."""
    counts: Counter[tuple[str, str, str]] = Counter()
    bad: list[str] = []
    for path in sys.argv[1:] or [str(GOLDEN)]:
        corpus = kz.load(path)
        for format_, case in cases(corpus):
            how = ended(case, format_, corpus)
            counts[format_, case.kind, how] += 1
            if wrong(case, how):
                bad.append(f"{format_} {case.kind} at {case.place}: {how}")
    print("| format | change | refused in place | read equal | otherwise |\n| --- | --- | ---: | ---: | ---: |")
    for format_, kind in dict.fromkeys((format_, kind) for format_, kind, _ in counts):
        by = {how: count for (f, k, how), count in counts.items() if (f, k) == (format_, kind)}
        fine = [by.pop("refused in place", 0), by.pop("read equal", 0)]
        print(f"| {format_} | {kind} | {fine[0]} | {fine[1]} | {by or '-'} |")
    print("\n".join(bad[:40]))
    print(
        {format_: sum(count for (f, _, _), count in counts.items() if f == format_) for format_ in ("json", "tei")},
        f"{len(bad)} ended otherwise",
    )
    raise SystemExit(bool(bad))


if __name__ == "__main__":
    main()
