"""The tables of tests/names: every form finds whom it means, first and alone; every lookalike finds nobody, or is ambiguous."""

import importlib.util
import tomllib
from pathlib import Path
from typing import Any

import pytest

from kzcorpus import AmbiguousNameError, Authority, AuthorityError, find_agent, find_agents, load_authority

TABLES = Path(__file__).parents[2] / "names"
FORMS: dict[str, dict[str, list[str]]] = tomllib.loads((TABLES / "forms.toml").read_text(encoding="utf-8"))
LOOKALIKES: dict[str, dict[str, list[str]]] = tomllib.loads((TABLES / "lookalikes.toml").read_text(encoding="utf-8"))
WITHOUT_EXTRA = [section for section in FORMS if section != "fuzzy"]

# Forms that find nobody: what would reach them is a name in the records, or rules for one more language.
UNREACHED = {
    ("karim-massimov", "Kerim Massimov"),  # a Turkish given name; one letter of five
    ("gurbanguly-berdimuhamedow", "Kurbanguly Berdymukhamedov"),  # another Russian form, not in the records
    ("kz", "Kazajistán"),  # a Spanish name, not in the records
    ("sergey-lavrov", "Сергію Лаврову"),  # a Ukrainian case
    ("volodymyr-zelenskyy", "Володимира Зеленського"),  # a Ukrainian case
    ("shavkat-mirziyoyev", "Şevket Mirziyoyev"),  # a Turkish given name
    ("un", "UNO"),  # German, not in the records
    ("kz-mfa", "МИДа Казахстана"),  # an acronym in another case
}


@pytest.fixture(scope="module")
def bundled() -> Authority:
    return load_authority()


def meant(authority: Authority, name: str, **options: Any) -> str | None:
    """Return the id that a name means, None where it means nobody or several."""
    try:
        return find_agent(authority, name, **options).id
    except AuthorityError:
        return None


@pytest.mark.parametrize("section", WITHOUT_EXTRA)
def test_every_form_means_its_agent(bundled: Authority, section: str) -> None:
    known = {agent.id for agent in bundled.agents()}
    rows = [(id_, name) for id_, names in FORMS[section].items() for name in names]
    assert {id_ for id_, _ in rows} <= known
    wrong = {(id_, name) for id_, name in rows if meant(bundled, name) != id_}
    assert wrong <= UNREACHED


def test_what_is_unreached_is_in_the_tables_and_means_nobody_else(bundled: Authority) -> None:
    rows = {(id_, name) for table in FORMS.values() for id_, names in table.items() for name in names}
    assert rows >= UNREACHED
    assert [name for id_, name in UNREACHED if meant(bundled, name) not in (None, id_)] == []


@pytest.mark.skipif(importlib.util.find_spec("rapidfuzz") is None, reason="needs the extra match")
@pytest.mark.skipif(importlib.util.find_spec("anyascii") is None, reason="needs the extra match")
def test_a_fuzzy_search_finds_what_is_only_similar(bundled: Authority) -> None:
    rows = [(id_, name) for id_, names in FORMS["fuzzy"].items() for name in names]
    assert [name for id_, name in rows if meant(bundled, name, fuzzy=True) != id_] == []


@pytest.mark.parametrize("theme", LOOKALIKES["nobody"])
def test_a_lookalike_means_nobody(bundled: Authority, theme: str) -> None:
    found = {name: find_agents(bundled, name) for name in LOOKALIKES["nobody"][theme]}
    assert {name: matches for name, matches in found.items() if matches} == {}


@pytest.mark.parametrize("name", LOOKALIKES["several"])
def test_a_name_of_several_is_ambiguous(bundled: Authority, name: str) -> None:
    with pytest.raises(AmbiguousNameError) as caught:
        find_agent(bundled, name)
    assert {match.entity for match in caught.value.candidates} >= set(LOOKALIKES["several"][name])


def test_the_tables_are_as_large_as_they_say() -> None:
    forms = [name for section in WITHOUT_EXTRA for names in FORMS[section].values() for name in names]
    people = {id_ for section in WITHOUT_EXTRA for id_ in FORMS[section]}
    lookalikes = [*(name for names in LOOKALIKES["nobody"].values() for name in names), *LOOKALIKES["several"]]
    assert len(forms) >= 900
    assert len(people) >= 100
    assert len(lookalikes) >= 480
    assert len(set(lookalikes)) == len(lookalikes)
