"""From what lines are by themselves to what they are in their place: the top of the page, the head of the article, its body, and what follows it."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate

import attrs

from kzcorpus.model.articles import BlockKind
from kzcorpus.read.bylines import is_name
from kzcorpus.read.lexicon import lexicon
from kzcorpus.read.lines import Line
from kzcorpus.read.marks import DATELINE, Mark
from kzcorpus.read.phrasebook import Label, reports, wordlist

_MENUS = frozenset({("navigation", "menu"), ("navigation", "crumb"), ("navigation", "skip"), ("site_chrome", "languages")})
_ITEMS = frozenset({"sections", "item", "kicker"})
_LISTS = {("navigation", "list"): "navigation", ("category", "list"): "category", ("deck", "open"): "deck", ("comment_form", "open"): "comment_form"}
_TAIL = frozenset(
    {("navigation", "list"), ("category", "list"), ("category", "label"), ("category", "hashtags"), ("site_chrome", "imprint"), ("comment_form", "open")}
)
_STAYS_A_COMMENT = frozenset({"share", "player", "stamp", "marks", "open", "field", "item", "kicker", "sections"})
_CLOSERS = frozenset({("site_chrome", "stamp"), ("byline", "name")})
_WORDED = frozenset({"link", "list", "newsletter", "player", "advert", "imprint"})
_ITEM_RUN = 3
_WINDOW = 14  # lines after the headline in which by-line and date are looked for
_MOST_DECK = 75  # words
_MOST_DECK_LINES = 3
_MOST_HEADLINE = 40
_MOST_HEADING = 14
_MOST_QUESTION = 9
_TAG_WORDS = 4
_MOST_CAPTION = 30
_TWO_SENTENCES = 20  # words: a caption may add a short one
_LEAST_TAIL_TOTAL = 60
_TAIL_SHARE = 0.15
_TAIL_WORDS = 40
_COMMENTS_AFTER = 0.4
_RESTATED = 0.35
_RUN_ON = re.compile(r"[^\W\d_]{3,}[.!?][”\"’)]*\s+[“\"‘(]?[^\W\d_a-z]")
_KEYED = re.compile(r"[^:]{1,30}:\s+(?:[$€£]?\d[\d.,]*%?$|[^:]*(?:;|,[^,]*,))")
_CONTACT = re.compile(r"\S@\S|^(?:tel|phone|fax|e-?mail|mob|тел)\b|\+\d[\d ()-]{6,}", re.IGNORECASE)
_WH = re.compile(r"(?:and |so |but )?(?:what|who|why|how|when|where|which|whose|is|are|was|will|can|could|should|does|do|did|has|have|что|кто|как|почему|зачем|где|когда)\b")
_SAYING = re.compile(r"\b(?:said|told|says|tells)\b")
_CONTENT_WORD = re.compile(r"[^\W\d_]{4,}")


def arrange(marks: Sequence[Mark]) -> list[BlockKind]:
    """Return the kind of each line; a line that begins with a dateline gets the kind of what follows it."""
    page = _Page(tuple(marks))
    return [*page.top(), *page.head(), *page.body(), *page.tail()]


@cache
def _poses(part: str) -> re.Pattern[str]:
    phrases = sorted(wordlist("caption", part, "holds"), key=len, reverse=True)
    return re.compile("|".join(("" if not phrase[0].isalnum() else r"(?<!\w)") + re.escape(phrase) + ("" if not phrase[-1].isalnum() else r"(?!\w)") for phrase in phrases))


def _content(line: Line) -> set[str]:
    return set(_CONTENT_WORD.findall(line.norm)) - _function_words()


@cache
def _function_words() -> frozenset[str]:
    return frozenset(" ".join(lexicon("languages")["rules"].values()).split())


def _single(line: Line) -> bool:
    """Tell whether a line holds no more than one sentence."""
    return not _RUN_ON.search(line.head)


def _loose(mark: Mark) -> bool:
    """Tell whether nothing but its place says what a line is."""
    return mark.label is None and not mark.run_in


def _key(label: Label | None) -> tuple[str, str]:
    return (label.kind, label.part) if label else ("", "")


@attrs.frozen(slots=False)
class _Page:
    """The lines of a page, and where its zones begin: headline, body, tail."""

    marks: tuple[Mark, ...]
    first: int = attrs.field(init=False)
    headline: int = attrs.field(init=False)
    start: int = attrs.field(init=False)
    end: int = attrs.field(init=False)

    @first.default
    def _first(self) -> int:
        """Return the first line of running text, or the number of lines."""
        return next((i for i, mark in enumerate(self.marks) if mark.run_in or (mark.label is None and mark.line.prose)), len(self.marks))

    @headline.default
    def _headline(self) -> int:
        """Return the line of the headline, or -1."""
        above = self.marks[: self.first]
        menus = [i for i, mark in enumerate(above) if _key(mark.label) in _MENUS]
        news = next((i for i, mark in enumerate(above) if _key(mark.label) in _CLOSERS), len(above))
        last_menu = max((i for i in menus if i < news), default=-1)
        candidates = [i for i, mark in enumerate(above) if mark.label is None and self._may_be_headline(i)]
        after = [i for i in candidates if i > last_menu]
        for group in (after, candidates):
            long = [i for i in group if len(self.marks[i].line.words) >= _TAG_WORDS]
            short = [i for i in group if i not in long]
            if short and (not long or (self.marks[long[0]].line.ended and short[0] < long[0])):
                return short[-1]
            if long:
                return long[0]
        return self._odd_headline()

    def _may_be_headline(self, i: int) -> bool:
        line = self.marks[i].line
        return line.title or (not line.ended and len(line.words) <= _MOST_HEADLINE and line.stop not in (":", ","))

    def _odd_headline(self) -> int:
        """Return a headline that ends with a full stop, or whose first words made it look like something else; -1 where there is none."""
        above = range(self.first)
        stopped = next((i for i in above if self.marks[i].label is None and self.marks[i].line.stop != ":"), -1)
        if stopped >= 0:
            return stopped
        worded = (i for i in above if (label := self.marks[i].label) and label.part in _WORDED and len(self.marks[i].line.words) > _TAG_WORDS)
        found = next(worded, -1)
        return found if found >= 0 else self._stopped_headline()

    def _stopped_headline(self) -> int:
        """Return the first line of running text where it is a headline for all its full stop: one short sentence, or one that is told again."""
        if self.first >= len(self.marks) - 1 or self.marks[self.first].run_in:
            return -1
        line = self.marks[self.first].line
        if self.first > 0 or len(line.words) > _MOST_HEADING + 4 or not _single(line):
            return -1
        if any(mark.run_in or _key(mark.label) in _CLOSERS or mark.label == DATELINE for mark in self.marks[1:4]):
            return 0
        if _SAYING.search(line.norm):
            return -1
        if len(line.words) <= _MOST_HEADING and self.marks[1].line.prose:
            return 0
        capitals = sum(word[0].isupper() for word in line.words)
        following = set().union(*(_content(mark.line) for mark in self.marks[self.first + 1 : self.first + 3]))
        told_again = len(_content(line) & following) >= max(2, _RESTATED * len(_content(line)))
        return self.first if capitals > 0.7 * len(line.words) or told_again else -1

    @start.default
    def _start(self) -> int:
        """Return the line at which the body begins."""
        first = self.headline + 1
        head_end = self._head_end(first)
        for i in range(head_end, len(self.marks)):
            mark = self.marks[i]
            if mark.run_in or (mark.label is None and mark.line.prose and not self._restates(i)):
                return self._with_heading(i, head_end) if head_end > first else i
        return len(self.marks)

    def _head_end(self, first: int) -> int:
        """Return the line after the by-line, date or dateline that closes the head of the article; ``first`` where there is none."""
        window = range(first, min(first + _WINDOW, len(self.marks)))
        closers = [i for i in window if self._closes_head(i)]
        end = next((i for i in closers if self._may_be_deck(first, i)), None)
        if end is None:
            return first
        for i in closers:
            if i > end and (self.marks[i].run_in or self.marks[i].label == DATELINE) and self._may_be_deck(end, i):
                end = i
        return end if self.marks[end].run_in else end + 1

    def _closes_head(self, i: int) -> bool:
        mark = self.marks[i]
        if mark.run_in or mark.label == DATELINE:
            return True
        return _key(mark.label) in _CLOSERS or (mark.label is None and self.headline >= 0 and is_name(mark.line.text))

    def _may_be_deck(self, first: int, end: int) -> bool:
        """Tell whether the lines up to a by-line or a date are few and short enough to be a deck, and the text goes on after it."""
        between = [mark.line for mark in self.marks[first:end] if mark.label is None and mark.line.prose and not mark.line.bullet]
        words = sum(len(line.words) for line in between)
        if len(between) > _MOST_DECK_LINES or words > _MOST_DECK:
            return False
        return not between or self._mass[end] >= max(2 * words, _TAIL_WORDS)

    def _restates(self, i: int) -> bool:
        """Tell whether the first line after the headline sums up what the next one begins to tell: it shares much of its words, and quotes nobody."""
        if self.headline < 0 or i != self.headline + 1 or i + 1 >= len(self.marks):
            return False
        line, following = self.marks[i].line, self.marks[i + 1]
        if not line.stop and len(line.words) <= _MOST_HEADLINE and following.line.prose and following.label is None:
            return True
        if len(line.words) > _MOST_CAPTION + 5 or not _single(line) or following.label or not following.line.prose or '"' in line.text or "“" in line.text:
            return False
        if _SAYING.search(line.norm):
            return False
        words = _content(line)
        return len(words & _content(following.line)) >= _RESTATED * len(words)

    def _with_heading(self, i: int, head_end: int) -> int:
        """Return the line of the heading right above the first paragraph, where one stands between head and text."""
        above = self.marks[i - 1]
        return i - 1 if i - 1 >= head_end and _loose(above) and above.line.title and len(above.line.words) <= _MOST_HEADING else i

    @property
    def _mass(self) -> list[int]:
        return _masses(self.marks)

    @end.default
    def _end(self) -> int:
        """Return the line at which the article is over and only the site goes on."""
        masses = self._mass
        total = masses[self.start] if self.start < len(self.marks) else 0
        for i in range(self.start + 1, len(self.marks)):
            key = _key(self.marks[i].label)
            if key not in _TAIL:
                continue
            left = masses[i]
            if key == ("comment_form", "open") and total - left >= max(_COMMENTS_AFTER * total, 1):
                return i
            if left <= max(_TAIL_SHARE * total, _TAIL_WORDS if total >= _LEAST_TAIL_TOTAL else 0):
                return i
        return len(self.marks)

    # ------------------------------------------------------------------ zones

    def top(self) -> Iterator[BlockKind]:
        """Yield the kinds of what stands above the headline."""
        above = range(max(self.headline, 0))
        last_menu = max((i for i in above if _key(self.marks[i].label) in _MENUS or self._in_menu(i)), default=-1)
        for i in above:
            mark = self.marks[i]
            if self._in_menu(i):
                yield "navigation"
            elif mark.label:
                yield "category" if mark.label.part in _ITEMS else mark.label.kind
            elif i < last_menu or self._outlet(i) or len(mark.line.words) > _TAG_WORDS:
                yield "site_chrome"
            else:
                yield "category"

    def _in_menu(self, i: int) -> bool:
        """Tell whether a line is one of a run of names of sections or menu items; a kicker right above the headline is not."""
        if not self._item(i) or (i + 1 == self.headline and self.marks[i].label and self.marks[i].label.part == "kicker"):  # type: ignore[union-attr]
            return False
        low, high = i, i
        while low > 0 and self._item(low - 1):
            low -= 1
        while high + 1 < len(self.marks) and self._item(high + 1):
            high += 1
        return high - low + 1 >= _ITEM_RUN

    def _item(self, i: int) -> bool:
        label = self.marks[i].label
        return bool(label and label.part in _ITEMS)

    def _outlet(self, i: int) -> bool:
        """Tell whether a line above the headline is the name of the paper or site."""
        line = self.marks[i].line
        words = line.text.split()
        if not all(word[0].isupper() or not word[0].isalpha() or word in ("of", "the", "and") for word in words):
            return False
        if line.words and line.words[-1].casefold() in wordlist("site_chrome", "outlets"):
            return True
        return any(line.norm in mark.line.norm != line.norm for mark in self.marks if mark.label and mark.label.kind == "site_chrome")

    def head(self) -> Iterator[BlockKind]:
        """Yield the kinds of the headline and what stands between it and the body."""
        if self.headline >= 0:
            yield "headline"
        state = ""
        for i in range(self.headline + 1, self.start):
            mark = self.marks[i]
            state = self._state(mark, state)
            if mark.label:
                yield "category" if mark.label.part in ("item", "sections", "kicker") else mark.label.kind
            elif state == "navigation" and mark.line.title:
                yield "navigation"
            elif self._is_caption(i, above=True):
                yield "caption"
            elif self.headline >= 0 and is_name(mark.line.text):
                yield "byline"
            else:
                yield "deck"

    def _state(self, mark: Mark, state: str) -> str:
        """Return which list, if any, is open after a line."""
        if mark.label:
            opened = _LISTS.get(_key(mark.label), "")
            if not opened and mark.label.kind == "navigation" and mark.label.part == "link" and len(mark.line.words) <= _TAG_WORDS - 1:
                return "navigation"
            return opened
        return "" if mark.line.prose and state != "comment_form" else state

    def body(self) -> Iterator[BlockKind]:
        """Yield the kinds of the article's own lines, and of what stands among them."""
        state = ""
        for i in range(self.start, self.end):
            mark = self.marks[i]
            state = self._state(mark, state)
            if mark.run_in:
                yield "paragraph"
            elif mark.label:
                yield self._labelled(i, mark.label)
            elif state == "navigation" and mark.line.title:
                yield "navigation"
            elif state == "category" and mark.line.title and len(mark.line.words) <= _TAG_WORDS:
                yield "category"
            else:
                yield self._unlabelled(i)

    def _labelled(self, i: int, label: Label) -> BlockKind:
        """Return the kind of a labelled line in the body: the name of a section above a paragraph is a heading there."""
        if (label.part in _ITEMS or _key(label) == ("deck", "open")) and self._before_text(i):
            return "heading"
        if label.kind == "deck":
            return "heading"
        if label.part in _ITEMS:
            return "category"
        return label.kind

    def _before_text(self, i: int) -> bool:
        """Tell whether running text follows, so that a title here can be a heading."""
        following = next((mark for mark in self.marks[i + 1 : self.end] if mark.label is None or mark.label.kind not in ("site_chrome", "navigation")), None)
        if following is None or following.label:
            return False
        line = following.line
        return bool(following.run_in) or line.prose or line.ended or line.bullet or line.stop == ":"

    def _unlabelled(self, i: int) -> BlockKind:
        line = self.marks[i].line
        if self._is_caption(i):
            return "caption"
        if self._is_heading(i):
            return "heading"
        if line.prose or line.stop or line.bullet or any(mark.label is None and mark.line.prose for mark in self.marks[i + 1 : self.end]):
            return "paragraph"
        return self._after_text(i)

    def _is_heading(self, i: int) -> bool:
        line = self.marks[i].line
        if not line.title or line.bullet or len(line.words) > _MOST_HEADING or line.text[0] in "([" or _KEYED.match(line.text) or _CONTACT.search(line.text):
            return False
        if line.stop and not (line.stop == "?" and len(line.words) <= _MOST_QUESTION and _WH.match(line.norm) and line.text[0] not in "“\"'‘-–—"):
            return False
        above = self.marks[i - 1] if i > self.start else None
        if above and above.line.stop == ":" and _loose(above) and not line.gap:
            return False
        if self._before_text(i):
            return True
        alone = line.gap and i + 1 < self.end and self.marks[i + 1].line.gap and self.marks[i + 1].label is None
        return alone and len(line.words) <= _TAG_WORDS

    def _is_caption(self, i: int, *, above: bool = False) -> bool:
        """Tell whether an unlabelled line describes a picture: it poses, or a credit stands beside it."""
        line = self.marks[i].line
        if len(line.words) > _MOST_CAPTION or line.bullet or line.text[0] in "([" or reports(line):
            return False
        if _poses("poses").search(line.norm) and (_single(line) or len(line.words) <= _TWO_SENTENCES):
            return True
        if not _single(line):
            return False
        posing = bool(_poses("poses_only").search(line.norm))
        if posing and above and self.headline >= 0 and i > self.headline + 1 and line.prose:
            return True
        after = i + 1 < len(self.marks) and self.marks[i + 1].label is not None and self.marks[i + 1].label.kind == "credit"  # type: ignore[union-attr]
        before = i > 0 and self.marks[i - 1].label is not None and self.marks[i - 1].label.kind == "credit"  # type: ignore[union-attr]
        return (after and (posing or not line.ended) and i > self.headline + 1) or (before and posing)

    def _after_text(self, i: int) -> BlockKind:
        """Return the kind of a short line after the last paragraph."""
        line = self.marks[i].line
        repeated = self._repeated(i)
        if repeated:
            return repeated
        alone = line.gap and (i + 1 >= len(self.marks) or self.marks[i + 1].line.gap)
        if alone and self._holds_office(line):
            return "caption"
        if is_name(line.text):
            return "byline"
        if _CONTACT.search(line.text) or line.stop or _KEYED.match(line.text) or line.text[0] in "([":
            return "paragraph"
        return "paragraph" if not alone else "navigation" if len(line.words) > _TAG_WORDS else "site_chrome"

    def _repeated(self, i: int) -> BlockKind | None:
        """Return what the line was above the headline, where it stood there too."""
        norm = self.marks[i].line.norm
        kinds = list(self.top())
        return next((kind for mark, kind in zip(self.marks, kinds, strict=False) if mark.line.norm == norm), None)

    def _holds_office(self, line: Line) -> bool:
        """Tell whether a line is an office and a name, as under a portrait."""
        offices = wordlist("byline", "offices")
        words = [word.casefold() for word in line.words]
        capitals = sum(word[0].isupper() for word in line.words)
        return 3 <= len(words) <= 10 and capitals * 2 > len(words) and bool(offices & (set(words) | {" ".join(pair) for pair in zip(words, words[1:], strict=False)}))  # noqa: PLR2004

    def tail(self) -> Iterator[BlockKind]:
        """Yield the kinds of what the site put after the article."""
        state = ""
        above: BlockKind = "site_chrome"
        for i in range(self.end, len(self.marks)):
            mark = self.marks[i]
            label = mark.label
            if state == "comment_form" and (label is None or label.part in _STAYS_A_COMMENT):
                yield "comment_form"
                continue
            state = self._state(mark, state)
            if label and not (state == "category" and label.part in _ITEMS):
                above = self._repeated(i) or "category" if label.part in _ITEMS and label.kind == "category" else label.kind
            else:
                above = self._tail_kind(i, state, above)
            yield above

    def _tail_kind(self, i: int, state: str, above: BlockKind) -> BlockKind:
        line = self.marks[i].line
        if state == "category" and len(line.words) <= _TAG_WORDS:
            return "category"
        if repeated := self._repeated(i):
            return repeated
        if line.title and (state == "navigation" or above == "navigation"):
            return "navigation"
        return "byline" if is_name(line.text) and above in ("byline", "category", "paragraph") else "site_chrome"


def _masses(marks: Sequence[Mark]) -> list[int]:
    """Return, for each line, the words of running text from there to the end."""
    words = [len(mark.line.text.split()) if mark.run_in or (mark.label is None and mark.line.prose) else 0 for mark in reversed(marks)]
    return [*reversed(list(accumulate(words))), 0]
