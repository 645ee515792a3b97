from kzcorpus import Article, Corpus, Statement, Voice
from kzcorpus.pages.tallies import ArticleTally, Modes, SpeakerTally, article_tallies, speaker_tallies


def test_articles_in_numbers(corpus: Corpus) -> None:
    assert article_tallies(corpus) == (
        ArticleTally("a", "Harvest is safe", 4, 1, Modes(4, 1, 0, 2), 1),
        ArticleTally("b", None, 0, 0, Modes(0, 0, 0, 0), 0),
    )


def test_speakers_in_numbers(corpus: Corpus) -> None:
    assert speaker_tallies(corpus) == (
        SpeakerTally("Aidar Serikov", "serikov", Modes(2, 1, 0, 1)),
        SpeakerTally("(no speaker)", None, Modes(1, 0, 0, 0)),
        SpeakerTally("some people", None, Modes(1, 0, 0, 1)),
    )


def test_unknown_voices_of_the_same_words_count_together() -> None:
    statements = tuple(Statement(f"a.{i}", mode="mixed", speaker=Voice(name=name)) for i, name in enumerate(("Analysts", "analysts")))
    assert speaker_tallies(Corpus("c", articles=(Article("a", statements=statements),))) == (
        SpeakerTally("Analysts", None, Modes(2, 0, 2, 0)),
    )
