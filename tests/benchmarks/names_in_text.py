"""How fast the names of an authority are found in text: those of the bundled records and of 5,000 made-up people more.

    python tests/benchmarks/names_in_text.py [TEXT ...]

Prints the time and memory that each way of finding takes to be made, the megabytes of UTF-8 that one core reads a second, and the hits,
which are the same for both. Other programs slow all ways alike, so there is a third to compare with: the automaton of ahocorasick-rs over
the names as they are, which knows neither whole words nor other spaces and marks nor ids. It and ours need the ``fast`` extra. The ways
take turns, and each part of the text counts with its best of several rounds. The text is made from a seed, with as many capitals and
names as news has: one name in 200 bytes. TEXT are files to read instead, article by article.
"""

import random
import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from kzcorpus.authority import firstwords
from kzcorpus.authority.gazetteer import Gazetteer
from kzcorpus.authority.records import load_authority

_PEOPLE, _ARTICLES, _CAST, _SENTENCES, _WORDS, _ROUNDS, _PART = 5_000, 400, 12, 30, 22, 15, 20
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
Way = Callable[[str], Sequence[object]]


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


def scanner(names: Names, pays_from: int) -> tuple[Way, str]:
    """Return how names are found one way, and what it took to be made."""
    gazetteer = Gazetteer(names)

    def find(text: str) -> Sequence[object]:
        firstwords.PAYS_FROM = pays_from
        return list(gazetteer.scan(text))

    memory, start = _peak(), time.process_time()
    find("Astana")
    return find, f"made in {time.process_time() - start:.2f} s, {(_peak() - memory) / 1e6:.1f} MB"


def bare(names: Names) -> tuple[Way, str]:
    """Return how an automaton alone finds names, and what it took to be made."""
    from ahocorasick_rs import AhoCorasick, Implementation, MatchKind  # noqa: PLC0415 -- an extra

    memory, start = _peak(), time.process_time()
    made = AhoCorasick({name: None for name, _ in names}, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA)
    return made.find_matches_as_indexes, f"made in {time.process_time() - start:.2f} s, {(_peak() - memory) / 1e6:.1f} MB"


def seconds(ways: Sequence[Way], texts: Sequence[str]) -> list[float]:
    """Return the time that each way takes for all texts: the sum of the best times for parts of them."""
    parts = [texts[i : i + _PART] for i in range(0, len(texts), _PART)]
    times: list[list[list[float]]] = [[[] for _ in parts] for _ in ways]
    for _ in range(_ROUNDS):
        for way, taken in zip(ways, times, strict=True):
            for part, rounds in zip(parts, taken, strict=True):
                start = time.process_time()
                for text in part:
                    way(text)
                rounds.append(time.process_time() - start)
    return [sum(map(min, taken)) for taken in times]


def main() -> None:
    """Print the table."""
    chance = random.Random(7)  # noqa: S311 -- repeatable
    authority = load_authority()
    bundled = [(name.text, record.id) for record in (*authority.agents(), *authority.places) for name in record.names]
    names = [*bundled, *((name, f"made-{number}") for number, name in enumerate(people(chance)))]
    texts = [Path(name).read_text(encoding="utf-8") for name in sys.argv[1:]] or articles(
        chance, [one for one in names if one[0].isascii()]
    )
    size = sum(len(text.encode()) for text in texts) / 1e6
    print(f"{len(names):,} names, {len(texts):,} texts, {size:.1f} MB")  # noqa: T201
    ways = {"patterns": scanner(names, sys.maxsize)}
    if firstwords.FirstWords(["x"]).automaton:
        ways |= {"automaton": scanner(names, 0), "bare automaton": bare(names)}
    taken = seconds([way for way, _ in ways.values()], texts)
    for (label, (way, made)), time_ in zip(ways.items(), taken, strict=True):
        hits = sum(len(way(text)) for text in texts)
        print(f"{label:14} {made}; {size / time_:5.1f} MB/s, {taken[-1] / time_:.2f} of the last; {hits:,} hits")  # noqa: T201
    ours = [ways[label][0] for label in ("patterns", "automaton") if label in ways]
    print("equal" if all(len({repr(way(text)) for way in ours}) == 1 for text in texts) else "NOT EQUAL")  # noqa: T201


if __name__ == "__main__":
    main()
