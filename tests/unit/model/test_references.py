from typing import Any

import attrs

from kzcorpus import (
    Actor,
    Article,
    Authority,
    Block,
    Concept,
    Corpus,
    Correction,
    Dateline,
    Finding,
    Link,
    Loss,
    Made,
    Match,
    Mention,
    Name,
    Occasion,
    Organization,
    Place,
    Remark,
    Setting,
    Source,
    Span,
    Stance,
    Statement,
    Tenure,
    Voice,
    When,
)
from kzcorpus.model.references import ANY, authority_references, corpus_references
from kzcorpus.model.values import Id, field_types

# every field that holds an id, and what it may name; None: the id of the thing itself, or one that its article settles
FIELDS: dict[tuple[type, str], tuple[str, ...] | None] = {
    **{(cls, "id"): None for cls in (Actor, Organization, Place, Concept, Occasion, Article, Statement, Remark, Correction, Corpus)},
    (Organization, "part_of"): ("organization",),
    (Organization, "seat"): ("place",),
    (Place, "part_of"): ("place",),
    (Tenure, "holder"): ("agent",),
    (Tenure, "body"): ("organization",),
    (Concept, "broader"): ("concept",),
    (Occasion, "place"): ("place",),
    (Occasion, "participants"): ("agent",),
    (Dateline, "place"): ("place",),
    (Mention, "entity"): ("agent", "place", "occasion"),
    (Mention, "literal"): ("place",),
    (Voice, "entity"): ("agent",),
    (Setting, "occasion"): ("occasion",),
    (Stance, "concept"): ("concept",),
    (Statement, "within"): None,
    (Finding, "article"): ("article",),
    (Finding, "refs"): ANY,
    (Link, "a"): ("statement",),
    (Link, "b"): ("statement",),
    (Remark, "speaker"): ("agent",),
    (Remark, "statements"): ("statement",),
    (Remark, "occasion"): ("occasion",),
    (Correction, "article"): ("article",),
    (Match, "entity"): None,
}
CLASSES = (
    *(Actor, Article, Authority, Block, Concept, Corpus, Correction, Dateline, Finding, Link, Loss, Made, Match, Mention, Name, Occasion),
    *(Organization, Place, Remark, Setting, Source, Span, Stance, Statement, Tenure, Voice, When),
)


def holds_ids(kind: Any) -> bool:
    return kind in (Id, Id | None, tuple[Id, ...])


def test_the_table_has_every_field_that_holds_an_id() -> None:
    held = {(cls, name) for cls in CLASSES for name, kind in field_types(cls).items() if holds_ids(kind)}
    assert held == set(FIELDS)


def everything() -> Corpus:
    """Return a corpus in which every field that can refer does."""
    voice = Voice("p")
    value = Statement("value", speaker=voice, addressees=(voice,), via=(voice,), occasion=Setting("o"), stances=(Stance("c"),))
    statement = attrs.evolve(value, id="s", within="t")
    article = Article(
        "a",
        source=Source(voice),
        dateline=Dateline(Span(0, 0), "l"),
        bylines=(voice,),
        mentions=(Mention(Span(0, 0), "place", "l", literal="l"),),
        statements=(statement, Statement("t")),
        findings=(Finding("x", article="a", refs=("s", "l")),),
    )
    return Corpus(
        "corpus",
        articles=(article,),
        authority=Authority(
            (Actor("p"),),
            (Organization("g", part_of="h", seat="l"), Organization("h")),
            (Place("l", part_of="m"), Place("m")),
            (Tenure("p", body="g"),),
        ),
        concepts=(Concept("c", broader="d"), Concept("d")),
        occasions=(Occasion("o", place="l", participants=("p", "g")),),
        links=(Link("s", "t", "same"),),
        remarks=(Remark("r", "p", ("s",), occasion="o"),),
        corrections=(Correction("x", "a", value=value),),
    )


def at(value: Any, path: str) -> Any:
    for step in path.replace("[", ".").replace("]", "").split("."):
        value = value[int(step)] if step.isdigit() else getattr(value, step)
    return value


def test_every_reference_is_told_with_its_path_and_kinds() -> None:
    corpus = everything()
    found = [
        *((corpus, ref) for ref in corpus_references(corpus)),
        *((corpus.authority, ref) for ref in authority_references(corpus.authority)),
    ]
    seen = set()
    for root, (path, id_, kinds) in found:
        assert at(root, path) == id_
        holder, _, name = path.rpartition(".")
        name = name.partition("[")[0]
        owner = type(at(root, holder) if holder else root)
        assert FIELDS[owner, name] == kinds
        seen.add((owner, name))
    assert seen == {field for field, kinds in FIELDS.items() if kinds}
    assert len({path for _, (path, *_) in found}) == len(found)
