"""The program that makes mutants changes what it says, and nothing else; what is listed as equivalent is still there."""

import ast

import mutants
import mutating
import pytest

SOURCE = '''
"""What it is for."""
LIMIT: int = 3
WORDS = {"a": 1, "b": 2}

def of(items: list[str], start: int = 0) -> str | None:
    """Return one of the items."""
    if not items or start >= LIMIT:
        raise ValueError(f"found {start}, expected less than {LIMIT}")
    for item in items[start:]:
        if item == "":
            continue
        found.append(item + "x")
    try:
        return items[-1]
    except IndexError:
        return None
'''
CHANGES = [(one.operator, one.before, one.after) for one in mutating.mutants(SOURCE, "m.py")]


@pytest.mark.parametrize(
    "change",
    [
        ("number", "3", "4"),
        ("number", "3", "2"),
        ("number", "0", "1"),
        ("key 'a' removed", "{'a': 1, 'b': 2}", "{'b': 2}"),
        ("condition", "not items or start >= LIMIT", "True"),
        ("condition", "not items or start >= LIMIT", "False"),
        ("and, or", "not items or start >= LIMIT", "not items and start >= LIMIT"),
        ("not, minus", "not items", "items"),
        ("not, minus", "-1", "1"),
        ("comparison", "start >= LIMIT", "start > LIMIT"),
        ("comparison", "item == ''", "item != ''"),
        ("slice", "start:", ":"),
        ("string", "''", "'mutant'"),
        ("string", "'x'", "''"),
        ("break, continue", "continue", "break"),
        ("statement removed", "found.append(item + 'x')", "pass"),
        ("arithmetic", "item + 'x'", "item - 'x'"),
        ("return None", "return items[-1]", "return None"),
    ],
)
def test_each_change_is_made(change: tuple[str, str, str]) -> None:
    assert change in CHANGES


def test_handlers_are_removed_and_words_of_messages_are_not() -> None:
    operators = {operator for operator, _, _ in CHANGES}
    assert "handler removed" in operators
    assert not [
        before for operator, before, _ in CHANGES if operator == "string" and ("found" in before or "What" in before or "Return" in before)
    ]


def test_every_mutant_is_another_program_with_lines_of_its_own() -> None:
    programs = {ast.unparse(mutating.mutated(SOURCE, one)) for one in mutating.mutants(SOURCE, "m.py")}
    assert len(programs) == len(CHANGES)
    assert ast.unparse(ast.parse(SOURCE)) not in programs
    for one in mutating.mutants(SOURCE, "m.py"):
        compile(mutating.mutated(SOURCE, one), "m.py", "exec")
        assert 1 <= one.line <= one.end <= SOURCE.count("\n")


def test_a_sample_stays_when_other_code_changes() -> None:
    before = list(mutating.mutants(SOURCE, "m.py"))
    after = list(mutating.mutants(f"BEFORE = 7\n{SOURCE}", "m.py"))
    drawn = [mutants.key(one) for one in mutants.sample(before, 0, 10)]
    assert len(set(drawn) & {mutants.key(one) for one in mutants.sample(after, 0, 12)}) == 10
    assert drawn != [mutants.key(one) for one in mutants.sample(before, 1, 10)]


def test_what_is_listed_as_equivalent_is_in_the_code_with_its_reason() -> None:
    known = mutants.equivalent()
    there = {mutants.place(one) for one in mutating.mutants_under(mutants.PACKAGE, ("model", "formats"))}
    assert set(known) <= there
    assert all(known.values())
