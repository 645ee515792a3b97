"""The strategies reach every field, every kind and every hard case, and keep the bounds they are given."""

import importlib
import pkgutil
import re
import subprocess
import sys
import types
import typing
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import attrs
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import kzcorpus as kz
import kzcorpus.model
import kzcorpus.strategies as kzst
from kzcorpus.model.edtf import reason_invalid
from kzcorpus.model.values import Rule, Text, field_types
from kzcorpus.plugins.hypothesis_ import CLASSES
from kzcorpus.strategies.model import STRATEGIES
from kzcorpus.strategies.text import AWKWARD, PIECES


@cache
def sample(strategy: st.SearchStrategy[Any], size: int) -> list[Any]:
    """Draw the same examples in every run."""
    drawn: list[Any] = []

    @settings(max_examples=size, database=None, derandomize=True, deadline=None, phases=(Phase.generate,))
    @given(strategy)
    def draw(value: Any) -> None:
        drawn.append(value)

    draw()
    return drawn


TEXTS, EDTF_DATES, ARTICLES, CORPORA = kzst.texts(), kzst.edtf_dates(), kzst.articles(), kzst.corpora()
VALUES = {cls: make() for cls, make in STRATEGIES.items()} | {kz.Article: ARTICLES, kz.Corpus: CORPORA}
CHEAP = VALUES.keys() - {kz.Article, kz.Authority, kz.Corpus}


def model_classes() -> Iterator[type]:
    for module in pkgutil.iter_modules(kzcorpus.model.__path__, "kzcorpus.model."):
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, type) and attrs.has(value) and value.__module__ == module.name and value is not Rule:
                yield value


def test_every_class_of_the_model_has_a_strategy_that_hypothesis_knows() -> None:
    assert set(STRATEGIES) == set(model_classes()) == set(CLASSES)


@pytest.mark.parametrize("cls", STRATEGIES, ids=lambda cls: cls.__name__)
def test_every_field_takes_what_its_type_allows(cls: type[Any]) -> None:
    few = 600 if cls in CHEAP else 500
    drawn = sample(VALUES[cls], few)
    assert all(type(value) is cls for value in drawn)
    for name, kind in field_types(cls).items():
        for shape, holds in _shapes(kind):
            # one kind of fourteen may be missing from a few hundred draws; what is still missing from ten times as many is never drawn
            seen = any(holds(getattr(value, name)) for value in drawn) or any(
                holds(getattr(value, name)) for value in sample(VALUES[cls], 10 * few)
            )
            assert seen, f"{cls.__name__}.{name} is never {shape}"


Shape = tuple[str, Callable[[Any], object]]

STRINGS: tuple[Shape, ...] = (
    ("the empty string", lambda value: value == ""),
    ("a string", bool),
    ("a string without line ends", lambda value: value and not re.search(r"[\r\n]", value)),
    ("a string outside ASCII", lambda value: value and not value.isascii()),
)
COLLECTIONS: tuple[Shape, ...] = (("empty", lambda value: value == ()), ("one item", lambda value: value and len(value) == 1))
PLAIN: dict[object, tuple[Shape, ...]] = {
    type(None): (("None", lambda value: value is None),),
    bool: (("True", lambda value: value is True), ("False", lambda value: value is False)),
    int: (("above 1", lambda value: type(value) is int and value > 1), ("0 or below", lambda value: type(value) is int and value <= 0)),
    float: (("a number", lambda value: type(value) is float),),
    Text: STRINGS,
}


def _member(option: object) -> Shape:
    return str(option), lambda value: value == option


def _shapes(kind: Any) -> Iterator[Shape]:
    """Yield what a field of this type should be in some example, with the test for it."""
    origin, options = typing.get_origin(kind), typing.get_args(kind)
    if kind in PLAIN:
        yield from PLAIN[kind]
    elif origin in (typing.Union, types.UnionType):
        for option in options:
            yield from _shapes(option)
    elif origin is typing.Literal:
        yield from map(_member, options)
    elif origin is tuple:
        yield from (*COLLECTIONS, ("several items", lambda value: value and len(value) > 1))
    elif origin is typing.Annotated:
        yield "a string", lambda value: isinstance(value, str)
    else:
        yield kind.__name__, lambda value: isinstance(value, kind)


