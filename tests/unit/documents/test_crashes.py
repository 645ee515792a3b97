"""A short run of tests/benchmarks/crash.py: whatever happens to a writer, the old file or the new one stands there, and nothing else."""

import os
import random
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
crash = pytest.importorskip("crash", reason="needs fork, kill and limits of POSIX")
pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs fork, kill and limits of POSIX")


@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
@pytest.mark.parametrize(("rounds_of", "rounds"), [(crash.append_kills, 20), (crash.append_limit, 4)])
def test_what_was_appended_stays_and_nothing_is_torn_but_an_end(rounds_of: Callable[..., Any], rounds: int, tmp_path: Path) -> None:
    seen = rounds_of(crash.Stream(tmp_path), rounds, random.Random(1))  # noqa: S311 -- no secret
    assert seen["rounds"] == rounds
    assert {name: seen[name] for name in crash.WRONG if seen[name]} == {}
    assert rounds_of is crash.append_kills or seen["refused"]


@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
@pytest.mark.parametrize("format_", crash.FORMATS)
@pytest.mark.parametrize(("rounds_of", "rounds"), [(crash.kills, 20), (crash.size_limit, 10)])
def test_nothing_is_torn_and_nothing_is_left(rounds_of: Callable[..., Any], rounds: int, format_: str, tmp_path: Path) -> None:
    seen = rounds_of(crash.Folder(tmp_path, format_), rounds, random.Random(1))  # noqa: S311 -- no secret
    assert seen["rounds"] == rounds
    assert {name: seen[name] for name in crash.WRONG if seen[name]} == {}
    assert rounds_of is crash.kills or seen["refused"]
