from typing import Any

import pytest

import kzcorpus as kz
from kzcorpus import Finding, Span, Statement, Voice, anchored
from kzcorpus.read.extraction.anchoring import DRAFT

TEXT = (
    "“It’s ready,” the minister said on Friday. She said that it would open in May, and she would be there.\n\n"
    "The road, he said, is open. He said no more.\n\n"
    "𝐀 rider 🏇 said that the road is open.\n"
)
ARTICLE = kz.read_text(TEXT, id="a")


def found(content: Any, **options: Any) -> tuple[str, str | None, list[str]]:
    statement = anchored(ARTICLE, content, **options)
    assert isinstance(statement, Statement), statement
    speaker = statement.speaker
    return ARTICLE.quote(statement), speaker.span.of(TEXT) if speaker and speaker.span else None, [span.of(TEXT) for span in statement.cue]


def refused(content: Any, **options: Any) -> tuple[str, str]:
    finding = anchored(ARTICLE, content, **options)
    assert isinstance(finding, Finding), finding
    assert finding.severity == "warning"
    return finding.code, finding.message


def test_the_public_name() -> None:
    assert kz.anchored is anchored


def test_words_that_stand_once() -> None:
    assert found("it would open in May", speaker="She", cue="said") == ("it would open in May", "She", ["said"])


def test_typography_may_differ() -> None:
    assert found("It's ready", speaker="the  minister", cue="said\n") == ("It’s ready", "the minister", ["said"])
    assert found(["The road", "is open"], speaker="he", cue="said") == ("The road […] is open", "he", ["said"])
    wrapped = anchored(kz.Article("a", "It was “all\r\n\xa0 right” there"), '"all right"')
    assert isinstance(wrapped, Statement)
    assert wrapped.content == (Span(7, 21),)


def test_offsets_are_code_points() -> None:
    statement = anchored(ARTICLE, "the road is open", speaker="𝐀 rider 🏇")
    assert isinstance(statement, Statement)
    assert statement.speaker == Voice(span=Span(TEXT.index("𝐀"), TEXT.index("𝐀") + 9))


def test_words_are_whole() -> None:
    assert refused("pen in May") == ("words-not-found", "the content 'pen in May' does not stand in the text")
    assert found("The road, he")[0] == "The road, he"
    assert found("no")[0] == "no"


def test_speaker_and_cue_stand_in_the_sentence_or_else_in_the_block() -> None:
    assert found("is open", start=TEXT.index("is open"), cue="said") == ("is open", None, ["said"])
    assert refused("is open. He", cue="said")[0] == "words-ambiguous"
    assert found("no more", speaker="he")[1] == "he"
    assert refused("no more", speaker="minister")[0] == "words-not-found"
    assert refused("no more", speaker="He", cue="He")[0] == "words-not-found"


def test_several_places_are_refused_unless_the_first_is_meant() -> None:
    finding = anchored(ARTICLE, "road")
    assert isinstance(finding, Finding)
    assert finding.code == "words-ambiguous"
    assert [span.of(TEXT) for span in finding.spans] == ["road", "road"]
    first = TEXT.index("road")
    for start in (0, first, -5):
        statement = anchored(ARTICLE, "road", start=start)
        assert isinstance(statement, Statement)
        assert statement.content == (Span(first, first + 4),)
    later = anchored(ARTICLE, "road", start=first + 1)
    assert isinstance(later, Statement)
    assert later.content[0].start == TEXT.rindex("road")
    assert refused("road", start=10_000)[0] == "words-not-found"


def test_a_passage_bounds_everything() -> None:
    assert found("road", passage="that the road is open") == ("road", None, [])
    assert refused("road", passage="the minister") == ("words-not-found", "the content 'road' does not stand in the passage")
    assert refused("road", passage="nowhere at all") == ("words-not-found", "the passage 'nowhere at all' does not stand in the text")
    assert refused("road", passage="said")[0] == "words-ambiguous"
    assert found("open", speaker="she", passage="open in May, and she would be there")[1] == "she"


def test_pieces_stand_in_order_and_apart() -> None:
    assert refused(["is open. He", "The road, he said"])[0] == "words-not-found"
    assert found(["The road", "is open", "no more"])[0] == "The road […] is open […] no more"
    assert found(["road", "open"], start=0)[0] == "road […] open"
    assert refused(["It’s ready", "road"])[0] == "words-ambiguous"


def test_several_cues_are_apart() -> None:
    assert found("open in May", cue=["said", "that"])[2] == ["said", "that"]
    assert refused("no more", cue=["He", "He"])[0] == "words-not-found"


@pytest.mark.parametrize("words", ["", " \n"])
def test_no_words_stand_nowhere(words: str) -> None:
    assert refused(words)[0] == "words-not-found"
    assert refused("no more", speaker=words)[0] == "words-not-found"
    assert refused("no more", cue=words)[0] == "words-not-found"
    assert refused("no more", passage=words)[0] == "words-not-found"


def test_other_fields_stay_as_they_are() -> None:
    at = TEXT.index("no more")
    statement = anchored(ARTICLE, "no more", speaker=Voice(name="Ada"), mode="indirect", stances=(kz.Stance("road"),))
    assert statement == Statement(
        DRAFT, content=(Span(at, at + 7),), speaker=Voice(name="Ada"), mode="indirect", stances=(kz.Stance("road"),)
    )
    assert anchored(ARTICLE, "no more", id="a.7").id == "a.7"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "options",
    [{"content": None}, {"content": []}, {"content": ["a", 7]}, {"content": "no", "cue": 7}, {"content": "no", "speaker": 7}],
)
def test_words_that_are_no_strings_are_the_callers_error(options: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match=r"\Afound .* for the (content|cue|speaker), expected a str"):
        anchored(ARTICLE, **options)


def test_an_article_without_blocks_is_one_block() -> None:
    statement = anchored(kz.Article("a", "He said no."), "no", speaker="He", cue="said")
    assert isinstance(statement, Statement)
    assert statement.cue == (Span(3, 7),)
