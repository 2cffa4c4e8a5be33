"""Reads which state of the dataset a person means, and names states."""

import re

from exchangecli import errors
from exchangecli.model import clock
from exchangecli.query import ranges
from exchangecli.store import journal, past, releases
from exchangecli.store.opening import Store
from exchangecli.store.past import Point
from exchangecli.store.releases import Release

OPERATION = re.compile(r"op:\s*(\d{1,18})", re.IGNORECASE)


def point(store: Store, text: str) -> Point:
    """The state that a text means.

    It is ``op:17``, a release, a minute or a second (``2025-11-20T14:30``, ``2025-11-20T14:30:05Z``), or a day, a month
    or a year, each to its end. Where no zone is named they are those of this machine.

    Raises:
        UnknownOperation, BeforeBeginning, UnreadablePoint.
    """
    text = text.strip()
    operation = OPERATION.fullmatch(text)
    if operation:
        number = int(operation[1])
        found = past.after(store, number)
        if found is None:
            raise errors.UnknownOperation(number, journal.last(store))
        return found
    release = releases.named(store, text)
    if release:
        return past.of_change(store, release.change)
    until = _until(text)
    if until is None:
        raise errors.UnreadablePoint(text, [one.name for one in releases.all_of_them(store)])
    found = past.before_moment(store, until)
    if found is None:
        began = journal.operation(store, journal.beginning(store) or 0)
        raise errors.BeforeBeginning(text, f"{clock.local(began.at):%Y-%m-%d at %H:%M}" if began else "no day")
    return found


def _until(text: str) -> str | None:
    """The first moment that does not belong to what a text means; None where it is no date."""
    if clock.TIME.search(text):
        try:
            return clock.moment(text)[1]
        except (ValueError, OverflowError):
            return None
    try:
        return clock.midnight(ranges.days(text, clock.today()).last, days=1)
    except errors.ValueProblem:
        return None


def name(store: Store, release: str, who: str) -> Release:
    """Name the state in which the dataset is.

    Raises:
        UnfitRelease: ``--at`` would read the name as something else.
        ReleaseTaken: another state has it.
    """
    _check_name(release)
    known = releases.named(store, release)
    if known:
        raise errors.ReleaseTaken(release, known.operation)
    return releases.mark(store, release, who)


def _check_name(release: str) -> None:
    if not release.strip() or release != release.strip() or not release.isprintable():
        raise errors.UnfitRelease(release, "is no name")
    if release.lower().startswith("op:"):
        raise errors.UnfitRelease(release, "would be read as the number of an operation")
    if release.startswith("-") and _until(release) is None:
        raise errors.UnfitRelease(release, "would be read as an option")
    if _until(release) is not None:
        raise errors.UnfitRelease(release, "would be read as a date")