HARD_TEXTS = {
    "empty": lambda t: not t,
    "long": lambda t: len(t) >= 150,
    "C0 control": lambda t: any(c < " " and c not in "\t\n\r" for c in t),
    "NUL": lambda t: "\0" in t,
    "C1 control": lambda t: any("\x80" <= c < "\xa0" for c in t),
    "noncharacter": lambda t: any(ord(c) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(c) <= 0xFDEF for c in t),
    "astral": lambda t: any(c > "\uffff" for c in t),
    "combining": lambda t: any(unicodedata.combining(c) for c in t),
    "bidirectional control": lambda t: any(c in t for c in "\u202a\u202e\u2066\u2069\u200e"),
    "byte-order mark inside": lambda t: "\ufeff" in t[1:],
    "replacement character": lambda t: "\ufffd" in t,
    "CR": lambda t: re.search(r"\r(?!\n)", t),
    "LF": lambda t: re.search(r"(?<!\r)\n", t),
    "CRLF": lambda t: "\r\n" in t,
    "line separator": lambda t: "\u2028" in t,
    "next line": lambda t: "\x85" in t,
    "markup": lambda t: set("<>&\"'") & set(t),
    "end of CDATA": lambda t: "]]>" in t,
    "private use": lambda t: any(unicodedata.category(c) == "Co" for c in t),
    "unassigned": lambda t: any(unicodedata.category(c) == "Cn" for c in t),
    "only white space": lambda t: t and not t.strip(),
    "right to left": lambda t: any(unicodedata.bidirectional(c) in ("R", "AL") for c in t),
    "several scripts": lambda t: any("а" <= c <= "я" for c in t) and any("\u4e00" <= c <= "\u9fff" for c in t),
}


@pytest.mark.parametrize("case", HARD_TEXTS)
def test_texts_can_be_hard(case: str) -> None:
    assert any(map(HARD_TEXTS[case], sample(TEXTS, 2000)))


@given(kzst.texts(min_size=3, max_size=20))
def test_texts_keep_their_bounds_and_hold_no_surrogates(text: str) -> None:
    assert 3 <= len(text) <= 20
    text.encode()


def test_every_awkward_code_point_and_piece_occurs() -> None:
    assert not any(0xD800 <= ord(letter) <= 0xDFFF for letter in AWKWARD)
    seen = "".join(sample(TEXTS, 2000))
    assert [letter for letter in AWKWARD if letter not in seen] == []
    assert [piece for piece in PIECES if piece not in seen] == []


def _crossing(article: kz.Article) -> bool:
    spans = [span for statement in article.statements for span in statement.content]
    return any(a.start < b.start < a.end < b.end for a in spans for b in spans)


def _depth(article: kz.Article) -> int:
    parents = {statement.id: statement.within for statement in article.statements}

    def up(id_: str | None) -> int:
        return 0 if id_ is None else 1 + up(parents[id_])

    return max((up(id_) for id_ in parents), default=0)


def _before_its_outer_one(article: kz.Article) -> bool:
    order = [statement.id for statement in article.statements]
    return any(s.within and order.index(s.within) > order.index(s.id) for s in article.statements)


