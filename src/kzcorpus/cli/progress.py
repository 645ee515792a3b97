"""A progress bar for terminals, to be used like tqdm."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Generic, TextIO, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import TracebackType

T = TypeVar("T")
_EVERY = 0.1  # seconds between two pictures
_BAR = 24
_CLEAR = "\r\x1b[K"


def _clock(seconds: float) -> str:
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def picture(done: int, total: int | None, seconds: float) -> str:
    """Draw the state of a job.

    >>> picture(5, 20, 2.0)
    '######                   5/20  2.5/s  0:06 left'
    """
    rate = done / seconds if seconds > 0 else 0.0
    if not total:
        return f"{done}  {rate:.1f}/s"
    filled = min(_BAR, _BAR * done // total)
    left = f"  {_clock((total - done) / rate)} left" if rate and done < total else ""
    return f"{'#' * filled}{' ' * (_BAR - filled)} {done}/{total}  {rate:.1f}/s{left}"


class Progress(Generic[T]):
    """A bar on standard error with count, rate and time left; cleared at the end.

    Wraps an iterable, or counts by ``update``. Like tqdm, it takes more keywords than it needs.
    """

    def __init__(
        self,
        iterable: Iterable[T] | None = None,
        desc: str | None = None,
        total: int | None = None,
        file: TextIO | None = None,
        **_: object,
    ) -> None:
        self.iterable = iterable
        self.desc = desc
        self.total = total if total is not None else _length(iterable)
        self.file = file or sys.stderr
        self.n = 0
        self._begun = time.monotonic()
        self._drawn = 0.0

    def update(self, n: int = 1) -> None:
        """Count n more as done."""
        self.n += n
        now = time.monotonic()
        if now - self._drawn >= _EVERY:
            self._drawn = now
            desc = f"{self.desc} " if self.desc else ""
            self.file.write(f"{_CLEAR}{desc}{picture(self.n, self.total, now - self._begun)}")
            self.file.flush()

    def close(self) -> None:
        """Take the bar off the screen."""
        if self._drawn:
            self._drawn = 0.0
            self.file.write(_CLEAR)
            self.file.flush()

    def __iter__(self) -> Iterator[T]:
        try:
            for item in self.iterable or ():
                yield item
                self.update()
        finally:
            self.close()

    def __enter__(self) -> Progress[T]:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


def _length(iterable: object) -> int | None:
    try:
        return len(iterable)  # type: ignore[arg-type]
    except TypeError:
        return None
