import sys

import pytest

from kzcorpus import Article, Block, Mention, MissingExtraError, Span, When, mark_dates
from kzcorpus.read.dating import elsewhere

pytest.importorskip("dateparser", reason="the dates extra is not installed")

# language, text, words, literal, resolved against Friday, 14 October 2022
ROWS = """
ru | Он сказал об этом в пятницу. | пятницу | | 2022-10-14
ru | Он сказал об этом в понедельник. | понедельник | | 2022-10-10
ru | Он сказал об этом в прошлую пятницу. | прошлую пятницу | | 2022-10-07
ru | Он сказал об этом вчера. | Вчера | | 2022-10-13
ru | Сегодня он сказал об этом. | Сегодня | | 2022-10-14
ru | В прошлом году было иначе. | прошлом году | | 2021
ru | В прошлом месяце было иначе. | прошлом месяце | | 2022-09
ru | На прошлой неделе было иначе. | прошлой неделе | | 2022-10-03/2022-10-09
ru | Две недели назад было иначе. | Две недели назад | | 2022-09-30~
ru | Три дня назад было иначе. | Три дня назад | | 2022-10-11
ru | Год назад было иначе. | Год назад | | 2021~
ru | 5 лет назад было иначе. | 5 лет назад | | 2017~
ru | В следующем году будет иначе. | следующем году | | 2023
ru | Саммит прошёл 14 октября. | 14 октября | XXXX-10-14 | 2022-10-14
ru | Саммит прошёл 14 октября прошлого года. | 14 октября прошлого года | XXXX-10-14 | 2021-10-14
ru | Саммит прошёл в марте прошлого года. | марте прошлого года | XXXX-03 | 2021-03
ru | Саммит прошёл в октябре 2021 года. | октябре 2021 года | 2021-10 | 2021-10
ru | Это было в 2019 году. | 2019 году | 2019 | 2019
kk | Жұма күні айтты. | Жұма | | 2022-10-14
kk | Былтыр солай болды. | Былтыр | | 2021
kk | Биыл солай болды. | Биыл | | 2022
kk | Кеше солай болды. | Кеше | | 2022-10-13
kk | Өткен айда солай болды. | Өткен айда | | 2022-09
kk | Екі апта бұрын солай болды. | Екі апта бұрын | | 2022-09-30~
kk | Саммит 14 қазанда өтті. | 14 қазанда | XXXX-10-14 | 2022-10-14
kk | Саммит 2022 жылғы 14 қазан күні өтті. | 2022 жылғы 14 қазан | 2022-10-14 | 2022-10-14
"""


def article(language: str, text: str, published: str | None) -> Article:
    when = When(published, "given") if published else None
    return Article("a", text, language=language, blocks=(Block(Span(0, len(text)), "paragraph"),), published=when)


def rows() -> list[list[str]]:
    return [[part.strip() for part in row.split("|")] for row in ROWS.strip().splitlines()]


@pytest.mark.parametrize(("language", "text", "words", "literal", "resolved"), rows())
def test_phrases(language: str, text: str, words: str, literal: str, resolved: str) -> None:
    for published, expected in ((None, literal), ("2022-10-14", resolved)):
        [one] = mark_dates(article(language, text, published)).mentions
        assert one.span.of(text).casefold() == words.casefold()
        assert (one.when.edtf if one.when else "") == expected
        if one.when and expected != literal:
            assert (one.when.basis, one.when.anchor, one.when.span) == ("resolved", "2022-10-14", one.span)


def test_only_what_follows_from_a_year_is_resolved() -> None:
    marked = mark_dates(article("ru", "Вчера и в прошлом году, 14 октября", "2022"))
    assert [one.when.edtf if one.when else None for one in marked.mentions] == [None, "2021", "XXXX-10-14"]


@pytest.mark.parametrize("language", ["en", "de", "kk-Latn"])
def test_other_languages_are_left_alone(language: str) -> None:
    plain = article(language, "On Friday, 14 октября", "2022-10-14")
    assert mark_dates(plain) is plain


def test_mentions_that_are_there_stay_and_nothing_crosses_them() -> None:
    text = "Газета «Вчера» вышла вчера."
    named = Mention(Span(7, 14), "organization")
    before = Article("a", text, language="ru", blocks=(Block(Span(0, len(text)), "paragraph"),), mentions=(named,))
    assert [one.span.of(text) for one in mark_dates(before).mentions] == ["«Вчера»", "вчера"]
    assert mark_dates(mark_dates(before)) == mark_dates(before)


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31", "0001", "9999", "9999-12-31?"])
def test_the_ends_of_time_are_no_error(published: str) -> None:
    for language, text, *_ in rows():
        for one in mark_dates(article(language, text, published)).mentions:
            assert one.when is None or one.when.edtf
    [one] = mark_dates(article("ru", "14 октября следующего года", "9999-12-31")).mentions
    assert one.when == When("XXXX-10-14", "stated", one.span)


def test_what_the_site_wrote_is_not_read() -> None:
    text = "Сегодня"
    assert mark_dates(Article("a", text, language="ru", blocks=(Block(Span(0, 7), "site_chrome"),))).mentions == ()


def test_the_extra_is_asked_for_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere._dateparser.cache_clear()
    monkeypatch.setitem(sys.modules, "dateparser.date", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'kzcorpus\[dates\]'"):
        mark_dates(article("ru", "вчера", None))
    monkeypatch.undo()
    elsewhere._dateparser.cache_clear()
