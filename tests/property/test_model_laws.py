"""Laws of the typed values: what holds for every value that can exist, whatever it says."""

import copy
import pickle
from itertools import pairwise
from typing import Any

import attrs
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import kzcorpus as kz
import kzcorpus.strategies as kzst
from kzcorpus import errors
from kzcorpus.model.integrity import BETWEEN_BLOCKS, article_spans, corpus_faults
from kzcorpus.model.segments import nesting, segments
from kzcorpus.model.values import draft
from kzcorpus.strategies.model import STRATEGIES

CLASSES = pytest.mark.parametrize("cls", STRATEGIES, ids=lambda cls: cls.__name__)
LENGTH = 30
SOME_SPANS = st.lists(kzst.spans(LENGTH), max_size=8)


# spans


@given(kzst.spans(), kzst.spans())
def test_overlapping_is_symmetric_and_means_a_shared_code_point(a: kz.Span, b: kz.Span) -> None:
    shared = set(range(a.start, a.end)) & set(range(b.start, b.end))
    assert a.overlaps(b) == b.overlaps(a) == bool(shared)


@given(kzst.spans(6), kzst.spans(6), kzst.spans(6))
def test_covering_is_a_partial_order(a: kz.Span, b: kz.Span, c: kz.Span) -> None:
    assert a.covers(a)
    assert a == b or not (a.covers(b) and b.covers(a))
    assert a.covers(c) or not (a.covers(b) and b.covers(c))


@given(kzst.spans(), st.integers(0, 10**6))
def test_shifting_back_undoes_shifting(span: kz.Span, n: int) -> None:
    moved = span.shift(n)
    assert moved.shift(-n) == span
    assert len(moved) == len(span)


@given(kzst.texts(), st.data())
def test_a_span_of_a_text_slices_as_many_code_points_as_it_is_long(text: str, data: st.DataObject) -> None:
    span = data.draw(kzst.spans(len(text)))
    assert len(span.of(text)) == len(span)
    assert text[: span.start] + span.of(text) + text[span.end :] == text


@given(st.lists(kzst.spans(5)))
def test_spans_sort_by_start_then_end(spans: list[kz.Span]) -> None:
    assert sorted(spans) == sorted(spans, key=lambda span: (span.start, span.end))


# segments


@given(SOME_SPANS)
def test_segments_tile_the_text_and_hold_what_covers_every_code_point(spans: list[kz.Span]) -> None:
    pieces = [piece for piece in segments(LENGTH, spans) if len(piece.span)]
    assert [at for piece in pieces for at in range(piece.span.start, piece.span.end)] == list(range(LENGTH))
    for piece in pieces:
        for at in range(piece.span.start, piece.span.end):
            over = [index for index, span in enumerate(spans) if span.start <= at < span.end]
            assert list(piece.covers) == sorted(over, key=lambda index: (spans[index].start, -spans[index].end, index))


@given(SOME_SPANS)
def test_segments_are_cut_at_ends_of_spans_only(spans: list[kz.Span]) -> None:
    ends = {0, LENGTH} | {end for span in spans for end in (span.start, span.end)}
    cuts = {end for piece in segments(LENGTH, spans) for end in (piece.span.start, piece.span.end)}
    assert cuts == ends


@given(SOME_SPANS)
def test_an_empty_span_is_a_segment_of_its_own_inside_what_holds_its_place(spans: list[kz.Span]) -> None:
    empty = [index for index, span in enumerate(spans) if not len(span)]
    pieces = [piece for piece in segments(LENGTH, spans) if not len(piece.span)]
    assert sorted(piece.covers[-1] for piece in pieces) == empty
    for piece in pieces:
        place = piece.span.start
        assert spans[piece.covers[-1]] == piece.span
        assert set(piece.covers[:-1]) == {index for index, span in enumerate(spans) if span.start < place < span.end}


@given(SOME_SPANS)
def test_segments_stand_in_the_order_of_the_text(spans: list[kz.Span]) -> None:
    pieces = [piece.span for piece in segments(LENGTH, spans)]
    assert all(a.end == b.start for a, b in pairwise(pieces))


def _cross(a: kz.Span, b: kz.Span) -> bool:
    return a.start < b.start < a.end < b.end or b.start < a.start < b.end < a.end


