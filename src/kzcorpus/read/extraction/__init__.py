"""The stage that calls an extractor other than our rules: what it returns is checked, named, signed and linked to the mentions."""

from collections.abc import Iterable

from kzcorpus.errors import ExtractorError, Fault, MissingExtraError, describe
from kzcorpus.model.articles import Article
from kzcorpus.read.extraction.acceptance import accepted
from kzcorpus.read.extraction.linking import linked
from kzcorpus.read.extractors import Named
from kzcorpus.read.stages import Reading, completed, revised


def _plain(text: str) -> str:
    """Return what another program says as text that the model can hold."""
    return text.encode(errors="replace").decode()


def _returned(named: Named, article: Article) -> list[object]:
    """Call the extractor; raises ``ExtractorError`` for whatever goes wrong in it."""
    try:
        found: object = named.extractor.extract(article)
        if isinstance(found, Iterable):
            return list(found)
    except MissingExtraError:
        raise
    except ExtractorError as error:
        if error.article is None:
            raise
        raise ExtractorError(named.name, article.id, error.faults) from error
    except Exception as error:
        raise ExtractorError(named.name, article.id, (Fault("", _plain(f"{type(error).__name__}: {error}")),)) from error
    raise ExtractorError(named.name, article.id, (Fault("", f"found {describe(found)} returned, expected statements"),))


def extract(reading: Reading, named: Named) -> Reading:
    """Add the statements and findings that an extractor returns, in order of where their contents begin.

    Raises ``ExtractorError`` where the extractor raises, or where anything that it returns cannot stand in the article: nothing is left out
    in silence.
    """
    article = completed(reading)  # stages pass on drafts, and an extractor may build on what it is given
    found = accepted(article, named.name, _returned(named, article))
    told = tuple(dict.fromkeys((*article.findings, *found.findings)))
    return revised(reading, statements=linked(reading, found.statements), findings=told)
