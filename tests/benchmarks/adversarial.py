# ruff: noqa: T201 -- a program that prints its table
"""Measure how the time of reading grows with the length of adversarial input: raw text, documents in JSON and TEI, dates.

    python tests/benchmarks/adversarial.py [--largest 4000000] [FAMILY ...]

Each family is doubled from 250 kB three times, and on to the largest until one run takes longer than ``--patience``, or a document is
larger than its writer may write. Prints the CPU seconds of each size, the exponent of growth over the whole range (1 is linear), the
speed at the largest, and how many values of the model a megabyte makes.
``BEYOND`` is an exponent above 1.2 where the largest takes longer than a tenth of a second; ``slow`` is less than 1 MB a second,
to be read beside the last column, the microseconds that each value took: a text that makes a hundred thousand values a megabyte cannot
be as fast as one that makes none. The families of raw text are in ``families.py``; ``check`` and ``assemble`` run on what
``read_text`` made of them.
"""

import argparse
import gc
import json
import math
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

import families
import foreignfamilies
from attacks import SOUND
from models import CORPORA

import kzcorpus as kz
from kzcorpus.errors import EncodeError, KzcorpusError

SMALLEST, LARGEST, EXPONENT, SPEED, SHORT, FEWEST = 250_000, 4_000_000, 1.2, 1.0, 0.1, 4
ENOUGH, MOST_RUNS = 0.3, 5
_HEAD, _TAIL = '{"schema_version": 1, "corpus": {"id": "c", %s', "}}"


class Family(NamedTuple):
    """What is doubled, what reads it, and what is made of it, untimed, before it is read."""

    name: str
    build: Callable[[int], str | bytes]
    read: Callable[[Any], object]
    prepare: Callable[[Any], object] = lambda document: document


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


def _read(format_: str) -> Callable[[str | bytes], object]:
    def read(document: str | bytes) -> object:
        try:
            return kz.loads(document, format=format_)
        except KzcorpusError:
            return None

    return read


def _validate(document: str | bytes) -> object:
    return kz.validates(document, format="tei")


def _read_date(text: str | bytes) -> object:
    try:
        return kz.When(str(text))
    except KzcorpusError:
        return None


def _read_article(text: str | bytes) -> kz.Article:
    return kz.read_text(text, id="a")


def _assemble(article: kz.Article) -> object:
    return kz.assemble([article], id="c")


def _corpus(text: str | bytes) -> kz.Corpus:
    return kz.assemble([_read_article(text)], id="c")


def _built(name: str, unit: str | bytes) -> Callable[[int], str | bytes]:
    return partial(families.raw, name, unit) if isinstance(unit, bytes) else partial(families.text, name, unit)


def _encoded(name: str) -> Callable[[int], bytes]:
    return lambda size: families.text(name, families.TEXTS[name], size).encode()


