import pytest

import kzcorpus as kz
from kzcorpus.analysis.placenames import place_names_out_of_time

_LEAD = "The ministers of the two countries met on Friday and talked about the harvest of the year for the whole of the day. "


def told(text: str, published: str | None) -> list[str]:
    corpus = kz.assemble([kz.read_text(_LEAD + text, id="a", published=published)], id="c")
    return [span.of(_LEAD + text) for found in place_names_out_of_time(corpus) for span in found.spans]


@pytest.mark.parametrize(
    ("text", "published", "name"),
    [
        ("Talks were held in Nur-Sultan on Friday.", "2018-05-01", "Nur-Sultan"),
        ("Nur-Sultan hosted the talks.", "2023-05-01", "Nur-Sultan"),
        ("Astana hosted the talks.", "2021-05-05", "Astana"),
        ("The train goes to Alma-Ata.", "2023-05-05", "Alma-Ata"),
    ],
)
def test_names_out_of_their_time(text: str, published: str, name: str) -> None:
    assert told(text, published) == [name]


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Nur-Sultan hosted the talks.", "2021-05-01"),
        ("Nur-Sultan hosted the talks.", "2022"),
        ("Nur-Sultan hosted the talks.", None),
        ("It fell apart like the Soviet Union.", "2023-05-05"),
        ("The Astana process went on.", "2021-05-05"),
        ("He met him in Astana, formerly Nur-Sultan.", "2023-05-05"),
        ("In 2020 he met him in Nur-Sultan.", "2023-05-05"),
        ("He was born in Tselinograd.", "2023-05-05"),
        ("The Alma-Ata Declaration was read.", "2023-05-05"),
    ],
)
def test_names_that_can_be_right(text: str, published: str | None) -> None:
    assert told(text, published) == []
