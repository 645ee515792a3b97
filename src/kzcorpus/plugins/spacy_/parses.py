"""Who said what by a dependency parse: cue verbs with their subjects and complements, and "according to", as tokens of a spaCy document.

The labels are those of spaCy's English models (CLEAR) and of Universal Dependencies.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from kzcorpus.read.statements.verbs import Entry, verb_entries
from kzcorpus.read.vocabulary import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

_CLAUSES = ("ccomp", "xcomp", "parataxis")
_OBJECTS = ("dobj", "obj")
_ADDRESSED = ("dobj", "obj", "dative", "iobj")
_AUXILIARIES = ("aux", "auxpass", "aux:pass", "neg", "prt", "compound:prt")
_PASSIVE = ("auxpass", "aux:pass", "nsubjpass", "nsubj:pass")
_SHARING = ("conj", "xcomp", "advcl", "pcomp")
_NOMINAL = ("acl", "relcl", "acl:relcl")
_APART = (*_NOMINAL, "advcl", "parataxis", "ccomp", "punct")
_ADJECTIVAL = ("amod", "compound")
_NEGATIONS = frozenset({"not", "n't", "n’t", "never"})
_CLAUSAL = ("VERB", "AUX")
_FARTHEST = 8


@attrs.frozen
class Report:
    """A report as tokens of a document, by their indices, in order; ``rule`` says what the content is to the parse.

    ``object`` is what is said where neither a clause nor a quotation is: "criticized the plan".
    """

    rule: str
    cue: tuple[int, ...]
    content: tuple[int, ...] = ()
    speaker: tuple[int, ...] = ()
    addressee: tuple[int, ...] = ()
    negative: bool = False
    object: tuple[int, ...] = ()


def _reach(token: Token) -> range:
    """Return the tokens from the first to the last that depend on a token."""
    return range(token.left_edge.i, token.right_edge.i + 1)


def _children(token: Token, *deps: str) -> list[Token]:
    return [child for child in token.children if child.dep_ in deps]


def _phrase(head: Token) -> tuple[int, ...]:
    """Return a noun with what belongs to it, without the clauses that follow it."""
    after = [child.left_edge.i for child in head.children if child.i > head.i and child.dep_ in _APART]
    appositions = [child for child in head.children if child.dep_ == "appos"]
    end = head.right_edge.i + 1
    for start in sorted(after):
        if not any(one.left_edge.i > start for one in appositions):
            end = min(end, start)
            break
    return tuple(range(head.left_edge.i, end))


def _agent(verb: Token) -> tuple[int, ...]:
    """Return who does what a passive tells: "by X"."""
    for child in _children(verb, "agent"):
        for noun in _children(child, "pobj"):
            return _phrase(noun)
    for noun in _children(verb, "obl:agent", "obl"):
        by = [mark for mark in _children(noun, "case") if mark.lower_ == "by"]
        if by:
            return tuple(i for i in _phrase(noun) if i > by[0].i)
    return ()


def _speaker(verb: Token) -> tuple[int, ...]:
    """Return the subject of a verb, or the one it shares with the verb or the noun that it depends on."""
    for _ in range(_FARTHEST):
        if _children(verb, *_PASSIVE):
            return _agent(verb)
        subjects = _children(verb, "nsubj")
        if subjects:
            return _phrase(subjects[0])
        if verb.dep_ in _NOMINAL:
            return tuple(i for i in _phrase(verb.head) if i < verb.left_edge.i)
        if verb.dep_ not in _SHARING:
            return ()
        verb = verb.head
    return ()


def _without_that(tokens: list[int], doc: Doc) -> list[int]:
    return tokens[1:] if tokens and doc[tokens[0]].lower_ == "that" and doc[tokens[0]].dep_ == "mark" else tokens


def _within_reach(head: Token, verb: Token) -> list[int]:
    """Return the tokens of a clause without the verb that reports it and what else depends on that verb."""
    whole = _reach(head)
    out = {verb.i, *(i for child in verb.children if child.i != head.i and head.i not in _reach(child) for i in _reach(child))}
    return [i for i in whole if i not in out]


def _clause(verb: Token, entry: Entry) -> tuple[str, list[int]]:
    """Return the clause that a cue verb reports, with its rule: a complement, or the sentence in which the verb is a parenthesis."""
    for rule in _CLAUSES:
        for child in _children(verb, rule):
            if rule == "xcomp" and not entry.frames & {"infinitive", "object"}:
                continue
            if rule == "parataxis" and child.lower_ in verb_entries():
                continue  # "The plan was rejected, the mayor said": it reports
            tokens = _without_that(_within_reach(child, verb), verb.doc)
            objects = _children(verb, *_OBJECTS) if rule == "xcomp" and "object" in entry.frames else []
            return rule, sorted({*tokens, *(i for one in objects for i in _reach(one))})
    if verb.dep_ == "parataxis" and verb.head.i != verb.i:
        inside = set(_reach(verb))
        return "parataxis", [i for i in _reach(verb.head) if i not in inside]
    return "quote", []


def _by_verb(verb: Token, entry: Entry) -> Report:
    rule, content = _clause(verb, entry)
    group = [*_children(verb, *_AUXILIARIES), verb]
    addressed = _children(verb, *_ADDRESSED) if "person" in entry.frames and rule in ("ccomp", "quote") else []
    negative = any(one.dep_ == "neg" or one.lower_ in _NEGATIONS for one in verb.children) != (entry.lemma in word_set("cues", "denying"))
    cue = tuple(sorted(one.i for one in group))
    kept = set(cue)
    return Report(
        rule,
        cue,
        tuple(i for i in content if i not in kept),
        _speaker(verb),
        _phrase(addressed[0]) if addressed else (),
        negative,
        tuple(i for child in _children(verb, *_OBJECTS) for i in _reach(child)) if "noun" in entry.frames else (),
    )


def _clause_around(token: Token) -> Token:
    """Return the verb of the clause that a token stands in, else what it depends on."""
    found = token.head
    for _ in range(_FARTHEST):
        if found.pos_ in _CLAUSAL or found.head.i == found.i:
            break
        found = found.head
    return found


def _according(token: Token) -> Report | None:
    """Return what stands beside "according to X", as X's."""
    doc = token.doc
    if token.lower_ != "according" or token.i + 2 > len(doc) - 1 or doc[token.i + 1].lower_ != "to":
        return None
    preposition = doc[token.i + 1]
    nouns = _children(preposition, "pobj") or _children(token, "pobj") or ([token.head] if token.dep_ == "case" else [])
    if not nouns:
        return None
    noun = nouns[0]
    clause = _clause_around(noun if token.dep_ == "case" else token)
    cue = (token.i, preposition.i)
    out = {*cue, *_reach(noun), *_reach(token)}
    speaker = tuple(i for i in _phrase(noun) if i not in cue)
    return Report("according", cue, tuple(i for i in _reach(clause) if i not in out), speaker)


def reports(doc: Doc) -> Iterator[Report]:
    """Yield every report of a parsed document, in order of its cue."""
    entries = verb_entries()
    for token in doc:
        entry = entries.get(token.lower_)
        if entry and token.pos_ in (*_CLAUSAL, "") and token.dep_ not in _ADJECTIVAL:
            yield _by_verb(token, entry)
        elif found := _according(token):
            yield found
