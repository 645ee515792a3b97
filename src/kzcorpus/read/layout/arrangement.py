"""From what lines are by themselves to what they are in their place on the page."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

import attrs

from kzcorpus.model.articles import BlockKind
from kzcorpus.read.layout.bylines import has_role
from kzcorpus.read.layout.lines import Line
from kzcorpus.read.layout.marks import ITEMS, Mark
from kzcorpus.read.layout.masthead import masthead
from kzcorpus.read.layout.phrasebook import Label, first_word, wordlist
from kzcorpus.read.layout.remembered import remembered
from kzcorpus.read.layout.tokens import POSING
from kzcorpus.read.layout.zones import MOST_HEADING, TAG_WORDS, Zones, extends_byline, single, zones

_LISTS = {
    ("navigation", "list"): "navigation",
    ("category", "list"): "category",
    ("deck", "open"): "deck",
    ("comment_form", "open"): "comment_form",
}
_STAYS_A_COMMENT = frozenset({"share", "player", "stamp", "marks", "open", "field", "item", "kicker", "sections"})
_PASSED_OVER = frozenset({"stamp", "marks"})
_AROUND = ("site_chrome", "navigation")
_MOST_QUESTION = 9
_MOST_CAPTION = 30
_TWO_SENTENCES = 20  # words: a caption may add a short one
_OFFICE = range(3, 11)  # words
_KEYED = re.compile(r"[^:]{1,30}:\s+(?:[$€£]?\d[\d.,]*%?$|[^:]*(?:;|,[^,]*,))")
_CONTACT = re.compile(r"\S@\S|^(?:tel|phone|fax|e-?mail|mob|тел)\b|\+\d[\d ()-]{6,}", re.IGNORECASE)
_WH = re.compile(
    r"(?:and |so |but )?(?:what|who|why|how|when|where|which|whose|is|are|will|can|could|should|does|do|has|have"
    r"|что|кто|как|почему|зачем|где|когда)\b"
)
_OPENERS = "“\"'‘«-–—"


def arrange(marks: Sequence[Mark], gaps: Sequence[bool]) -> list[BlockKind]:
    """Return the kind of each line, given before which there is an empty one.

    A line that begins with a dateline gets the kind of what follows it.
    """
    page = _Page(marks, gaps, zones(marks))
    return [*page.top, *page.head(), *page.body(), *page.tail()]


@cache
def _posing(part: str) -> tuple[Mapping[str, Sequence[str]], Sequence[str]]:
    """Return the phrases of captions by their first word, and those that begin with a mark."""
    by_word: dict[str, list[str]] = {}
    marked = []
    for phrase in wordlist("caption", part, "holds"):
        if phrase[0].isalnum():
            by_word.setdefault(first_word(phrase), []).append(phrase)
        else:
            marked.append(phrase)
    return by_word, marked


def _poses(part: str, line: Line) -> bool:
    """Tell whether a line holds a phrase of captions as whole words."""
    if not line.codes & POSING:
        return False
    by_word, marked = _posing(part)
    norm = line.norm
    held = [phrase for word in by_word.keys() & line.parts for phrase in by_word[word] if phrase in norm]
    return any(re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", norm) for phrase in held) or any(map(norm.__contains__, marked))


class _Lists(dict[Mark, str | None]):
    """Which list, if any, is open after a line: filled as they are asked for; None where the line changes nothing."""

    def __missing__(self, mark: Mark) -> str | None:
        made = self[mark] = _list_after(mark)
        return made


def _list_after(mark: Mark) -> str | None:
    label = mark.label
    if label is None:
        return "" if mark.line.prose else None
    if label.part in ITEMS or label.part in _PASSED_OVER:
        return None
    link = mark.key == ("navigation", "link") and mark.line.count < TAG_WORDS
    return "navigation" if link else _LISTS.get(mark.key, "")


class _Paragraphs(dict[Mark, bool]):
    """Whether a line is a paragraph wherever it stands in the body: filled as they are asked for."""

    def __missing__(self, mark: Mark) -> bool:
        line = mark.line
        prose = mark.label is None and line.prose and not line.title
        made = self[mark] = bool(mark.run_in) or (prose and not _may_be_caption(line))
        return made


def _may_be_caption(line: Line) -> bool:
    return not (line.count > _MOST_CAPTION or line.bullet or line.text[0] in "([" or line.reports)


@attrs.frozen(slots=False)
class _Page:
    """The lines of a page and its zones."""

    marks: Sequence[Mark]
    gaps: Sequence[bool]
    zones: Zones
    lists: _Lists = attrs.field(factory=_Lists)
    paragraphs: _Paragraphs = attrs.field(factory=_Paragraphs)
    known: dict[object, BlockKind] = attrs.field(factory=dict)

    @remembered
    def top(self) -> list[BlockKind]:
        """Return the kinds of what stands above the headline."""
        return masthead(self.marks, self.zones.headline)

    @remembered
    def _repeatable(self) -> dict[str, BlockKind]:
        return {mark.line.norm: kind for mark, kind in zip(self.marks, self.top, strict=False)}

    def _state(self, mark: Mark, state: str) -> str:
        """Return which list is open after a line, given the one before it."""
        after = self.lists[mark]
        return state if after is None else after

    # ------------------------------------------------------------------ between headline and body

    def head(self) -> Iterator[BlockKind]:
        """Yield the kinds of the headline and what stands between it and the body."""
        if self.zones.headline >= 0:
            yield "headline"
        state = ""
        closed = False
        for i in range(self.zones.headline + 1, self.zones.start):
            mark = self.marks[i]
            state = self._state(mark, state)
            closed = closed or mark.closes or mark.signed
            if mark.label:
                yield "category" if mark.label.part in ITEMS else mark.label.kind
            elif state == "navigation" and mark.line.title:
                yield "navigation"
            elif (self.zones.headline >= 0 and mark.signed) or extends_byline(self.marks, i):
                yield "byline"
            elif self._is_caption(i, above=True) or (closed and self._above_site(i)):
                yield "caption"
            else:
                yield "deck"

    def _above_site(self, i: int) -> bool:
        """Tell whether a short line below the by-line or date has the site's own under it, as the caption of the first picture has."""
        line = self.marks[i].line
        return line.title and line.count > TAG_WORDS and i + 1 < len(self.marks) and self.marks[i + 1].key[0] in ("site_chrome", "credit")

    # ------------------------------------------------------------------ body

    def body(self) -> Iterator[BlockKind]:
        """Yield the kinds of the article's own lines, and of what stands among them."""
        state = ""
        for i in range(self.zones.start, self.zones.end):
            mark = self.marks[i]
            state = self._state(mark, state)
            yield "paragraph" if self.paragraphs[mark] else self._placed(i, mark, state)

    def _placed(self, i: int, mark: Mark, state: str) -> BlockKind:
        """Return the kind of a line of the body; lines that are alike and stand among lines that are alike are of one kind."""
        if not self.zones.start < i < self.zones.end - 1:
            return self._in_body(i, mark, state)
        following = self._following[i]
        place = (mark, state, self.marks[i - 1], self.marks[i + 1], following < 0 or self.marks[following])
        near = (*place, self.gaps[i], self.gaps[i + 1], i < self._last_text)
        kind = self.known.get(near)
        if kind is None:
            kind = self.known[near] = self._in_body(i, mark, state)
        return kind

    def _in_body(self, i: int, mark: Mark, state: str) -> BlockKind:
        if mark.label:
            return self._labelled(i, mark.label)
        if state == "navigation" and mark.line.title:
            return "navigation"
        if state == "category" and mark.line.title and mark.line.count <= TAG_WORDS:
            return "category"
        return self._unlabelled(i)

    def _labelled(self, i: int, label: Label) -> BlockKind:
        """Return the kind of a labelled line in the body: the name of a section above a paragraph is a heading there."""
        if label.kind == "deck" or (label.part in ITEMS and self._before_text(i)):
            return "heading"
        return "category" if label.part in ITEMS else label.kind

    @remembered
    def _following(self) -> list[int]:
        """Return, for each line, the next line of the body that is not the site's; -1 where there is none."""
        out = [-1] * len(self.marks)
        following = -1
        for i in range(min(self.zones.end, len(self.marks)) - 1, self.zones.start - 1, -1):
            out[i] = following
            if self.marks[i].key[0] not in _AROUND:
                following = i
        return out

    @remembered
    def _last_text(self) -> int:
        return next((i for i in range(self.zones.end - 1, self.zones.start - 1, -1) if self.marks[i].is_text), -1)

    def _before_text(self, i: int) -> bool:
        """Tell whether running text follows, so that a title here can be a heading."""
        following = self._following[i]
        if following < 0 or self.marks[following].label:
            return False
        line = self.marks[following].line
        return self.marks[following].is_text or line.ended or line.bullet or line.stop == ":"

    def _unlabelled(self, i: int) -> BlockKind:
        line = self.marks[i].line
        if self._is_caption(i):
            return "caption"
        if self._is_heading(i):
            return "heading"
        return "paragraph" if line.prose or line.stop or line.bullet or i < self._last_text else self._after_text(i)

    def _is_heading(self, i: int) -> bool:
        line = self.marks[i].line
        if not self._may_be_heading(line):
            return False
        above = self.marks[i - 1] if i > self.zones.start else None
        if above and above.label is None and above.line.stop == ":" and not self.gaps[i]:
            return False  # the first item of a list
        return self._before_text(i) or (
            self._alone(i) and i + 1 < self.zones.end and not self.marks[i + 1].label and line.count <= TAG_WORDS
        )

    def _may_be_heading(self, line: Line) -> bool:
        if not line.title or line.bullet or line.count > MOST_HEADING or line.text[0] in "([" or line.text[0].islower():
            return False
        if _KEYED.match(line.text) or _CONTACT.search(line.text):
            return False
        if not line.stop:
            return True
        return line.stop == "?" and line.count <= _MOST_QUESTION and bool(_WH.match(line.norm)) and line.text[0] not in _OPENERS

    def _alone(self, i: int) -> bool:
        """Tell whether empty lines set a line apart."""
        return self.gaps[i] and (i + 1 >= len(self.marks) or self.gaps[i + 1])

    def _is_caption(self, i: int, *, above: bool = False) -> bool:
        """Tell whether an unlabelled line describes a picture: it poses, or a credit stands beside it."""
        line = self.marks[i].line
        if not _may_be_caption(line):
            return False
        if _poses("poses", line) and (single(line) or line.count <= _TWO_SENTENCES):
            return True
        before, after = (0 <= j < len(self.marks) and self.marks[j].key[0] == "credit" for j in (i - 1, i + 1))
        if not (above or before or after) or not single(line) or i <= self.zones.headline + 1:
            return False
        posing = _poses("poses_only", line)
        if posing and above and self.zones.headline >= 0 and line.prose:
            return True
        return (after and (posing or not line.ended)) or (before and posing)

    def _after_text(self, i: int) -> BlockKind:
        """Return the kind of a short line after the last paragraph."""
        line = self.marks[i].line
        if repeated := self._repeatable.get(line.norm):
            return repeated
        if self._alone(i) and _holds_office(line):
            return "caption"
        if self.marks[i].signed:
            return "byline"
        if not self._alone(i) or _CONTACT.search(line.text) or _KEYED.match(line.text) or line.text[0] in "([":
            return "paragraph"
        return "navigation" if line.count > TAG_WORDS else "site_chrome"

    # ------------------------------------------------------------------ after the article

    def tail(self) -> Iterator[BlockKind]:
        """Yield the kinds of what the site put after the article."""
        state = ""
        kind: BlockKind = "site_chrome"
        for i in range(self.zones.end, len(self.marks)):
            mark, label = self.marks[i], self.marks[i].label
            if state == "comment_form" and (label is None or label.part in _STAYS_A_COMMENT):
                yield "comment_form"
                continue
            state = self._state(mark, state)
            if label and label.part in ITEMS and state != "category" and mark.line.norm not in self._repeatable and self._heads_links(i):
                state = "navigation"
            kind = self._tail_label(mark, label, state) if label else self._tail_kind(mark, state, kind)
            yield kind

    def _heads_links(self, i: int) -> bool:
        """Tell whether the name of a section stands above titles, as "Top stories" does."""
        following = next((mark for mark in self.marks[i + 1 : i + 3] if mark.key[1] not in _PASSED_OVER), None)
        return following is not None and following.label is None and following.line.title and following.line.count >= TAG_WORDS

    def _tail_label(self, mark: Mark, label: Label, state: str) -> BlockKind:
        if label.part not in ITEMS:
            return "heading" if label.kind == "deck" else label.kind
        if state in ("navigation", "category"):
            return "navigation" if state == "navigation" else "category"
        return self._repeatable.get(mark.line.norm, "category")

    def _tail_kind(self, mark: Mark, state: str, above: BlockKind) -> BlockKind:
        kind = self.known.get((mark, state, above))
        if kind is None:
            kind = self.known[mark, state, above] = self._alike_in_tail(mark, state, above)
        return kind

    def _alike_in_tail(self, mark: Mark, state: str, above: BlockKind) -> BlockKind:
        line = mark.line
        if state == "category" and line.count <= TAG_WORDS:
            return "category"
        if repeated := self._repeatable.get(line.norm):
            return repeated
        if above in ("byline", "category", "paragraph") and (mark.signed or (above == "byline" and has_role(line.text))):
            return "byline"
        if _CONTACT.search(line.text):
            return "site_chrome"
        return "navigation" if line.title and (state == "navigation" or above == "navigation" or line.count > TAG_WORDS) else "site_chrome"


def _holds_office(line: Line) -> bool:
    """Tell whether a line is an office and a name, as under a portrait."""
    words = [word.casefold() for word in line.words]
    pairs = {" ".join(pair) for pair in pairwise(words)}
    capitals = sum(word[0].isupper() for word in line.words)
    return len(words) in _OFFICE and capitals * 2 > len(words) and not wordlist("byline", "offices").isdisjoint({*words, *pairs})
