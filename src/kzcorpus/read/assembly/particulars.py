"""What somebody knows of texts that the texts do not say: who published each, when and where, in a table beside them."""

import csv
import io
from collections.abc import Container, Iterator, Mapping, Sequence
from os import PathLike, fspath
from pathlib import Path, PurePosixPath
from typing import TypeAlias

import attrs

from kzcorpus.errors import DecodeError, ReadError, shorten
from kzcorpus.model.articles import Source
from kzcorpus.model.dates import When
from kzcorpus.model.edtf import reason_invalid
from kzcorpus.model.findings import Finding
from kzcorpus.model.statements import Voice
from kzcorpus.read.assembly.gathering import content, name_of

FILE = "file"
COLUMNS = ("published", "outlet", "url", "retrieved")
"""What a table may tell of each file, besides its name."""
_Columns: TypeAlias = Mapping[str, str]
_Key: TypeAlias = tuple[str, ...]


@attrs.frozen
class Particulars:
    """What is known of one text: when it was published (EDTF, with the basis ``given``), and what its source is to say."""

    published: When | None = None
    source: Source = attrs.field(factory=Source)


@attrs.frozen
class Register:
    """The particulars of texts by the end of their paths: ``2022/a.txt`` is any file of that name in a folder of that name."""

    rows: Mapping[_Key, Particulars] = attrs.field(factory=dict)

    def of(self, path: Path) -> Particulars:
        """Return what is known of a file: the row that names most of its path counts; nothing where no row names it."""
        parts = (*path.parts[:-1], name_of(path))
        ends = (self.rows.get(parts[start:]) for start in range(len(parts)))
        return next((row for row in ends if row is not None), Particulars())

    def unread(self, names: Container[str]) -> tuple[str, ...]:
        """Return the files of rows that are none of the file names."""
        return tuple("/".join(key) for key in self.rows if key[-1] not in names)


NOTHING_KNOWN = Register()


def _cell(row: _Columns, column: str) -> str | None:
    return (row.get(column) or "").strip() or None


def _read_row(row: _Columns) -> tuple[Particulars, list[str]]:
    """Return what a row tells, and what is wrong with it."""
    faults = []
    for column in ("published", "retrieved"):
        wrong = reason_invalid(_cell(row, column) or "XXXX")
        if wrong:
            faults.append(f"{column}: {wrong}")
    if faults:
        return Particulars(), faults
    published, outlet = _cell(row, "published"), _cell(row, "outlet")
    source = Source(Voice(name=outlet, kind="outlet") if outlet else None, _cell(row, "url"), _cell(row, "retrieved"))
    return Particulars(When(published, "given") if published else None, source), []


def _head_faults(head: Sequence[str]) -> Iterator[Finding]:
    """Yield what is wrong with the first line; the names of columns are those of ``COLUMNS``, after ``file``."""
    expected = f"expected {FILE!r} and any of {', '.join(map(repr, COLUMNS))}"
    if FILE not in head:
        yield _fault(1, f"found no column {FILE!r}, {expected}")
    for name in dict.fromkeys(head):
        if name not in (FILE, *COLUMNS):
            yield _fault(1, f"found the column {shorten(name)}, {expected}")
        if head.count(name) > 1:
            yield _fault(1, f"found the column {shorten(name)} {head.count(name)} times, expected it once")


def _fault(line: int, message: str) -> Finding:
    return Finding("metadata-invalid", "error", message, line=line)


def _key(file: str) -> _Key:
    return PurePosixPath(file.replace("\\", "/")).parts


def _rows(table: "csv.DictReader[str]", faults: list[Finding]) -> Iterator[tuple[_Key, Particulars]]:
    """Yield the rows by file; ``faults`` grows by what is wrong with them."""
    seen: dict[_Key, int] = {}
    for row in table:
        line = table.line_num
        if None in row:
            faults.append(_fault(line, f"found more cells than the {len(table.fieldnames or ())} columns"))
            continue
        file = _cell(row, FILE)
        if file is None:
            if any(row.values()):
                faults.append(_fault(line, "found no file, expected the name of one"))
            continue
        key = _key(file)
        if key in seen:
            faults.append(_fault(line, f"found {shorten(file)} again, expected each file once; it stands on line {seen[key]} too"))
            continue
        seen[key] = line
        particulars, wrong = _read_row(row)
        faults += [_fault(line, f"{shorten(file)}: {fault}") for fault in wrong]
        yield key, particulars


def read_register(path: str | PathLike[str]) -> Register:
    r"""Return what a table tells of texts: CSV in UTF-8, or with tabs where its name ends in ``.tsv``; the first line names its columns.

    ``file`` is a file's name, or the end of its path. ``published`` and ``retrieved`` are EDTF, ``outlet`` a name, ``url`` an address;
    an empty cell tells nothing. Raises ``ReadError`` where the table cannot be read, ``DecodeError`` with every fault and its line.
    """
    place = Path(fspath(path))
    try:
        text = content(place).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReadError(str(place), f"found bytes that are no UTF-8 at {error.start}, expected a table in UTF-8") from error
    table = csv.DictReader(io.StringIO(text, newline=""), delimiter="\t" if place.suffix.lower() == ".tsv" else ",", strict=True)
    faults: list[Finding] = []
    rows: dict[_Key, Particulars] = {}
    try:
        table.fieldnames = [name.strip().lower() for name in table.fieldnames or ()]
        faults += _head_faults(table.fieldnames)
        rows = {} if faults else dict(_rows(table, faults))
    except csv.Error as error:
        faults.append(_fault(table.reader.line_num, str(error)))
    if faults:
        raise DecodeError(tuple(faults), str(place))
    return Register(rows)
