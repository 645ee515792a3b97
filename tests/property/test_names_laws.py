"""Laws of names: every record is found by its names, a scan is in order and apart, mentions nest, assembly does not depend on order."""

import itertools
import re
import unicodedata
from collections.abc import Callable, Sequence
from random import Random

import attrs
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kzcorpus import (
    Actor,
    AmbiguousNameError,
    Article,
    Authority,
    AuthorityError,
    Block,
    Mention,
    Name,
    Organization,
    Place,
    Span,
    Tenure,
    assemble,
    find_agent,
    find_agents,
    find_places,
    load_authority,
)
from kzcorpus.authority.firstwords import PAYS_FROM, FirstWords
from kzcorpus.authority.forms import normal, words_of
from kzcorpus.authority.gazetteer import Gazetteer, Hit
from kzcorpus.authority.inflections import first_cases
from kzcorpus.authority.keys import word_keys
from kzcorpus.authority.lettering import SPACE
from kzcorpus.authority.romanization import SCHEMES, Scheme, romanize
from kzcorpus.authority.slips import one_apart
from kzcorpus.model.integrity import BETWEEN_BLOCKS
from kzcorpus.read.mentions import mark_mentions
from kzcorpus.read.quotes import quotations
from kzcorpus.read.sentences import sentences
from kzcorpus.read.stages import Passage, Reading
from kzcorpus.strategies import authorities as sound_authorities
from kzcorpus.strategies import texts

VOCABULARY = """
Tokayev Kassym-Jomart Putin Vladimir Japarov President president the The minister Minister Mr. Ms. he He she him her they it said says told
that Kazakhstan Russia Moscow Astana Nur-Sultan in to from of and with against , , . . . " “ ” ' ’s ( ) - – Ministry of Foreign Affairs Bank
University Kazakh Russian US CSTO NATO UGP John Smith Smith Jr. Anna who which according officials Some spokesman counterpart his government
Today May 14 foreign Secretary State 's … Ünal Тоқаев 国
"""
WORDS = st.sampled_from(VOCABULARY.split())
SENTENCES = st.lists(WORDS, max_size=60).map(" ".join)
DATES = st.sampled_from([None, "2005", "2022-10-14"])
RANDOMS = st.randoms(use_true_random=False)
NAMES = st.lists(st.from_regex(r"[A-ZÀ-ÖА-Я][a-zà-öа-я]{0,6}", fullmatch=True), min_size=1, max_size=3).map(" ".join)


def marked(lines: Sequence[str]) -> Article:
    """Return an article of paragraphs with its mentions."""
    kept = [line.replace("\r", " ").replace("\n", " ").strip(BETWEEN_BLOCKS) for line in lines]
    kept = [line for line in kept if line]
    text = "\n".join(kept)
    starts = itertools.accumulate((len(line) + 1 for line in kept), initial=0)
    blocks = tuple(Block(Span(start, start + len(line)), "paragraph") for start, line in zip(starts, kept, strict=False))
    passages = tuple(Passage(block, sentences(text, block.span), quotations(text, block.span)) for block in blocks)
    return mark_mentions(Reading(Article("a", text, blocks=blocks), load_authority(), passages)).article


@st.composite
def authorities(draw: st.DrawFn) -> Authority:
    """Draw an authority of records with hostile names."""
    forms = st.lists(
        st.builds(Name, texts(max_size=30) | NAMES, kind=st.sampled_from([None, "full", "family", "given", "acronym"])), max_size=3
    )
    named = draw(st.lists(st.tuples(st.sampled_from([Actor, Organization, Place]), forms), max_size=5))
    records = [kind(f"r{i}", tuple(names)) for i, (kind, names) in enumerate(named)]
    return Authority(
        actors=tuple(record for record in records if isinstance(record, Actor)),
        organizations=tuple(record for record in records if isinstance(record, Organization)),
        places=tuple(record for record in records if isinstance(record, Place)),
    )


