import pytest
from cattrs import Converter

from kzcorpus.formats.json_.converter import make_converter
from kzcorpus.formats.json_.jsonpaths import MisfitError, Misplaced, Steps, faults_of, steps_of, written
from kzcorpus.model.articles import Block
from kzcorpus.model.provenance import Made


@pytest.mark.parametrize(
    ("steps", "path"),
    [
        ((), "$"),
        (("corpus", "articles", 0, "statements", 3, "content", 1), "$.corpus.articles[0].statements[3].content[1]"),
        (("a b", "", "1", "é"), '$["a b"][""]["1"]["\\u00e9"]'),
        (("\ud800", '"'), '$["\\ud800"]["\\""]'),
        (("x" * 50,), f'$["{"x" * 40}\\u2026"]'),
    ],
)
def test_a_way_is_written_so_that_every_key_can_be_read_and_none_is_long(steps: Steps, path: str) -> None:
    assert written(steps) == path


def test_a_path_of_the_model_is_a_way() -> None:
    assert steps_of("articles[10].dateline.when.span") == ("articles", 10, "dateline", "when", "span")
    assert steps_of("") == ()


def test_a_misfit_alone_stands_at_the_root() -> None:
    (fault,) = faults_of(MisfitError("found x", "a hint"))
    assert (fault.steps, fault.message, fault.hint) == ((), "found x", "a hint")


def test_an_error_of_the_program_is_no_fault_of_the_document() -> None:
    def broken(_value: object, _kind: object) -> None:
        raise ZeroDivisionError

    converter = Converter()
    converter.register_structure_hook(Block, broken)
    with pytest.raises(ExceptionGroup) as caught:
        converter.structure([1], tuple[Block, ...])
    with pytest.raises(ZeroDivisionError):
        list(faults_of(caught.value))


def test_a_misfit_says_what_it_is_and_what_to_do() -> None:
    assert MisfitError("found x", "a hint").args == ("found x", "a hint")
    assert MisfitError("found x").hint is None


@pytest.mark.parametrize("length", [39, 40, 41])
def test_a_key_is_shown_whole_up_to_a_length(length: int) -> None:
    assert written(("x" * length,)) == (f"$.{'x' * length}" if length <= 40 else f'$["{"x" * 40}\\u2026"]')
    assert written(("-" * length,)) == (f'$["{"-" * length}"]' if length <= 40 else f'$["{"-" * 40}\\u2026"]')


def unknown(names: list[str]) -> list[Misplaced]:
    converter = make_converter()
    with pytest.raises(Exception) as caught:  # noqa: PT011 -- a group of cattrs
        converter.structure({"span": [0, 1], "kind": "paragraph", **dict.fromkeys(names, 7)}, Block)
    return list(faults_of(caught.value))


def test_unknown_keys_are_told_each_with_the_key_that_may_be_meant() -> None:
    first, second = unknown(["spam", "kidn"])
    assert first == Misplaced("unknown-key", ("kidn",), "found an unknown key, expected span, kind", "did you mean kind?")
    assert second == Misplaced("unknown-key", ("spam",), "found an unknown key, expected span, kind", "did you mean span?")
    assert unknown(["colour"])[0].hint is None
    assert unknown([f"kind{'x' * 60}"])[0].hint is None


@pytest.mark.parametrize("count", [999, 1000, 1001, 1003])
def test_of_very_many_unknown_keys_the_rest_is_counted(count: int) -> None:
    found = unknown([f"x{number:04}" for number in range(count)])
    assert len(found) == min(count, 1000) + (count > 1000)
    assert found[0].steps == ("x0000",)
    if count > 1000:
        assert found[-1] == Misplaced("unknown-key", (), f"found {count - 1000} more unknown keys, expected span, kind")


def test_faults_stand_in_the_order_in_which_they_were_met() -> None:
    converter = make_converter()
    with pytest.raises(Exception) as caught:  # noqa: PT011
        converter.structure([{"span": [0]}, {"kind": 7, "span": [0, 1]}], tuple[Block, ...])
    assert [(fault.code, fault.steps) for fault in faults_of(caught.value)] == [
        ("value", (0, "span")),
        ("missing-key", (0, "kind")),
        ("value", (1, "kind")),
    ]
    (made,) = faults_of(refusal(converter, {"confidence": 2}, Made))
    assert (made.code, made.steps) == ("value", ("confidence",))


def refusal(converter: Converter, value: object, kind: type) -> BaseException:
    with pytest.raises(Exception) as caught:  # noqa: PT011
        converter.structure(value, kind)
    return caught.value
