"""What can be wrong with a value, and with the values of one record."""

from collections.abc import Sequence

from exchangecli.errors.base import ExchangeError, UsageError, listed, nearest


class ValueProblem(ExchangeError):
    """A value cannot be what it stands for. Its sentence begins with the value in quotation marks.

    Whoever knows the place (an option, a row and a column) puts it in front: see ``FieldProblems``.
    """

    exit_code = 2

    def __init__(self, value: str, problem: str, hint: str | None = None) -> None:
        shown = value if len(value) <= 80 else f"{value[:77]}..."  # noqa: PLR2004
        super().__init__(f'"{shown}" {problem}', hint)
        self.value = value


class UnreadableDate(ValueProblem):
    """No reading of the text as a date."""

    def __init__(
        self,
        value: str,
        why: str = "is not a date that can be read",
        instead: str = "write it like 2025-11-08, 2025-11, 2025 or 8 Nov 2025",
    ) -> None:
        super().__init__(value, f"{why}; {instead}")


class OldDateSpelling(ValueProblem):
    """A spelling of EDTF before 2019, or of a level that is not supported."""

    def __init__(self, value: str, instead: str) -> None:
        super().__init__(value, f"is not a date in the EDTF spelling used here; {instead}")


class UnreadableTime(ValueProblem):
    """No reading of the text as a time of the day."""

    def __init__(self, value: str, why: str = "is not a time that can be read") -> None:
        super().__init__(value, f"{why}; write it like 14:00 or 7.30 pm")


class AmbiguousDate(ValueProblem):
    """Day and month cannot be told apart: ``05/06/2024``."""

    def __init__(self, value: str, readings: Sequence[str]) -> None:
        super().__init__(value, f"could be {listed(readings)}; write one of them")
        self.readings = tuple(readings)


class WrongWeekday(ValueProblem):
    """The weekday that stands beside a date is not that day's."""

    def __init__(self, value: str, date: str, weekday: str) -> None:
        super().__init__(value, f"names another weekday than {date}, which is a {weekday}; check the source")


class DateWithoutYear(ValueProblem):
    """A day and a month, and no year said: it is never completed."""

    def __init__(self, value: str) -> None:
        super().__init__(value, "has no year; add it, or leave the date out where nobody says it")


class UnknownCountry(ValueProblem):
    """No country of this name or code; ``near`` are the codes and names of those that are spelled like it."""

    def __init__(
        self,
        value: str,
        why: str = "is not a country name or code known here",
        near: Sequence[tuple[str, str]] = (),
    ) -> None:
        meant = listed(f"{code} ({name})" for code, name in near)
        super().__init__(
            value, f"{why}; {f'did you mean {meant}?' if meant else 'write an ISO code such as VN, or a full name'}"
        )


class AmbiguousCountry(ValueProblem):
    """One name, several countries: ``Korea``."""

    def __init__(self, value: str, candidates: Sequence[tuple[str, str]]) -> None:
        named = [f"{code} ({name})" for code, name in candidates]
        super().__init__(
            value,
            f"could be {listed(named)}; write one of the codes",
            hint=f'to read "{value}" one way throughout: exchange dataset --readings "{value}={candidates[0][0]}"',
        )
        self.candidates = tuple(code for code, _ in candidates)


class NoMember(ValueProblem):
    """What cannot be a member of a group."""

    def __init__(self, value: str, why: str) -> None:
        super().__init__(
            value,
            f"{why}; a member is a country, such as VN, or a body",
            hint="a body is a participant: exchange add-participant NAME makes it one, and then it can be a member",
        )


class UnknownTrait(ValueProblem):
    """What ``has:`` asks for, and no record has."""

    def __init__(self, value: str, known: Sequence[str]) -> None:
        near = nearest(value, known)
        meant = f"did you mean {listed(near)}?" if near else f"write {listed(known)}"
        super().__init__(value, f"is not known to has:; {meant}")


class OverlappingMembership(ValueProblem):
    """A country that would be a member of a group twice at one time."""

    def __init__(self, value: str, group: str, record: str, when: str) -> None:
        super().__init__(
            value,
            f"is a member of {group} already, {when}; give other dates, or say when that one ended",
            hint=f"exchange edit {record} end=DATE",
        )


