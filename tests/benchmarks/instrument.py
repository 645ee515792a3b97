"""PolNeAR beside the instrument that scores it: a split read, statements as the instrument wants them, and how fast that went.

The instrument is ``polnear_eval.py``; it and the corpus stand outside the project, their paths are arguments. What is here keeps to its
objects: a document, a marked statement, an ignore zone.
"""

import importlib.util
import platform
import sys
import sysconfig
import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import attrs

from kzcorpus.model.articles import Article
from kzcorpus.model.statements import Statement
from kzcorpus.read.pipeline import read_text

_WARMING = "The minister said that the road was open, according to a report that was published on Monday by the state agency."


@attrs.frozen
class Document:
    """One article of a split: as it was read, as people marked it, and what was found in it.

    ``doc`` is the instrument's view of the text, ``marked`` and ``found`` its statements, ``ignored`` the numbers of words that count for
    nothing. ``found`` and ``statements`` stand in the same order.
    """

    name: str
    doc: Any
    marked: list[Any]
    ignored: frozenset[int]
    found: list[Any]
    statements: tuple[Statement, ...]


@attrs.frozen
class Speed:
    """How many articles and characters were read in so many seconds of CPU time."""

    articles: int
    characters: int
    seconds: float

    def __str__(self) -> str:
        articles, characters = self.articles / self.seconds, self.characters / self.seconds / 1e6
        return f"{articles:.0f} articles, {characters:.2f} million characters a second of CPU time on one core"


def predicted(statement: Statement) -> dict[str, Any]:
    """Return a statement as the instrument wants it: spans as pairs."""
    speaker = statement.speaker.span if statement.speaker else None
    return {
        "source": [[speaker.start, speaker.end]] if speaker else [],
        "cue": [[span.start, span.end] for span in statement.cue if len(span)],
        "content": [[span.start, span.end] for span in statement.content if len(span)],
        "mode": statement.mode,
        "nested": statement.within is not None,
    }


def load_instrument(path: Path) -> ModuleType:
    """Load the instrument from its file."""
    spec = importlib.util.spec_from_file_location("polnear_eval", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"no instrument at {path}")
    module = importlib.util.module_from_spec(spec)
    sys.modules["polnear_eval"] = module
    spec.loader.exec_module(module)
    return module


def read_split(folder: Path, split: str, rounds: int = 1) -> tuple[dict[str, Article], Speed]:
    """Read every article of a split so many times; return them by name, and the speed of the fastest round."""
    texts = {path.stem: path.read_bytes().decode("utf-8") for path in sorted((folder / split / "text").glob("*.txt"))}
    read_text(_WARMING, id="warm")
    articles: dict[str, Article] = {}
    fastest = float("inf")
    for _ in range(rounds):
        begun = time.process_time()
        articles = {name: read_text(text, id=name) for name, text in texts.items()}
        fastest = min(fastest, time.process_time() - begun)
    return articles, Speed(len(texts), sum(map(len, texts.values())), fastest)


def documents(scorer: ModuleType, folder: Path, split: str, articles: dict[str, Article]) -> Iterator[Document]:
    """Yield the articles of a split with what people marked and what was found."""
    for name, (doc, marked, ignored) in scorer.load_gold(str(folder), split).items():
        statements = tuple(statement for statement in articles[name].statements if predicted(statement)["content"])
        found = [
            scorer.Stmt(doc, one["source"], one["cue"], one["content"], one["mode"], one["nested"]) for one in map(predicted, statements)
        ]
        yield Document(name, doc, marked, ignored, found, statements)


def python_build() -> str:
    """Name the interpreter and how it was built: that alone makes a third of the speed."""
    configured = str(sysconfig.get_config_var("CONFIG_ARGS") or "")
    optimized = "with" if "--enable-optimizations" in configured else "without"
    name = f"{platform.python_implementation()} {platform.python_version()}, {platform.python_compiler()}"
    return f"{name}, built {optimized} profile-guided optimization"
