"""The tests that a mutant meets: which files hold them, how long each takes, and which lines each of them executes; see mutants.py."""

from __future__ import annotations

import hashlib
import importlib
import json
import os
import random
import resource
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
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
FEW = 5
"""So many cases of one test come before all others, and so many tests are enough for a line."""


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
            elif len(found) >= FEW:
                break
        found = found if len(found) >= FEW else set(self.times)
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


def in_child(work: Callable[[], int], folder: Path) -> int:
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


def run_pytest(files: Iterable[str], folder: Path, plugin: object) -> int:
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
    code = run_pytest(files, folder, watching)
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
        children[in_child(lambda job=job, place=place: _watch(names[job::jobs], place), place)] = place  # type: ignore[misc]
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
