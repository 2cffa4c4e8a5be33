"""How the tokens of a printed date lie: which stand for its first day, which for its last, which for times.

Nothing is read here yet: `date_reading` makes dates of it. The signs of a range, times and weekdays are what the same
words mean in any order, so they are taken out first, and what is left of an end is a short string of kinds such as
``dMY``, to be looked up.
"""

from typing import NamedTuple

from exchangecli.errors import UnreadableDate
from exchangecli.model.date_tokens import Token

_OPENINGS = ("f", "<", ">")
_ENDS_AFTER = {"": (1, 2), "f": (2,), "<": (1,), ">": (1,), "f>": (1,)}
"""How many ends may follow an opening word: "from" without "to" may be a start or a day, and is not read."""


class End(NamedTuple):
    """One end of a range, or a date alone: the kinds of its tokens and their numbers, its weekdays and its doubt."""

    kinds: str
    numbers: tuple[int, ...]
    weekdays: tuple[int, ...]
    doubt: str


class Layout(NamedTuple):
    """A printed date in its parts.

    Attributes:
        ends: one or two.
        opening: ``>`` where the date goes on from its one end (since), ``<`` where it goes up to it (until).
        lists_days: the ends are joined by "and", not by the sign of a range.
        start_time: HH:MM, as is end_time.
    """

    ends: tuple[End, ...]
    opening: str
    lists_days: bool
    start_time: str | None
    end_time: str | None


def kinds_of(found: list[Token]) -> str:
    """Write tokens as the letters of their kinds."""
    return "".join(token.kind for token in found)


def lay_out(found: list[Token], text: str) -> Layout | None:
    """Part the tokens of a text into the ends of a range and the times; None where they cannot be parted so.

    Raises:
        UnreadableDate: the times do not say which days they belong to.
    """
    dated, start_time, end_time = _without_times(_with_plain_ranges(found), text)
    opening = dated[0].kind if dated and dated[0].kind in _OPENINGS else ""
    parted = _parted(_with_weekdays_outside(dated[len(opening) :]))
    if len(parted) == 2 and kinds_of(parted[1]) == "o":  # noqa: PLR2004
        opening, parted = f"{opening}>", parted[:1]
    if len(parted) not in _ENDS_AFTER.get(opening, ()):
        return None
    ends = tuple(map(_end, parted))
    return Layout(ends, opening.strip("f"), "&" in kinds_of(found), start_time, end_time)


def _with_plain_ranges(found: list[Token]) -> list[Token]:
    """Write whatever joins two ends as one sign of a range: "until", "and", several signs side by side."""
    plain: list[Token] = []
    for token in found:
        before = plain[-1].kind if plain else ""
        if token.kind in ("Q", "H") and before == "M":  # 30 Dec 2019-2 Jan 2020
            year, day = token.numbers
            plain += Token("Y", (year,)), Token("-"), Token("d", (day,))
        elif token.kind not in ("-", "&", "<") or not before:
            plain.append(token)
        elif before != "-":
            plain.append(Token("-"))
    return plain


def _without_times(found: list[Token], text: str) -> tuple[list[Token], str | None, str | None]:
    """Take out a time before any sign of a range, two joined by such a sign, or one on either side of it."""
    kinds = kinds_of(found)
    before, _, after = kinds.partition("t")
    if "t" in after:
        at = kinds.find("t-t")
        dated = found[:at] + found[at + 3 :] if at >= 0 else found
        is_clear = after.count("t") == 1 and "-" in after.partition("t")[0]
    else:
        dated, is_clear = found, kinds == before or "-" not in before
    if not is_clear:
        raise UnreadableDate(text, "does not say which day a time belongs to")
    times = [_written(token) for token in found if token.kind == "t"]
    start_time, end_time = (*times, None, None)[:2]
    return [token for token in dated if token.kind != "t"], start_time, end_time


def _written(time: Token) -> str | None:
    return "{:02}:{:02}".format(*time.numbers) if time.numbers else None


def _with_weekdays_outside(found: list[Token]) -> list[Token]:
    """Move the weekdays of "Wed-Fri, 22-24 June" to the ends they belong to, for one sign of a range to remain."""
    kinds = kinds_of(found)
    at = kinds.find("W-W")
    if at < 0 or kinds.count("-") == 1:
        return found
    return [found[at], *found[:at], *found[at + 3 :], found[at + 2]]


def _parted(found: list[Token]) -> list[list[Token]]:
    parted: list[list[Token]] = [[]]
    for token in found:
        if token.kind == "-":
            parted.append([])
        else:
            parted[-1].append(token)
    return parted


def _end(found: list[Token]) -> End:
    """Take weekdays and words of doubt off an end; what stands in the midst of it stays, and makes it unreadable."""
    weekdays = tuple(number for token in found if token.kind == "W" for number in token.numbers)
    dated = [token for token in found if token.kind != "W"]
    kinds = kinds_of(dated)
    is_about, is_doubted = "~" in kinds, "?" in kinds or "p" in kinds
    doubt = "%" if is_about and is_doubted else "~" if is_about else "?" if is_doubted else ""
    numbers = tuple(number for token in dated for number in token.numbers)
    return End(kinds.lstrip("~p").rstrip("~?"), numbers, weekdays, doubt)
