"""Small changes to a program, of which its tests should notice each: what they are, where they can be made, and one of them made.

Not changed are docstrings, annotations, imports for type checkers, and the words of messages: a string in which there is an article or a
preposition among other words, or that stands in a ``raise`` or a ``hint``.
"""

from __future__ import annotations

import ast
import copy
import re
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    Change = tuple[str, ast.AST]

_COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
_ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.Div: ast.Mult,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.BitXor: ast.BitOr,
    ast.LShift: ast.RShift,
    ast.RShift: ast.LShift,
}
_MESSAGE = re.compile(r"(?:^|\s)(?:found|expected|a|an|the|no|not|of|is|in|that|it|than|with|and|to|by)(?=\s)")
_SHOWN = 90


class Mutant(NamedTuple):
    """One change: the file, its first and last line, what kind of change it is, the function it stands in, and the code before and after.

    ``node`` and ``choice`` find it again: the number of the node in the tree, and of the change among those of the node.
    """

    path: str
    line: int
    end: int
    operator: str
    scope: str
    before: str
    after: str
    node: int
    choice: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line} {self.scope}: {self.operator}: {self.before} -> {self.after}"


def _with(node: Any, **parts: Any) -> Any:
    changed = copy.copy(node)
    for name, part in parts.items():
        setattr(changed, name, part)
    return changed


def _constant(value: object) -> Iterator[Change]:
    if isinstance(value, bool):
        yield "boolean constant", ast.Constant(not value)
    elif isinstance(value, int | float):
        yield "number", ast.Constant(value + 1)
        yield "number", ast.Constant(value - 1)
    elif isinstance(value, str):
        yield "string", ast.Constant("" if value else "mutant")
    elif isinstance(value, bytes):
        yield "string", ast.Constant(b"" if value else b"mutant")


def _conditions(node: ast.If | ast.IfExp | ast.While) -> Iterator[Change]:
    if not isinstance(node, ast.While):
        yield "condition", _with(node, test=ast.Constant(value=True))
    yield "condition", _with(node, test=ast.Constant(value=False))


def _removals(node: ast.stmt) -> Iterator[Change]:
    match node:
        case ast.Expr(value=ast.Call() | ast.Yield() | ast.YieldFrom()) | ast.AugAssign() | ast.Raise() | ast.Delete():
            yield "statement removed", ast.Pass()
        case ast.Assign(targets=[ast.Attribute() | ast.Subscript()]):
            yield "statement removed", ast.Pass()
        case ast.Return(value=ast.expr() as value) if not (isinstance(value, ast.Constant) and not value.value):
            yield "return None", ast.Return(ast.Constant(None))


def _parts(node: ast.AST) -> Iterator[Change]:  # noqa: C901, PLR0912 -- one case for each kind of node
    """Yield the changes that take something away from a node of several parts."""
    match node:
        case ast.comprehension(ifs=ifs):
            for index in range(len(ifs)):
                yield "filter removed", _with(node, ifs=[*ifs[:index], *ifs[index + 1 :]])
        case ast.Dict(keys=keys, values=values):
            for index in range(len(keys)):
                kept = [pair for place, pair in enumerate(zip(keys, values, strict=True)) if place != index]
                name = _shown(keys[index] or values[index])
                yield f"key {name} removed", _with(node, keys=[key for key, _ in kept], values=[value for _, value in kept])
        case ast.Slice(lower=lower, upper=upper):
            if lower is not None:
                yield "slice", _with(node, lower=None)
            if upper is not None:
                yield "slice", _with(node, upper=None)
        case ast.Try(handlers=handlers):
            for index, handler in enumerate(handlers):
                if not isinstance(handler.body[0], ast.Raise):
                    yield (
                        "handler removed",
                        _with(node, handlers=[*handlers[:index], _with(handler, body=[ast.Raise()]), *handlers[index + 1 :]]),
                    )
        case ast.arguments(defaults=defaults, kw_defaults=named):
            listed: tuple[tuple[str, Sequence[ast.expr | None]], ...] = (("defaults", defaults), ("kw_defaults", named))
            for name, given in listed:
                for index, value in enumerate(given):
                    if not isinstance(value, ast.Constant | None):
                        yield "default", _with(node, **{name: [*given[:index], ast.Constant(None), *given[index + 1 :]]})


def changes(node: ast.AST) -> Iterator[Change]:  # noqa: C901 -- one case for each kind of node
    """Yield what can be changed about one node: the kind of change, and the node that takes its place."""
    match node:
        case ast.Constant(value=value):
            yield from _constant(value)
        case ast.Compare(ops=ops):
            for index, op in enumerate(ops):
                for other in _COMPARISONS[type(op)]:
                    yield "comparison", _with(node, ops=[*ops[:index], other(), *ops[index + 1 :]])
        case ast.BoolOp(op=op):
            yield "and, or", _with(node, op=ast.Or() if isinstance(op, ast.And) else ast.And())
        case ast.UnaryOp(op=ast.Not() | ast.USub(), operand=operand):
            yield "not, minus", operand
        case ast.BinOp(op=op) | ast.AugAssign(op=op) if type(op) in _ARITHMETIC:
            yield "arithmetic", _with(node, op=_ARITHMETIC[type(op)]())
        case ast.Break():
            yield "break, continue", ast.Continue()
        case ast.Continue():
            yield "break, continue", ast.Break()
        case ast.If() | ast.IfExp() | ast.While():
            yield from _conditions(node)
    if isinstance(node, ast.stmt):
        yield from _removals(node)
    yield from _parts(node)


