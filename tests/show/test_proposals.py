"""What an article states, as a person reads it."""

from collections.abc import Callable

import pytest

from exchangecli.curate.comparing import Beside, Compared
from exchangecli.curate.joining import Match
from exchangecli.curate.proposed import Proposed
from exchangecli.extract.proposals import Proposal, Reading
from exchangecli.model.articles import Article
from exchangecli.show import proposals, values
from readings import CONCERT, first, second

Report = Callable[[], tuple[Article, Reading]]


def stated(which: Report, field: str, value: str) -> Proposal:
    return next(one for one in which()[1].proposals if (one.field, one.value) == (field, value))


@pytest.mark.parametrize(
    ("which", "field", "value", "shown"),
    [
        (first, "start", "2025-11-01", "1 Nov 2025 (year from the title)"),
        (first, "attendance", "3000", "about 3,000"),
        (first, "country", "SG", "Singapore (SG)"),
        (first, "status", "held", "Held"),
        (first, "role", "Duc Phuc", "Duc Phuc, singer, Viet Nam (VN)"),
        (first, "role", "Lee Kyogu", "Lee Kyogu, Professor, Seoul National University [keynote]"),
        (first, "session", "Cultural Diversity in the Age of AI", "1. Cultural Diversity in the Age of AI"),
        (first, "launch", "2020", "2020, ASEAN-Korea Innovate Culture Forum"),
        (first, "name", "MCST", "MCST, acronym of Ministry of Culture, Sports and Tourism"),
        (second, "figure", "12", "Delegations: 12"),
        (second, "taking_part", "KR", "South Korea (KR)"),
    ],
)
def test_a_value_in_words(which: Report, field: str, value: str, shown: str) -> None:
    assert proposals.value(stated(which, field, value)) == shown.replace("Viet Nam", values.place("VN")[:-5])


def test_what_comes_from_outside_is_harmless() -> None:
    said = Proposal(field="title", event="\x1b[31mA", value="\x1b[31mA", quote="\x1b[31mA\nB", start=0, end=8, rule="r")
    one = Compared(Proposed("p-1", "s", said), Match("new"), Match("new"), Beside())
    ((heading, table),) = proposals.of_events([one])
    assert "\x1b" not in heading
    assert all("\x1b" not in cell and "\n" not in cell for row in table.rows for cell in row)


def test_a_heading_says_which_event_it_is_and_why() -> None:
    said = stated(first, "title", CONCERT)
    perhaps = Match("perhaps", "concert", "The Concert", ("the same day",))
    assert proposals.heading(Compared(Proposed("p", "s", said), perhaps, perhaps, Beside())) == (
        f"{CONCERT} — perhaps The Concert (concert): the same day"
    )
