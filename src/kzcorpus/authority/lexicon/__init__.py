"""Vocabulary about names, as data: titles and roles, nationalities, institutions. Read from TOML when first asked for."""

from functools import cache
from importlib.resources import files
from typing import Any

from kzcorpus.authority.tables import tables


@cache
def vocabulary(name: str) -> dict[str, Any]:
    """Return the tables of ``authority/lexicon/NAME.toml``, parsed once."""
    return tables(files(__name__) / f"{name}.toml")
