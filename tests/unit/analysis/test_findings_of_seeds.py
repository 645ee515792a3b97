"""What the checks find in the five seeds: everything that a careful reader would tell, with its words, and nothing else."""

from collections import Counter
from functools import cache

import pytest

import kzcorpus as kz

_SAYING = "Kazakh President {} in an interview with Russia’s 24 state television that "
_SAID = "Western sanctions on Moscow {} put his country “between two fires{}"
_LINE = _SAYING + _SAID
EXPECTED = {
    "000": {
        "no-publication-date": [()],
        "no-outlet": [()],
        "date-garbled": [("22/10 – 40",)],
        "date-without-year": [("October 14", "September")],
        "name-spelled-two-ways": [("Tokayev", "Tokajev")],
        "no-speaker": [("allegations",)],
        "unbalanced-quotation-marks": [("”",)],
    },
    "001": {
        "no-publication-date": [()],
        "no-outlet": [()],
        "date-without-year": [("March last year", "February 28")],
        "name-unlike-authority": [("Anthony", "Anthony")],
    },
    "002": {
        "no-headline": [()],
        "no-publication-date": [()],
        "no-outlet": [()],
        "no-speaker": [("is described",), ("are presented",), ("is described",)],
        "vague-attribution": [("Some observers",)],
    },
    "003": {
        "no-publication-date": [()],
        "no-outlet": [()],
        "near-duplicate-paragraphs": [
            (_LINE.format("Nursultan Nazarbayev says", "have", "”"), _LINE.format("Kasym-Jomart Tokayev said", "had", ".”"))
        ],
        "role-not-held": [
            ("President Nursultan Nazarbayev", "President Kasym-Jomart Tokayev", "President of Kazakhstan Kasym-Jomart Tokayev")
        ],
        "same-words-two-speakers": [(_SAID.format("have", "”"), _SAID.format("had", ".”"))],
        "garbled-set-phrase": [("Skilla and the West", "Skilla and Haribda")],
        "unbalanced-quotation-marks": [("“",)],
        "mismatched-quotation-marks": [("“", "“")],
        "same-level-quotation-marks": [("“repeated sanctions”",)],
        "date-without-year": [("last January", "January", "January", "May 16")],
        "vague-attribution": [("some people in Russia",)],
    },
    "004": {
        "no-publication-date": [()],
        "no-outlet": [()],
        "date-without-year": [("October", "July")],
    },
}


@cache
def seeds() -> kz.Corpus:
    return kz.load_seeds()


@pytest.mark.parametrize("seed", EXPECTED)
def test_the_findings_of_a_seed_and_their_words(seed: str) -> None:
    article = next(article for article in seeds().articles if article.id.startswith(seed))
    found: dict[str, list[tuple[str, ...]]] = {}
    for finding in kz.check(seeds()):
        if finding.article == article.id:
            found.setdefault(finding.code, []).append(tuple(span.of(article.text) for span in finding.spans))
    assert found == EXPECTED[seed]


def test_the_marks_of_the_third_seed_are_eleven_and_eight_and_each_place_that_is_wrong_is_told() -> None:
    article = next(article for article in seeds().articles if article.id.startswith("003"))
    marks = Counter(article.text)
    assert (marks["“"], marks["”"]) == (11, 8)
    told = [finding for finding in kz.check(seeds()) if finding.article == article.id and "quotation-marks" in finding.code]
    paired = {span for finding in told for span in finding.spans if finding.code != "same-level-quotation-marks"}
    sentences = [article.context(span, 20) for span in sorted(paired)]
    assert "these sanctions. “" in sentences[0]
    assert "“But sanctions are" in sentences[1]
    assert "iolating sanctions. “" in sentences[2]


def test_a_date_of_publication_brings_out_what_is_out_of_its_time() -> None:
    text = next(article.text for article in seeds().articles if article.id.startswith("004"))
    dated = kz.assemble([kz.read_text(text, id="later", published="2023-08-19")], id="c")
    found = {finding.code: tuple(span.of(text) for span in finding.spans) for finding in kz.check(dated)}
    assert found["place-name-out-of-time"] == ("Nur-Sultan",)
    assert "date-without-year" not in found
    in_time = kz.assemble([kz.read_text(text, id="then", published="2022-08-19")], id="c")
    assert "place-name-out-of-time" not in {finding.code for finding in kz.check(in_time)}
