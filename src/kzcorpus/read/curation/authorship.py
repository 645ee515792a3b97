"""What is a program's, to be read anew, and what is somebody's, to be kept."""

from collections.abc import Iterable

import attrs

from kzcorpus.model.provenance import Made

PROGRAMS = ("kzcorpus", "spacy")
"""What the programs that come with kzcorpus sign with."""
_DECIDED = frozenset({"accepted", "rejected", "disputed"})


@attrs.frozen
class Programs:
    """Names under which programs sign; one such as ``spacy`` stands for ``spacy:en_core_web_sm`` as well."""

    names: frozenset[str]

    @classmethod
    def of(cls, *names: str | Iterable[str]) -> "Programs":
        """Return our own programs and these."""
        given = [[name] if isinstance(name, str) else list(name) for name in names]
        return cls(frozenset({*PROGRAMS, *(one for some in given for one in some)}))

    def signed(self, made: Made | None) -> bool:
        """Tell whether a program signed."""
        by = made.by if made else None
        return by is not None and (by in self.names or by.partition(":")[0] in self.names)

    def proposed(self, made: Made | None) -> bool:
        """Tell whether a program signed and nobody has decided: only that is read anew.

        >>> Programs.of().proposed(Made(by="kzcorpus")), Programs.of().proposed(Made(by="kzcorpus", status="accepted"))
        (True, False)
        >>> Programs.of().proposed(Made(by="Aigerim")), Programs.of().proposed(None)
        (False, False)
        """
        return self.signed(made) and made is not None and made.status not in _DECIDED

    def recorded(self, made: Made | None) -> bool:
        """Tell whether a record of an authority is a program's: one that comes with it, verified or not, or one that it proposed."""
        return self.signed(made) and made is not None and (made.rule is None or made.status not in _DECIDED)
