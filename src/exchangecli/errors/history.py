"""What can go wrong with the log: undoing, looking back, naming a state."""

from collections.abc import Sequence

from exchangecli.errors.base import ExchangeError, UsageError, listed, nearest

MOST_LINES = 10
"""How many of the things that stand in the way are named."""


def _lines(found: Sequence[str], count: int) -> str:
    """The first of several things, a line each, and how many more there are."""
    further = count - len(found[:MOST_LINES])
    return "".join(f"\n  {one}" for one in found[:MOST_LINES]) + (f"\n  and {further} more" if further else "")


class UnknownOperation(ExchangeError):
    """The log has no operation of this number."""

    def __init__(self, number: int, last: int) -> None:
        known = f"the newest is {last}" if last else "the log is empty"
        super().__init__(f"there is no operation {number}; {known}", hint="exchange log shows them with their numbers")


class UndoneAlready(ExchangeError):
    """What is to be undone is undone."""

    def __init__(self, number: int, by: int) -> None:
        super().__init__(
            f"operation {number} is undone already, by operation {by}",
            hint=f"exchange undo {by} brings back what it had done",
        )


class NothingToUndo(ExchangeError):
    """Every operation is undone, or an undo."""

    def __init__(self) -> None:
        super().__init__(
            "there is nothing to undo: every operation since the dataset was made is undone",
            hint="exchange undo NUMBER of an undo brings back what that took away; exchange log shows the numbers",
        )


class NothingLeft(ExchangeError):
    """What an operation did has been changed back, or is gone."""

    def __init__(self, number: int) -> None:
        super().__init__(
            f"there is nothing left to undo of operation {number}: all that it changed is as it was before",
            hint="exchange log shows the numbers of others",
        )


class BeginningStays(ExchangeError):
    """The first operation cannot be undone."""

    def __init__(self, number: int) -> None:
        super().__init__(f"operation {number} made the dataset, and cannot be undone", hint="delete its file instead")


class LaterChanges(ExchangeError):
    """What came later stands in the way of undoing an operation."""

    def __init__(
        self, number: int, obstacles: Sequence[str], count: int, *, has_rest: bool, by_another: bool = False
    ) -> None:
        first = "undo first what came later, by its number"
        if by_another:
            first += "; what another program wrote has none, and exchange edit changes it back"
        rest = "--rest undoes everything else, and leaves this as it is; or "
        super().__init__(
            f"operation {number} is not undone, because of what came later:{_lines(obstacles, count)}",
            hint=rest + first if has_rest else first,
        )


class UndoContradicts(ExchangeError):
    """What an undo would bring back does not go together with what is there now."""

    def __init__(self, number: int, problems: Sequence[str]) -> None:
        super().__init__(
            f"operation {number} is not undone, because records would contradict each other:"
            f"{_lines(problems, len(problems))}",
            hint="change what came later, then undo it again",
        )


class UnreadablePoint(UsageError):
    """A text that says no state of the dataset."""

    def __init__(self, text: str, releases: Sequence[str]) -> None:
        near = nearest(text, releases)
        meant = f"; did you mean {listed(near)}?" if near else ""
        super().__init__(
            f'--at: "{text}" is no date, no operation and no release{meant}',
            hint="write a day (2025-11-20), a minute (2025-11-20T14:30), op:17, or the name of a release",
        )


class BeforeBeginning(ExchangeError):
    """A state from before there was anything."""

    def __init__(self, text: str, began: str) -> None:
        super().__init__(f"--at: the dataset was not there yet at {text}; it began on {began}")


class ReleaseTaken(ExchangeError):
    """A name that another state has."""

    def __init__(self, name: str, operation: int) -> None:
        super().__init__(
            f'the release "{name}" is there already, as the state after operation {operation}',
            hint=f'exchange list --at "{name}" shows it; give this one another name',
        )


class UnfitRelease(UsageError):
    """A name that ``--at`` could not read as one."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f'--release: "{name}" {why}', hint="write a name such as 1.2, v3 or autumn-report")


class FieldOfOne(UsageError):
    """A field whose history is asked for, of no record or of several."""

    def __init__(self, field: str) -> None:
        super().__init__(f"--field {field} needs one record: whose {field}?", hint="exchange log ID --field FIELD")


class NotTogether(UsageError):
    """Options that exclude each other."""

    def __init__(self, one: str, other: str) -> None:
        super().__init__(f"{one} and {other} do not go together; give one of them")
