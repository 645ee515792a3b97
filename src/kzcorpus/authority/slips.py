"""Slips of the pen: one letter left out, added, exchanged for another or for its neighbour, in a word long enough to bear it."""

_SHORTEST = 6  # letters; in a shorter word one letter makes another name (Karin, Karim)


def one_apart(one: str, other: str) -> bool:
    """Tell whether two words differ by exactly one letter left out, added, exchanged, or swapped with its neighbour.

    >>> one_apart("tokayev", "tokyaev"), one_apart("tokayev", "tokarev"), one_apart("karin", "karin")
    (True, True, False)
    """
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    left, right = one[start:], other[start:]
    if len(left) == len(right):
        return left[1:] == right[1:] or (left[:2] == right[1::-1] and left[2:] == right[2:])
    return left[1:] == right or left == right[1:]


def bears_slip(said: str, known: str) -> bool:
    """Tell whether two words are long enough for a slip, and begin alike, as most slips leave them.

    >>> bears_slip("blinkin", "blinken"), bears_slip("karim", "karin")
    (True, False)
    """
    return min(len(said), len(known)) >= _SHORTEST and said[0] == known[0]
