"""How long JSON takes to be read and written, as ratios to orjson on the same content, measured in turns in one process.

    python tests/benchmarks/json_speed.py [COPIES] [ROUNDS]

The content is the packaged seed corpus, each article COPIES times. Prints the best CPU time of each case and its ratio to the bound.
Needs orjson.
"""

import gc
import importlib
import sys
import time
from collections.abc import Callable
from itertools import chain

import attrs

import kzcorpus as kz


def corpus_of(copies: int) -> kz.Corpus:
    """Return the seeds, each article so many times, with ids of their own."""

    def copy(article: kz.Article, number: int) -> kz.Article:
        def renamed(id_: str | None) -> str | None:
            return id_ and f"{id_}.{number}"

        statements = tuple(attrs.evolve(one, id=f"{one.id}.{number}", within=renamed(one.within)) for one in article.statements)
        return attrs.evolve(article, id=f"{article.id}.{number}", statements=statements, findings=())

    seeds = kz.load_seeds()
    articles = chain.from_iterable((copy(article, number) for article in seeds.articles) for number in range(copies))
    return attrs.evolve(seeds, articles=tuple(articles), remarks=(), links=(), corrections=())


def best(cases: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Return the least CPU time of each case, taking turns."""
    times = dict.fromkeys(cases, float("inf"))
    for _ in range(rounds):
        for name, run in cases.items():
            gc.collect()
            start = time.process_time()
            made = run()
            times[name] = min(times[name], time.process_time() - start)
            del made
    return times


def show(cases: dict[str, Callable[[], object]], rounds: int, corpus: kz.Corpus, document: bytes) -> None:
    """Print the time of each case, its speed, and its ratio to the bound of its kind."""
    times = best(cases, rounds)
    print(f"{len(document):,} bytes, {len(corpus.articles)} articles, {sum(1 for _ in corpus.statements())} statements")  # noqa: T201
    for name, seconds in times.items():
        bound = times[f"{name.partition(':')[0]}: bound"]
        print(f"{name:18s} {seconds * 1e3:8.1f} ms  {len(document) / seconds / 1e6:7.1f} MB/s  {seconds / bound:5.1f} x")  # noqa: T201


def main() -> None:
    """Print the table."""
    orjson = importlib.import_module("orjson")  # no dependency of ours
    copies, rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 40, int(sys.argv[2]) if len(sys.argv) > 2 else 5
    corpus = corpus_of(copies)
    document = kz.dumps(corpus, format="json").encode()
    edited = document.replace(b'"digest": ', b'"digest":', 1)  # no longer vouched for
    lines = kz.dumps(corpus, format="jsonl").encode()
    plain = orjson.loads(document)
    cases: dict[str, Callable[[], object]] = {
        "read: bound": lambda: orjson.loads(document),
        "read: as dumped": lambda: kz.loads(document, format="json"),
        "read: edited": lambda: kz.loads(edited, format="json"),
        "read: lines": lambda: kz.loads(lines, format="jsonl"),
        "write: bound": lambda: orjson.dumps(plain),
        "write: json": lambda: kz.dumps(corpus, format="json"),
        "write: jsonl": lambda: kz.dumps(corpus, format="jsonl"),
    }
    show(cases, rounds, corpus, document)


if __name__ == "__main__":
    main()
