"""Count how the odds of being right go with the traits of a statement: a share for each rule, a factor for each value of every other trait.

This is logistic regression on categories with a ridge penalty, fitted by one Newton step for a value at a time: what is rare stays
near 1. The factors of a trait are scaled so that their geometric mean over all statements is 1; then the share of a rule is that of its
statement that is average in all else.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import attrs

from kzcorpus.read.lexicon import lexicon
from kzcorpus.read.statements.confidence import Traits

RIDGE = 2.0
_ROUNDS, _STILL = 200, 1e-4
_LONGEST_STEP = 2.0
_LEAST_SHARE = 0.01
HEADER = """\
# How sure a statement is. Its odds are those of a share for its rule, times a factor each for its mode, speaker, cue and length. The share
# is that of a statement of the rule that is average in all else. "of" tells how many finds in annotated news (the training part of PolNeAR,
# 840 articles) were right: people had marked their content too, at least half of the words. They leave some true reports out, so that
# these are lower bounds. Written by tests/benchmarks/calibration.py; only the limits of length and the words are by hand.
"""


@attrs.frozen
class Counted:
    """How many statements have these traits, and how many of them are right."""

    traits: Traits
    right: int
    total: int


def counted(cases: Iterable[tuple[Traits, bool]]) -> list[Counted]:
    """Count equal traits together, in order."""
    counts: dict[Traits, list[int]] = defaultdict(lambda: [0, 0])
    for traits, right in cases:
        counts[traits][0] += right
        counts[traits][1] += 1
    return [Counted(traits, *pair) for traits, pair in sorted(counts.items())]


def _share(logit: float) -> float:
    return 1 / (1 + math.exp(-logit))


def _logit(share: float) -> float:
    return math.log(share / (1 - share))


@attrs.frozen
class Fit:
    """What each value of a trait adds to the logarithm of the odds, over a base."""

    base: float
    weights: Mapping[tuple[str, Any], float]


def fitted(cases: Sequence[Counted], traits: Sequence[str]) -> Fit:
    """Fit the weights of some traits."""
    base = _logit(sum(case.right for case in cases) / sum(case.total for case in cases))
    having: dict[tuple[str, Any], list[int]] = defaultdict(list)
    for number, case in enumerate(cases):
        for trait in traits:
            having[trait, getattr(case.traits, trait)].append(number)
    logits = [base] * len(cases)
    weights = dict.fromkeys(having, 0.0)
    for _ in range(_ROUNDS):
        steps = []
        for value, numbers in having.items():
            slope, curve = -RIDGE * weights[value], RIDGE
            for number in numbers:
                share, case = _share(logits[number]), cases[number]
                slope += case.right - case.total * share
                curve += case.total * share * (1 - share)
            step = max(-_LONGEST_STEP, min(_LONGEST_STEP, slope / curve))
            weights[value] += step
            for number in numbers:
                logits[number] += step
            steps.append(abs(step))
        if max(steps) < _STILL:
            break
    return Fit(base, weights)


def _centred(fit: Fit, cases: Sequence[Counted], trait: str) -> tuple[dict[Any, float], float]:
    """Return the weights of a trait around their mean over all statements, and that mean."""
    weights = {value: weight for (name, value), weight in fit.weights.items() if name == trait}
    total = sum(case.total for case in cases)
    mean = sum(weights.get(getattr(case.traits, trait), 0.0) * case.total for case in cases) / total
    return {value: weight - mean for value, weight in weights.items()}, mean


def table_of(cases: Sequence[Counted], traits: Sequence[str]) -> dict[str, Any]:
    """Return the table that the reader looks up: ``lexicon/confidence.toml`` as data."""
    fit, limits = fitted(cases, traits), lexicon("confidence")["length"]["limits"]
    base, factors = fit.base, {}
    for trait in ("mode", "speaker", "cue", "length"):
        centred, mean = _centred(fit, cases, trait)
        base += mean
        factors[trait] = {value: round(math.exp(weight), 2) for value, weight in sorted(centred.items())}
    rules = {case.traits.rule for case in cases}
    shares = {rule: round(_share(base + fit.weights[("rule", rule)]), 2) for rule in sorted(rules)}
    return {
        "rules": {rule: min(1 - _LEAST_SHARE, max(_LEAST_SHARE, share)) for rule, share in shares.items()},
        **{trait: factors[trait] for trait in ("mode", "speaker", "cue")},
        "length": {"limits": limits, "factors": [factors["length"].get(number, 1) for number in range(len(limits) + 1)]},
        "words": lexicon("confidence")["words"],
    }


def _of(cases: Sequence[Counted], trait: str, value: Any) -> str:
    alike = [case for case in cases if getattr(case.traits, trait) == value]
    return f"{sum(case.right for case in alike):,} of {sum(case.total for case in alike):,}"


def document_of(table: Mapping[str, Any], cases: Sequence[Counted]) -> str:
    """Return a table as the TOML file of the lexicon, each number with the counts behind it."""
    lines = [HEADER.rstrip(), "[rules]"]
    lines += [f'"{rule}" = {share} # {_of(cases, "rule", rule)}' for rule, share in table["rules"].items()]
    for trait in ("mode", "speaker", "cue"):
        lines += ["", f"[{trait}]", *(f"{value} = {factor} # {_of(cases, trait, value)}" for value, factor in table[trait].items())]
    lines += ["", "[length] # code points of the content", f"limits = {table['length']['limits']}", "factors = ["]
    lines += [f"  {factor}, # {_of(cases, 'length', number)}" for number, factor in enumerate(table["length"]["factors"])]
    lines += ["]", "", "[words]", *(f'{name} = "{words}"' for name, words in table["words"].items())]
    return "\n".join(lines) + "\n"
