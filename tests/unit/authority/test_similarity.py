import sys

import pytest

from kzcorpus import Actor, Authority, MissingExtraError, Name, find_agent, find_agents, find_places
from kzcorpus.authority import similarity

AUTHORITY = Authority(actors=(Actor("t", (Name("Kassym-Jomart Tokayev"), Name("Tokayev", kind="family"), Name("KJT", kind="acronym"))),))


def test_without_the_extra_a_fuzzy_search_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rapidfuzz", None)
    similarity._libraries.cache_clear()
    assert find_agents(AUTHORITY, "Tokyaev") == ()
    assert find_agent(AUTHORITY, "Tokaïev", fuzzy=True).id == "t"  # nothing had to be compared
    with pytest.raises(MissingExtraError, match=r"pip install 'kzcorpus\[match\]'"):
        find_agents(AUTHORITY, "Tokyaev", fuzzy=True)
    similarity._libraries.cache_clear()


class TestWithTheExtra:
    @pytest.fixture(autouse=True)
    def libraries(self) -> None:
        pytest.importorskip("rapidfuzz", reason="needs the extra match")
        pytest.importorskip("anyascii", reason="needs the extra match")

    def test_a_similar_name_is_worth_less_than_any_other(self) -> None:
        (match,) = find_agents(AUTHORITY, "Tokyaev", fuzzy=True)
        assert match.entity == "t"
        assert 0.5 < match.score < 0.65
        assert match.reason.startswith("similar name (0.8")

    def test_other_scripts_are_read_by_their_letters(self) -> None:
        assert find_agent(AUTHORITY, "Τοκαγεβ", fuzzy=True).id == "t"

    @pytest.mark.parametrize("name", ["KJX", "Tok", "...", "Somebody Else", "x" * 500])
    def test_what_is_short_long_or_unlike_finds_nobody(self, name: str) -> None:
        assert find_agents(AUTHORITY, name, fuzzy=True) == ()

    def test_places_are_asked_likewise(self) -> None:
        assert find_places(AUTHORITY, "Tokyaev", fuzzy=True) == ()
