import hashlib
import io
import tracemalloc
from pathlib import Path
from typing import Any

import pytest

import kzcorpus as kz
from kzcorpus.documents import TeiReading
from kzcorpus.formats.tei.foreign import streamed
from kzcorpus.formats.tei.limits import Options
from kzcorpus.formats.tei.streaming import pieces

NS = ' xmlns="http://www.tei-c.org/ns/1.0"'
XI = ' xmlns:xi="http://www.w3.org/2001/XInclude"'
HEADER = (
    '<teiHeader><profileDesc><particDesc><listPerson><person xml:id="a"><persName>Anna</persName></person></listPerson></particDesc>'
    "</profileDesc></teiHeader>"
)


def text(name: str, words: str = "Ja") -> str:
    identity = f' xml:id="{name}"' if name else ""
    letter = "<correspDesc><correspAction type='sent'><persName>Ulan</persName></correspAction></correspDesc>"
    header = f"<teiHeader><profileDesc>{letter}</profileDesc></teiHeader>"
    return f'<TEI{identity}>{header}<text><body><u who="#a" rend="x">{words}</u><u who="#b">Nein</u></body></text></TEI>'


def streams(path: Path, **how: Any) -> tuple[list[kz.Article], list[kz.Loss]]:
    losses: list[kz.Loss] = []
    return list(streamed.articles(path, on_loss=losses.append, **how)), sorted(losses, key=str)


def loads(path: Path, **how: Any) -> tuple[list[kz.Article], list[kz.Loss]]:
    losses: list[kz.Loss] = []
    return list(kz.load(path, on_loss=losses.append, **how).articles), sorted(losses, key=str)


@pytest.mark.parametrize(
    "inside",
    [
        f"{HEADER}\n{text('x')}\n<!-- between -->\n{text('y')}\n",
        f"{HEADER}{text('')}{text('')}{text('z')}",
        f"<teiHeader/>{text('x')}<standOff><listPerson><person xml:id='a'/></listPerson></standOff>\n\n{text('y')}",
        f"{HEADER}{text('x')}<teiCorpus xml:lang='kk'><teiHeader/>\n{text('y')}{text('z')}</teiCorpus>\n{text('w')}",
        f"{HEADER}<teiCorpus><teiHeader><particDesc><person xml:id='b'/></particDesc></teiHeader>{text('y')}</teiCorpus>{text('z')}",
        f"{HEADER}{text('x')[:-6]}{text('y')}</TEI>{text('z')}",
        f"{HEADER}<!-- <TEI> --><note>x</note>{text('x')}",
        HEADER + text("x", "<![CDATA[<TEI>]]>\n<hi>a</hi>"),
    ],
)
def test_streaming_gives_what_loading_gives(inside: str, tmp_path: Path) -> None:
    path = tmp_path / "corpus.xml"
    path.write_text(f'<?xml version="1.0"?>\n<teiCorpus{NS} xml:lang="ru">\n{inside}</teiCorpus>\n')
    assert streams(path) == loads(path)
    assert list(kz.iter_articles(path)) == loads(path)[0]


@pytest.mark.parametrize(
    "document",
    [
        f"<TEI{NS}>{HEADER}{text('x')}{text('y')}</TEI>",
        f"<teiCorpus>{HEADER}{text('x')}</teiCorpus>",
        f"<teiCorpus.2>{HEADER}<TEI.2><text><body><p>a</p></body></text></TEI.2></teiCorpus.2>",
        f'<t:teiCorpus xmlns:t="http://www.tei-c.org/ns/1.0">{"<t:TEI><t:text/></t:TEI>" * 2}</t:teiCorpus>',
        f"<teiCorpus{NS}>{HEADER}</teiCorpus>",
    ],
)
def test_what_cannot_be_cut_is_read_as_a_whole(document: str, tmp_path: Path) -> None:
    path = tmp_path / "corpus.xml"
    try:
        path.write_text(document)
        expected = loads(path)
    except kz.DecodeError:
        with pytest.raises(kz.DecodeError):
            streams(path)
    else:
        assert streams(path) == expected