HARD_ARTICLES = {
    "without text": lambda a: not a.text,
    "not read yet": lambda a: a.text.strip() and not a.blocks,
    "many blocks": lambda a: len(a.blocks) >= 4,
    "an empty block": lambda a: any(not len(block.span) for block in a.blocks),
    "white space between blocks": lambda a: any(x.span.end < y.span.start for x, y in zip(a.blocks, a.blocks[1:], strict=False)),
    "blocks that touch": lambda a: any(x.span.end == y.span.start for x, y in zip(a.blocks, a.blocks[1:], strict=False)),
    "white space before the first block": lambda a: a.blocks and a.blocks[0].span.start > 0,
    "white space in a block": lambda a: any(len(b.span) and not b.span.of(a.text).strip() for b in a.blocks),
    "interrupted": lambda a: any(len(s.content) > 1 and s.content[0].end < s.content[1].start for s in a.statements),
    "content out of order": lambda a: any(len(s.content) > 1 and s.content[0].start > s.content[1].end for s in a.statements),
    "no content": lambda a: any(not s.content for s in a.statements),
    "empty content": lambda a: any(not len(span) for s in a.statements for span in s.content),
    "crossing statements": _crossing,
    "crossing mentions": lambda a: any(m.span.start < n.span.start < m.span.end < n.span.end for m in a.mentions for n in a.mentions),
    "equal mentions": lambda a: any(m.span == n.span for m in a.mentions for n in a.mentions if m is not n),
    "an empty mention": lambda a: any(not len(m.span) for m in a.mentions),
    "nested three deep": lambda a: _depth(a) >= 3,
    "before its outer one": _before_its_outer_one,
    "a finding with spans": lambda a: any(f.spans for f in a.findings),
    "a mention at the end": lambda a: a.text and any(m.span.end == len(a.text) for m in a.mentions),
}


@pytest.mark.parametrize("case", HARD_ARTICLES)
def test_articles_can_be_hard(case: str) -> None:
    assert any(map(HARD_ARTICLES[case], sample(ARTICLES, 1000)))


def _mentioned(corpus: kz.Corpus) -> set[str | None]:
    return {mention.entity for article in corpus.articles for mention in article.mentions}


HARD_CORPORA = {
    "empty": lambda c: not c.articles and c.authority == kz.Authority(),
    "without articles but not empty": lambda c: not c.articles and c.occasions,
    "a mentioned actor": lambda c: _mentioned(c) & {actor.id for actor in c.authority.actors},
    "a mentioned place": lambda c: _mentioned(c) & {place.id for place in c.authority.places},
    "a mentioned occasion": lambda c: _mentioned(c) & {occasion.id for occasion in c.occasions},
    "a resolved speaker": lambda c: any(s.speaker and s.speaker.entity for _, s in c.statements()),
    "a concept below one after it": lambda c: c.concepts and c.concepts[0].broader,
    "a link across articles": lambda c: any(
        not any({link.a, link.b} <= {s.id for s in a.statements} for a in c.articles) for link in c.links
    ),
    "a correction that amends": lambda c: any(x.value and x.value.id in {s.id for _, s in c.statements()} for x in c.corrections),
    "a correction that adds": lambda c: any(x.value and x.value.id not in {s.id for _, s in c.statements()} for x in c.corrections),
    "a correction within a statement": lambda c: any(x.value and x.value.within for x in c.corrections),
    "a quotation": lambda c: any(any(x.quoted) for x in c.corrections),
    "a finding about another article": lambda c: any(f.article not in (None, a.id) and f.spans for a in c.articles for f in a.findings),
    "a finding with references": lambda c: any(f.refs for a in c.articles for f in a.findings),
    "an id outside ASCII": lambda c: any(not s.id.isascii() for _, s in c.statements()),
}


@pytest.mark.parametrize("case", HARD_CORPORA)
def test_corpora_can_be_hard(case: str) -> None:
    assert any(map(HARD_CORPORA[case], sample(CORPORA, 500)))


@given(kzst.corpora(min_articles=1, max_articles=2, max_text=10, max_statements=1, max_mentions=0, max_agents=0, max_records=0))
def test_corpora_keep_their_bounds(corpus: kz.Corpus) -> None:
    assert 1 <= len(corpus.articles) <= 2
    for article in corpus.articles:
        assert len(article.text) <= 10
        assert len(article.statements) <= 1
        assert article.mentions == ()
    assert corpus.authority == kz.Authority()
    assert not any((corpus.concepts, corpus.occasions, corpus.links, corpus.remarks, corpus.corrections))


@given(kzst.articles(ids=st.just("a"), text=st.just("Astana agreed."), max_mentions=1, max_statements=0, refer=False))
def test_articles_keep_what_they_are_given(article: kz.Article) -> None:
    assert (article.id, article.text, article.statements) == ("a", "Astana agreed.", ())
    assert kz.Corpus("c", articles=(article,)).article("a") == article


