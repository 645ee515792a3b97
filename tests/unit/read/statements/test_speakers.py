from collections.abc import Callable

import pytest

from kzcorpus.model.articles import Article

Rows = Callable[[str], list[tuple[str | None, str, str]]]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Mr. Blinken, in turn, said that the road was open.", ["Mr. Blinken"]),
        ("Kremlin spokesperson Dmitry Peskov said that the road was open.", ["Kremlin spokesperson Dmitry Peskov"]),
        (
            "Foreign Minister of the Republic Mukhtar Tleuberdi said that it was open.",
            ["Foreign Minister of the Republic Mukhtar Tleuberdi"],
        ),
        ("Jane Doe, the mayor of Astana, said that the road was open.", ["Jane Doe, the mayor of Astana"]),
        ("Jane Doe, who runs the town, said that the road was open.", ["Jane Doe"]),
        ("The state agency on Thursday said that the road was open.", ["The state agency"]),
        ("Some observers say that the road is open.", ["Some observers"]),
        ("Some say that the road is open.", ["Some"]),
        ("“The road is open,” said Jane Doe, the mayor.", ["Jane Doe, the mayor"]),
        ("In 1999 he said that the road was open.", ["he"]),
        ("In an interview, Tokayev said that the road was open.", ["Tokayev"]),
        ("There are drivers who say that the road is open.", ["who"]),
        ("The mayor said the road was open and urged drivers to be careful.", ["The mayor", "The mayor"]),
        ("The mayor opened the road, adding that it was wet.", ["The mayor"]),
        ("Noting that the road was wet, the mayor said that it was open.", ["the mayor", "the mayor"]),
        ("It was announced that the road was open.", [None]),
        ("The road is described as a disgrace.", [None]),
        ("The road was praised by the mayor, Jane Doe.", ["the mayor, Jane Doe"]),
        ("According to a source in the police, the road was open.", ["a source in the police"]),
        ("The mayor's claim that the road was open was false.", ["The mayor"]),
        ("The mayor made a promise to open the road.", ["The mayor"]),
        ("Both Russia and Kazakhstan said that the road was open.", ["Both Russia and Kazakhstan"]),
    ],
)
def test_speakers(rows: Rows, text: str, speakers: list[str | None]) -> None:
    assert [speaker for speaker, _, _ in rows(text)] == speakers


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("He said that it was open.", "pronoun"),
        ("The minister said that it was open.", "title"),
        ("Jane Doe said that it was open.", "named"),
        ("The authorities said that it was open.", "collective"),
        ("Some officials said that it was open.", "unnamed"),
        ("A source said that it was open.", "unnamed"),
        ("The report said that it was open.", "document"),
        ("The newspaper said that it was open.", "outlet"),
    ],
)
def test_kinds(read: Callable[[str], Article], text: str, kind: str) -> None:
    (statement,) = read(text).statements
    assert statement.speaker is not None
    assert statement.speaker.kind == kind
