import pytest

from kzcorpus.model.spans import Span
from kzcorpus.read.layout.datelines import alone, dateline, run_in
from kzcorpus.read.layout.lines import Line

SENTENCE = " The minister said that he would not go there."
RUN_IN = [
    "MOSCOW, October 14. /TASS/.",
    "MOSCOW. Oct 14 (Interfax) -",
    "ASTANA. KAZINFORM –",
    "NUR-SULTAN. March 23. INTERFAX-KAZAKHSTAN -",
    "Tashkent, Uzbekistan (UzDaily.com) --",
    "BAKU, Azerbaijan, Oct. 14 (Trend) –",
    "BAKU, Azerbaijan, October 14.",
    "Washington (CNN) —",
    "(Almaty) –",
    "LONDON —",
    "HEMPSTEAD, N.Y., Sept. 26 (UPI) —",
    "LISBON, Portugal, 9 September 2025 /Medialinha/ --",
    "TUGUEGARAO, Philippines —",
    "CEDAR BLUFF, Iowa (March 13) —",
    "London, UK - 5 May 2021 -",
    "NEW YORK, /PRNewswire/ --",
    "BERLIN/PARIS (Reuters) -",
    "АСТАНА. КАЗИНФОРМ –",
    "МОСКВА, 14 окт —",
    "АСТАНА, 14 октября, ИНТЕРФАКС -",
    "АСТАНА, 14 октября, ИНТЕРФАКС.",
    "Astana. October 14. KazTAG -",
    "Astana, October 14, Kazinform –",
    "ASTANA, October 14 (Reuters) -",
    "NUR-SULTAN, Kazakhstan (AP) —",
    "NUR-SULTAN, October 14, 2022 (Xinhua) --",
    "Astana (AsiaNews) -",
    "BISHKEK (24.kg) —",
    "ASTANA (22/10) -",
]
NONE = [
    "PUERTO AYSÉN is a town of corrugated iron and very good bread.",
    "BREAKING — The president said that he would go there soon.",
    "MONTEALEGRE: And the governor? He said that he would not go.",
    "Tokayev – the president of the country – said that he would go.",
    "The minister – The one who left – said that he would go.",
    "Barack Obama, Michelle Obama - Two people who went to the house.",
    "In Moscow, October 14, 2022 was a good day for everybody.",
    "Photo – The president is here with his family at the lake.",
    "Sen. Ted Cruz (R-Texas) — Announced March 23 that he would run.",
    "INDIANA’S DEMOGRAPHICS FAVOR CRUZ, BUT ECONOMY FAVORS TRUMP - The polls say so and more.",
    "He left. – She stayed and said that she would not go.",
    "LONDON —",
    "–",
    "",
]


@pytest.mark.parametrize("opening", RUN_IN)
def test_run_in(opening: str) -> None:
    text = opening + SENTENCE
    assert text[: run_in(Line(text))] == opening


@pytest.mark.parametrize("text", NONE)
def test_no_dateline(text: str) -> None:
    assert run_in(Line(text)) == 0


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Ho, 18 May 2019", True),
        ("CHIȘINĂU. August 16 – MERIDIAN24", True),
        ("ASTANA, KAZAKHSTAN (22/10 – 40).", True),
        ("Moscow, October 14, 2022", True),
        ("Tuesday, 21 May 2019", False),
        ("21 May 2019", False),
        ("Astana", False),
        ("In Moscow, October 14, 2022", False),
        ("Astana Economic Forum opens on 16 May 2019 with guests", False),
    ],
)
def test_alone(text: str, is_one: bool) -> None:  # noqa: FBT001
    assert alone(Line(text)) is is_one


def test_a_date_is_literal_and_has_its_evidence() -> None:
    text = "ASTANA, October 14 –"
    found, findings = dateline(text, Span(0, len(text)))
    assert found.span == Span(0, 20)
    assert found.place is None
    assert found.when is not None
    assert (found.when.edtf, found.when.basis, found.when.span) == ("XXXX-10-14", "stated", Span(8, 18))
    assert findings == ()


def test_a_garbled_date_is_a_finding_and_no_date() -> None:
    text = "ASTANA, KAZAKHSTAN (22/10 – 40)."
    found, findings = dateline(text, Span(0, len(text)))
    assert found.when is None
    assert [(finding.code, finding.spans) for finding in findings] == [("date-garbled", (Span(20, 30),))]
