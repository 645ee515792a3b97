"""What happens to a document that somebody changed: it is refused where it was changed, or it holds together and is right in every way."""

import copy
import random
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from lxml import etree

from kzcorpus.errors import MESSAGE_LIMIT, DecodeError
from kzcorpus.formats.tei.limits import Options
from kzcorpus.formats.tei.parsing import parse, recognize
from kzcorpus.formats.tei.reader import loads
from kzcorpus.formats.tei.shapes import profile
from kzcorpus.formats.tei.structure import explained
from kzcorpus.formats.tei.validation import validates
from kzcorpus.formats.tei.vocabulary import XML_ID, tag
from kzcorpus.formats.tei.writer import dumps
from kzcorpus.model.corpus import Corpus
from kzcorpus.strategies import corpora

SHARED = Path(__file__).parents[3] / "shared" / "tei"
VALUES = [
    "",
    "x",
    "#x",
    "-1",
    "1e999",
    "true",
    "#_mode.direct",
    "2022-13",
    "#string-range(a.text,0,1)",
    "_2E_",
    "a b",
    "9" * 30,
    "nan",
    "_D800_",
]
NAMES = [tag(name) for name in ("p", "note", "ptr", "ab", "head", "persName", "foo", "name", "event", "date", "said")]


def drop_attribute(element: Any, chance: random.Random, _: Any) -> None:
    if element.attrib:
        del element.attrib[chance.choice(list(element.attrib))]


def set_attribute(element: Any, chance: random.Random, _: Any) -> None:
    names = [*element.attrib, chance.choice(["n", "type", "subtype", "ana", "foo", "who", "cert", "when", XML_ID])]
    element.set(chance.choice(names), chance.choice(VALUES))


def misspell(element: Any, chance: random.Random, _: Any) -> None:
    filled = [name for name, value in element.attrib.items() if value]
    if filled:
        name = chance.choice(filled)
        value = element.get(name)
        place = chance.randrange(len(value))
        element.set(name, value[:place] + chance.choice("0159aZ.#_-,) ") + value[place + chance.randrange(2) :])


def copy_attribute(element: Any, chance: random.Random, others: Any) -> None:
    name, value = chance.choice([item for other in others for item in other.attrib.items()])
    element.set(name, value)


def rename(element: Any, chance: random.Random, _: Any) -> None:
    element.tag = chance.choice(NAMES)


def delete(element: Any, _: random.Random, __: Any) -> None:
    element.getparent().remove(element)


def repeat(element: Any, _: random.Random, __: Any) -> None:
    element.addnext(copy.deepcopy(element))


def swap(element: Any, _: random.Random, __: Any) -> None:
    if element.getnext() is not None:
        element.addprevious(element.getnext())


def move(element: Any, chance: random.Random, others: Any) -> None:
    other = chance.choice(others)
    if element not in other.iterancestors() and other is not element:
        other.addnext(element)


def write_into(element: Any, chance: random.Random, _: Any) -> None:
    element.text = (element.text or "") + chance.choice(["x", " ", "\n", "\u00a0"])


def write_after(element: Any, chance: random.Random, _: Any) -> None:
    element.tail = (element.tail or "") + chance.choice(["x", " ", "\n"])


MUTATIONS: list[Callable[[Any, random.Random, Any], None]] = [
    drop_attribute,
    set_attribute,
    misspell,
    copy_attribute,
    rename,
    delete,
    repeat,
    swap,
    move,
    write_into,
    write_after,
]


def mutated(document: bytes, chance: random.Random) -> bytes:
    """Change one thing about a document, more often in its contents than in what is the same in all of them."""
    root, _ = parse(document, Options())
    elements = [element for element in root.iter() if element is not root]
    contents = [element for element in elements if next(element.iterancestors(tag("encodingDesc")), None) is None]
    chosen = contents if chance.random() < 0.8 else elements
    chance.choice(MUTATIONS)(chance.choice(chosen), chance, chosen)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def made_anew(value: Any) -> Any:
    """Make a value again through its constructors, which check it."""
    if isinstance(value, tuple):
        return tuple(map(made_anew, value))
    if attrs.has(type(value)):
        return type(value)(**{field.name: made_anew(getattr(value, field.name)) for field in attrs.fields(type(value))})
    return value


def check_accepted(document: bytes, corpus: Corpus) -> None:
    """Hold what was read from a changed document against the model, the profile and what is written for it."""
    assert made_anew(corpus) == corpus
    assert validates(document) == ()
    assert profile().validate(parse(document, Options())[0])
    assert loads(dumps(corpus)) == corpus


def check_refused(document: bytes, error: DecodeError) -> None:
    """Look whether every fault has its place, and whether both readings of the profile say the same."""
    assert len(str(error)) <= MESSAGE_LIMIT
    if error.findings[0].code == "tei.foreign":  # what has lost every mark of ours is TEI of others, and validated as such
        assert validates(document)[0].code == "tei.foreign"
        return
    assert validates(document) == error.findings
    root, _ = parse(document, Options())
    if error.findings[0].code == "tei.version":
        return
    for finding in error.findings:
        assert finding.path is not None
        (place,) = root.xpath(finding.path, namespaces={"tei": "http://www.tei-c.org/ns/1.0"})
        assert place.sourceline == finding.line
    assert profile().validate(root) == (not list(explained(root, recognize(root)[0])))


@given(corpora(), st.randoms(use_true_random=False))
def test_a_changed_document_is_refused_in_place_or_right_in_every_way(corpus: Corpus, chance: random.Random) -> None:
    document = dumps(corpus)
    for _ in range(4):
        changed = mutated(document, chance)
        try:
            found = loads(changed)
        except DecodeError as error:
            check_refused(changed, error)
        else:
            check_accepted(changed, found)


@pytest.mark.skipif(not (shutil.which("jing") and SHARED.exists()), reason="needs jing, and ../shared/tei beside the checkout")
def test_what_is_accepted_of_changed_documents_is_tei(tmp_path: Path) -> None:
    @settings(max_examples=60, database=None, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(corpora(), st.randoms(use_true_random=False))
    def collect(corpus: Corpus, chance: random.Random) -> None:
        changed = mutated(dumps(corpus), chance)
        if not validates(changed):
            (tmp_path / f"{len(list(tmp_path.iterdir()))}.xml").write_bytes(changed)

    collect()
    documents = sorted(map(str, tmp_path.iterdir()))
    assert documents
    for schema in ("tei_all.rng", "tei_all_4.3.0.rng"):
        held = subprocess.run(["jing", str(SHARED / schema), *documents], capture_output=True, text=True, check=False)  # noqa: S603, S607
        assert (held.returncode, held.stdout) == (0, "")
