import pytest

from exchangecli import errors
from exchangecli.curate import assignments
from exchangecli.curate.assignments import Assignment

CONCERT = "asean-korea-music-concert-2025"


@pytest.mark.parametrize(
    ("argument", "assignment"),
    [
        ("city=Huế", Assignment("city", "=", "Huế")),
        ("start-time=19:00", Assignment("start_time", "=", "19:00")),
        ("Title= a = b ", Assignment("title", "=", "a = b")),
        ("disciplines+=dance", Assignment("disciplines", "+=", "dance")),
        ("disciplines-=music;dance", Assignment("disciplines", "-=", "music;dance")),
        ("end!", Assignment("end", "!", "")),
        ("description=two\nlines!", Assignment("description", "=", "two\nlines!")),
        ("start=-2w", Assignment("start", "=", "-2w")),
    ],
)
def test_an_assignment(argument: str, assignment: Assignment) -> None:
    assert assignments.split(["some", "event", argument]) == (["some", "event"], [assignment])


@pytest.mark.parametrize("argument", ["country:VN", "2025=", "Kep1er!!", "=x", "a b=c", "7th", "!"])
def test_what_is_no_assignment_says_which_record(argument: str) -> None:
    assert assignments.split([argument]) == ([argument], [])


@pytest.mark.parametrize("argument", ["city=", "city=  ", "disciplines+=", "disciplines-= "])
def test_an_assignment_of_nothing_is_refused(argument: str) -> None:
    with pytest.raises(errors.EmptyAssignment, match="has no value; to empty the field write"):
        assignments.split([CONCERT, argument])
