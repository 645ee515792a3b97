import pytest

from kzcorpus.authority.titles import Phrases, Title, agrees, is_honorific, read_title


def title(text: str) -> Title | None:
    return read_title(text.split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kazakh President", ("president", None, "Kazakhstan", None, False)),
        ("President of the Republic of Kazakhstan", ("president", None, "Kazakhstan", None, False)),
        ("US Secretary of State", ("secretary of state", None, "United States", None, False)),
        ("minister for foreign affairs of Uzbekistan", ("minister", "foreign", "Uzbekistan", None, False)),
        ("Defence Minister", ("minister", "defense", None, None, False)),
        ("former Deputy Prime Minister", ("prime minister", None, None, "deputy", True)),
        ("vice president", ("executive", None, None, None, False)),
        ("press secretary of the Prime Minister", ("spokesperson", None, None, None, False)),
        ("head of state", ("president", None, None, None, False)),
        ("Secretary-General", ("secretary-general", None, None, None, False)),
        ("deputy chair of the Security Council", ("chair", None, None, "deputy", False)),
        ("French foreign minister", ("minister", "foreign", "France", None, False)),
    ],
)
def test_a_title_is_read_for_role_portfolio_country_and_rank(text: str, expected: tuple[str | bool | None, ...]) -> None:
    found = title(text)
    assert found is not None
    assert (found.role, found.portfolio, found.country, found.rank, found.earlier) == expected


def test_words_that_nothing_explains_are_kept() -> None:
    assert [found.rest for text in ("Kremlin spokesman", "chair of the Mazhilis") if (found := title(text))] == [
        ("kremlin",),
        ("mazhilis",),
    ]


@pytest.mark.parametrize("text", ["", "Kazakh", "green table", "Mukhtar Tleuberdi"])
def test_no_role_no_title(text: str) -> None:
    assert title(text) is None


@pytest.mark.parametrize(
    ("pointing", "borne", "expected"),
    [
        ("president", "Kazakh President", True),
        ("leader", "Kazakh President", True),
        ("head of state", "President of Turkey", True),
        ("minister", "Foreign Minister", True),
        ("foreign minister", "Foreign Minister", True),
        ("finance minister", "Foreign Minister", False),
        ("minister", "Prime Minister", True),
        ("president", "Deputy President", False),
        ("Russian president", "Kazakh President", False),
        ("president", "Prime Minister", False),
        ("secretary", "US Secretary of State", True),
        ("spokeswoman", "press secretary", True),
        ("senator", "mayor", False),
        ("economist", "professor", True),
    ],
)
def test_a_description_points_at_the_bearer_of_a_title(pointing: str, borne: str, *, expected: bool) -> None:
    one, other = title(pointing), title(borne)
    assert one is not None
    assert other is not None
    assert agrees(one, other) is expected


def test_honorifics_are_known_with_and_without_their_full_stop() -> None:
    assert is_honorific("Mr.")
    assert is_honorific("mr")
    assert not is_honorific("President")


def test_phrases_are_found_longest_first_and_apart() -> None:
    phrases = Phrases({"new york": "city", "new york times": "paper", "york": "town"})
    found = list(phrases.within(["the", "new", "york", "times", "of", "york"]))
    assert [(phrase.start, phrase.end, phrase.means) for phrase in found] == [(1, 4, "paper"), (5, 6, "town")]
