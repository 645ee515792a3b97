import pytest

from kzcorpus.model.spans import Span
from kzcorpus.read.layout.bylines import bylines, is_byline, is_name
from kzcorpus.read.layout.lines import Line


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Ada Quiroz", ["Ada Quiroz"]),
        ("By Renata Solsona and Pim Achterberg", ["Renata Solsona", "Pim Achterberg"]),
        ("By court reporter Jun Alcaraz-Bello and Mia Tendero in Tuguegarao", ["Jun Alcaraz-Bello", "Mia Tendero"]),
        (
            "Reporting by Ada Quiroz in Lima and Pim Vos in Quito; additional reporting by Li Wei; editing by Colm Ray",
            ["Ada Quiroz", "Pim Vos", "Li Wei", "Colm Ray"],
        ),
        ("By LOTTIE BRANNIGAN, SHOWBIZ REPORTER", ["LOTTIE BRANNIGAN"]),
        ("Posted on June 4, 2023 by Ketevan", ["Ketevan"]),
        ("Author: Tudor Brînză", ["Tudor Brînză"]),
        ("Автор: Мадина Ахметова", ["Мадина Ахметова"]),
        ("By Carla Dunleavy cdunleavy@paper.example", ["Carla Dunleavy"]),
        ("Words by Harriet Nwosu-Pell", ["Harriet Nwosu-Pell"]),
        ("By Ludwig van den Berg, Staff Writer", ["Ludwig van den Berg"]),
        ("By the Orbita staff", []),
        ("By Our Correspondent", []),
        ("Author:", []),
        ("", []),
    ],
)
def test_names(text: str, names: list[str]) -> None:
    voices = bylines(text, Span(0, len(text)))
    assert [voice.name for voice in voices] == names
    assert all(voice.span and voice.span.of(text) == voice.name and voice.kind == "named" for voice in voices)


def test_names_are_spans_over_the_whole_text_and_come_once() -> None:
    text = "xx By Ada Quiroz and Ada Quiroz"
    (voice,) = bylines(text, Span(3, len(text)))
    assert voice.span == Span(6, 16)


@pytest.mark.parametrize(
    ("text", "phrase", "is_one"),
    [
        ("By Ada Quiroz", "by", True),
        ("By the Orbita staff", "by", True),
        ("By Martin Luther King Jr.", "by", True),
        ("Author:", "author:", True),
        ("By Monday the river had risen.", "by", False),
        ("By and large", "by", False),
        ("By 2030", "by", False),
    ],
)
def test_is_byline(text: str, phrase: str, is_one: bool) -> None:  # noqa: FBT001
    assert is_byline(Line(text), phrase) is is_one


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Erdni Kagaltynov", True),
        ("Abena Okyere-Dankwa", True),
        ("ADA QUIROZ", True),
        ("J. R. Smith and Ada Quiroz", True),
        ("Ludwig van den Berg", True),
        ("Сауле Искакова", True),
        ("Sean O’Brien", True),
        ("Security Council", False),
        ("The Third Way", False),
        ("Ada", False),
        ("Leave a Comment", False),
        ("Room 5", False),
        ("Pledged Delegates.", False),
        ("Three Face Prison for Leaflets", False),
        ("", False),
    ],
)
def test_is_name(text: str, is_one: bool) -> None:  # noqa: FBT001
    assert is_name(text) is is_one
