# ruff: noqa: T201 -- a program that prints its tables
"""Calibrate how sure a statement is on PolNeAR's train, and measure it on dev.

    python tests/benchmarks/calibration.py FOLDER INSTRUMENT [--write]

FOLDER holds ``train`` and ``dev``, INSTRUMENT is the path of ``polnear_eval.py``. A statement is right when the instrument pairs its
content with one that people marked, of whatever kind: its *full* view, the only one in which each statement that is not within another is
right or wrong. In the *speech* view those go out of the count whose cue the instrument's word list does not hold, or which people took for
beliefs; that error is printed beside. What is within another statement has no marks, gets the confidence of its like elsewhere, and is
not measured; ignore zones are left out.

Prints, for each choice of traits, the error in five-fold cross-validation over the articles of train and on dev. ``--write`` writes the
last choice into ``lexicon/confidence.toml``, and curve and tables into the documentation. Run it again when rules change.
"""

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import ModuleType

import attrs
from curve import figure
from instrument import documents, load_instrument, read_split
from odds import Counted, counted, document_of, table_of
from pages import QUALITY, replace_between
from reliability import Bin, Sure, brier, calibration_error, equal_mass, equal_width
from tables import table
from tallies import matching_of

from kzcorpus.model.articles import Article
from kzcorpus.model.statements import Statement
from kzcorpus.read.statements.confidence import Traits, confidence_in, traits_of

FOLDS = 5
CHOICES: tuple[tuple[str, ...], ...] = (
    ("rule",),
    ("rule", "mode"),
    ("rule", "mode", "speaker"),
    ("rule", "mode", "speaker", "cue"),
    ("rule", "mode", "speaker", "cue", "length"),
)
LEXICON = Path(__file__).parents[2] / "src" / "kzcorpus" / "read" / "lexicon" / "confidence.toml"
FIGURE = QUALITY.with_name("confidence.svg")


@attrs.frozen
class Case:
    """A statement that is in no other: its traits, whether it is right, and in the speech view, None where it does not count there."""

    article: int
    traits: Traits
    right: bool
    speech: bool | None


def _traits(article: Article, statement: Statement) -> Traits:
    cue = " ".join(span.of(article.text) for span in statement.cue)
    rule = (statement.made and statement.made.rule) or ""
    return traits_of(rule, statement.mode, statement.speaker, cue, statement.content)


def cases_of(scorer: ModuleType, folder: Path, split: str) -> list[Case]:
    """Read a split and return its statements that can be right or wrong."""
    articles, _ = read_split(folder, split)
    cases = []
    for number, document in enumerate(documents(scorer, folder, split, articles)):
        matching = matching_of(scorer, document)
        partner = {two: one for one, two in matching.pairs.items()}
        for index, statement in enumerate(document.statements):
            if index in matching.aside:
                continue
            right = index in partner
            other_kind = index in matching.elsewhere or (right and not document.marked[partner[index]].speech)
            speech = None if other_kind or not document.found[index].speech else right
            cases.append(Case(number, _traits(articles[document.name], statement), right, speech))
    return cases


def judged(counts: Sequence[Counted], traits: Sequence[str], cases: Sequence[Case]) -> list[tuple[Case, float]]:
    """Return how sure each statement is by what was counted elsewhere; without those whose rule was never met there."""
    fitted = table_of(counts, traits)
    told = ((case, confidence_in(fitted, case.traits)) for case in cases)
    return [(case, sure) for case, sure in told if sure is not None]


def counts_of(cases: Iterable[Case]) -> list[Counted]:
    """Count the statements of equal traits."""
    return counted((case.traits, case.right) for case in cases)


def cross_validated(cases: Sequence[Case], traits: Sequence[str]) -> list[Sure]:
    """Return how sure each statement is by what was counted on the articles of the other folds."""
    out: list[Sure] = []
    for fold in range(FOLDS):
        counts = counts_of(case for case in cases if case.article % FOLDS != fold)
        out += [(sure, case.right) for case, sure in judged(counts, traits, [case for case in cases if case.article % FOLDS == fold])]
    return out


def _row(cases: Sequence[Sure]) -> list[str]:
    return [f"{calibration_error(make(cases)):.3f}" for make in (equal_width, equal_mass)] + [f"{brier(cases):.4f}"]


def comparison(train: Sequence[Case], dev: Sequence[Case]) -> str:
    """Return the errors of each choice of traits."""
    counts, rows = counts_of(train), []
    for traits in CHOICES:
        pairs = judged(counts, traits, dev)
        speech = [(sure, case.speech) for case, sure in pairs if case.speech is not None]
        measured = [*_row(cross_validated(train, traits)), *_row([(sure, case.right) for case, sure in pairs])]
        rows.append([", ".join(traits), *measured, f"{calibration_error(equal_width(speech)):.3f}"])
    share = sum(case.right for case in dev) / len(dev)
    rows.append(["one number for all", "", "", "", "", "", f"{share * (1 - share):.4f}", ""])
    kinds = ("error", "equal mass", "Brier")
    return table(("traits", *(f"{split}: {kind}" for split in ("train", "dev") for kind in kinds), "dev, speech: error"), rows)


def _listing(train: Sequence[Bin], dev: Sequence[Bin]) -> str:
    by_low = {one.low: one for one in train}
    rows = []
    for one in dev:
        low, high = one.interval()
        other = by_low.get(one.low)
        trained = [f"{other.total:,}", f"{other.confidence:.2f}", f"{other.right:.2f}"] if other else ["", "", ""]
        measured = [f"{one.total:,}", f"{one.confidence:.2f}", f"{one.right:.2f} ({low:.2f} to {high:.2f})"]
        rows.append([f"{one.low:.1f} to {one.high:.1f}", *trained, *measured])
    head = ("confidence", "train: statements", "mean", "right", "dev: statements", "mean", "right")
    return table(head, rows)


def main() -> None:
    """Read both splits, print the tables, and write what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("instrument", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    scorer = load_instrument(options.instrument)
    train, dev = (cases_of(scorer, options.folder, split) for split in ("train", "dev"))
    counts = counts_of(train)
    measured = [(sure, case.right) for case, sure in judged(counts, CHOICES[-1], dev)]
    curves = equal_width(cross_validated(train, CHOICES[-1])), equal_width(measured)
    printed = f"{comparison(train, dev)}\n\n{_listing(*curves)}"
    print(printed)
    if options.write:
        LEXICON.write_text(document_of(table_of(counts, CHOICES[-1]), counts), encoding="utf-8")
        FIGURE.write_text(figure([("train, cross-validated", curves[0]), ("dev", curves[1])]), encoding="utf-8")
        replace_between(QUALITY, "calibration.py", printed)


if __name__ == "__main__":
    main()
