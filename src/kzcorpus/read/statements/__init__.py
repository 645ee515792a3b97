"""The stage that joins it all: cues, speakers, contents and what stands around them become the statements of an article."""

import hashlib
import re
from collections.abc import Sequence

import attrs

from kzcorpus.model.articles import Article
from kzcorpus.model.findings import Finding
from kzcorpus.model.spans import Span
from kzcorpus.model.statements import Statement
from kzcorpus.read.stages import Passage, Reading, revised
from kzcorpus.read.statements import chains
from kzcorpus.read.statements.building import Builder
from kzcorpus.read.statements.contents import Found, found_in
from kzcorpus.read.statements.cues import crowded
from kzcorpus.read.statements.thoughts import Speakers
from kzcorpus.read.statements.voices import Voices
from kzcorpus.read.words import words_in

_WORD = re.compile(r"\w+")
_LOWER = bytes(ord(chr(i).lower()) if i < 128 and (chr(i).isalnum() or chr(i) == "_") else ord(" ") for i in range(256))  # noqa: PLR2004 -- ASCII
_MOST_SPANS = 100


def identified(article: str, text: str, content: Sequence[Span], seen: dict[str, int]) -> str:
    """Return the id of a statement: from its content's words, so that it survives re-reading; ``-2`` on repetition."""
    said = " ".join([text[span.start : span.end] for span in content])
    words = said.encode().translate(_LOWER).split() if said.isascii() else [" ".join(_WORD.findall(said)).lower().encode()]
    made = f"{article}.{hashlib.sha256(b' '.join(words)).hexdigest()[:8]}"
    seen[made] = seen.get(made, 0) + 1
    return made if seen[made] == 1 else f"{made}-{seen[made]}"


def _outer_first(parents: Sequence[int | None]) -> list[int]:
    """Return all numbers, each after the one that contains it."""
    order: list[int] = []
    done: set[int] = set()
    for number, containing in enumerate(parents):
        if number in done:
            continue
        if containing is None:
            done.add(number)
            order.append(number)
            continue
        line = [number]
        while (parent := parents[line[-1]]) is not None and parent not in done and parent not in line:
            line.append(parent)
        for one in reversed(line):
            if one not in done:
                done.add(one)
                order.append(one)
    return order


def _hosts(found: Sequence[Found]) -> list[tuple[int, int]]:
    """Return the numbers of those that are cited, each with the number of the report that cites it."""
    cited = [number for number, one in enumerate(found) if one.draft.host]
    numbers = {id(one.draft.cue): number for number, one in enumerate(found) if one.draft.cue} if cited else {}
    hosts = [(number, numbers.get(id(found[number].draft.host))) for number in cited]
    return [(number, host) for number, host in hosts if host is not None]


def _within(found: Sequence[Found]) -> tuple[list[Found], list[int | None]]:
    """Cut each find to the content it stands in; return them with the number of the one that contains each."""
    out = list(found)
    parents = list(chains.nested([(one.cue or one.content[0], one.content) for one in found]))
    for number, host in _hosts(found):
        parents[number] = host
    for number in _outer_first(parents):
        one, parent = out[number], parents[number]
        if parent is None:
            continue
        if one.draft.host:
            out[number] = attrs.evolve(one, content=out[parent].content, verbatim=out[parent].verbatim, mode=out[parent].mode)
            continue
        cue = one.cue
        holder = next((span for span in out[parent].content if span.covers(cue)), None) if cue else None
        parents[number] = parent if holder else None
        out[number] = one.cut(holder) if holder else one
    return out, parents


def _order(one: Found) -> tuple[int, int, bool]:
    return one.content[0].start, -one.content[-1].end, bool(one.draft.host)


def _built(builder: Builder, article: Article, found: Sequence[Found], seen: dict[str, int]) -> list[Statement]:
    """Return the statements in order of where their contents begin, longer ones first."""
    finds, parents = _within(found)
    order = sorted([number for number, one in enumerate(finds) if one.content], key=lambda number: _order(finds[number]))
    ids = {number: identified(article.id, article.text, finds[number].content, seen) for number in order}
    built: dict[int | None, Statement] = {}
    for number in _outer_first(parents):
        if number in ids:
            one = finds[number]
            built[number] = builder.build(one, ids[number], built.get(parents[number]), built.get(one.said_by))
    return [built[number] for number in order]


def _passed_over(text: str, passages: Sequence[Passage]) -> tuple[Finding, ...]:
    """Return the finding that sentences are no prose: they have so many words that may report that none of them tells anything."""
    spans = [words.span(*bounds) for passage in passages for words in (words_in(text, passage),) for bounds in crowded(words)]
    if not spans:
        return ()
    message = f"{len(spans)} {'sentence has' if len(spans) == 1 else 'sentences have'} too many verbs of saying for prose"
    hint = "who says what is not read there; are its full stops missing?"
    return (Finding("sentence-unread", "info", message, spans=tuple(spans[:_MOST_SPANS]), hint=hint),)


def find_statements(reading: Reading) -> Reading:
    """Add the statements of an article, in order of where their contents begin.

    Spans of one statement never overlap; speaker, cue and content are disjoint; a nested statement lies within its parent. A sentence with
    dozens of verbs of saying is no prose: nothing is read in it, and the finding ``sentence-unread`` says so.
    """
    article = reading.article
    outlet = article.source.outlet if article.source else None
    builder = Builder(Voices.of(article, reading.authority), chains.Dates.of(article), outlet)
    found, thoughts = found_in(reading)
    seen: dict[str, int] = {}
    statements = _built(builder, article, found, seen)
    if thoughts:
        expressed = list(Speakers(builder.voices, statements).expressed(thoughts))
        statements = sorted(
            [*statements, *_built(builder, article, expressed, seen)], key=lambda one: (one.content[0].start, -one.content[-1].end)
        )
    unread = _passed_over(article.text, reading.passages)
    changes = {"findings": (*article.findings, *unread)} if unread else {}
    return revised(reading, statements=tuple(statements), **changes)
