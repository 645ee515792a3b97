import attrs
import pytest

import kzcorpus as kz

TEXT = (
    "The road is open, the mayor of the town said on Friday. Nothing is known of the bridge, which was closed in May.\n\n"
    "Aidar Serikov said that the talks went well, and the bridge will be mended.\n"
)
AUTHORITY = kz.Authority()


class Finding:
    """An extractor that finds these contents, by their offsets."""

    name = "finding"

    def __init__(self, *spans: tuple[int, int], within: bool = False) -> None:
        self.spans = spans
        self.within = within

    def extract(self, article: kz.Article) -> list[kz.Statement]:
        del article
        outer = "d0" if self.within else None
        return [kz.Statement(f"d{i}", content=(kz.Span(*span),), within=outer if i else None) for i, span in enumerate(self.spans)]


def corpus(*spans: tuple[int, int], **fields: object) -> kz.Corpus:
    article = kz.read_text(TEXT, id="a", extractor=Finding(*spans), authority=AUTHORITY)
    return attrs.evolve(kz.assemble([article], id="c", authority=AUTHORITY), **fields)  # type: ignore[arg-type]


def reread(held: kz.Corpus, *spans: tuple[int, int], within: bool = False) -> kz.Corpus:
    again = kz.reread(held, extractor=Finding(*spans, within=within), authority=AUTHORITY)
    assert kz.reread(again, extractor=Finding(*spans, within=within), authority=AUTHORITY) == again
    return again


def contents(held: kz.Corpus) -> list[tuple[int, int]]:
    return [(one.content[0].start, one.content[0].end) for _, one in held.statements()]


def told(held: kz.Corpus) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.code, one.refs) for one in held.articles[0].findings]


def first(held: kz.Corpus) -> str:
    return held.articles[0].statements[0].id


def test_the_seeds_are_read_again_as_they_were_read() -> None:
    seeds = kz.load_seeds()
    assert kz.reread(seeds) == seeds
    otherwise = kz.reread(seeds, extractor=Finding((0, 20), (30, 90)))
    assert len(list(otherwise.statements())) == 2 * len(seeds.articles)
    assert kz.reread(otherwise, programs=["finding"]) == seeds


def test_the_order_of_the_articles_decides_nothing() -> None:
    seeds = kz.load_seeds()
    decided = kz.correct(seeds, seeds.articles[0].statements[0].id, "reject", by="Aigerim")
    turned = attrs.evolve(decided, articles=decided.articles[::-1])
    assert kz.reread(turned) == attrs.evolve(kz.reread(decided), articles=turned.articles)


def test_what_the_program_proposed_is_replaced() -> None:
    again = reread(corpus((0, 16), (56, 86)), (89, 112))
    assert contents(again) == [(89, 112)]
    assert told(again) == []


def test_a_statement_that_is_cut_otherwise_keeps_its_id() -> None:
    old = corpus((0, 16), (56, 86))
    again = reread(old, (0, 12), (60, 62))
    assert first(again) == first(old)
    assert again.articles[0].statements[1].id not in {one.id for _, one in old.statements()}


def test_what_was_accepted_stays_as_it_is_however_it_is_cut_now() -> None:
    old = corpus((0, 16))
    accepted = kz.correct(old, first(old), "accept", by="Aigerim")
    assert reread(accepted, (0, 12)).articles[0].statements == accepted.articles[0].statements
    assert reread(accepted).articles[0].statements == accepted.articles[0].statements
    assert told(reread(accepted)) == []


def test_what_was_rejected_and_comes_back_cut_otherwise_is_told() -> None:
    old = corpus((0, 16))
    rejected = kz.correct(old, first(old), "reject", by="Aigerim")
    again = reread(rejected, (0, 12))
    assert again.articles[0].statements == rejected.articles[0].statements
    assert told(again) == [("rejected-cut-otherwise", (first(old),))]
    assert again.articles[0].findings[0].spans == (kz.Span(0, 12),)
    assert told(reread(rejected, (0, 16))) == []


