"""What can go wrong when articles are taken in, and when what was read out of them is accepted or rejected."""

from collections.abc import Sequence

from exchangecli.errors.base import ExchangeError, UsageError, listed

WAITING = "exchange review --list shows those that wait for a decision"


class ArticlesRefused(ExchangeError):
    """Files out of which nothing can be read; none of those given with them was taken in either."""

    def __init__(self, sentences: Sequence[str], given: int) -> None:
        several = len(sentences) > 1
        rest = "; nothing was taken in" + (", of the others neither" if given > len(sentences) else "")
        names = "".join(f"\n  {sentence}" for sentence in sentences)
        files = f"{len(sentences)} files cannot be read" if several else "a file cannot be read"
        super().__init__(f"{files}{rest}{names}")


class OneSourceAtATime(UsageError):
    """Something said of one source, and several files."""

    def __init__(self, options: Sequence[str], files: int) -> None:
        super().__init__(
            f"{listed(options, 'and')} {'says' if len(options) == 1 else 'say'} something of one article, and "
            f"{files} files are given; take them in one by one"
        )


class UnknownProposal(ExchangeError):
    """An id that no proposal has."""

    def __init__(self, word: str) -> None:
        super().__init__(f'no proposal has the id "{word}"', hint=WAITING)


class SeveralProposals(ExchangeError):
    """The start of several ids."""

    def __init__(self, word: str, ids: Sequence[str]) -> None:
        super().__init__(f'"{word}" begins the ids of several proposals: {listed(ids, "and")}')


class DecidedAlready(ExchangeError):
    """A decision against one that was made before."""

    def __init__(self, record: str | None) -> None:
        super().__init__(
            f"it is accepted already{f', and became {record}' if record else ''}",
            hint="exchange undo takes an acceptance back; exchange log has its number",
        )


class MayBeTheSame(ExchangeError):
    """What is proposed may be a record that is there, and nobody said whether it is."""

    def __init__(self, proposal: str, named: str, candidates: Sequence[tuple[str, str]], why: str) -> None:
        known = listed([f"{title} ({record})" for record, title in candidates])
        record = candidates[0][0]
        super().__init__(
            f'"{named}" may be {known}: {why}',
            hint=f"--same {proposal}={record} where it is, --new {proposal} where it is another",
        )


class SayWhich(ExchangeError):
    """An event that may be one that is there, accepted without saying whether it is."""

    def __init__(self, named: str, candidates: Sequence[tuple[str, str]]) -> None:
        known = listed([f"{title} ({record})" for record, title in candidates])
        super().__init__(f'"{named}" may be {known}: say which it is, or that it is new')


class NothingToSplit(ExchangeError):
    """A split that would leave one of two events without facts or without a title of its own."""

    def __init__(self, title: str, facts: int) -> None:
        why = (
            "no fact that waits is named for it"
            if not facts
            else "it needs a title of its own"
            if title
            else "it has no title"
        )
        super().__init__(f'nothing is split off to "{title}": {why}')


class EventRejected(ExchangeError):
    """A fact of an event that a person rejected."""

    def __init__(self, proposal: str, event: str) -> None:
        super().__init__(
            f'its event, "{event}", was rejected',
            hint=f"--reject {proposal}, or --event {proposal}=EVENT where it belongs to another",
        )


class WithoutEvent(ExchangeError):
    """A fact that belongs to an event, and it is not said to which."""

    def __init__(self, proposal: str, field: str) -> None:
        super().__init__(f"it is not said to which event this {field} belongs", hint=f"--event {proposal}=EVENT")


class NamesNoRecord(ExchangeError):
    """A fact of which it is said which record it is, and which names none."""

    def __init__(self, proposal: str, field: str) -> None:
        super().__init__(
            f"it is a value ({field}), and names no record that it could be",
            hint=f"--event {proposal}=EVENT says to which event it belongs",
        )


class NothingCalled(ExchangeError):
    """A fact about something that the dataset does not have."""

    def __init__(self, proposal: str, named: str) -> None:
        super().__init__(
            f'the dataset has nothing called "{named}"', hint=f"--same {proposal}=RECORD says which record is meant"
        )


class ValueToGive(ExchangeError):
    """A value that cannot be kept as it was read."""

    def __init__(self, proposal: str, field: str, value: str, why: str) -> None:
        super().__init__(f'{field} "{value}" {why}', hint=f"--set {proposal}=VALUE gives the value")


class ProposalsRefused(ExchangeError):
    """Proposals that were to be accepted and could not be; the others were."""

    def __init__(self, problems: Sequence[tuple[str, ExchangeError]], done: int) -> None:
        names = "".join(
            f"\n  {one}: {problem.sentence}{f' ({problem.hint})' if problem.hint else ''}" for one, problem in problems
        )
        count = "1 proposal was not accepted" if len(problems) == 1 else f"{len(problems)} proposals were not accepted"
        super().__init__(f"{count}{f', {done} were' if done else ''}:{names}")


class BadDecisions(UsageError):
    """A file of decisions that cannot be read."""

    def __init__(self, file: str, place: str, problem: str) -> None:
        super().__init__(
            f"{file}{f', {place}' if place else ''}: {problem}",
            hint='it is a JSON array of objects such as {"id": "p-...", "decision": "accept"}',
        )


class NothingDecided(UsageError):
    """A review without a decision, and nobody to ask."""

    def __init__(self) -> None:
        super().__init__(
            "review asks its questions in a terminal; without one, say what is decided",
            hint="--list, --accept ID, --reject ID, --accept-all --source SOURCE or --decisions FILE",
        )
