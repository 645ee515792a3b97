import codecs
import hashlib

import pytest

from kzcorpus.errors import KzcorpusError, UnknownEncodingError
from kzcorpus.model.spans import Span
from kzcorpus.read.decoding import Decoded, decode, looks_binary

TEXT = "Тоқаев: “Сәлем” \r\n\x0b\ufeff𐍈\x00"


def codes(decoded: Decoded) -> list[str]:
    return [finding.code for finding in decoded.findings]


@pytest.mark.parametrize(
    ("mark", "codec", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32"),
        (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32-be"),
    ],
)
def test_a_mark_decides_and_is_no_text(mark: bytes, codec: str, encoding: str) -> None:
    raw = mark + TEXT.encode(codec)
    assert decode(raw) == Decoded(TEXT, encoding, hashlib.sha256(raw).hexdigest())


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_marked_bytes_come_back(encoding: str) -> None:
    raw = {"utf-8-sig": codecs.BOM_UTF8, "utf-16": codecs.BOM_UTF16_LE, "utf-32": codecs.BOM_UTF32_LE}[encoding]
    raw += TEXT.encode({"utf-8-sig": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}[encoding])
    decoded = decode(raw)
    assert decoded.encoding == encoding
    assert decoded.text.encode(encoding) == raw


def test_a_mark_overrules_the_caller_and_says_so() -> None:
    decoded = decode(codecs.BOM_UTF8 + b"abc", "cp1251")
    assert (decoded.text, decoded.encoding, codes(decoded)) == ("abc", "utf-8-sig", ["encoding-overruled"])


@pytest.mark.parametrize("asked", ["utf-8", "utf-8-sig", "UTF8"])
def test_a_mark_agrees_with_its_own_family(asked: str) -> None:
    assert decode(codecs.BOM_UTF8 + b"abc", asked).findings == ()


@pytest.mark.parametrize(
    ("raw", "asked", "encoding"),
    [
        (TEXT.encode(), None, "utf-8"),
        ("Тоқаев".encode("kz1048"), "kz1048", "kz1048"),
        ("Токаев".encode("cp1251"), "windows-1251", "cp1251"),
        ("Токаев".encode("koi8-r"), "KOI8-R", "koi8-r"),
        (b"caf\xe9", "latin-1", "iso-8859-1"),
        (b"caf\xa4", "iso8859_15", "iso-8859-15"),
        ("abc".encode("utf-16-le"), "utf-16", "utf-16-le"),
        (b"abc", "utf-8-sig", "utf-8"),
        (b"", None, "utf-8"),
    ],
)
def test_what_the_caller_names_is_used_and_gives_the_bytes_back(raw: bytes, asked: str | None, encoding: str) -> None:
    decoded = decode(raw, asked)
    assert (decoded.encoding, decoded.findings) == (encoding, ())
    assert decoded.text.encode(encoding) == raw


def test_bytes_in_no_known_encoding_are_read_as_latin_1_and_reported() -> None:
    decoded = decode(b"caf\xe9 \x81")
    assert (decoded.text, decoded.encoding, codes(decoded)) == ("café \x81", "iso-8859-1", ["encoding-assumed"])
    assert "byte 3" in decoded.findings[0].message
    assert decoded.text.encode("iso-8859-1") == b"caf\xe9 \x81"


def test_bytes_that_are_not_what_the_caller_said_fall_back_to_utf_8_first() -> None:
    decoded = decode("Тоқаев".encode(), "ascii")
    assert (decoded.text, decoded.encoding, codes(decoded)) == ("Тоқаев", "utf-8", ["encoding-assumed"])
    assert decode(b"\xff", "ascii").encoding == "iso-8859-1"


def test_utf_8_bytes_that_contradict_their_mark_keep_every_byte() -> None:
    raw = codecs.BOM_UTF8 + b"a\xff"
    decoded = decode(raw)
    assert codes(decoded) == ["encoding-assumed"]
    assert decoded.text.encode(decoded.encoding or "") == raw


def test_a_cut_utf_16_file_stays_readable() -> None:
    decoded = decode("Астана".encode("utf-16-le").join([codecs.BOM_UTF16_LE, b"\x10"]))
    assert (decoded.text, decoded.encoding, codes(decoded)) == ("Астана\ufffd", "utf-16", ["encoding-damaged"])
    assert decoded.findings[0].spans == (Span(6, 7),)


def test_what_looks_like_utf_32_but_is_utf_16_with_a_nul() -> None:
    raw = codecs.BOM_UTF16_LE + "\0a".encode("utf-16-le")
    assert decode(raw).text == "\0a"


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [
        ("a\ud800\ud801b", None),
        (codecs.BOM_UTF16_LE + b"a\0\x00\xd8\x01\xd8b\0", None),
        (b"a\\ud800\\ud801b", "unicode_escape"),
    ],
)
def test_surrogates_are_replaced_and_reported(raw: bytes | str, encoding: str | None) -> None:
    decoded = decode(raw, encoding)
    assert decoded.text == "a\ufffd\ufffdb"
    assert codes(decoded) == ["surrogates-replaced"]
    assert decoded.findings[0].spans == (Span(1, 3),)


def test_many_surrogates_are_one_finding_of_bounded_size() -> None:
    decoded = decode("\ud800 " * 10_000)
    assert "10000 runs" in decoded.findings[0].message
    assert len(decoded.findings[0].spans) == 100


def test_a_str_has_no_bytes_to_vouch_for() -> None:
    assert decode("\ufeffa") == Decoded("\ufeffa")


@pytest.mark.parametrize("name", ["no-such", "", "rot13", "hex", "a\0b", "\ud800"])
def test_a_name_that_is_no_text_encoding_is_the_callers_error(name: str) -> None:
    with pytest.raises(UnknownEncodingError, match="expected a text encoding") as raised:
        decode(b"a", name)
    assert isinstance(raised.value, KzcorpusError)
    assert raised.value.name == name


def test_a_codec_that_warns_or_fails_in_its_own_way_does_not_raise() -> None:
    assert decode(b"\\q", "unicode_escape").text == "\\q"
    assert decode(b"a", "undefined").encoding == "utf-8"


@pytest.mark.parametrize(
    ("raw", "binary"),
    [
        (b"PK\x03\x04\x00", True),
        (b"text", False),
        (b"", False),
        ("a".encode("utf-16"), False),
        ("a".encode("utf-32"), False),
        (codecs.BOM_UTF8 + b"a\0", True),
        ("a".encode("utf-16-le"), True),
    ],
)
def test_looks_binary(raw: bytes, binary: bool) -> None:  # noqa: FBT001
    assert looks_binary(raw) is binary
