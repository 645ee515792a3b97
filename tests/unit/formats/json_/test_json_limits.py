import pytest

from kzcorpus.errors import DecodeError, EncodeError
from kzcorpus.formats.json_.limits import Options, give, take


def test_the_limit_that_is_documented() -> None:
    assert Options().size == 2_000_000_000


@pytest.mark.parametrize("document", ["12345", b"12345", "ёёёёё"])
def test_a_document_of_just_that_size_is_taken(document: str | bytes) -> None:
    take(document, Options(5))
    with pytest.raises(DecodeError) as caught:
        take(document, Options(4))
    (finding,) = caught.value.findings
    assert (finding.code, finding.path, finding.line) == ("json.limit", "$", None)
    assert finding.message == "found a document of 5 bytes, expected at most 4"


@pytest.mark.parametrize(("document", "size"), [("12345", 5), ("ёёёёё", 10), ("\U0001f309", 4), ("", 0)])
def test_a_document_is_given_where_it_is_no_larger_in_bytes(document: str, size: int) -> None:
    assert give(document, Options(size)) == document
    assert give(document, Options(4 * size)) == document
    if size:
        with pytest.raises(EncodeError, match=f"^found a document of {size} bytes, expected at most {size - 1}$"):
            give(document, Options(size - 1))
    with pytest.raises(EncodeError, match="found a document of 1,200 bytes, expected at most 1,000"):
        give("ё" * 600, Options(1_000))
