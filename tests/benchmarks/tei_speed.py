"""How long TEI takes to be read and written, as ratios to lxml on the same document, measured in turns in one process.

    python tests/benchmarks/tei_speed.py [COPIES] [ROUNDS]

The content is that of ``json_speed.py``: the packaged seed corpus, each article COPIES times. The bound of reading is lxml's parse alone,
that of writing ``tostring`` of a tree that is ready. A document that somebody has edited is read again with every fault looked for; TEI
of others is the same document without the marks of ours. Prints the best CPU time of each case and its ratio to the bound.
"""

import sys
from typing import TYPE_CHECKING

from json_speed import corpus_of, show
from lxml import etree

import kzcorpus as kz

if TYPE_CHECKING:
    from collections.abc import Callable


def main() -> None:
    """Print the table."""
    copies, rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 40, int(sys.argv[2]) if len(sys.argv) > 2 else 5
    corpus = corpus_of(copies)
    document = kz.dumps(corpus, format="tei")
    edited = document.replace(b"<text ", b"<text  ", 1).replace(b"<standOff>", b"<standOff >", 1)
    foreign = document.replace(b"urn:kzcorpus:profile:", b"urn:x:").replace(b"kzcorpus-", b"x-").replace(b"_edtf", b"edtf")
    foreign = foreign.replace(b'"text-sha256"', b'"sha"')
    tree = etree.fromstring(document, etree.XMLParser(huge_tree=True))
    cases: dict[str, Callable[[], object]] = {
        "read: bound": lambda: etree.fromstring(document, etree.XMLParser(huge_tree=True)),
        "read: as dumped": lambda: kz.loads(document, format="tei"),
        "read: edited": lambda: kz.loads(edited, format="tei"),
        "read: of others": lambda: kz.loads(foreign, format="tei"),
        "write: bound": lambda: etree.tostring(tree, encoding="utf-8"),
        "write: tei": lambda: kz.dumps(corpus, format="tei"),
    }
    show(cases, rounds, corpus, document)


if __name__ == "__main__":
    main()
