import pytest

from kzcorpus import Actor, Article, Authority, Corpus, Span, Statement, Voice
from kzcorpus.analysis.contradictions import contradicting_statements, stem
from kzcorpus.model.statements import Polarity

_AUTHORITY = Authority(actors=(Actor("ada"), Actor("ben")))


def refs(*said: tuple[str, str, Polarity], apart: bool = False) -> list[tuple[str, ...]]:
    """Return the statements that contradict each other, of contents with their speaker and polarity, in one article or each in its own."""
    text = "\n".join(content for _, content, _ in said)
    statements = []
    for number, (speaker, content, polarity) in enumerate(said):
        start = 0 if apart else sum(len(before) + 1 for _, before, _ in said[:number])
        statements.append(Statement(f"s{number}", (Span(start, start + len(content)),), speaker=Voice(speaker), polarity=polarity))
    if apart:
        articles = tuple(Article(f"a{n}", said[n][1], statements=(one,)) for n, one in enumerate(statements))
    else:
        articles = (Article("a", text, statements=tuple(statements)),)
    return [found.refs for found in contradicting_statements(Corpus("c", articles=articles, authority=_AUTHORITY))]


_WILL = "the old bridge over the river will be closed in May"
_PAIRS = [
    (("ada", _WILL, "positive"), ("ada", "the old bridge over the river would be closed in May", "negative")),
    (("ada", _WILL, "positive"), ("ada", "the old bridge over the river will not be closed in May", "positive")),
    (("ada", _WILL, "positive"), ("ada", "the old bridge over the river won’t be closed in May", "positive")),
    (("ada", "exports of grain to the north rose in May", "positive"), ("ada", "exports of grain to the north fell in May", "positive")),
]


@pytest.mark.parametrize("pair", _PAIRS)
@pytest.mark.parametrize("apart", [False, True])
def test_what_one_speaker_affirms_and_denies(pair: tuple[tuple[str, str, Polarity], ...], *, apart: bool) -> None:
    assert refs(*pair, apart=apart) == [("s0", "s1")]


@pytest.mark.parametrize(
    "pair",
    [
        (("ada", _WILL, "positive"), ("ben", _WILL, "negative")),
        (("ada", _WILL, "positive"), ("ada", _WILL, "positive")),
        (("ada", _WILL, "positive"), ("ada", "the old bridge over the river will not be closed in May", "negative")),
        (("ada", _WILL, "positive"), ("ada", f"if {_WILL}", "negative")),
        (("ada", _WILL, "positive"), ("ada", "the new school in the hills will not be opened in June", "positive")),
        (("ada", "40 houses on the river were lost", "positive"), ("ada", "50 houses on the river were not lost", "positive")),
    ],
)
def test_what_can_be_right(pair: tuple[tuple[str, str, Polarity], ...]) -> None:
    assert refs(*pair) == []


def test_endings_are_left_out() -> None:
    assert stem("closing") == stem("closed") == stem("closes")
    assert stem("is") == "is"
