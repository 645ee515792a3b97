"""A corpus under edit: articles come, change and go, people link and decide, programs read again, files are written in between.

Beside the corpus a plain model says what must be there: the texts in order, the links, what was decided last about each statement.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

import attrs
import newstexts
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

import kzcorpus as kz
from kzcorpus.model.integrity import corpus_faults

MOST = 3


@st.composite
def texts(draw: st.DrawFn) -> str:
    """News, its marks set in any style."""
    return newstexts.set_in(draw(newstexts.TEXTS), draw(st.sampled_from(sorted(newstexts.STYLES))))


class Editing(RuleBasedStateMachine):
    """Every edit gives a sound corpus that holds all that was put into it and not taken out, or is refused and changes nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.corpus = kz.Corpus("c")
        self.texts: dict[str, str] = {}
        self.marks: dict[str, tuple[tuple[str, str], ...]] = {}
        self.decisions: dict[str, kz.Statement] = {}
        self.links: list[kz.Link] = []
        self.count = 0

    @initialize(text=texts())
    def begin(self, text: str) -> None:
        self.add(text)

    @precondition(lambda self: len(self.texts) < MOST)
    @rule(text=texts())
    def add(self, text: str) -> None:
        self.count += 1
        new = kz.assemble([kz.read_text(text, id=f"a{self.count}")], id="new")
        try:
            self.corpus = self.corpus.merge(new)
        except kz.ModelError:
            return  # it takes for a person what another takes for an organization
        self.texts[f"a{self.count}"] = text

    @precondition(lambda self: self.texts)
    @rule(data=st.data())
    def mark(self, data: st.DataObject) -> None:
        chosen = self.corpus.article(data.draw(st.sampled_from(list(self.texts))))
        self.marks[chosen.id] = (*chosen.extra, ("mark", str(len(chosen.extra))))
        self.corpus = self.corpus.with_articles(attrs.evolve(chosen, extra=self.marks[chosen.id]))

    @precondition(lambda self: self.texts)
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        chosen = self.corpus.article(data.draw(st.sampled_from(list(self.texts))))
        left = tuple(one for one in self.corpus.articles if one.id != chosen.id)
        ids = {one.id for one in chosen.statements}
        used = any(one.article == chosen.id for one in self.corpus.corrections) or any({link.a, link.b} & ids for link in self.links)
        used |= any(finding.article == chosen.id or {chosen.id, *ids} & {*finding.refs} for one in left for finding in one.findings)
        if used:
            with pytest.raises(kz.ModelError):
                attrs.evolve(self.corpus, articles=left)
            return
        self.corpus = attrs.evolve(self.corpus, articles=left)
        del self.texts[chosen.id]
        self.marks.pop(chosen.id, None)

    def _statements(self) -> list[str]:
        return [one.id for _, one in self.corpus.statements()]

    @precondition(lambda self: self._statements())
    @rule(data=st.data(), verdict=st.sampled_from(("accept", "reject", "amend")), by=st.sampled_from(("Aigerim", "Daniyar")))
    def decide(self, data: st.DataObject, verdict: str, by: str) -> None:
        chosen = self.corpus.statement(data.draw(st.sampled_from(self._statements())))
        value = attrs.evolve(chosen, speaker=kz.Voice(name="Somebody Else"), within=None) if verdict == "amend" else None
        before = self.corpus.corrections
        self.corpus = kz.correct(self.corpus, chosen.id, verdict, by=by, value=value)  # type: ignore[arg-type]
        decision = self.corpus.corrections[-1]
        if self.corpus.corrections != before:
            assert decision.value is not None
            self.decisions[decision.value.id] = decision.value

    @precondition(lambda self: self.decisions)
    @rule(data=st.data(), kind=st.sampled_from(("same", "contradicts")))
    def link(self, data: st.DataObject, kind: str) -> None:
        one, other = (data.draw(st.sampled_from(sorted(self.decisions))) for _ in range(2))
        new = kz.Link(one, other, kind)  # type: ignore[arg-type]
        if new not in self.links:
            self.links.append(new)
            self.corpus = attrs.evolve(self.corpus, links=(*self.corpus.links, new))

    @rule()
    def reread(self) -> None:
        self.corpus = kz.reread(self.corpus)

    @rule()
    def merge_with_itself(self) -> None:
        self.corpus = self.corpus.merge(self.corpus)

    @rule(suffix=st.sampled_from((".json", ".jsonl", ".xml")))
    def write_and_read(self, suffix: str) -> None:
        path = Path(self.folder.name) / f"c{suffix}"
        assert kz.dump(self.corpus, path) == ()
        found = kz.load(path)
        assert found == self.corpus
        assert tuple(kz.iter_articles(path)) == self.corpus.articles
        self.corpus = found

    @invariant()
    def the_corpus_is_sound(self) -> None:
        assert not list(corpus_faults(self.corpus, deep=True))

    @invariant()
    def articles_are_those_put_in(self) -> None:
        assert [(one.id, one.text) for one in self.corpus.articles] == list(self.texts.items())
        assert all(self.corpus.article(id_).extra == marks for id_, marks in self.marks.items())

    @invariant()
    def links_and_decisions_stand(self) -> None:
        assert list(self.corpus.links) == self.links
        for id_, value in self.decisions.items():
            assert attrs.evolve(self.corpus.statement(id_), within=None) == attrs.evolve(value, within=None)

    def teardown(self) -> None:
        self.folder.cleanup()


TestEditing = Editing.TestCase
TestEditing.settings = settings(max_examples=15, stateful_step_count=12, deadline=None)
