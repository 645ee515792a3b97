from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzcorpus import Authority, DecodeError, ReadError, Voice, When, read_texts
from kzcorpus.read.assembly.particulars import NOTHING_KNOWN, Register, read_register

TEXT = "The minister said on Friday that trade would grow and that the border was open.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "news"
    for name in ("a.txt", "2021/b.txt", "2022/b.txt"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(f"{TEXT}{name}\n", encoding="utf-8")
    return root


def _table(folder: Path, *lines: str, name: str = "known.csv") -> Path:
    path = folder.parent / name
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def _faults(path: Path) -> list[str]:
    with pytest.raises(DecodeError) as raised:
        read_register(path)
    assert raised.value.path == str(path)
    return [f"{finding.line}: {finding.message}" for finding in raised.value.findings]


def test_what_a_table_tells_is_in_the_articles(folder: Path) -> None:
    table = _table(folder, "file,published,outlet,url,retrieved", "a.txt,2022-10-14,The Steppe,https://example.org/a,2023", "b.txt,2021,,,")
    first, second, third = sorted(read_texts(folder, authority=Authority(), metadata=table).articles, key=lambda article: article.id)
    assert first.published == When("2022-10-14", "given")
    assert first.source is not None
    assert first.source.outlet == Voice(entity="steppe", name="The Steppe", kind="outlet")
    assert (first.source.url, first.source.retrieved, first.source.filename) == ("https://example.org/a", "2023", "a.txt")
    assert {one.published for one in (second, third)} == {When("2021", "given")}


def test_the_row_that_names_most_of_a_path_counts(folder: Path) -> None:
    table = _table(folder, "file\tpublished", "b.txt\t2020", "2022\\b.txt\t2022", name="known.tsv")
    published = {article.text[-11:-1]: article.published for article in read_texts(folder, authority=Authority(), metadata=table).articles}
    assert published["2021/b.txt"] == When("2020", "given")
    assert published["2022/b.txt"] == When("2022", "given")


def test_several_processes_know_the_same(folder: Path) -> None:
    table = _table(folder, "file,published", "a.txt,2022-10-14")
    assert read_texts(folder, metadata=table, jobs=2) == read_texts(folder, metadata=table)


def test_texts_without_a_row_are_read_all_the_same(folder: Path) -> None:
    table = _table(folder, "file,published", "c.txt,2022")
    assert read_texts(folder, authority=Authority(), metadata=table) == read_texts(folder, authority=Authority())
    assert read_register(table).unread({"a.txt", "b.txt"}) == ("c.txt",)
    assert NOTHING_KNOWN.unread(()) == ()


def test_empty_cells_and_lines_tell_nothing_and_a_byte_order_mark_is_no_column(folder: Path) -> None:
    table = folder.parent / "known.csv"
    table.write_bytes("\ufeffFile , Published\r\n\r\na.txt, \r\n,\r\n".encode())
    assert read_register(table) == Register({("a.txt",): NOTHING_KNOWN.of(Path("a.txt"))})


def test_every_fault_is_told_with_its_line(folder: Path) -> None:
    lines = ("file,published,retrieved", "a.txt,2022-13-01,yesterday", "", "a.txt,2022,", ",2022,", "b.txt,1,2,3")
    assert _faults(_table(folder, *lines)) == [
        "2: 'a.txt': published: found '2022-13-01', expected a day that the calendar has",
        "2: 'a.txt': retrieved: found 'yesterday', expected an EDTF date such as 2022-10-14, 2022-10, 2022-08? or XXXX-10-14",
        "4: found 'a.txt' again, expected each file once; it stands on line 2 too",
        "5: found no file, expected the name of one",
        "6: found more cells than the 3 columns",
    ]


def test_columns_are_told_that_are_missing_unknown_or_twice_there(folder: Path) -> None:
    expected = "expected 'file' and any of 'published', 'outlet', 'url', 'retrieved'"
    assert _faults(_table(folder, "name,url,url", "a.txt,x,y")) == [
        f"1: found no column 'file', {expected}",
        f"1: found the column 'name', {expected}",
        "1: found the column 'url' 2 times, expected it once",
    ]


def test_a_quotation_that_does_not_end_is_told(folder: Path) -> None:
    assert _faults(_table(folder, "file,outlet", 'a.txt,"The Steppe')) == ["2: unexpected end of data"]


def test_a_table_that_cannot_be_read_is_told(folder: Path) -> None:
    with pytest.raises(ReadError, match="missing"):
        read_texts(folder, metadata=folder / "missing.csv")
    table = _table(folder, "file")
    table.write_bytes(b"file,outlet\na.txt,\xff")
    with pytest.raises(ReadError, match="found bytes that are no UTF-8 at 18, expected a table in UTF-8"):
        read_register(table)


@given(st.binary(min_size=1, max_size=60) | st.text(alphabet='file,"\n\ra.x2', min_size=1, max_size=60).map(str.encode))
def test_any_bytes_are_a_table_or_refused(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    table = tmp_path_factory.mktemp("tables", numbered=True) / "t.csv"
    table.write_bytes(raw)
    told = str(table)
    try:
        read_register(table)
    except (ReadError, DecodeError) as error:
        told = str(error)
    assert str(table) in told
