"""Laws of extractors: ours by its name is ours, what is sound survives, and words that were quoted are found where they stand."""

from typing import Any

import attrs
from hypothesis import assume, given
from hypothesis import strategies as st

import kzcorpus as kz
from kzcorpus import strategies as kzst
from kzcorpus.read.extraction.occurrences import occurrences

WORDS = st.lists(
    st.sampled_from(["he", "said", "the", "road", "“it’s", "open”", "𝐀", ",", ".", "no", "no-one", "\n", "'", "é", "is"]), max_size=30
)
ENGLISH = "The people of the town were told that the bridge would not be opened before the end of the year, and they were not happy.\n"
PROSE = st.lists(
    st.sampled_from(
        ["he said", "“we agree,”", "said Mr. Fox", "according to", "the mayor", "that", "the road was open", ",", ".", "\n\n", "🏇"]
    ),
    max_size=40,
).map(" ".join)


class Returning:
    """An extractor that knows what to return."""

    def __init__(self, *found: kz.Statement | kz.Finding) -> None:
        self.found = found

    def extract(self, article: kz.Article) -> tuple[kz.Statement | kz.Finding, ...]:
        del article
        return self.found


@given(PROSE)
def test_our_rules_by_their_name_are_our_rules(prose: str) -> None:
    """The default extractor given explicitly reads as without it."""
    assert kz.read_text(ENGLISH + prose, extractor="rules") == kz.read_text(ENGLISH + prose)


@given(PROSE)
def test_what_our_rules_find_is_accepted_as_it_is(prose: str) -> None:
    """An extractor that returns what the rules found gives the same article."""
    ours = kz.read_text(ENGLISH + prose, id="a")
    assert kz.read_text(ENGLISH + prose, id="a", extractor=Returning(*ours.statements)).statements == ours.statements


@given(kzst.articles())
def test_sound_statements_of_any_extractor_survive_json_and_tei(article: kz.Article) -> None:
    """Whatever can stand in an article can be returned for its text, assembled, written and read again."""
    findings = [attrs.evolve(finding, article=None, refs=tuple(s.id for s in article.statements), spans=()) for finding in article.findings]
    found = kz.read_text(article.text, id=article.id, extractor=Returning(*article.statements, *findings))
    assume(found.text == article.text)  # an article may begin with what reading takes for a byte-order mark
    assert len(found.statements) == len(article.statements)
    assert sorted(s.content for s in found.statements) == sorted(s.content for s in article.statements)
    assert len({s.id for s in found.statements}) == len(found.statements)
    corpus = kz.assemble([found], id="c")
    for format_ in ("json", "tei"):
        assert kz.loads(kz.dumps(corpus, format=format_), format=format_) == corpus


@given(kzst.articles(), st.randoms())
def test_the_order_in_which_drafts_are_returned_decides_no_id(article: kz.Article, random: Any) -> None:
    """Ids depend on the words, and on the order in the text."""
    drafts = [kz.Statement("draft", content=statement.content) for statement in article.statements]
    places = [(min((s.start for s in d.content), default=-1), max((s.end for s in d.content), default=-1)) for d in drafts]
    assume(len(set(places)) == len(places))
    first = kz.read_text(article.text, id="a", extractor=Returning(*drafts))
    random.shuffle(drafts)
    assert kz.read_text(article.text, id="a", extractor=Returning(*drafts)) == first


@given(WORDS, st.data())
def test_words_quoted_from_a_text_are_found_there(pieces: list[str], data: st.DataObject) -> None:
    """What is quoted word by word is found at its place, or refused because it stands in others too; never anywhere else."""
    article = kz.Article("a", " ".join(["so", *pieces, "ends"]))
    tokens = article.text.split(" ")
    first = data.draw(st.integers(0, len(tokens) - 1))
    last = data.draw(st.integers(first + 1, len(tokens)))
    start = len(" ".join(tokens[:first])) + (first > 0)
    words = " ".join(tokens[first:last])
    assume(words.strip())
    begin = start + len(words) - len(words.lstrip())
    place = kz.Span(begin, begin + len(words.strip()))
    found = kz.anchored(article, words)
    if isinstance(found, kz.Statement):
        assert found.content == (place,)
    else:
        assert found.code == "words-ambiguous"
        assert all(span.of(article.text) == words.strip() for span in found.spans)
    assert kz.anchored(article, words, start=begin).content == (place,)  # type: ignore[union-attr]


@given(WORDS, st.text(alphabet="heanodrs “”'\".,", max_size=8))
def test_places_hold_the_words_and_nothing_else(pieces: list[str], words: str) -> None:
    """A place reads as the words, apart from white space and the style of quotation marks."""
    text = " ".join(pieces)
    whole = [kz.Span(0, len(text))]
    exact, loose = [list(places) for places in occurrences(text, words, whole)] or ([], [])
    style = str.maketrans("“”‘’", "\"\"''")
    assert all(span.of(text) == words for span in exact)
    assert all(span.of(text).translate(style).split() == words.translate(style).split() for span in loose)
    assert set(exact) <= set(loose)
