"""Run the tests of a mutant in a process of its own, which loads the package anew with one module changed; see mutants.py."""

from __future__ import annotations

import contextlib
import importlib
import importlib.machinery
import importlib.util
import os
import shutil
import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import mutating
import pytest
from mutanttests import FEW, ROOT, in_child, run_pytest

if TYPE_CHECKING:
    import types
    from collections.abc import Generator, Sequence

    from mutanttests import Watch
    from mutating import Mutant

FAST = 2.5
SLOW = 30.0
"""Seconds of tests, as they took without a change, that a mutant meets at first, and in all."""


class Chosen:
    """A plugin of pytest that runs some tests only, in the order given, each within ten times its time and five seconds."""

    def __init__(self, names: Sequence[str], times: dict[str, float]) -> None:
        self.order = {name: number for number, name in enumerate(names)}
        self.times = times

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = sorted((item for item in items if item.nodeid in self.order), key=lambda item: self.order[item.nodeid])

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, Any, Any]:
        signal.setitimer(signal.ITIMER_PROF, 10 * self.times[item.nodeid] + 5)
        result = yield
        signal.setitimer(signal.ITIMER_PROF, 0)
        return result


class _Loader(importlib.machinery.SourceFileLoader):
    """Gives the mutated code in the place of what the file holds."""

    mutated: Any = None

    def get_code(self, fullname: str) -> types.CodeType | None:
        code: types.CodeType = compile(self.mutated, self.path, "exec", dont_inherit=True)
        return code if fullname else None


class _Finder:
    def __init__(self, mutant: Mutant) -> None:
        parts = Path(mutant.path).with_suffix("").parts
        self.name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        self.path = ROOT / "src" / mutant.path
        self.tree = mutating.mutated(self.path.read_text(encoding="utf-8"), mutant)

    def find_spec(self, name: str, path: object = None, target: object = None) -> importlib.machinery.ModuleSpec | None:
        del path, target
        if name != self.name:
            return None
        loader = _Loader(name, str(self.path))
        loader.mutated = self.tree
        return importlib.util.spec_from_file_location(name, self.path, loader=loader)


def _nearness(name: str, mutant: Mutant) -> int:
    """Tell how near a test stands to what is changed: of the module's own file or a golden one, of its room, or elsewhere."""
    file, changed = Path(name.partition("::")[0]), Path(mutant.path)
    if changed.stem.removesuffix("_").removesuffix("s") in file.stem or "golden" in file.parts:
        return 0
    return 2 - (Path("tests", "unit", *changed.parent.parts[1:3]) in file.parents)


def _split(names: Sequence[str], mutant: Mutant, times: dict[str, float]) -> tuple[list[str], list[str]]:
    """Return the tests to run at first, and those to run if none of them has failed, within their time.

    Of the many cases of one test function a few come before all others; tests near to the module come first.
    """
    by_function: dict[str, list[str]] = {}
    for name in names:
        by_function.setdefault(name if "/golden/" in name else name.partition("[")[0], []).append(name)
    some = [name for tests in by_function.values() for name in tests[:FEW]]
    others = [name for tests in by_function.values() for name in tests[FEW:]]
    ranked = [*sorted(some, key=lambda name: (_nearness(name, mutant), times[name])), *sorted(others, key=times.__getitem__)]
    first: list[str] = []
    rest: list[str] = []
    spent = 0.0
    for name in ranked:
        spent += times[name]
        if spent <= SLOW:
            (first if spent <= FAST else rest).append(name)
    return first, rest


class Outcome(NamedTuple):
    """How a mutant ended: killed, timed out, survived, or not covered by any test."""

    mutant: Mutant
    how: str


def _run(mutant: Mutant, names: Sequence[str], times: dict[str, float], folder: Path) -> int:
    finder = _Finder(mutant)
    sys.meta_path.insert(0, finder)
    importlib.import_module(finder.name)  # before pytest, which would load the files it is given by itself
    return run_pytest(dict.fromkeys(name.partition("::")[0] for name in names), folder, Chosen(names, times))


class Running:
    """One mutant on its way through its tests."""

    def __init__(self, mutant: Mutant, watch: Watch, folder: Path) -> None:
        self.mutant = mutant
        self.watch = watch
        self.folder = folder
        self.stages = [stage for stage in _split(watch.tests_of(mutant), mutant, watch.times) if stage]

    def start(self) -> int:
        """Run the next tests and return the number of the process."""
        names = self.stages.pop(0)
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir()
        self.until = time.monotonic() + 300 + 20 * sum(self.watch.times[name] for name in names)
        return in_child(lambda: _run(self.mutant, names, self.watch.times, self.folder), self.folder)

    def ended(self, status: int) -> str | None:
        """Return how the mutant ended, or None where it has tests to meet yet."""
        code = os.waitstatus_to_exitcode(status)
        if code in (-signal.SIGPROF, -signal.SIGKILL):
            return "timed out"
        if code not in (0, 5):
            return "killed"
        return None if self.stages else "survived"


def outcomes(mutants: Sequence[Mutant], watch: Watch, jobs: int, folder: Path) -> Generator[Outcome, None, None]:
    """Yield how each mutant ended, as they end."""
    waiting = [Running(mutant, watch, folder / f"mutant{number}") for number, mutant in enumerate(mutants)]
    yield from (Outcome(one.mutant, "not covered") for one in waiting if not one.stages)
    waiting = [one for one in waiting if one.stages][::-1]
    running: dict[int, Running] = {}
    while waiting or running:
        while waiting and len(running) < jobs:
            one = waiting.pop()
            running[one.start()] = one
        pid, status = os.waitpid(-1, os.WNOHANG)
        if not pid:
            for late in [pid for pid, one in running.items() if time.monotonic() > one.until]:
                os.killpg(late, signal.SIGKILL)
            time.sleep(0.02)
            continue
        one = running.pop(pid)
        how = one.ended(status)
        if how is None:
            running[one.start()] = one
            continue
        with contextlib.suppress(ProcessLookupError):
            os.killpg(pid, signal.SIGKILL)  # what its tests may have left
        shutil.rmtree(one.folder, ignore_errors=True)
        yield Outcome(one.mutant, how)
