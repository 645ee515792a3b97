"""Laws of curation: reading again changes what the program proposed, never what a person decided."""

from collections import Counter
from typing import Any

import attrs
import newstexts
import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

import kzcorpus as kz
from kzcorpus import strategies as kzst

NOBODY = kz.Authority()
TEXTS = st.builds(newstexts.set_in, newstexts.TEXTS, st.sampled_from(sorted(newstexts.STYLES)))
NEWS = st.lists(TEXTS, min_size=1, max_size=2).map(
    lambda texts: kz.assemble([kz.read_text(text, id=f"a{number}") for number, text in enumerate(texts)], id="c")
)
VERDICTS = ("accept", "reject", "amend")


class Cutting:
    """An extractor that finds what our rules find, but cuts it otherwise, and passes over some of it."""

    name = "cutting"

    def __init__(self, *cuts: int) -> None:
        self.cuts = cuts or (0,)

    def extract(self, article: kz.Article) -> list[kz.Statement]:
        found = []
        for number, one in enumerate(kz.read_text(article.text, id=article.id).statements):
            cut = self.cuts[number % len(self.cuts)]
            if cut < 0:
                continue
            first, *others = one.content
            if cut < len(first):
                first = kz.Span(first.start, first.end - cut)
            found.append(attrs.evolve(one, id=f"d{number}", content=(first, *others), within=None, made=None))
        return found


CUTTING = st.lists(st.integers(-1, 12), min_size=1, max_size=4).map(lambda cuts: Cutting(*cuts))


