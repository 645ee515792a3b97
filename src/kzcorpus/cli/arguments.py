"""What the command line accepts, and its help."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TypeAlias

import kzcorpus

_Add: TypeAlias = Callable[..., argparse.ArgumentParser]
READABLE = ("json", "jsonl", "tei")
FORMATS = (*READABLE, "csv")
THINGS = (
    "corpus", "article", "block", "mention", "statement", "finding", "agent", "place", "tenure", "concept", "occasion", "link", "remark",
    "correction",
)  # fmt: skip
"""What can change, as ``kzcorpus.analysis.differences`` has it."""

_ABOUT = """\
Who said what, to whom, when, where and according to whom:
raw news texts to a typed corpus, lossless in JSON and TEI.
"""
_TOP = """\
examples:
  kzcorpus build seeds --out build         raw texts to JSON, TEI and CSV
  kzcorpus show article.txt                a text with its statements marked
  kzcorpus convert corpus.json corpus.xml  from one format to another
  kzcorpus check build/corpus.json         what the texts get wrong

exit status: 0 all well, 1 findings or bad input, 2 wrong call
"""
_BUILD = """\
examples:
  kzcorpus build seeds --out build
  kzcorpus build 'news/2022-*.txt' extra.txt --out build --id news-2022 --jobs 4
  kzcorpus build news --out build --metadata news.csv
  kzcorpus build news --out build --extractor spacy:en_core_web_sm

The table has a column "file" and any of published, outlet, url, retrieved.
A path is a file, a folder or a pattern. What cannot be read is named and
passed over; the rest is built, and the exit status is 1. So it is where an
extractor fails at a text, which is then kept without statements.
"""
_SHOW = """\
examples:
  kzcorpus show article.txt
  kzcorpus show build/corpus.json          lists the articles, if several
  kzcorpus show build/corpus.json 003      an article, by how its id begins
  kzcorpus show build/corpus.json --statement a1.3f9c
  kzcorpus show article.txt --color always | less -R

[2|words|2] are the words of statement 2; the legend below the text tells who
said them. FILE - is a raw text on standard input.
"""
_CONVERT = """\
examples:
  kzcorpus convert build/corpus.json corpus.xml
  kzcorpus convert corpus.tei.xml statements.csv
  kzcorpus convert corpus.dat corpus.jsonl --from json

What the second format cannot hold is printed, one kind of loss a line.
"""
_VALIDATE = """\
examples:
  kzcorpus validate build/corpus.json build/corpus.tei.xml
  kzcorpus validate corpus.xml --schema tei_all.rng

