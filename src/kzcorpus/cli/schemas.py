"""`kzcorpus schema`: the JSON Schema of a corpus."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from kzcorpus.documents.files import write_file
from kzcorpus.formats.json_.schema import json_schema

if TYPE_CHECKING:
    from argparse import Namespace


def schema(arguments: Namespace) -> int:
    """Run the command."""
    document = json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"
    if arguments.out is None:
        sys.stdout.write(document)
    else:
        write_file(arguments.out, document.encode())
    return 0
