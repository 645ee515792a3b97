import json
from pathlib import Path
from typing import get_args

import attrs
import pytest

import kzcorpus as kz
from kzcorpus.analysis.differences import Thing
from kzcorpus.cli import main
from kzcorpus.cli.arguments import THINGS
from kzcorpus.cli.comparing import as_json, lines

TEXT = "The road is open,\nthe mayor said. Nothing is known of the bridge."
FIRST = kz.Statement("a.1", (kz.Span(0, 16),), speaker=kz.Voice("mayor", span=kz.Span(18, 27)), said=kz.When("2022-10"))
ARTICLE = kz.Article("a", TEXT, statements=(FIRST,), blocks=(kz.Block(kz.Span(0, 65), "paragraph"),))
CORPUS = kz.Corpus("c", articles=(ARTICLE,), authority=kz.Authority((kz.Actor("mayor", (kz.Name("Aidar"),)),)))


def shown(new: kz.Corpus) -> list[str]:
    return list(lines(kz.diff(CORPUS, new), CORPUS, new))


def with_statement(**changes: object) -> kz.Corpus:
    return CORPUS.with_articles(attrs.evolve(ARTICLE, statements=(attrs.evolve(FIRST, **changes),)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"content": (kz.Span(4, 17),)}, "a:1:5: changed statement a.1 content: + “,” − “The” in “road is open,”"),
        ({"content": (kz.Span(34, 41),)}, "a:2:17: changed statement a.1 content: “The road is open” → “Nothing” in “Nothing”"),
        ({"content": ()}, "a:2:1: changed statement a.1 content: “The road is open” → nothing in “the mayor”"),
        ({"mode": "direct"}, "a:1:1: changed statement a.1 mode: nothing → direct in “The road is open”"),
        ({"said": kz.When("2022-11")}, "a:1:1: changed statement a.1 said.edtf: 2022-10 → 2022-11 in “The road is open”"),
        ({"said": None}, "a:1:1: changed statement a.1 said: 2022-10 → nothing in “The road is open”"),
        (
            {"made": kz.Made(by="Aigerim", status="accepted")},
            "a:1:1: changed statement a.1 made: nothing → Aigerim accepted in “The road is open”",
        ),
        (
            {"cue": tuple(kz.Span(number, number + 1) for number in range(5))},
            "a:1:1: changed statement a.1 cue: nothing → “T” … “h” … “e” and 2 more in “The road is open”",
        ),
        (
            {"content": (kz.Span(0, 8), kz.Span(8, 16))},
            "a:1:1: changed statement a.1 content: the same words in other pieces in “The road” … “is open”",
        ),
        ({"speaker": None}, "a:1:1: changed statement a.1 speaker: mayor → nothing in “The road is open”"),
        (
            {"addressees": (kz.Voice(name="all\nof us"), kz.Voice())},
            "a:1:1: changed statement a.1 addressees: nothing → all of us, somebody unnamed in “The road is open”",
        ),
    ],
)
def test_a_field_that_changed_is_a_line(changes: dict[str, object], expected: str) -> None:
    assert [" ".join(line.split()) for line in shown(with_statement(**changes))] == [expected]


def test_what_was_added_or_removed_is_told_with_its_words() -> None:
    new = attrs.evolve(
        CORPUS,
        articles=(attrs.evolve(ARTICLE, statements=(), blocks=(), mentions=(kz.Mention(kz.Span(54, 64), "place", name="Bridge"),)),),
        corrections=(kz.Correction("k", "a", (kz.Span(0, 3),), verdict="reject", by="Aigerim"),),
        authority=kz.Authority((), (kz.Organization("town", (kz.Name("Town"),)),), tenures=(kz.Tenure("town", "host", None, "2020"),)),
        occasions=(kz.Occasion("o"),),
    )
    assert shown(new) == [
        "a:1:1: removed block paragraph: “The road is open, the mayor said. Nothing is known of the bridge.”",
        "a:1:1: removed statement a.1 of mayor: “The road is open”",
        "a:1:1: added correction k reject by Aigerim: “The”",
        "a:2:37: added mention place Bridge: “the bridge”",
        "removed agent mayor Aidar",
        "added agent town Town",
        "added tenure town host 2020/",
        "added occasion o",
    ]