@given(kzst.statements(length=4, ids=st.just("s"), within=("t",), agents=("p",), occasions=(), concepts=("c",)))
def test_statements_refer_to_what_they_are_given(statement: kz.Statement) -> None:
    assert statement.id == "s"
    assert statement.within in (None, "t")
    assert all(span.end <= 4 for _, span in statement.spans())
    assert all(voice.entity in (None, "p") for _, voice in statement.voices())
    assert statement.occasion is None or statement.occasion.occasion is None
    assert all(stance.concept == "c" for stance in statement.stances)


@given(kzst.spans(10, min_size=3))
def test_spans_keep_their_bounds(span: kz.Span) -> None:
    assert span.end <= 10
    assert len(span) >= 3


@given(kzst.texts(), st.data())
def test_tilings_tile_any_text(text: str, data: st.DataObject) -> None:
    tiles = data.draw(kzst.tilings(text))
    kz.Article("a", text, blocks=tiles)


EDTF_FORMS = {
    "day": r"\d{4}-\d\d-\d\d",
    "month": r"\d{4}-(0\d|1[012])",
    "year": r"\d{4}",
    "before the year 1": r"-\d{4}-\d\d-\d\d",
    "season": r"\d{4}-2[1-4]",
    "season of an unknown year": r"[\dX]*X[\dX]*-2[1-4]",
    "uncertain": r".*\?",
    "approximate": r".*~",
    "both": r".*%",
    "unspecified day": r"\d{4}-\d\d-XX",
    "unspecified digits inside": r"\dX\d\d(-.*)?",
    "unspecified year": r"XXXX-\d\d-\d\d",
    "one unspecified digit": r"\d{4}-(X\d-\d\d|\dX-\d\d|\d\d-X\d|\d\d-\dX)",
    "moment": r".*T\d\d:\d\d:\d\d",
    "moment in UTC": r".*Z",
    "moment with an offset": r".*T.*[+-]\d\d:\d\d",
    "interval": r"\d{4}.*/\d{4}.*",
    "open end": r".+/\.\.",
    "open start": r"\.\./.+",
    "unknown end": r".+/",
    "unknown start": r"/.+",
    "long year": r"Y\d{5,}",
    "long year before 1": r"Y-\d{5,}",
    "an interval of qualified dates": r"[^/]*[?~%]/[^/]*[?~%]",
}


@pytest.mark.parametrize("form", EDTF_FORMS)
def test_edtf_dates_take_every_form(form: str) -> None:
    assert any(re.fullmatch(EDTF_FORMS[form], date, re.ASCII) for date in sample(EDTF_DATES, 3000))


@given(kzst.edtf_dates())
def test_edtf_dates_are_valid(date: str) -> None:
    assert reason_invalid(date) is None


@given(kzst.whens(length=None), kzst.whens(length=0))
def test_whens_have_the_spans_they_may(loose: kz.When, tight: kz.When) -> None:
    assert loose.span is None
    assert tight.span in (None, kz.Span(0, 0))


@pytest.mark.parametrize("name", kzst.__all__)
def test_every_public_strategy_says_what_it_draws(name: str) -> None:
    strategy = getattr(kzst, name)
    assert strategy.__doc__
    assert len(sample(strategy(), 10)) == 10


@pytest.mark.parametrize("cls", [*STRATEGIES, kz.Agent], ids=str)
def test_hypothesis_makes_values_by_their_type(cls: type[Any]) -> None:
    assert all(isinstance(value, cls) for value in sample(st.from_type(cls), 10))


def _python(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60)  # noqa: S603
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_importing_hypothesis_builds_no_strategies() -> None:
    assert _python("import sys, hypothesis; print('kzcorpus.strategies' in sys.modules)") == "False"


def test_without_hypothesis_the_message_says_what_to_install() -> None:
    code = "import sys; sys.modules['hypothesis'] = None\ntry: import kzcorpus.strategies\nexcept ImportError as error: print(error)"
    assert "pip install 'kzcorpus[strategies]'" in _python(code)
