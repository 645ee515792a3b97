"""Which language a text is in, where that is plain: by its letters and its commonest words; and whether the reader has rules for it."""

import re
from collections import Counter
from functools import cache

from kzcorpus.model.findings import Finding
from kzcorpus.read.lexicon import lexicon
from kzcorpus.read.stages import Reading, revised

_SAMPLE = 2_400  # code points from the start and from the middle: enough, and the same for a book as for a note
_WORDS = re.compile(r"[A-Za-z]++(?=[ ,.])|[^\W\d_]++(?:[’'‘ʻ-][^\W\d_]++)*+")
_LATIN = re.compile("[A-Za-zÀ-ɏ]+")
_CYRILLIC = re.compile("[Ѐ-ӿ]+")
_ACCENTED = re.compile("[^A-Za-z’'‘-]")
_KAZAKH = re.compile("[әғқңұһіӘҒҚҢҰҺІ]")
_KAZAKH_ALONE = re.compile("[ғқұҒҚҰ]")  # neither Kyrgyz nor Tatar nor Ukrainian has these
_TOLD = ("en", "ru", "kk-Cyrl", "kk-Latn")
_RULED = ("en",)
_FEWEST_WORDS = 6
_FEWEST_HITS = 3
_LEAST_SHARE = 0.13
_LEAST_LEAD = 1.5
_LEAST_KAZAKH = 0.05
_LEAST_SCRIPT = 0.65
_CAPITALISED = 0.75
_MOST_ACCENTED = 0.2  # of English words, however many names from elsewhere stand among them


def language_of(text: str) -> str | None:
    """Return the language of a text: ``en``, ``ru``, ``kk-Cyrl`` or ``kk-Latn``; else None.

    >>> language_of("He said on Friday that the border would not be closed.")
    'en'
    >>> language_of("Er sagte am Freitag, dass die Grenze offen bleibt.") is None
    True
    """
    words = _sampled(text)
    if len(words) < _FEWEST_WORDS:
        return None
    letters = "".join(words)
    if _is_written_in(_LATIN, letters):
        return _by_words(words, letters)
    if not _is_written_in(_CYRILLIC, letters):
        return None
    if len(_KAZAKH.findall(letters)) >= _LEAST_KAZAKH * len(letters) and _KAZAKH_ALONE.search(letters):
        return "kk-Cyrl" if _known(words, "kk-Cyrl") else None
    return _by_words(words, letters)


def name_language(reading: Reading) -> Reading:
    """Set the article's language where it has none, with the finding ``language-without-rules`` where no rules of reading fit it."""
    article = reading.article
    language = article.language or language_of(article.text)
    if language is not None and has_rules(language):
        return revised(reading, language=language)
    message = "the language is unknown" if language is None else f"there are no rules for reading {language}"
    finding = Finding("language-without-rules", "info", f"{message}: only blocks and quotation marks are read")
    findings = tuple(dict.fromkeys((*article.findings, finding)))
    return revised(reading, language=language, findings=findings)


def has_rules(language: str) -> bool:
    """Tell whether the reader has rules for a language tag or for the language it narrows.

    >>> has_rules("en-GB"), has_rules("ru")
    (True, False)
    """
    return language.partition("-")[0] in _RULED


def _is_written_in(script: re.Pattern[str], letters: str) -> bool:
    return sum(map(len, script.findall(letters))) >= _LEAST_SCRIPT * len(letters)


def _sampled(text: str) -> list[str]:
    half = _SAMPLE // 2
    if len(text) > _SAMPLE:
        middle = len(text) // 2
        text = f"{text[:half]} {text[middle : middle + half]}"
    return _WORDS.findall(text)


@cache
def _vocabulary() -> dict[str, str]:
    """Return the languages of each function word, set apart by spaces."""
    data = lexicon("languages")
    words: dict[str, str] = {}
    for language, listing in {**data["told"], **data["rivals"]}.items():
        for word in dict.fromkeys(listing.split()):
            words[word] = f"{words[word]} {language}" if word in words else language
    return words


def _known(words: list[str], language: str) -> int:
    vocabulary = _vocabulary()
    return sum(language in vocabulary.get(word.casefold(), "").split() for word in words)


def _lists_names(words: list[str]) -> bool:
    """Tell whether nearly all words are capitalised, as in a list of names; words without any capital, counted first, mostly decide."""
    most = _CAPITALISED * len(words)
    return len(words) - sum(map(str.islower, words)) > most and sum(word[0].isupper() for word in words) > most


def _accented(words: list[str], letters: str) -> int:
    """Return how many words have a letter that English does not write; most texts have none at all."""
    if letters.isascii() or not _ACCENTED.search(letters):
        return 0
    return sum(map(bool, map(_ACCENTED.search, words)))


def _by_words(words: list[str], letters: str) -> str | None:
    """Return the language whose function words lead, where they are many and the lead is plain."""
    if _lists_names(words):
        return None
    hits: Counter[str] = Counter()
    for languages, count in Counter(map(_vocabulary().get, map(str.casefold, words))).items():
        for language in languages.split() if languages else ():
            hits[language] += count
    (best, most), (_, second), *_rest = [*hits.most_common(), ("", 0), ("", 0)]
    if best == "en" and _accented(words, letters) > _MOST_ACCENTED * len(words):
        return None
    if best not in _TOLD or most < max(_FEWEST_HITS, _LEAST_SHARE * len(words)) or most < _LEAST_LEAD * second:
        return None
    return best
