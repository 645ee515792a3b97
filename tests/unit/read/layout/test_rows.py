import pytest

from kzcorpus.read.layout.lines import Line
from kzcorpus.read.layout.rows import row_label

CASES = """
site_chrome stamp | March 12, 2024 6:41 AM GMT-3 · Updated 3 hours ago
site_chrome stamp | PUBLISHED: 11:52, 19 April 2024 | UPDATED: 14:20, 19 April 2024
site_chrome stamp | Tuesday, 21 May 2019
site_chrome stamp | 21:02
site_chrome stamp | 12:05 a.m.
site_chrome stamp | 3h ago
site_chrome stamp | Last updated: 21:07 EET
site_chrome stamp | Опубликовано 12 января 2024, 09:41
site_chrome stamp | 12 қаңтар 2024
site_chrome stamp | 1 204
site_chrome stamp | 68°
site_chrome marks | * * *
site_chrome marks | \u00a0
site_chrome marks | ———
site_chrome languages | EN | RU | KZ
site_chrome languages | KAZ РУС ENG
site_chrome share | Facebook X WhatsApp Copy link
site_chrome share | Print   Share   Save as PDF
site_chrome share | Like 0	Dislike 0	Send to friend
navigation crumb | Home > World > Asia
navigation crumb | Main » Economy » Grain wagons will go thro...
navigation crumb | Newsroom > Press releases > 2025
navigation menu | Home News Sport Culture
navigation menu | Issues / Essays / Podcasts / Shop / Subscribe
navigation menu | Watch Live  Radio  Programs  Regions
navigation pager | ← The drive-in that drowned
navigation pager | Five foyers in Kutaisi →
category sections | Democracy Economy Kazakhstan National Security Politics
category sections | Music • Bergen • Interview
category hashtags | #Majilis #Irrigation #Water
none | Kazakhstan continues friendship with Russia
none | He came on Tuesday, 21 May 2019.
none | In 2019, 40 people came to the market
none | Kassym-Jomart Tokayev
none | 60 percent of voters agree
none | He described how these organizations work.  He clarified that he was sure.
none | « Nous partons »
none | RFE / RL’s Kazakh Service reports that in the interview he spoke
none | Astana – Almaty
none | President Tokayev Opens New School
"""


@pytest.mark.parametrize("case", CASES.strip("\n").split("\n"))
def test_table(case: str) -> None:
    expected, _, text = case.partition(" | ")
    label = row_label(Line(text))
    assert (f"{label.kind} {label.part}" if label else "none") == expected
