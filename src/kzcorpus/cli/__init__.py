"""The `kzcorpus` command: one module a command, loaded when it is called, so that help and version cost next to nothing."""

from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING

from kzcorpus.cli import console
from kzcorpus.cli.arguments import parser
from kzcorpus.errors import KzcorpusError

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Sequence

INTERRUPTED = 130
BROKEN_PIPE = 141


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status: 0 all well, 1 findings or bad input, 130 interrupted, 141 nobody reads on.

    A wrong call exits with 2 (``SystemExit``, as argparse does). Errors are one line on standard error.
    """
    console.prepare()
    try:
        arguments = parser().parse_args(argv)
        run: Callable[[Namespace], int] = getattr(importlib.import_module(f"kzcorpus.cli.{arguments.room}"), arguments.verb)
        status = run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        console.abandon_output()
        return BROKEN_PIPE
    except (KzcorpusError, OSError) as error:
        console.complain(error)
        return 1
    except KeyboardInterrupt:
        console.complain("interrupted")
        return INTERRUPTED
    return status