A finding is a line: path:line: severity code message. The exit status is 1
where there is a warning or an error.
"""
_CHECK = """\
examples:
  kzcorpus check build/corpus.json
  kzcorpus check news/*.txt
  kzcorpus check build/corpus.json --severity info

A finding is a line: path:line:column: severity code message; line and column
are those of the article's text. Raw texts are read together, so that they are
compared with one another. The exit status is 1 where there is a warning or an
error.
"""
_WHO = """\
examples:
  kzcorpus who Tokaïev
  kzcorpus who 'Президент Токаев' --date 2022
  kzcorpus who Tokyaev --fuzzy
  kzcorpus who Serikov --authority mine.toml

A candidate is a line, best first: what speaks for it, from 0 to 1, its id, the
name it is known by, and the evidence. The exit status is 1 where nobody is
meant.
"""
_SCHEMA = """\
examples:
  kzcorpus schema
  kzcorpus schema --out corpus.schema.json
"""


_DIFF = """\
examples:
  kzcorpus diff before.json after.json
  kzcorpus diff mine.json hers.tei --only statement --only correction
  kzcorpus diff before.json after.json --format json

A change is a line: article:line:column: what became of what, and the words it
is about. The exit status is 0 where the corpora are equal, 1 where they are
not.
"""
_REREAD = """\
examples:
  kzcorpus reread corpus.json --out reread.json
  kzcorpus reread corpus.json --corrections hers.json --out both.json
  kzcorpus reread corpus.json --extractor spacy:en_core_web_sm --out new.json

What people decided stays, everything else is read anew. Findings about their
decisions are printed; the exit status is 1 where one is a warning. Without
--out the corpus itself is replaced.
"""
_MERGE = """\
examples:
  kzcorpus merge january.json february.json --out winter.json

Corpora that say different things under one id cannot be joined: every such id
is named with the fields that differ, and nothing is written.
"""


def _folder(text: str) -> str:
    if not text:
        raise argparse.ArgumentTypeError("expected a folder, found an empty path")
    return text


def _file(text: str) -> str:
    if not text:
        raise argparse.ArgumentTypeError("expected a file, found an empty path")
    return text


def _identifier(text: str) -> str:
    if not text:
        raise argparse.ArgumentTypeError("expected an id that is not empty")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise argparse.ArgumentTypeError("expected an id that is valid text") from error
    return text


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 5 and int(text)):  # noqa: PLR2004 -- no machine has ten thousand cores
        raise argparse.ArgumentTypeError(f"found {text!r}, expected a whole number from 1")
    return int(text)


def _command(add: _Add, name: str, help_: str, epilog: str, room: str) -> argparse.ArgumentParser:
    description = f"{help_[0].upper()}{help_[1:]}."
    made = add(
        name, help=help_, description=description, epilog=epilog, formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False
    )
    made.set_defaults(room=room, verb=name)
    return made


def _add_texts(add: _Add) -> None:
    build = _command(add, "build", "read raw texts and write the corpus as JSON, TEI and a table of statements", _BUILD, "building")
    build.add_argument("paths", metavar="PATH", nargs="+", help="a text, a folder of texts, or a pattern")
    build.add_argument("--out", metavar="DIR", required=True, type=_folder, help="the folder to write to; made where it is missing")
    build.add_argument("--jobs", metavar="N", type=_count, default=1, help="how many processes read (default: 1)")
    build.add_argument("--extractor", metavar="NAME", default="rules", help="what finds the statements, as installed (default: rules)")
    build.add_argument("--metadata", metavar="CSV", help="a table of when each text was published, where and by whom")
    build.add_argument("--id", metavar="ID", type=_identifier, help="the id of the corpus (default: the folder's name)")
    build.add_argument("--force", action="store_true", help="overwrite files of these names that kzcorpus did not write")
    build.add_argument("--quiet", action="store_true", help="print errors only")

    show = _command(add, "show", "show an article with its statements marked", _SHOW, "showing")
    show.add_argument("file", metavar="FILE", help="a corpus (.json .jsonl .xml .tei) or a raw text")
    show.add_argument("article", metavar="ARTICLE", nargs="?", help="the id of an article, or how it begins")
    show.add_argument("--statement", metavar="ID", help="show this statement only")
    when = "always, never or auto: on a terminal, unless NO_COLOR is set (default)"
    show.add_argument("--color", "--colour", metavar="WHEN", choices=("always", "never", "auto"), default="auto", help=when)


def _add_documents(add: _Add) -> None:
    convert = _command(add, "convert", "convert a corpus from one format to another", _CONVERT, "converting")
    convert.add_argument("source", metavar="A", help="the document to read")
    convert.add_argument("target", metavar="B", help="the document to write")
    convert.add_argument("--from", dest="source_format", choices=READABLE, help="the format of A (default: by its suffix)")
    convert.add_argument("--to", dest="target_format", choices=FORMATS, help="the format of B (default: by its suffix)")

    validate = _command(add, "validate", "tell what is wrong with documents", _VALIDATE, "inspection")
    validate.add_argument("files", metavar="FILE", nargs="+", help="a corpus in JSON or TEI")
    validate.add_argument("--schema", metavar="RNG", help="hold TEI against this RELAX NG schema instead of kzcorpus's own profile")

    check = _command(add, "check", "tell what the texts get wrong", _CHECK, "inspection")
    check.add_argument("files", metavar="FILE", nargs="+", help="a corpus, or raw texts and folders of them")
    check.add_argument(
        "--severity", choices=("info", "warning", "error"), default="warning", help="the least severity to print (default: warning)"
    )
    check.add_argument("--metadata", metavar="CSV", help="for raw texts: a table of when each was published, where and by whom")

    who = _command(add, "who", "tell whom a name may mean", _WHO, "naming")
    who.add_argument("name", metavar="NAME", help="a name, in any orthography, with or without a title; or a post")
    who.add_argument("--date", metavar="DATE", help="when: prefers names and roles in force then (a day, or EDTF)")
    who.add_argument("--fuzzy", action="store_true", help="also what is only similar, where nothing else is found (extra: match)")
    who.add_argument("--authority", metavar="TOML", action="append", default=[], help="records of your own; may be given again")

    schema = _command(add, "schema", "print the JSON Schema of a corpus", _SCHEMA, "schemas")
    schema.add_argument("--out", metavar="FILE", help="write it to a file")


def _add_curation(add: _Add) -> None:
    diff = _command(add, "diff", "tell what changed from one corpus to another", _DIFF, "comparing")
    diff.add_argument("a", metavar="A", help="a corpus")
    diff.add_argument("b", metavar="B", help="the corpus to compare with it")
    diff.add_argument(
        "--only", dest="what", metavar="WHAT", action="append", choices=THINGS, help=f"show changes of these: {', '.join(THINGS)}"
    )
    diff.add_argument("--format", choices=("text", "json"), default="text", help="a line each, or a JSON array (default: text)")

    reread = _command(add, "reread", "read the texts of a corpus anew, keeping what people decided", _REREAD, "curating")
    reread.add_argument("file", metavar="FILE", help="a corpus")
    reread.add_argument("--out", metavar="FILE", type=_file, help="where to write it (default: in its place)")
    reread.add_argument("--corrections", metavar="FILE", action="append", default=[], help="take over the corrections of this corpus first")
    reread.add_argument(
        "--authority", metavar="TOML", action="append", default=[], help="records of your own, which win over the bundled ones"
    )
    reread.add_argument("--extractor", metavar="NAME", default="rules", help="what finds the statements, as installed (default: rules)")
    programs = "a name that an extractor signed statements with, which are therefore read anew"
    reread.add_argument("--program", metavar="NAME", action="append", default=[], help=programs)

    merge = _command(add, "merge", "join corpora into one", _MERGE, "curating")
    merge.add_argument("files", metavar="FILE", nargs="+", help="a corpus")
    merge.add_argument("--out", metavar="FILE", required=True, type=_file, help="where to write the whole")
    merge.add_argument("--id", metavar="ID", type=_identifier, help="the id of the whole (default: that of the first)")


def parser(prog: str = "kzcorpus") -> argparse.ArgumentParser:
    """Return the parser of the whole command line; ``room`` and ``verb`` of its result name the function to call."""
    top = argparse.ArgumentParser(
        prog=prog,
        description=_ABOUT,
        epilog=_TOP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    top.add_argument("--version", action="version", version=f"kzcorpus {kzcorpus.__version__}")
    commands = top.add_subparsers(metavar="COMMAND", required=True)
    _add_texts(commands.add_parser)
    _add_documents(commands.add_parser)
    _add_curation(commands.add_parser)
    return top
