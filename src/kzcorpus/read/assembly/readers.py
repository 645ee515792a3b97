"""Reading many files, in one process or several: what comes of each is an article, an error, or both."""

import multiprocessing
import pickle
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import attrs

from kzcorpus.errors import ExtractorError, Fault, ReadError
from kzcorpus.model.articles import Article
from kzcorpus.model.authorities import Authority
from kzcorpus.model.findings import Finding
from kzcorpus.read.assembly.gathering import content, fingerprint, name_of
from kzcorpus.read.assembly.particulars import Register
from kzcorpus.read.extractors import Extractor

Progress = Callable[..., Iterable[Any]]
"""Anything like ``tqdm``: called with an iterable and ``total=``, it yields what the iterable yields."""
_PER_TASK = 8


class _Unable(NamedTuple):
    """An extractor that failed at an article, and so finds no statements in it."""

    error: ExtractorError

    def extract(self, article: Article) -> tuple[Finding, ...]:
        """Return a finding that says so."""
        del article
        return (Finding("extractor-failed", "error", str(self.error), hint="the article is without statements: read it again"),)


class Read(NamedTuple):
    """What came of a file: an article, an error, or both, where the extractor failed.

    The error is returned and not raised, so that it can leave another process.
    """

    article: Article | None = None
    error: ReadError | ExtractorError | None = None


class Reader(NamedTuple):
    """Reads one file; made once in each process, so that the authority is sent once and not with each file."""

    authority: Authority | None
    extractor: Extractor | str
    register: Register

    def read(self, path: Path) -> Read:
        """Return what comes of a file; raises only what concerns all files: an extractor that cannot work at all."""
        from kzcorpus.read.pipeline import read_text  # noqa: PLC0415 -- only who reads files needs the whole pipeline

        try:
            raw = content(path)
        except ReadError as error:
            return Read(error=error)
        name = name_of(path)
        known = self.register.of(path)
        source = attrs.evolve(known.source, filename=name, media_type="text/plain", sha256=fingerprint(raw))
        text = partial(read_text, raw, id=Path(name).stem, source=source, published=known.published, authority=self.authority)
        try:
            return Read(text(extractor=self.extractor))
        except ExtractorError as error:
            if error.article is None:
                raise
            return Read(text(extractor=_Unable(error)), error)


_reader: list[Reader] = []


def _enter(reader: Reader) -> None:
    """Keep what reads in a process of its own."""
    _reader[:] = [reader]


def _read_there(path: Path) -> Read:
    return _reader[0].read(path)


def _check_portable(extractor: Extractor | str) -> None:
    """Check that an extractor reaches other processes; where they are forks of this one, it is there."""
    if multiprocessing.get_start_method() == "fork":
        return
    try:
        pickle.dumps(extractor)
    except Exception as error:
        message = f"cannot be sent to other processes ({error}): install it and give its name, or read with jobs=1"
        raise ExtractorError(type(extractor).__name__, None, (Fault("", message),)) from error


def results(found: Sequence[Path], reader: Reader, jobs: int, progress: Progress) -> Iterable[Read]:
    """Yield what comes of each file, in order."""
    if jobs <= 1 or len(found) < 2:  # noqa: PLR2004 -- one file needs no second process
        yield from progress(map(reader.read, found), total=len(found))
        return
    _check_portable(reader.extractor)
    with ProcessPoolExecutor(min(jobs, len(found)), initializer=_enter, initargs=(reader,)) as pool:
        size = max(1, min(_PER_TASK, len(found) // jobs))
        yield from progress(pool.map(_read_there, found, chunksize=size), total=len(found))
