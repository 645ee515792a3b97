"""How a notebook shows a value, without the model knowing pages: the package's face says which function draws it."""

from collections.abc import Callable

_views: list[Callable[[object], str]] = []


def register(view: Callable[[object], str]) -> None:
    """Name the function that draws an article, a statement or a corpus as HTML; the latest one named is used."""
    _views[:] = [view]


def render(value: object) -> str | None:
    """Return the value as HTML, or None where no view is registered, which leaves a notebook with the ``repr``."""
    return _views[0](value) if _views else None
