import attrs
import pytest

import kzcorpus as kz

TEXT = "The road is open, the mayor of the town said on Friday. Nothing is known of the bridge, which was closed in May.\n"


def corpus(text: str = TEXT, id_: str = "a") -> kz.Corpus:
    return kz.assemble([kz.read_text(text, id=id_)], id="c")


@pytest.fixture(scope="module")
def ours() -> kz.Corpus:
    return corpus()


def said(held: kz.Corpus) -> kz.Statement:
    return held.articles[0].statements[0]


def codes(held: kz.Corpus) -> list[str]:
    return [one.code for article in held.articles for one in article.findings]


def test_two_people_who_decide_differently_are_told_and_the_first_stands(ours: kz.Corpus) -> None:
    mine = kz.correct(ours, said(ours).id, "accept", by="Aigerim")
    hers = kz.correct(ours, said(ours).id, "reject", by="Daniyar")
    both = kz.adopt(mine, hers)
    assert both.statement(said(ours).id) == mine.statement(said(ours).id)
    assert [one.by for one in both.corrections] == ["Aigerim", "Daniyar"]
    [finding] = both.articles[0].findings
    assert (finding.code, finding.spans) == ("decisions-differ", said(ours).content)
    assert finding.refs == tuple(one.id for one in both.corrections)
    assert finding.message == "Aigerim accepted what Daniyar rejected: “The road is open”"
    assert kz.reread(both) == both
    settled = kz.correct(both, said(ours).id, "reject", by="Aigerim")
    assert codes(kz.reread(settled)) == []


def test_two_people_who_agree_are_no_conflict(ours: kz.Corpus) -> None:
    mine = kz.correct(ours, said(ours).id, "accept", by="Aigerim")
    both = kz.adopt(mine, kz.correct(ours, said(ours).id, "accept", by="Daniyar"))
    assert codes(both) == []
    assert [one.id for one in both.corrections] == [f"{said(ours).id}.accept", f"{said(ours).id}.accept-2"]


def test_two_cuts_of_one_content_are_a_conflict(ours: kz.Corpus) -> None:
    mine = kz.correct(ours, said(ours).id, "accept", by="Aigerim")
    hers = kz.correct(ours, "a", "add", by="Daniyar", value=kz.Statement("n", content=(kz.Span(4, 16),)))
    assert codes(kz.adopt(mine, hers)) == ["decisions-differ"]
    far = kz.correct(ours, "a", "add", by="Daniyar", value=kz.Statement("n", content=(kz.Span(56, 90),)))
    assert codes(kz.adopt(mine, far)) == []


def test_in_an_edited_text_decisions_go_where_their_words_are(ours: kz.Corpus) -> None:
    theirs = kz.correct(ours, said(ours).id, "reject", by="Daniyar", at="2026")
    moved = kz.adopt(corpus("Taraz. " + TEXT), theirs)
    [correction] = moved.corrections
    assert (correction.content, correction.quoted, correction.at) == ((kz.Span(7, 23),), ("The road is open",), "2026")
    assert [one.made and one.made.status for one in moved.articles[0].statements] == ["rejected"]


def test_decisions_whose_words_are_gone_are_told_and_not_forgotten(ours: kz.Corpus) -> None:
    theirs = kz.correct(ours, said(ours).id, "reject", by="Daniyar")
    moved = kz.adopt(corpus("The road is closed, the mayor of the town said on Friday, and everybody in the town knows it.\n"), theirs)
    assert moved.corrections == ()
    [finding] = moved.articles[0].findings
    assert finding.code == "correction-not-found"
    assert finding.message == "the decision of Daniyar to reject “The road is open” finds no place: the words are not in the text"
    assert kz.reread(moved) == moved


def test_what_a_correction_refers_to_comes_with_it(ours: kz.Corpus) -> None:
    concepts = (kz.Concept("roads", broader="things"), kz.Concept("things"), kz.Concept("other"))
    value = attrs.evolve(
        said(ours),
        speaker=kz.Voice("aidar"),
        stances=(kz.Stance("roads", agreement=True),),
        occasion=kz.Setting("meeting-1"),
    )
    theirs = attrs.evolve(
        ours,
        concepts=concepts,
        occasions=(kz.Occasion("meeting-1", place="astana"), kz.Occasion("meeting-2")),
        authority=kz.Authority((kz.Actor("aidar"), kz.Actor("berik")), places=(kz.Place("astana"),)),
    )
    adopted = kz.adopt(ours, kz.correct(theirs, said(ours).id, "amend", by="Daniyar", value=value))
    assert {one.id for one in adopted.concepts} == {"roads", "things"}
    assert [one.id for one in adopted.occasions] == ["meeting-1"]
    assert [one.id for one in adopted.authority.actors] == ["aidar"]
    assert [one.id for one in adopted.authority.places] == ["astana"]


def test_corrections_of_other_articles_are_left_out(ours: kz.Corpus) -> None:
    other = corpus(id_="b")
    theirs = kz.correct(other, said(other).id, "reject", by="Daniyar")
    assert kz.adopt(ours, theirs) == ours


def test_an_id_that_means_something_else_here_is_replaced(ours: kz.Corpus) -> None:
    theirs = kz.correct(ours, "a", "add", by="Daniyar", value=kz.Statement("a.n", content=(kz.Span(56, 86),)))
    mine = attrs.evolve(ours, remarks=(kz.Remark("a.n"),))
    adopted = kz.adopt(mine, theirs)
    assert [one.id for one in adopted.articles[0].statements] == [said(ours).id, "a.n-2"]
    assert kz.adopt(adopted, adopted) == adopted
