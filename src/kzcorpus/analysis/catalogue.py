"""What `check` can find: each code with its severity and an explanation. The documentation prints this table."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kzcorpus.model.findings import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kzcorpus.model.authorities import Authority
    from kzcorpus.model.spans import Span


MOST_SPANS = 100
_LONGEST = 80  # code points of a phrase in a message
_READ = 500


class Entry(NamedTuple):
    """A kind of finding: how severe, and what it means in one line."""

    severity: Severity
    explanation: str


CATALOGUE: dict[str, Entry] = {
    "bidi-control": Entry("warning", "Characters that reorder what is displayed, so that the text may read otherwise than it looks."),
    "boilerplate-in-text": Entry("info", "Words of the site around the article, such as “Read more:”, inside a paragraph of its text."),
    "contradicting-statements": Entry("warning", "One speaker said, in nearly the same words, that something is so and that it is not."),
    "control-character": Entry("warning", "Control characters other than tab and line ends."),
    "date-garbled": Entry("warning", "What has the shape of a date and is none, or that no calendar has; nothing is guessed."),
    "date-inconsistent": Entry("warning", "A date that falls on another day of the week than the text says."),
    "date-out-of-order": Entry("warning", "A date after publication told as past, or a stretch of time that ends before it begins."),
    "date-without-year": Entry("info", "Dates without a year in an article of which nobody knows when it was published."),
    "empty-text": Entry("warning", "An article without any text."),
    "garbled-set-phrase": Entry(
        "warning", "A proverbial name or phrase half translated, transliterated wrongly, or given in two ways: probably a mistranslation."
    ),
    "invisible-character": Entry("info", "Zero-width or filler characters, which make equal words differ."),
    "mismatched-quotation-marks": Entry("warning", "A quotation opened by one kind of mark and closed by another."),
    "mixed-line-ends": Entry("info", "More than one kind of line end, as in texts pasted together."),
    "mojibake": Entry("warning", "Characters read in the wrong encoding, or never decoded."),
    "name-spelled-two-ways": Entry("warning", "A name that one article spells in two ways."),
    "name-unlike-authority": Entry("info", "A name spelled otherwise than in the authority, and not as another romanization of it."),
    "near-duplicate-paragraphs": Entry("warning", "Paragraphs or lines that say nearly the same in the same words."),
    "near-duplicate-sentences": Entry("warning", "Sentences that say nearly the same in the same words."),
    "no-headline": Entry("info", "An article whose blocks hold no headline."),
    "no-outlet": Entry("info", "An article of which nobody knows who published it."),
    "no-publication-date": Entry("info", "An article of which nobody knows when it was published."),
    "no-speaker": Entry("info", "Something said by nobody: “it is alleged”, “rumours that”."),
    "place-name-out-of-time": Entry("warning", "A name that a place did not bear when the article was published."),
    "quoted-words-differ": Entry("warning", "Nearly the same quotation in headline and text, or in two articles, with other words in it."),
    "replacement-character": Entry("warning", "U+FFFD, where a character was lost before the text came here."),
    "role-not-held": Entry("warning", "A person with a title of a post that somebody else held, or that the person held at another time."),
    "same-level-quotation-marks": Entry(
        "warning", "A quotation within a quotation of the same marks, so that nobody can tell which mark closes which."
    ),
    "same-words-two-speakers": Entry("warning", "The same words, or nearly, credited to two different people."),
    "unbalanced-quotation-marks": Entry("warning", "A quotation mark that nothing closes, or nothing opens, in a paragraph."),
    "unregistered-language": Entry(
        "warning", "A language tag whose subtags are not in the IANA registry, so that nobody can look up what it means."
    ),
    "vague-attribution": Entry("info", "A statement whose speaker is nobody in particular, such as “some observers”."),
}
"""Code to severity and explanation. What reading noticed has codes of its own and is passed on unchanged."""


def found(
    code: str, message: str, *, article: str, spans: Iterable[Span] = (), refs: Iterable[str] = (), hint: str | None = None
) -> Finding:
    """Make a finding with the severity of its code; of very many spans the first are kept."""
    return Finding(code, CATALOGUE[code].severity, message, article=article, spans=tuple(spans)[:MOST_SPANS], refs=tuple(refs), hint=hint)


def phrase(text: str, span: Span) -> str:
    r"""Return the words of a span for a message: on one line, in quotation marks, cut where there are many.

    >>> from kzcorpus import Span
    >>> phrase("the  former\nminister", Span(0, 20))
    '“the former minister”'
    """
    words = " ".join(text[span.start : min(span.end, span.start + _READ)].split())
    return f"“{words}”" if len(words) <= _LONGEST else f"“{words[: _LONGEST - 1]}…”"


def display_name(authority: Authority, agent: str) -> str:
    """Return the first full name of an agent, else its first, or its id where it has none."""
    names = sorted(authority.agent(agent).names, key=lambda name: name.kind != "full")
    return names[0].text if names else agent
