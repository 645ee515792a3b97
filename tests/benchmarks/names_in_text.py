"""How fast the names of an authority are found in text: those of the bundled records and of 5,000 made-up people more.

    python tests/benchmarks/names_in_text.py [TEXT ...]

Prints the time and memory that each way of finding takes to be made, the megabytes of UTF-8 that one core reads a second, and the hits,
which are the same for both; the automaton is left out where the ``fast`` extra is not installed. The text is made from a seed, with as
many capitals and names as news has: one name in 200 bytes. TEXT are files to read instead, article by article.
"""

import random
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from kzcorpus.authority import firstwords
from kzcorpus.authority.gazetteer import Gazetteer, Hit
from kzcorpus.authority.records import load_authority

_PEOPLE, _ARTICLES, _CAST, _SENTENCES, _WORDS, _ROUNDS = 5_000, 400, 12, 30, 22, 9
_SMALL, _SYLLABLES, _COMMON = (
    words.split()
    for words in (
        "con ver tion ment pro tec re port ing ble sys tem un der stan di a bil ity com mis sion le gis pub lic",
        "ka zy tu ra mer bek nur al da sha ro vi ten mo li sen gu or pa tai ber ko ulan yev ova gal ish kan dor",
        "the of and to in a that is was for on with as at by from has it which its were not this are but had they who will",
    )
)
_CAPITALS, _NAMES = 0.08, 0.03
Names = Sequence[tuple[str, str]]


def _word(chance: random.Random, syllables: Sequence[str], size: int) -> str:
    return "".join(chance.choices(syllables, k=size))


def people(chance: random.Random) -> Iterator[str]:
    """Yield as many names as wanted, no two alike, of one word or of two."""
    known: set[str] = set()
    while len(known) < _PEOPLE:
        name = " ".join(_word(chance, _SYLLABLES, size).capitalize() for size in ((2, 3) if chance.random() < 0.7 else (3,)))
        if name not in known:
            known.add(name)
            yield name


def _sentence(chance: random.Random, names: Names) -> str:
    words = [_word(chance, _SMALL, chance.randint(2, 3)) if chance.random() < 0.5 else chance.choice(_COMMON) for _ in range(_WORDS)]
    for i, draw in enumerate(chance.random() for _ in range(_WORDS)):
        if draw < _NAMES:
            words[i] = chance.choice(names)[0]
        elif draw < _NAMES + _CAPITALS:
            words[i] = words[i].capitalize()
    return f"{words[0].capitalize()} {' '.join(words[1:])}."


def articles(chance: random.Random, names: Names) -> list[str]:
    """Return made-up articles, some with typographic marks, that hold some of the names."""
    casts = [chance.sample(names, _CAST) for _ in range(_ARTICLES)]
    made = [" ".join(_sentence(chance, cast) for _ in range(_SENTENCES)) for cast in casts]
    return [f"“{text}”" if chance.random() < 0.6 else text for text in made]


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def measured(names: Names, texts: Sequence[str], pays_from: int) -> tuple[float, float, float, list[list[Hit]]]:
    """Return the seconds and bytes that the finder took to be made, the seconds that finding took, and the hits."""
    firstwords.PAYS_FROM = pays_from
    gazetteer = Gazetteer(names)
    memory, start = _peak(), time.process_time()
    found = list(gazetteer.scan("Astana"))
    made, memory, best = time.process_time() - start, _peak() - memory, float("inf")
    for _ in range(_ROUNDS):
        start = time.process_time()
        hits = [list(gazetteer.scan(text)) for text in texts]
        best = min(best, time.process_time() - start)
    return made, memory, best, hits if found else []


def main() -> None:
    """Print the table."""
    chance = random.Random(7)  # noqa: S311 -- repeatable
    authority = load_authority()
    bundled = [(name.text, record.id) for record in (*authority.agents(), *authority.places) for name in record.names]
    names = [*bundled, *((name, f"made-{number}") for number, name in enumerate(people(chance)))]
    texts = [Path(name).read_text(encoding="utf-8") for name in sys.argv[1:]] or articles(
        chance, [one for one in names if one[0].isascii()]
    )
    size = sum(len(text.encode()) for text in texts)
    print(f"{len(names):,} names, {len(texts):,} texts, {size / 1e6:.1f} MB")  # noqa: T201
    results = {}
    for way, pays_from in (("patterns", sys.maxsize), ("automaton", 0)):
        if pays_from or firstwords.FirstWords(["x"]).automaton:
            made, memory, best, results[way] = measured(names, texts, pays_from)
            hits = sum(map(len, results[way]))
            print(f"{way:10} made in {made:.2f} s, {memory / 1e6:.1f} MB; {size / 1e6 / best:5.1f} MB/s, {hits:,} hits")  # noqa: T201
    print("equal" if len({repr(hits) for hits in results.values()}) == 1 else "NOT EQUAL")  # noqa: T201


if __name__ == "__main__":
    main()
