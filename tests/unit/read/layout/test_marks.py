import pytest

from kzcorpus.read.layout.lines import Line
from kzcorpus.read.layout.marks import mark

CASES = """
dateline alone | ASTANA, October 14
site_chrome stamp | 16.08.2021, 09:14
credit form | Jurgis Pranckus/Baltfoto
credit sources | Wikimedia
credit form | PBN/Lanao Wire
credit form | Scott Olson via Getty Images.
credit label | Pictures: Splashbeam
credit label | Фото: пресс-служба акимата
caption form | Survivors hold candles outside the session hall on Wednesday. (PBN News: Carlo Imperial)
caption form | Pupils wait outside the courtroom in Puerto Aysén. © Ignacio Curihuinca/Long Tide
caption form | Senator Ocaranza speaks to reporters, March 11, 2024. CORVANE/Luis Etchepare
byline name | By Ada Quiroz
byline name | Posted on June 4, 2023 by Ketevan
byline name | Reporting by Renata Solsona in Montevideo and Pim Achterberg in Buenos Aires; editing by Colm Hanratty
site_chrome imprint | Published by Hoot Newspapers Ltd
category kicker | EXCLUSIVE
category sections | Science
navigation item | Podcasts
navigation link | You might also like: The Lighthouse Keeper's Spreadsheet
navigation list | You might also like
comment_form open | 118 View comments
site_chrome share | 45 shares
none | By Monday the river had risen, and nobody had been told.
none | Kazakhstan continues friendship with Russia
none | The poll was done for ABC News/Washington Post and found that he leads.
none | He asked the newsletter's readers to subscribe, he said, but they did not want to and told him so in no uncertain terms on Friday.
none | Why?
"""


@pytest.mark.parametrize("case", CASES.strip().split("\n"))
def test_table(case: str) -> None:
    expected, _, text = case.partition(" | ")
    label = mark(Line(text)).label
    assert (f"{label.kind} {label.part}" if label else "none") == expected


def test_a_dateline_run_in_is_measured() -> None:
    text = "LONDON, March 3 (Reuters) - Britain said that it agreed with the plan."
    found = mark(Line(text))
    assert (found.label, found.run_in) == (None, 27)


def test_a_long_line_has_no_label_whatever_it_begins_with() -> None:
    text = "Subscribe to our newsletter. " * 1_000
    assert mark(Line(text)).label is None