def test_what_was_amended_takes_the_place_of_what_it_was() -> None:
    old = corpus((0, 86))
    value = attrs.evolve(old.articles[0].statements[0], content=(kz.Span(0, 8),))
    amended = kz.correct(old, first(old), "amend", by="Aigerim", value=value)
    assert contents(reread(amended, (0, 86))) == [(0, 8)]
    assert contents(reread(amended, (0, 8), (56, 86))) == [(0, 8), (56, 86)]


def test_statements_that_people_made_without_a_correction_stay() -> None:
    by_hand = kz.Statement("a.mine", content=(kz.Span(0, 16),), made=kz.Made(by="Aigerim"))
    nobody = kz.Statement("a.other", content=(kz.Span(56, 86),))
    old = corpus()
    held = old.with_articles(attrs.evolve(old.articles[0], statements=(by_hand, nobody)))
    assert reread(held, (0, 16), (57, 86)).articles[0].statements == (by_hand, nobody)


def test_what_another_program_signed_is_read_anew_only_when_it_is_named() -> None:
    old = corpus()
    signed = kz.Statement("a.other", content=(kz.Span(0, 16),), made=kz.Made(by="model"))
    held = old.with_articles(attrs.evolve(old.articles[0], statements=(signed,)))
    assert contents(reread(held)) == [(0, 16)]
    assert contents(kz.reread(held, extractor=Finding(), programs=["model"])) == []


def test_corrections_that_the_corpus_does_not_show_are_applied_in_their_order() -> None:
    old = corpus((0, 16), (56, 86))
    spans = (kz.Span(0, 16),)
    other = (kz.Span(56, 85),)
    value = kz.Statement("a.new", content=(kz.Span(89, 112),))
    yes, no = kz.Correction("k1", "a", spans, verdict="accept"), kz.Correction("k2", "a", spans, verdict="reject")
    add = kz.Correction("k3", "a", value=value, verdict="add", by="Aigerim")
    elsewhere = kz.Correction("k4", "a", other, verdict="accept", by="Aigerim")
    again = reread(attrs.evolve(old, corrections=(yes, no, add, elsewhere)), (0, 16), (56, 86))
    assert [one.made and one.made.status for _, one in again.statements()] == ["rejected", "accepted", "accepted"]
    assert again.statement("a.new").made == kz.Made(by="Aigerim", status="accepted")


def test_corrections_without_effect_are_told() -> None:
    old = corpus((0, 16))
    bare = kz.Correction("k1", "a", (kz.Span(0, 4),), verdict="amend")
    nowhere = kz.Correction("k2", "a", (kz.Span(90, 99),), ("ich was c",), verdict="accept")
    taken = kz.Correction("k3", "a", value=kz.Statement("c1", content=(kz.Span(90, 99),)), verdict="add")
    undecided = kz.Correction("k4", "a", (kz.Span(0, 16),))
    gone = kz.Correction("k5", "a", (kz.Span(90, 99),), verdict="reject")
    held = attrs.evolve(old, corrections=(bare, nowhere, taken, undecided, gone), concepts=(kz.Concept("c1"),))
    again = reread(held, (0, 16))
    assert told(again) == [("correction-without-effect", (one,)) for one in ("k1", "k3", "k2")]
    assert contents(again) == [(0, 16)]


def test_a_statement_that_something_refers_to_stays_and_is_told() -> None:
    old = corpus((0, 16), (56, 86))
    ids = [one.id for _, one in old.statements()]
    linked = attrs.evolve(old, links=(kz.Link(ids[0], ids[0], "same"),), remarks=(kz.Remark("r", statements=(ids[1],)),))
    assert told(reread(linked, (0, 12), (56, 85))) == []
    again = reread(linked)
    assert contents(again) == [(0, 16), (56, 86)]
    assert sorted(told(again)) == sorted(("statement-not-found-again", (id_,)) for id_ in ids)
    assert (again.links, again.remarks) == (linked.links, linked.remarks)


