"""What the bundled records promise: who is in them, in which languages, from where, and that no two hold one office at once."""

import datetime as dt
import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from authority_coverage import PRESIDENTS_OFFICES, STATES, coverage, further, gaps, offices, shares

from kzcorpus import Actor, Authority, Name, Organization, Place, Tenure, load_authority
from kzcorpus.authority.gazetteer import Gazetteer
from kzcorpus.model.edtf import bounds

ROOT = Path(__file__).parents[3]
VERIFIED = ROOT.parent / "shared" / "authority" / "verified.json"
PAGE = (ROOT / "docs" / "explanation" / "authority.md").read_text(encoding="utf-8")
MEMBERSHIPS = {"member", "associate member", "observer"}
SHARED_POSTS = {"Deputy Prime Minister", "First Deputy Prime Minister", "Deputy Minister of Foreign Affairs", "Presidential Aide"}
LANGUAGES = {"en", "ru", "kk-Cyrl", "kk-Latn", "uk", "be", "ro", "ka", "hy", "az", "uz", "ky", "tg", "tk", "et", "lv", "lt"}
SCRIPTS = {
    "cyrillic": ({"ru", "kk-Cyrl", "uk", "be", "ky", "tg"}, re.compile(r"[\u0400-\u04ff]")),
    "georgian": ({"ka"}, re.compile(r"[\u10a0-\u10ff]")),
    "armenian": ({"hy"}, re.compile(r"[\u0530-\u058f]")),
    "latin": ({"en", "kk-Latn", "ro", "az", "uz", "tk", "et", "lv", "lt"}, re.compile(r"[A-Za-z]")),
}
LATIN_BRANDS = re.compile(r"[\x00-\x7f]+")  # Qarmet, Kaspi.kz: written so in every language


@pytest.fixture(scope="module")
def bundled() -> Authority:
    return load_authority()


def everything(authority: Authority) -> Iterator[Actor | Organization | Place]:
    yield from authority.agents()
    yield from authority.places


def names_of(record: Actor | Organization | Place, language: str, kind: str = "full") -> list[Name]:
    return [name for name in record.names if (name.language, name.kind) == (language, kind)]


def test_there_are_enough_of_each(bundled: Authority) -> None:
    assert sum(actor.kind == "person" for actor in bundled.actors) >= 150
    assert len(bundled.organizations) >= 150
    assert len(bundled.places) >= 100


