"""Names that are only similar, for those who ask: two libraries of the extra ``match`` do the work."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from kzcorpus.authority.evidence import SIMILAR
from kzcorpus.authority.forms import normal
from kzcorpus.authority.keys import key
from kzcorpus.authority.remembering import per_authority
from kzcorpus.errors import MissingExtraError
from kzcorpus.model.authorities import Authority
from kzcorpus.model.names import Name

_ENOUGH = 0.82  # of two names of one word
_SHORTEST = 6  # letters
_MOST_LETTERS = 200  # what is longer is no name, and comparing it would cost its square
_ALONE = frozenset({"given", "acronym"})


@cache
def _libraries() -> tuple[Any, Any]:
    try:
        from anyascii import anyascii  # noqa: PLC0415 -- an optional library is imported where it is needed
        from rapidfuzz import distance, process  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtraError("match", "a fuzzy search for names") from error
    return anyascii, (process, distance.OSA.normalized_similarity)


def _written(name: str) -> str:
    """Return a name in Latin letters as it sounds; scripts that no table reads by their letters."""
    anyascii, _ = _libraries()
    return key(anyascii(key(normal(name)))).lower()


class _Names:
    """The names of an authority as they sound, those of people in both orders."""

    def __init__(self, authority: Authority) -> None:
        self.written: list[str] = []
        self.borne: list[tuple[str, Name]] = []
        for record in (*authority.agents(), *authority.places):
            for name in record.names:
                written = "" if name.kind in _ALONE else _written(name.text)
                if len(written) >= _SHORTEST:
                    self.written.append(written)
                    self.borne.append((record.id, name))


_names = per_authority(_Names)


def similar(authority: Authority, name: str) -> Iterator[tuple[str, Name, float, str]]:
    """Yield the id, the name, the score and the reason of what is most similar to a name, each record once or more.

    Raises ``MissingExtraError`` where the extra ``match`` is not installed.
    """
    _, (process, similarity) = _libraries()
    said = _written(name) if len(name) <= _MOST_LETTERS else ""
    if len(said) < _SHORTEST:
        return
    names = _names(authority)
    for _, likeness, number in process.extract(said, names.written, scorer=similarity, score_cutoff=_ENOUGH, limit=None):
        id_, known = names.borne[number]
        yield id_, known, SIMILAR * likeness, f"similar name ({likeness:.2f})"
