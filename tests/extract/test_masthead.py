"""What a report says of itself."""

from dataclasses import replace

import pytest

from exchangecli.extract.masthead import read_masthead
from exchangecli.extract.proposals import Masthead
from tests.extract.pages import article, front_of

HEADLINE = "Weavers of nine countries open their house"
LEAD = "The city's weavers opened their guild house to visitors from nine countries on Friday evening."
NEXT = "Looms from Laos, Ghana and Peru stood side by side in the old customs hall until late at night."
BODY = f"{LEAD}\n\n{NEXT}"


def masthead(text: str) -> Masthead:
    return front_of(text).masthead


@pytest.mark.parametrize(
    "text",
    [
        f"{HEADLINE}\n\n{BODY}",
        f"# {HEADLINE}\n\n{BODY}",
        f"Culture\n\n{HEADLINE}\n\nBy Ama Mensah\n\n{BODY}",
        f"The Delta Herald - All of the River's News\n\n{HEADLINE}\n\n{BODY}",
        f"4 May 2024\n\n{HEADLINE}\n\n{BODY}",
        f"Home > Culture > News\n\n{HEADLINE}\n\n{BODY}",
        f"FOR IMMEDIATE RELEASE\n\n{HEADLINE}\n\n{BODY}",
        f"\n\n\n{HEADLINE}\n{BODY}",
    ],
)
def test_headline(text: str) -> None:
    front = front_of(text)
    assert front.masthead.title == HEADLINE
    assert front.headline is not None
    assert text[slice(*front.headline)] == HEADLINE


@pytest.mark.parametrize(
    ("line", "author", "publisher"),
    [
        ("By Ama Mensah", "Ama Mensah", None),
        ("by Ama Mensah", "Ama Mensah", None),
        ("Written by Ama Mensah", "Ama Mensah", None),
        ("By Ama Mensah, The Delta Herald", "Ama Mensah", "The Delta Herald"),
        ("By Delta Herald Ama Mensah", "Ama Mensah", "Delta Herald"),
        ("By Staff Writer Ama Mensah", "Ama Mensah", None),
        ("Author: Ama Mensah", "Ama Mensah", None),
    ],
)
def test_byline(line: str, author: str, publisher: str | None) -> None:
    read = masthead(f"{HEADLINE}\n\n{line}\n\n{BODY}")
    assert (read.author, read.publisher) == (author, publisher)


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("4 May 2024", "2024-05-04"),
        ("May 4, 2024", "2024-05-04"),
        ("Published: 4 May 2024", "2024-05-04"),
        ("Published on May 4, 2024 at 10:30", "2024-05-04"),
        ("Posted 2024-05-04", "2024-05-04"),
        ("Updated: 4 May 2024, 18:05", "2024-05-04"),
        ("Saturday, 4 May 2024", "2024-05-04"),
        ("3-5 May 2024", None),
        ("May 2024", None),
        ("When: 4 May 2024", None),
    ],
)
def test_date_of_publication(line: str, published: str | None) -> None:
    assert masthead(f"{HEADLINE}\n\n{line}\n\n{BODY}").published == published


def test_a_date_of_publication_below_the_report() -> None:
    assert masthead(f"{HEADLINE}\n\n{BODY}\n\nPublished 4 May 2024").published == "2024-05-04"


def test_a_date_in_the_report_is_none_of_publication() -> None:
    assert masthead(f"{HEADLINE}\n\n{LEAD} It was 3 May 2024, and it rained for most of that day.").published is None


@pytest.mark.parametrize(
    ("dateline", "agency", "published"),
    [
        ("HUE (The Courier) - ", "The Courier", None),
        ("HUE, May 4 (Riverpress) -- ", "Riverpress", None),
        ("HUE, 4 May 2024 - ", None, "2024-05-04"),
        ("HUE, May 4, 2024 /Riverpress/ -- ", "Riverpress", "2024-05-04"),
        ("Hue (VNA) - ", "VNA", None),
        ("HANOI - ", None, None),
    ],
)
def test_dateline(dateline: str, agency: str | None, published: str | None) -> None:
    text = f"{HEADLINE}\n\n{dateline}{BODY}"
    front = front_of(text)
    assert front.dateline is not None
    assert text[slice(*front.dateline)] == dateline
    assert (front.masthead.publisher, front.masthead.published) == (agency, published)


@pytest.mark.parametrize("lead", [LEAD, f"Looms - {LEAD}", f"Note: {LEAD}"])
def test_no_dateline(lead: str) -> None:
    assert front_of(f"{HEADLINE}\n\n{lead}\n\n{NEXT}").dateline is None


@pytest.mark.parametrize(
    "said",
    [
        "This article was adapted from a release of the guild",
        "Reprinted from The Delta Herald of 4 May",
        "Based on the press release of the guild",
        "Republished from the guild's own pages",
        "First printed elsewhere, with permission from the guild",
    ],
)
def test_it_says_that_it_is_adapted(said: str) -> None:
    assert masthead(f"{HEADLINE}\n\n{BODY}\n\n{said}.").adapted == said


def test_it_does_not_say_that_it_is_adapted() -> None:
    assert masthead(f"{HEADLINE}\n\n{BODY}\n\nThe play was adapted for the stage by nobody.").adapted is None


def test_what_the_file_says_of_itself_comes_first() -> None:
    text = f"{HEADLINE}\n\nBy Ama Mensah\n\n4 May 2024\n\n{BODY}"
    told = replace(article(text), title="Looms", author="Kofi Osei", publisher="Riverpress", published="2024-05-05")
    front = read_masthead(replace(told, language="en-GB"))
    assert front.masthead == Masthead("Looms", "Riverpress", "Kofi Osei", "2024-05-05", "en-GB", None)


def test_nothing_says_nothing() -> None:
    front = front_of("")
    assert (front.masthead, front.headline, front.dateline) == (Masthead(), None, None)