_FORMATS = ("json", "jsonl", "tei")
_DATES = ("2022-", "X", "2022-10-14/", "?", "2", "-", "/..", "2022-10-14T10:10:10Z", "..", "~", "\u0662", "2022-XX")
_BODY = b'<div type="article"><p>'
FAMILIES = [
    *(Family(f"read_text {name}", _built(name, unit), _read_article) for name, unit in families.TEXTS.items()),
    *(Family(f"read_text {name}", _built(name, raw), _read_article) for name, raw in families.RAW.items()),
    *(Family(f"read_text {name}, as bytes", _encoded(name), _read_article) for name in ("plain reports", "opening marks", "emoji", "said")),
    *(Family(f"assemble {name}", _built(name, unit), _assemble, _read_article) for name, unit in families.TEXTS.items()),
    *(Family(f"check {name}", _built(name, unit), kz.check, _corpus) for name, unit in families.TEXTS.items()),
    *(Family(f"When {unit!r}", _text(unit), _read_date) for unit in _DATES),
    *(Family(f"{format_} {name}", _dumped(format_, many), _read(format_)) for format_ in _FORMATS for name, many in CORPORA.items()),
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
    Family("jsonl broken lines", lambda size: '{"schema_version": 1, "corpus": {"id": "c"}}\n' + "{\n" * (size // 2), _read("jsonl")),
    Family("tei <a>", lambda size: b"<a>" * (size // 3), _read("tei")),
    Family("tei <!--", lambda size: b"<!--" * (size // 4), _read("tei")),
    Family("tei comments", _tei(b"<teiHeader>", b"<!--x-->"), _read("tei")),
    Family("tei &x;", _tei(_BODY, b"&x;"), _read("tei")),
    Family("tei &#65;", _tei(_BODY, b"&#65;"), _read("tei")),
    Family("tei CDATA", _tei(_BODY, b"<![CDATA[x]]>"), _read("tei")),
    Family("tei bogus elements", _tei(_BODY, b"<hi/>"), _read("tei")),
    Family("tei bogus articles", _tei(b"</TEI>", b"<TEI/>"), _read("tei")),
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
    Family("tei white space", _tei(b"<teiHeader>", b" \n" * 10), _read("tei")),
    *(Family(f"foreign {name}", build, _read("tei")) for name, build in foreignfamilies.FAMILIES.items()),
    *(Family(f"validate {name}", build, _validate) for name, build in foreignfamilies.FAMILIES.items()),
]


def seconds(family: Family, document: object) -> tuple[float, object]:
    """Return the CPU time of one run, the best of some where it is short, and what it made."""
    times: list[float] = []
    made: object = None
    while sum(times) < ENOUGH and len(times) < MOST_RUNS:
        gc.collect()
        begun = time.process_time()
        made = family.read(document)
        times.append(time.process_time() - begun)
    return min(times), made


def values(made: object) -> int:
    """Return how many values of the model something holds, itself included; what is shared counts once."""
    seen: set[int] = set()
    waiting = [made]
    while waiting:
        one = waiting.pop()
        if isinstance(one, tuple):
            waiting.extend(one)
        elif (fields := getattr(one, "__attrs_attrs__", None)) and id(one) not in seen:
            seen.add(id(one))
            waiting.extend(getattr(one, field.name) for field in fields)
    return len(seen)


class Row(NamedTuple):
    """What was measured of a family."""

    sizes: list[int]
    times: list[float]
    values: int

    @property
    def exponent(self) -> float:
        """The exponent of growth from the smallest to the largest."""
        sizes, times = self.sizes, self.times
        return math.log(max(times[-1], 1e-3) / max(times[0], 1e-3)) / math.log(sizes[-1] / sizes[0]) if len(times) > 1 else 0.0

    @property
    def speed(self) -> float:
        """Megabytes a second at the largest."""
        return self.sizes[-1] / max(self.times[-1], 1e-6) / 1e6

    @property
    def verdict(self) -> str:
        """Which bound is not kept."""
        if self.exponent > EXPONENT and self.times[-1] >= SHORT and len(self.times) > 2:
            return "BEYOND"
        return "slow" if self.speed < SPEED else ""

    def shown(self, name: str) -> str:
        """Return the row of the table."""
        many = self.values / self.sizes[0] * 1e6
        each = self.times[0] / self.values * 1e6 if self.values else 0.0
        times = " ".join(f"{one:.2f}" for one in self.times)
        measured = f"{times} | {self.exponent:.2f} | {self.speed:.1f} | {many:,.0f} | {each:.1f}"
        return f"| {name} | {self.sizes[-1]:,} | {measured} | {self.verdict} |"


def measured(family: Family, largest: int, patience: float) -> Row:
    """Double a family up to a size, or until one run takes too long, but three times at least."""
    times: list[float] = []
    sizes: list[int] = []
    size, count = SMALLEST, 0
    while size <= largest and (len(times) < FEWEST or times[-1] < patience):
        try:
            document = family.build(size)
        except EncodeError:
            break
        sizes.append(len(document if isinstance(document, bytes) else document.encode(errors="surrogatepass")))
        taken, made = seconds(family, family.prepare(document))
        times.append(taken)
        count = count or values(made)
        size *= 2
    return Row(sizes, times, count)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--largest", type=int, default=LARGEST)
    parser.add_argument("--patience", type=float, default=20.0, help="seconds after which a family is not doubled again")
    parser.add_argument("families", nargs="*", help="beginnings of names")
    options = parser.parse_args()
    for warm in ("He said so. " * 9, SOUND):
        _read_article(warm), _read("tei")(warm)
    verdicts: Counter[str] = Counter()
    print("| family | bytes | seconds | exponent | MB/s | values/MB | µs each | |\n| --- | ---: | --- | ---: | ---: | ---: | ---: | --- |")
    for family in FAMILIES:
        if options.families and not family.name.startswith(tuple(options.families)):
            continue
        row = measured(family, options.largest, options.patience)
        verdicts[row.verdict] += 1
        print(row.shown(family.name), flush=True)
    print(f"\n{verdicts.total()} families, {verdicts['BEYOND']} beyond the exponent, {verdicts['slow']} below {SPEED:.0f} MB a second")
    raise SystemExit(bool(verdicts["BEYOND"]))


if __name__ == "__main__":
    main()
