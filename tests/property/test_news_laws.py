"""Laws of who said what, on texts that a grammar of news makes: what holds of their statements, however the same text is set."""

from itertools import combinations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from newstexts import LEAD, STYLES, TEXTS, UNRELATED, set_in, sure_in_single_marks, told, words_of

from kzcorpus.model.articles import Article
from kzcorpus.model.spans import Span
from kzcorpus.model.statements import Statement
from kzcorpus.read.pipeline import read_text

STYLE = st.sampled_from(sorted(STYLES))


def read(text: str, style: str = "curly") -> Article:
    return read_text(set_in(text, style), id="a")


def speaker_spans(statement: Statement) -> list[Span]:
    return [statement.speaker.span] if statement.speaker and statement.speaker.span else []


@given(TEXTS, STYLE)
def test_spans_of_a_statement_never_overlap(text: str, style: str) -> None:
    """Speaker, cue and content are disjoint, and so are the pieces of each; verbatim words are of the content."""
    for statement in read(text, style).statements:
        spans = [*statement.content, *statement.cue, *speaker_spans(statement)]
        assert not any(a.overlaps(b) for a, b in combinations(spans, 2))
        assert all(any(outer.covers(span) for outer in statement.content) for span in statement.verbatim)
        assert list(statement.content) == sorted(statement.content)


@given(TEXTS, STYLE)
def test_what_is_nested_lies_within(text: str, style: str) -> None:
    """Content and cue of a statement within another lie in the content of that one; nothing is within itself."""
    article = read(text, style)
    by_id = {statement.id: statement for statement in article.statements}
    for statement in article.statements:
        if statement.within:
            parent = by_id[statement.within]
            assert parent is not statement
            assert all(any(outer.covers(span) for outer in parent.content) for span in (*statement.content, *statement.cue))


def contents(article: Article) -> list[tuple[str, ...]]:
    return [words_of(article, statement.content) for statement in article.statements]


@given(TEXTS)
def test_the_style_of_the_marks_changes_no_content(text: str) -> None:
    """The same words are said in curly, straight, angle and low marks."""
    found = {style: contents(read(text, style)) for style in STYLES if style != "single"}
    assert all(one == found["curly"] for one in found.values())


@given(TEXTS.filter(sure_in_single_marks))
def test_single_marks_change_no_content(text: str) -> None:
    """The same words are said in single marks, where no apostrophe at the end of a word and no paragraph left open makes them doubtful."""
    assert contents(read(text, "single")) == contents(read(text))


@given(TEXTS, UNRELATED, st.booleans())
def test_an_unrelated_paragraph_changes_nothing(text: str, other: str, before: bool) -> None:  # noqa: FBT001 -- drawn
    """A paragraph about something else, before or after, changes no content, no words of a speaker, no mode."""
    alone, beside = read(text), read(f"{other}\n{text}" if before else f"{text}\n{other}")
    assert [told(beside, one) for one in beside.statements] == [told(alone, one) for one in alone.statements]


@given(TEXTS, STYLE)
def test_reading_is_deterministic(text: str, style: str) -> None:
    """Reading twice gives the same article."""
    assert read(text, style) == read(text, style)


@given(TEXTS)
def test_line_ends_change_nothing(text: str) -> None:
    """The same text with the line ends of another system says the same."""
    plain = read(text)
    for end in ("\r\n", "\n\n"):
        other = read(text.replace("\n", end))
        assert [told(other, one) for one in other.statements] == [told(plain, one) for one in plain.statements]


