# ruff: noqa: T201, S311 -- a program that prints its table, and draws at random
"""Kill the writer, fill the disk, limit the size of files, take the folder's permission away: what stands in the file afterwards?

    python tests/benchmarks/crash.py [--kills 1000] [--appends 300] [--rounds 100] [--seed 0]

Every round writes a corpus over another one with ``kz.dump``. Afterwards the file is the old one or the new one, byte for byte, and after
the next write nothing else stands in the folder. Others append articles to a file: afterwards every article is there whose writing had
returned, and no part of another but at the end, which the next writer takes away. The full disk and the folder that cannot be written are
file systems of their own, which need ``unshare`` and ``mount`` (Linux, user namespaces); without them those rounds are left out, and the
table says so.
"""

import argparse
import os
import random
import resource
import signal
import stat
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import count, islice
from pathlib import Path

import kzcorpus as kz

FORMATS = ("json", "jsonl", "xml")
_MOUNTED = "KZCORPUS_CRASH_MOUNT"


def corpora() -> list[kz.Corpus]:
    """Return corpora of different sizes, from a kilobyte to a megabyte."""
    sizes = (3, 400, 20_000, 300_000)
    return [kz.Corpus(f"c{size}", articles=(kz.Article("a", "Talks went on. " * (size // 5)),)) for size in sizes]


class Folder:
    """A folder with one file, and what may stand in it."""

    def __init__(self, folder: Path, format: str) -> None:  # noqa: A002 -- the word of the interface
        self.path = folder / f"corpus.{format}"
        self.corpora = corpora()
        sizes = [kz.dumps(one, format=self.path.suffix[1:]) for one in self.corpora]
        self.whole = {document.encode() if isinstance(document, str) else document for document in sizes}
        kz.dump(self.corpora[1], self.path)
        self.path.chmod(0o640)

    def torn(self) -> bool:
        """Tell whether the file is anything but one that was written whole, or lost its permissions."""
        return self.path.read_bytes() not in self.whole or stat.S_IMODE(self.path.stat().st_mode) != 0o640

    def litter(self) -> int:
        """Return how many other files there are."""
        return sum(1 for path in self.path.parent.iterdir() if path != self.path and path.name != "filler")


def _forked(work: Callable[[], None]) -> int:
    """Do some work in a process that shares nothing with this one."""
    child = os.fork()
    if not child:
        try:
            work()
        finally:
            os._exit(0)
    return child


def kills(folder: Folder, rounds: int, chance: random.Random) -> Counter[str]:
    """Kill a writer at a time drawn at random, again and again."""
    seen: Counter[str] = Counter()
    for number in range(rounds):
        first = chance.randrange(len(folder.corpora))

        def write(first: int = first) -> None:
            while True:
                for corpus in (*folder.corpora[first:], *folder.corpora[:first]):
                    kz.dump(corpus, folder.path)

        child = _forked(write)
        time.sleep(chance.expovariate(1 / 0.004))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        left = folder.litter()
        seen.update(rounds=1, torn=folder.torn(), interrupted=bool(left), crowded=left > 1)
        if number % 10 == 9:
            kz.dump(chance.choice(folder.corpora), folder.path)
            seen.update(litter=folder.litter(), torn=folder.torn())
    kz.dump(folder.corpora[0], folder.path)
    seen.update(litter=folder.litter(), torn=folder.torn())
    return seen


def _attempt(folder: Folder, corpus: kz.Corpus, seen: Counter[str]) -> None:
    """Write where that may fail, and note how it ended."""
    before = folder.path.read_bytes()
    try:
        kz.dump(corpus, folder.path)
        seen.update(written=1)
    except kz.WriteError as error:
        clear = str(error).startswith(str(folder.path)) and len(str(error)) > len(str(folder.path)) + 5
        seen.update(refused=1, changed=folder.path.read_bytes() != before, unclear=not clear)
        seen[str(error).removeprefix(f"{folder.path}: ")] += 1
    except BaseException as error:  # noqa: BLE001 -- this is what must not happen
        seen.update(undeclared=1)
        seen[repr(error)[:60]] += 1
    seen.update(rounds=1, torn=folder.torn(), litter=folder.litter())


def size_limit(folder: Folder, rounds: int, chance: random.Random) -> Counter[str]:
    """Write under a limit of the size of files."""
    seen: Counter[str] = Counter()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    for _ in range(rounds):
        resource.setrlimit(resource.RLIMIT_FSIZE, (chance.randrange(2_000_000), hard))
        try:
            _attempt(folder, chance.choice(folder.corpora), seen)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    return seen


def full_disk(folder: Folder, rounds: int, chance: random.Random) -> Counter[str]:
    """Write to a disk that is nearly full."""
    seen: Counter[str] = Counter()
    filler = folder.path.with_name("filler")
    for _ in range(rounds):
        kz.dump(folder.corpora[0], folder.path)
        with filler.open("wb") as file:
            room = os.statvfs(filler.parent)
            file.write(b"\0" * max(0, room.f_bavail * room.f_frsize - chance.randrange(1_500_000)))
        _attempt(folder, chance.choice(folder.corpora[1:]), seen)
        filler.unlink()
    kz.dump(folder.corpora[0], folder.path)
    seen.update(litter=folder.litter(), torn=folder.torn())
    return seen


def closed_folder(folder: Folder, rounds: int, chance: random.Random) -> Counter[str]:
    """Write into a folder that takes no new file."""
    seen: Counter[str] = Counter()
    mounted = os.environ.get(_MOUNTED)
    close = ["mount", "-o", "remount,ro", str(mounted)]
    if mounted:
        subprocess.run(close, check=True)  # noqa: S603 -- our own command
    else:
        folder.path.parent.chmod(0o555)
    try:
        for _ in range(rounds):
            _attempt(folder, chance.choice(folder.corpora), seen)
    finally:
        if mounted:
            subprocess.run(["mount", "-o", "remount,rw", mounted], check=True)  # noqa: S603, S607 -- our own command
        else:
            folder.path.parent.chmod(0o755)
    kz.dump(folder.corpora[0], folder.path)
    seen.update(litter=folder.litter(), torn=folder.torn())
    return seen


class Stream:
    """A file of lines that articles are appended to, and the articles that must stand there."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "stream.jsonl"
        self.sure: list[kz.Article] = []

    def next_ones(self) -> Iterator[kz.Article]:
        """Yield the articles that follow, of very different sizes, without an end."""
        for number in count(len(self.sure)):
            yield kz.Article(f"a{number}", "Talks went on. " * SIZES[number * 7 % len(SIZES)])

    def look(self, seen: Counter[str]) -> None:
        """Read what stands there: all that was sure to stand there, perhaps one more, perhaps a torn one."""
        losses: list[kz.Loss] = []
        found = list(kz.iter_articles(self.path, torn="drop", on_loss=losses.append))
        expected = [*self.sure, *islice(self.next_ones(), max(0, len(found) - len(self.sure)))]
        seen.update(interrupted=bool(losses), lost=len(found) < len(self.sure), torn=found != expected)
        try:
            strict = list(kz.iter_articles(self.path))
        except kz.DecodeError as error:
            seen.update(unclear=not losses or error.findings[0].line != len(found) + 2)
        else:
            seen.update(unclear=bool(losses) or strict != found)
        self.sure = found

    def repair(self, seen: Counter[str]) -> None:
        """Append another article, after which the file is a corpus."""
        more = next(self.next_ones())
        kz.dump_articles([more], self.path, append=True)
        self.sure.append(more)
        seen.update(torn=kz.load(self.path).articles != tuple(self.sure), litter=len(list(self.path.parent.iterdir())) - 1)
        if len(self.sure) > MOST_ARTICLES:
            self.path.unlink()
            self.sure.clear()


SIZES = (0, 3, 400, 30_000, 6_000)
MOST_ARTICLES = 30


def append_kills(stream: Stream, rounds: int, chance: random.Random) -> Counter[str]:
    """Kill a writer that appends at a time drawn at random, again and again; it tells of each article that it is done with."""
    seen: Counter[str] = Counter()
    for number in range(rounds):
        if not stream.path.exists():
            kz.dump_articles([], stream.path, append=True)
        told, tell = os.pipe()

        def write(tell: int = tell) -> None:
            with kz.ArticleWriter(stream.path, append=True) as writer:
                for article in stream.next_ones():
                    os.write(tell, b"+")
                    writer.write(article)
                    os.write(tell, b".")

        child = _forked(write)
        os.close(tell)
        os.read(told, 1)  # it has read what stands there
        time.sleep(chance.expovariate(1 / 0.008))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        with open(told, "rb") as pipe:  # noqa: PTH123 -- a descriptor, no path
            stream.sure += islice(stream.next_ones(), pipe.read().count(b"."))
        stream.look(seen)
        seen.update(rounds=1)
        if number % 3 == 2:
            stream.repair(seen)
    return seen


def append_limit(stream: Stream, rounds: int, chance: random.Random) -> Counter[str]:
    """Append under a limit of the size of files, until an article cannot be written."""
    seen: Counter[str] = Counter()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    for _ in range(rounds):
        stream.repair(seen)
        before = stream.path.stat().st_size if stream.path.exists() else 0
        resource.setrlimit(resource.RLIMIT_FSIZE, (before + chance.randrange(1_000_000), hard))
        try:
            with kz.ArticleWriter(stream.path, append=True) as writer:
                for article in stream.next_ones():
                    writer.write(article)
                    stream.sure.append(article)
        except kz.WriteError as error:
            seen.update(refused=1, unclear=not str(error).startswith(str(stream.path)))
            seen[str(error).removeprefix(f"{stream.path}: ")] += 1
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        if stream.path.exists():
            stream.look(seen)
        seen.update(rounds=1)
    return seen


APPENDING = {"killed, appending": append_kills, "size limit, appending": append_limit}
HERE = {"killed": kills, "size limit": size_limit}
MOUNTED = {"full disk": full_disk, "read-only folder": closed_folder}
WRONG = ("torn", "lost", "litter", "changed", "unclear", "undeclared")


def told(name: str, format: str, seen: Counter[str]) -> bool:  # noqa: A002 -- the word of the interface
    """Print one line of the table; tell whether anything is wrong."""
    wrong = {key: seen[key] for key in WRONG if seen[key]}
    known = {"rounds", "written", "refused", "interrupted", "crowded", *WRONG}
    reasons = ", ".join(f"{count} x {reason}" for reason, count in seen.items() if reason not in known and count)
    ended = f"{seen['interrupted']} while writing" if name.startswith("killed") else f"{seen['refused']} refused ({reasons})"
    print(f"| {name} | {format} | {seen['rounds']} | {ended} | {wrong or 'nothing'} |", flush=True)
    return bool(wrong)


def run(kinds: dict[str, Callable[..., Counter[str]]], rounds: dict[str, int], chance: random.Random, where: str | None) -> bool:
    """Run some kinds of rounds for every format, and print the table; tell whether anything is wrong."""
    wrong = False
    for name, rounds_of in kinds.items():
        for format_ in FORMATS:
            with tempfile.TemporaryDirectory(dir=where) as made:
                seen = rounds_of(Folder(Path(made), format_), -(-rounds[name] // len(FORMATS)), chance)
            wrong = told(name, format_, seen) or wrong
    return wrong


def run_appending(rounds: dict[str, int], chance: random.Random) -> bool:
    """Run the rounds that append, and print their part of the table; tell whether anything is wrong."""
    wrong = False
    for name, rounds_of in APPENDING.items():
        with tempfile.TemporaryDirectory() as made:
            wrong = told(name, "jsonl", rounds_of(Stream(Path(made)), rounds[name], chance)) or wrong
    return wrong


def in_a_namespace(arguments: list[str]) -> int | None:
    """Run this program again where it may mount a disk of 4 MB; None where that is not allowed."""
    with tempfile.TemporaryDirectory() as disk:
        script = f'mount -t tmpfs -o size=4m tmpfs "{disk}" || exit 77; exec "$@"'
        command = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", script, "sh", sys.executable, __file__, *arguments]
        try:
            done = subprocess.run(command, check=False, env={**os.environ, _MOUNTED: disk})  # noqa: S603 -- our own command
        except OSError:
            return None
        return None if done.returncode == 77 else done.returncode


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--appends", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    rounds = {"killed": options.kills, "size limit": options.rounds, "full disk": options.rounds, "read-only folder": options.rounds}
    rounds |= {"killed, appending": options.appends, "size limit, appending": options.rounds}
    chance = random.Random(options.seed)
    if os.environ.get(_MOUNTED):
        raise SystemExit(run(MOUNTED, rounds, chance, os.environ[_MOUNTED]))
    print("| | format | rounds | ended | wrong |\n| --- | --- | ---: | --- | --- |", flush=True)
    wrong = run(HERE, rounds, chance, None)
    wrong = run_appending(rounds, chance) or wrong
    mounted = in_a_namespace(sys.argv[1:])
    if mounted is None:
        print("| full disk, read-only folder | | 0 | left out: no file system may be mounted here | |")
    raise SystemExit(bool(wrong or mounted))


if __name__ == "__main__":
    main()