@given(SOME_SPANS)
def test_what_is_nested_never_crosses_and_leaves_out_only_what_would(spans: list[kz.Span]) -> None:
    kept: list[int] = []
    for index in sorted(range(len(spans)), key=lambda index: (spans[index].start, -spans[index].end, index)):
        if not any(_cross(spans[index], spans[other]) for other in kept):
            kept.append(index)
    assert nesting(spans) == tuple(kept)


# every value


@given(kzst.values())
def test_a_value_survives_pickling_and_copying(value: Any) -> None:
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(value, protocol)) == value  # noqa: S301 -- our own bytes
    assert copy.copy(value) == copy.deepcopy(value) == value


@given(kzst.values())
def test_equal_values_hash_alike(value: Any) -> None:
    twin = copy.deepcopy(value)
    assert hash(twin) == hash(value)
    assert {value: 1}[twin] == 1


@given(kzst.values())
def test_a_value_is_frozen_and_takes_no_other_attributes(value: Any) -> None:
    name = attrs.fields(type(value))[0].name
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(value, name, getattr(value, name))
    with pytest.raises(AttributeError):
        value.another = 1


@given(kzst.values())
def test_a_repr_is_one_line(value: Any) -> None:
    shown = repr(value)
    assert shown.isprintable()
    assert len(shown) <= 120
    assert shown.startswith(f"{type(value).__name__}(")


@given(kzst.values())
def test_evolving_nothing_changes_nothing(value: Any) -> None:
    assert attrs.evolve(value) == value


@given(kzst.values())
def test_a_draft_of_sound_parts_is_the_value(value: Any) -> None:
    parts = {field.name: getattr(value, field.name) for field in attrs.fields(type(value))}
    assert draft(type(value), **parts) == value


@given(kzst.values(), st.data())
def test_equality_is_of_every_field(value: Any, data: st.DataObject) -> None:
    other = data.draw(STRATEGIES[type(value)]())
    same = all(_exactly(getattr(value, f.name), getattr(other, f.name)) for f in attrs.fields(type(value)))
    assert (value == other) == same


def _exactly(a: Any, b: Any) -> bool:
    return a == b and not (isinstance(a, bool) ^ isinstance(b, bool))


@CLASSES
@given(data=st.data())
def test_a_surrogate_is_refused_wherever_a_string_stands(cls: type[Any], data: st.DataObject) -> None:
    value = data.draw(STRATEGIES[cls]())
    bad = data.draw(st.sampled_from(("\ud800", "a\udfff", "\ud83d\ude00")))
    names = [field.name for field in attrs.fields(cls) if isinstance(getattr(value, field.name), str)]
    if names:
        name = data.draw(st.sampled_from(names))
        with pytest.raises(kz.ModelError) as caught:
            attrs.evolve(value, **{name: bad})
        assert f"{cls.__name__}.{name}" in [fault.path for fault in caught.value.faults]
        str(caught.value).encode()


@given(kzst.values(), st.data())
def test_a_list_is_taken_for_a_tuple_and_a_string_is_not(value: Any, data: st.DataObject) -> None:
    names = [field.name for field in attrs.fields(type(value)) if isinstance(getattr(value, field.name), tuple)]
    if names:
        name = data.draw(st.sampled_from(names))
        assert attrs.evolve(value, **{name: list(getattr(value, name))}) == value
        with pytest.raises(kz.ModelError, match=rf"{name}: found str 'abc', expected tuple"):
            attrs.evolve(value, **{name: "abc"})


@given(kzst.values(), st.data())
def test_a_value_of_another_type_is_refused_by_the_name_of_its_field(value: Any, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(attrs.fields(type(value)))).name
    with pytest.raises(kz.ModelError) as caught:
        attrs.evolve(value, **{name: object()})
    assert {fault.path for fault in caught.value.faults} <= {f"{type(value).__name__}.{name}", "Span"}


# articles and corpora


@given(kzst.articles())
def test_blocks_and_the_white_space_between_them_join_to_the_text(article: kz.Article) -> None:
    joined, end = "", 0
    for block in article.blocks:
        gap = article.text[end : block.span.start]
        assert not gap.strip(BETWEEN_BLOCKS)
        joined += gap + block.span.of(article.text)
        end = block.span.end
    if article.blocks:
        assert joined + article.text[end:] == article.text
        assert not article.text[end:].strip(BETWEEN_BLOCKS)


