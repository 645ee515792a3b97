"""Who said what: voices, the occasion, stances, and the statement that holds them."""

from collections.abc import Iterator
from typing import Literal

import attrs

from kzcorpus.model.dates import When
from kzcorpus.model.provenance import Made
from kzcorpus.model.spans import Span
from kzcorpus.model.values import Id, Text, checked

VoiceKind = Literal["named", "title", "pronoun", "collective", "document", "outlet", "unnamed"]
Mode = Literal["direct", "indirect", "mixed"]
Polarity = Literal["positive", "negative"]


@attrs.frozen
@checked
class Voice:
    """A speaker, an addressee or a medium, as the text has it.

    ``entity`` is an agent's id, None while unresolved; ``name`` a form of the name; ``span`` the words in the text, None where implicit.
    """

    entity: Id | None = None
    name: Text | None = None
    span: Span | None = None
    kind: VoiceKind | None = None


@attrs.frozen
@checked
class Setting:
    """The occasion as the text has it ("a joint press conference"); ``occasion`` is an Occasion's id once assembled."""

    occasion: Id | None = None
    name: Text | None = None
    span: Span | None = None


def _typed(agreement: bool | int | None) -> tuple[type, bool | int | None]:  # noqa: FBT001
    return type(agreement), agreement


@attrs.frozen
@checked
class Stance:
    """Agreement with a concept: True, False, an integer on the codebook's scale, or None. ``True`` is not ``1``.

    >>> Stance("sanctions", True) == Stance("sanctions", 1)
    False
    """

    concept: Id
    agreement: bool | int | None = attrs.field(default=None, eq=_typed)


@attrs.frozen
@checked
class Statement:
    """A reported act of communication, as spans over the text of its article (STATEMENTS in the documentation has the rules).

    ``content`` has several spans when interrupted; ``cue`` is the verb with its auxiliaries, the noun, or "according to"; ``verbatim`` the
    words in quotation marks; ``hedges`` words like "allegedly"; ``via`` the media it came through, outermost first; ``within`` the id of
    the statement that contains this one; ``said`` the date of the utterance, which is not the article's.

    >>> Statement("a1.s1", content=(Span(0, 4),), mode="indirect").polarity is None
    True
    """

    id: Id
    content: tuple[Span, ...] = ()
    mode: Mode | None = None
    speaker: Voice | None = None
    cue: tuple[Span, ...] = ()
    verbatim: tuple[Span, ...] = ()
    polarity: Polarity | None = None
    hedges: tuple[Span, ...] = ()
    addressees: tuple[Voice, ...] = ()
    via: tuple[Voice, ...] = ()
    within: Id | None = None
    occasion: Setting | None = None
    said: When | None = None
    stances: tuple[Stance, ...] = ()
    made: Made | None = None

    def voices(self) -> Iterator[tuple[str, Voice]]:
        """Iterate over every voice with the name of its field, indexed where the field is a collection."""
        if self.speaker:
            yield "speaker", self.speaker
        for index, voice in enumerate(self.addressees):
            yield f"addressees[{index}]", voice
        for index, voice in enumerate(self.via):
            yield f"via[{index}]", voice

    def spans(self) -> Iterator[tuple[str, Span]]:
        """Iterate over every span with the path of its field."""
        for name in ("content", "cue", "verbatim", "hedges"):
            for index, span in enumerate(getattr(self, name)):
                yield f"{name}[{index}]", span
        for name, holder in (*self.voices(), ("occasion", self.occasion), ("said", self.said)):
            if holder and holder.span:
                yield f"{name}.span", holder.span
