import pytest
from cattrs import Converter

from kzcorpus.formats.json_.jsonpaths import MisfitError, Steps, faults_of, steps_of, written
from kzcorpus.model.articles import Block


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
