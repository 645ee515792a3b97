from collections.abc import Callable
from pathlib import Path

import pytest

from kzcorpus import Actor, Authority, load_authority
from kzcorpus.errors import AuthorityError, ModelError

UserFile = Callable[..., Path]
ENDED = """
[[tenure]]
holder = "murat-nurtleu"
post = "Minister of Foreign Affairs"
body = "kz-mfa"
since = "{since}"
until = "{until}"
"""
MASSIMOV = '[[tenure]]\nholder = "karim-massimov"\npost = "Prime Minister"\nbody = "kz-government"\n'


@pytest.fixture
def user_file(tmp_path: Path) -> UserFile:
    def write(text: str, name: str = "mine.toml") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def minister(authority: Authority, holder: str = "murat-nurtleu", body: str = "kz-mfa") -> list[tuple[str | None, str | None]]:
    tenures = [tenure for tenure in authority.tenures if (tenure.holder, tenure.body) == (holder, body)]
    return sorted((tenure.since, tenure.until) for tenure in tenures if tenure.post != "Acting Prime Minister")


def test_a_record_that_extends_adds_its_names_and_replaces_what_else_it_says(user_file: UserFile) -> None:
    text = """
        [[actor]]
        id = "dmitry-peskov"
        extends = true
        names = [{text = "D. S. Peskov", language = "en", kind = "variant"}, {text = "Dmitry Peskov", language = "en", kind = "full"}]
        same_as = ["https://example.org/peskov"]
        by = "Aida"
    """
    before, after = load_authority().agent("dmitry-peskov"), load_authority(user_file(text)).agent("dmitry-peskov")
    assert isinstance(after, Actor)
    assert after.names[:-1] == before.names
    assert after.names[-1].text == "D. S. Peskov"
    assert (after.kind, after.same_as) == ("person", ("https://example.org/peskov",))
    assert after.made is not None
    assert (after.made.by, after.made.status) == ("Aida", "proposed")


def test_a_second_file_extends_what_the_first_one_made(user_file: UserFile) -> None:
    first = user_file('[[place]]\nid = "x"\nkind = "city"\nnames = [{text = "One"}]\n', "a.toml")
    second = user_file('[[place]]\nid = "x"\nextends = true\nnames = [{text = "Two"}]\n', "b.toml")
    place = load_authority(first, second).place("x")
    assert ([name.text for name in place.names], place.kind) == (["One", "Two"], "city")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('[[actor]]\nid = "x"\nextends = true\n', ["mine.toml:1: actor[0] ('x')", "expected an earlier actor with this id"]),
        ('[[place]]\nid = "kz"\nextends = true\n', ["place[0] ('kz')", "expected an earlier place with this id"]),
        ('[[actor]]\nid = "x"\nextends = "yes"\n', ["('x').extends", "found str, expected bool"]),
        ('[[tenure]]\nholder = "kz"\nextends = true\n', ["tenure[0] ('kz')", "'extends'"]),
    ],
)
def test_what_cannot_extend_is_refused(user_file: UserFile, text: str, expected: list[str]) -> None:
    with pytest.raises(AuthorityError) as caught:
        load_authority(user_file(text))
    for part in expected:
        assert part in str(caught.value)


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        ("2023-04-03", "2025-09-20", [("2023-04-03", "2025-09-20")]),
        ("2023-03-31", "2025-09-26", [("2023-03-31", "2025-09-26")]),  # another first day is a correction, not a second term
        ("2023", "2025", [("2023", "2025")]),
        ("2025-09-26", "2026-01-01", [("2023-04-03", "2025-09-26"), ("2025-09-26", "2026-01-01")]),  # the day of handing over is no overlap
        ("2030", "2031", [("2023-04-03", "2025-09-26"), ("2030", "2031")]),
    ],
)
def test_a_tenure_replaces_those_of_the_same_time(
    user_file: UserFile, since: str, until: str, expected: list[tuple[str | None, str | None]]
) -> None:
    assert minister(load_authority(user_file(ENDED.format(since=since, until=until)))) == expected


def test_a_tenure_leaves_other_terms_of_the_same_post_alone(user_file: UserFile) -> None:
    text = f'{MASSIMOV}since = "2014-04-01"\nuntil = "2016-09-08"\n'
    known = minister(load_authority(user_file(text)), "karim-massimov", "kz-government")
    assert known == [("2007-01-10", "2012-09-24"), ("2014-04-01", "2016-09-08")]


def test_an_undated_tenure_replaces_every_one_of_the_post(user_file: UserFile) -> None:
    assert minister(load_authority(user_file(MASSIMOV)), "karim-massimov", "kz-government") == [(None, None)]


def test_tenures_of_one_file_stand_beside_each_other(user_file: UserFile) -> None:
    text = ENDED.format(since="2023-04-01", until="2024-01-01") + ENDED.format(since="2023-06-01", until="2025-09-01")
    assert minister(load_authority(user_file(text))) == [("2023-04-01", "2024-01-01"), ("2023-06-01", "2025-09-01")]


def test_an_error_tells_the_line_on_which_the_record_begins(user_file: UserFile) -> None:
    text = "# mine\n\n[[actor]]\nid = 'a'\nkind = 'human'\n\n  [[ place ]]\nid = 'b'\nkind = 'planet'\n\n[[actor]]\nid = 'c'\nage = 3\n"
    with pytest.raises(AuthorityError) as caught:
        load_authority(user_file(text))
    message = str(caught.value)
    for where in ("mine.toml:3: actor[0] ('a').kind", "mine.toml:7: place[0] ('b').kind", "mine.toml:11: actor[1] ('c')"):
        assert where in message


def test_records_written_inline_are_told_without_a_line(user_file: UserFile) -> None:
    with pytest.raises(AuthorityError) as caught:
        load_authority(user_file("actor = [{id = 'a', kind = 'human'}]\n"))
    assert "mine.toml: actor[0] ('a').kind" in str(caught.value)


def test_all_faults_of_all_files_are_told(user_file: UserFile) -> None:
    first = user_file("".join(f"[[actor]]\nid = 'a{number}'\nkind = 'human'\n" for number in range(12)), "a.toml")
    second = user_file("[[tenure]]\nholder = 'nobody'\nbody = 'nothing'\n", "b.toml")
    with pytest.raises(AuthorityError) as caught:
        load_authority(first, second)
    every = caught.value.__cause__
    assert isinstance(every, ModelError)
    paths = [fault.path for fault in every.faults]
    assert [path.partition(": ")[2] for path in paths[:12]] == [f"actor[{number}] ('a{number}').kind" for number in range(12)]
    assert [path.rpartition("/")[2] for path in paths[12:]] == [
        "b.toml:1: tenure[0] ('nobody').holder",
        "b.toml:1: tenure[0] ('nobody').body",
    ]
    assert "14 faults" in str(caught.value)
