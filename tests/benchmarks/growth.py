# ruff: noqa: T201 -- a program that prints its table
"""Measure how the time of finding statements grows with the length of adversarial text: text made of what the rules look for.

    python tests/benchmarks/growth.py [--whole]

Prints, for each unit, the seconds for a text and for one eight times as long, and the exponent of growth between them: 1 is linear.
``--whole`` measures ``read_text``, otherwise only quotation marks, words and statements of one paragraph.
"""

import argparse
import math
import time
from collections.abc import Callable

from kzcorpus.model.articles import Article, Block
from kzcorpus.model.spans import Span
from kzcorpus.read.pipeline import read_text
from kzcorpus.read.quotes import quotations
from kzcorpus.read.sentences import sentences
from kzcorpus.read.stages import Passage, Reading
from kzcorpus.read.statements import find_statements

UNITS = [
    *("He said that it was so. ", "said ", "he said that ", "said, ", "according to ", "the claim that ", "allegedly ", "to say ", "A: "),
    *("“", "” ", '"', "' ", "“he said ” ", "he said. “No.” ", "I said “I said ", "he said “we” and ", "\n“No way at all then\n"),
    *("(", ", who ", "the ", "of the ", "he, ", "- ", "x", ". “Bcd efg hij klm nop "),
]
PAGE_UNITS = (
    "a. A. |a.|“|(! |Mr. |.@|@|\r|\u00a0@|Home@|Tags@|Share@|- item@|By Ada Quiroz@|Talks on water end@|ASTANA - |A-|A, |• |21:02@|1/|May "
    "|2022 |from May 5 to |the |Leave a Reply@|Photo: A@|He said so on Friday, and she did.@|a\u2028|。|© "
)
"""What a page is made of, ``@`` for a line end: for ``--whole`` only, since one paragraph has no lines."""
SIZE, FACTOR = 40_000, 8


def stages(text: str) -> object:
    """Find the statements of a text taken as one paragraph."""
    span = Span(0, len(text))
    passage = Passage(Block(span, "paragraph"), sentences(text, span), quotations(text, span))
    return find_statements(Reading(Article("a", text), passages=(passage,)))


def seconds(run: Callable[[str], object], text: str) -> float:
    """Return the CPU time of one run."""
    begun = time.process_time()
    run(text)
    return time.process_time() - begun


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--whole", action="store_true")
    whole = parser.parse_args().whole
    run = read_text if whole else stages
    run("He said that it was so. " * 20)
    for unit in (*UNITS, *PAGE_UNITS.replace("@", "\n").split("|")) if whole else UNITS:
        short, long = (seconds(run, unit * (size // len(unit))) for size in (SIZE, SIZE * FACTOR))
        exponent = math.log(max(long, 1e-6) / max(short, 1e-6), FACTOR)
        speed = SIZE * FACTOR / max(long, 1e-6) / 1e6
        print(f"{unit!r:32} {short:8.3f} s {long:8.3f} s   exponent {exponent:5.2f}   {speed:6.2f} million characters a second")


if __name__ == "__main__":
    main()
