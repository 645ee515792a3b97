"""Run the tests of a mutant in a process of its own, which loads the package anew with one module changed; see mutants.py."""

from __future__ import annotations

import contextlib
import hashlib
import importlib
import importlib.machinery
import importlib.util
import json
import os
import random
import resource
import shutil
import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import mutating
import pytest

if TYPE_CHECKING:
    import types
    from collections.abc import Callable, Generator, Iterable, Sequence

    import coverage
    from mutating import Mutant

ROOT = Path(__file__).parents[2]
TESTS = (
    *("src/kzcorpus/model", "src/kzcorpus/formats"),
    *(f"tests/unit/{room}" for room in ("model", "formats", "documents", "cli", "test_errors.py")),
    *("tests/property", "tests/malformed", "tests/golden", "tests/foreign", "tests/fuzz", "tests/contract/test_security_page.py"),
)
"""What holds the model and the formats; tests of reading use them too, but are not asked."""
OF_READING = frozenset(
    f"test_{name}_laws.py"
    for name in [
        "calibration",
        "date",
        "difference",
        "error_class",
        "extractor",
        "matching",
        "names",
        "news",
        "reading_front",
        "splitting",
        "statement",
    ]
)
LONG = frozenset({"test_any_text.py", "test_crashes.py", "test_laws_of_checks.py"})
"""Programs of many seconds: they are not asked either."""
_OPTIONS = ("-q", "-x", "-p", "_hypothesis_pytestplugin", "-p", "no:cacheprovider", "-p", "no:faulthandler")
_MEMORY = 4 << 30
_FEW = 5
FAST = 2.5
SLOW = 30.0
"""Seconds of tests, as they took without a change, that a mutant meets at first, and in all."""


class Watch:
    """What is known of the tests: how long each takes, and which of them execute each line; line 0 stands for any line of a file."""

    def __init__(self, times: dict[str, float], lines: dict[str, dict[int, set[str]]]) -> None:
        self.times = times
        self.lines = lines

    def tests_of(self, mutant: Mutant) -> list[str]:
        """Return the tests that execute what a mutant changes, fastest first.

        What runs when a module is loaded, or is remembered from one test to the next, next to none seem to execute: then those that use
        the module, else those that use its folder, else all.
        """
        lines, folder = self.lines.get(mutant.path, {}), mutant.path.rpartition("/")[0]
        near = (here.get(0, set()) for path, here in self.lines.items() if path.rpartition("/")[0] == folder)
        found: set[str] = set()
        for some in (
            *(lines.get(line, set()) for line in range(mutant.line, mutant.end + 1)),
            None,
            lines.get(0, set()),
            None,
            *near,
            None,
        ):
            if some is not None:
                found |= some
            elif len(found) >= _FEW:
                break
        found = found if len(found) >= _FEW else set(self.times)
        return sorted(found, key=self.times.__getitem__)


class Watching:
    """A plugin of pytest that notes lines and times."""

    def __init__(self, cover: coverage.Coverage) -> None:
        self.cover = cover
        self.times: dict[str, float] = {}

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, Any, Any]:
        self.cover.switch_context(item.nodeid)
        began = time.process_time()
        result = yield
        self.times[item.nodeid] = time.process_time() - began
        self.cover.switch_context("")
        return result


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