OTHER_LANGUAGES = {
    "ru": "Министр сказал, что граница открыта. «Мы готовы помочь», — заявил он в пятницу. По его словам, переговоры прошли хорошо.",
    "kk": "Министр шекара ашық деді. «Біз көмектесуге дайынбыз», — деді ол жұма күні. Оның айтуынша, келіссөздер жақсы өтті.",
    "kk-Latn": "Ministr shekara ashyq dedi. «Biz kómektesýge daıynbyz», — dedi ol juma kúni. Onyń aıtýynsha, kelissózder jaqsy ótti.",
    "de": "Der Minister sagte, die Grenze sei offen. „Wir sind bereit zu helfen“, sagte er am Freitag. Laut dem Bericht ist alles gut.",
    "fr": "Le ministre a dit que la frontière était ouverte. « Nous sommes prêts à aider », a-t-il déclaré vendredi. Selon lui, tout va.",
    "tr": "Bakan sınırın açık olduğunu söyledi. “Yardım etmeye hazırız” dedi. Ona göre görüşmeler iyi geçti ve yol cuma günü açıldı.",
    "es": "El ministro dijo que la frontera estaba abierta. «Estamos listos para ayudar», afirmó el viernes. Según él, todo va bien.",
    "it": "Il ministro ha detto che il confine era aperto. «Siamo pronti ad aiutare», ha dichiarato venerdì. Secondo lui tutto va bene.",
    "nl": "De minister zei dat de grens open was. “We zijn klaar om te helpen”, zei hij vrijdag. Volgens hem is alles in orde.",
    "pl": "Minister powiedział, że granica jest otwarta. „Jesteśmy gotowi pomóc” – dodał w piątek. Według niego rozmowy poszły dobrze.",
    "pt": "O ministro disse que a fronteira estava aberta. “Estamos prontos para ajudar”, afirmou na sexta. Segundo ele, tudo vai bem.",
    "sv": "Ministern sade att gränsen var öppen. ”Vi är redo att hjälpa”, sade han på fredagen. Enligt honom är allt bra.",
    "uz": "Vazir chegara ochiq ekanini aytdi. “Biz yordam berishga tayyormiz”, dedi u juma kuni. Uning soʻzlariga koʻra, hammasi yaxshi.",
    "zh": "部长说边境是开放的。“我们准备提供帮助，”他周五说。据他介绍，会谈进展顺利。",
    "ar": "قال الوزير إن الحدود مفتوحة. «نحن مستعدون للمساعدة»، أضاف يوم الجمعة. وبحسب قوله فإن المحادثات سارت بشكل جيد.",
}
ENGLISH_BITS = ["", "The Long Road", "“Yes, we can,”", "Reuters said", "said", "Jane Doe", "according to"]


@given(st.sampled_from(sorted(OTHER_LANGUAGES)), st.integers(1, 4), st.sampled_from(ENGLISH_BITS), st.data())
def test_a_text_in_another_language_gets_no_english_statements(language: str, times: int, bit: str, data: st.DataObject) -> None:
    """However its sentences are arranged, with a few words of English among them, it has none, and a finding says why."""
    sentences = [part for part in OTHER_LANGUAGES[language].replace("。", "。 ").split(". ") for _ in range(times)]
    arranged = data.draw(st.permutations(sentences))
    position = data.draw(st.integers(0, len(arranged)))
    article = read_text(". ".join([*arranged[:position], bit, *arranged[position:]]))
    assert not article.statements
    assert "language-without-rules" in [finding.code for finding in article.findings]


@pytest.mark.parametrize("language", sorted(OTHER_LANGUAGES))
def test_each_language_as_it_stands(language: str) -> None:
    article = read_text(OTHER_LANGUAGES[language])
    assert not article.statements
    assert "language-without-rules" in [finding.code for finding in article.findings]


@given(TEXTS)
@example(f"{LEAD}\nShe said officials said the bridge is safe.")
@example(f"{LEAD}\nShe, asked about a new school, said officials said that the road is open.")
def test_a_nested_speaker_stands_within_too(text: str) -> None:
    """The words of a nested speaker stand in the content of the statement around it, never in its cue."""
    article = read_text(set_in(text, "curly"), id="a")
    by_id = {statement.id: statement for statement in article.statements}
    for statement in article.statements:
        speaker = statement.speaker.span if statement.speaker else None
        if statement.within and speaker:
            assert any(outer.covers(speaker) for outer in by_id[statement.within].content)
