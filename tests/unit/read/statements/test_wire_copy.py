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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Astana maintains it never received the letter from the other side, which was sent in spring.",
            [Report("Astana", "maintains", "it never received the letter from the other side, which was sent in spring")],
        ),
        (
            "Both said that capacity at the port remained the chief bottleneck on the route.",
            [Report("Both", "said", "capacity at the port remained the chief bottleneck on the route")],
        ),
        (
            "It was agreed to convene an expert group in Baku in the autumn, the ministry's site adds.",
            [
                Report("the ministry's site", "adds", "It was agreed to convene an expert group in Baku in the autumn"),
                Report(None, "was agreed", "to convene an expert group in Baku in the autumn"),
            ],
        ),
        (
            "“We know about this conversation; our friends informed us of it,” Interfax quoted a presidential spokesman as saying.",
            [Report("a presidential spokesman", "saying", "We know about this conversation; our friends informed us of it")],
        ),
        (
            "The plan, argues Gulnara Mamytova of the academy in Bishkek, would cost the country too much.",
            [Report("Gulnara Mamytova of the academy in Bishkek", "argues", "The plan … would cost the country too much")],
        ),
        (
            "Twelve million had been spent, replied the district accountant, Elmira Bekova, and the rest was frozen.",
            [Report("the district accountant, Elmira Bekova", "replied", "Twelve million had been spent … and the rest was frozen")],
        ),
        (
            "Fourteen companies would be listed, he told the Commons, among them two refiners and a trading house.",
            [Report("he", "told", "Fourteen companies would be listed … among them two refiners and a trading house")],
        ),
        (
            "A widely cited study by the bank was read by the ministers on Friday, who then left the room.",
            [],
        ),
        (
            "A former finance official was blunter: the country was “mortgaging a mountain to rent out a tunnel”.",
            [Report("A former finance official", ":", "the country was “mortgaging a mountain to rent out a tunnel”")],
        ),
        (
            "Policymakers in Brussels have pledged €10 billion to a rival route over seven years.",
            [Report("Policymakers in Brussels", "have pledged", "€10 billion to a rival route over seven years")],
        ),
        (
            "The Morning Post put their orders at 400,000 tonnes of wheat for the whole of the year.",
            [Report("The Morning Post", "put", "their orders at 400,000 tonnes of wheat for the whole of the year")],
        ),
        (
            "Saying yes to the offer took them another six months of talks in the capital.",
            [],
        ),
        (
            "Saying he was tired of the talks, the minister left the room before noon.",
            [Report("the minister", "Saying", "he was tired of the talks")],
        ),
        (
            "Samarin, who now lives in Limassol, denies writing the message to the engineers.",
            [
                Report("Samarin", "denies", "writing the message to the engineers"),
                Report("Samarin", "writing", "the message to the engineers"),
            ],
        ),
        (
            "Ministers were accused on Tuesday of hiding the true number of deaths in the mine.",
            [Report(None, "were accused", "Ministers … of hiding the true number of deaths in the mine")],
        ),
        (
            "The embassy described claims made in the debate as “unfounded and offensive to a friendly nation”.",
            [Report("The embassy", "described", "claims made in the debate as “unfounded and offensive to a friendly nation”")],
        ),
        (
            "They marched on the square, chanting “Freedom to Aibek!” and holding up blank sheets of paper.",
            [Report("They", "chanting", "Freedom to Aibek!")],
        ),
        (
            "She said “Enough!” and walked out of the room with her deputies.",
            [Report("She", "said", "Enough!")],
        ),
        (
            "The boat is called “Malika,” after a singer nobody else remembers, and smells of diesel.",
            [],
        ),
        (
            "What comes out, according to pensioner Raisa Gorbunova, 71, is brown and smells of iron.",
            [Report("pensioner Raisa Gorbunova", "according to", "What comes out … is brown and smells of iron")],
        ),
        (
            "The state of the road was, in the minister's own words, a disgrace to the town.",
            [Report("the minister", "words", "The state of the road was … a disgrace to the town")],
        ),
        (
            "In her account, she saw her first film from behind the screen of the village club.",
            [Report("her", "account", "she saw her first film from behind the screen of the village club")],
        ),
        (
            "“Will they take a goat?” his brother wants to know, and nobody on the boat can say.",
            [Report("his brother", "wants to know", "Will they take a goat?")],
        ),
        (
            "He would not comment on what he called “market gossip” about the sale of the firm.",
            [
                Report("He", "would not comment", "what he called “market gossip” about the sale of the firm"),
                Report("he", "called", "“market gossip” about the sale of the firm"),
            ],
        ),
        (
            "“Nobody is short of anything,” the site was told by Dilnoza Rakhimova at the market.",
            [Report("Dilnoza Rakhimova at the market", "was told", "Nobody is short of anything")],
        ),
        (
            "He dismissed the report in the paper; the moratorium adopted in 2021, he stressed, was permanent.",
            [
                Report("He", "dismissed", "the report in the paper"),
                Report("he", "stressed", "the moratorium adopted in 2021 … was permanent"),
            ],
        ),
        (
            "She had been told never to use the word “road” in letters to the bank.",
            [Report(None, "had been told", "never to use the word “road” in letters to the bank")],
        ),
        (
            "He shows me a letter from the transport department and pours the tea.",
            [],
        ),
        (
            "He is opposed to the plan. He said that it was late.",
            [Report("He", "is opposed", "the plan"), Report("He", "said", "it was late")],
        ),
        (
            "In Moscow and Kyiv denied that it was late and wanted",
            [Report("Moscow and Kyiv", "denied", "it was late and wanted")],
        ),
        ("Hears that it rained in the court", []),
        (
            "Would Astana seek her extradition in the autumn, or would it let the matter rest?",
            [],
        ),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)
def test_turns_that_texts_of_other_hands_showed(text: str, expected: list[Report]) -> None:
    """Read wrong, or not at all, when tests/styles2 came."""
    assert reports(text) == expected
