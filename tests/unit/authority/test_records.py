import datetime as dt
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kzcorpus import Authority, Made, Organization, load_authority
from kzcorpus.errors import AuthorityError

UserFile = Callable[..., Path]
USER = """
[[actor]]
id = "vladimir-putin"
kind = "person"
names = [{text = "V. V. Putin", language = "en", kind = "full", since = 1999-08-09}]
verified = true
source = "my notes"
by = "Aida"

[[organization]]
id = "my-club"
kind = "other"
names = [{text = "Chess Club Aktau"}]
part_of = "kz"
seat = "aktau"

[[tenure]]
holder = "vladimir-putin"
post = "Chair"
body = "my-club"
since = "2001"
"""


@pytest.fixture
def user_file(tmp_path: Path) -> UserFile:
    def write(text: str, name: str = "mine.toml") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_bundled_records_say_who_asserts_them_and_where_it_was_seen() -> None:
    authority = load_authority()
    made = authority.agent("kassym-jomart-tokayev").made
    assert made is not None
    assert made.note is not None
    assert (made.by, made.status) == ("kzcorpus", "accepted")
    assert "verified.json" in made.note
    unverified = authority.agent("nursultan-nazarbayev").made
    assert unverified is not None
    assert unverified.status == "proposed"


def test_only_what_was_checked_is_accepted() -> None:
    authority = load_authority()
    for record in (*authority.agents(), *authority.places, *authority.tenures):
        assert record.made is not None
        if record.made.status == "accepted":
            assert str(record.made.note).startswith("verified.json"), record


def test_without_paths_the_same_authority_comes_each_time() -> None:
    assert load_authority() is load_authority()


def test_a_users_record_wins_and_the_rest_stays(user_file: UserFile) -> None:
    authority = load_authority(user_file(USER))
    putin = authority.agent("vladimir-putin")
    assert [name.text for name in putin.names] == ["V. V. Putin"]
    assert putin.names[0].since == "1999-08-09"
    assert putin.made is not None
    assert (putin.made.by, putin.made.status, putin.made.note) == ("Aida", "accepted", "my notes")
    club = authority.agent("my-club")
    assert isinstance(club, Organization)
    assert (club.part_of, club.seat, club.made) == ("kz", "aktau", Made(status="proposed"))
    assert "Chair" in [tenure.post for tenure in authority.roles_on("vladimir-putin", dt.date(2010, 1, 1))]
    assert len(authority.actors) == len(load_authority().actors)


def test_names_by_kind_and_language_are_names_told_one_by_one(user_file: UserFile) -> None:
    grouped = """
        names.full = {en = "One", kk-Cyrl = ["Бір", {text = "Бірінші", since = 1998-05-06}]}
        names.family.en = "Oneson"
    """
    told = """
        names = [
          {text = "One", language = "en", kind = "full"},
          {text = "Бір", language = "kk-Cyrl", kind = "full"},
          {text = "Бірінші", language = "kk-Cyrl", kind = "full", since = "1998-05-06"},
          {text = "Oneson", language = "en", kind = "family"},
        ]
    """
    one, other = (load_authority(user_file(f'[[actor]]\nid = "x"\n{names}')).agent("x") for names in (grouped, told))
    assert len(one.names) == 4
    assert one == other


def test_what_a_file_says_once_holds_where_a_record_says_nothing_else(user_file: UserFile) -> None:
    text = """
        [made]
        by = "Aida"
        source = "our archive"

        [[place]]
        id = "x"

        [[place]]
        id = "y"
        source = "a letter"
        verified = true
    """
    authority = load_authority(user_file(text))
    assert authority.place("x").made == Made(by="Aida", status="proposed", note="our archive")
    assert authority.place("y").made == Made(by="Aida", status="accepted", note="a letter")
    assert authority.place("aktau").made == load_authority().place("aktau").made


def test_several_holders_are_a_tenure_each(user_file: UserFile) -> None:
    text = """
        [[organization]]
        id = "club"

        [[tenure]]
        holder = ["kz", "ru"]
        post = "member"
        body = "club"
        since = "2001"
    """
    authority = load_authority(user_file(text))
    assert [(tenure.holder, tenure.since) for tenure in authority.tenures if tenure.body == "club"] == [("kz", "2001"), ("ru", "2001")]


def test_the_latest_file_wins(user_file: UserFile) -> None:
    first = user_file('[[place]]\nid = "x"\nnames = [{text = "One"}]\n', "a.toml")
    second = user_file('[[place]]\nid = "x"\nnames = [{text = "Two"}]\n', "b.toml")
    assert load_authority(first, second).place("x").names[0].text == "Two"
    assert load_authority(second, str(first)).place("x").names[0].text == "One"


