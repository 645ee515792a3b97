"""Names of organizations and places by their keys: another romanization of the whole name, or one slip in one of its words."""

from collections.abc import Iterator, Sequence
from itertools import islice, product

from kzcorpus.authority.evidence import RESPELLED, SLIP
from kzcorpus.authority.forms import normal, words_of
from kzcorpus.authority.keys import is_cyrillic, word_keys
from kzcorpus.authority.remembering import per_authority
from kzcorpus.authority.romanization import SCHEMES, romanize
from kzcorpus.authority.slips import bears_slip, one_apart
from kzcorpus.model.agents import Organization, Place
from kzcorpus.model.authorities import Authority
from kzcorpus.model.names import Name

Entry = tuple[str, Name, str]

_SHORTEST = 5  # sounds
_SHORTEST_ACRONYM = 4  # letters
_MOST_WORDS = 16  # of a name
_MOST_KEYS = 64  # of a name
_LONG_WORD = 10  # letters in which a slip counts where only one word stands beside it
_WORDS_BESIDE = 2


class Respellings:
    """The organizations and places of an authority by the keys of their names, made when first asked for; ``respellings`` keeps it."""

    def __init__(self, authority: Authority) -> None:
        self._keys: dict[str, dict[str, Name]] = {}
        self._acronyms: dict[str, dict[str, Name]] = {}
        self._beside: dict[tuple[str, ...], list[tuple[str, str, Name]]] = {}
        self._countries: set[str] = {place.id for place in authority.places}
        self._countries.update(organization.id for organization in authority.organizations if organization.kind == "state")
        records: tuple[Organization | Place, ...] = (*authority.organizations, *authority.places)
        for record in records:
            self._enter(record)

    def _enter(self, record: Organization | Place) -> None:
        names = [(name, words_of(name.text)) for name in record.names if _is_spelled(name)]
        romanized = {key for name, words in names if is_cyrillic(name.text) for key in _keys_of(words, foreign=False)}
        for name, words in names:
            for key in _keys_of(words, foreign=False):
                # of one word, an English name that sounds like none of the Cyrillic ones is no romanization
                if len(words) > 1 or is_cyrillic(name.text) or not romanized or any(key == one or one_apart(key, one) for one in romanized):
                    self._keys.setdefault(key, {}).setdefault(record.id, name)
            for i in range(len(words) if len(words) <= _MOST_WORDS else 0):
                self._beside.setdefault((*words[:i], "", *words[i + 1 :]), []).append((words[i], record.id, name))

        for name in record.names:
            if name.kind == "acronym" and is_cyrillic(name.text) and len(name.text) >= _SHORTEST_ACRONYM:
                for scheme in SCHEMES:
                    self._acronyms.setdefault(normal(romanize(name.text, scheme)), {}).setdefault(record.id, name)

    def meet(self, name: str) -> Iterator[Entry]:
        """Yield the organizations and places whose name is this one in another romanization.

        The orthographies of other European languages count for states and places only.
        """
        words = words_of(name)
        if len(words) > _MOST_WORDS:
            return
        if name.isupper():
            yield from ((id_, known, RESPELLED) for id_, known in self._acronyms.get(normal(name), {}).items())
        own = set(_keys_of(words, foreign=False)) if not any(map(_is_english, words)) else set()
        for key in dict.fromkeys(_keys_of(words)):
            for id_, known in self._keys.get(key, {}).items():
                if key in own or id_ in self._countries:
                    yield id_, known, RESPELLED

    def slipped(self, name: str) -> Iterator[Entry]:
        """Yield the organizations and places with a name of several words, one of which is one slip of the pen away."""
        words = words_of(name)
        for i, said in enumerate(words if 1 < len(words) <= _MOST_WORDS else ()):
            for word, id_, known in self._beside.get((*words[:i], "", *words[i + 1 :]), ()):
                if bears_slip(said, word) and one_apart(said, word) and (len(words) > _WORDS_BESIDE or len(word) >= _LONG_WORD):
                    yield id_, known, SLIP


def _is_spelled(name: Name) -> bool:
    """Tell whether a name is said as it is written: no acronym."""
    return name.kind != "acronym" and not (name.text.isupper() and len(name.text) < _SHORTEST)


def _is_english(word: str) -> bool:
    """Tell whether a word has a c for k, which no romanization writes: "Capital" is not the paper Kapital."""
    return "c" in word.replace("ch", "").replace("ck", "c") and not is_cyrillic(word)


def _keys_of(words: Sequence[str], *, foreign: bool = True) -> Iterator[str]:
    """Yield the keys of a name, its words joined."""
    keys = [word_keys(word, foreign=foreign) for word in words]
    if all(keys):
        yield from (key for key in map("".join, islice(product(*keys), _MOST_KEYS)) if len(key) >= _SHORTEST)


respellings = per_authority(Respellings)
"""Return the ``Respellings`` of an authority, the same each time."""
