"""How speakers and statements are called where people read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzcorpus.analysis.catalogue import display_name
from kzcorpus.errors import UnknownIdError
from kzcorpus.pages.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kzcorpus.model.articles import Article
    from kzcorpus.model.authorities import Authority
    from kzcorpus.model.spans import Span
    from kzcorpus.model.statements import Setting, Statement, Voice

NO_SPEAKER = "(no speaker)"
_POINTING = frozenset({"pronoun", "title"})


def _known_name(entity: str | None, authority: Authority | None) -> str | None:
    if entity is None or authority is None:
        return None
    try:
        name = display_name(authority, entity)
    except UnknownIdError:
        return None
    return None if name == entity else name


def voice_label(article: Article, voice: Voice | None, authority: Authority | None = None) -> str:
    """Return the best known name of a voice: the authority's, the fullest in the article, its words there with its id, or its kind."""
    if voice is None:
        return NO_SPEAKER
    known = _known_name(voice.entity, authority)
    if known is None:
        known = voice.name or (voice.span.of(article.text) if voice.span else "")
        if voice.entity and (voice.name is None or voice.kind in _POINTING):
            known = f"{known} ({voice.entity})" if known else voice.entity
    return one_line(known) or f"({voice.kind or 'unknown'})"


def words(article: Article, spans: tuple[Span, ...]) -> str:
    """Return the words of some spans on one line, pieces set apart by ``…``."""
    return " … ".join(one_line(span.of(article.text)) for span in spans)


def particulars(article: Article, statement: Statement, numbers: dict[str, int], authority: Authority | None = None) -> Iterator[str]:
    """Yield what is worth saying about a statement beside speaker, mode and cue, as phrases; ``numbers`` are those of statements by id."""
    if statement.polarity == "negative":
        yield "negative"
    if statement.hedges:
        yield f"hedged “{words(article, statement.hedges)}”"
    if statement.addressees:
        yield f"to {', '.join(voice_label(article, voice, authority) for voice in statement.addressees)}"
    if statement.via:
        yield f"via {', '.join(voice_label(article, voice, authority) for voice in statement.via)}"
    if statement.within is not None:
        yield f"within [{numbers[statement.within]}]"
    if statement.occasion and (name := _setting(article, statement.occasion)):
        yield f"at {name}"
    if statement.said:
        yield f"on {statement.said.edtf}"


def _setting(article: Article, setting: Setting) -> str | None:
    name = setting.name or (setting.span and setting.span.of(article.text)) or setting.occasion
    return one_line(name) if name else None
