"""Statements by a spaCy pipeline with a dependency parse: `extractor=SpacyExtractor(nlp)`, or by name, `spacy:en_core_web_sm`.

spaCy (the extra ``spacy``) is imported when a model is loaded by its name; a pipeline that the caller has made needs no import.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from kzcorpus.errors import ExtractorError, Fault, MissingExtraError, shorten
from kzcorpus.model.articles import BOILERPLATE
from kzcorpus.model.provenance import Made
from kzcorpus.model.statements import Statement, Voice
from kzcorpus.plugins.spacy_.parses import reports
from kzcorpus.plugins.spacy_.pieces import Pieces
from kzcorpus.read.quotes import quotations
from kzcorpus.read.statements.chains import nested

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.language import Language
    from spacy.tokens import Doc

    from kzcorpus.model.articles import Article
    from kzcorpus.model.spans import Span
    from kzcorpus.plugins.spacy_.parses import Report

_NAME = "spacy"
_LANGUAGE = "en"
MODEL = "en_core_web_sm"
"""The model that is meant where none is named."""


def _unable(message: str) -> ExtractorError:
    return ExtractorError(_NAME, None, (Fault("", message),))


def _model(name: str) -> Language:
    """Return an installed model; raises ``MissingExtraError`` without spaCy, ``ExtractorError`` without the model."""
    try:
        import spacy  # noqa: PLC0415 -- an optional library
    except ImportError as error:
        raise MissingExtraError("spacy", "the spaCy extractor") from error
    try:
        return spacy.load(name)
    except OSError as error:
        raise _unable(f"found no model {shorten(name)}, expected one that is installed: python -m spacy download {name}") from error


class SpacyExtractor:
    """Finds statements in English by the dependency parse of a spaCy pipeline, the cue verbs of kzcorpus, and quotation marks.

    ``pipeline`` is a spaCy ``Language`` that sets heads and dependencies (the English labels of spaCy, or Universal Dependencies), or the
    name of an installed model. Each block is parsed alone. ``Made.version`` names the model, ``Made.rule`` what the content was to the
    parse. An article in another language gets no statements. Raises ``ExtractorError`` for a pipeline of another language, one without a
    dependency parse, or a model that is not installed, and ``MissingExtraError`` for a name where spaCy is not.
    """

    name = _NAME

    def __init__(self, pipeline: Language | str = MODEL) -> None:
        self.pipeline = _model(pipeline) if isinstance(pipeline, str) else pipeline
        if self.pipeline.lang != _LANGUAGE:
            raise _unable(f"found a pipeline for {self.pipeline.lang!r}, expected one for 'en': the cue verbs are English")
        meta = self.pipeline.meta
        self.version = f"{meta['lang']}_{meta['name']} {meta['version']}"

    def extract(self, article: Article) -> list[Statement]:
        """Return the statements of an article, those inside others with ``within``."""
        if article.language and article.language.partition("-")[0] != _LANGUAGE:
            return []
        found = [each for block, doc in self._parsed(article) for each in self._statements(article, block, doc)]
        parents = list(nested([(one.cue[0], one.content) for one in found]))
        return [
            attrs.evolve(one, id=str(number), within=str(parent) if parent is not None and _holds(found[parent], one) else None)
            for number, (one, parent) in enumerate(zip(found, parents, strict=True))
        ]

    def _parsed(self, article: Article) -> Iterator[tuple[Span, Doc]]:
        """Yield every block that the article wrote, with its parse; those that were not parsed are passed over."""
        spans = [block.span for block in article.blocks if block.kind not in BOILERPLATE]
        texts = [span.of(article.text) for span in spans]
        docs = list(self.pipeline.pipe(texts))
        if docs and not any(doc.has_annotation("DEP") for doc in docs):
            raise _unable(f"the pipeline {self.version!r} gives no dependency parse: add a parser, or load a model that has one")
        for span, text, doc in zip(spans, texts, docs, strict=True):
            if doc.text != text:
                raise ValueError(f"the tokenizer of {self.version!r} alters the text, so that its tokens have no offsets")
            if doc.has_annotation("DEP"):
                yield span, doc

    def _statements(self, article: Article, block: Span, doc: Doc) -> Iterator[Statement]:
        pieces = Pieces(article.text, block, doc, quotations(article.text, block))
        for report in reports(doc):
            statement = self._statement(report, pieces)
            if statement:
                yield statement

    def _statement(self, report: Report, pieces: Pieces) -> Statement | None:
        """Return what a parse reports as a statement; None where nothing is left that was said."""
        cue = pieces.of(report.cue)
        content = pieces.content(report, cue)
        if not content and report.object:
            return self._statement(attrs.evolve(report, rule="object", content=report.object, object=()), pieces)
        if not content:
            return None
        verbatim = pieces.verbatim(content)
        taken = [*cue, *content]
        speaker, addressee = (pieces.phrase(tokens, taken) for tokens in (report.speaker, report.addressee))
        return Statement(
            "draft",
            content=tuple(content),
            mode=pieces.mode(content, verbatim),
            speaker=Voice(span=speaker) if speaker else None,
            cue=tuple(cue),
            verbatim=tuple(verbatim),
            polarity="negative" if report.negative else "positive",
            addressees=(Voice(span=addressee),) if addressee else (),
            made=Made(by=_NAME, version=self.version, rule=report.rule),
        )


def _holds(outer: Statement, inner: Statement) -> bool:
    """Tell whether a statement lies wholly in the content of another."""
    return all(any(span.covers(part) for span in outer.content) for part in (*inner.content, *inner.cue))
