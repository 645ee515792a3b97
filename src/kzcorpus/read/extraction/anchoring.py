"""From words to spans: where in an article the words stand that a language model, or a colleague, quoted from it."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any

import attrs

from kzcorpus.errors import describe, shorten
from kzcorpus.model.articles import Article
from kzcorpus.model.findings import Finding
from kzcorpus.model.spans import Span
from kzcorpus.model.statements import Statement, Voice
from kzcorpus.read.extraction.occurrences import occurrences
from kzcorpus.read.sentences import sentences

DRAFT = "draft"
"""The id of a statement that is to be given one."""


class _NowhereError(Exception):
    """The words do not stand where they should, or more than once; carries the finding that says so."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding)
        self.finding = finding


@attrs.frozen
class _Search:
    """Where words stand in an article; ``passage`` bounds what stands near each other, None for sentence and block."""

    article: Article
    passage: Span | None = None

    def once(self, role: str, words: str, scopes: Iterable[Span], taken: Sequence[Span] = (), *, first: bool = False) -> Span:
        """Return the place of the words in the first scope that holds them; they must stand there once, unless the ``first`` is meant."""
        words = words.strip()
        for places in occurrences(self.article.text, words, tuple(scopes), taken):
            found = tuple(islice(places, 2))
            if len(found) == 1 or (found and first):
                return found[0]
            if found:
                message = f"the {role} {shorten(words)} stands in more than one place"
                raise _NowhereError(Finding("words-ambiguous", "warning", message, spans=found, hint="quote more of it, or its passage"))
        message = f"the {role} {shorten(words)} does not stand in {'the passage' if self.passage else 'the text'}"
        raise _NowhereError(Finding("words-not-found", "warning", message, hint="quote the words as they stand there"))

    def near(self, content: Sequence[Span]) -> list[Span]:
        """Return where the frame of a content may stand: its passage, else its sentences, then its blocks."""
        if self.passage:
            return [self.passage]
        hull, blocks = Span(content[0].start, content[-1].end), self._blocks()
        at = bisect_left(blocks, hull.start, key=lambda block: block.end)
        held = [block for block in blocks[at:] if block.overlaps(hull)]
        parts = [part for block in held for part in sentences(self.article.text, block) if part.overlaps(hull)]
        return [Span(some[0].start, some[-1].end) for some in (parts, held) if some]

    def _blocks(self) -> list[Span]:
        return [block.span for block in self.article.blocks] or [Span(0, len(self.article.text))]

    def contents(self, pieces: Sequence[str], start: int | None) -> list[Span]:
        """Return the places of the pieces of a content: the first anywhere, or first from ``start``; each other after the one before."""
        whole = self.passage or Span(0, len(self.article.text))
        begin = min(max(whole.start, start or 0), whole.end)
        out = [self.once("content", pieces[0], [Span(begin, whole.end)], first=start is not None)]
        for piece in pieces[1:]:
            end = out[-1].end
            near = [Span(end, scope.end) for scope in self.near(out) if scope.end >= end]
            out.append(self.once("content", piece, [*near, Span(end, whole.end)], first=start is not None))
        return out


def _strings(role: str, value: str | Sequence[str]) -> list[str]:
    """Return one string or several as a list of at least one; raises ``TypeError`` for anything else."""
    parts = [value] if isinstance(value, str) else list(value) if isinstance(value, (list, tuple)) else []
    if not parts or not all(isinstance(part, str) for part in parts):
        raise TypeError(f"found {describe(value)} for the {role}, expected a str, or several in order")
    return parts


def anchored(
    article: Article,
    content: str | Sequence[str],
    *,
    speaker: str | Voice | None = None,
    cue: str | Sequence[str] | None = None,
    passage: str | None = None,
    start: int | None = None,
    **fields: Any,  # noqa: ANN401 -- further fields of a statement
) -> Statement | Finding:
    """Return a statement from words quoted from an article, or a finding that says which words have no place, or more than one.

    Nothing is guessed. The words must stand in the text as they are given, whole; only white space, and the style of quotation marks and
    apostrophes, may differ. ``content`` (several strings where it is interrupted, in order) must stand in the text once; with ``start``,
    an offset in code points, the first place at or after it counts. Speaker and cue must stand once in its sentence, else once in its
    block, outside of the content. With ``passage``, words quoted around it all, everything must stand once in there. A speaker whose name
    the article does not have there is given as a ``Voice``. ``fields`` are the other fields of the statement, as they are.

    The findings are ``words-not-found`` and ``words-ambiguous``. Raises ``TypeError`` where words are no strings.

    >>> from kzcorpus import read_text
    >>> article = read_text("“It’s ready,” the minister said on Friday. She said that it would open in May.", id="a1")
    >>> found = anchored(article, "It's ready", speaker="the minister", cue="said", mode="direct")
    >>> found.content, found.speaker.span, found.cue
    ((Span(1, 11),), Span(14, 26), (Span(27, 31),))
    >>> str(anchored(article, "It is finished"))
    "the content 'It is finished' does not stand in the text (quote the words as they stand there)"
    """
    pieces = _strings("content", content)
    cues = [] if cue is None else _strings("cue", cue)
    if not isinstance(speaker, (str, Voice, type(None))):
        raise TypeError(f"found {describe(speaker)} for the speaker, expected a str or a Voice")
    search = _Search(article)
    marks: list[Span] = []
    try:
        if passage is not None:
            search = _Search(article, search.once("passage", passage, [Span(0, len(article.text))]))
        spans = search.contents(pieces, start)
        near = search.near(spans)
        if isinstance(speaker, str):
            speaker = Voice(span=search.once("speaker", speaker, near, spans))
        said_by = [speaker.span] if speaker and speaker.span else []
        for words in cues:
            marks.append(search.once("cue", words, near, [*spans, *said_by, *marks]))
    except _NowhereError as nowhere:
        return nowhere.finding
    return Statement(**{"id": DRAFT, **fields}, content=tuple(spans), speaker=speaker, cue=tuple(marks))