def test_every_id_is_in_small_letters_and_stands_once(bundled: Authority) -> None:
    ids = [record.id for record in everything(bundled)]
    assert len(set(ids)) == len(ids)
    assert [id_ for id_ in ids if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", id_)] == []


def test_every_record_says_where_it_is_from_and_has_a_name_and_a_kind(bundled: Authority) -> None:
    for record in everything(bundled):
        assert record.names, record.id
        assert record.kind, record.id
        assert record.made is not None
        assert record.made.note, record.id
    for tenure in bundled.tenures:
        assert tenure.post, tenure
        assert tenure.body, tenure
        assert tenure.since, f"{tenure} would be held at any time"
        assert tenure.made is not None
        assert tenure.made.note, tenure


def test_every_name_has_a_language_of_the_region_and_a_kind_and_no_name_stands_twice(bundled: Authority) -> None:
    for record in everything(bundled):
        for name in record.names:
            assert name.language in LANGUAGES, (record.id, name)
            assert name.kind, (record.id, name)
            assert name.text == " ".join(name.text.split()), (record.id, name)
        assert [name for name, number in Counter(record.names).items() if number > 1] == [], record.id


def test_every_name_is_in_the_script_of_its_language(bundled: Authority) -> None:
    for record in everything(bundled):
        for name in record.names:
            letters = next(pattern for languages, pattern in SCRIPTS.values() if name.language in languages)
            assert letters.search(name.text) or LATIN_BRANDS.fullmatch(name.text), (record.id, name)


def test_people_of_kazakhstan_have_names_in_four_orthographies(bundled: Authority) -> None:
    bodies = {organization.id for organization in bundled.organizations if organization.id.split("-")[0] in ("kz", "akorda", "amanat")}
    people = {tenure.holder for tenure in bundled.tenures if tenure.body in bodies} & {actor.id for actor in bundled.actors}
    assert len(people) > 60
    for person in map(bundled.agent, people):
        assert all(names_of(person, language) for language in ("en", "ru", "kk-Cyrl", "kk-Latn")), person.id


def test_all_people_have_names_in_english_and_russian(bundled: Authority) -> None:
    for actor in bundled.actors:
        assert all(names_of(actor, language) for language in ("en", "ru")), actor.id


def test_intergovernmental_bodies_and_those_of_kazakhstan_have_names_in_four_orthographies(bundled: Authority) -> None:
    lacking = {
        record.id
        for record in bundled.organizations
        if record.kind == "intergovernmental" or record.id == "kz" or record.id.startswith("kz-")
        if not all(names_of(record, language) for language in ("en", "ru", "kk-Cyrl", "kk-Latn"))
    }
    assert lacking == {"guam", "bsec", "wfp", "fatf"}  # their Kazakh names were not known for sure


@pytest.mark.parametrize(
    ("id_", "acronyms"),
    [
        ("csto", ["CSTO", "ОДКБ", "ҰҚШҰ", "ŪQŞŪ"]),
        ("cis", ["CIS", "СНГ", "ТМД", "TMD"]),
        ("sco", ["SCO", "ШОС", "ШЫҰ", "ŞYŪ"]),
        ("eaeu", ["EAEU", "ЕАЭС", "ЕАЭО", "EAEO"]),
        ("un", ["UN", "ООН", "БҰҰ", "BŪŪ"]),
        ("osce", ["OSCE", "ОБСЕ", "ЕҚЫҰ", "EQYŪ"]),
        ("ots", ["OTS", "ОТГ", "ТМҰ", "TMŪ"]),
        ("cica", ["CICA", "СВМДА", "АӨСШК", "AÖSŞK"]),
        ("wto", ["WTO", "ВТО", "ДСҰ", "DSŪ"]),
        ("imf", ["IMF", "МВФ", "ХВҚ", "HVQ"]),
    ],
)
def test_acronyms_stand_in_four_orthographies(bundled: Authority, id_: str, acronyms: list[str]) -> None:
    known = {name.text for name in bundled.agent(id_).names if name.kind == "acronym"}
    assert known.issuperset(acronyms)


def test_places_of_kazakhstan_have_names_in_four_orthographies(bundled: Authority) -> None:
    def inside(place: Place) -> bool:
        return place.id == "kazakhstan" or (place.part_of is not None and inside(bundled.place(place.part_of)))

    places = [place for place in bundled.places if inside(place)]
    assert len(places) > 60
    for place in places:
        for language in ("en", "ru", "kk-Cyrl", "kk-Latn"):
            assert names_of(place, language) or names_of(place, language, "former"), (place.id, language)


NATIVE = {"ua": "uk", "by": "be", "md": "ro", "ge": "ka", "am": "hy", "az": "az", "uz": "uz", "kg": "ky"} | {
    "tj": "tg", "tm": "tk", "ee": "et", "lv": "lv", "lt": "lt", "kz": "kk-Cyrl", "ru": "ru",
}  # fmt: skip


@pytest.mark.parametrize("state", STATES)
def test_the_fifteen_states_have_their_bodies_and_capitals_with_their_names(bundled: Authority, state: str) -> None:
    record = bundled.agent(state)
    assert isinstance(record, Organization)
    assert record.seat is not None
    for known in (record, bundled.place(record.seat)):
        for language in ("en", "ru", "kk-Cyrl", "kk-Latn", NATIVE[state]):
            assert names_of(known, language), (known.id, language)
    bodies = [organization for organization in bundled.organizations if state in (organization.part_of, organization.id)]
    assert {"government", "state"} <= {organization.kind for organization in bodies}
    assert sum(organization.kind == "government" for organization in bodies) >= 2  # the government and the president's office
    assert isinstance(bundled.agent(f"{state}-mfa"), Organization)
    assert any("parliament" in organization.id or "federal-assembly" in organization.id for organization in bodies)


@pytest.mark.parametrize(
    ("place", "date", "name"),
    [
        ("astana", "1950", "Akmolinsk"),
        ("astana", "1985-03-01", "Tselinograd"),
        ("astana", "1995-03-01", "Akmola"),
        ("astana", "2010-03-01", "Astana"),
        ("astana", "2020-03-01", "Nur-Sultan"),
        ("astana", "2023-03-01", "Astana"),
        ("saint-petersburg", "1950", "Leningrad"),
        ("ganja", "1970", "Kirovabad"),
        ("gyumri", "1970", "Leninakan"),
        ("dnipro", "2000", "Dnipropetrovsk"),
        ("bokhtar", "2000", "Qurghonteppa"),
    ],
)
def test_a_place_is_called_as_it_was_then(bundled: Authority, place: str, date: str, name: str) -> None:
    found = bundled.name_on(place, date)
    assert found is not None
    assert found.text == name


def surely(tenure: Tenure) -> tuple[dt.date, dt.date]:
    """Return the first and last day on which a tenure was surely held, by the dates as precise as they are."""
    since = bounds(tenure.since).latest if tenure.since else None
    until = bounds(tenure.until).earliest if tenure.until else None
    return since or dt.date.max if tenure.since else dt.date.max, until or dt.date.max


def possibly(tenure: Tenure) -> tuple[dt.date, dt.date]:
    since = bounds(tenure.since).earliest if tenure.since else None
    until = bounds(tenure.until).latest if tenure.until else None
    return since or dt.date.min, until or dt.date.max


def test_no_tenure_ends_before_it_begins(bundled: Authority) -> None:
    for tenure in bundled.tenures:
        first, last = possibly(tenure)
        assert first <= last, tenure


def test_no_two_hold_one_office_at_the_same_time(bundled: Authority) -> None:
    held: dict[tuple[str | None, str], list[Tenure]] = {}
    for tenure in bundled.tenures:
        post = (tenure.post or "").removeprefix("Acting ")
        if post not in MEMBERSHIPS | SHARED_POSTS:
            held.setdefault((tenure.body, post), []).append(tenure)
    together = [
        (a.body, a.post, a.holder, b.holder)
        for tenures in held.values()
        for a, b in combinations(tenures, 2)
        if (min(surely(a)[1], surely(b)[1]) - max(surely(a)[0], surely(b)[0])).days > 1
    ]
    assert together == []


def test_nobody_who_left_is_still_in_office(bundled: Authority) -> None:
    """An open tenure of an office is the last one of that office: nobody began after it."""
    for state in STATES:
        for office in offices(state):
            open_ended = [tenure for tenure in office.tenures(bundled) if tenure.until is None and tenure.since]
            latest = max(surely(tenure)[0] for tenure in office.tenures(bundled) if tenure.since)
            assert len(open_ended) <= 1, (office, open_ended)
            assert all(surely(tenure)[0] == latest for tenure in open_ended), (office, open_ended)


def test_the_former_president_is_not_in_office(bundled: Authority) -> None:
    assert [tenure.holder for tenure in bundled.tenures if (tenure.post, tenure.body, tenure.until) == ("President", "kz", None)] == [
        "kassym-jomart-tokayev"
    ]
    assert bundled.roles_on("nursultan-nazarbayev", "2023") == ()


@pytest.mark.parametrize("state", STATES)
def test_heads_of_all_fifteen_states_are_told_without_a_gap(bundled: Authority, state: str) -> None:
    head, *_ = offices(state)
    assert gaps(head, bundled) == []


@pytest.mark.parametrize("state", sorted(PRESIDENTS_OFFICES))
def test_five_offices_of_kazakhstan_and_russia_are_told_without_a_gap(bundled: Authority, state: str) -> None:
    told = [office for office in offices(state) if "secretary" not in office.title and "spokesperson" not in office.title]
    assert [(office.title, gaps(office, bundled)) for office in told] == [(office.title, []) for office in told]
    assert len(told) == 5


def test_who_was_a_member_is_known_by_the_date(bundled: Authority) -> None:
    def members(body: str, date: str) -> set[str]:
        return {tenure.holder for tenure in bundled.tenures if tenure.body == body and tenure in bundled.roles_on(tenure.holder, date)} & {
            tenure.holder for tenure in bundled.tenures if tenure.body == body and tenure.post == "member"
        }

    assert members("csto", "1996") == {"am", "az", "by", "ge", "kg", "kz", "ru", "tj", "uz"}
    assert members("csto", "2003") == {"am", "by", "kg", "kz", "ru", "tj"}
    assert members("csto", "2010") == {"am", "by", "kg", "kz", "ru", "tj", "uz"}
    assert members("csto", "2024-06") == {"am", "by", "kg", "kz", "ru", "tj"}
    assert members("eaeu", "2020-06") == {"am", "by", "kg", "kz", "ru"}
    assert members("sco", "2010") == {"cn", "kg", "kz", "ru", "tj", "uz"}
    assert members("sco", "2025") == {"by", "cn", "in", "ir", "kg", "kz", "pk", "ru", "tj", "uz"}
    assert "ge" in members("cis", "2008-01")
    assert "ge" not in members("cis", "2010")
    assert "gb" not in members("eu", "2021")
    assert len(members("eu", "2015")) == 28
    assert len(members("nato", "2025")) == 32
    assert members("gcc", "2020") == {"ae", "bh", "kw", "om", "qa", "sa"}


def test_verified_is_only_what_the_file_of_facts_holds(bundled: Authority) -> None:
    if not VERIFIED.exists():
        pytest.skip("the file of checked facts lies beside the checkout: ../shared/authority/verified.json")
    text = VERIFIED.read_text(encoding="utf-8")
    facts = json.loads(text)["facts"]
    named = {fact["name"].split(" (")[0]: fact for fact in facts}
    accepted = [record for record in everything(bundled) if record.made and record.made.status == "accepted"]
    assert accepted
    for record in accepted:
        ids = [same.rpartition("/")[2] for same in record.same_as]
        assert any(name.text in named for name in record.names) or any(f"is {id_})" in text for id_ in ids), record.id
    dated = {(fact["name"], tenure.get("start"), tenure.get("end")) for fact in facts for tenure in fact.get("tenures", ())}
    for tenure in bundled.tenures:
        if tenure.made and tenure.made.status == "accepted":
            name = bundled.agent(tenure.holder).names[0].text
            ends = [end for who, start, end in dated if (who, start) == (name, tenure.since)]
            assert any(end == tenure.until or (end and tenure.until and end.startswith(tenure.until)) for end in ends), tenure


def test_short_names_that_are_words_or_given_names_are_not_listed(bundled: Authority) -> None:
    index = Gazetteer((name.text, record.id) for record in everything(bundled) for name in record.names)
    for text in ("Mary said so", "Or else", "Abai wrote", "Bush left", "Rice is cheap", "the EO of Tuesday", "Harris won", "Novak won"):
        assert list(index.scan(text)) == [], text


def test_the_page_tells_what_the_program_prints(bundled: Authority) -> None:
    for table in (shares, coverage, further):
        assert "\n".join(table(bundled)) in PAGE


def test_the_records_are_read_when_they_are_asked_for() -> None:
    code = (
        "import sys; opened = []; sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == 'open' else None)\n"
        "import kzcorpus; kzcorpus.Name('x'); print([path for path in opened if 'records' in path]); kzcorpus.load_authority\n"
        "kzcorpus.load_authority(); print(any('people_kazakhstan' in path for path in opened))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 -- our own interpreter
    assert done.stdout.split("\n")[:2] == ["[]", "True"]
