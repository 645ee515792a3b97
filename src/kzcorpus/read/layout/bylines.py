"""By-lines: whether a line names who wrote the article, and the names it holds."""

import re
from collections.abc import Iterator
from functools import cache

from kzcorpus.model.spans import Span
from kzcorpus.model.statements import Voice
from kzcorpus.read.dating import dates
from kzcorpus.read.layout.lines import Line
from kzcorpus.read.layout.phrasebook import wordlist
from kzcorpus.read.lexicon import lexicon

_PARTICLE = "(?:de|del|della|di|da|dos|van|von|der|den|ter|la|le|bin|ibn|al|el|ul|uulu|kyzy|oglu|ogly|af|zu)"
_PARTICLES = frozenset(_PARTICLE[3:-1].split("|"))
_PART = r"(?:[^\W\d_](?:[’'][^\W\d_])?[\w’'-]*\.?)"
_NAME = re.compile(rf"(?:{_PARTICLE}[ -])?{_PART}(?: (?:{_PARTICLE} )*{_PART}){{0,4}}")
_JOINTS = re.compile(r"\s*[,;|·•&/]\s*|\s+(?:and|with|y|et|und|и|және)\s+|\s+(?:in|at|from|for|of|в|из)\s+[^,;|]*?(?=\s+and\s|[,;|]|$)")
_BY = re.compile(r"\b(?:by|от)\s+|:\s*", re.IGNORECASE)
_MAIL = re.compile(r"\S*@\S+|https?:\S+|\S+\.(?:com|org|net|kz|ru)\b\S*")
_AND = re.compile(r",\s+|\s+(?:and|и|және)\s+|\s*&\s*")
_ROLE_OPENERS = frozenset({"the", "our", "staff"})
_SMALL = frozenset({"and", "for", "of", "in", "at", "from"})
_LONGEST = 30  # words
_MOST_NAMES = 3
_MOST_ROLE = 7  # words
_NAME_WORDS = range(2, 6)


@cache
def _not_names() -> frozenset[str]:
    words = wordlist("category", "sections") | wordlist("category", "menu") | wordlist("category", "kicker") | wordlist("byline", "roles")
    single = {word for phrase in words for word in phrase.split()}
    return frozenset(single | {word.casefold() for word in lexicon("sentences")["words"]["starters"]})


def is_byline(line: Line, phrase: str) -> bool:
    r"""Tell whether a line that begins with the phrase, such as "by", goes on with a name, or with nothing.

    >>> from kzcorpus.read.layout.lines import lines_of
    >>> [is_byline(line, "by") for line in lines_of("By Ada Quiroz\nBy Monday the river had risen.").lines]
    [True, False]
    """
    rest = line.text.lstrip("•-–— ")[len(phrase) :].strip(" :")
    if not rest:
        return True
    words = rest.split()
    if len(words) > _LONGEST or (line.ended and words[-1].strip(".").islower() and len(words[-1]) > 3):  # noqa: PLR2004 -- "Smith Jr."
        return False
    opener = words[0].strip("“\"'")
    return opener[:1].isupper() or opener.casefold() in _ROLE_OPENERS or opener.casefold() in wordlist("byline", "roles") - _SMALL


def may_be_named(text: str) -> bool:
    """Tell whether the first two words may be a name, before anything dearer is asked: capitals, or a particle."""
    words = text.lstrip(",&").split(None, 2)[:2]
    return len(words) == 2 and all(word[0].isupper() or word in _PARTICLES for word in words)  # noqa: PLR2004


def is_name(text: str) -> bool:
    """Tell whether a line is one bare personal name, or up to three of them.

    >>> is_name("Erdni Kagaltynov"), is_name("Security Council"), is_name("The Third Way")
    (True, False, False)
    """
    if text.rstrip().endswith(".") and not text.rstrip().endswith(("Jr.", "Sr.")):
        return False
    bare = text.strip()
    end = _AND.search(bare)
    if end and end.start() and not _one_name(bare[: end.start()]):  # as in most lines, which are sentences
        return False
    names = [name for name in _AND.split(bare) if name]
    return 0 < len(names) <= _MOST_NAMES and all(_one_name(name) for name in names)


