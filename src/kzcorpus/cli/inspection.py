"""`kzcorpus validate` and `kzcorpus check`: what is wrong with documents, and with texts, a line each."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from kzcorpus.analysis.findings import check as check_corpus
from kzcorpus.cli import console
from kzcorpus.cli.inputs import STANDARD_INPUT, is_document, open_corpus, read_together, register_named
from kzcorpus.cli.positions import Positions
from kzcorpus.documents import validate as validate_document
from kzcorpus.errors import KzcorpusError
from kzcorpus.pages.visible import one_line

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Iterator, Mapping

    from kzcorpus.errors import ReadError
    from kzcorpus.model.corpus import Corpus
    from kzcorpus.model.findings import Finding
    from kzcorpus.read.assembly.particulars import Register

_SEVERITIES = ("info", "warning", "error")


def _is_serious(finding: Finding) -> bool:
    return finding.severity != "info"


def _line(place: str, finding: Finding, where: str = "") -> str:
    message = f"{where}: {finding.message}" if where else finding.message
    return f"{place}: {finding.severity} {finding.code} {message}{f' ({finding.hint})' if finding.hint else ''}"


def validate(arguments: Namespace) -> int:
    """Run the command ``validate``."""
    failed = False
    for path in arguments.files:
        try:
            findings = validate_document(path, schema=arguments.schema)
        except (KzcorpusError, OSError) as error:
            console.complain(error, path)
            failed = True
            continue
        for finding in findings:
            place = f"{path}:{finding.line}" if finding.line is not None else path
            console.say(one_line(_line(place, finding, finding.path or "")))
        if not findings:
            console.say(one_line(f"{path}: valid"))
        failed = failed or any(map(_is_serious, findings))
    return 1 if failed else 0


def lines(corpus: Corpus, findings: Iterable[Finding], places: Mapping[str, str]) -> Iterator[str]:
    """Yield the findings of a corpus as lines; ``places`` tells how to name each article, by its id."""
    for id_, group in groupby(findings, key=lambda finding: finding.article):
        article = corpus.article(id_) if id_ is not None else None
        positions = Positions(article.text) if article else None
        for finding in group:
            at = f":{positions.of(finding.spans[0].start)}" if positions and finding.spans else ""
            yield _line(f"{places[article.id] if article else corpus.id}{at}", finding)


def _corpora(files: list[str], on_error: _Errors, register: Register) -> Iterator[tuple[Corpus, dict[str, str]]]:
    """Yield the corpus of each document, then that of the raw texts, with how to name each article."""
    texts = [path for path in files if not is_document(path) and path != STANDARD_INPUT]
    for path in files:
        if path not in texts:
            try:
                corpus = open_corpus(path)
            except (KzcorpusError, OSError) as error:
                on_error(error, path)
            else:
                yield corpus, {article.id: f"{path}:{article.id}" for article in corpus.articles}
    if texts:
        yield read_together(texts, on_error, register)


class _Errors:
    def __init__(self) -> None:
        self.number = 0

    def __call__(self, error: ReadError | KzcorpusError | OSError, path: str | None = None) -> None:
        self.number += 1
        console.complain(error, path)


def check(arguments: Namespace) -> int:
    """Run the command ``check``."""
    shown = _SEVERITIES[_SEVERITIES.index(arguments.severity) :]
    register = register_named(arguments.metadata)
    if register is None:
        return 1
    errors = _Errors()
    serious = hidden = 0
    for corpus, places in _corpora(arguments.files, errors, register):
        findings = check_corpus(corpus)
        for line in lines(corpus, (finding for finding in findings if finding.severity in shown), places):
            console.say(one_line(line))
        serious += sum(map(_is_serious, findings))
        hidden += sum(finding.severity not in shown for finding in findings)
    if hidden:
        console.say(f"{hidden} more of less severity; --severity info shows all")
    return 1 if serious or errors.number else 0
