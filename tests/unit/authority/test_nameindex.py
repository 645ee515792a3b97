"""The index of names: who bears a title, asked of all agents at once, is whom it gives when asked agent by agent."""

import pytest

from kzcorpus.authority.nameindex import name_index
from kzcorpus.authority.records import load_authority
from kzcorpus.authority.titles import read_title


@pytest.mark.parametrize("date", ["2022-10-14", "2016", "1999-12-31", "XXXX-10-14"])
@pytest.mark.parametrize(
    "said",
    [
        "Kazakh president",
        "Russian leader",
        "Ukrainian foreign minister",
        "secretary general of the United Nations",
        "senator",
        "US president",
    ],
)
def test_bearers_of_a_title_are_those_whose_tenures_give_it(said: str, date: str) -> None:
    index, title = name_index(load_authority()), read_title(said.lower().split())
    assert title is not None
    one_by_one = {agent: held for agent in index.offices if (held := list(index.tenures_as(agent, title, date)))}
    assert list(index.bearers(title, date).items()) == list(one_by_one.items())


def test_somebody_bears_the_title_of_a_country() -> None:
    title = read_title(["kazakh", "president"])
    assert title is not None
    assert set(name_index(load_authority()).bearers(title, "2022-10-14")) == {"kassym-jomart-tokayev"}


@pytest.mark.parametrize(
    ("said", "date", "bearer"),
    [
        ("Chairman of the State Duma", "2022", "vyacheslav-volodin"),
        ("State Duma speaker", "2022", "vyacheslav-volodin"),
        ("speaker of the Federation Council", "2022", "valentina-matviyenko"),
        ("chairwoman of the Senate of the Parliament of Kazakhstan", "2010", "kassym-jomart-tokayev"),
        ("Chairman of the Verkhovna Rada", "2022", "ruslan-stefanchuk"),
        ("Secretary General of the Collective Security Treaty Organization", "2021", "stanislav-zas"),
        ("secretary-general of the United Nations", "2022", "antonio-guterres"),
        ("President of the European Commission", "2022", "ursula-von-der-leyen"),
        ("Minister of Foreign Affairs of the Russian Federation", "2022", "sergey-lavrov"),
        ("Secretary of the Security Council of Russia", "2022", "nikolai-patrushev"),
        ("Chairman of the Duma of Kazakhstan", "2022", None),
        ("Chairman of the Chess Federation Council", "2022", None),
        ("Secretary General of the United Chess Clubs", "2022", None),
    ],
)
def test_a_body_of_several_words_is_part_of_a_title(said: str, date: str, bearer: str | None) -> None:
    title = read_title(said.lower().split())
    assert title is not None
    assert list(name_index(load_authority()).bearers(title, date)) == ([bearer] if bearer else [])


def test_the_chair_of_a_board_is_no_speaker() -> None:
    title = read_title("speaker of the Eurasian Economic Commission".lower().split())
    assert title is not None
    assert not name_index(load_authority()).bearers(title, "2022")
