import pytest

from kzcorpus import Article, Corpus, check


def codes(language: str | None) -> set[str]:
    return {finding.code for finding in check(Corpus("c", articles=(Article("a", "Text.", language=language),)))}


@pytest.mark.parametrize("language", [None, "en", "kk-Cyrl", "zh-Hans-CN", "x-a"])
def test_registered_languages_are_no_finding(language: str | None) -> None:
    assert "unregistered-language" not in codes(language)


@pytest.mark.parametrize("language", ["xx", "english", "en-Kazakh"])
def test_a_language_that_nobody_registered_is_found(language: str) -> None:
    assert "unregistered-language" in codes(language)
