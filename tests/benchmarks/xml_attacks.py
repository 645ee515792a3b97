# ruff: noqa: T201 -- a program that prints its table
"""Attack TEI reading with XML that others have hung or opened up with, and look at what it does.

    python tests/benchmarks/xml_attacks.py [--scale 0.01] [--strace] [NAME ...]

Each attack is written to a file and read by ``load``, ``validate`` and ``iter_articles`` in a process of its own, all three in turn. A line
tells whether it was refused and why, the CPU seconds of the slowest of the three, the most memory that the process held, how many
files and sockets were opened between the first byte and the last beside the file named (seen by an audit hook, and by strace where it is
installed and asked for), and how long the longest message was. ``--scale`` makes what is large smaller.
"""

import argparse
import contextlib
import json
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from attacks import SECRET, Attack, attacks

SECONDS, MEGABYTES, LONGEST = 2.0, 256, 2_000
"""What reading may cost."""
PATIENCE = 40
"""Seconds after which the process of an attack is ended."""
READER = r"""
import gc, json, os, resource, sys, time
import kzcorpus as kz
from kzcorpus.errors import KzcorpusError
path, warm, big = sys.argv[1:4]
kz.load(warm), kz.validate(warm), tuple(kz.iter_articles(warm))
try:
    kz.load(big)
except KzcorpusError:
    pass
try:
    tuple(kz.iter_articles(big))
except KzcorpusError:
    pass
for codec in ("utf-16-le", "utf-16-be", "utf-8-sig", "latin-1"):
    b"xx".decode(codec)
kz.validate(big)
touched, watching = [], False
def hook(event, arguments):
    if watching and (event == "open" or event.startswith(("socket.", "subprocess.", "os.system", "urllib."))):
        first = arguments[0] if arguments else ""
        if not (isinstance(first, (str, bytes)) and os.fsdecode(first) == path):
            touched.append(f"{event} {first}")
sys.addaudithook(hook)
doors = {"load": kz.load, "validate": kz.validate, "iter_articles": lambda path: tuple(kz.iter_articles(path))}
out = {"touched": touched, "doors": {}}
for name, door in doors.items():
    os.access("/kzcorpus-begins", os.F_OK)
    watching = True
    begun = time.process_time()
    try:
        found = door(path)
        told = "" if not found or name != "validate" else "\n".join(map(str, found))
        outcome, codes = ("refused" if told else "read"), [one.code for one in found] if name == "validate" else []
        message = ""
    except KzcorpusError as error:
        outcome, message = "refused", str(error)
        codes = [one.code for one in getattr(error, "findings", ())] or [type(error).__name__]
        told = message
    seconds = time.process_time() - begun
    found = None
    gc.collect()
    watching = False
    os.access("/kzcorpus-ends", os.F_OK)
    out["doors"][name] = {"outcome": outcome, "codes": sorted(set(codes)), "seconds": seconds, "length": len(message), "told": told[:9999]}
out["megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
try:  # what a process used before it was replaced by this one counts above
    status = dict(line.split(":", 1) for line in open("/proc/self/status"))
    out["megabytes"] = int(status["VmHWM"].split()[0]) / 1024
except (OSError, KeyError):
    pass
print(json.dumps(out))
"""
_PARTLY = "MIXED load: refused, validate: refused, iter_articles: read"
_OPENED = re.compile(r'(?:open|openat|socket|connect|execve)\((?:AT_FDCWD, )?"?([^",)]*)')


class Result(NamedTuple):
    """What reading an attack did."""

    outcome: str
    codes: tuple[str, ...]
    seconds: float
    megabytes: float
    touched: tuple[str, ...]
    length: int
    leaked: bool


@contextlib.contextmanager
def listening() -> Iterator[tuple[int, list[str]]]:
    """Listen on a port of this machine, and note who calls."""
    calls: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            with contextlib.suppress(OSError):
                while True:
                    connection, address = server.accept()
                    calls.append(f"connection from {address}")
                    connection.close()

        threading.Thread(target=answer, daemon=True).start()
        yield server.getsockname()[1], calls
        server.shutdown(socket.SHUT_RDWR)


def _traced(log: Path, path: Path) -> Iterator[str]:
    """Yield what was opened between the marks, beside the file named."""
    watching = False
    for line in log.read_text(errors="replace").splitlines():
        if "/kzcorpus-begins" in line or "/kzcorpus-ends" in line:
            watching = "begins" in line
        elif watching and (found := _OPENED.search(line)) and found[1] != str(path):
            yield f"strace {found[0][:80]}"


