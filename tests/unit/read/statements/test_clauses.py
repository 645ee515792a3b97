from collections.abc import Callable

import pytest

Rows = Callable[[str], list[tuple[str | None, str, str]]]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        # where content begins
        ("The minister said that the road was open.", "the road was open"),
        ("The minister said the road was open.", "the road was open"),
        ("The minister said on Friday that the road was open.", "the road was open"),
        ("The minister told reporters in Astana that the road was open.", "the road was open"),
        ("The minister said in a statement on Friday that the road was open.", "the road was open"),
        ("She asked whether the road was open.", "whether the road was open"),
        ("She explained how the road was built.", "how the road was built"),
        ("She vowed to rebuild the road.", "to rebuild the road"),
        ("She urged the council to rebuild the road.", "the council to rebuild the road"),
        ("She criticized the council for its delay.", "the council for its delay"),
        ("She warned of a harsh winter.", "a harsh winter"),
        ("She says, win or lose, she is staying.", "win or lose, she is staying"),
        ("She said in politics it takes time to do so.", "it takes time to do so"),
        ("She advised against giving it to infants.", "giving it to infants"),
        ("She has been talking to her inner circle about a new road.", "a new road"),
        ("Ms Perez talks about growing up in Turku.", "growing up in Turku"),
        (
            "She threatened to disrupt the meeting over a road that they say is wet.",
            "to disrupt the meeting over a road that they say is wet",
        ),
        ("She called the mayor, a farmer, a fool.", "the mayor, a farmer, a fool"),
        ("She called for more patience.", "more patience"),
        (
            "She said that support in towns that include Turku, Rauma and Pori should show that she is right.",
            "support in towns that include Turku, Rauma and Pori should show that she is right",
        ),
        (
            "Ms Berg, who retired from the council in May, said the plain approach put forward is dead.",
            "the plain approach put forward is dead",
        ),
        ("As Ms Berg put it, the road was wet.", "the road was wet"),
        ("It was late and, as she noted, the road was closed.", "the road was closed"),
        ("The job marks her return to the town, one longtime friend said.", "The job marks her return to the town"),
        ("There is a risk, she said, that the road will be closed.", "There is a risk […] the road will be closed"),
        ("She vowed to rebuild the road, but she left it as it was.", "to rebuild the road"),
        ("She promised to rebuild the road, and the council paid for it.", "to rebuild the road"),
        ("She criticized the council but it did nothing.", "the council"),
        ("She complained of the cold but not of hunger.", "the cold"),
        ("She criticized the small but steady rise of the fee.", "the small but steady rise of the fee"),
        ("She said, if elected, she would close the road.", "if elected, she would close the road"),
        ("She said having him there would help.", "having him there would help"),
        ("She said about half of them were there.", "about half of them were there"),
        ("The poll finds her ahead of the mayor.", "her ahead of the mayor"),
        ("In the latest poll, voters were unhappy with the council.", "voters were unhappy with the council"),
        ("Ms Berg, along with the mayor, say the road is wet.", "the road is wet"),
        ("Ms Berg was quick to say that the road was wet.", "the road was wet"),
        ("Ms Berg took to the radio to praise the workers.", "the workers"),
        ("She described the road as a disgrace.", "the road as a disgrace"),
        ("According to the ministry, the road was open.", "the road was open"),
        ("The road was open, according to the ministry.", "The road was open"),
        ("Her claim that the road was closed was false.", "the road was closed"),
        # after or around what was said
        ("The road is open, the minister said on Friday.", "The road is open"),
        ("The road is open, said the minister.", "The road is open"),
        ("The road, the minister said, is open.", "The road […] is open"),
        ("However, the minister said, the road is open.", "the road is open"),
        ("In particular, the minister said, closing the road would help.", "In particular […] closing the road would help"),
        ("While it rains, the minister said, closing it would help.", "While it rains […] closing it would help"),
        ("As the agency reported, even if it rained they would go.", "even if it rained they would go"),
        ("After the mayor took it in 2011 he made changes, records show.", "After the mayor took it in 2011 he made changes"),
        ("The road was wet, she and another reporter said.", "The road was wet"),
        ("The road was wet, the newspaper Kloop reports.", "The road was wet"),
        ("The road is wet, the minister said: it will be closed.", "The road is wet […] it will be closed"),
        # where content ends
        ("He said the road was open, adding that it was wet.", "the road was open"),
        ("He said the road was open, and she denied that it was wet.", "the road was open"),
        ("He said that the road was open and urged drivers to be careful.", "the road was open"),
        ("He said that the road was open and that the bridge was closed.", "the road was open and that the bridge was closed"),
        ("He said the road was open, although the bridge was closed.", "the road was open, although the bridge was closed"),
        ("He said the road was open, though the mayor said it was wet.", "the road was open"),
        ("He praised the workers during a visit to the site.", "the workers"),
        ("He praised the workers in an interview on Monday.", "the workers"),
        ("He praised Mr Berg, whose term ends in June, for his work.", "Mr Berg, whose term ends in June, for his work"),
        ("He promised to lower the tax, reform the court and build roads.", "to lower the tax, reform the court and build roads"),
        ("He criticized the plan because it costs too much.", "the plan because it costs too much"),
        ("He said (without proof) that the road was open.", "the road was open"),
    ],
)
def test_first_content(rows: Rows, text: str, content: str) -> None:
    assert rows(text)[0][2] == content


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("“The road is open,” the minister said.", "The road is open"),
        ("“The road is open!” said Mr. Fox.", "The road is open!"),
        ("The minister said: “The road is open. It is wet.”", "The road is open. It is wet."),
        ("“The road,” the minister said, “is open.”", "The road […] is open"),
        ("“The road is open,” the minister said. “It is wet.”", "The road is open […] It is wet."),
        ("“Is the road open?” Mr. Fox asked.", "Is the road open?"),
        ("The minister called the road “a disgrace to us all.”", "the road “a disgrace to us all.”"),
        ("The minister said the road was “a disgrace” to the town.", "the road was “a disgrace” to the town"),
        ("Good roads make good neighbours,” she told a rally.", "Good roads make good neighbours"),
        (
            "“It would be wrong,” he said. Because I am sure of it. The country is big.",
            "It would be wrong […] Because I am sure of it. The country is big.",
        ),
        ("Therefore, he explained, “there are no reasons for delay.”", "there are no reasons for delay"),
        ("''The road is open,'' he said.", "The road is open"),
    ],
)
def test_quoted_content(rows: Rows, text: str, content: str) -> None:
    (found,) = rows(text)
    assert found[2] == content


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “free zone” was closed for years.",
        "He met the editor of “The Daily Road” in spring.",
        "The road was long and the night was cold.",
        "He could discuss the road one day.",
        "He wants to tell the story.",
    ],
)
def test_no_statement(rows: Rows, text: str) -> None:
    assert rows(text) == []


def test_a_colon_at_the_end_introduces_the_next_line(rows: Rows) -> None:
    assert rows("The minister added:\n“The road is open.”") == [("The minister", "added", "The road is open.")]


def test_lines_of_speech_continue_the_last_speaker(rows: Rows) -> None:
    found = rows("The minister said that the road was open.\n“We will keep it so for years to come.”")
    assert found[1][1:] == ("", "We will keep it so for years to come.")


def test_a_quotation_of_several_paragraphs_is_one_statement(rows: Rows) -> None:
    assert rows("“The road is open,” he said. “It was hard.\n“We will keep it so.”") == [
        ("he", "said", "The road is open […] It was hard. […] We will keep it so.")
    ]


def test_transcripts(rows: Rows) -> None:
    assert rows("JANE DOE: The road is open. It is wet.\nQ: Are you sure?") == [
        ("JANE DOE", ":", "The road is open. It is wet"),
        ("Q", ":", "Are you sure?"),
    ]
