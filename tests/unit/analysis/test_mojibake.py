import pytest

from kzcorpus import Article
from kzcorpus.analysis.mojibake import mojibake


def words(text: str) -> list[str]:
    return [span.of(text) for found in mojibake(Article("a", text)) for span in found.spans]


@pytest.mark.parametrize("codec", ["latin-1", "cp1252"])
@pytest.mark.parametrize("text", ["é", "ü", "ı", "ş", "š", "£"])
def test_utf8_read_as_a_western_codec(text: str, codec: str) -> None:
    wrong = text.encode().decode(codec, "replace")
    assert "\ufffd" in wrong or words(f"na{wrong}ve") == [wrong]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Itâ€™s late", "â€™"),
        ("â€œSo be itâ€\x9d", "â€œ"),
        ("Президент".encode().decode("cp1252", "replace"), ""),
        ("Президент".encode().decode("cp1251", "replace"), ""),
        ("Президент".encode("cp1251").decode("latin-1"), "Ïðåçèäåíò"),
        ("München".encode("latin-1").decode("cp1251"), "Mьnchen"),
        ("It&#8217;s late", "&#8217;"),
        ("It&nbsp;is", "&nbsp;"),
        ("They don?t know", "don?t"),
    ],
)
def test_other_ways_to_read_it_wrongly(text: str, wrong: str) -> None:
    found = words(text)
    assert found
    assert wrong in ("", *found)


@pytest.mark.parametrize(
    "text",
    [
        "“CAFÉ” and «Élysée», São Paulo, Besançon, Ñandú, Muñoz, Erdoğan, Çağlayan",
        "Президент Қазақстана сказал: «Да», и ушёл — в 5°",
        "AT&T and R&D; Q&A",
        "Did he? they asked. See example.com/?s=1&t=2",
        "plain",
        "",
    ],
)
def test_sound_text(text: str) -> None:
    assert words(text) == []
