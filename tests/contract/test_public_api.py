"""The face of the package: what `import kzcorpus` promises."""

import ast
import importlib
import inspect
import pkgutil
import sys
from pathlib import Path

import pytest

import kzcorpus


def typed_imports() -> dict[str, str]:
    """Return the names that the face imports for type checkers, with the module of each."""
    tree = ast.parse(Path(inspect.getfile(kzcorpus)).read_text(encoding="utf-8"))
    [guarded] = [node for node in tree.body if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"]
    imports = [node for node in guarded.body if isinstance(node, ast.ImportFrom)]
    return {alias.asname or alias.name: str(node.module) for node in imports for alias in node.names}


def modules() -> list[str]:
    return [module.name for module in pkgutil.walk_packages(kzcorpus.__path__, "kzcorpus.")]


@pytest.mark.parametrize("name", kzcorpus.__all__)
def test_a_public_name_is_the_object_of_its_home(name: str) -> None:
    home = importlib.import_module(f"kzcorpus.{kzcorpus._HOMES[name]}")
    assert getattr(kzcorpus, name) is getattr(home, name)


@pytest.mark.parametrize("name", kzcorpus.__all__)
def test_a_public_name_is_documented(name: str) -> None:
    found = getattr(kzcorpus, name)
    if inspect.isclass(found) or inspect.isfunction(found):
        assert inspect.getdoc(found)
        assert found.__module__ == f"kzcorpus.{kzcorpus._HOMES[name]}"


def test_all_is_sorted_and_agrees_with_rooms_and_with_types() -> None:
    assert kzcorpus.__all__ == sorted(set(kzcorpus.__all__))
    assert sorted(kzcorpus._HOMES) == kzcorpus.__all__
    assert typed_imports() == {name: f"kzcorpus.{home}" for name, home in kzcorpus._HOMES.items()}


def test_dir_shows_every_public_name() -> None:
    assert set(kzcorpus.__all__) <= set(dir(kzcorpus))
    assert dir(kzcorpus) == sorted(dir(kzcorpus))


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'nonsense'"):
        kzcorpus.nonsense  # noqa: B018


def test_no_module_bears_a_name_that_means_something_else() -> None:
    functions = {name for name in kzcorpus.__all__ if inspect.isfunction(getattr(kzcorpus, name))}
    for module in modules():
        last = module.rsplit(".", 1)[-1]
        assert last not in functions, module
        assert last.startswith("__") or last not in sys.stdlib_module_names, module


def test_every_module_says_what_it_is_for() -> None:
    for module in modules():
        source = importlib.util.find_spec(module)
        assert source is not None
        assert source.origin is not None
        assert ast.get_docstring(ast.parse(Path(source.origin).read_text(encoding="utf-8"))), module
