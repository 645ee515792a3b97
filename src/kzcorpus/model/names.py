"""Names: one form of what somebody or something is called, with its language, kind and time."""

from typing import Literal

import attrs

from kzcorpus.model.values import Edtf, Language, Text, checked

NameKind = Literal["full", "family", "given", "acronym", "variant", "former"]


@attrs.frozen
@checked
class Name:
    """One form of a name; ``language`` is BCP 47 (``kk-Cyrl``), ``since`` and ``until`` are EDTF.

    >>> Name("Қасым-Жомарт Тоқаев", language="kk-Cyrl", kind="full").language
    'kk-Cyrl'
    """

    text: Text
    language: Language | None = None
    kind: NameKind | None = None
    since: Edtf | None = None
    until: Edtf | None = None
