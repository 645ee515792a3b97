import pytest

from kzcorpus.analysis.attribution import is_vague


@pytest.mark.parametrize(
    ("speaker", "after"),
    [
        ("Some observers", " forecast"),
        ("some people in Russia", " distort"),
        ("critics", " say"),
        ("many analysts", " say"),
        ("unnamed officials", " said"),
        ("Independent experts", ", however, said"),
        ("Some", " say"),
    ],
)
def test_nobody_in_particular(speaker: str, after: str) -> None:
    assert is_vague(speaker, after)


@pytest.mark.parametrize(
    ("speaker", "after"),
    [
        ("analysts", " at the bank said"),
        ("Police", " said"),
        ("officials", " said"),
        ("the Kazakh authorities", " said"),
        ("residents of the village", " said"),
        ("two experts", " said"),
        ("", ""),
    ],
)
def test_somebody(speaker: str, after: str) -> None:
    assert not is_vague(speaker, after)
