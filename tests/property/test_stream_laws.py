"""Laws of streams: one article at a time gives what the whole gives, is refused where the whole is, and survives being cut off anywhere."""

import io
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import kzcorpus as kz
from kzcorpus.documents.accession import Accession
from kzcorpus.formats.json_ import jsonlines
from kzcorpus.model.corpus import redrafted
from kzcorpus.model.integrity import corpus_faults, corpus_ids
from kzcorpus.model.values import draft
from kzcorpus.strategies import corpora

SUFFIXES = st.sampled_from(["jsonl", "xml"])
MEMBERS = st.sampled_from(["concepts", "occasions", "links", "remarks", "corrections", "actors", "organizations", "places", "tenures"])


@pytest.fixture(autouse=True, scope="module")
def disk_unasked() -> Iterator[None]:
    """Ask no disk to be done with thousands of small files."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(os, "fsync", lambda _: None)
        yield


@contextmanager
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as made:
        yield Path(made)


def dumped(corpus: kz.Corpus, suffix: str) -> bytes:
    document = kz.dumps(corpus, format=suffix)
    return document if isinstance(document, bytes) else document.encode()


def bare(corpus: kz.Corpus) -> kz.Corpus:
    """Return a corpus without articles, and without what refers to them."""
    return attrs.evolve(corpus, articles=(), links=(), remarks=(), corrections=())


@given(corpora(), SUFFIXES)
def test_what_is_streamed_is_what_is_dumped_byte_for_byte(corpus: kz.Corpus, suffix: str) -> None:
    with folder() as here:
        path = here / f"corpus.{suffix}"
        assert kz.dump_articles(iter(corpus.articles), path, header=corpus) == len(corpus.articles)
        assert path.read_bytes() == dumped(corpus, suffix)
        assert list(here.iterdir()) == [path]


@given(corpora(), SUFFIXES, SUFFIXES)
def test_a_file_becomes_what_it_would_be_dumped_as(corpus: kz.Corpus, suffix: str, other: str) -> None:
    with folder() as here:
        source, target = here / f"source.{suffix}", here / f"target.{other}"
        kz.dump(corpus, source)
        kz.dump_articles(kz.iter_articles(source), target, header=source)
        assert target.read_bytes() == dumped(corpus, other)


@st.composite
def spoiled(draw: st.DrawFn) -> kz.Corpus:
    """Drafts of corpora out of which something was taken, or in which an id stands twice; some are sound all the same."""
    corpus = draw(corpora(min_articles=1))
    how = draw(st.sampled_from(["drop an article", "drop a record", "repeat an id", "turn round", "nothing"]))
    articles = corpus.articles
    if how == "drop an article":
        articles = articles[:-1]
    elif how == "turn round":
        articles = articles[::-1]
    elif how == "repeat an id":
        id_ = draw(st.sampled_from([id_ for _, id_ in corpus_ids(corpus)]))
        articles = (*articles[:-1], attrs.evolve(articles[-1], id=id_))
    parts: dict[str, Any] = {field.name: getattr(corpus, field.name) for field in attrs.fields(kz.Corpus)}
    if how == "drop a record":
        name = draw(MEMBERS)
        if name in parts:
            parts[name] = parts[name][1:]
        else:
            records = {field.name: getattr(corpus.authority, field.name) for field in attrs.fields(kz.Authority)}
            records[name] = records[name][1:]
            try:
                parts["authority"] = kz.Authority(**records)
            except kz.ModelError:
                assume(False)  # noqa: FBT003 -- its own word
    return draft(kz.Corpus, **{**parts, "articles": articles})


@given(spoiled())
def test_articles_one_by_one_are_refused_where_the_whole_is(corpus: kz.Corpus) -> None:
    faults = {(fault.path, fault.message) for fault in corpus_faults(corpus, deep=True)}
    told: list[kz.Fault] = []
    try:
        accession = Accession(redrafted(corpus))
        for article in corpus.articles:
            try:
                accession.take(article)
            except kz.ModelError as error:
                told += error.faults
                break
        else:
            accession.settle()
        accession.close()
    except kz.ModelError as error:
        told += error.faults
    assert bool(told) == bool(faults)
    if not any(".id" in path for path, _ in faults):
        assert {(fault.path, fault.message.partition(" (article ")[0]) for fault in told} <= faults


@given(corpora(min_articles=1), st.data())
def test_what_is_appended_at_once_or_in_parts_is_the_same(corpus: kz.Corpus, data: st.DataObject) -> None:
    header = bare(corpus)
    sound = [n for n in range(len(corpus.articles) + 1) if not any(corpus_faults(redrafted(header, corpus.articles[:n])))]
    count = next((n - 1 for n in range(1, len(corpus.articles) + 1) if n not in sound), len(corpus.articles))
    articles = corpus.articles[:count]
    cut = data.draw(st.integers(0, count))
    with folder() as here:
        once, parts = here / "once.jsonl", here / "parts.jsonl"
        kz.dump_articles(articles, once, header=header, append=True)
        kz.dump_articles(articles[:cut], parts, header=header, append=True)
        kz.dump_articles(articles[cut:], parts, append=True)
        assert once.read_bytes() == parts.read_bytes()
        assert kz.load(once) == attrs.evolve(header, articles=articles)
        if count < len(corpus.articles):
            with pytest.raises(kz.ModelError):
                kz.dump_articles([corpus.articles[count]], once, append=True)
            assert once.read_bytes() == parts.read_bytes()


@given(corpora(min_articles=1), st.data())
def test_a_file_cut_off_anywhere_gives_every_whole_article(corpus: kz.Corpus, data: st.DataObject) -> None:
    lines = [jsonlines.first_line(corpus, None).encode(), *(jsonlines.article_line(article).encode() for article in corpus.articles)]
    keep = data.draw(st.integers(1, len(lines) - 1))
    cut = data.draw(st.integers(0, len(lines[keep])))
    document = b"".join(lines[:keep]) + lines[keep][:cut]
    whole = keep - 1 + (cut >= len(lines[keep]) - 1)
    losses: list[kz.Loss] = []
    assert tuple(jsonlines.iter_articles(io.BytesIO(document), torn="drop", on_loss=losses.append)) == corpus.articles[:whole]
    assert len(losses) == (0 < cut < len(lines[keep]) - 1)
    strict = jsonlines.iter_articles(io.BytesIO(document))
    assert tuple(next(strict) for _ in range(whole)) == corpus.articles[:whole]
    if losses:
        with pytest.raises(kz.DecodeError) as caught:
            next(strict)
        assert [finding.line for finding in caught.value.findings] == [keep + 1]
    else:
        assert next(strict, None) is None
