"""The attacks of tests/benchmarks/xml_attacks.py at a hundredth of their size, in this process: refused, and nothing opened."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from attacks import SECRET, SOUND, Attack, attacks

import kzcorpus as kz
from kzcorpus.errors import MESSAGE_LIMIT, KzcorpusError

SCALE = 0.002
ALL = attacks(Path("secrets"), 9)
WATCHED: dict[str, Any] = {"to": None, "allowed": ""}
PACKAGE = str(Path(kz.__file__).parent)


def watch(event: str, arguments: tuple[Any, ...]) -> None:
    if WATCHED["to"] is not None and (event == "open" or event.startswith(("socket.", "subprocess."))):
        name = str(arguments[0]) if arguments else ""
        # the encodings of Python, and what belongs to the package, are loaded when they are first needed
        if name != WATCHED["allowed"] and not name.startswith((PACKAGE, sys.base_prefix, sys.prefix)):
            WATCHED["to"].append(f"{event} {name}")


sys.addaudithook(watch)


def outcome(door: Callable[[Path], object], path: Path) -> tuple[bool, str]:
    """Return whether a door refused a file, and what it said."""
    try:
        found = door(path)
    except KzcorpusError as error:
        return True, str(error)
    listed = isinstance(found, tuple) and found and isinstance(found[0], kz.Finding)
    return bool(listed), "\n".join(map(str, found))[:MESSAGE_LIMIT] if listed and isinstance(found, tuple) else ""


def test_there_are_many() -> None:
    assert len(ALL) >= 60
    assert kz.loads(SOUND, format="tei").id == "c"


@pytest.mark.parametrize("attack", ALL, ids=lambda attack: attack.name)
def test_an_attack_is_refused_and_opens_nothing(attack: Attack, tmp_path: Path) -> None:
    for name in ("secret.txt", "secret.dtd"):
        (tmp_path / name).write_text(f'<!ENTITY secret "{SECRET}">' if name.endswith("dtd") else SECRET)
    path = tmp_path / f"attack{attack.suffix}"
    built = next(one for one in attacks(tmp_path, 9) if one.name == attack.name).build(SCALE)
    path.write_bytes(built)
    small = any(word in attack.name for word in ("MB", "000", "million"))  # what is large is only wrong where it is
    for door in (kz.load, kz.validate, lambda path: tuple(kz.iter_articles(path))):
        touched: list[str] = []
        WATCHED.update(to=touched, allowed=str(path))
        try:
            refused, message = outcome(door, path)
        finally:
            WATCHED["to"] = None
        assert touched == []
        assert len(message) <= MESSAGE_LIMIT
        assert SECRET not in message
        if not (attack.partly or small):
            assert refused is not attack.harmless, message
