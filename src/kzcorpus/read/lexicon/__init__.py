"""The vocabulary of reading, as data: one TOML file for each stage that needs one."""

from functools import cache
from importlib.resources import files
from typing import Any

from kzcorpus.authority.tables import tables


@cache
def lexicon(name: str) -> dict[str, Any]:
    """Return a file of the lexicon by its name without the suffix; do not change what you get.

    >>> "Mr" in lexicon("sentences")["abbreviations"]["binding"]
    True
    """
    return tables(files(__name__) / f"{name}.toml")
