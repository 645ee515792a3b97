"""What stands above the headline: the name of the paper, its menus, the section the article is in."""

from collections.abc import Sequence

from kzcorpus.model.articles import BlockKind
from kzcorpus.read.layout.lines import Line
from kzcorpus.read.layout.marks import ITEMS, Mark
from kzcorpus.read.layout.phrasebook import wordlist
from kzcorpus.read.layout.zones import TAG_WORDS, is_menu

_RUN = 3  # lines that make a menu
_SEARCHED = 500  # lines at either end in which the name of the paper is looked for
_OUTLET_LINES = 30
_SMALL = ("of", "the", "and", "&")


def masthead(marks: Sequence[Mark], headline: int) -> list[BlockKind]:
    """Return the kinds of the lines above the headline."""
    above = marks[: max(headline, 0)]
    elsewhere = (*marks[:_SEARCHED], *marks[max(_SEARCHED, len(marks) - _SEARCHED) :]) if above else ()
    outlets = [mark.label is None and i < _OUTLET_LINES and _is_outlet(mark.line, elsewhere) for i, mark in enumerate(above)]
    menu = _menu(above, outlets)
    last_menu = max((i for i, mark in enumerate(above) if menu[i] or is_menu(mark)), default=-1)
    return [_kind(mark, in_menu=menu[i], named=outlets[i] or i < last_menu) for i, mark in enumerate(above)]


def _kind(mark: Mark, *, in_menu: bool, named: bool) -> BlockKind:
    if in_menu or mark.key == ("navigation", "item"):
        return "navigation"
    if mark.label:
        return "category" if mark.label.part in ITEMS else mark.label.kind
    return "site_chrome" if named or mark.line.count > TAG_WORDS else "category"


def _menu(above: Sequence[Mark], outlets: Sequence[bool]) -> list[bool]:
    """Tell of each line whether it is one of a run of menu items: names of sections, and short lines among them.

    A kicker right above the headline, and a section that the menu has named before, say where the article is and are no items.
    """
    out: list[bool] = []
    while len(out) < len(above):
        start = end = len(out)
        while end < len(above) and not outlets[end] and _may_be_item(above[end]):
            end += 1
        out.extend([_is_menu_run(above, start, end)] * max(end - start, 1))
    if out and out[-1] and (above[-1].key[1] == "kicker" or any(mark.line.norm == above[-1].line.norm for mark in above[:-1])):
        out[-1] = False
    return out


def _may_be_item(mark: Mark) -> bool:
    if mark.label:
        return mark.label.part in ITEMS
    return mark.line.title and mark.line.count < TAG_WORDS


def _is_menu_run(above: Sequence[Mark], start: int, end: int) -> bool:
    named = sum(mark.label is not None for mark in above[start:end])
    leads_on = end < len(above) and is_menu(above[end])
    return end - start >= _RUN and (named * 2 >= end - start or (named > 0 and leads_on))


def _is_outlet(line: Line, elsewhere: Sequence[Mark]) -> bool:
    """Tell whether a line is the name of the paper or site: by its last word, or because the site says it again."""
    if line.long or not line.words:
        return False
    capitalised = all(word[0].isupper() or not word[0].isalpha() or word in _SMALL for word in line.text.split())
    if capitalised and line.words[-1].casefold() in wordlist("site_chrome", "outlets"):
        return True
    signed = [mark for mark in elsewhere if mark.key[0] == "site_chrome" and line.norm in mark.line.norm != line.norm]
    return any(capitalised or mark.key[1] == "imprint" for mark in signed)
