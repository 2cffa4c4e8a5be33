"""What a search found, kind by kind."""

from exchangecli.show.hits import of_hits
from exchangecli.store.search import Hit

FORUM = Hit("event", "forum", "Seoul Forum", "Seoul Forum", [(0, 5)])
KOFICE = Hit("participant", "kofice", "KOFICE", "of Seoul", [(3, 8)])
PANEL = Hit("event", "panel", "Panel in Seoul", "Panel in Seoul", [(9, 14)])


def test_kinds_are_grouped_in_the_order_of_their_best() -> None:
    table = of_hits([FORUM, KOFICE, PANEL])
    assert [column.heading for column in table.columns] == ["Kind", "Title", "Found in", "Id"]
    assert table.rows == [
        ["events", "Seoul Forum", "", "forum"],
        ["", "Panel in Seoul", "", "panel"],
        ["participants", "KOFICE", "of Seoul", "kofice"],
    ]


def test_the_words_are_marked_where_they_stand() -> None:
    assert of_hits([FORUM, KOFICE, PANEL]).marks == {(0, 1): [(0, 5)], (1, 1): [(9, 14)], (2, 2): [(3, 8)]}


def test_a_column_that_would_be_empty_is_left_out() -> None:
    table = of_hits([FORUM, PANEL])
    assert [column.heading for column in table.columns] == ["Kind", "Title", "Id"]
    assert table.marks == {(0, 1): [(0, 5)], (1, 1): [(9, 14)]}
