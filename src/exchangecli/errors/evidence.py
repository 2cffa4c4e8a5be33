"""What can go wrong with evidence: citing a source, its words, deciding between sources, and taking one back."""

from collections.abc import Sequence

from exchangecli.errors.base import ExchangeError, UsageError, listed


class NotCitable(UsageError):
    """A source for what is evidence itself."""

    def __init__(self, kind: str) -> None:
        super().__init__(f"a {kind} rests on no other source; change it without --source, or give it another source=")


class NotCitableField(UsageError):
    """A field about which no source says anything."""

    def __init__(self, kinds: str, field: str, fields: Sequence[str]) -> None:
        super().__init__(f"{field} is nothing that a source states of {kinds}; it may be cited for {listed(fields)}")


class NothingToCite(ExchangeError):
    """An empty field, and no value that a source gives."""

    def __init__(self, record: str, field: str) -> None:
        super().__init__(
            f"{record} has no {field}, and none is given to cite a source for",
            hint=f"write what the source says after the field: exchange cite {record} {field} VALUE --source SOURCE",
        )


class QuoteWithoutSource(UsageError):
    """A quotation, and no source it is from."""

    def __init__(self) -> None:
        super().__init__("--quote needs --source: whose words are these?")


class QuoteWithoutField(UsageError):
    """A quotation, and no one field it is for."""

    def __init__(self, fields: Sequence[str], named: str = "") -> None:
        wrong = (
            f"--quote names {named}, which this command does not set" if named else "this command sets several fields"
        )
        super().__init__(f"{wrong}; write --quote FIELD=TEXT, where FIELD is {listed(fields) or 'one of its fields'}")


class QuoteNotFound(ExchangeError):
    """The words do not stand in the source's text."""

    def __init__(self, quote: str, nearest: str) -> None:
        super().__init__(
            f'the source does not say "{quote}"',
            hint=f'the nearest it says: "{nearest}"' if nearest else "quote its words just as they stand in its text",
        )


class SaysNothing(ExchangeError):
    """A decision for a source that says nothing of the field."""

    def __init__(self, source: str, record: str, field: str, sources: Sequence[str]) -> None:
        others = f"; {listed(sources, 'and')} {'does' if len(sources) == 1 else 'do'}" if sources else ""
        super().__init__(
            f"{source} says nothing of {field} of {record}{others}",
            hint=f"exchange claims {record} shows what is said; exchange cite adds what a source says",
        )


class SaysSeveral(ExchangeError):
    """A decision for a source that gives several values itself."""

    def __init__(self, source: str, field: str, values: Sequence[str]) -> None:
        super().__init__(
            f"{source} itself says several things of {field}: {listed(values, 'and')}",
            hint="--value says which of them is so",
        )


class OneDecision(UsageError):
    """A conflict is to be resolved in no way, or in several."""

    def __init__(self, ways: Sequence[str]) -> None:
        super().__init__(
            f"say in one way what is so: {listed(ways)}", hint="in a terminal, without any of them, you are asked"
        )


class OnlyRoles(UsageError):
    """Both values, of a field that holds one."""

    def __init__(self, field: str) -> None:
        super().__init__(f"{field} has one value; --both is for roles, of which a participant may have several")


class WhichRole(UsageError):
    """What somebody was at an event, where they were several things, or nothing."""

    def __init__(self, participant: str, event: str, roles: Sequence[str]) -> None:
        are = f"is {listed(roles, 'and')}" if roles else "has no role"
        super().__init__(f"{participant} {are} at {event}; say which role is meant")


class NoRoles(ExchangeError):
    """No roles to decide between."""

    def __init__(self, participant: str, event: str) -> None:
        super().__init__(
            f"{participant} has no role at {event} that excludes another",
            hint=f"exchange show {event} lists the roles there",
        )


class OneRole(ExchangeError):
    """Both roles are to be kept, and there is one."""

    def __init__(self, participant: str, event: str, role: str) -> None:
        super().__init__(
            f"{participant} is only {role} at {event}; there is no other role to keep",
            hint=f"exchange cite {event} role:{participant} ROLE --source SOURCE adds one that a source states",
        )


class RetractionContradicts(ExchangeError):
    """A record would contradict itself once a source is taken back."""

    def __init__(self, source: str, record: str, problem: str) -> None:
        super().__init__(
            f"{source} is not retracted: {record} would contradict itself then: {problem}",
            hint=f"exchange resolve {record} FIELD decides which of the other values is so; then retract",
        )


class NothingToDecide(ExchangeError):
    """A decision about a field of which nothing is claimed."""

    def __init__(self, record: str, field: str) -> None:
        super().__init__(
            f"no source says anything of {field} of {record}",
            hint=f"exchange edit {record} {field}=VALUE sets it",
        )


class NothingRests(ExchangeError):
    """A retraction of a source that is cited for nothing."""

    def __init__(self, source: str) -> None:
        super().__init__(f"nothing rests on {source}", hint=f"exchange delete {source} deletes the source itself")


class NotToCite(UsageError):
    """A rank that a person does not give."""

    def __init__(self, word: str, ranks: Sequence[str]) -> None:
        super().__init__(f'--rank: "{word}" is none of {listed(ranks)}')
