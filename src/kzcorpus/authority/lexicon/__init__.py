"""Vocabulary about names, as data: titles and roles, nationalities, institutions. Read from TOML when first asked for."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def vocabulary(name: str) -> dict[str, Any]:
    """Return the tables of ``authority/lexicon/NAME.toml``, parsed once."""
    return tomllib.loads((files(__name__) / f"{name}.toml").read_text(encoding="utf-8"))
