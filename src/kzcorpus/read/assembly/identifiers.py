"""Ids that nothing else in a corpus bears."""


def free(id_: str, taken: set[str]) -> str:
    """Return the id, or with ``-2``, ``-3`` after it where it is taken; ``taken`` then holds it.

    >>> free("a", {"a", "a-2"})
    'a-3'
    """
    found, number = id_, 1
    while found in taken:
        number += 1
        found = f"{id_}-{number}"
    taken.add(found)
    return found
