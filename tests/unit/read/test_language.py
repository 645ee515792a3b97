import pytest

from kzcorpus.model.articles import Article
from kzcorpus.read.language import has_rules, language_of, name_language
from kzcorpus.read.stages import Reading

ENGLISH = "The minister told reporters on Friday that the border would stay open, and that nobody had asked him to close it."
RUSSIAN = "Министр сообщил журналистам, что граница останется открытой и что он не видит причин её закрывать."
KAZAKH = "Министр журналистерге шекара ашық қалады деп айтты және оны жабуға себеп жоқ екенін мәлімдеді."
KAZAKH_LATIN = "Ministr jurnalisterge şekara aşyq qalady dep aitty jäne ony jabuğa sebep joq ekenin mälimdedi. Bul turaly ol keşe aitqan."
OTHERS = {
    "German": (
        "Der Minister sagte am Freitag, dass die Grenze offen bleibt und dass niemand ihn gebeten hat, sie in der Nacht zu schließen."
    ),
    "French": "Le ministre a déclaré vendredi que la frontière resterait ouverte et que personne ne lui avait demandé de la fermer.",
    "Spanish": "El ministro dijo el viernes que la frontera seguirá abierta y que nadie le ha pedido que la cierre en la noche.",
    "Turkish": (
        "Bakan cuma günü gazetecilere sınırın açık kalacağını ve kimsenin ondan sınırı "
        "kapatmasını istemediğini söyledi, bu da çok önemli bir karar."
    ),
    "Azerbaijani": "Nazir cümə günü jurnalistlərə bildirib ki, sərhəd açıq qalacaq və bu barədə heç kim ondan bir şey xahiş etməyib.",
    "Uzbek": (
        "Vazir juma kuni jurnalistlarga chegara ochiq qolishini va bu haqida hech kim "
        "undan bir narsa so‘ramaganini aytdi deb xabar bergan edi."
    ),
    "Ukrainian": "Міністр сказав журналістам, що кордон залишиться відкритим і що його не просили закрити його, але він про це думав.",
    "Kyrgyz": (
        "Министр журналисттерге чек ара ачык калат деп билдирди жана аны жабуу үчүн себеп жок экенин айтты, бул туурасында ал кечээ деген."
    ),
    "Bulgarian": "Министърът каза в петък, че границата ще остане отворена и че никой не го е молил да я затвори, но той ще помисли.",
    "Chinese": "部长星期五对记者说，边境将保持开放，没有人要求他关闭边境。",
    "Arabic": "قال الوزير للصحفيين يوم الجمعة إن الحدود ستبقى مفتوحة ولم يطلب منه أحد إغلاقها.",
    "Indonesian": "Menteri itu mengatakan pada hari Jumat bahwa perbatasan akan tetap dibuka dan tidak ada yang meminta untuk menutup.",
}
UNSURE = [
    "“Yes, we can,” he said. Bakan sınırın açık olduğunu söyledi. “Yardım etmeye hazırız” dedi. Ona göre görüşmeler iyi geçti.",
    "",
    " \n ",
    "Tokayev",
    "Kassym-Jomart Tokayev, Mukhtar Tleuberdi, Anthony Blinken, Vladimir Putin, Dmitry Peskov, Erdni Kagaltynov",
    "1 2 3 4 5 6 7 8 9",
    "Home News Sport Politics Economy World Culture Opinion",
    "in",
    "\x00\ufffd\n",
    "a b c d e f g h i j",
]


@pytest.mark.parametrize(
    ("text", "language"),
    [(ENGLISH, "en"), (RUSSIAN, "ru"), (KAZAKH, "kk-Cyrl"), (KAZAKH_LATIN, "kk-Latn")],
    ids=["en", "ru", "kk", "kk-Latn"],
)
def test_languages_with_rules(text: str, language: str) -> None:
    assert language_of(text) == language
    assert language_of(text.upper()) in (language, None)
    assert language_of(text * 2_000) == language


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_other_languages_are_never_taken_for_one_of_ours(text: str) -> None:
    assert language_of(text) is None
    assert language_of(text * 50) is None


@pytest.mark.parametrize("text", UNSURE)
def test_unsure_is_none(text: str) -> None:
    assert language_of(text) is None


def test_a_headline_is_enough() -> None:
    assert language_of("Kazakhstan has no plans to close its border with Russia, the president said") == "en"


def test_the_larger_part_decides() -> None:
    assert language_of(ENGLISH * 5 + RUSSIAN) == "en"
    assert language_of(RUSSIAN * 5 + ENGLISH) == "ru"
    assert language_of(f"{ENGLISH} {RUSSIAN}") is None


def test_names_in_kazakh_letters_do_not_make_a_text_kazakh() -> None:
    assert language_of(ENGLISH + " (Қасым-Жомарт Тоқаев)") == "en"
    assert language_of(RUSSIAN + " Қасым-Жомарт Тоқаев") in ("ru", None)


def test_the_stage_sets_the_language_or_says_why_not() -> None:
    assert name_language(Reading(Article("a", ENGLISH))).article == Article("a", ENGLISH, language="en")
    german = name_language(Reading(Article("a", OTHERS["German"])))
    assert german.article.language is None
    assert [finding.code for finding in german.article.findings] == ["language-without-rules"]


@pytest.mark.parametrize(("text", "language"), [(RUSSIAN, "ru"), (KAZAKH, "kk-Cyrl"), (KAZAKH_LATIN, "kk-Latn")])
def test_a_language_told_by_name_may_be_without_rules(text: str, language: str) -> None:
    article = name_language(Reading(Article("a", text))).article
    assert article.language == language
    assert [(finding.code, language in finding.message) for finding in article.findings] == [("language-without-rules", True)]


def test_the_stage_believes_the_caller() -> None:
    assert name_language(Reading(Article("a", ENGLISH, language="en-GB"))).article.language == "en-GB"
    french = name_language(Reading(Article("a", ENGLISH, language="fr"))).article
    assert french.language == "fr"
    assert "fr" in french.findings[0].message


def test_has_rules() -> None:
    assert [has_rules(tag) for tag in ("en", "en-US", "ru", "kk", "kk-Latn", "de", "x")] == [True, True, *[False] * 5]
