"""Every statement of the seeds as it is read, one line each: a change of any rule shows here as a change of lines.

``KZCORPUS_REWRITE=1 pytest tests/golden`` writes the files anew after a change that is meant. What is right is said elsewhere, by the marks
of a second hand (``tests/unit/read/statements/test_statements_by_hand.py``), which came first; confidence is left out, since it is
counted anew with every change of the rules.
"""

import os
from pathlib import Path

import pytest

from kzcorpus import Article, Span, Statement, Voice, read_text

HERE = Path(__file__).parent
TEXTS = sorted((HERE.parents[1] / "seeds").glob("*.txt"))
REWRITE = os.environ.get("KZCORPUS_REWRITE") == "1"


def words(article: Article, spans: tuple[Span, ...]) -> str:
    return " […] ".join(span.of(article.text) for span in spans)


def voice(article: Article, one: Voice | None) -> str:
    if one is None:
        return "-"
    surface = f" “{one.span.of(article.text)}”" if one.span else ""
    return f"{one.entity or one.name or '?'} ({one.kind}){surface}"


def line(article: Article, one: Statement) -> str:
    """Return a statement on one line: what is always there, then what is there for some."""
    parts = [
        one.id.removeprefix(f"{article.id}."),
        one.mode,
        voice(article, one.speaker),
        words(article, one.cue) or "-",
        words(article, one.content),
        one.made.rule if one.made and one.made.rule else "-",
    ]
    parts += [f"within {one.within.removeprefix(f'{article.id}.')}"] if one.within else []
    parts += [f"verbatim {words(article, one.verbatim)}"] if one.mode == "mixed" else []
    parts += ["negative"] if one.polarity == "negative" else []
    parts += [f"hedges {words(article, one.hedges)}"] if one.hedges else []
    parts += [f"to {voice(article, other)}" for other in one.addressees]
    parts += [f"via {voice(article, other)}" for other in one.via]
    parts += [f"at {one.occasion.name}"] if one.occasion else []
    parts += [f"said {one.said.edtf}"] if one.said else []
    return " | ".join((part or "-").replace("\n", "⏎") for part in parts)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_statements(path: Path) -> None:
    article = read_text(path.read_bytes(), id=path.stem)
    found = "".join(f"{line(article, one)}\n" for one in article.statements)
    golden = HERE / "statements" / f"{path.stem}.txt"
    if REWRITE:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")
