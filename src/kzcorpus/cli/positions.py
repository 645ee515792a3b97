"""Where in a text something stands, as editors count: lines and columns."""

from bisect import bisect_right

from kzcorpus.analysis.characters import line_ends


class Positions:
    """Lines and columns of one text, both from 1, columns in code points."""

    def __init__(self, text: str) -> None:
        self.starts = sorted([0, *(span.end for spans in line_ends(text).values() for span in spans)])

    def of(self, offset: int) -> str:
        r"""Return the line and the column of an offset.

        >>> Positions("Astana\nreaffirms").of(7)
        '2:1'
        """
        line = bisect_right(self.starts, offset)
        return f"{line}:{offset - self.starts[line - 1] + 1}"