def test_files_take_their_turn(tmp_path: Path) -> None:
    (tmp_path / "2017").mkdir()
    (tmp_path / "people.xml").write_text(f'<listPerson{NS}><person xml:id="a"><persName>Anna</persName></person></listPerson>')
    for name in ("one", "two"):
        (tmp_path / "2017" / f"{name}.xml").write_text(text(name).replace("<TEI", f"<TEI{NS}", 1))
    (tmp_path / "sub.xml").write_text(f'<teiCorpus{NS}{XI}>{HEADER}<xi:include href="2017/one.xml"/></teiCorpus>')
    header = '<teiHeader><profileDesc><particDesc><xi:include href="people.xml"/></particDesc></profileDesc></teiHeader>'
    path = tmp_path / "corpus.xml"
    for references in (
        '<xi:include href="2017/one.xml"/><xi:include href="2017/two.xml"/>',
        f'<xi:include href="2017/one.xml"/>{text("here")}<xi:include href="two.xml" xml:base="2017/"/>',
        '<xi:include href="sub.xml"/><xi:include href="2017/two.xml"/>',
    ):
        path.write_text(f"<teiCorpus{NS}{XI}>{header}{references}</teiCorpus>")
        read, losses = streams(path, include_from=tmp_path)
        assert (read, losses) == loads(path, options=TeiReading(include=True))
        assert {one.statements[0].speaker and one.statements[0].speaker.entity for one in read} <= {"a", "a-2"}
        assert list(kz.iter_articles(path, options=TeiReading(include=True))) == read
        assert streams(path) == loads(path)
    path.write_text(f'<teiCorpus{NS}{XI}>{header}<xi:include href="2017/one.xml"/><xi:include href="gone.xml"/></teiCorpus>')
    with pytest.raises(kz.DecodeError, match=r"gone\.xml"):  # a file that is not there is told before the first turn
        next(streamed.articles(path, include_from=tmp_path))


@pytest.mark.parametrize("base", ["../", "http://[", "https://example.org/", "/etc/", "data/../../", "file:///etc/", "%00/"])
def test_a_base_leads_nowhere_else(base: str, tmp_path: Path) -> None:
    (tmp_path / "one.xml").write_text(text("one").replace("<TEI", f"<TEI{NS}", 1))
    path = tmp_path / "corpus.xml"
    path.write_text(f'<teiCorpus{NS}{XI} xml:base="{base}">{HEADER}<xi:include href="one.xml"/></teiCorpus>')
    with pytest.raises(kz.DecodeError, match="expected a file"):
        kz.load(path, options=TeiReading(include=True))
    with pytest.raises(kz.DecodeError, match="expected a file"):
        list(kz.iter_articles(path, options=TeiReading(include=True)))


@pytest.mark.parametrize(
    ("broken", "line"),
    [
        (f"{HEADER}\n{text('x')}\n\n<TEI>\n<text></TEI></teiCorpus>", 7),
        (f"{HEADER}\n{text('x')}\n\n<note></teiCorpus>", 6),
        (f"<teiHeader>\n</teiheader>{text('x')}</teiCorpus>", 4),
    ],
)
def test_a_fault_has_its_line_in_the_whole_document(broken: str, line: int, tmp_path: Path) -> None:
    path = tmp_path / "corpus.xml"
    path.write_text(f'<?xml version="1.0"?>\n<teiCorpus{NS}>\n{broken}')
    with pytest.raises(kz.DecodeError) as caught:
        streams(path)
    assert [finding.line for finding in caught.value.findings] == [line]


def test_memory_stays_flat(tmp_path: Path) -> None:
    path = tmp_path / "corpus.xml"
    with path.open("w") as file:
        file.write(f"<teiCorpus{NS}>{HEADER}")
        file.writelines(text(f"t{number}", "Ja. " * 50) + "\n" for number in range(700))
        file.write("</teiCorpus>")
    held = []
    tracemalloc.start()
    try:
        for number, _ in enumerate(streamed.articles(path)):
            if number in (100, 650):
                held.append(tracemalloc.get_traced_memory()[0])
    finally:
        tracemalloc.stop()
    assert held[1] - held[0] < 100_000


def skeleton_of(document: bytes) -> streamed._Skeleton | None:
    return streamed._skeleton(pieces(io.BytesIO(document), 1 << 20))


def test_what_stands_around_texts_is_kept_with_its_lines() -> None:
    document = (
        b'<?xml version="1.0"?>\n<teiCorpus>\n<teiHeader/>\n<TEI>\na</TEI>\n<!-- x -->\n<TEI>\n</TEI>\n<note>\n</note><TEI>b</TEI>\n'
        b"</teiCorpus>\n"
    )
    found = skeleton_of(document)
    assert found is not None
    assert found.content == (
        b'<?xml version="1.0"?>\n<teiCorpus>\n<teiHeader/>\n<kzcorpus-here/>\n<note>\n</note><kzcorpus-here/>\n</teiCorpus>\n'
    )
    assert found.digest == hashlib.sha256(document).hexdigest()[:16]
    assert [found.line(own) for own in range(1, 8)] == [1, 2, 3, 8, 9, 10, 11]
    assert found.line(0) == 0


