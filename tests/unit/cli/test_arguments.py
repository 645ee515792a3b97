import pytest

from kzcorpus.cli import main
from kzcorpus.cli.arguments import FORMATS, READABLE, parser
from kzcorpus.documents.registry import FORMATS as REGISTERED

COMMANDS = ("build", "show", "convert", "validate", "check", "schema", "diff", "reread", "merge")


@pytest.mark.parametrize(
    "argv",
    [
        [],
        ["nonsense"],
        ["build", "seeds"],
        ["build", "--out", "x"],
        ["build", "seeds", "--out", "x", "--jobs", "0"],
        ["build", "seeds", "--out", "x", "--jobs", "two"],
        ["build", "seeds", "--out", "x", "--jobs", "9" * 5000],
        ["build", "seeds", "--out", "x", "--id", ""],
        ["build", "seeds", "--out", "x", "--id", "\udcff"],
        ["show"],
        ["show", "x", "--color", "mauve"],
        ["convert", "a.json"],
        ["convert", "a.json", "b.json", "--from", "csv"],
        ["validate"],
        ["check", "x", "--severity", "dire"],
    ],
)
def test_a_wrong_call_exits_with_2(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(argv)
    assert stopped.value.code == 2
    assert capsys.readouterr().err.startswith("usage: kzcorpus")


@pytest.mark.parametrize("command", COMMANDS)
def test_help_shows_examples_that_parse(command: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    with pytest.raises(SystemExit) as stopped:
        main([command, "--help"])
    assert stopped.value.code == 0
    text = capsys.readouterr().out
    assert max(map(len, text.splitlines())) <= 80
    examples = [
        line.split("  ")[0].split()
        for line in (one.strip() for one in text.split("examples:")[1].splitlines())
        if line.startswith("kzcorpus ")
    ]
    assert examples
    for words in examples:
        assert parser().parse_args(words[1 : words.index("|") if "|" in words else None]).verb == command


def test_the_version_is_the_package_s(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--version"])
    assert stopped.value.code == 0
    assert capsys.readouterr().out == "kzcorpus 0.1.0\n"


def test_every_format_can_be_named() -> None:
    assert tuple(known.name for known in REGISTERED) == FORMATS
    assert tuple(known.name for known in REGISTERED if known.read) == READABLE


def test_an_option_is_never_guessed_from_its_beginning() -> None:
    with pytest.raises(SystemExit):
        parser().parse_args(["build", "seeds", "--ou", "x"])