class UnknownWord(ValueProblem):
    """Not a word of a closed list."""

    def __init__(self, value: str, vocabulary: str, nearest: Sequence[str] = ()) -> None:
        meant = f"; did you mean {listed(nearest)}?" if nearest else ""
        super().__init__(
            value,
            f"is not in the list of {vocabulary}{meant}",
            hint=f"the whole list: exchange vocabulary {vocabulary}",
        )
        self.nearest = tuple(nearest)


class UnknownVocabulary(ValueProblem):
    """No closed list of this name: a slip in the command's words."""

    exit_code = 2

    def __init__(self, value: str, names: Sequence[str]) -> None:
        near = nearest(value, names)
        meant = f"did you mean {listed(near)}?" if near else f"there are {listed(names, 'and')}"
        super().__init__(
            value, f"is not the name of a list; {meant}", hint="the groups of countries: exchange vocabulary groups"
        )


class BadIdentifier(ValueProblem):
    """An ORCID, ISNI, ROR or Wikidata id that is misspelt, as its pattern or its check digit tells."""

    def __init__(self, value: str, scheme: str, why: str) -> None:
        super().__init__(value, f"is not a valid {scheme}: {why}")


class UnreadableNumber(ValueProblem):
    """Not a number that can be read."""

    def __init__(self, value: str, expected: str) -> None:
        super().__init__(value, f"is not {expected}")


class FieldProblems(ExchangeError):
    """What is wrong with the values given for one record: all of it, each with its place."""

    def __init__(self, problems: Sequence[tuple[str, ExchangeError]]) -> None:
        self.exit_code = max(problem.exit_code for _, problem in problems)
        super().__init__("")
        self.problems = tuple(problems)

    @property
    def sentence(self) -> str:
        """Each problem with its place; worked out where it is read, since some look for what may have been meant."""
        return "\n".join(f"{place}: {problem.sentence}" for place, problem in self.problems)

    @property
    def hint(self) -> str | None:
        """The first thing to do next."""
        return next((problem.hint for _, problem in self.problems if problem.hint), None)


class SeveralProblems(ExchangeError):
    """Several things that are wrong with one command, told together."""

    def __init__(self, problems: Sequence[ExchangeError]) -> None:
        self.exit_code = max(problem.exit_code for problem in problems)
        super().__init__(
            "\n".join(problem.sentence for problem in problems),
            next((problem.hint for problem in problems if problem.hint), None),
        )


def together(problems: Sequence[ExchangeError]) -> ExchangeError:
    """What says all that is wrong: the one problem itself, or all of several."""
    return problems[0] if len(problems) == 1 else SeveralProblems(problems)


class RecordProblems(ExchangeError):
    """What cannot be done in some of many records: all of it, each with its record."""

    def __init__(self, kinds: str, number: int, refused: Sequence[tuple[str, ExchangeError]]) -> None:
        lines = [f"{record}: {line}" for record, problem in refused for line in problem.sentence.split("\n")]
        shown = "".join(f"\n  {line}" for line in lines[:20])
        more = f"\n  and {len(lines) - 20} more" if len(lines) > 20 else ""  # noqa: PLR2004
        self.exit_code = max(problem.exit_code for _, problem in refused)
        super().__init__(
            f"{len(refused)} of {number} {kinds} cannot be changed so; nothing was changed:{shown}{more}",
            next((problem.hint for _, problem in refused if problem.hint), None),
        )
        self.refused = tuple(refused)


class IncompleteRecord(ValueProblem):
    """A row with an id that nobody knows, and without what a new record must have."""

    def __init__(self, value: str, kind: str, lacking: Sequence[str]) -> None:
        super().__init__(value, f"is the id of no {kind}, and a new one must have {listed(lacking, 'and')}")


class MissingFields(UsageError):
    """What a record must have is not there."""

    def __init__(self, kind: str, names: Sequence[str]) -> None:
        super().__init__(f"a new {kind} needs {listed(names, 'and')}", hint=f"exchange add-{kind} --help")
