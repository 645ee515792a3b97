# ruff: noqa: T201 -- a program that prints its table
"""Measure who said what on PolNeAR: reads a split, writes predictions, lets the instrument score them, and prints articles a second.

    python tests/benchmarks/polnear.py FOLDER SPLIT INSTRUMENT [--pred FILE] [--priors] [--profile]

FOLDER holds ``SPLIT/text`` and ``SPLIT/attributions``; INSTRUMENT is the path of ``polnear_eval.py``. Speed is CPU time of ``read_text``
alone, with the bundled authority loaded before. ``--priors`` prints, for each rule, how often it was right: what
``lexicon/confidence.toml`` holds, taken from train.
"""

import argparse
import collections
import cProfile
import importlib.util
import json
import pstats
import sys
import tempfile
import time
from pathlib import Path
from types import ModuleType
from typing import Any

from kzcorpus.model.articles import Article
from kzcorpus.model.statements import Statement
from kzcorpus.read.pipeline import read_text

_PROFILE_LINES = 30


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


def instrument(path: Path) -> ModuleType:
    """Load the instrument from its file."""
    spec = importlib.util.spec_from_file_location("polnear_eval", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"no instrument at {path}")
    module = importlib.util.module_from_spec(spec)
    sys.modules["polnear_eval"] = module
    spec.loader.exec_module(module)
    return module


def read_split(folder: Path, split: str) -> tuple[dict[str, Article], float]:
    """Read every article of a split; return them by name, and the seconds of CPU time that took."""
    texts = {path.stem: path.read_bytes().decode("utf-8") for path in sorted((folder / split / "text").glob("*.txt"))}
    read_text(
        "The minister said that the road was open, according to a report that was published on Monday by the state agency.", id="warm"
    )
    begun = time.process_time()
    articles = {name: read_text(text, id=name) for name, text in texts.items()}
    return articles, time.process_time() - begun


def print_priors(scorer: ModuleType, gold: dict[str, Any], articles: dict[str, Article]) -> None:
    """Print how often each rule finds a content that people marked too."""
    counts: dict[str, collections.Counter[bool]] = collections.defaultdict(collections.Counter)
    for name, (doc, marked, _) in gold.items():
        pairs = [
            (s, scorer.Stmt(doc, *(predicted(s)[key] for key in ("source", "cue", "content"))))
            for s in articles[name].statements
            if not s.within
        ]
        right = set(scorer.match(marked, [found for _, found in pairs]).values())
        for number, (statement, _) in enumerate(pairs):
            counts[statement.made.rule if statement.made and statement.made.rule else ""][number in right] += 1
    for rule, count in sorted(counts.items()):
        print(f'"{rule}" = {count[True] / count.total():.2f}  # of {count.total()}')


def main() -> None:
    """Read the arguments, read the split, print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("split")
    parser.add_argument("instrument", type=Path)
    parser.add_argument("--pred", type=Path)
    parser.add_argument("--priors", action="store_true")
    parser.add_argument("--profile", action="store_true")
    options = parser.parse_args()
    profile = cProfile.Profile() if options.profile else None
    if profile:
        profile.enable()
    articles, seconds = read_split(options.folder, options.split)
    if profile:
        profile.disable()
        pstats.Stats(profile).sort_stats("tottime").print_stats(_PROFILE_LINES)
    path = options.pred or Path(tempfile.mkdtemp()) / "pred.jsonl"
    lines = (json.dumps({"doc": name, "statements": [predicted(s) for s in article.statements]}) for name, article in articles.items())
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    scorer = instrument(options.instrument)
    gold = scorer.load_gold(str(options.folder), options.split)
    scorer.show(scorer.evaluate(gold, scorer.load_pred(str(path), gold)), options.split)
    characters = sum(len(article.text) for article in articles.values())
    speed = characters / seconds / 1e6
    print(f"{len(articles) / seconds:.0f} articles a second, {speed:.2f} million characters a second (CPU time, one core)")
    if options.priors:
        print_priors(scorer, gold, articles)


if __name__ == "__main__":
    main()
