"""Foreign documents of our tests are TEI, and a schema that was made small for a document says of it what jing says with the whole one."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from kzcorpus.formats.tei.validation import validates

SHARED = Path(__file__).parents[3] / "shared" / "tei"

pytestmark = [
    pytest.mark.skipif(not shutil.which("jing"), reason="needs jing (Debian: apt install jing)"),
    pytest.mark.skipif(not SHARED.exists(), reason="needs ../shared/tei beside the checkout"),
]

HEADER = (
    "<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc>"
    "</fileDesc><profileDesc><particDesc><listPerson><person xml:id='a'><persName>Anna</persName><affiliation from='2020' ref='#o'/>"
    "</person></listPerson><listOrg><org xml:id='o'><orgName>O</orgName></org></listOrg></particDesc></profileDesc></teiHeader>"
)
BODIES = {
    "parliament": "<div><note type='speaker'>Anna</note><u who='#a'><seg>Ja <kinesic><desc>Beifall</desc></kinesic></seg></u></div>",
    "drama": "<div><head>I</head><sp who='#a'><speaker>ANNA</speaker><stage>ab</stage><l>Ja</l></sp></div>",
    "prose": "<p><said who='#a' direct='false'>ja <q>no</q></said>, <persName ref='#a'>A</persName> <date when='2020'>heute</date></p>",
    "letter": "<div><opener><dateline><placeName>Wien</placeName></dateline><salute>Lieber</salute></opener><p>x</p></div>",
    "table": "<table><row><cell>a</cell></row></table><list><item>b</item></list><figure><figDesc>c</figDesc></figure>",
    "no-paragraph": "text",
    "unknown": "<p><unknown/></p>",
    "misplaced": "<p><div><p/></div></p>",
    "attribute": "<p whom='x'>a</p>",
    "head-last": "<div><p>a</p><head>b</head></div>",
    "empty-list": "<list/>",
    "empty-play": "<div><sp/></div>",
    "wrong-date": "<p><date when='soon'>x</date></p>",
    "wrong-namespace": "<p xmlns='urn:x'>a</p>",
}


def test_a_pruned_schema_says_what_the_whole_one_says(tmp_path: Path) -> None:
    for name, body in BODIES.items():
        document = f"<TEI xmlns='http://www.tei-c.org/ns/1.0'>{HEADER}<text><body>{body}</body></text></TEI>"
        (tmp_path / f"{name}.xml").write_text(document)
    files = sorted(map(str, tmp_path.iterdir()))
    told = subprocess.run(  # noqa: S603 -- our own files
        [shutil.which("jing") or "jing", str(SHARED / "tei_all.rng"), *files], capture_output=True, text=True, check=False
    )
    refused = {Path(name).stem for name in re.findall(r"^(.+\.xml):[0-9]+:", told.stdout, re.MULTILINE)}
    found = {
        name
        for name in BODIES
        if any(
            finding.code == "tei.schema" for finding in validates((tmp_path / f"{name}.xml").read_bytes(), schema=SHARED / "tei_all.rng")
        )
    }
    assert found == refused
    assert set(BODIES) - refused == {"parliament", "drama", "prose", "letter", "table", "empty-play"}