@given(authorities() | sound_authorities())
def test_every_record_is_found_by_each_of_its_names(authority: Authority) -> None:
    found = {
        record.id: (record, find)
        for find, records in ((find_agents, authority.agents()), (find_places, authority.places))
        for record in records
    }
    for id_, (record, find) in found.items():
        for name in record.names:
            if name.text.strip():
                assert id_ in {match.entity for match in find(authority, name.text)}


@given(authorities(), texts() | NAMES)
def test_matches_are_ranked_by_a_score_between_0_and_1(authority: Authority, name: str) -> None:
    scores = [match.score for match in find_agents(authority, name)]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)


NEAR_WORDS = """
Tokayev Токаев Tokaïev Karimov Karimova Kerimov Zhaparov Japarov Жапаров Ivan Иван Boris I. Б. Ivanovich Иванович CSTO ОДКБ
"""
NEAR = st.sampled_from(NEAR_WORDS.split())
NEAR_NAMES = st.lists(NEAR, min_size=1, max_size=3).map(" ".join)


@st.composite
def authorities_of_namesakes(draw: st.DrawFn) -> Authority:
    """Draw an authority whose people, organizations and places have names that are alike, and offices."""
    forms = st.lists(st.builds(Name, NEAR_NAMES, kind=st.sampled_from([None, "full", "family", "acronym"])), max_size=3)
    named = draw(st.lists(st.tuples(st.sampled_from([Actor, Organization, Place]), forms), max_size=6))
    records = [kind(f"r{i}", tuple(names)) for i, (kind, names) in enumerate(named)]
    actors = tuple(record for record in records if isinstance(record, Actor))
    organizations = tuple(record for record in records if isinstance(record, Organization))
    posts = st.sampled_from(["President", "Minister of Finance", "Speaker", None])
    bodies = st.sampled_from([None, *(organization.id for organization in organizations)])
    years = st.sampled_from([None, "1999", "2010"])
    held = st.builds(Tenure, st.sampled_from([actor.id for actor in actors] or ["-"]), posts, bodies, years, st.none())
    return Authority(
        actors=actors,
        organizations=organizations,
        places=tuple(record for record in records if isinstance(record, Place)),
        tenures=tuple(draw(st.lists(held, max_size=4, unique_by=lambda one: (one.holder, one.post, one.body, one.since))))
        if actors
        else (),
    )


def shuffled(authority: Authority, random: Random) -> Authority:
    """Return the same records in another order."""
    groups = {field.name: list(getattr(authority, field.name)) for field in attrs.fields(Authority)}
    for records in groups.values():
        random.shuffle(records)
    return Authority(**{name: tuple(records) for name, records in groups.items()})


@given(
    authorities_of_namesakes(), NEAR_NAMES | NEAR_NAMES.map("President {}".format) | NEAR_NAMES.map("президент {}".format), DATES, RANDOMS
)
def test_whom_a_name_means_does_not_depend_on_the_order_of_the_records(
    authority: Authority, name: str, date: str | None, random: Random
) -> None:
    other = shuffled(authority, random)
    assert find_agents(other, name, date=date) == find_agents(authority, name, date=date)
    assert find_places(other, name, date=date) == find_places(authority, name, date=date)


@given(authorities_of_namesakes(), NEAR_NAMES)
def test_who_is_returned_alone_is_likelier_than_all_others(authority: Authority, name: str) -> None:
    matches = find_agents(authority, name)
    best = [match for match in matches if abs(match.score - matches[0].score) < 1e-6]
    if len(best) == 1:
        assert find_agent(authority, name).id == best[0].entity
        return
    with pytest.raises(AmbiguousNameError if best else AuthorityError) as caught:
        find_agent(authority, name)
    assert list(getattr(caught.value, "candidates", ())) == best


