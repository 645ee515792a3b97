"""The vocabulary of reading, as data: one TOML file for each stage that needs one."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def lexicon(name: str) -> dict[str, Any]:
    """Return a file of the lexicon by its name without the suffix; do not change what you get.

    >>> "Mr" in lexicon("sentences")["abbreviations"]["binding"]
    True
    """
    return tomllib.loads((files(__name__) / f"{name}.toml").read_text(encoding="utf-8"))