def _is_message(node: ast.AST) -> bool:
    texts = [part.value for part in ast.walk(node) if isinstance(part, ast.Constant) and isinstance(part.value, str)]
    return isinstance(node, ast.Constant | ast.JoinedStr) and any(map(_MESSAGE.search, texts))


def _left_alone(tree: ast.AST) -> Iterator[ast.AST]:  # noqa: C901 -- one case for each kind of node
    """Yield the roots of what is not changed."""
    for node in ast.walk(tree):
        match node:
            case ast.Expr(value=ast.Constant()):
                yield node
            case ast.If(test=ast.Name(id="TYPE_CHECKING")):
                yield node
            case ast.AnnAssign(annotation=annotation) | ast.arg(annotation=ast.expr() as annotation):
                yield annotation
            case ast.FunctionDef(returns=ast.expr() as returns):
                yield returns
            case ast.keyword(arg="hint"):
                yield node
            case ast.Raise(exc=ast.Call(args=arguments)):
                yield from (argument for argument in arguments if isinstance(argument, ast.Constant | ast.JoinedStr))
            case ast.Assign(targets=[ast.Name(id="__all__")]):
                yield node
            case ast.Call(func=ast.Name(id="cast" | "TypeVar") | ast.Attribute(attr="cast"), args=[kind, *_]):
                yield kind
            case ast.Constant() | ast.JoinedStr() if _is_message(node):
                yield from _words(node)


def _words(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the words of a message, but not what is put into it."""
    yield from [node] if isinstance(node, ast.Constant) else (part for part in ast.iter_child_nodes(node) if isinstance(part, ast.Constant))


def _scopes(tree: ast.AST) -> dict[int, str]:
    """Return the name of the function or class that each node stands in."""
    names: dict[int, str] = {}
    stack: list[tuple[ast.AST, str]] = [(tree, "")]
    while stack:
        node, name = stack.pop()
        names[id(node)] = name
        inner = f"{name}.{node.name}".lstrip(".") if isinstance(node, ast.FunctionDef | ast.ClassDef) else name
        stack.extend((child, inner) for child in ast.iter_child_nodes(node))
    return names


def _shown(node: ast.AST) -> str:
    text = " ".join(ast.unparse(node).split())
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN // 2]} … {text[-_SHOWN // 2 :]}"


def _difference(node: ast.AST, changed: ast.AST) -> tuple[str, str]:
    """Show what is there and what takes its place: of a condition, itself alone."""
    if isinstance(node, ast.If | ast.IfExp | ast.While) and isinstance(changed, type(node)):
        return _shown(node.test), _shown(changed.test)
    return _shown(node), _shown(changed)


def _lines(tree: ast.AST) -> dict[int, tuple[int, int]]:
    """Return the first and last line of each node; a node that has none has those of what it stands in."""
    found: dict[int, tuple[int, int]] = {}
    stack: list[tuple[ast.AST, tuple[int, int]]] = [(tree, (1, 1))]
    while stack:
        node, lines = stack.pop()
        if isinstance(node, ast.If | ast.While | ast.For | ast.With | ast.Try | ast.FunctionDef | ast.ClassDef):
            lines = (node.lineno, node.lineno)
        elif isinstance(node, ast.stmt | ast.expr):
            lines = (node.lineno, node.end_lineno or node.lineno)
        found[id(node)] = lines
        stack.extend((child, lines) for child in ast.iter_child_nodes(node))
    return found


def mutants(source: str, path: str) -> Iterator[Mutant]:
    """Yield every mutant of a module, in the order of its tree."""
    tree = ast.parse(source)
    alone = {id(node) for root in _left_alone(tree) for node in ast.walk(root)}
    scopes, lines = _scopes(tree), _lines(tree)
    for number, node in enumerate(ast.walk(tree)):
        if id(node) in alone:
            continue
        for choice, (operator, changed) in enumerate(changes(node)):
            before, after = _difference(node, changed)
            yield Mutant(path, *lines[id(node)], operator, scopes[id(node)] or "module", before, after, number, choice)


class _Exchange(ast.NodeTransformer):
    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self.old = old
        self.new = new

    def visit(self, node: ast.AST) -> Any:
        return ast.copy_location(self.new, node) if node is self.old else self.generic_visit(node)


def mutated(source: str, mutant: Mutant) -> ast.Module:
    """Return the tree of a module with one change made."""
    tree = ast.parse(source)
    old = next(node for number, node in enumerate(ast.walk(tree)) if number == mutant.node)
    _, new = list(changes(old))[mutant.choice]
    changed: ast.Module = _Exchange(old, new).visit(tree)
    return ast.fix_missing_locations(changed)


def mutants_under(root: Path, folders: tuple[str, ...]) -> list[Mutant]:
    """Return every mutant of the modules below some folders of a package, in order."""
    files = sorted(path for folder in folders for path in (root / folder).rglob("*.py"))
    return [mutant for path in files for mutant in mutants(path.read_text(encoding="utf-8"), path.relative_to(root.parent).as_posix())]