def _signed(corpus: kz.Corpus, draw: st.DrawFn) -> kz.Corpus:
    """Return a corpus some of whose statements and mentions a program made."""
    proposed = st.sampled_from((None, None, kz.Made(by="kzcorpus"), kz.Made(by="kzcorpus", status="proposed")))

    def by_program(things: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(attrs.evolve(one, made=made) if (made := draw(proposed)) else one for one in things)

    return attrs.evolve(
        corpus,
        articles=tuple(
            attrs.evolve(one, statements=by_program(one.statements), mentions=by_program(one.mentions)) for one in corpus.articles
        ),
    )


@st.composite
def drawn(draw: st.DrawFn) -> kz.Corpus:
    """Any corpus, partly made by a program."""
    return _signed(draw(kzst.corpora(max_text=60, max_articles=2)), draw)


def open_(made: kz.Made | None) -> bool:
    return made is not None and made.by in ("kzcorpus", "cutting") and made.status in (None, "proposed")


def decided(corpus: kz.Corpus) -> Counter[kz.Statement]:
    return Counter(attrs.evolve(one, within=None) for _, one in corpus.statements() if not open_(one.made))


@given(NEWS)
def test_reading_again_what_was_just_read_changes_nothing(corpus: kz.Corpus) -> None:
    """A corpus without decisions, read again by the same program, is the same."""
    assert kz.reread(corpus) == corpus


@given(NEWS, CUTTING)
def test_reading_again_with_another_extractor_is_reading_with_it(corpus: kz.Corpus, extractor: Cutting) -> None:
    """Without decisions nothing is left of the reading before, but ids where a statement is recognisably the same."""
    anew = kz.assemble([kz.read_text(one.text, id=one.id, extractor=extractor) for one in corpus.articles], id="c")
    again = kz.reread(corpus, extractor=extractor)

    def nameless(some: kz.Corpus) -> list[list[kz.Statement]]:
        return [[attrs.evolve(one, id="-", within=None) for one in article.statements] for article in some.articles]

    assert nameless(again) == nameless(anew)
    assert attrs.evolve(again, articles=()) == attrs.evolve(anew, articles=())
    old, new = (Counter((article.id, one.content) for article, one in some.statements()) for some in (corpus, again))
    ids = {(article.id, one.content): one.id for article, one in corpus.statements()}
    for article, one in again.statements():
        if old[article.id, one.content] == new[article.id, one.content] == 1:
            assert one.id == ids[article.id, one.content]
    assert kz.reread(again, extractor=extractor) == again


@given(NEWS, CUTTING)
def test_there_and_back_is_where_it_was(corpus: kz.Corpus, extractor: Cutting) -> None:
    """A reading with another extractor leaves no trace in the next one."""
    assert kz.reread(kz.reread(corpus, extractor=extractor), programs=["cutting"]) == corpus


@given(drawn())
def test_rereading_twice_is_rereading_once(corpus: kz.Corpus) -> None:
    """Whatever a corpus holds, a second re-reading finds nothing more to change."""
    once = kz.reread(corpus, authority=NOBODY)
    assert kz.reread(once, authority=NOBODY) == once


@given(drawn())
def test_rereading_keeps_what_is_not_the_program_s(corpus: kz.Corpus) -> None:
    """Texts, corrections, links, remarks, concepts, and whatever no program signed or somebody decided about, are found again."""
    again = kz.reread(corpus, authority=NOBODY)
    for old, new in zip(corpus.articles, again.articles, strict=True):
        assert (old.id, old.text, old.extra) == (new.id, new.text, new.extra)
        if old.published and not old.published.span:  # else the text may tell
            assert new.published == old.published
        assert {one for one in old.mentions if not open_(one.made)} <= set(new.mentions)
        assert {one for one in old.bylines if one.span is None} <= set(new.bylines)
    assert not decided(corpus) - decided(again)
    for name in ("id", "title", "links", "remarks", "corrections", "concepts", "extra"):
        assert getattr(again, name) == getattr(corpus, name)
    records = {one for one in (*corpus.authority.agents(), *corpus.authority.places) if not (one.made and one.made.by == "kzcorpus")}
    assert records <= {*again.authority.agents(), *again.authority.places}


@given(drawn())
def test_what_was_reread_travels_in_json_and_tei(corpus: kz.Corpus) -> None:
    """A corpus read anew, its findings and corrections included, is written and read without a difference."""
    again = kz.reread(corpus, authority=NOBODY)
    for format_ in ("json", "jsonl", "tei"):
        assert kz.loads(kz.dumps(again, format=format_), format=format_) == again


@given(NEWS, st.data(), st.sampled_from(VERDICTS), CUTTING)
def test_a_decision_survives_rereading(corpus: kz.Corpus, data: st.DataObject, verdict: str, extractor: Cutting) -> None:
    """However the program cuts the statement now, or if it no longer finds it, what was decided stands, and stands once."""
    statements = [one for _, one in corpus.statements() if one.content]
    if not statements:
        return
    chosen = data.draw(st.sampled_from(statements))
    value = attrs.evolve(chosen, speaker=kz.Voice(name="Somebody Else"), mode="mixed") if verdict == "amend" else None
    after = kz.correct(corpus, chosen.id, verdict, by="Aigerim", at="2026-11-20", value=value)  # type: ignore[arg-type]
    standing = after.statement(chosen.id)
    again = kz.reread(after, extractor=extractor)
    assert again.corrections == after.corrections
    kept = again.statement(chosen.id)
    assert attrs.evolve(kept, within=standing.within) == standing
    same = [one for one in again.article(chosen.id.partition(".")[0]).statements if (one.content, one.cue) == (chosen.content, chosen.cue)]
    before = [one for _, one in corpus.statements() if (one.content, one.cue) == (chosen.content, chosen.cue)]
    assert len(same) <= len(before)
    assert kz.reread(again, extractor=extractor) == again
    back = kz.reread(again)
    assert attrs.evolve(back.statement(chosen.id), within=standing.within) == standing


@given(drawn())
def test_adopting_one_s_own_corrections_changes_nothing_of_them(corpus: kz.Corpus) -> None:
    """Corrections that are there are not taken over again."""
    assert kz.adopt(corpus, corpus) == corpus


@given(NEWS, st.data())
def test_what_a_colleague_decided_is_adopted(corpus: kz.Corpus, data: st.DataObject) -> None:
    """Corrections of another copy of the corpus give that copy; of an edited text, the same decisions at their words."""
    statements = [one for _, one in corpus.statements() if one.content]
    if not statements:
        return
    theirs = corpus
    for number, chosen in enumerate(data.draw(st.lists(st.sampled_from(statements), unique=True, min_size=1, max_size=3))):
        verdict = data.draw(st.sampled_from(VERDICTS))
        value = attrs.evolve(chosen, speaker=None) if verdict == "amend" else None
        theirs = kz.correct(theirs, chosen.id, verdict, by=f"p{number}", value=value)  # type: ignore[arg-type]
    adopted = kz.adopt(corpus, theirs)
    assert [article.statements for article in adopted.articles] == [article.statements for article in theirs.articles]
    assert adopted.corrections == theirs.corrections
    assert kz.adopt(adopted, theirs) == adopted
    lead = "Snow fell in the north.\n"
    edited = kz.assemble([kz.read_text(lead + one.text, id=one.id) for one in corpus.articles], id="c")
    moved = kz.adopt(edited, theirs)
    assert len(moved.corrections) == len(theirs.corrections)
    for old, new in zip(theirs.corrections, moved.corrections, strict=True):
        assert new.quoted == old.quoted
        assert new.content == tuple(span.shift(len(lead)) for span in old.content)


def _unordered(corpus: kz.Corpus) -> tuple[object, ...]:
    """Return what a corpus holds, whatever its id and the order of its things."""
    authority = corpus.authority
    things = (corpus.articles, authority.actors, authority.organizations, authority.places, authority.tenures, corpus.occasions)
    return tuple(Counter(some) for some in things)


@given(st.lists(TEXTS, min_size=3, max_size=3))
def test_merging_is_associative_and_in_any_order_the_same(texts: list[str]) -> None:
    """Corpora read one by one are joined to the same whole, whichever come first, unless they contradict each other."""
    parts = [kz.assemble([kz.read_text(text, id=f"a{number}")], id="c") for number, text in enumerate(texts)]
    a, b, c = parts
    try:
        whole = a.merge(b).merge(c)
    except kz.ModelError:
        reject()  # one of them takes for a person what another takes for an organization
    assert a.merge(b.merge(c)) == whole
    assert _unordered(c.merge(b).merge(a)) == _unordered(whole)
    assert whole.merge(a) == whole
    assert {one.id for one in whole.articles} == {"a0", "a1", "a2"}


@given(kzst.corpora(max_text=60, max_articles=2, min_articles=1), st.data())
def test_every_contradiction_is_named_at_once(corpus: kz.Corpus, data: st.DataObject) -> None:
    """Where several things differ under their ids, the error tells of each, with the field."""
    articles = data.draw(st.lists(st.sampled_from(corpus.articles), unique_by=lambda one: one.id, min_size=1))
    ids = {one.id for one in articles}
    changed = [attrs.evolve(one, extra=(*one.extra, ("read", "again"))) for one in articles]
    concepts = tuple(attrs.evolve(one, names=(*one.names, kz.Name("also"))) for one in corpus.concepts)
    other = attrs.evolve(corpus.with_articles(*changed), concepts=concepts)
    with pytest.raises(kz.ModelError) as caught:
        corpus.merge(other)
    told = [(fault.path, fault.message.rpartition("they differ in ")[2]) for fault in caught.value.faults]
    assert told == [("articles", "extra")] * len(ids) + [("concepts", "names")] * len(concepts)


@given(drawn())
def test_a_corpus_merged_with_itself_is_itself(corpus: kz.Corpus) -> None:
    """Joining what is the same adds nothing."""
    assert corpus.merge(corpus) == corpus


class Curating(RuleBasedStateMachine):
    """People decide and programs read, in any order: what was decided last about a statement is what it is."""

    @initialize(text=TEXTS)
    def read(self, text: str) -> None:
        self.corpus = kz.assemble([kz.read_text(text, id="a")], id="c")
        self.decisions: dict[str, kz.Statement] = {}
        self.number = 0

    def _decide(self, id_: str, verdict: str, value: kz.Statement | None, by: str) -> None:
        before = self.corpus.corrections
        self.corpus = kz.correct(self.corpus, id_, verdict, by=by, value=value)  # type: ignore[arg-type]
        decision = self.corpus.corrections[-1]
        if self.corpus.corrections != before:  # else it was decided so, by the same person
            assert decision.verdict == verdict
            assert decision.value is not None
            self.decisions[decision.value.id] = decision.value

    def _chosen(self, data: st.DataObject) -> kz.Statement:
        return data.draw(st.sampled_from(self.corpus.articles[0].statements))

    @precondition(lambda self: self.corpus.articles[0].statements)
    @rule(data=st.data(), verdict=st.sampled_from(("accept", "reject")), by=st.sampled_from(("Aigerim", "Daniyar")))
    def judge(self, data: st.DataObject, verdict: str, by: str) -> None:
        self._decide(self._chosen(data).id, verdict, None, by)

    @precondition(lambda self: self.corpus.articles[0].statements)
    @rule(data=st.data(), by=st.sampled_from(("Aigerim", "Daniyar")))
    def amend(self, data: st.DataObject, by: str) -> None:
        chosen = self._chosen(data)
        end = data.draw(st.integers(0, len(self.corpus.articles[0].text)))
        start = data.draw(st.integers(0, end))
        self._decide(chosen.id, "amend", attrs.evolve(chosen, content=(kz.Span(start, end),), within=None), by)

    @rule(data=st.data())
    def add(self, data: st.DataObject) -> None:
        self.number += 1
        end = data.draw(st.integers(1, len(self.corpus.articles[0].text)))
        start = data.draw(st.integers(0, end - 1))
        value = kz.Statement("new", content=(kz.Span(start, end),), speaker=kz.Voice(name=f"Witness {self.number}"))
        self._decide("a", "add", value, "Aigerim")

    @precondition(lambda self: self.corpus.articles[0].statements)
    @rule(data=st.data(), verdict=st.sampled_from(("accept", "reject")))
    def adopt(self, data: st.DataObject, verdict: str) -> None:
        chosen = self._chosen(data)
        hers = kz.correct(self.corpus, chosen.id, verdict, by="Bota")  # type: ignore[arg-type]
        self.corpus = kz.adopt(self.corpus, hers, programs=["cutting"])
        if open_(chosen.made):  # else what stands stays
            self.decisions[chosen.id] = hers.statement(chosen.id)

    @rule()
    def reread(self) -> None:
        self.corpus = kz.reread(self.corpus)

    @rule(extractor=CUTTING)
    def reread_otherwise(self, extractor: Cutting) -> None:
        self.corpus = kz.reread(self.corpus, extractor=extractor, programs=["cutting"])

    @rule(format_=st.sampled_from(("json", "tei")))
    def write(self, format_: str) -> None:
        self.corpus = kz.loads(kz.dumps(self.corpus, format=format_), format=format_)

    def teardown(self) -> None:
        for id_, value in self.decisions.items():
            assert attrs.evolve(self.corpus.statement(id_), within=None) == attrs.evolve(value, within=None)


TestCurating = Curating.TestCase
TestCurating.settings = settings(max_examples=25, stateful_step_count=15, deadline=None)
