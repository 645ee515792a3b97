from typing import Any

import pytest
from lxml import etree

from kzcorpus.formats.tei import provenance
from kzcorpus.formats.tei.ledger import Ledger, Scope
from kzcorpus.formats.tei.vocabulary import NAMESPACE
from kzcorpus.model.provenance import Made


def elements(lines: Any) -> Any:
    return list(etree.fromstring(f'<standOff xmlns="{NAMESPACE}">{"".join(lines)}</standOff>'.encode()))


@pytest.mark.parametrize(
    "made",
    [
        Made(),
        Made(by="", note=" \n"),
        Made("kzcorpus", "0.1.0", "cue.that", 0.1 + 0.2, "disputed", "2022-10", "a\x0bb"),
        Made(confidence=-0.0),
    ],
)
def test_provenances_are_read_back(made: Any) -> None:
    mades = provenance.Mades("a1.")
    pointer = mades.token(made).strip()
    found = provenance.read_mades(elements(mades.elements()), Ledger(patient=False))
    assert pointer == "#a1.made.0"
    assert repr(found[pointer]) == repr(made)


def test_equal_ones_share_an_element_but_not_zeros_of_different_sign() -> None:
    mades = provenance.Mades("_", first=3)
    tokens = [mades.token(made) for made in (Made(by="x"), Made(by="x"), Made(confidence=0.0), Made(confidence=-0.0), None)]
    assert tokens == [" #_made.3", " #_made.3", " #_made.4", " #_made.5", ""]
    assert len(mades) == len(list(mades.elements())) == 3


def test_ana_names_categories_and_a_provenance_at_hand() -> None:
    made = Made(by="x")
    scope = Scope("a1.text", Ledger(patient=True), {"#_30_.made.0": made})
    found = scope.analysis(etree.fromstring('<x ana="#_mode.direct #_polarity.negative #_30_.made.0"/>'))
    assert found == ({"mode": "direct", "polarity": "negative"}, made)
    assert scope.analysis(etree.fromstring("<x/>")) == ({}, None)
    assert scope.analysis(etree.fromstring('<x ana="#a1.made.9"/>')) == ({}, None)
    assert [finding.code for finding in scope.ledger.findings] == ["tei.pointer"]


def test_pairs_keep_order_repetition_and_emptiness() -> None:
    extra = (("b", "1"), ("a", ""), ("b", "1"), ("", "\x00"))
    assert provenance.read_extra(elements(provenance.write_extra(extra))[0]) == extra
    assert provenance.write_extra(()) == []
    assert provenance.read_extra(elements(provenance.write_extra((), always=True))[0]) == ()
