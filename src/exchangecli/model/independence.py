"""How many of several sources speak for themselves: reprints count once, as the source they reprint or adapt."""

from collections.abc import Iterable, Mapping

Origins = Mapping[str, str]
"""Source -> the one it reprints or adapts, ``unknown`` where nobody knows which; a source of its own is left out."""


def independent(sources: Iterable[str], origins: Origins) -> int:
    """How many of several sources are independent; all whose origin is unknown count as reprints of one."""
    return len(by_origin(sources, origins))


def by_origin(sources: Iterable[str], origins: Origins) -> dict[str, list[str]]:
    """Several sources, each once, by what they go back to: the origin, be it cited itself or not -> those."""
    grouped: dict[str, list[str]] = {}
    for source in dict.fromkeys(sources):
        grouped.setdefault(root(source, origins), []).append(source)
    return grouped


def root(source: str, origins: Origins) -> str:
    """What a source goes back to in the end; of sources that reprint each other in a circle, the first by its id."""
    passed = [source]
    while above := origins.get(passed[-1]):
        if above in passed:
            return min(passed[passed.index(above) :])
        passed.append(above)
    return passed[-1]
