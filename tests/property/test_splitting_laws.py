"""Words are pieces of the text: each where it says, and nothing but white space between them."""

from hypothesis import given
from hypothesis import strategies as st

from kzcorpus.model.spans import Span
from kzcorpus.read.splitting import split

TEXTS = st.lists(
    st.sampled_from(
        ["Mr", "said", "U.S", "don't", "The", ".", ",", "“", "”", "'s", "--", "...", "_", " ", "  ", "\n", "1,237", "é", "\U0001f600"]
    )
    | st.characters(exclude_categories=["Cs"]),
    max_size=40,
).map("".join)


@st.composite
def cut_texts(draw: st.DrawFn) -> tuple[str, list[int]]:
    """Draw a text and where its sentences end, the last one left out."""
    text = draw(TEXTS)
    return text, sorted(draw(st.sets(st.integers(1, len(text) - 1), max_size=4))) if len(text) > 1 else []


@given(cut_texts())
def test_words_are_where_they_say_and_cover_all_but_white_space(drawn: tuple[str, list[int]]) -> None:
    text, stops = drawn
    found = split(text, Span(0, len(text)), stops)
    assert [text[start:end] for start, end in zip(found.starts, found.ends, strict=True)] == found.surfaces
    assert "".join(found.surfaces) == "".join(text.split())
    assert all(low in (surface.lower(), surface[:-1].lower()) for surface, low in zip(found.surfaces, found.lows, strict=True))
    assert len(found.tags) == len(found.sentence) == len(found.lows)
    assert found.capitals == [i for i, surface in enumerate(found.surfaces) if surface[0].isupper() and surface[0].isalnum()]


@given(cut_texts())
def test_no_word_lies_in_two_sentences(drawn: tuple[str, list[int]]) -> None:
    text, stops = drawn
    found = split(text, Span(0, len(text)), stops)
    for start, end, number in zip(found.starts, found.ends, found.sentence, strict=True):
        assert number == sum(stop <= start for stop in stops)
        assert not any(start < stop < end for stop in stops)


@given(cut_texts(), TEXTS)
def test_what_stands_around_a_span_changes_none_of_its_words(drawn: tuple[str, list[int]], around: str) -> None:
    text, stops = drawn
    alone = split(text, Span(0, len(text)), stops)
    shift = len(around) + 1
    inside = split(f"{around} {text} {around}", Span(shift, shift + len(text)), [stop + shift for stop in stops])
    assert (alone.surfaces, alone.tags, alone.sentence) == (inside.surfaces, inside.tags, inside.sentence)
    assert [start + shift for start in alone.starts] == inside.starts
