"""The curve of confidence against what is right, as a figure."""

from collections.abc import Sequence

from reliability import Bin

_SIZE, _LEFT, _TOP, _WIDTH = 320, 56, 30, 400
_FEWEST = 10
_STYLE = """\
.k { fill: #ffffff } .t { fill: #24292f; font: 12px system-ui, sans-serif } .g { stroke: #d0d7de } .d { stroke: #6e7781 }
.a { fill: #0550ae; stroke: #0550ae } .b { fill: #bc4c00; stroke: #bc4c00 }
@media (prefers-color-scheme: dark) {
.k { fill: #161b22 } .t { fill: #e6edf3 } .g { stroke: #30363d } .d { stroke: #8b949e }
.a { fill: #79c0ff; stroke: #79c0ff } .b { fill: #ffa657; stroke: #ffa657 } }"""


def _at(confidence: float, right: float) -> tuple[str, str]:
    return f"{_LEFT + confidence * _SIZE:.1f}", f"{_TOP + (1 - right) * _SIZE:.1f}"


def _text(x: float, y: float, words: str, anchor: str = "middle", turn: str = "") -> str:
    return f'<text class="t" x="{x:g}" y="{y:g}" text-anchor="{anchor}"{turn}>{words}</text>'


def _grid() -> list[str]:
    out = []
    for number in range(0, 11, 2):
        x, y = _at(number / 10, number / 10)
        end = f'x2="{x}" y2="{_TOP + _SIZE}"', f'x2="{_LEFT + _SIZE}" y2="{y}"'
        out += [f'<line class="g" x1="{x}" y1="{_TOP}" {end[0]}/>', f'<line class="g" x1="{_LEFT}" y1="{y}" {end[1]}/>']
        out += [_text(float(x), _TOP + _SIZE + 18, f"{number / 10:.1f}"), _text(_LEFT - 8, float(y) + 4, f"{number / 10:.1f}", "end")]
    return out


def _curve(bins: Sequence[Bin], name: str) -> list[str]:
    bins = [one for one in bins if one.total >= _FEWEST]
    points = [_at(one.confidence, one.right) for one in bins]
    path = " ".join(f"{x},{y}" for x, y in points)
    out = [f'<polyline class="{name}" points="{path}" style="fill: none" stroke-width="1.5"/>']
    for one, (x, y) in zip(bins, points, strict=True):
        low, high = (_at(one.confidence, share)[1] for share in one.interval())
        tip = f"<title>{one.total:,} statements: confidence {one.confidence:.2f}, right {one.right:.2f}</title>"
        out.append(f'<line class="{name}" x1="{x}" y1="{low}" x2="{x}" y2="{high}"/>')
        out.append(f'<circle class="{name}" cx="{x}" cy="{y}" r="3.5">{tip}</circle>')
    return out


def figure(curves: Sequence[tuple[str, Sequence[Bin]]]) -> str:
    """Return the curves, two at most, as an SVG on a light or dark ground; bars are 95 % intervals, bins of fewer than ten are left out."""
    height = _TOP + _SIZE + 50
    start, end = _at(0, 0), _at(1, 1)
    middle = _TOP + _SIZE / 2
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" height="{height}" role="img">',
        "<title>How often statements of a confidence are right</title>",
        f"<style>{_STYLE}</style>",
        f'<rect class="k" width="{_WIDTH}" height="{height}" rx="6"/>',
        *_grid(),
        f'<line class="d" x1="{start[0]}" y1="{start[1]}" x2="{end[0]}" y2="{end[1]}" stroke-dasharray="4 4"/>',
        _text(_LEFT + _SIZE / 2, height - 12, "confidence"),
        _text(16, middle, "share that is right", turn=f' transform="rotate(-90 16 {middle:g})"'),
    ]
    for number, ((label, bins), name) in enumerate(zip(curves, "ab", strict=False)):
        y = _TOP + 18 + 18 * number
        parts += [
            *_curve(bins, name),
            f'<circle class="{name}" cx="{_LEFT + 14}" cy="{y - 4}" r="3.5"/>',
            _text(_LEFT + 24, y, label, "start"),
        ]
    return "\n".join([*parts, "</svg>", ""])
