import re

import pytest
from rich.console import Console

from exchangecli.curate import dossier, targets
from exchangecli.show import cards
from exchangecli.store.opening import Store

MARK = re.compile(r"\[\d+\]")


def marks(store: Store, words: str) -> dict[str, tuple[list[str], list[str]]]:
    """The sources behind the marks of each field: those that say so, and those that say otherwise."""
    kind, (record,) = targets.one(store, words)
    console = Console(width=250)
    with console.capture() as captured:
        console.print(cards.card(dossier.gather(store, kind, record)))
    fields, _, sources = captured.get().partition("\n\nSources")
    named = dict(re.findall(r"^ +(\[\d+\]).* (\S+) *$", sources, re.MULTILINE))
    found = {}
    for line in fields.split("\n\n")[0].splitlines()[2:]:
        for name, mark in each_field(line):
            same, otherwise = (sorted(named[one] for one in MARK.findall(part)) for part in mark.partition("≠")[::2])
            found[name] = (same, otherwise)
    return found


def each_field(line: str) -> list[tuple[str, str]]:
    """The mark of a line, or, of a first and a last day that are marked apart, of each: ``Date``, ``Date end``."""
    heading = line.split("  ", maxsplit=1)[0]
    first, comma, last = line.partition(", end ")
    return [(heading, first), (f"{heading} end", last)] if comma else [(heading, line)]


@pytest.mark.parametrize(
    ("record", "field", "same", "otherwise"),
    [
        pytest.param(
            "7th-asem-culture",
            "Date",
            ["asef-culture", "culture-in-external-relations-gwangju", "culture360-policy-panel-gwangju"],
            [],
            id="a source that says 2016 does not contradict a day of 2016",
        ),
        pytest.param(
            "7th-asem-culture",
            "Date end",
            ["culture-in-external-relations-gwangju", "culture360-policy-panel-gwangju", "korea-herald-gwangju"],
            [],
            id="a source that says the last day alone supports that alone",
        ),
        pytest.param(
            "asean-korea-innovative-culture-forum-2023",
            "Date",
            ["forum-2023-press-release", "ohmynews-mirror-man", "thesmedia-forum-2023"],
            [],
            id="the same first day",
        ),
        pytest.param(
            "asean-korea-innovative-culture-forum-2023",
            "Date end",
            ["thesmedia-forum-2023"],
            ["forum-2023-press-release", "ohmynews-mirror-man"],
            id="another last day",
        ),
        pytest.param(
            "8th-asem-culture",
            "Date",
            ["asef-culture", "bulgarian-presidency-report", "xinhua-sofia"],
            ["bulgarian-presidency-announcement"],
            id="another first day",
        ),
        pytest.param(
            "8th-asem-culture",
            "Date end",
            ["bulgarian-presidency-announcement", "bulgarian-presidency-report"],
            [],
            id="the same last day",
        ),
        pytest.param("8th-asem-culture", "City", ["asef-culture", "bulgarian-presidency-announcement",
                                          "bulgarian-presidency-report"], [], id="one value"),
    ],
)  # fmt: skip
def test_sources_that_say_otherwise_are_marked(
    sample: Store, record: str, field: str, same: list[str], otherwise: list[str]
) -> None:
    assert marks(sample, record)[field] == (same, otherwise)
