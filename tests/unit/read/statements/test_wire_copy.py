"""Sentences as news agencies write them, whole: what is reported, by whom, to whom, through whom and where."""

from typing import NamedTuple

import pytest

import kzcorpus as kz


class Report(NamedTuple):
    """What a sentence reports: the words of the speaker, of the cue and of the content."""

    speaker: str | None
    cue: str
    content: str


def reports(text: str) -> list[Report]:
    return [
        Report(
            one.speaker.span.of(text) if one.speaker and one.speaker.span else None,
            one.cue[0].of(text),
            " … ".join(span.of(text) for span in one.content),
        )
        for one in kz.read_text(text).statements
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kazakhstan will join no bloc, President Kassym-Jomart Tokayev told reporters after talks with his Uzbek counterpart.",
            [Report("President Kassym-Jomart Tokayev", "told", "Kazakhstan will join no bloc")],
        ),
        (
            "Serikov said on Wednesday, speaking in parliament, that the bloc had not met its obligations.",
            [Report("Serikov", "said", "the bloc had not met its obligations")],
        ),
        (
            "“Friends are not made by press releases,” she went on to say at a weekly briefing.",
            [Report("she", "went on to say", "Friends are not made by press releases")],
        ),
        (
            "A diplomat who asked not to be named told the agency that consultations might be held in Almaty.",
            [
                Report("who", "asked", "not to be named"),
                Report("A diplomat who asked not to be named", "told", "consultations might be held in Almaty"),
            ],
        ),
        (
            "The ministry declined to comment on reports that a new customs point would open.",
            [
                Report("The ministry", "declined to comment", "reports that a new customs point would open"),
                Report(None, "reports", "a new customs point would open"),
            ],
        ),
        (
            "The ministry dismissed reports that oil exports through the port would be halted.",
            [
                Report("The ministry", "dismissed", "reports that oil exports through the port would be halted"),
                Report(None, "reports", "oil exports through the port would be halted"),
            ],
        ),
        (
            "He was shown a story which quoted two people familiar with the matter as saying that flows would be cut.",
            [Report("two people familiar with the matter", "saying", "flows would be cut")],
        ),
        (
            "The former minister wrote that the government was “playing with matches”, the newspaper Timpul reported.",
            [
                Report("the newspaper Timpul", "reported", "The former minister wrote that the government was “playing with matches”"),
                Report("The former minister", "wrote", "the government was “playing with matches”"),
            ],
        ),
        (
            "The company said in a statement it would not pay.",
            [Report("The company", "said", "it would not pay")],
        ),
        (
            "'I never asked for this,' says man from Astana.",
            [Report("man from Astana", "says", "I never asked for this")],
        ),
        (
            "“And who will count them all,” Tulegenov grins.",
            [Report("Tulegenov", "grins", "And who will count them all")],
        ),
        (
            "The head of state informed Mr Guterres about the reforms.",
            [Report("The head of state", "informed", "the reforms")],
        ),
        (
            "The spokesman did not say when the president would visit the south, but insisted the trip had not been cancelled.",
            [
                Report("The spokesman", "did not say", "when the president would visit the south"),
                Report("The spokesman", "insisted", "the trip had not been cancelled"),
            ],
        ),
    ],
)
def test_what_is_reported(text: str, expected: list[Report]) -> None:
    assert reports(text) == expected


def test_who_speaks_to_whom_and_where() -> None:
    text = "“The schedule stands,” the minister told a briefing. “They lie to us,” wrote activist Dana Omarova on Facebook."
    briefed, written = kz.read_text(text).statements
    assert [voice.span and voice.span.of(text) for voice in briefed.addressees] == ["a briefing"]
    assert briefed.occasion
    assert briefed.occasion.name == "a briefing"
    assert written.addressees == ()


def test_nobody_speaks_through_the_media_as_such() -> None:
    told = kz.read_text("“We have seen it,” the official told the media.").statements[0]
    assert len(told.addressees) == 1
    assert told.via == ()


def test_the_minister_is_no_prime_minister() -> None:
    text = (
        "Energy Minister Arman Serikov spoke first. Prime Minister Aidar Omarov promised that the road would open. "
        "The minister said that there was no money."
    )
    promised, said = kz.read_text(text).statements
    assert promised.speaker
    assert said.speaker
    assert (promised.speaker.name, said.speaker.name) == ("Aidar Omarov", "Arman Serikov")


def test_a_minister_has_a_portfolio_and_a_country() -> None:
    text = "ASTANA, 14 June 2022. The alliance has no alternative, the Minister of Foreign Affairs of the Russian Federation said."
    (said,) = kz.read_text(text).statements
    assert said.speaker
    assert said.speaker.entity == "sergey-lavrov"