def is_signed(text: str) -> bool:
    """Tell whether a line is a bare name with a role: "Marek Dvorský, Freight Editor".

    >>> is_signed("Marek Dvorský, Freight Editor"), is_signed("Almaty, Kazakhstan")
    (True, False)
    """
    name, _, rest = text.partition(",")
    return bool(rest) and _one_name(name.strip()) and has_role(rest)


def has_role(text: str) -> bool:
    """Tell whether words hold the role of somebody who writes: reporter, editor, correspondent.

    >>> has_role("Education reporter")
    True
    """
    words = text.casefold().replace(",", " ").split()
    return 0 < len(words) <= _MOST_ROLE and not wordlist("byline", "writers").isdisjoint(words)


def _one_name(text: str) -> bool:
    words = text.split()
    if len(words) not in _NAME_WORDS or not _NAME.fullmatch(text) or any(map(str.isdigit, text)):
        return False
    if any(word.casefold().strip(".") in _not_names() for word in words):
        return False
    capitals = [word for word in words if word[0].isupper() and (len(word) == 1 or word[1] in ".’'" or word.isupper() or word[1].islower())]
    return len(capitals) >= 2 and all(word in capitals or re.fullmatch(_PARTICLE, word) for word in words)  # noqa: PLR2004


def bylines(text: str, span: Span) -> tuple[Voice, ...]:
    """Return the voices that a by-line names, each once, as spans over the text.

    >>> text = "By court reporter Jun Alcaraz-Bello and Mia Tendero in Tuguegarao"
    >>> [voice.name for voice in bylines(text, Span(0, len(text)))]
    ['Jun Alcaraz-Bello', 'Mia Tendero']
    """
    voices: dict[str, Voice] = {}
    for found in _names(text, span):
        voices.setdefault(found.of(text), Voice(name=found.of(text), span=found, kind="named"))
    return tuple(voices.values())


def _names(text: str, span: Span) -> Iterator[Span]:
    line = span.of(text)
    for found in dates(line, Span(0, len(line))):
        line = line[: found.span.start] + "," * len(found.span) + line[found.span.end :]
    line = _MAIL.sub(lambda mail: "," * len(mail[0]), line)
    start = 0
    for joint in (*_JOINTS.finditer(line), None):
        end = joint.start() if joint else len(line)
        name = _name_in(line, start, end)
        if name:
            yield name.shift(span.start)
        start = joint.end() if joint else end


def _name_in(line: str, start: int, end: int) -> Span | None:
    """Return the name in a piece of a by-line: what follows "by", less the words for a role, if what is left is capitalised.

    A single word is a name only right after "by".
    """
    led = False
    for found in _BY.finditer(line, start, end):
        start, led = found.end(), True
    words = [(start + word.start(), word[0]) for word in re.finditer(r"\S+", line[start:end])]
    roles = wordlist("byline", "roles")
    while words and (not words[0][1][0].isupper() or words[0][1].casefold().strip(".,:") in roles):
        words.pop(0)
    if not words or (len(words) == 1 and not led) or any(word.casefold().strip(".,:") in roles for _, word in words):
        return None
    if words[-1][1].casefold().strip(".,:)") in wordlist("site_chrome", "outlets"):
        return None
    first, last = words[0][0], words[-1][0] + len(words[-1][1])
    name = line[first:last].rstrip(".,:)")
    if (
        not _NAME.fullmatch(name)
        or name.casefold() in _not_names()
        or not all(w[0].isupper() or re.fullmatch(_PARTICLE, w) for w in name.split())
    ):
        return None
    return Span(first, first + len(name))
