import pytest

from kzcorpus import load_authority
from kzcorpus.model.articles import Block
from kzcorpus.model.spans import Span
from kzcorpus.read.mentions.labelling import label
from kzcorpus.read.mentions.labels import Labels
from kzcorpus.read.mentions.running import joined
from kzcorpus.read.mentions.signs import signs_of
from kzcorpus.read.sentences import sentences
from kzcorpus.read.stages import Passage
from kzcorpus.read.words import words_in


def labels_of(text: str) -> Labels:
    span = Span(0, len(text))
    passage = Passage(Block(span, "paragraph"), sentences(text, span))
    return label(joined(text, [(passage, words_in(text, passage))]), signs_of(load_authority()))


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("He met Dana Quill there.", "..GN.."),
        ("He met J. van Hale there.", "..npN.."),
        ("The Kazakh Foreign Minister spoke.", ".DNR.."),
        ("He met Mark Singer and Mr. Major.", "..GN.HN."),
        ("They left Quill Bank and Moscow.", "..NI.A."),
        ("The pro-Moscow side won.", ".A..."),
    ],
)
def test_each_word_has_the_label_of_what_it_may_be_in_a_name(text: str, marks: str) -> None:
    assert labels_of(text).marks == f".{marks}."  # a break stands before and behind


def test_names_of_the_authority_stand_with_their_words() -> None:
    labels = labels_of("He left Nur-Sultan for New York.")
    assert [labels.words.text[hit.start : hit.end] for hit in labels.hits] == ["Nur-Sultan", "New York"]
    assert labels.bounds == [(3, 4), (5, 7)]
    assert labels.cover == [-1, -1, -1, 0, -1, 1, 1, -1, -1]


def test_a_name_that_ends_with_a_small_noun_is_left_to_the_descriptions() -> None:
    assert labels_of("He praised the Kazakh government.").hits == []
