"""A short run of every fuzz target; ``python tests/fuzz/run.py`` makes long ones."""

import random
import sys
from pathlib import Path

import pytest
from hypothesis import settings

sys.path.insert(0, str(Path(__file__).parent))
from targets import TARGETS

FEW = 40
MANY = 1_000


@pytest.mark.parametrize("name", TARGETS)
def test_whatever_a_reader_is_given(name: str) -> None:
    asked = settings.default.max_examples if settings.default else FEW
    settings(max_examples=asked if asked > MANY else min(asked, FEW))(TARGETS[name].test)()


@pytest.mark.parametrize("name", TARGETS)
def test_bytes_of_another_fuzzer_drive_a_target(name: str) -> None:
    chance = random.Random(name)  # noqa: S311 -- no secret
    tried = [TARGETS[name].test.hypothesis.fuzz_one_input(chance.randbytes(size)) for size in (0, 10, 100, 1_000, 4_000)]
    assert any(one is not None for one in tried)