@given(kzst.articles())
def test_every_span_of_an_article_slices_its_text(article: kz.Article) -> None:
    for _, span in article_spans(article):
        assert len(span.of(article.text)) == len(span)


@given(kzst.articles())
def test_an_article_quotes_and_cites_every_statement(article: kz.Article) -> None:
    for statement in article.statements:
        assert article.quote(statement) == " […] ".join(article.text[span.start : span.end] for span in statement.content)
        assert article.quote(statement) in article.cite(statement)
        assert statement.id in article.cite(statement)


@given(kzst.articles(), st.data())
def test_the_context_of_a_span_holds_its_words(article: kz.Article, data: st.DataObject) -> None:
    span, width = data.draw(kzst.spans(len(article.text))), data.draw(st.integers(0, 50))
    context = article.context(span, width)
    assert context in article.text
    assert span.of(article.text) in context
    assert len(context) <= len(span) + 2 * width


@given(kzst.corpora())
def test_a_corpus_finds_what_it_holds(corpus: kz.Corpus) -> None:
    assert all(corpus.article(article.id) is article for article in corpus.articles)
    assert all(corpus.statement(statement.id) is statement for _, statement in corpus.statements())
    assert all(corpus.authority.agent(agent.id) is agent for agent in corpus.authority.agents())
    assert all(corpus.authority.place(place.id) is place for place in corpus.authority.places)


@given(kzst.corpora(min_articles=1))
def test_what_a_corpus_remembers_of_its_look_ups_is_no_part_of_it(corpus: kz.Corpus) -> None:
    fresh = copy.deepcopy(corpus)
    corpus.article(corpus.articles[0].id)
    list(corpus.authority.agents())
    assert corpus == fresh
    assert hash(corpus) == hash(fresh)
    twin = pickle.loads(pickle.dumps(corpus))  # noqa: S301 -- our own bytes
    assert twin == corpus
    assert twin.article(corpus.articles[0].id) == corpus.articles[0]


@given(kzst.corpora())
def test_a_corpus_that_exists_has_no_faults_however_deep_one_looks(corpus: kz.Corpus) -> None:
    assert list(corpus_faults(corpus, deep=True)) == []


@given(kzst.corpora())
def test_articles_put_in_again_change_nothing(corpus: kz.Corpus) -> None:
    assert corpus.with_articles(*corpus.articles) == corpus == corpus.with_articles()


@given(kzst.corpora(), kzst.articles(refer=False, max_statements=0))
def test_an_article_put_in_is_found_and_takes_the_place_of_its_namesake(corpus: kz.Corpus, article: kz.Article) -> None:
    taken = {id_ for id_ in _ids(corpus) if id_ not in {held.id for held in corpus.articles}}
    article = attrs.evolve(article, id=article.id if article.id not in taken else "".join(taken) + "+", findings=())
    plain = attrs.evolve(corpus, links=(), remarks=(), corrections=(), articles=tuple(_alone(held) for held in corpus.articles))
    joined = plain.with_articles(article)
    assert joined.article(article.id) == article
    assert len(joined.articles) == len(corpus.articles) + (article.id not in {held.id for held in corpus.articles})


def _alone(article: kz.Article) -> kz.Article:
    return attrs.evolve(article, findings=())


def _ids(corpus: kz.Corpus) -> list[str]:
    known = corpus.authority
    bearers: tuple[Any, ...] = (*corpus.articles, *known.agents(), *known.places, *corpus.concepts, *corpus.occasions)
    bearers += (*corpus.remarks, *corpus.corrections, *(statement for _, statement in corpus.statements()))
    return [bearer.id for bearer in bearers]


# merging


@given(kzst.corpora())
def test_a_corpus_merged_with_itself_is_itself(corpus: kz.Corpus) -> None:
    assert corpus.merge(corpus) == corpus


@given(kzst.corpora())
def test_an_empty_corpus_adds_nothing(corpus: kz.Corpus) -> None:
    assert corpus.merge(kz.Corpus("another")) == corpus
    assert attrs.evolve(kz.Corpus(corpus.id, corpus.title).merge(corpus)) == corpus


