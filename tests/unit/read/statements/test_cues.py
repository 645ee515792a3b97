import pytest

from kzcorpus.model.spans import Span
from kzcorpus.read.lexicon import lexicon
from kzcorpus.read.quotes import quotations
from kzcorpus.read.statements.cues import crowded, find_cues, noun_entries
from kzcorpus.read.statements.verbs import verb_entries
from kzcorpus.read.vocabulary import cue_words, verb_forms
from kzcorpus.read.words import Words, words_of

FRAMES = "figure quote that bare question infinitive noun person object about of on for to against at with by in over if as whom"


def words(text: str) -> Words:
    span = Span(0, len(text))
    return words_of(text, span, (span,), quotations(text, span))


def cues(text: str) -> list[str]:
    return [words(text).span(cue.first, cue.last).of(text) for cue in find_cues(words(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister said that the road was open.", ["said"]),
        ("She has repeatedly been asked about it.", ["has repeatedly been asked"]),
        ("He did not say whether he would go.", ["did not say"]),
        ("He will later announce the list.", ["will later announce"]),
        ("The envoy went on to criticize the plan, adding that it failed.", ["went on to criticize", "adding"]),
        ("They pointed out that the bridge is old.", ["pointed out"]),
        ("The president made it clear that the border stays open.", ["made it clear"]),
        ("Critics say the plan is dead.", ["say"]),
        ("Polls show that she leads.", ["show"]),
        ("Those asked say the plan is dead.", ["say"]),
        ("The groups that wrote to her on Monday say it is dead.", ["wrote", "say"]),
        ("A document filed Thursday says that it is dead.", ["says"]),
        ("Another ranking says it is dead.", ["says"]),
        ("An ad released Thursday accuses her of theft.", ["accuses"]),
        ("Anna Perez, an early supporter of the plan, calls it a success.", ["calls"]),
        ("She is not sure that it is dead.", ["is not sure"]),
        ("The cars have sure brakes.", []),
        ("The town remembers the council’s hope that it would go.", ["remembers", "hope"]),
        ("The spokesman declined to comment on the talks.", ["declined", "declined to comment"]),
        ("His claim that she lied was false, according to the police.", ["claim", "according to"]),
        ("It was announced that the fair would close.", ["was announced"]),
        ("He hasn't denied that he was there.", ["hasn't denied"]),
        ("She hit back at her critics.", ["hit back"]),
        ("It was a farce, in the words of the mayor, in a word.", ["in the words of"]),
        ("The bridge is safe, per Smith, at two per day.", ["per"]),
    ],
)
def test_cue_spans(text: str, expected: list[str]) -> None:
    assert cues(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The report was long and the claims were many.",
        "Other states that border the sea are rich.",
        "A meeting of the council on the state of roads took place.",
        "The press is free, and the answer is no.",
        "New rules that limit the stay of visitors.",
    ],
)
def test_nouns_are_no_verbs(text: str) -> None:
    assert cues(text) == []


@pytest.mark.parametrize(
    ("text", "negative"),
    [
        ("He denied that he knew.", True),
        ("He did not deny that he knew.", False),
        ("He did not say that he knew.", True),
        ("He said that he knew.", False),
        ("He refused to discuss the matter.", True),
        ("He never claimed that it was his.", True),
        ("Her denial of the story came late.", True),
    ],
)
def test_polarity(text: str, negative: bool) -> None:  # noqa: FBT001
    found = [cue for cue in find_cues(words(text)) if cue.lemma != "discuss" or cue.negative]
    assert found[0].negative is negative


def test_passives_know_themselves() -> None:
    text = "The relationship is described as warm, and he was asked about it, and she asked about it."
    assert [cue.passive for cue in find_cues(words(text))] == [True, True, False]


def test_every_frame_is_known() -> None:
    data = lexicon("cues")
    for table in ("verbs", "thoughts", "adjectives", "nouns", "beliefs", "phrases"):
        for lemma, frames in data[table].items():
            assert frames
            assert {*frames.split()} <= {*FRAMES.split()}, lemma


def test_several_hundred_verbs_with_all_forms() -> None:
    assert len(lexicon("cues")["verbs"]) > 280
    for lemma in lexicon("cues")["verbs"]:
        assert {form for form, _ in verb_forms(lemma)} <= verb_entries().keys()
    assert {"claims", "replies"} - noun_entries().keys() == {"replies"}


def test_every_word_that_a_cue_begins_with_is_known_as_such() -> None:
    known = cue_words()
    assert known >= {*verb_entries(), *noun_entries(), "point", "according", "per"}
    found = words("According to Ms. Orr, they saw a claim. Walls said nothing.")
    assert [found.lows[i] for i in found.cues] == [low for low in found.lows if low in known]
    assert found.lows[found.cues[0]] == "according"


def test_a_sentence_of_cues_alone_is_passed_over() -> None:
    most, crowd = (words("he said that " * count + "it was so.") for count in (60, 61))  # one sentence each
    assert (len(list(find_cues(most))), crowded(most)) == (60, [])
    assert (list(find_cues(crowd)), crowded(crowd)) == ([], [(0, len(crowd))])