@pytest.mark.parametrize(
    "document",
    [
        b"",
        b"<TEI>a</TEI>",
        b"<teiCorpus/>",
        b"<teiCorpus><t:TEI/></teiCorpus>",
        b"<!-- --><TEI>a</TEI><teiCorpus/>",
        b"<x><TEI>a</TEI></x>",
    ],
)
def test_what_is_no_corpus_of_texts_has_nothing_around_them(document: bytes) -> None:
    assert skeleton_of(document) is None


@pytest.mark.parametrize("inside", ["", f"{HEADER}{text('x')}"])
def test_a_file_of_just_the_size_that_is_allowed_is_read(inside: str, tmp_path: Path) -> None:
    path = tmp_path / "corpus.xml"
    path.write_text(f"<teiCorpus{NS}>{inside}</teiCorpus>" if inside else f"<TEI{NS}><text><body><p>a</p></body></text></TEI>")
    size = path.stat().st_size
    assert len(streams(path, options=Options(size=size))[0]) == 1
    with pytest.raises(kz.DecodeError) as caught:
        streams(path, options=Options(size=20))
    assert [finding.code for finding in caught.value.findings] == ["tei.limit"]


def test_losses_are_told_at_the_end_to_who_asks(tmp_path: Path) -> None:
    path = tmp_path / "corpus.xml"
    for document in (f"<teiCorpus{NS}>{HEADER}\n{text('x')}\n{text('y')}</teiCorpus>", text("x")):
        path.write_text(document)
        assert [article.id for article in streamed.articles(path)] == [article.id for article in loads(path)[0]]
        losses: list[kz.Loss] = []
        turns = streamed.articles(path, on_loss=losses.append)
        next(turns)
        assert losses == []
        list(turns)
        assert sorted(losses, key=str) == loads(path)[1]
        assert losses


def ours(document: str) -> str:
    mark = "<encodingDesc><schemaRef key='kzcorpus-1' url='urn:kzcorpus:profile:1'/></encodingDesc>"
    return document.replace("<teiHeader>", f"<teiHeader>{mark}", 1)


@pytest.mark.parametrize(
    "document",
    [
        ours(f"<teiCorpus{NS}>{HEADER}{text('x')}</teiCorpus>").replace("teiCorpus", "teiCorpus.2"),
        f"<teiCorpus{NS}><teiHeader/>{ours(text('x'))}</teiCorpus>",
        ours(text("x")),
    ],
)
def test_what_was_ours_does_not_pass_for_somebody_elses(document: str, tmp_path: Path) -> None:
    path = tmp_path / "corpus.xml"
    path.write_text(document)
    with pytest.raises(kz.DecodeError) as caught:
        list(streamed.articles(path))
    assert {finding.code for finding in caught.value.findings} == {"tei.foreign"}
    assert "without the schemaRef of kzcorpus" in str(caught.value)


def test_a_text_that_looks_like_ours_further_down_is_read(tmp_path: Path) -> None:
    path = tmp_path / "corpus.xml"
    path.write_text(f"<teiCorpus{NS}>{HEADER}{text('x')}{ours(text('y'))}</teiCorpus>")
    assert [article.id for article in streams(path)[0]] == ["x", "y"] == [article.id for article in loads(path)[0]]


def test_references_are_passed_over_where_nothing_is_to_be_included(tmp_path: Path) -> None:
    (tmp_path / "one.xml").write_text(text("one").replace("<TEI", f"<TEI{NS}", 1))
    (tmp_path / "note.xml").write_text(f"<note{NS}>n</note>")
    path = tmp_path / "corpus.xml"
    path.write_text(
        f'<teiCorpus{NS}{XI}>{HEADER}<xi:include href="note.xml"/>{text("x")}<xi:include href="one.xml"/>\n<xi:include href="note.xml"/>'
        f"{text('y')}</teiCorpus>"
    )
    assert [article.id for article in streams(path)[0]] == ["x", "y"]
    read, losses = streams(path, include_from=tmp_path)
    assert [article.id for article in read] == ["x", "one", "y"]
    assert (read, losses) == loads(path, options=TeiReading(include=True))


def test_a_file_of_references_alone_is_read_one_after_another(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.xml").write_text(text(name).replace("<TEI", f"<TEI{NS}", 1))
    path = tmp_path / "corpus.xml"
    path.write_text(f'<teiCorpus{NS}{XI}>{HEADER}<xi:include href="one.xml"/><xi:include href="two.xml"/></teiCorpus>')
    (tmp_path / "two.xml").write_text("<TEI")
    turns = streamed.articles(path, include_from=tmp_path)
    assert next(turns).id == "one"
    with pytest.raises(kz.DecodeError, match=r"in the included file 'two\.xml'"):
        next(turns)
