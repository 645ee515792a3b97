"""Any text, anywhere: every Unicode scalar value and thousands of hostile strings come back equal, and are read whole."""

import random
from collections.abc import Iterator

import pytest

import kzcorpus as kz
from kzcorpus.model.agents import Actor, Concept
from kzcorpus.model.articles import Article, Block, Mention
from kzcorpus.model.authorities import Authority
from kzcorpus.model.corpus import Corpus
from kzcorpus.model.links import Correction
from kzcorpus.model.names import Name
from kzcorpus.model.provenance import Made
from kzcorpus.model.spans import Span
from kzcorpus.model.statements import Statement, Voice
from kzcorpus.strategies.text import AWKWARD, AWKWARD_IDS, PIECES

FORMATS = ("json", "jsonl", "tei")
BLOCK = 4_096
PLANES = ["".join(chr(code) for code in range(start, start + BLOCK) if not 0xD800 <= code <= 0xDFFF) for start in range(0, 0x110000, BLOCK)]
SCALARS = [text for text in PLANES if text]
COMBINING = "\u0301\u0323\u0338\u0483\u05b0\u064b\u093c\u0e48\u1dc0\u20d0\u3099\ufe20\U0001d165"
MARKS_OF_DIRECTION = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
LINE_ENDS = ("\n", "\r", "\r\n", "\n\r", "\r\r\n", "\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\x1c", "\x1d", "\x1e")
NONCHARACTERS = "".join(chr(plane << 16 | low) for plane in range(17) for low in (0xFFFE, 0xFFFF)) + "".join(
    map(chr, range(0xFDD0, 0xFDF0))
)
CONTROLS = "".join(map(chr, (*range(0x20), *range(0x7F, 0xA0), 0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xFFF9, 0xFFFA, 0xFFFB)))
MANY = 5_000


def _torture() -> Iterator[str]:
    yield from (*PIECES, *AWKWARD_IDS, *LINE_ENDS, *CONTROLS, *NONCHARACTERS)
    yield from (a + b for a in LINE_ENDS for b in LINE_ENDS)
    yield from (f"a{control}b" for control in CONTROLS + NONCHARACTERS)
    yield from ("e" + mark * count for mark in COMBINING for count in (1, 2, 50))
    yield from (f"{mark}Talks{mark}\u05e9\u05dc\u05d5\u05dd{mark}" for mark in MARKS_OF_DIRECTION)
    yield from (mark * 60 for mark in MARKS_OF_DIRECTION)


def torture() -> list[str]:
    """Return thousands of hostile strings, no two the same: all by themselves, then drawn together."""
    found, chance = dict.fromkeys(_torture()), random.Random(20221014)  # noqa: S311 -- no secret
    pools = (COMBINING, MARKS_OF_DIRECTION, NONCHARACTERS, CONTROLS, AWKWARD, "".join(LINE_ENDS), "aé漢😀 <&>\"'\\")
    while len(found) < MANY + 200:
        pieces = [chance.choice(chance.choice(pools)) for _ in range(chance.randrange(1, 12))]
        pieces.append(chance.choice(PIECES))
        chance.shuffle(pieces)
        found["".join(pieces)] = None
    found.pop("", None)
    return list(found)


STRINGS = torture()


def corpus_of(texts: list[str]) -> Corpus:
    """Return a corpus that has each text in every place a string can stand in: texts, ids, names, notes, titles, extra."""
    articles, actors, concepts, corrections = [], [], [], []
    for text in texts:
        end = Span(0, len(text))
        made = Made(by=text, version=text, rule=text, note=text)
        said = Statement(f"s{text}", (end,), speaker=Voice(f"p{text}", text, end), verbatim=(end,), made=made)
        mention = Mention(end, "person", f"p{text}", text)
        finding = kz.Finding(f"c{text}", "info", text, hint=text, path=text)
        # one block where that tiles the text: white space at either end lies outside of a block as well as inside
        articles.append(
            Article(
                f"a{text}",
                text,
                blocks=(Block(end, "paragraph"),),
                mentions=(mention,),
                statements=(said,),
                findings=(finding,),
                extra=((text, text),),
            )
        )
        actors.append(Actor(f"p{text}", (Name(text),), same_as=(text,), made=made))
        concepts.append(Concept(f"k{text}", (Name(text),)))
        corrections.append(Correction(f"x{text}", f"a{text}", (end,), (text,), "accept", by=text, note=text))
    return Corpus(
        "c",
        texts[0],
        tuple(articles),
        Authority(tuple(actors)),
        tuple(concepts),
        corrections=tuple(corrections),
        extra=tuple((t, t) for t in texts),
    )


