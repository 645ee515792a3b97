from pathlib import Path

import pytest

from kzcorpus.cli import main


def test_candidates_are_listed_with_their_evidence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["who", "Zhaparov"]) == 0
    head, *rows = capsys.readouterr().out.splitlines()
    assert head.split() == ["score", "id", "name", "evidence"]
    assert [row.split()[:2] for row in rows][:2] == [["0.70", "akylbek-japarov"], ["0.70", "sadyr-japarov"]]
    assert "family name" in rows[0]


def test_agents_and_places_stand_in_one_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["who", "Kazakhstan"]) == 0
    assert {row.split()[1] for row in capsys.readouterr().out.splitlines()[1:]} == {"kz", "kazakhstan"}


def test_a_date_is_evidence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["who", "President of Kazakhstan", "--date", "2015"]) == 0
    assert "nursultan-nazarbayev" in capsys.readouterr().out


def test_nobody_is_meant(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["who", "Nobody Atall"]) == 1
    assert capsys.readouterr().out == "nobody is meant\n"


def test_records_of_ones_own_count(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text('[[actor]]\nid = "zz"\nnames = [{text = "Zed Zedovsky"}]\n', encoding="utf-8")
    assert main(["who", "Zed Zedovski", "--authority", str(mine)]) == 0
    assert "zz" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("options", "complaint"),
    [(["--date", "yesterday"], "date"), (["--authority", "missing.toml"], "missing.toml")],
)
def test_bad_input_is_one_line(options: list[str], complaint: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["who", "Tokayev", *options]) == 1
    error = capsys.readouterr().err
    assert error.startswith("kzcorpus: ")
    assert complaint in error
    assert error.count("\n") == 1
