import importlib.metadata
from collections.abc import Callable
from importlib.metadata import EntryPoint, EntryPoints
from typing import Any

import pytest

import kzcorpus as kz
from kzcorpus.read import extractors
from kzcorpus.read.extractors import GROUP, RULES, Extractor, chosen, known


class Silent:
    """Finds nothing; an argument becomes its name."""

    def __init__(self, name: str = "") -> None:
        self.name = name

    def extract(self, article: kz.Article) -> tuple[kz.Statement, ...]:
        del article
        return ()


class Nameless:
    def extract(self, article: kz.Article) -> list[kz.Statement | kz.Finding]:
        del article
        return []


class Keyless:
    def __init__(self) -> None:
        raise KeyError("API_KEY")


class Extraless:
    def __init__(self) -> None:
        raise kz.MissingExtraError("spacy", "this")


READY = Silent("ready")


def made(argument: str) -> Silent:
    return Silent(f"made of {argument}")


@pytest.fixture
def install(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Return a function that installs extractors of this module, each name with what it stands for."""

    def installer(**names: str) -> None:
        points = EntryPoints(EntryPoint(name.split("__")[0], f"{__name__}:{value}", GROUP) for name, value in names.items())
        monkeypatch.setattr(importlib.metadata, "entry_points", lambda *, group: points.select(group=group))
        extractors._loaded.cache_clear()

    return installer


def test_the_public_name() -> None:
    assert kz.Extractor is Extractor


def test_our_rules_are_no_extractor_to_call() -> None:
    assert chosen(RULES) is None
    known(RULES)


@pytest.mark.parametrize(("extractor", "name"), [(Silent("mine"), "mine"), (Silent(), "Silent"), (Nameless(), "Nameless")])
def test_an_object_is_called_by_its_name_or_after_its_class(extractor: Extractor, name: str) -> None:
    assert chosen(extractor) == (name, extractor)


@pytest.mark.parametrize(
    ("wrong", "found"), [(Silent, "the class Silent"), (7, "int 7"), (None, "NoneType None"), (len, "builtin_function_or_method")]
)
def test_what_is_no_extractor(wrong: Any, found: str) -> None:
    for check in (chosen, known):
        with pytest.raises(TypeError, match=f"found {found}, expected the name of an extractor, or an object with a method extract"):
            check(wrong)


def test_an_installed_class_function_and_object(install: Callable[..., None]) -> None:
    install(silent="Silent", ready="READY", made="made", plain="Nameless")
    for name in ("silent", "silent:x", "ready", "made:tea", "plain"):
        known(name)
    found = [chosen(name) for name in ("silent", "silent:x:y", "ready", "made:tea", "plain")]
    assert [one and one.name for one in found] == ["silent", "x:y", "ready", "made of tea", "plain"]
    assert found[2] is not None
    assert found[2].extractor is READY


def test_an_installed_extractor_is_made_once(install: Callable[..., None]) -> None:
    install(silent="Silent")
    assert chosen("silent:a") is chosen("silent:a")
    assert chosen("silent:a") is not chosen("silent:b")


@pytest.mark.parametrize("name", ["nope", "nope:x", "", "rules:x"])
def test_an_unknown_name_tells_those_installed(install: Callable[..., None], name: str) -> None:
    install(silent="Silent", ready="READY")
    for check in (chosen, known):
        with pytest.raises(kz.UnknownExtractorError) as caught:
            check(name)
        assert caught.value.known == ("rules", "ready", "silent")
        assert str(caught.value) == f"found the extractor {name.partition(':')[0]!r}, expected one that is installed: rules, ready, silent"


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("missing", "AttributeError"),
        ("Keyless", "KeyError: 'API_KEY'"),
        ("made", "TypeError: found function, expected the name of an extractor"),
        ("pytest", "cannot be loaded"),
    ],
)
def test_what_cannot_be_loaded_says_why(install: Callable[..., None], value: str, message: str) -> None:
    install(broken=value)
    known("broken")
    with pytest.raises(kz.ExtractorError, match=message) as caught:
        chosen("broken")
    assert caught.value.article is None
    assert str(caught.value).startswith(f"extractor 'broken': {__name__}:{value} cannot be loaded: ")


def test_a_missing_extra_is_told_as_it_is(install: Callable[..., None]) -> None:
    install(extra="Extraless")
    with pytest.raises(kz.MissingExtraError, match="pip install"):
        chosen("extra")


def test_one_name_for_two_extractors_is_refused(install: Callable[..., None]) -> None:
    install(silent="Silent", silent__again="Nameless")
    with pytest.raises(kz.ExtractorError, match=r"found .*:Nameless, .*:Silent installed under this name, expected one"):
        known("silent")
