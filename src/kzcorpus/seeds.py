"""The packaged seed corpus: five news texts about Kazakhstan and Russia."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from kzcorpus.errors import ReadError
from kzcorpus.read.assembly import read_texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kzcorpus.model.corpus import Corpus


def _folders() -> tuple[Path, ...]:
    """Return where the texts may be: in the installed package, or beside the source of a checkout."""
    package = Path(str(files("kzcorpus")))
    return package / "_seeds", package.parents[1] / "seeds"


def texts_in(folders: Sequence[Path]) -> tuple[Path, ...]:
    """Return the texts of the first folder that holds any, in order; raises ``ReadError`` where none does."""
    for folder in folders:
        if paths := tuple(sorted(folder.glob("[0-9]*.txt"))):
            return paths
    raise ReadError(str(folders[0]), "the seed texts are missing from this installation of kzcorpus")


def seed_paths() -> tuple[Path, ...]:
    """Return the files of the seed texts, in order; raises ``ReadError`` where they are missing.

    The texts are third-party news and not under kzcorpus's licence; ``NOTICE.md`` beside them tells where they are from.

    >>> len(seed_paths())
    5
    """
    return texts_in(_folders())


def load_seeds() -> Corpus:
    """Read the packaged seed texts into a corpus.

    Raises ``ReadError`` where the texts are missing.

    >>> load_seeds().id
    'seeds'
    """
    return attrs.evolve(read_texts(seed_paths()), id="seeds")
