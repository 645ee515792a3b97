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