@settings(deadline=None)  # the first example loads the records
@given(st.data())
def test_every_name_of_the_bundled_records_finds_its_record_in_capitals_and_romanized(data: st.DataObject) -> None:
    authority = load_authority()
    agent = data.draw(st.sampled_from(sorted(authority.agents(), key=lambda one: one.id)))
    name = data.draw(st.sampled_from(agent.names))
    found = {match.entity for match in find_agents(authority, name.text)}
    assert agent.id in found
    if name.kind == "full" and isinstance(agent, Actor) and len(name.text) > 9:
        schemes = [one for one in SCHEMES if one.startswith(f"{(name.language or '').partition('-')[0]}-")]
        scheme: Scheme | None = data.draw(st.sampled_from(schemes)) if schemes else None
        assert scheme is None or agent.id in {match.entity for match in find_agents(authority, romanize(name.text, scheme))}
        assert agent.id in {match.entity for match in find_agents(authority, name.text.upper())}


VOWELS = {"kk": "аәеёиоөуұүыіэюя", "ru": "аеёиоуыэюя"}
CONSONANTS = {"kk": "бвгғджзйкқлмнңпрстфхцчшщ", "ru": "бвгджзйклмнпрстфхцчшщ"}
# Where a word and its romanization have no key in common: letters written like others. шш and щ are both şş in 2021, йея is ieia by
# ICAO like ъя; a scheme without ь writes тьч like ч; тз may be ц; no name begins with й; ё is read as е or as ё, and nothing else may be
# doubtful beside it (ь before a vowel, ң at the end).
CONFUSED = {"kk-2021": "шш|шщ", "ru-icao": "й[еёюя]"}
CONFUSED_ANYWHERE = r"ь[гзжхчшщ]|ь.*ь|тз|\Aй|ё.*ё|ё.*[ьң]|[ьң].*ё"


@st.composite
def cyrillic_words(draw: st.DrawFn, scheme: Scheme) -> str:
    """Draw a word of syllables in the letters of an alphabet; ь may end a syllable in Russian, ъ stands before е, ё, ю, я."""
    language = scheme[:2]
    vowel, consonant = st.sampled_from(VOWELS[language]), st.sampled_from(CONSONANTS[language])
    soft = st.sampled_from(["", "", "ь"]) if language == "ru" else st.just("")
    syllables = st.lists(st.tuples(consonant | st.just(""), vowel, (consonant | st.just("")), soft), min_size=1, max_size=4)
    word = "".join(onset + nucleus + coda + (sign if coda else "") for onset, nucleus, coda, sign in draw(syllables))
    assume(not re.search("|".join([CONFUSED_ANYWHERE, *filter(None, [CONFUSED.get(scheme)])]), word))
    return word


@given(st.data(), st.sampled_from(SCHEMES), st.sampled_from([str, str.upper, str.capitalize]))
def test_a_name_and_its_romanization_share_a_key(data: st.DataObject, scheme: Scheme, case: Callable[[str], str]) -> None:
    word = case(data.draw(cyrillic_words(scheme)))
    assert not set(word_keys(word)).isdisjoint(word_keys(romanize(word, scheme)))


@given(texts(), st.sampled_from(SCHEMES))
def test_romanizing_is_idempotent_and_leaves_what_no_table_knows(text: str, scheme: Scheme) -> None:
    once = romanize(text, scheme)
    assert romanize(once, scheme) == once
    kept = [char for char in text if not "\u0400" <= char <= "\u04ff" and not unicodedata.combining(char)]
    rest = iter(once)
    assert all(char in rest for char in kept)


@given(texts() | NAMES)
def test_keys_are_of_sounds_and_do_not_depend_on_case(word: str) -> None:
    keys = word_keys(word)
    assert len(set(keys)) == len(keys)
    assert all(keys)
    assert set(word_keys(word, foreign=False)) <= set(keys)
    if word.isascii():
        assert word_keys(word.upper()) == word_keys(word.lower()) == keys