def read(path: Path, warm: Path, broken: Path, *, strace: bool = False) -> Result:
    """Read a file in a process of its own and tell what happened."""
    log = path.with_name("strace.log")
    tracing = (
        ["strace", "-f", "-e", "trace=open,openat,access,faccessat,faccessat2,socket,connect,execve", "-o", str(log)] if strace else []
    )
    command = [*tracing, sys.executable, "-c", READER, str(path), str(warm), str(broken)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE)  # noqa: S603 -- our own program
    except subprocess.TimeoutExpired:
        return Result("HUNG", (), PATIENCE, 0.0, (), 0, leaked=False)
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["killed"])[-1]
        return Result(f"CRASHED {last[:80]}", (), 0.0, 0.0, (), 0, leaked=False)
    out: dict[str, Any] = json.loads(done.stdout)
    doors = out["doors"].values()
    outcomes = {door["outcome"] for door in doors}
    return Result(
        outcomes.pop() if len(outcomes) == 1 else "MIXED " + ", ".join(f"{n}: {d['outcome']}" for n, d in out["doors"].items()),
        tuple(sorted({code for door in doors for code in door["codes"]})),
        max(door["seconds"] for door in doors),
        out["megabytes"],
        (*out["touched"], *(_traced(log, path) if strace else ())),
        max(door["length"] for door in doors),
        any(SECRET in door["told"] for door in doors),
    )


def run(chosen: list[Attack], folder: Path, *, scale: float, strace: bool = False) -> Iterator[tuple[Attack, int, Result]]:
    """Yield each attack with the size of its file and what reading it did."""
    (folder / "secret.txt").write_text(SECRET)
    (folder / "secret.dtd").write_text(f'<!ENTITY secret "{SECRET}">')
    warm, broken = folder / "warm.xml", folder / "broken.xml"
    sound = next(attack for attack in attacks(folder, 0) if attack.name == "sound")
    warm.write_bytes(sound.build(scale))
    broken.write_bytes(warm.read_bytes().replace(b"<label/>", b"<label/><bogus/>"))
    with listening() as (port, calls):
        for attack in attacks(folder, port):
            if chosen and attack.name not in {one.name for one in chosen}:
                continue
            path = folder / f"attack{attack.suffix}"
            path.write_bytes(attack.build(scale))
            result = read(path, warm, broken)
            if strace:
                result = result._replace(touched=(*result.touched, *read(path, warm, broken, strace=True).touched))
            yield attack, path.stat().st_size, result._replace(touched=(*result.touched, *calls))
            calls.clear()
            path.unlink()


def faults(attack: Attack, result: Result) -> list[str]:
    """Return what is wrong with how an attack ended."""
    fine = result.outcome == ("read" if attack.harmless else "refused") or (attack.partly and result.outcome == _PARTLY)
    out = [] if fine else [result.outcome]
    limits: list[tuple[bool, str]] = [
        (result.seconds > SECONDS, "SLOW"),
        (result.megabytes > MEGABYTES, "BIG"),
        (bool(result.touched), f"TOUCHED {result.touched[:1]}"),
        (result.length > LONGEST, "LONG MESSAGE"),
        (result.leaked, "LEAKED"),
    ]
    return out + [words for wrong, words in limits if wrong]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--strace", action="store_true")
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    if options.strace and not shutil.which("strace"):
        parser.error("strace is not installed")
    wrong = count = 0
    print("| attack | bytes | outcome | seconds | MB | opened | message | faults |\n| --- | ---: | --- | ---: | ---: | ---: | ---: | --- |")
    with tempfile.TemporaryDirectory() as name:
        chosen = [attack for attack in attacks(Path(name), 0) if attack.name in options.names]
        for attack, size, result in run(chosen, Path(name), scale=options.scale, strace=options.strace):
            found = faults(attack, result)
            count, wrong = count + 1, wrong + bool(found)
            told = f"{result.outcome}: {' '.join(result.codes)[:60]}" if result.codes else result.outcome
            cells = (attack.name, f"{size:,}", told, f"{result.seconds:.2f}", f"{result.megabytes:.0f}", str(len(result.touched)))
            print(f"| {' | '.join((*cells, str(result.length), ', '.join(found) or '-'))} |", flush=True)
    print(f"\n{count} attacks, {wrong} with faults")
    raise SystemExit(bool(wrong))


if __name__ == "__main__":
    main()