def _renamed(value: Any, prefix: str) -> Any:
    """Put a prefix before every id and reference, so that two corpora have none in common."""
    named = {
        "id",
        "entity",
        "literal",
        "part_of",
        "seat",
        "holder",
        "body",
        "broader",
        "place",
        "within",
        "concept",
        "a",
        "b",
        "article",
        "refs",
    }
    named |= {"participants", "statements", "speaker", "occasion"}
    if isinstance(value, tuple):
        return tuple(_renamed(item, prefix) for item in value)
    if not attrs.has(type(value)):
        return value
    changes: dict[str, Any] = {}
    for field in attrs.fields(type(value)):
        item = getattr(value, field.name)
        if field.name in named and isinstance(item, str):
            changes[field.name] = prefix + item
        elif field.name in named and isinstance(item, tuple) and item and isinstance(item[0], str):
            changes[field.name] = tuple(prefix + id_ for id_ in item)
        else:
            changes[field.name] = _renamed(item, prefix)
    return draft(type(value), **changes)


@given(kzst.corpora(max_articles=1), kzst.corpora(max_articles=1), kzst.corpora(max_articles=1))
def test_merging_disjoint_corpora_is_associative(one: kz.Corpus, two: kz.Corpus, three: kz.Corpus) -> None:
    a, b, c = (_renamed(corpus, prefix) for corpus, prefix in ((one, "1"), (two, "2"), (three, "3")))
    assert a.merge(b).merge(c) == a.merge(b.merge(c))


@given(kzst.corpora(max_articles=1), kzst.corpora(max_articles=1))
def test_a_merged_corpus_holds_both(one: kz.Corpus, two: kz.Corpus) -> None:
    a, b = _renamed(one, "1"), _renamed(two, "2")
    both = a.merge(b)
    assert both.articles == a.articles + b.articles
    assert both.authority.actors == a.authority.actors + b.authority.actors
    assert (both.id, both.title) == (a.id, a.title)


# errors


FAULTS = st.lists(st.builds(errors.Fault, kzst.texts(), kzst.texts()), min_size=1).map(tuple)
ERRORS = st.one_of(
    st.builds(errors.ModelError, FAULTS),
    st.builds(errors.DecodeError, st.lists(kzst.findings(), min_size=1, max_size=40).map(tuple), st.none() | kzst.texts()),
    st.builds(errors.EncodeError, kzst.texts()),
    st.builds(errors.ReadError, kzst.texts(), kzst.texts()),
    st.builds(errors.WriteError, kzst.texts(), kzst.texts()),
    st.builds(errors.UnknownEncodingError, kzst.texts()),
    st.builds(errors.UnknownFormatError, kzst.texts(), kzst.texts()),
    st.builds(errors.UnknownExtractorError, kzst.texts(), st.lists(kzst.texts(), max_size=40).map(tuple)),
    st.builds(errors.ExtractorError, kzst.texts(), st.none() | kzst.texts(), FAULTS),
    st.builds(errors.UnknownIdError, kzst.texts(), kzst.texts()),
    st.builds(errors.AuthorityError, kzst.texts()),
    st.builds(errors.AmbiguousNameError, kzst.texts(), st.lists(kzst.matches(), max_size=40).map(tuple)),
    st.builds(errors.MissingExtraError, kzst.texts(), kzst.texts()),
)


def test_the_errors_are_all_there_are() -> None:
    known = {error for error in vars(errors).values() if isinstance(error, type) and issubclass(error, errors.KzcorpusError)}
    seen: set[type] = set()

    @settings(max_examples=500, database=None, derandomize=True, phases=(Phase.generate,))
    @given(ERRORS)
    def draw(error: kz.KzcorpusError) -> None:
        seen.add(type(error))

    draw()
    assert seen == known - {errors.KzcorpusError}


@given(ERRORS)
def test_an_error_survives_pickling_and_copying(error: kz.KzcorpusError) -> None:
    for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):  # noqa: S301 -- our own bytes
        assert type(twin) is type(error)
        assert (twin.args, str(twin), vars(twin)) == (error.args, str(error), vars(error))


@given(ERRORS)
def test_a_message_is_short_enough_for_a_log_line_and_can_be_printed(error: kz.KzcorpusError) -> None:
    assert len(str(error)) <= errors.MESSAGE_LIMIT
    str(error).encode()
