"""The corpus in which every field of the model is set, as TEI; rewritten by ``KZCORPUS_REWRITE=1 pytest tests/golden``."""

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from kzcorpus.formats.json_ import jsonfile
from kzcorpus.formats.tei.reader import loads
from kzcorpus.formats.tei.validation import validates
from kzcorpus.formats.tei.writer import dumps

HERE = Path(__file__).parent
DOCUMENT = HERE / "every_field.tei.xml"
CORPUS = jsonfile.loads((HERE / "every_field.json").read_bytes())
PROGRAM = """
import sys
from hashlib import sha256
from pathlib import Path
from kzcorpus.formats.tei.reader import loads
from kzcorpus.formats.tei.writer import dumps
print(sha256(dumps(loads(Path(sys.argv[1]).read_bytes()))).hexdigest())
"""


def test_the_file_is_what_is_written() -> None:
    document = dumps(CORPUS)
    if os.environ.get("KZCORPUS_REWRITE") == "1":
        DOCUMENT.write_bytes(document)
    assert DOCUMENT.read_bytes() == document


def test_the_file_is_read_back_and_found_right() -> None:
    assert loads(DOCUMENT.read_bytes()) == CORPUS
    assert validates(DOCUMENT.read_bytes()) == ()


@pytest.mark.parametrize("seed", ["0", "1", "20221014"])
def test_the_bytes_do_not_depend_on_the_hash_seed(seed: str) -> None:
    path = os.pathsep.join(sys.path)
    command = [sys.executable, "-c", PROGRAM, str(DOCUMENT)]
    found = subprocess.run(command, capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": seed, "PYTHONPATH": path})  # noqa: S603
    assert found.stdout.strip() == sha256(DOCUMENT.read_bytes()).hexdigest()
