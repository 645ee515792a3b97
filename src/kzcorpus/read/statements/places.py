"""Where the content of a cue may begin."""

import attrs

from kzcorpus.read.statements.cues import Cue
from kzcorpus.read.statements.grounds import Ground, Range


@attrs.define
class Place:
    """Where the content of a cue may begin: ``here`` after adverbials, ``beyond`` after who is addressed."""

    ground: Ground
    cue: Cue
    here: int
    beyond: int
    addressee: Range | None

    def tag(self, index: int) -> str:
        """Return the class of a word, that of a full stop beyond the ground."""
        return self.ground.words.tags[index] if index < self.ground.hi else "."

    def low(self, index: int) -> str:
        """Return a word in lower case, nothing beyond the ground."""
        return self.ground.words.lows[index] if index < self.ground.hi else ""

    @property
    def nominal(self) -> bool:
        """Tell whether what stands here can begin a noun phrase or a quotation."""
        tag = self.tag(self.here)
        return tag in "KU0DdSOEGmvs$'" or self.ground.words.quotation[self.here] >= 0 or (tag == "A" and self.tag(self.here + 1) in "KUEGv")