@given(texts() | st.lists(NAMES, max_size=4).map(" ".join))
def test_first_cases_end_and_say_how(name: str) -> None:
    found = list(first_cases(name))
    assert len(found) < 600
    assert all(case == "an inflected form" or case.startswith("the ") for _, case in found)


LETTERS = st.text("abcd", max_size=6)


def distance(one: str, other: str) -> int:
    """Return the distance of two words by letters left out, added, exchanged or swapped with a neighbour: the textbook table."""
    rows = [list(range(len(other) + 1))]
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            row.append(min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (a != b)))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                row[-1] = min(row[-1], rows[-2][j - 2] + 1)
        rows.append(row)
    return rows[-1][-1]


@given(LETTERS, LETTERS)
def test_one_apart_is_a_distance_of_one(one: str, other: str) -> None:
    assert one_apart(one, other) == (distance(one, other) == 1)


@given(texts())
def test_the_normal_form_of_a_normal_form_is_itself(name: str) -> None:
    assert normal(normal(name)) == normal(name)
    assert words_of(name)


@given(st.lists(NAMES, max_size=8), st.lists(NAMES | texts(max_size=20), max_size=8).map(" ".join))
def test_a_scan_is_in_order_apart_and_repeatable(names: list[str], text: str) -> None:
    gazetteer = Gazetteer((name, name) for name in names)
    hits = list(gazetteer.scan(text))
    assert all(one.end <= other.start for one, other in itertools.pairwise(hits))
    assert all(0 <= hit.start < hit.end <= len(text) and hit.ids for hit in hits)
    assert hits == list(Gazetteer((name, name) for name in names).scan(text))


@given(st.lists(NAMES, max_size=8), st.lists(NAMES | texts(max_size=20), max_size=8).map(" ".join))
def test_a_scan_finds_at_each_place_what_is_found_by_asking_for_the_place(names: list[str], text: str) -> None:
    gazetteer = Gazetteer((name, name) for name in names)
    found, settled = [], 0
    for begin in range(len(text)):
        hit = gazetteer.at(text, begin, len(text)) if begin >= settled else None
        if hit:
            found.append(hit)
            settled = hit.end
    assert list(gazetteer.scan(text)) == found


@given(NAMES, st.lists(NAMES, max_size=5), st.sampled_from(["", "x ", "(", "“", "said, "]), st.sampled_from(["", " y", ")", "’s", ". Z"]))
def test_a_name_that_stands_in_a_text_is_found(name: str, others: list[str], before: str, after: str) -> None:
    gazetteer = Gazetteer((one, one) for one in [*others, name])
    hits = list(gazetteer.scan(f"{before}{name}{after}"))
    assert hits
    assert hits[0].start == len(before)
    assert hits[0].end >= len(before) + len(name) or any(hits[0].ids)


@settings(deadline=None)  # the first article loads the records
@given(st.lists(SENTENCES | texts(max_size=60), max_size=4))
def test_mentions_are_in_order_nest_and_slice_to_something(lines: list[str]) -> None:
    article = marked(lines)
    spans = [mention.span for mention in article.mentions]
    assert spans == sorted(spans, key=lambda span: (span.start, -span.end))
    assert len(set(spans)) == len(spans)
    assert all(span.of(article.text).strip() for span in spans)
    assert all(any(block.span.covers(span) for block in article.blocks) for span in spans)
    assert not any(one.start < other.start < one.end < other.end for one in spans for other in spans)


@settings(deadline=None)  # the first article loads the records
@given(st.lists(SENTENCES, max_size=3))
def test_marking_is_repeatable_and_what_follows_changes_nothing_before(lines: list[str]) -> None:
    once = marked(lines)
    assert marked(lines) == once
    assert marked([*lines, "rain fell all day."]).mentions == once.mentions


