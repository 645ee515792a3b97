"""What is said of TEI in which a pointer means something that is there, and is not what should be meant; each pointer by itself.

``KZCORPUS_REWRITE=1 pytest tests/golden`` writes the file anew after a change that is meant.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import kzcorpus as kz

HERE = Path(__file__).parent
DOCUMENT = (HERE / "every_field.tei.xml").read_text(encoding="utf-8")
POINTER = re.compile(r'(?<= )(target|corresp|who|toWhom|where|ref|next|prev|ana)="#(?!string|_)([^" ]+)')
FIXED = re.compile(r'ana="(#_[a-z]+\.[a-z]+)')
OTHERS = ("a1", "arman", "astana")


def told(document: str) -> Iterator[str]:
    try:
        kz.loads(document, format="tei")
    except kz.DecodeError as error:
        yield from (f"    {one.code} {one}" for one in error.findings[:5])
    else:
        yield "    nothing"


def cases() -> Iterator[tuple[str, str]]:
    """Yield what is changed, and the document with the change."""
    for number, found in enumerate(POINTER.finditer(DOCUMENT)):
        other = OTHERS[number % len(OTHERS)]
        start, end = found.span(2)
        line = DOCUMENT.count("\n", 0, start) + 1
        yield f"line {line}: {found[1]} #{found[2]} -> #{other}", f"{DOCUMENT[:start]}{other}{DOCUMENT[end:]}"
    for number, found in enumerate(FIXED.finditer(DOCUMENT)):
        start, end = found.span(1)
        line = DOCUMENT.count("\n", 0, start) + 1
        other = ("#_mode.mixed", "#_colour.red", "#a1")[number % 3]
        yield f"line {line}: {found[1]} -> {other}", f"{DOCUMENT[:start]}{other}{DOCUMENT[end:]}"


def test_what_is_said_of_pointers_to_something_else() -> None:
    found = "".join(f"{line}\n" for name, document in cases() for line in (name, *told(document)))
    path = HERE / "pointers.txt"
    if os.environ.get("KZCORPUS_REWRITE") == "1":
        path.write_text(found, encoding="utf-8")
    assert found == path.read_text(encoding="utf-8")
