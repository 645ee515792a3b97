"""There are many properties, and each is tried as often as the profile says."""

import ast
from pathlib import Path

from hypothesis import settings

TESTS = Path(__file__).parents[1]
MANY = 200


def _is_given(decorator: ast.expr) -> bool:
    return isinstance(decorator, ast.Call) and ast.unparse(decorator.func) == "given"


def _is_bounded(decorator: ast.expr) -> bool:
    return isinstance(decorator, ast.Call) and ast.unparse(decorator.func) == "settings"


def _properties(path: Path) -> list[str]:
    functions = [node for node in ast.parse(path.read_text(encoding="utf-8")).body if isinstance(node, ast.FunctionDef)]
    return [one.name for one in functions if any(map(_is_given, one.decorator_list)) and not any(map(_is_bounded, one.decorator_list))]


def test_there_are_many_that_the_profile_governs() -> None:
    assert sum(len(_properties(path)) for path in TESTS.rglob("test_*.py")) >= MANY


def test_each_is_tried_two_hundred_times_in_ci_and_five_thousand_times_on_demand() -> None:
    assert settings.get_profile("ci").max_examples == 200
    assert settings.get_profile("deep").max_examples == 5000