def test_what_a_statement_that_stays_stands_within_stays_too() -> None:
    article = kz.read_text(TEXT, id="a", extractor=Finding((0, 112), (56, 86), within=True), authority=AUTHORITY)
    old = kz.assemble([article], id="c", authority=AUTHORITY)
    outer, inner = (one.id for _, one in old.statements())
    again = reread(attrs.evolve(old, links=(kz.Link(inner, inner, "same"),)))
    assert [(one.id, one.within) for _, one in again.statements()] == [(outer, None), (inner, outer)]


def test_a_new_statement_takes_no_id_that_is_in_use() -> None:
    taken = first(corpus((0, 16)))
    again = reread(corpus(remarks=(kz.Remark(taken),)), (0, 16))
    assert first(again) == f"{taken}-2"


def test_what_stands_within_a_statement_follows_it() -> None:
    old = corpus((0, 112), (56, 86))
    accepted = kz.correct(old, first(old), "accept", by="Aigerim")
    again = reread(accepted, (0, 100), (56, 86), within=True)
    assert [one.within for _, one in again.statements()] == [None, first(old)]


def test_no_statement_stands_within_itself_however_it_is_read() -> None:
    old = corpus((0, 16), (56, 86))
    outer, inner = (one.id for _, one in old.statements())
    value = attrs.evolve(old.articles[0].statements[0], within=inner)
    held = kz.correct(old, outer, "amend", by="Aigerim", value=value)
    again = reread(held, (0, 16), (56, 86), within=True)
    assert [one.within for _, one in again.statements()] == [inner, None]


def test_mentions_that_people_made_or_decided_about_stay() -> None:
    old = kz.assemble([kz.read_text(TEXT, id="a")], id="c")
    [name] = [one for one in old.articles[0].mentions if one.type == "person" and one.span.of(TEXT) == "Aidar Serikov"]
    wrong = attrs.evolve(name, type="organization", made=kz.Made(by="Aigerim"))
    place = kz.Mention(kz.Span(4, 8), "place", made=kz.Made(by="kzcorpus", status="rejected"))
    others = tuple(one for one in old.articles[0].mentions if one is not name)
    again = kz.reread(old.with_articles(attrs.evolve(old.articles[0], mentions=(place, wrong, *others))))
    assert set(again.articles[0].mentions) == {place, wrong, *others}
    assert [one for one in again.articles[0].mentions if one.span == name.span] == [wrong]


def test_a_mention_that_was_cut_otherwise_by_hand_takes_the_place_of_the_program_s() -> None:
    old = kz.assemble([kz.read_text(TEXT, id="a")], id="c")
    [name] = [one for one in old.articles[0].mentions if one.span.of(TEXT) == "Aidar Serikov"]
    wider = attrs.evolve(name, span=kz.Span(name.span.start, name.span.end + 5), made=kz.Made(by="Aigerim"))
    others = tuple(one for one in old.articles[0].mentions if one is not name)
    held = old.with_articles(attrs.evolve(old.articles[0], mentions=(*others, wider)))
    again = kz.reread(held)
    assert set(again.articles[0].mentions) == {*others, wider}
    assert kz.reread(again) == again
    both = old.with_articles(attrs.evolve(old.articles[0], mentions=(*others, name, wider)))
    assert set(kz.reread(both).articles[0].mentions) == {*others, name, wider}, "they stood beside each other"


