"""Everything we write is TEI P5: valid by jing against tei_all 4.12.0 and 4.3.0, all documents in one call for each."""

import importlib.util
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from kzcorpus.formats.json_ import jsonfile
from kzcorpus.formats.tei.writer import dumps
from kzcorpus.model.articles import Article
from kzcorpus.model.corpus import Corpus
from kzcorpus.strategies import corpora

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared" / "tei"
PROFILE = ROOT / "src" / "kzcorpus" / "formats" / "tei" / "profile.rng"
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
GENERATED = 120

pytestmark = [
    pytest.mark.skipif(not shutil.which("jing"), reason="needs jing (Debian: apt install jing)"),
    pytest.mark.skipif(not SHARED.exists(), reason="needs ../shared/tei beside the checkout"),
]


def unread() -> Corpus:
    return Corpus("unread", articles=tuple(Article(path.stem, path.read_bytes().decode()) for path in SEEDS))


def read() -> Corpus:
    from kzcorpus import assemble, read_text  # noqa: PLC0415 -- reading may not be there yet

    return assemble([read_text(path.read_bytes(), id=path.stem) for path in SEEDS], id="read")


def write_generated(folder: Path) -> None:
    @settings(max_examples=GENERATED, database=None, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(corpora())
    def write(corpus: Corpus) -> None:
        (folder / f"generated-{len(list(folder.iterdir()))}.xml").write_bytes(dumps(corpus))

    write()


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("tei")
    write_generated(folder)
    every_field = jsonfile.loads((ROOT / "tests" / "golden" / "every_field.json").read_bytes())
    written = {"every-field": every_field, "empty": Corpus("empty"), "unread": unread()}
    if importlib.util.find_spec("kzcorpus.read.assembly"):
        written["read"] = read()
    for name, corpus in written.items():
        (folder / f"{name}.xml").write_bytes(dumps(corpus))
    found = sorted(map(str, folder.iterdir()))
    assert len(found) > 100
    return found


@pytest.mark.parametrize("schema", [SHARED / "tei_all.rng", SHARED / "tei_all_4.3.0.rng", PROFILE], ids=["4.12.0", "4.3.0", "profile"])
def test_every_document_is_valid(schema: Path, documents: list[str]) -> None:
    held = subprocess.run(["jing", str(schema), *documents], capture_output=True, text=True, check=False)  # noqa: S603, S607
    assert (held.returncode, held.stdout) == (0, "")
