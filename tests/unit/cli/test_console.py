import io
import sys

import pytest

from kzcorpus import DecodeError, Fault, Finding, ModelError, ReadError
from kzcorpus.cli import console


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (ReadError("a.txt", "a binary file"), "a.txt: a binary file"),
        (FileNotFoundError(2, "No such file or directory", "a.txt"), "a.txt: No such file or directory"),
        (OSError(28, "No space left on device"), "No space left on device"),
        (OSError("odd"), "odd"),
        (PermissionError(13, "Permission denied", b"a.txt"), "a.txt: Permission denied"),
        (DecodeError((Finding("x", message="cut", path="$.a"), Finding("y"))), "$.a: cut (and 1 more; kzcorpus validate tells all)"),
        (DecodeError((Finding("x", message="cut", path="$.a"),), "a.json"), "a.json: $.a: cut"),
        (ModelError((Fault("Corpus.id", "empty"),)), "Corpus.id: empty"),
        ("two\nlines \x1b[2J", "two lines ␛[2J"),
    ],
)
def test_an_error_is_one_line(error: BaseException | str, line: str, capsys: pytest.CaptureFixture[str]) -> None:
    console.complain(error)
    assert capsys.readouterr().err == f"kzcorpus: {line}\n"


def test_an_error_names_its_file_once(capsys: pytest.CaptureFixture[str]) -> None:
    console.complain("cut", "a.json")
    console.complain("a.json: cut", "a.json")
    assert capsys.readouterr().err == "kzcorpus: a.json: cut\n" * 2


def test_an_error_is_never_long(capsys: pytest.CaptureFixture[str]) -> None:
    console.complain("x" * 10_000)
    assert len(capsys.readouterr().err) < 450


def test_what_is_said_cannot_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    console.say("\x1b[31mred")
    assert capsys.readouterr().out == "␛[31mred\n"


def test_colour_only_where_it_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert console.in_colour("auto", Terminal())
    assert not console.in_colour("auto", io.StringIO())
    assert console.in_colour("always", io.StringIO())
    assert not console.in_colour("never", Terminal())
    monkeypatch.setenv("NO_COLOR", "1")
    assert not console.in_colour("auto", Terminal())
    assert console.in_colour("always", Terminal())
    monkeypatch.setenv("NO_COLOR", "")
    monkeypatch.setenv("TERM", "dumb")
    assert not console.in_colour("auto", Terminal())


def test_a_table_aligns_words_and_numbers() -> None:
    rows = [("東京 press", 5), ("Tokayev\x1b", 12), ("x" * 60, 0)]
    assert console.table(("speaker", "n"), rows).splitlines() == [
        f"speaker{' ' * 41}   n",
        f"東京 press{' ' * 38}   5",
        f"Tokayev␛{' ' * 40}  12",
        f"{'x' * 47}…   0",
    ]
    assert console.table(("a", "b"), []) == "a  b"


def test_a_closed_output_is_written_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    console.prepare()
    console.say("to nobody")
    console.complain("to nobody either")
    assert not console.on_terminal(sys.stdout)
    sys.stdout.close()
    sys.stderr.close()
