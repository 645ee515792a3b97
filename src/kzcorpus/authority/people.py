"""Names of people by their keys: the family name meets, then what is said of the given names must agree with what is known of them."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, product

from kzcorpus.authority.evidence import (
    FOREIGN_FAMILY,
    PATRONYMIC,
    RESPELLED,
    RESPELLED_FAMILY,
    RESPELLED_ORDER,
    RESPELLED_SHORT,
    SLIP,
)
from kzcorpus.authority.forms import normal
from kzcorpus.authority.givennames import Known, aligned, compared, father_of, full_key, is_initial, letters_of, parted_given
from kzcorpus.authority.keys import is_cyrillic, word_keys, words_in
from kzcorpus.authority.remembering import per_authority
from kzcorpus.authority.slips import bears_slip, one_apart
from kzcorpus.authority.titles import is_honorific
from kzcorpus.model.agents import Actor
from kzcorpus.model.authorities import Authority
from kzcorpus.model.names import Name

Entry = tuple[str, Name, str]
"""An id, the name of that record, and in which way it matches."""

_LONGEST = 8  # words; what is longer is no name of a person
_LONGEST_FAMILY = 3
_MOST_KEYS = 64  # of a family name of several words
_SHORTEST_FAMILY = 4  # sounds of a family name that alone says who is meant
_SHORTEST_NAME = 7  # sounds of a full name
_SHORTEST_INITIALS = 6  # sounds of a name with initials
_DOTS = re.compile(r"\.(?=\w)")


class People:
    """The people of an authority by the keys of their family names, built when first asked for; ``people_of`` keeps it."""

    def __init__(self, authority: Authority) -> None:
        self.known: dict[str, Known] = {}
        self._families: dict[str, dict[str, Name]] = {}
        self._fathers: dict[str, dict[str, Name]] = {}
        self._names: dict[str, list[tuple[tuple[str, ...], str, Name]]] = {}
        for actor in authority.actors:
            self._enter(actor)

    def _enter(self, actor: Actor) -> None:
        alone = [name for name in actor.names if name.kind == "family"]
        families = {tuple(normal(name.text).split(" ")) for name in alone}
        full = [(name, *_parted(name.text, families)) for name in actor.names if name.kind in (None, "full", "variant", "former")]
        known = [(given, family, name) for name, given, family in full if family]
        borne = [*(name for *_, name in known), *alone]
        keys = {name: self._family_keys(name, families) for name in borne}
        cyrillic = {key for name in borne if is_cyrillic(name.text) for key in keys[name]}
        # an English name that sounds like none of the Cyrillic ones is no romanization, and Michel must not meet Mitchell
        romanized = not cyrillic or any(not cyrillic.isdisjoint(keys[name]) for name in borne if not is_cyrillic(name.text))
        for name in borne:
            for key in keys[name] if romanized or is_cyrillic(name.text) else ():
                self._families.setdefault(key, {}).setdefault(actor.id, name)
        parts = [parted_given(given) for given, _, _ in known if given]
        fathers = frozenset(part.father for part in parts if part.father)
        self.known[actor.id] = Known(tuple(dict.fromkeys(part.given for part in parts if part.given)), fathers)
        self._names[actor.id] = [(given, family, name) for given, family, name in known]
        for father in fathers:
            self._fathers.setdefault(father, {}).setdefault(actor.id, known[0][2])

    @staticmethod
    def _family_keys(name: Name, families: set[tuple[str, ...]]) -> tuple[str, ...]:
        family = name.text if name.kind == "family" else _parted(name.text, families)[1]
        return tuple(_keys_of(words_in(family), foreign=False, language=name.language))

    def meet(self, name: str) -> Iterator[Entry]:
        """Yield the people whom a name may mean by its keys: order, initials, patronymics; a family name alone."""
        words = _tokens(name)
        if not words or len(words) > _LONGEST:
            return
        for family, given, order in _splits(words):
            own = frozenset(_keys_of(family, foreign=False))
            for key in _keys_of(family):
                for id_, known in self._families.get(key, {}).items():
                    how = self._how(key, given, id_, order)
                    if how:
                        yield id_, known, FOREIGN_FAMILY if how == RESPELLED_FAMILY and key not in own else how
        father = father_of(words[-1]) if len(words) > 1 else None
        for id_, known in self._fathers.get(father or "", {}).items():
            if any(aligned(words[:-1], given) for given in self.known[id_].given):
                yield id_, known, PATRONYMIC

    def _how(self, family: str, given: Sequence[str], id_: str, order: bool) -> str | None:  # noqa: FBT001
        if not given:
            return RESPELLED_FAMILY if len(family) >= _SHORTEST_FAMILY else None
        how = compared(given, self.known[id_])
        if how is None or len(family) + sum(len(letters_of(word)) for word in given) < (
            _SHORTEST_INITIALS if how == RESPELLED_SHORT else _SHORTEST_NAME
        ):
            return None
        return RESPELLED_ORDER if how == RESPELLED and order else how

    def contradicts(self, id_: str, name: str) -> bool:
        """Tell whether a name says another patronymic than is known of a person."""
        fathers = self.known[id_].fathers if id_ in self.known else frozenset()
        return bool(fathers) and any(father not in fathers for father in map(father_of, _tokens(name)[1:-1]) if father)

    def slipped(self, name: str) -> Iterator[Entry]:
        """Yield the people from whose full name a name is one slip of the pen away, in a given name or in the family name."""
        words = _tokens(name)
        if not 1 < len(words) <= _LONGEST or any(map(is_initial, words)):
            return
        said = letters_of("".join(words))
        for id_, names in self._names.items():
            for given, family, known in names:
                if given and _one_slip(words, given, words_in(family), said):
                    yield id_, known, SLIP
                    break


def _one_slip(words: Sequence[str], given: Sequence[str], family: Sequence[str], said: str) -> bool:
    """Tell whether given names and family name are those said but for one slip in one of them."""
    known = letters_of("".join((*given, *family)))
    if abs(len(known) - len(said)) > 2 or known[0] != said[0] or len(words) <= len(family):  # noqa: PLR2004 -- one slip, and what keys set aside
        return False
    pairs = [(words[: -len(family)], given), (words[-len(family) :], family)]
    same = [full_key(one) == full_key(other) for one, other in pairs]
    return any(same) and any(_slip("".join(one), "".join(other)) for (one, other), alike in zip(pairs, same, strict=True) if not alike)


def _slip(said: str, known: str) -> bool:
    """Tell whether a word is one slip away from a known one, by its letters or by its sounds."""
    letters, there = letters_of(said), letters_of(known)
    return bears_slip(letters, there) and (one_apart(letters, there) or one_apart(full_key([said]), full_key([known])))


def _keys_of(words: Sequence[str], *, foreign: bool = True, language: str | None = None) -> Iterator[str]:
    """Yield the keys of a family name, which may have several words."""
    keys = [word_keys(word, foreign=foreign, language=language) for word in words]
    return ("".join(combined) for combined in islice(product(*keys), _MOST_KEYS) if combined) if all(keys) else iter(())


def _tokens(name: str) -> list[str]:
    """Return the words of a name, initials set apart, honorifics before it left out."""
    words = [word.strip(',;:()«»"“”„') for word in words_in(_DOTS.sub(". ", name))]
    words = [word for word in words if letters_of(word)]
    while len(words) > 1 and is_honorific(words[0]):
        words = words[1:]
    return words


def _splits(words: Sequence[str]) -> Iterator[tuple[Sequence[str], Sequence[str], bool]]:
    """Yield a name's words as family name and given names, the family name last or (True) first."""
    for size in range(1, min(_LONGEST_FAMILY, len(words)) + 1):
        yield words[-size:], words[:-size], False
        if size < len(words):
            yield words[:size], words[size:], True


def _parted(text: str, families: set[tuple[str, ...]]) -> tuple[tuple[str, ...], str]:
    """Return the given names and the family name of a full name, by the family names known; else the last word is one."""
    words = [word for word in words_in(text) if letters_of(word)]
    while len(words) > 1 and is_honorific(words[0]):
        words = words[1:]
    plain = [normal(word) for word in words]
    for family in sorted(families, key=len, reverse=True):
        size = len(family)
        if size < len(words) and tuple(plain[-size:]) == family:
            return tuple(words[:-size]), " ".join(words[-size:])
        if size < len(words) and tuple(plain[:size]) == family:
            return tuple(words[size:]), " ".join(words[:size])
    return (tuple(words[:-1]), words[-1]) if words else ((), "")


people_of = per_authority(People)
"""Return the ``People`` of an authority, the same each time."""