def test_a_users_tenure_replaces_the_one_from_the_same_day(user_file: UserFile) -> None:
    def ends(authority: Authority) -> list[str | None]:
        return [tenure.until for tenure in authority.tenures if (tenure.holder, tenure.since) == ("mukhtar-tleuberdi", "2019-09-18")]

    text = """
        [[tenure]]
        holder = "mukhtar-tleuberdi"
        post = "Minister of Foreign Affairs"
        body = "kz-mfa"
        since = "2019-09-18"
        until = "2023-04-04"
    """
    assert ends(load_authority()) == ["2023-04-03"]
    assert ends(load_authority(user_file(text))) == ["2023-04-04"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[[actor]\n", ["mine.toml", "found no TOML"]),
        ('[[person]]\nid = "x"\n', ["mine.toml", "'person'", "actor, made, organization, place, tenure"]),
        ("made = 3\n", ["mine.toml: made", "found int", "[made]"]),
        ("[made]\nsure = true\n", ["mine.toml: made", "'sure'", "by, source, verified"]),
        ("[made]\nverified = 'no'\n", ["mine.toml: made.verified", "found str", "expected bool"]),
        ("actor = 3\n", ["actor", "found int", "[[actor]]"]),
        ("actor = [3]\n", ["actor[0]", "found int", "expected a table"]),
        ("[[actor]]\nkind = 'person'\n", ["actor[0].id", "found nothing"]),
        ("[[tenure]]\npost = 'x'\n", ["tenure[0].holder", "found nothing"]),
        ("[[actor]]\nid = ''\n", ["actor[0] ('').id", "empty string"]),
        ("[[actor]]\nid = 'x'\nkind = 'human'\n", ["actor[0] ('x').kind", "'human'", "person | group"]),
        ("[[actor]]\nid = 'x'\nage = 3\n", ["actor[0] ('x')", "'age'"]),
        ("[[actor]]\nid = 'x'\nnames = 'A'\n", ["('x').names", "found str"]),
        ("[[actor]]\nid = 'x'\nnames = ['A']\n", ["('x').names[0]", "found str", "table"]),
        ("[[actor]]\nid = 'x'\nnames = [{language = 'en'}]\n", ["('x').names[0].text", "found nothing"]),
        ("[[actor]]\nid = 'x'\nnames = [{text = 'A', kind = 'nick'}]\n", ["('x').names[0].kind", "'nick'", "family"]),
        ("[[actor]]\nid = 'x'\nnames = [{text = 'A', lang = 'en'}]\n", ["('x').names[0]", "'lang'"]),
        ("[[actor]]\nid = 'x'\nnames.full = 'A'\n", ["('x').names.full", "found str", "by language"]),
        ("[[actor]]\nid = 'x'\nnames.nick.en = 'A'\n", ["('x').names.nick.en.kind", "'nick'", "family"]),
        ("[[actor]]\nid = 'x'\nnames.full.en = ['A', 3]\n", ["('x').names.full.en[1]", "found int", "table"]),
        ("[[actor]]\nid = 'x'\nnames.full.en = {text = 'A', kind = 'family'}\n", ["('x').names.full.en", "'kind'", "since, text, until"]),
        ("[[tenure]]\nholder = ['kz', 'nobody']\n", ["tenure[0].holder[1] ('nobody')", "agent"]),
        ("[[tenure]]\nholder = []\n", ["tenure[0]", "holder", "list"]),
        ("[[actor]]\nid = 'x'\nverified = 'yes'\n", ["('x').verified", "found str", "expected bool"]),
        ("[[actor]]\nid = 'x'\nsource = 1\n", ["('x').source", "found int", "expected str"]),
        ("[[tenure]]\nholder = 'vladimir-putin'\nsince = '2022-13'\n", ["('vladimir-putin').since", "'2022-13'"]),
        ("[[tenure]]\nholder = 'nobody'\n", ["('nobody')", "agent"]),
        ("[[organization]]\nid = 'x'\nseat = 'atlantis'\n", ["('x').seat", "'atlantis'", "place"]),
        ("[[place]]\nid = 'x'\npart_of = 'x'\n", ["('x').part_of", "circle"]),
        ("[[actor]]\nid = 'x'\n[[actor]]\nid = 'x'\n", ["actor[1]", "again", "actor[0]"]),
        ("[[actor]]\nid = 'x'\n[[place]]\nid = 'x'\n", ["place[0]", "again", "actor[0]"]),
    ],
)
def test_a_bad_file_is_refused_with_file_record_found_and_expected(user_file: UserFile, text: str, expected: list[str]) -> None:
    with pytest.raises(AuthorityError) as caught:
        load_authority(user_file(text))
    message = str(caught.value)
    assert "mine.toml" in message
    for part in expected:
        assert part in message


def test_every_fault_is_told(user_file: UserFile) -> None:
    path = user_file("[[actor]]\nid = 'x'\nkind = 'human'\nage = 3\n[[place]]\nid = 'y'\nkind = 'planet'\npart_of = 'x'\n")
    with pytest.raises(AuthorityError) as caught:
        load_authority(path)
    message = str(caught.value)
    assert "3 faults" in message
    assert "human" in message
    assert "age" in message
    assert "planet" in message


def test_a_missing_file_and_one_that_is_no_utf8_are_refused(tmp_path: Path) -> None:
    latin = tmp_path / "latin.toml"
    latin.write_bytes(b"[[actor]]\nid = 'Erdo\xf0an'\n")
    with pytest.raises(AuthorityError) as caught:
        load_authority(tmp_path / "missing.toml", latin)
    assert "missing.toml" in str(caught.value)
    assert "UTF-8" in str(caught.value)


def test_importing_the_package_loads_no_records() -> None:
    code = "import sys, kzcorpus; print([name for name in sys.modules if name.startswith(('kzcorpus.authority', 'tomllib'))])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 -- our own interpreter
    assert done.stdout.strip() == "[]"
