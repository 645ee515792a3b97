"""Adversarial families of raw text, each made of one unit again and again: what ``adversarial.py`` and ``growth.py`` measure.

A text of nothing but one unit is in no language, and then few rules read it. So most families stand behind a page of English prose, which
is long enough that the reader takes all that follows for English and puts every rule to it.
"""

import base64
import random

PROSE = (
    "The ferry to the island was late again on that morning, and the people who had come down to the water stood in the rain with their "
    "bags. Nobody knew why it had not left the other harbour, since the wind was not strong and the sea was calm for the season. In the "
    "office of the company there was a light, but the door had been locked from the inside and no one would come to open it. "
)
OPENING = PROSE * 4 + "\n"

SPEECH = {
    "plain reports": "He said that it was so. ",
    "speech after a sentence about who speaks": 'He said that it rained. He left. "We go home now today friends." ',
    "claims in quotations": '"The mayor said that the road was closed today," he said. ',
    "speech that may run on": '"It was very late today," he said. But we went home. ',
    "a quotation over paragraphs": '"And it was very late that night.\n\n',
    "a portfolio": "of defence ",
    "said": "said ",
    "he said": "he said ",
    "he said that": "he said that ",
    "said, said": "said, ",
    "according to": "according to ",
    "according to him": "according to him, ",
    "the claim that": "the claim that ",
    "allegedly": "allegedly ",
    "to say": "to say ",
    "capital before a colon": "A: ",
    "colons": ": ",
    "who": ", who ",
    "he he he": "he ",
    "He. She.": "He. She. ",
    "telling and adding": "he told her, adding that ",
    "speeches of one letter": "“a” he said. ",
    "speeches and reports": "he said. “No.” ",
    "speeches that open again and again": "I said “I said ",
    "speeches in lines": "“No way at all,” he said.\n",
    "paragraphs that open only": "\n“No way at all then\n",
    "names that say": "Ada Quiroz said it. ",
    "questions and answers": "Q: Why so?\nA: Because of it.\n",
}
MARKS = {
    "opening marks": "“",
    "closing marks": "” ",
    "straight marks": '"',
    "straight marks, spaced": '" ',
    "straight marks around a letter": '"a" ',
    "opening and closing": "“”",
    "opening and closing, spaced": "“ ” ",
    "opened around a word each": "“a ",
    "nested in three styles": "“a ‘b «c ",
    "nested and closed": "“a ‘b’ c” ",
    "quoted sentences, never closed": ". “Bcd efg hij klm nop ",
    "apostrophes": "'",
    "apostrophes, spaced": "' ",
    "apostrophes around letters": "'a' ",
    "of the dogs'": "dogs' ",
    "don't": "don't ",
    "backticks": "``a'' ",
    "inches": '5" ',
    "angle marks": "«",
    "corner marks": "「a」",
    "dashes": "- ",
    "long dashes": "—",
    "dashed speech in lines": "— No, he said.\n",
    "brackets": "(",
    "brackets around a letter": "(a) ",
    "square brackets": "[1]",
    "ellipses": "…",
    "ellipses of points": "... ",
    "points": ".",
    "points, spaced": ". ",
    "exclamation and question marks": "?! ",
    "commas": ", ",
    "bullets": "• ",
    "bullets in lines": "• one thing\n",
    "slashes": "a/",
    "underscores": "_",
}
WORDS = {
    "the": "the ",
    "of the": "of the ",
    "that": "that ",
    "capitals": "A ",
    "letters without a space": "x",
    "one letter a line": "a\n",
    "one letter a paragraph": "a\n\n",
    "sentences of a letter": "a. ",
    "sentences of a capital": "Ab. ",
    "initials": "A. B. C. ",
    "initials before a name": "J. K. Ames ",
    "Mr.": "Mr. ",
    "acronyms": "NATO ",
    "acronyms with points": "U.S.A. ",
    "acronyms explained": "World Trade Body (WTB) ",
    "a name": "Ada Quiroz ",
    "names, all different": "@",
    "a name and its title": "Foreign Minister Ada Quiroz, ",
    "a known name": "Kazakhstan ",
    "a known person": "Kassym-Jomart Tokayev ",
    "known names in a row": "Russia, China, Kazakhstan and Moscow, ",
    "descriptions": "the Kazakh president and the minister ",
    "proper names in chains": "A, ",
    "of": "Union of ",
    "hyphens": "A-",
    "long words": "antidisestablishmentarianism" * 40 + " ",
    "letters in base64": "@",
    "hexadecimal digits": "0f9a",
}
DATES = {
    "days": "October 14 ",
    "days with a year": "October 14, 2022, ",
    "months": "May ",
    "years": "2022 ",
    "weekdays": "on Friday ",
    "from May 5 to": "from May 5 to ",
    "digits": "1",
    "digits, spaced": "7 ",
    "fractions": "1/",
    "clock times": "21:02\n",
    "datelines": "ASTANA - ",
    "datelines in lines": "ASTANA, October 14 - \n",
    "days written with points": "14.10.2022 ",
}
LAYOUT = {
    "newlines": "\n",
    "carriage returns": "\r",
    "mixed newlines": "\r\n\n\r\v\f\x85\u2028\u2029",
    "spaces": " ",
    "tabs": "\t",
    "no-break spaces in lines": "\xa0\n",
    "full stops in lines": ".\n",
    "bylines": "By Ada Quiroz\n",
    "credits": "Photo: A\n",
    "navigation": "Home\n",
    "tags": "Tags\n",
    "share": "Share\n",
    "copyright": "© ",
    "headings": "Talks on water end\n\n",
    "a form of comments": "Leave a Reply\n",
    "HTML": '<p class="a"><a href="/b">c</a></p>\n',
    "heads of letters": "From: a@b.org\nTo: c@d.org\nSubject: e\n\n",
    "replies to replies": ">>>> a\n",
    "a table": "a | 1 | 2,5 | %\n",
    "a table of tabs": "a\t1\t2\n",
    "items": "- item\n",
    "addresses": "https://example.org/a?b=c ",
    "wrapped lines": "the water of the lake which was\n",
}
SCALARS = {
    "NUL": "\x00",
    "replacement characters": "�",
    "bidi controls": "\u202e",
    "bidi controls in words": "a\u202eb\u202c ",
    "combining marks": "a" + "\u0301" * 20,
    "combining marks alone": "\u0301",
    "joiners": "\u200d",
    "emoji": "😀",
    "a family of emoji": "👩\u200d👩\u200d👧\u200d👦 ",
    "CJK": "他说没有。",
    "Cyrillic": "Он сказал, что да. ",
    "Arabic": "قال إنه لا. ",
    "astral letters": "𝔞𝔟 ",
    "noncharacters": "\uffff\ufdd0",
    "ideographic full stops": "。",
    "lines parted by U+2028": "a\u2028",
}
RAW = {
    "bytes that are no UTF-8": b"\xe9\xff",
    "bytes cut in the middle": b"\xe4\xbb",
    "UTF-16 bytes": "he said “a” ".encode("utf-16-le"),
    "bytes of Windows": "he said “a” ".encode("windows-1252"),
    "every byte": bytes(range(256)),
}


def _random(name: str, size: int) -> str:
    """Return the families that repeat nothing; the same each time."""
    chance = random.Random(0)  # noqa: S311 -- no secret
    if "base64" in name:
        return base64.encodebytes(chance.randbytes(size * 3 // 4)).decode()
    letters = "abcdefghijklmnopqrstuvwxyz"
    words = ("".join(chance.choices(letters, k=6)).title() for _ in range(size // 20 * 2))
    return "".join(f"{word} {next(words)} said. " for word in words)


def text(name: str, unit: str, size: int) -> str:
    """Return a page of English, and after it a unit again and again up to a size in bytes."""
    if unit == "@":
        return OPENING + _random(name, size - len(OPENING))
    return OPENING + unit * max(1, (size - len(OPENING)) // len(unit.encode()))


def raw(name: str, unit: bytes, size: int) -> bytes:
    """Return bytes, again and again, behind a page of English; those of UTF-16 behind their mark."""
    opening = b"\xff\xfe" + OPENING.encode("utf-16-le") if "UTF-16" in name else OPENING.encode()
    return opening + unit * max(1, (size - len(opening)) // len(unit))


TEXTS = {**SPEECH, **MARKS, **WORDS, **DATES, **LAYOUT, **SCALARS}
