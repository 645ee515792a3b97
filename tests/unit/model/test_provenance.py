import math

import pytest

from kzcorpus import Made, ModelError


@pytest.mark.parametrize("confidence", [0, 1, 0.5, 0.0, 1.0, None])
def test_confidence_is_between_0_and_1(confidence: float | None) -> None:
    made = Made(confidence=confidence)
    assert made.confidence == confidence
    assert confidence is None or type(made.confidence) is float


@pytest.mark.parametrize("confidence", [-0.1, 1.1, 2, -1, 10**400, math.nan, math.inf, -math.inf, True, "0.5"])
def test_what_is_no_confidence_is_refused(confidence: float) -> None:
    with pytest.raises(ModelError) as caught:
        Made(confidence=confidence)
    assert [fault.path for fault in caught.value.faults] == ["Made.confidence"]


def test_an_integer_no_float_can_hold_is_named_for_what_it_is() -> None:
    with pytest.raises(ModelError, match=r"Made\.confidence: found a very large int, expected a finite float"):
        Made(confidence=10**400)
