# ruff: noqa: T201 -- a program that prints its table
"""Measure the memory of reading and writing one article after another, from article 200 to the last.

    python tests/benchmarks/streams.py [--articles 20000] [--folder DIR]

The articles are those of the packaged seeds over and over, under ids of their own. Each case runs in a process of its own; its memory is
what the system says of it (``/proc``, so Linux only): the growth of what it holds, and of the most it ever held, in MB.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import cycle, islice
from pathlib import Path

import attrs

import kzcorpus as kz

FIRST = 200


def numbered(article: kz.Article, number: int) -> kz.Article:
    """Return an article under another id, and its statements under ids of their own."""
    id_ = f"a{number:06d}"
    names = {one.id: f"{id_}.{one.id.rpartition('.')[2]}" for one in article.statements}
    statements = tuple([attrs.evolve(one, id=names[one.id], within=names.get(one.within or "")) for one in article.statements])
    return attrs.evolve(article, id=id_, statements=statements, findings=())


def articles(count: int) -> Iterator[kz.Article]:
    """Yield so many articles."""
    for number, article in enumerate(islice(cycle(kz.load_seeds().articles), count), 1):
        yield numbered(article, number)


def header() -> kz.Corpus:
    """Return the corpus that the articles are to stand in."""
    return attrs.evolve(kz.load_seeds(), articles=(), links=(), remarks=(), corrections=())


def held(field: str) -> float:
    """Return how much memory this process holds (``VmRSS``), or held at most (``VmHWM``), in MB."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return int(next(line for line in lines if line.startswith(field)).split()[1]) / 1024


class Gauge:
    """Looks at the memory while articles pass."""

    def __init__(self) -> None:
        self.first = self.peak = self.seconds = 0.0
        self.number = 0

    def __call__(self, passing: Iterable[kz.Article]) -> Iterator[kz.Article]:
        """Yield what passes."""
        for article in passing:
            self.number += 1
            if self.number == FIRST:
                self.first, self.peak, self.seconds = held("VmRSS"), held("VmHWM"), time.process_time()
            yield article

    def told(self) -> str:
        """Return the cells of the table: microseconds of CPU an article, growth of what is held, growth of the peak."""
        each = (time.process_time() - self.seconds) / (self.number - FIRST) * 1e6
        return f"{self.number:,} | {each:,.0f} | {self.first:.1f} | {held('VmRSS') - self.first:+.2f} | {held('VmHWM') - self.peak:+.2f}"


def read(path: Path, gauge: Gauge) -> None:
    """Read every article of a file."""
    for _ in gauge(kz.iter_articles(path)):
        pass


Case = Callable[[Path, int, Gauge], object]
CASES: dict[str, Case] = {
    "write JSONL": lambda folder, count, gauge: kz.dump_articles(gauge(articles(count)), folder / "news.jsonl", header=header()),
    "read JSONL": lambda folder, _, gauge: read(folder / "news.jsonl", gauge),
    "write TEI": lambda folder, count, gauge: kz.dump_articles(gauge(articles(count)), folder / "news.xml", header=header()),
    "read TEI": lambda folder, _, gauge: read(folder / "news.xml", gauge),
    "append JSONL": lambda folder, count, gauge: kz.dump_articles(
        gauge(articles(count)), folder / "more.jsonl", header=header(), append=True
    ),
    "JSONL to TEI": lambda folder, _, gauge: kz.dump_articles(
        gauge(kz.iter_articles(folder / "news.jsonl")), folder / "again.xml", header=folder / "news.jsonl"
    ),
    "TEI to JSONL": lambda folder, _, gauge: kz.dump_articles(
        gauge(kz.iter_articles(folder / "news.xml")), folder / "again.jsonl", header=folder / "news.xml"
    ),
}


def measure(name: str, folder: Path, count: int) -> None:
    """Run one case, and print its line."""
    gauge = Gauge()
    CASES[name](folder, count, gauge)
    print(f"| {name} | {gauge.told()} |", flush=True)


def same(folder: Path) -> bool:
    """Tell whether what went through the other format is what was written."""
    pairs = (("news.jsonl", "again.jsonl"), ("news.xml", "again.xml"))
    return all((folder / a).read_bytes() == (folder / b).read_bytes() for a, b in pairs)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--folder", type=Path, help="where the files are written (default: a temporary folder)")
    parser.add_argument("--case", choices=CASES, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.case:
        measure(options.case, options.folder, options.articles)
        return
    print("| | articles | µs each | MB held at 200 | grown by | peak grown by |\n| --- | ---: | ---: | ---: | ---: | ---: |", flush=True)
    with tempfile.TemporaryDirectory(dir=options.folder) as made:
        for name in CASES:
            command = [sys.executable, __file__, "--case", name, "--folder", made, "--articles", str(options.articles)]
            subprocess.run(command, check=True)  # noqa: S603 -- our own program
        print("\nthe same bytes through the other format:", same(Path(made)))


if __name__ == "__main__":
    main()