def _in_child(work: Callable[[], int], folder: Path) -> int:
    """Run something in a process of its own, which ends with the number it returns; return the number of the process."""
    sys.stdout.flush()
    sys.stderr.flush()
    pid = os.fork()
    if pid:
        return pid
    code = 99
    try:
        os.setsid()
        out = os.open(folder / "output", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        os.dup2(out, 1)
        os.dup2(out, 2)
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        code = work()
    finally:
        os._exit(code)


def _pytest(files: Iterable[str], folder: Path, plugin: object) -> int:
    os.environ.pop("HYPOTHESIS_NO_PLUGINS")
    os.chdir(ROOT)
    addopts = "addopts=--strict-markers --import-mode=importlib --doctest-modules"
    return pytest.main([*_OPTIONS, "-o", addopts, f"--basetemp={folder / 'tmp'}", *files], plugins=[plugin, _Entry()])


class _Entry:
    """A plugin of pytest that registers our strategies, which Hypothesis left out when it was loaded."""

    def pytest_configure(self) -> None:
        from hypothesis.entry_points import run  # noqa: PLC0415 -- loads the package, mutated by now

        run()


def _watch(files: Sequence[str], folder: Path) -> int:
    import coverage  # noqa: PLC0415

    cover = coverage.Coverage(data_file=None, branch=False, source_pkgs=["kzcorpus.model", "kzcorpus.formats"], messages=False)
    watching = Watching(cover)
    cover.start()
    code = _pytest(files, folder, watching)
    cover.stop()
    data = cover.get_data()
    lines = {Path(name).relative_to(ROOT / "src").as_posix(): data.contexts_by_lineno(name) for name in data.measured_files()}
    (folder / "watched.json").write_text(json.dumps({"times": watching.times, "lines": lines}), encoding="utf-8")
    return code


def _files() -> list[str]:
    """Return the files of tests that are asked."""
    found = [ROOT / name for name in TESTS if (ROOT / name).exists()]
    files = [path for one in found for path in (sorted(one.rglob("*.py")) if one.is_dir() else [one])]
    return [path.relative_to(ROOT).as_posix() for path in files if path.name not in OF_READING | LONG | {"conftest.py"}]


def _digest(name: str) -> str:
    return hashlib.sha256((ROOT / name).read_bytes()).hexdigest()


def watched(jobs: int, folder: Path, kept: Path | None = None) -> Watch:
    """Return what is known of the tests, which run once for it; what the file knows of those that have not changed is taken from there.

    Of a module that has changed since only those tests are known that use it.
    """
    warm()
    digests = {name: _digest(name) for name in _files()}
    modules = {path.relative_to(ROOT / "src").as_posix(): _digest(path.as_posix()) for path in (ROOT / "src").rglob("*.py")}
    nothing: dict[str, dict[str, Any]] = {"files": {}, "modules": {}, "times": {}, "lines": {}}
    old = json.loads(kept.read_text(encoding="utf-8")) if kept and kept.exists() else nothing
    changed = [name for name, digest in digests.items() if old["files"].get(name) != digest]
    watch = _watch_files(changed, jobs, folder)
    names = list(old["times"])
    still = {name for name in names if digests.get(file := name.partition("::")[0]) == old["files"].get(file)}
    watch.times |= {name: old["times"][name] for name in still}
    for path, by_line in old["lines"].items():
        here = watch.lines.setdefault(path, {0: set()})
        for line, tests in by_line.items():
            here.setdefault(int(line), set()).update({names[place] for place in tests} & still)
        if modules.get(path) != old["modules"].get(path):
            watch.lines[path] = {0: here[0]}
    if kept and changed:
        number = {name: place for place, name in enumerate(watch.times)}
        lines = {path: {line: sorted(map(number.__getitem__, tests)) for line, tests in here.items()} for path, here in watch.lines.items()}
        kept.write_text(json.dumps({"files": digests, "modules": modules, "times": watch.times, "lines": lines}), encoding="utf-8")
    return watch


def warm() -> None:
    """Load what tests need beside the package, which every process then has."""
    sys.path.insert(0, str(ROOT / "src"))
    os.environ |= {"HYPOTHESIS_NO_PLUGINS": "1", "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "KZCORPUS_HYPOTHESIS": "mutants"}
    for name in ("attrs", "cattrs", "hypothesis.stateful", "hypothesis.strategies", "jsonschema", "langcodes", "lxml.etree"):
        importlib.import_module(name)
    if any(name.partition(".")[0] == "kzcorpus" for name in sys.modules):
        raise RuntimeError("the package is loaded before it is mutated")


def _watch_files(names: list[str], jobs: int, folder: Path) -> Watch:
    """Run some files of tests once, and return what is known of them then."""
    names = random.Random(0).sample(names, len(names))  # noqa: S311 -- so that no process has all that is slow
    children = {}
    for job in range(min(jobs, len(names))):
        (place := folder / f"watch{job}").mkdir()
        children[_in_child(lambda job=job, place=place: _watch(names[job::jobs], place), place)] = place  # type: ignore[misc]
    watch = Watch({}, {})
    for pid, place in children.items():
        _, status = os.waitpid(pid, 0)
        if os.waitstatus_to_exitcode(status):
            raise SystemExit(f"tests fail without any change:\n{(place / 'output').read_text(encoding='utf-8')[-4000:]}")
        part = json.loads((place / "watched.json").read_text(encoding="utf-8"))
        watch.times |= part["times"]
        for path, by_line in part["lines"].items():
            here = watch.lines.setdefault(path, {0: set()})
            for line, tests in by_line.items():
                here.setdefault(int(line), set()).update(set(tests) - {""})
                here[0].update(set(tests) - {""})
    return watch


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
    some = [name for tests in by_function.values() for name in tests[:_FEW]]
    others = [name for tests in by_function.values() for name in tests[_FEW:]]
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
    return _pytest(dict.fromkeys(name.partition("::")[0] for name in names), folder, Chosen(names, times))


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
        return _in_child(lambda: _run(self.mutant, names, self.watch.times, self.folder), self.folder)

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
