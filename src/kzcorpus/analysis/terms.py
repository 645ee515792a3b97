"""What the checks know of English, as data: one TOML file beside this module for each room that needs one."""

from functools import cache
from importlib.resources import files
from typing import Any

from kzcorpus.authority.tables import tables


@cache
def terms(name: str = "terms") -> dict[str, Any]:
    """Return a file of terms by its name without the suffix; do not change what you get.

    >>> "deputy" in terms()["elsewhen"]
    True
    """
    return tables(files("kzcorpus.analysis") / f"{name}.toml")


@cache
def term_set(key: str, name: str = "terms") -> frozenset[str]:
    """Return a list of a file of terms as a set: of words set apart by spaces, or of whole entries where it is a list.

    >>> "some" in term_set("vague_determiners")
    True
    """
    found = terms(name)[key]
    return frozenset(found.split() if isinstance(found, str) else found)