@settings(deadline=None)  # the first article loads the records
@given(st.lists(SENTENCES, max_size=3))
def test_who_is_meant_is_a_record_or_has_a_name_of_the_article(lines: list[str]) -> None:
    authority = load_authority()
    known = {record.id for record in (*authority.agents(), *authority.places)}
    for mention in marked(lines).mentions:
        assert mention.entity is None or mention.entity in known
        assert mention.entity is None or mention.name is None
        assert mention.literal is None or mention.literal in known


PEOPLE = st.sampled_from(["Erdni Kagal", "E. Kagal", "Kagal", "Anna Kagal", "Zed", "Erdni-Kagal", "Ünal", "Unal"])
CAST = st.lists(st.tuples(PEOPLE, st.sampled_from(["person", "organization"])), max_size=4)


@given(st.lists(CAST, min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_assembly_does_not_depend_on_the_order_of_articles(casts: list[list[tuple[str, str]]], random: object) -> None:
    articles = [
        Article(f"a{i}", "xy", mentions=tuple(Mention(Span(0, 1), type_, name=name) for name, type_ in cast))  # type: ignore[arg-type]
        for i, cast in enumerate(casts)
    ]
    shuffled = list(articles)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = (assemble(order, id="c", authority=Authority()) for order in (articles, shuffled))
    assert attrs.evolve(other, articles=tuple(sorted(other.articles, key=lambda article: article.id))) == one
    assert all(mention.entity for article in one.articles for mention in article.mentions)


def _walked(gazetteer: Gazetteer, text: str, start: int, end: int) -> list[Hit]:
    """Return what asking for every word, one after the other, finds."""
    found: list[Hit] = []
    for word in re.finditer(r"\w+", text[:end]):
        name = gazetteer._tree.longest(word[0], text, word.start(), end)  # without the short cuts of what is asked for
        assert gazetteer.at(text, word.start(), end) == name
        if word.start() >= start and name and not (found and word.start() < found[-1].end):
            found.append(Hit(*name))
    return found


PARTS = st.sampled_from(["Al", "al", "A", "Ala", "Bo", "bo", "BO", "Ёж", "еж", "Éa", "Ea", "I", "ı", "1", "a_b", "Z", "ß", "\ud800"])
GAPS = st.sampled_from([" ", "-", "’", "'", "‑", ".", ". ", "\n", "\n\n", " - ", "\u00a0", ", ", "", "_", "/", "+", " (", "”", "  ", " +"])
PHRASES = st.lists(PARTS | GAPS, max_size=7).map("".join)


PIECES = st.lists(PHRASES | st.integers(0, 11), max_size=8)


@given(st.lists(PHRASES, max_size=12), PIECES, st.sampled_from(["", " ", " X", "-"]), st.integers(0, 9), st.integers(0, 60))
def test_patterns_and_the_automaton_find_what_a_walk_over_all_words_finds(
    names: list[str], pieces: list[str | int], joint: str, start: int, end: int
) -> None:
    """Names over a small alphabet, so that they overlap, differ by their marks alone, and stand inside other words."""
    gazetteer = Gazetteer((name, str(number)) for number, name in enumerate(names))
    text = joint.join(piece if isinstance(piece, str) else [*names, ""][piece % (len(names) + 1)] for piece in pieces)
    end = min(end, len(text))
    walked = _walked(gazetteer, text, start, end)
    assert list(gazetteer.scan(text, start, end)) == walked
    assert list(gazetteer.scan(text)) == _walked(gazetteer, text, 0, len(text))
    gazetteer._beginnings._seen = PAYS_FROM
    assert list(gazetteer.scan(text)) == _walked(gazetteer, text, 0, len(text))
    finder = FirstWords(gazetteer.first_words)
    letters, _ = finder.read(f"{text} ")
    if finder.automaton:
        whole = [place for place in finder.automaton(letters) if letters[place[1] - 1 : place[1]] in {b"", SPACE}]
        assert whole == finder.by_patterns(letters)
