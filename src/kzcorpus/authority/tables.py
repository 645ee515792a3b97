"""The package's own TOML, kept compiled beside it as Python keeps its modules: reading it anew would take a third of the first article."""

import marshal
import tomllib
import zlib
from importlib.machinery import SourceFileLoader
from importlib.resources.abc import Traversable
from pathlib import Path
from types import CodeType
from typing import Any

_LEVEL = 6
"""Records take a tenth of their room so, and ten milliseconds to unpack."""


class _Compiled(SourceFileLoader):
    """Keeps the document of a TOML file, packed, where and as long as Python would keep a module: until the file changes."""

    def source_to_code(self, data: bytes, path: str, **options: Any) -> CodeType:  # type: ignore[override]  # noqa: ANN401, ARG002
        """Return code whose value is the packed document."""
        packed = zlib.compress(marshal.dumps(tomllib.loads(data.decode())), _LEVEL)
        return compile(repr(packed), path, "eval", dont_inherit=True)


def tables(file: Traversable) -> dict[str, Any]:
    """Return the document of a TOML file of the package, new each time.

    >>> from importlib.resources import files
    >>> sorted(tables(files("kzcorpus.authority") / "records" / "states.toml"))
    ['made', 'organization', 'place']
    """
    if not isinstance(file, Path):  # the package is in an archive
        return tomllib.loads(file.read_text(encoding="utf-8"))
    code = _Compiled(file.stem, str(file)).get_code(file.stem)
    kept: bytes | dict[str, Any] = eval(code, {"__builtins__": {}})  # type: ignore[arg-type]  # noqa: S307 -- a literal, made above
    if isinstance(kept, dict):  # kept by an earlier version, which did not pack it
        return kept
    found: dict[str, Any] = marshal.loads(zlib.decompress(kept))  # noqa: S302 -- made above, kept where Python keeps its modules
    return found
