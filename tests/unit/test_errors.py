import pytest

from kzcorpus import (
    AmbiguousNameError,
    AuthorityError,
    DecodeError,
    EncodeError,
    ExtractorError,
    Fault,
    Finding,
    KzcorpusError,
    Match,
    MissingExtraError,
    ModelError,
    ReadError,
    UnknownExtractorError,
    UnknownFormatError,
    UnknownIdError,
)
from kzcorpus.errors import MESSAGE_LIMIT, describe, shorten


@pytest.mark.parametrize(
    ("cls", "builtin"),
    [
        (ModelError, ValueError),
        (DecodeError, ValueError),
        (EncodeError, ValueError),
        (ReadError, OSError),
        (UnknownFormatError, ValueError),
        (UnknownIdError, LookupError),
        (UnknownExtractorError, LookupError),
        (ExtractorError, RuntimeError),
        (AuthorityError, LookupError),
        (AmbiguousNameError, AuthorityError),
        (MissingExtraError, ImportError),
    ],
)
def test_every_error_is_ours_and_what_python_would_raise(cls: type[Exception], builtin: type[Exception]) -> None:
    assert issubclass(cls, KzcorpusError)
    assert issubclass(cls, builtin)


def test_one_fault_is_one_line_and_several_are_counted() -> None:
    assert str(ModelError((Fault("Article.id", "found int 7, expected str"),))) == "Article.id: found int 7, expected str"
    assert str(ModelError((Fault("", "all of it"), Fault("b", "this")))) == "2 faults\n  - all of it\n  - b: this"


def test_many_faults_are_cut_and_the_rest_is_counted() -> None:
    message = str(ModelError(tuple(Fault(f"a[{n}]", "found nothing good") for n in range(10_000))))
    shown = message.count("  - ")
    assert len(message) <= MESSAGE_LIMIT
    assert message.startswith("10000 faults\n  - a[0]: found nothing good\n")
    assert message.endswith(f"\n... and {10_000 - shown} more")


def test_a_long_fault_does_not_hide_the_others() -> None:
    message = str(ModelError((Fault("a", "x" * 5_000), Fault("b", "short"))))
    assert message.endswith("\n  - b: short")
    assert len(str(ModelError((Fault("a", "x" * 5_000),)))) == MESSAGE_LIMIT


def test_messages_say_what_to_do() -> None:
    assert str(DecodeError((Finding("json.type", "error", "found 7, expected str", line=3),))) == "line 3: found 7, expected str"
    assert str(ReadError("a.txt", "is no text file")) == "a.txt: is no text file"
    assert ReadError("a.txt", "is no text file").errno is None
    assert str(UnknownFormatError(".doc", "known are .json and .xml")) == ".doc: known are .json and .xml"
    assert str(UnknownIdError("article", "a1")) == "no article has the id 'a1'"
    assert str(MissingExtraError("fast", "exact matching")) == "exact matching needs an optional library: pip install 'kzcorpus[fast]'"


def test_an_ambiguous_name_lists_its_first_candidates() -> None:
    candidates = tuple(Match(f"p{n}", "Ким", 0.5, "family name") for n in range(12))
    assert str(AmbiguousNameError("Ким", candidates[:2])) == "'Ким' may mean 'p0', 'p1'"
    assert str(AmbiguousNameError("Ким", candidates)).endswith("'p9' and 2 more")


def test_a_literal_is_shortened_in_the_middle() -> None:
    assert shorten("short\n") == "'short\\n'"
    assert shorten("a" * 50 + "b" * 50, 10) == "'aaaaa…bbbbb'"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (7, "int 7"),
        (True, "bool True"),
        (None, "NoneType None"),
        (0.5, "float 0.5"),
        ("a", "str 'a'"),
        ([1], "list"),
        (10**30, "a very large int"),
    ],
)
def test_what_was_found_is_described_by_type_and_value(value: object, expected: str) -> None:
    assert describe(value) == expected