def test_there_are_as_many_as_there_are() -> None:
    assert sum(map(len, SCALARS)) == 1_112_064
    assert len(set(STRINGS)) >= MANY


@pytest.mark.parametrize("format_", FORMATS)
def test_every_scalar_value_comes_back_in_its_block(format_: str) -> None:
    spans = [Span(0, len(text)) for text in SCALARS]
    articles = tuple(
        Article(f"a{number}", text, blocks=(Block(span, "paragraph"),))
        for number, (text, span) in enumerate(zip(SCALARS, spans, strict=True))
    )
    corpus = Corpus("c", articles=articles)
    found = kz.loads(kz.dumps(corpus, format=format_), format=format_)
    assert [article.text for article in found.articles] == SCALARS
    assert found == corpus


@pytest.mark.parametrize("format_", FORMATS)
def test_scalar_values_come_back_in_names_and_notes_and_ids(format_: str) -> None:
    for start in range(0, len(SCALARS), 40):
        corpus = corpus_of(SCALARS[start : start + 40 : 16])
        assert kz.loads(kz.dumps(corpus, format=format_), format=format_) == corpus


@pytest.mark.parametrize("format_", FORMATS)
def test_hostile_strings_come_back_wherever_they_stand(format_: str) -> None:
    for start in range(0, len(STRINGS), 1_300):
        corpus = corpus_of(STRINGS[start : start + 1_300])
        assert kz.loads(kz.dumps(corpus, format=format_), format=format_) == corpus


def tiles(article: Article, text: str) -> bool:
    """Tell whether the blocks of an article and the white space between them join back to a text."""
    joined, end = [], 0
    for block in article.blocks:
        between = text[end : block.span.start]
        assert not between.strip("\t\n\r ")
        joined += [between, block.span.of(text)]
        end = block.span.end
    assert not text[end:].strip("\t\n\r ")
    return "".join([*joined, text[end:]]) == article.text == text


def test_reading_tiles_every_hostile_string() -> None:
    for text in STRINGS:
        assert tiles(kz.read_text(text, id="a"), text)


def test_reading_tiles_every_scalar_value() -> None:
    for text in SCALARS[::8]:
        assert tiles(kz.read_text(text, id="a"), text)


SURROGATES = ("\ud800", "a\udfffb", "\ud83d\ude00", "\udc00\ud800", "Talks \udbff.")


@pytest.mark.parametrize("text", SURROGATES)
def test_surrogates_are_refused_by_the_model_and_replaced_and_reported_by_reading(text: str) -> None:
    for make in (
        lambda: Article("a", text),
        lambda: Article(text, "a"),
        lambda: Name(text),
        lambda: Made(note=text),
        lambda: Corpus("c", text),
        lambda: Corpus("c", extra=(("k", text),)),
        lambda: Concept(text),
    ):
        with pytest.raises(kz.ModelError):
            make()
    article = kz.read_text(text, id="a")
    assert len(article.text) == len(text)
    assert not any("\ud800" <= character <= "\udfff" for character in article.text)
    assert any(finding.severity != "info" for finding in article.findings)


@pytest.mark.parametrize("format_", FORMATS)
def test_a_surrogate_gets_into_no_document(format_: str) -> None:
    document = kz.dumps(Corpus("c", "TITLE"), format=format_)
    text = document if isinstance(document, str) else document.decode()
    for surrogate in ("\ud800", "\\ud800", "&#xD800;", "\udfff"):
        if surrogate.startswith("\\") is not (format_ == "tei") and not (surrogate.startswith("&") and format_ != "tei"):
            with pytest.raises(kz.DecodeError):
                kz.loads(text.replace("TITLE", surrogate), format=format_)
