"""Show the examples of docstrings as code: each run of ``>>>`` lines with its output becomes a fenced block before the page is made."""

from typing import Any

import griffe


def fenced(docstring: str) -> str:
    """Return a docstring with its doctest examples, which end at a blank line, fenced."""
    out: list[str] = []
    inside = False
    for line in docstring.splitlines():
        if not inside and line.lstrip().startswith(">>>"):
            out.append("```pycon")
            inside = True
        elif inside and not line.strip():
            out.append("```")
            inside = False
        out.append(line)
    return "\n".join([*out, "```"] if inside else out)


class Doctests(griffe.Extension):
    """Fence the examples of every docstring."""

    def on_instance(self, *, obj: griffe.Object, **kwargs: Any) -> None:
        """Rewrite the docstring of an object as it is read, before other extensions add its fields."""
        del kwargs
        if obj.docstring:
            obj.docstring.value = fenced(obj.docstring.value)
