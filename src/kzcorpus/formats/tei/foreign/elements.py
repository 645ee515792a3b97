"""What the elements of TEI mean for a text: which open a block and of which kind, which interrupt, which are no text at all.

See TEI P5, 3 Elements Available in All TEI Documents, 4 Default Text Structure, 7 Performance Texts, 8 Transcriptions of Speech.
"""

from __future__ import annotations

from typing import Final


def listed(names: str) -> tuple[str, ...]:
    """Return the names of a list that is written on one line."""
    return tuple(names.split())


_PARAGRAPHS = (
    "p ab l item row entryFree eg list table lg castGroup castList sp u div div0 div1 div2 div3 div4 div5 div6 div7 opener closer "
    "postscript salute signed trailer post argument epigraph addrLine imprimatur docEdition front body back group text floatingText "
    "titlePage docTitle castItem spGrp annotationBlock set prologue epilogue performance performances listBibl biblStruct biblFull "
    "listPerson listOrg listPlace listEvent listNym listRelation person personGrp org place event particDesc settingDesc surface "
    "surfaceGrp zone line TEI TEI.2 teiCorpus teiCorpus.2 sourceDoc witList listWit"
)
BLOCKS: Final[dict[str, str]] = {
    **dict.fromkeys(listed(_PARAGRAPHS), "paragraph"),
    "head": "head",
    "titlePart": "headline",
    "byline": "byline",
    "docAuthor": "byline",
    "dateline": "dateline",
    "docDate": "dateline",
    "docImprint": "credit",
    "speaker": "heading",
    "figDesc": "caption",
    "fw": "site_chrome",
}
"""Elements that always open a block of their own, with the kind of the block; ``head`` is a headline or a heading."""
CONTAINERS: Final = frozenset(
    listed(
        "list table lg castGroup castList sp u post div div0 div1 div2 div3 div4 div5 div6 div7 opener closer postscript argument epigraph "
        "front body back group text floatingText titlePage docTitle spGrp annotationBlock set prologue epilogue performance "
        "performances listBibl listPerson listOrg listPlace listEvent listNym listRelation person personGrp org place event particDesc "
        "settingDesc surface surfaceGrp zone TEI TEI.2 teiCorpus teiCorpus.2 sourceDoc witList listWit"
    )
)
"""Blocks that hold blocks: what stands in them without one is a paragraph, and a quotation or a note there is a block of its own."""
EITHER: Final[dict[str, str]] = {
    **dict.fromkeys(listed("q quote said cit seg bibl address formula code gap"), "paragraph"),
    **dict.fromkeys(listed("note noteGrp"), "paragraph"),
    **dict.fromkeys(listed("stage desc incident kinesic vocal writing pause shift figure camera caption sound tech view move"), "caption"),
    "label": "heading",
}
"""Elements that are a block where no paragraph is open, and part of the paragraph where one is."""
MIXED: Final = frozenset(EITHER) - frozenset(listed("seg cit address label figure"))
"""Those of ``EITHER`` that are part of the words around them where such stand beside them without a block of their own."""
INSETS: Final = frozenset(listed("note noteGrp stage speaker desc figure figDesc head fw incident kinesic vocal writing gap"))
"""What interrupts speech: in its text, but nothing that its speaker says."""
APART: Final = frozenset(listed("note stage desc figure figDesc cell"))
"""Elements that are set apart by a space, or a tab, where nothing else stands between them and the words around."""
STANDING: Final[dict[str, dict[str, int]]] = {
    "choice": {
        **dict.fromkeys(listed("corr reg expan ex"), 0),
        **dict.fromkeys(listed("choice seg unclear supplied w"), 1),
        **dict.fromkeys(listed("sic orig abbr am"), 2),
    },
    "app": {"lem": 0, "rdg": 1, "rdgGrp": 1},
    "subst": {"add": 0, "del": 1, "surplus": 1},
}
"""What holds alternatives for one place of the text, and which of them stands: the first of those with the lowest number, as an edition
would print it. Whatever else is in it is no alternative."""
ANALYSIS: Final = frozenset(
    listed(
        "fs fsdDecl fLib fvLib fsDecl interp interpGrp span spanGrp link linkGrp join joinGrp alt altGrp index standOff teiHeader "
        "xenoData timeline certainty precision respons facsimile listAnnotation annotation listTranspose substJoin"
    )
)
"""What says something about the text and is no text."""
BREAKS: Final = frozenset(("lb", "pb", "cb", "gb", "milestone"))
SPEECH: Final = frozenset(("u", "sp", "said", "q", "quote", "post", "writing"))
"""Elements that can be a statement."""
MENTIONED: Final[dict[str, str]] = {
    **dict.fromkeys(listed("persName"), "person"),
    **dict.fromkeys(listed("orgName"), "organization"),
    **dict.fromkeys(listed("placeName geogName settlement country region district bloc"), "place"),
    **dict.fromkeys(listed("date dateStruct dateRange time"), "date"),
    "eventName": "event",
}
TYPED: Final = frozenset(("name", "rs"))
"""Names whose ``type`` tells what they are names of."""
TYPES: Final[dict[str, str]] = {
    **dict.fromkeys(listed("person per pers character persname people"), "person"),
    **dict.fromkeys(listed("organization organisation org orgname institution party company newspaper outlet"), "organization"),
    **dict.fromkeys(listed("place loc location gpe placename city country region settlement"), "place"),
    **dict.fromkeys(listed("event evt"), "event"),
    **dict.fromkeys(listed("group persongroup persongrp"), "group"),
    **dict.fromkeys(listed("document work title"), "document"),
    **dict.fromkeys(listed("date"), "date"),
}
"""What ``type`` of a ``name`` or an ``rs`` says, in lower case, as a type of mention."""
