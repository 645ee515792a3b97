import pytest

from kzcorpus import ModelError, Name


@pytest.mark.parametrize("language", ["kk-Cyrl", "en", "x-private", "zh-Hans-CN", "EN-us", "a", "qaa-Qaaa-QM-x-southern", "i-klingon"])
def test_a_language_tag_is_kept_as_it_is(language: str) -> None:
    assert Name("Astana", language).language == language


@pytest.mark.parametrize("language", ["", "kk_Cyrl", "kk-", "-kk", "kazakhish", "1a", "қаз", "en us", "en\n", "\ud800"])
def test_what_is_no_language_tag_is_refused(language: str) -> None:
    with pytest.raises(ModelError, match=r"Name\.language: found .*, expected a BCP 47 language tag"):
        Name("Astana", language)


def test_a_name_may_be_empty_but_not_unknown() -> None:
    assert Name("").text == ""
    with pytest.raises(ModelError, match=r"Name\.text: found NoneType None, expected str"):
        Name(None)  # type: ignore[arg-type]


def test_its_time_is_edtf() -> None:
    assert Name("Nur-Sultan", since="2019-03-23", until="2022-09-17").until == "2022-09-17"
    with pytest.raises(ModelError, match=r"Name\.since"):
        Name("Nur-Sultan", since="March 2019")
