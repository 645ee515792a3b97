import pytest

from kzcorpus import Made
from kzcorpus.read.curation.authorship import Programs

PROGRAMS = Programs.of("Colons", ["model"])


@pytest.mark.parametrize("by", ["kzcorpus", "spacy", "spacy:en_core_web_sm", "Colons", "model", "model:large"])
@pytest.mark.parametrize("status", [None, "proposed"])
def test_what_a_program_signed_and_nobody_decided_is_proposed(by: str, status: str | None) -> None:
    assert PROGRAMS.proposed(Made(by=by, status=status))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "made",
    [
        None,
        Made(),
        Made(status="proposed"),
        Made(by="Aigerim"),
        Made(by="Aigerim", status="proposed"),
        Made(by="kzcorpus", status="accepted"),
        Made(by="kzcorpus", status="rejected"),
        Made(by="kzcorpus", status="disputed"),
    ],
)
def test_all_else_is_somebody_s(made: Made | None) -> None:
    assert not PROGRAMS.proposed(made)


def test_a_record_that_was_verified_is_still_the_program_s() -> None:
    assert PROGRAMS.recorded(Made(by="kzcorpus", status="accepted"))
    assert PROGRAMS.recorded(Made(by="kzcorpus", rule="assembly.name", status="proposed"))
    assert not PROGRAMS.recorded(Made(by="kzcorpus", rule="assembly.name", status="accepted"))
    assert not PROGRAMS.recorded(Made(by="Aigerim"))
    assert not PROGRAMS.recorded(None)
