"""What can go wrong with records: naming, adding, changing, deleting and citing them."""

from collections.abc import Callable, Sequence
from functools import cache

from exchangecli.errors.base import ExchangeError, UsageError, listed, nearest


class UnknownField(UsageError):
    """A kind of record has no such field; ``further`` ones are suggested, but not listed."""

    def __init__(self, name: str, kinds: str, names: Sequence[str], further: Sequence[str] = ()) -> None:
        near = nearest(name, [*names, *further])
        meant = f"did you mean {listed(near)}?" if near else f"they have {listed(names, 'and')}"
        super().__init__(f'{kinds} have no field "{name}"; {meant}')


class NotFound(ExchangeError):
    """Nothing is meant by what was given as a record.

    Attributes:
        near: gives the ids and titles of what may have been meant; asked only where the sentence is read.
    """

    def __init__(
        self, words: str, kinds: Sequence[str] = (), near: Callable[[], Sequence[tuple[str, str]]] = tuple
    ) -> None:
        hint = "an id, the start of one, or the exact name or acronym is enough; exchange search finds them"
        super().__init__(f'no {listed(kinds) or "record"} is called "{words}"', hint)
        self.near = cache(near)

    @property
    def sentence(self) -> str:
        """What went wrong, with what may have been meant."""
        return super().sentence + _meant(self.near())

    @property
    def hint(self) -> str | None:
        """How a record can be named, where nothing like it is known."""
        return None if self.near() else super().hint


def _meant(near: Sequence[tuple[str, str]]) -> str:
    if len(near) == 1:
        return f"; did you mean {near[0][0]} ({near[0][1]})?"
    return "; did you mean one of these?" + "".join(f"\n  {one}  {title}" for one, title in near) if near else ""


class Ambiguous(ExchangeError):
    """Several records are meant by what was given as one."""

    def __init__(self, words: str, candidates: Sequence[tuple[str, str]], number: int | None = None) -> None:
        listed_here = candidates[:10]
        shown = "".join(f"\n  {record}  {title}" for record, title in listed_here)
        further = (number or len(candidates)) - len(listed_here)
        more = f"\n  and {further} more" if further else ""
        super().__init__(f'"{words}" could be several records; give the id of one:{shown}{more}')


class AlreadyThere(ExchangeError):
    """A new record is plainly one that exists."""

    def __init__(self, kind: str, record: str, title: str, why: str) -> None:
        super().__init__(
            f"this {kind} is there already as {record} ({title}): {why}",
            hint=f"exchange show {record} shows it; --force adds a second one all the same",
        )
        self.record = record


class IdTaken(UsageError):
    """The id that was asked for belongs to another record."""

    def __init__(self, record: str) -> None:
        super().__init__(f"the id {record} is in use", hint=f"exchange show {record} shows by what; name another --id")


class ChangedMeanwhile(ExchangeError):
    """What was shown before asking is not what would happen any more."""

    def __init__(self) -> None:
        super().__init__("another command changed these records meanwhile; nothing was changed, look again")


class SaidAlready(ExchangeError):
    """A fact that stands there word for word, and no source that says it too."""

    def __init__(self, kind: str, record: str, title: str, *, is_cited: bool = True) -> None:
        super().__init__(
            f"this {kind} is there already, word for word: {record} ({title})",
            hint="--source adds another source that says so"
            if is_cited
            else f"exchange edit {record} FIELD=VALUE changes what else it says",
        )


class StillReferredTo(ExchangeError):
    """A record that others refer to is not deleted without them."""

    def __init__(self, asked: Sequence[str], others: Sequence[str]) -> None:
        shown = "".join(f"\n  {other}" for other in others[:20])
        more = f"\n  and {len(others) - 20} more" if len(others) > 20 else ""  # noqa: PLR2004
        what, them = (f"{asked[0]} is", "it") if len(asked) == 1 else (f"these {len(asked)} records are", "them")
        super().__init__(
            f"{what} not deleted, because others refer to {them}:{shown}{more}",
            hint="--cascade deletes them too, and only takes the reference out of those that can be without it",
        )


class NoAssignment(UsageError):
    """An ``edit`` that sets nothing."""

    def __init__(self) -> None:
        super().__init__(
            "nothing to set; write field=value, field+=value, field-=value or field! after the record",
            hint="in a terminal, a record alone is opened in $EDITOR",
        )


class EmptyAssignment(UsageError):
    """A field set to nothing: emptying is said explicitly."""

    def __init__(self, field: str) -> None:
        super().__init__(f"{field}= has no value; to empty the field write {field}!")


class NotAList(UsageError):
    """``+=`` and ``-=`` on a field that holds one value."""

    def __init__(self, field: str) -> None:
        super().__init__(f"{field} holds one value; write {field}=value, or {field}! to empty it")


class NotEditable(UsageError):
    """A field that cannot be edited, or emptied."""

    def __init__(self, field: str, why: str) -> None:
        super().__init__(f"{field} {why}")


class BroadTarget(UsageError):
    """A query for ``edit`` or ``delete`` that names no field."""

    def __init__(self, words: str) -> None:
        super().__init__(
            f'"{words}" is no record, and as a query it names no field',
            hint="give an id, or a query that says which field it means, such as country:VN",
        )


class Stopped(ExchangeError):
    """A person was asked, and said no."""

    def __init__(self) -> None:
        super().__init__("stopped; nothing was changed")


class NobodyToAsk(ExchangeError):
    """A person was to be asked, and there is no terminal."""

    def __init__(self) -> None:
        super().__init__(
            "this asks before it acts, and there is no terminal to ask in; nothing was changed",
            hint="--yes goes ahead without asking",
        )
