"""What a quotation is found to say of a value that somebody claims to have read in it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """A value as its quotation says it.

    Attributes:
        value: as the dataset would hold it, read from the quotation and not from the claim.
        at: where in the quotation it stands.
        as_printed: how it stands there, where that is not the value.
        inferred: why it is read so, where the quotation alone does not say it.
        approximate: whether a number is given as a round one.
    """

    value: str
    at: int
    as_printed: str | None = None
    inferred: str | None = None
    approximate: bool = False


def said(value: str, printed: str, at: int, *, inferred: str | None = None, approximate: bool = False) -> Said:
    """A value, and how it stands at a place where that is something else."""
    words = " ".join(printed.split())
    return Said(value, at, None if words == value else words, inferred, approximate)


class UngroundedError(Exception):
    """A claim that its quotation does not bear out; it never leaves ``extract``, where it becomes a reason."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
