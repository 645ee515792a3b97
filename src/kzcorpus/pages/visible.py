"""Text made safe to display: no character of it can steer a terminal, reorder a line, or hide."""

import re

from kzcorpus.analysis.characters import BIDI, CONTROL, INVISIBLE, NONCHARACTER, SEPARATOR

_UNSEEN = re.compile(f"[{CONTROL}\\r{BIDI}{INVISIBLE}{NONCHARACTER}{SEPARATOR}\ud800-\udfff]")
_DELETE, _SPACE = 0x7F, 0x20


def _picture(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < _SPACE:
        return chr(0x2400 + code)
    return "␡" if code == _DELETE else f"<U+{code:04X}>"


def visible(text: str) -> str:
    r"""Return the text with a visible stand-in for every character that has no shape of its own.

    Tabs and newlines stay; CRLF becomes a newline.

    >>> visible("\x1b[31mred\u202e")
    '␛[31mred<U+202E>'
    """
    return _UNSEEN.sub(_picture, text.replace("\r\n", "\n"))


def one_line(text: str) -> str:
    r"""Return the text visibly and on one line: every run of white space is one space.

    >>> one_line("two\n  lines")
    'two lines'
    """
    return visible(" ".join(text.split()))
