"""What a fault must not hide, and what must not be blamed for it; the laws are in tests/property/test_json_mutations.py."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kzcorpus.errors import DecodeError
from kzcorpus.formats.json_ import diagnosis, jsonfile
from kzcorpus.model.articles import Article, Block
from kzcorpus.model.corpus import Corpus
from kzcorpus.model.integrity import corpus_faults
from kzcorpus.model.links import Correction
from kzcorpus.model.spans import Span
from kzcorpus.model.statements import Statement
from kzcorpus.model.values import draft

Tree = dict[str, Any]
EVERY_FIELD = (Path(__file__).parents[3] / "golden" / "every_field.json").read_text(encoding="utf-8")


def paths(change: Callable[[Tree], None]) -> set[str | None]:
    tree = json.loads(EVERY_FIELD)
    change(tree["corpus"])
    with pytest.raises(DecodeError) as caught:
        jsonfile.loads(json.dumps(tree))
    return {finding.path for finding in caught.value.findings}


def test_faults_below_a_broken_item_keep_their_places() -> None:
    def change(corpus: Tree) -> None:
        corpus["articles"].insert(0, 7)
        corpus["articles"][1]["statements"][0:0] = [None, "x"]
        corpus["articles"][1]["statements"][3]["speaker"]["entity"] = "nobody"
        corpus["articles"][1]["mentions"].append({"span": [0, 10**6], "type": "person"})

    assert paths(change) == {
        "$.corpus.articles[0]",
        "$.corpus.articles[1].statements[0]",
        "$.corpus.articles[1].statements[1]",
        "$.corpus.articles[1].statements[3].speaker.entity",
        "$.corpus.articles[1].mentions[4].span",
    }


def test_a_piece_with_a_fault_is_still_looked_at() -> None:
    def change(corpus: Tree) -> None:
        statement = corpus["articles"][0]["statements"][0]
        statement["mode"] = "loud"
        statement["cue"] = [[0, 10**6]]
        statement["within"] = "nothing"

    statement = "$.corpus.articles[0].statements[0]"
    assert paths(change) == {f"{statement}.mode", f"{statement}.cue[0]", f"{statement}.within"}


def test_an_article_without_its_id_is_still_looked_at() -> None:
    def change(corpus: Tree) -> None:
        del corpus["articles"][0]["id"]
        corpus["articles"][0]["mentions"][0]["span"] = [0, 10**6]

    assert paths(change) == {"$.corpus.articles[0].id", "$.corpus.articles[0].mentions[0].span"}


def test_a_corpus_without_its_id_is_still_looked_at() -> None:
    def change(corpus: Tree) -> None:
        corpus["id"] = None
        corpus["links"][0]["a"] = "nothing"

    assert paths(change) == {"$.corpus.id", "$.corpus.links[0].a"}


def test_references_to_what_cannot_be_read_are_not_blamed_but_others_are() -> None:
    def change(corpus: Tree) -> None:
        corpus["authority"]["actors"] = "arman"
        corpus["links"][0]["a"] = "nothing"

    assert paths(change) == {"$.corpus.authority.actors", "$.corpus.links[0].a"}


THINGS = (
    *(("articles", 0), ("articles", 1), ("articles", 0, "statements", 1), ("authority", "actors", 0), ("authority", "organizations", 0)),
    *(("authority", "places", 0), ("concepts", 0), ("occasions", 0), ("remarks", 0), ("corrections", 0)),
)


def ids_in(tree: Any) -> list[str]:
    if isinstance(tree, dict):
        own = [tree["id"]] if "id" in tree else []
        return own + [id_ for key, item in tree.items() if key != "value" for id_ in ids_in(item)]
    return [id_ for item in tree for id_ in ids_in(item)] if isinstance(tree, list) else []


@pytest.mark.parametrize("way", THINGS, ids=lambda way: "-".join(map(str, way)))
@pytest.mark.parametrize("found", [7, None, [], "absent"])
def test_whoever_has_lost_its_id_is_blamed_and_nobody_who_refers_to_it(way: tuple[Any, ...], found: object) -> None:
    def change(corpus: Tree) -> None:
        refs = [id_ for id_ in ids_in(corpus) if id_ != corpus["id"]]
        corpus["articles"][0]["findings"] = [{"code": "x", "severity": "info", "message": "", "refs": refs}]
        thing: Any = corpus
        for step in way:
            thing = thing[step]
        if found == "absent":
            del thing["id"]
        else:
            thing["id"] = found

    assert paths(change) == {"$.corpus" + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in way) + ".id"}


def test_a_circle_is_told_even_where_references_are_in_doubt() -> None:
    def change(corpus: Tree) -> None:
        corpus["authority"]["places"][0]["id"] = 7
        corpus["authority"]["places"][1]["part_of"] = "akmola"

    assert paths(change) == {"$.corpus.authority.places[0].id", "$.corpus.authority.places[1].part_of"}


def test_spans_are_not_blamed_for_a_text_that_cannot_be_read() -> None:
    def change(corpus: Tree) -> None:
        corpus["articles"][0]["text"] = None
        corpus["articles"][1]["statements"][0]["content"] = [[0, 10**6]]

    assert paths(change) == {"$.corpus.articles[0].text", "$.corpus.articles[1].statements[0].content[0]"}


def test_a_missing_block_leaves_a_gap_that_is_not_blamed_but_an_overlap_is() -> None:
    def change(corpus: Tree) -> None:
        blocks = corpus["articles"][0]["blocks"]
        blocks[1] = {"span": "18-36", "kind": "dateline"}
        blocks[4]["span"] = [150, 181]

    assert paths(change) == {"$.corpus.articles[0].blocks[1].span", "$.corpus.articles[0].blocks[4].span"}


def test_words_are_not_blamed_for_a_span_that_cannot_be_read() -> None:
    def change(corpus: Tree) -> None:
        corpus["corrections"][0]["content"] = [[5]]

    assert paths(change) == {"$.corpus.corrections[0].content[0]"}


def test_the_model_still_ends_its_faults_as_the_diagnosis_expects() -> None:
    untiled = draft(Article, id="a", text="words", blocks=(Block(Span(0, 1), "paragraph"),))
    nested = draft(Article, id="b", statements=(Statement("s", within="s"),))
    corpus = draft(Corpus, id="c", articles=(untiled, nested), corrections=(Correction("k", "a"),))
    gap, circle = (fault.message for fault in corpus_faults(corpus, deep=True))
    assert gap.endswith(diagnosis._GAP)
    assert circle.endswith(diagnosis._CIRCLE)


def test_many_faults_stop_the_search_for_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diagnosis, "MOST_FAULTS", 2)

    def change(corpus: Tree) -> None:
        corpus["links"] = [1, 2, 3]
        corpus["remarks"][0]["speaker"] = "nobody"

    assert paths(change) == {"$.corpus.links[0]", "$.corpus.links[1]", "$.corpus.links[2]"}


def test_spans_are_not_blamed_where_it_is_not_known_which_article_they_are_of() -> None:
    def change(corpus: Tree) -> None:
        corpus["articles"][0]["findings"] = [
            {"code": "x", "severity": "info", "message": "", "article": 7, "spans": [[0, 10**6]], "refs": ["nobody"]},
            {"code": "x", "severity": "info", "message": "", "spans": [[0, 10**6]]},
            {"code": "x", "severity": "info", "message": "", "article": "a2", "spans": [[0, 10**6]]},
        ]

    findings = "$.corpus.articles[0].findings"
    assert paths(change) == {
        f"{findings}[0].article",
        f"{findings}[0].refs[0]",
        f"{findings}[1].spans[0]",
        f"{findings}[2].spans[0]",
    }


def test_quoted_words_that_cannot_be_read_are_told_once() -> None:
    def change(corpus: Tree) -> None:
        corpus["corrections"][0]["quoted"] = ["who", 7]
        corpus["corrections"][1]["content"] = [[0, 10**6]]

    assert paths(change) == {"$.corpus.corrections[0].quoted[1]", "$.corpus.corrections[1].content[0]"}


def test_spans_of_corrections_and_findings_are_not_blamed_for_any_text_that_cannot_be_read() -> None:
    def change(corpus: Tree) -> None:
        corpus["articles"][1]["text"] = 7
        corpus["corrections"][0]["content"] = [[0, 10**6]]
        corpus["articles"][0]["findings"][0]["spans"] = [[0, 10**6]]
        corpus["articles"][0]["mentions"][0]["span"] = [0, 10**6]

    assert paths(change) == {"$.corpus.articles[1].text", "$.corpus.articles[0].mentions[0].span"}


def test_what_holds_together_is_asked_where_repairs_took_several_rounds() -> None:
    def change(corpus: Tree) -> None:
        corpus["articles"][0]["statements"][0] = {"id": None, "content": [None, [0, 10**6]], "speaker": [], "stances": [{}]}
        corpus["links"][1]["b"] = "nobody"  # which may be the id that could not be read
        corpus["remarks"][0]["speaker"] = "nobody"

    statement = "$.corpus.articles[0].statements[0]"
    assert paths(change) == {
        f"{statement}.id",
        f"{statement}.content[0]",
        f"{statement}.content[1]",
        f"{statement}.speaker",
        f"{statement}.stances[0].concept",
        "$.corpus.remarks[0].speaker",
    }