def test_records_are_told_in_a_few_words() -> None:
    old = attrs.evolve(CORPUS, concepts=(kz.Concept("x", (kz.Name("Roads"),)),))
    new = attrs.evolve(
        old,
        concepts=(
            kz.Concept(
                "x",
                (kz.Name("Roads"), kz.Name("")),
            ),
        ),
    )
    assert list(lines(kz.diff(old, new), old, new)) == ["changed concept x names: Roads → Roads, an empty string"]
    moved = CORPUS.with_articles(attrs.evolve(ARTICLE, blocks=(kz.Block(kz.Span(0, 65), "heading"),), text=TEXT.replace("road", "Road")))
    assert shown(moved)[0].startswith("a: changed article a text: The road")


def test_links_articles_findings_and_order_have_their_lines() -> None:
    other = kz.Article("b", "Yes.", statements=(kz.Statement("b.1"), kz.Statement("b.2")), findings=(kz.Finding("odd"),))
    old = attrs.evolve(CORPUS, articles=(ARTICLE, other))
    new = attrs.evolve(
        CORPUS,
        articles=(attrs.evolve(other, statements=other.statements[::-1], findings=()), ARTICLE),
        links=(kz.Link("a.1", "b.1", "same"),),
        title="T" * 200,
    )
    found = list(lines(kz.diff(old, new), old, new))
    assert found[:3] == ["b: changed order of statements", "b: removed finding odd", "changed order of articles"]
    assert found[3].startswith("changed corpus c title: nothing → TTTT")
    assert len(found[3]) < 140
    assert found[4:] == ["added link same a.1 b.1"]


def test_nothing_steers_a_terminal() -> None:
    [line] = shown(attrs.evolve(CORPUS, title="\x1b[2Jred\nline"))
    assert "\x1b" not in line
    assert "\n" not in line


def test_as_json_each_change_is_an_object_on_a_line() -> None:
    new = with_statement(content=(kz.Span(4, 16),), speaker=kz.Voice("mayor"))
    document = as_json(kz.diff(CORPUS, new))
    rows = json.loads(document)
    assert rows[0] == {
        "kind": "changed",
        "what": "statement",
        "id": "a.1",
        "article": "a",
        "path": "content",
        "before": [[0, 16]],
        "after": [[4, 16]],
        "spans": [[4, 16]],
        "quoted": ["road is open"],
    }
    assert rows[1]["before"] == [18, 27]
    assert len(document.splitlines()) == len(rows) + 2
    assert as_json(()) == "[]"
    added = json.loads(as_json(kz.diff(attrs.evolve(CORPUS, articles=()), CORPUS)))
    assert added[0]["after"]["statements"][0]["content"] == [[0, 16]]


def test_the_exit_status_is_that_of_diff(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kz.dump(CORPUS, tmp_path / "a.json")
    kz.dump(with_statement(mode="direct"), tmp_path / "b.xml")
    a, b = str(tmp_path / "a.json"), str(tmp_path / "b.xml")
    assert main(["diff", a, a]) == 0
    assert capsys.readouterr().out == ""
    assert main(["diff", a, b]) == 1
    assert capsys.readouterr().out.count("\n") == 1
    assert main(["diff", a, b, "--only", "agent"]) == 0
    assert capsys.readouterr().out == ""
    assert main(["diff", a, b, "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out)[0]["path"] == "mode"
    assert main(["diff", a, str(tmp_path / "none.json")]) == 1
    assert capsys.readouterr().err.startswith("kzcorpus: ")


def test_the_command_line_knows_all_things_that_can_change() -> None:
    assert get_args(Thing) == THINGS
