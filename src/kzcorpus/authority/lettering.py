"""A text as bytes, one a code point, in which words are looked for at the speed of bytes, whatever the script.

Each letter and digit of ASCII has a byte of its own, all other letters share these, and whatever parts words is a space. So the same word
has the same bytes wherever it stands, and only where a text has letters beyond ASCII may two words that differ be alike.
"""

import codecs
import re
import string
from collections import Counter
from collections.abc import Iterable

SPACE = b" "
_ASCII = bytes(range(128))
_MARKS = "\u00a0«»·‐‑–—‘’‚“”„•…№−"  # common in texts of other scripts, so that these are read fast
_STRANGERS = 4  # characters without a byte that are replaced one by one, which is faster where a text has few
_TABLE = 256  # characters of which each has a byte in the first of two steps
_SIGNS = string.digits + string.ascii_uppercase + string.ascii_lowercase
# With the space these are the bytes 0 to 62, and 63 is in no word: 64 kinds of bytes, for which an automaton needs half the room of 65.
_OWN = {sign: byte if byte < ord(SPACE) else byte + 1 for byte, sign in enumerate(_SIGNS)}
_OTHER = 63
_LETTER = re.compile(r"\w")
CAPITALS = frozenset(_OWN[letter] for letter in string.ascii_uppercase)


class Lettering:
    """How texts are read in which certain words are looked for: the letters of these words are read fastest.

    >>> lettering = Lettering(["Тоқаев"])
    >>> (one, one_apart), (other, other_apart) = lettering.read("So Tokayev!"), lettering.read("So Тоқаев, ")
    >>> one[:3] == other[:3], one[-1:], other[-2:], one_apart, other_apart
    (True, b' ', b'  ', True, False)
    """

    def __init__(self, words: Iterable[str]) -> None:
        count = Counter(letter for word in words if not word.isascii() for letter in word if "\x7f" < letter < "\ufffe")
        letters = sorted(count.keys() - set(_MARKS), key=lambda letter: (-count[letter], letter))
        table = [*map(chr, _ASCII), *_MARKS, *letters][:_TABLE]
        self._narrow = codecs.charmap_build("".join(table).ljust(_TABLE, "\ufffe"))
        self._apart = bytes(_byte(sign, _OTHER) for sign in table).ljust(_TABLE, SPACE)
        self._shared = bytes(_byte(sign, _alike(place, sign)) for place, sign in enumerate(table)).ljust(_TABLE, SPACE)
        self._unknown = re.compile(rf"[^\W{re.escape(''.join(filter(_LETTER.match, table)))}]+")

    def read(self, text: str) -> tuple[bytes, bool]:
        """Return the bytes of a text, and whether different words have different ones in it, for it has no letters that share bytes."""
        narrow = self._narrowed(text)
        read = narrow.translate(self._apart)
        return (narrow.translate(self._shared), False) if _OTHER in read else (read, True)

    def _narrowed(self, text: str) -> bytes:
        if text.isascii():
            return text.encode()
        beyond = text.encode("utf-8", "surrogatepass").translate(None, _ASCII)
        if len(beyond) < len(text) and not _LETTER.search(beyond.decode("utf-8", "surrogatepass")):
            return text.encode("ascii", "replace")  # a question mark parts words too
        for _ in range(_STRANGERS):
            try:
                return codecs.charmap_encode(text, "strict", self._narrow)[0]
            except UnicodeEncodeError as error:
                sign = text[error.start]
                text = text.replace(sign, "_" if _LETTER.match(sign) else " ")
        text = self._unknown.sub(lambda letters: "_" * len(letters[0]), text)
        return codecs.charmap_encode(text, "replace", self._narrow)[0]


def _byte(sign: str, other: int) -> int:
    """Return the byte of a character: ``other`` for a letter beyond ASCII, or what else is a part of words."""
    return _OWN.get(sign, other if _LETTER.match(sign) else ord(SPACE))


def _alike(place: int, letter: str) -> int:
    """Return the byte that a letter shares with one of ASCII: a capital with a capital."""
    return _OWN[(string.ascii_uppercase if letter.isupper() else string.ascii_lowercase)[place % 26]]
