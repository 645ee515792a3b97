import pytest

import kzcorpus as kz
from kzcorpus.analysis.roles import roles_not_held

_LEAD = "The ministers of the two countries met on Friday and talked about the harvest of the year for the whole of the day. "


def told(text: str, published: str | None = "2022-10-14") -> list[str]:
    corpus = kz.assemble([kz.read_text(_LEAD + text, id="a", published=published)], id="c")
    return [span.of(_LEAD + text) for found in roles_not_held(corpus) for span in found.spans]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Nursultan Nazarbayev, the president of Kazakhstan, said so.", "Nursultan Nazarbayev, the president of Kazakhstan"),
        ("Russian President Sergey Lavrov said so.", "President Sergey Lavrov"),
        ("Ukrainian President Vladimir Putin said so.", "President Vladimir Putin"),
        ("Former Kazakh President Kassym-Jomart Tokayev said so.", "President Kassym-Jomart Tokayev"),
        ("Ex-President Kassym-Jomart Tokayev said so.", "President Kassym-Jomart Tokayev"),
        ("The acting president, Nursultan Nazarbayev, said so.", "president, Nursultan Nazarbayev"),
        ("US President Barack Obama said so.", "President Barack Obama"),
        ("UN Secretary-General Ban Ki-moon said so.", "Secretary-General Ban Ki-moon"),
    ],
)
def test_posts_that_were_not_theirs(text: str, words: str) -> None:
    assert told(text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Nursultan Nazarbayev, the former president of Kazakhstan, said so.",
        "Russia’s ex-President Dmitry Medvedev said so.",
        "President Vladimir Putin met Kassym-Jomart Tokayev, Prime Minister Alikhan Smailov and others.",
        "An adviser to President Nursultan Nazarbayev came.",
        "President Barack Obama said so, and Secretary of State Hillary Clinton did too.",
        "In the race for president, Sergey Lavrov was late.",
        "He said so when President Nursultan Nazarbayev was young.",
        "Kazakhstan’s foreign minister, Mukhtar Tleuberdi, said so.",
    ],
)
def test_posts_that_can_be_right(text: str) -> None:
    assert told(text) == []


def test_a_post_never_held_needs_no_date() -> None:
    assert told("Russian President Sergey Lavrov said so.", None) == ["President Sergey Lavrov"]
