"""Russian and Kazakh names in other cases than the first, led back to it where the form leaves no doubt who bears it."""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice, product

from kzcorpus.authority.appellations import is_title
from kzcorpus.authority.keys import is_cyrillic
from kzcorpus.authority.lexicon import vocabulary

_MOST = 16  # first cases of one name in one case
_SHORTEST = 2  # letters that are left
_MOST_WORDS = 12
_UNINFLECTED = 3  # letters up to which a word may have one form: Си, Ван


@cache
def _rows() -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Return the cases of names of several words, each with its endings and those of the first case."""
    tables = vocabulary("inflections")["russian"]
    return tuple((case, _endings(tables[sex][case])) for sex in ("male", "female") for case in tables[sex])


@cache
def _endings(text: str) -> tuple[tuple[str, str], ...]:
    words = text.split()
    return tuple((said, first.strip("-")) for said, first in zip(words[::2], words[1::2], strict=True))


def _first_cases(word: str, endings: tuple[tuple[str, str], ...], shortest: int = _SHORTEST) -> list[str]:
    stem, hyphen = word.removesuffix("-"), "-" if word.endswith("-") else ""
    found = [(said, first) for said, first in endings if stem.lower().endswith(said) and len(stem) - len(said) >= shortest]
    return [stem[: len(stem) - len(said)] + first + hyphen for said, first in found]


def first_cases(name: str) -> Iterator[tuple[str, str]]:
    """Yield what a Cyrillic name in another case may be in the first, and the case or the language.

    All words of a Russian name must stand in one case of one sex; of a name of one word only forms that are no first case are read, so that
    "Токаева" stays a woman's name, and "Токаеву" (his dative, her accusative) is nobody's.

    >>> ("Владимир Путин", "the dative") in first_cases("Владимиру Путину")
    True
    >>> list(first_cases("Токаева")), list(first_cases("Токаевым")), next(first_cases("Тоқаевтың"))
    ([], [('Токаев', 'an inflected form')], ('Тоқаев', 'an inflected form'))
    """
    if not is_cyrillic(name):
        return
    words = [part for word in name.split()[: _MOST_WORDS + 1] for part in _parts(word)]
    if len(words) > _MOST_WORDS:
        return
    tables = vocabulary("inflections")
    if len(words) == 1:
        for sex in ("male", "female"):
            for word in _first_cases(words[0], _endings(tables["russian"]["alone"][sex])):
                yield word, "an inflected form"
    elif words:
        for case, endings in _rows():
            choices = [_choices(word, endings) for word in words]
            yield from ((_joined(chosen), f"the {case}") for chosen in islice(product(*choices), _MOST))
    last = words[-1] if words else ""
    kazakh = _endings(tables["kazakh"]["endings"])
    for word in _first_cases(last, kazakh, tables["kazakh"]["shortest"]):
        yield _joined([*words[:-1], word]), "an inflected form"


def first_cases_of_places(name: str) -> Iterator[str]:
    """Yield what the Russian name of a place or a state, of one word, may be in the first case.

    >>> "Астана" in first_cases_of_places("Астане"), list(first_cases_of_places("в Астане"))
    (True, [])
    """
    table = vocabulary("inflections")["russian"]["places"]
    if is_cyrillic(name) and len(name.split()) == 1:
        yield from dict.fromkeys(_first_cases(name.strip(), _endings(table["endings"]), table["shortest"]))


def _choices(word: str, endings: tuple[tuple[str, str], ...]) -> list[str]:
    """Return what a word among several may be in the first case: titles lose their ending, and words around them have none to lose."""
    found = _first_cases(word, endings)
    if word == word.lower() or is_title(word):
        return [one for one in found if is_title(one)][:1] or [word]
    titles = [one for one in found if is_title(one)]
    stays = word.endswith("-") or len(word) <= _UNINFLECTED
    return titles[:1] or [*found, *([word] if stays else ())]


def _parts(word: str) -> list[str]:
    """Return the parts of a hyphenated word, which Russian may inflect each or only the last; all but the last keep their hyphen."""
    *others, last = word.split("-")
    return [*(f"{part}-" for part in others), last]


def _joined(words: Iterable[str]) -> str:
    return " ".join(words).replace("- ", "-")
