# ruff: noqa: T201 -- a program that prints its table
"""Measure how the time of reading grows with the length of adversarial input: raw text, documents in JSON and TEI, dates.

    python tests/benchmarks/adversarial.py [--largest 4000000] [FAMILY ...]

Each family is doubled from 250 kB up to the largest. Prints the CPU seconds of each size, the exponent of growth over the whole range
(1 is linear), the speed at the largest, and whether the bounds are kept: an exponent of at most 1.2 where the largest takes longer than
a tenth of a second, and at least 1 MB a second.
"""

import argparse
import gc
import json
import math
import time
from collections.abc import Callable
from typing import NamedTuple

import foreignfamilies
from attacks import SOUND

import kzcorpus as kz
from kzcorpus.errors import KzcorpusError

SMALLEST, LARGEST, EXPONENT, SPEED = 250_000, 4_000_000, 1.2, 1.0
_HEAD, _TAIL = '{"schema_version": 1, "corpus": {"id": "c", %s', "}}"


class Family(NamedTuple):
    """What is doubled, and what reads it."""

    name: str
    build: Callable[[int], str | bytes]
    read: Callable[[str | bytes], object]


def _text(unit: str) -> Callable[[int], str]:
    return lambda size: unit * max(1, size // len(unit.encode()))


def _json(unit: str, before: str, after: str, joint: str = ", ") -> Callable[[int], str]:
    return lambda size: (
        _HEAD % before + joint.join(unit.replace("@", str(n)) for n in range(max(1, size // (len(unit) + 4)))) + after + _TAIL
    )


def _tei(old: bytes, unit: bytes) -> Callable[[int], bytes]:
    def build(size: int) -> bytes:
        assert old in SOUND
        return SOUND.replace(old, old + b"".join(unit.replace(b"@", b"%d" % n) for n in range(max(1, size // (len(unit) + 4)))), 1)

    return build


def _dumped(format_: str, many: Callable[[int], kz.Corpus]) -> Callable[[int], str | bytes]:
    return lambda size: kz.dumps(many(size), format=format_)


def _people(size: int) -> kz.Corpus:
    return kz.Corpus("c", authority=kz.Authority(tuple(kz.Actor(f"p{n}", (kz.Name(f"Person {n}"),)) for n in range(size // 80))))


def _statements(size: int) -> kz.Corpus:
    count = size // 260
    said = tuple(kz.Statement(f"s{n}", (kz.Span(n * 4, n * 4 + 3),), "direct") for n in range(count))
    return kz.Corpus("c", articles=(kz.Article("a", "abc " * count, statements=said),))


def _article(size: int) -> kz.Corpus:
    return kz.Corpus("c", articles=(kz.Article("a", "Talks <&> went\r\n on.\x0b " * (size // 20)),))


def _read(format_: str) -> Callable[[str | bytes], object]:
    def read(document: str | bytes) -> object:
        try:
            return kz.loads(document, format=format_)
        except KzcorpusError:
            return None

    return read


def _validate(document: str | bytes) -> object:
    return kz.validates(document, format="tei")


def _read_text(text: str | bytes) -> object:
    return kz.read_text(text, id="a")


def _read_date(text: str | bytes) -> object:
    try:
        return kz.When(str(text))
    except KzcorpusError:
        return None


TEXTS = [
    "He said that it was so. ",
    "said ",
    "he said that ",
    "according to ",
    "“",
    "” ",
    '"',
    "' ",
    "“he said ” ",
    "he said. “No.” ",
    "I said “I said ",
    "\n“No way at all then\n",
    "(",
    ", who ",
    "the ",
    "of the ",
    "- ",
    "x",
    "a. ",
    "Mr. ",
    ".\n",
    "\r",
    "\xa0\n",
    "Home\n",
    "A, ",
    "1/",
    "May ",
    "2022 ",
    "́",
    "\u202e",
    "\x00",
    "�",
    "😀",
    "ASTANA - ",
    "By Ada Quiroz\n",
    "A: ",
]
_BODY = b'<div type="article"><p>'
FAMILIES = [
    *(Family(f"read_text {unit!r}", _text(unit), _read_text) for unit in TEXTS),
    Family("read_text bytes that are no UTF-8", lambda size: b"\xe9\xff" * (size // 2), _read_text),
    *(Family(f"When {unit!r}", _text(unit), _read_date) for unit in ("2022-", "X", "2022-10-14/", "?", "2", "-", "/..")),
    Family("json [", lambda size: "[" * size, _read("json")),
    Family('json {"a":', lambda size: '{"a":' * (size // 5), _read("json")),
    Family("json string of escapes", _json("\\u0041", '"title": "', '"', ""), _read("json")),
    Family("json string of quotation marks", _json('\\"', '"title": "', '"', ""), _read("json")),
    Family("json digits", lambda size: _HEAD % '"title": ' + "9" * size + _TAIL, _read("json")),
    Family("json unknown keys", _json('"k@": 1', "", ""), _read("json")),
    Family("json one key again and again", _json('"title": "x"', "", ""), _read("json")),
    Family("json wrong concepts", _json('{"id": @}', '"concepts": [', "]"), _read("json")),
    Family("json one id again and again", _json('{"id": "k"}', '"concepts": [', "]"), _read("json")),
    Family(
        "json concepts in a chain",
        lambda size: (
            _HEAD % '"concepts": ['
            + ", ".join(json.dumps({"id": f"k{n}", "broader": f"k{n + 1}"}) for n in range(size // 34))
            + f', {{"id": "k{size // 34}"}}]'
            + _TAIL
        ),
        _read("json"),
    ),
    Family("json dangling ids", _json('{"id": "k@", "broader": "x@"}', '"concepts": [', "]"), _read("json")),
    Family("json not closed", _json('{"id": "k@"}', '"concepts": [', ""), _read("json")),
    Family("json white space", lambda size: " \n" * (size // 2) + kz.dumps(kz.Corpus("c"), format="json"), _read("json")),
    Family("json statements", _dumped("json", _statements), _read("json")),
    Family("json people", _dumped("json", _people), _read("json")),
    Family("json one long text", _dumped("json", _article), _read("json")),
    Family("jsonl broken lines", lambda size: '{"schema_version": 1, "corpus": {"id": "c"}}\n' + "{\n" * (size // 2), _read("jsonl")),
    Family("tei <a>", lambda size: b"<a>" * (size // 3), _read("tei")),
    Family("tei <!--", lambda size: b"<!--" * (size // 4), _read("tei")),
    Family("tei comments", _tei(b"<teiHeader>", b"<!--x-->"), _read("tei")),
    Family("tei &x;", _tei(_BODY, b"&x;"), _read("tei")),
    Family("tei &#65;", _tei(_BODY, b"&#65;"), _read("tei")),
    Family("tei CDATA", _tei(_BODY, b"<![CDATA[x]]>"), _read("tei")),
    Family("tei bogus elements", _tei(_BODY, b"<hi/>"), _read("tei")),
    Family("tei bogus articles", _tei(b"</TEI>", b"<TEI/>"), _read("tei")),
    Family("tei people", _dumped("tei", _people), _read("tei")),
    Family("tei people, not as written", _tei(b"<listPerson>", b'\n\n<person xml:id="i@"/>'), _read("tei")),
    Family("tei one id again and again", _tei(b"<listPerson>", b'<person xml:id="i"/>'), _read("tei")),
    Family("tei dangling pointers", _tei(b"<listPerson>", b'<person xml:id="i@" ana="#x@"/>'), _read("tei")),
    Family(
        "tei attributes",
        lambda size: SOUND.replace(b"<persName>", b"<persName%s>" % b"".join(b' a%d="x"' % n for n in range(size // 10)), 1),
        _read("tei"),
    ),
    Family(
        "tei namespaces",
        lambda size: SOUND.replace(b"<persName>", b"<persName%s>" % b"".join(b' xmlns:a%d="u"' % n for n in range(size // 16)), 1),
        _read("tei"),
    ),
    Family("tei one long text", _dumped("tei", _article), _read("tei")),
    Family("tei statements", _dumped("tei", _statements), _read("tei")),
    Family("tei white space", _tei(b"<teiHeader>", b" \n" * 10), _read("tei")),
    *(Family(f"foreign {name}", build, _read("tei")) for name, build in foreignfamilies.FAMILIES.items()),
    *(Family(f"validate {name}", build, _validate) for name, build in foreignfamilies.FAMILIES.items()),
]


def seconds(family: Family, document: str | bytes) -> float:
    """Return the CPU time of one run."""
    gc.collect()
    begun = time.process_time()
    family.read(document)
    return time.process_time() - begun


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--largest", type=int, default=LARGEST)
    parser.add_argument("--patience", type=float, default=20.0, help="seconds after which a family is not doubled again")
    parser.add_argument("families", nargs="*", help="beginnings of names")
    options = parser.parse_args()
    for warm in ("He said so. " * 9, SOUND):
        _read_text(warm), _read("tei")(warm)
    wrong = count = 0
    print("| family | bytes | seconds | exponent | MB/s | |\n| --- | ---: | --- | ---: | ---: | --- |")
    for family in FAMILIES:
        if options.families and not family.name.startswith(tuple(options.families)):
            continue
        times: list[float] = []
        sizes: list[int] = []
        size = SMALLEST
        while size <= options.largest and (not times or times[-1] < options.patience):
            document = family.build(size)
            sizes.append(len(document if isinstance(document, bytes) else document.encode(errors="surrogatepass")))
            times.append(seconds(family, document))
            size *= 2
        exponent = math.log(max(times[-1], 1e-3) / max(times[0], 1e-3)) / math.log(sizes[-1] / sizes[0]) if len(times) > 1 else 0.0
        speed = sizes[-1] / max(times[-1], 1e-6) / 1e6
        kept = (exponent <= EXPONENT or times[-1] < 0.1) and speed >= SPEED
        count, wrong = count + 1, wrong + (not kept)
        shown = " ".join(f"{one:.2f}" for one in times)
        print(f"| {family.name} | {sizes[-1]:,} | {shown} | {exponent:.2f} | {speed:.1f} | {'' if kept else 'BEYOND'} |", flush=True)
    print(f"\n{count} families, {wrong} beyond the bounds")
    raise SystemExit(bool(wrong))


if __name__ == "__main__":
    main()