def test_a_record_that_a_person_edited_is_known_to_the_reader() -> None:
    old = kz.assemble([kz.read_text(TEXT, id="a")], id="c")
    [proposed] = old.authority.actors
    mine = attrs.evolve(proposed, names=(*proposed.names, kz.Name("Серіков")), made=kz.Made(by="Aigerim"))
    tenure = kz.Tenure(mine.id, "mayor", "kz", "2020", made=kz.Made(by="Aigerim"))
    known = kz.load_authority()
    held = attrs.evolve(old, authority=kz.Authority((mine,), known.organizations, known.places, (tenure,)))
    again = kz.reread(held)
    assert again.authority.agent(mine.id) == mine
    assert tenure in again.authority.tenures
    assert len(again.authority.places) < len(known.places), "what nobody refers to is left out"
    speakers = [one.speaker.entity for _, one in again.statements() if one.speaker]
    assert mine.id in speakers
    assert kz.reread(again) == again


def test_the_authority_given_wins_over_a_person_s_old_file_and_a_person_over_the_program() -> None:
    by_person = kz.Made(by="Aigerim")
    old = kz.Corpus("c", authority=kz.Authority((kz.Actor("x", (kz.Name("Old"),), made=by_person),)))
    for made, expected in ((by_person, "New"), (None, "New"), (kz.Made(by="kzcorpus", status="accepted"), "Old")):
        given = kz.Authority((kz.Actor("x", (kz.Name("New"),), made=made),))
        assert kz.reread(old, authority=given).authority.agent("x").names[0].text == expected


def test_whom_a_decision_names_and_nobody_knows_any_more_is_told() -> None:
    old = corpus((0, 16))
    record = kz.Actor("aidar", (kz.Name("Aidar"),), made=kz.Made(by="kzcorpus", rule="assembly.name", status="proposed"))
    held = attrs.evolve(old, authority=attrs.evolve(old.authority, actors=(*old.authority.actors, record)))
    value = attrs.evolve(held.articles[0].statements[0], speaker=kz.Voice("aidar"))
    again = reread(kz.correct(held, first(held), "amend", by="Aigerim", value=value), (0, 16))
    assert told(again) == [("decided-record-unknown", (first(held), "aidar"))]
    assert record in again.authority.actors


def test_what_reading_the_text_cannot_find_again_is_kept() -> None:
    article = kz.read_text(b"Il a d\xe9j\xe0 neig\xe9.", id="a")
    old = kz.assemble([attrs.evolve(article, extra=(("k", "v"),), bylines=(kz.Voice(name="Jane"),))], id="c")
    again = kz.reread(old)
    assert again == old
    assert "encoding-assumed" in {one.code for one in again.articles[0].findings}


def test_a_text_that_begins_with_a_mark_is_not_touched() -> None:
    held = kz.Corpus("c", articles=(kz.Article("a", "\ufeffYes.\r\n\x00"),))
    assert kz.reread(held).articles[0].text == "\ufeffYes.\r\n\x00"


def test_codebooks_stay() -> None:
    concepts = (kz.Concept("roads", (kz.Name("Roads"),), broader="things"), kz.Concept("things"))
    assert kz.reread(corpus(concepts=concepts)).concepts == concepts


def test_an_extractor_that_fails_leaves_everything_as_it_was() -> None:
    class Failing:
        def extract(self, article: kz.Article) -> list[kz.Statement]:
            raise TimeoutError(article.id)

    with pytest.raises(kz.ExtractorError, match="TimeoutError: a"):
        kz.reread(corpus(), extractor=Failing())
    with pytest.raises(kz.UnknownExtractorError):
        kz.reread(corpus(), extractor="nonsense")


def test_an_article_that_is_called_like_a_record_it_needs_is_an_error() -> None:
    held = kz.Corpus("c", articles=(kz.Article("kassym-jomart-tokayev", f"Kassym-Jomart Tokayev said it was so. {TEXT}"),))
    with pytest.raises(kz.ModelError, match="which is now the id of a record that the texts refer to"):
        kz.reread(held)


def test_progress_counts_the_articles() -> None:
    seen: list[int] = []

    def progress(items: object, *, total: int) -> object:
        seen.append(total)
        return items

    kz.reread(corpus(), progress=progress)  # type: ignore[arg-type]
    assert seen == [1]
