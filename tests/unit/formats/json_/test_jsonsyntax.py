import json
import sys
from collections.abc import Callable
from typing import Any

import pytest

from kzcorpus.errors import DecodeError
from kzcorpus.formats.json_.jsonshape import Unreadable
from kzcorpus.formats.json_.jsonsyntax import Repeating, decoded, parsed, repetitions


def refusal(read: Callable[..., Any], document: str | bytes, **options: Any) -> Any:
    with pytest.raises(DecodeError) as caught:
        read(document, **options)
    (finding,) = caught.value.findings
    return finding


def test_a_byte_order_mark_is_passed_over_in_bytes_alone() -> None:
    assert decoded(b"\xef\xbb\xbf{}") == "{}"
    assert refusal(parsed, "\ufeff{}").message == "column 1: found a byte-order mark, expected a document without one, or its bytes"


def test_a_byte_that_is_no_utf_8_is_named_with_its_line() -> None:
    finding = refusal(decoded, b'{\n"a": "\xff"}')
    assert (finding.code, finding.line, finding.message) == ("json.encoding", 2, "found the byte 0xFF at offset 8, expected UTF-8")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "column 1: found the end of the document, expected a value"),
        ("[1, 2", "column 6: found the end of the document, expected ',' delimiter"),
        ('{"a" 1}', "column 6: found '1}', expected ':' delimiter"),
        ('["a', "column 2: found the end of the document, expected the end of the string that starts here"),
        ("[1] 2", "column 5: found '2', expected the end of the document"),
        ('["\t"]', "column 3: found '\"]', expected no control character in a string"),
        ("fal", "column 1: found 'fal', expected a value"),
    ],
)
def test_what_is_no_json_is_said_to_be_so_with_its_place(text: str, message: str) -> None:
    finding = refusal(parsed, text)
    assert (finding.code, finding.line, finding.message) == ("json.syntax", 1, message)


def test_a_line_of_a_file_is_named_by_its_number() -> None:
    assert refusal(parsed, "[", line=12).line == 12


def test_only_a_document_that_ends_too_early_may_have_been_cut_off() -> None:
    assert refusal(parsed, '{"a": 1').hint == "the document may have been cut off"
    assert refusal(parsed, '{"a": 1]').hint is None


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 100_000, '[{"a":' * 50_000 + '"['])
def test_nesting_is_refused_with_its_place_before_it_fills_the_stack(text: str) -> None:
    finding = refusal(parsed, "\n" + text)
    assert finding.code == "json.depth"
    assert finding.line == 2
    assert "more than 64 levels deep" in finding.message


def test_brackets_in_strings_are_no_nesting() -> None:
    value: list[Any] = ["[" * 1000 + '\\"{' * 1000]
    for _ in range(60):
        value = [value]
    assert parsed(json.dumps(value)) == value


def test_a_full_stack_is_the_callers_own_error() -> Any:
    def deeper(room: int) -> Any:
        if room:
            return deeper(room - 1)
        return parsed('[[["a"]]]')

    limit = sys.getrecursionlimit()
    with pytest.raises(RecursionError):
        deeper(limit)


def test_constants_and_long_numbers_are_marked_for_the_reader() -> None:
    value = parsed(f"[NaN, -Infinity, {'9' * 5000}, -{'9' * 601}, {'9' * 600}]")
    assert value[:4] == [
        Unreadable("NaN"),
        Unreadable("-Infinity"),
        Unreadable("a number of 5000 digits"),
        Unreadable("a number of 601 digits"),
    ]
    assert value[4] == 10**600 - 1


def test_a_long_number_does_not_hide_what_is_no_json_after_it() -> None:
    assert refusal(parsed, f"[{'9' * 5000}, ]").code == "json.syntax"


def test_repeated_keys_are_found_at_any_depth_and_what_they_hide_is_kept() -> None:
    tree = parsed('{"a": [1, {"b": 1, "c": 2, "b": 3, "b": 4}], "d": {}}')
    ((steps, value),) = repetitions(tree)
    assert steps == ("a", 1)
    assert isinstance(value, Repeating)
    assert value == {"b": 4, "c": 2}
    assert (value.repeated, value.lost) == ({"b": 3}, [1, 3])
