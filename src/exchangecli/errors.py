"""Every failure a user can meet: one class each, which takes the values, writes its sentence and carries the exit code.

Nothing here prints. The boundary in ``cli.app`` writes the sentence, and the hint where there is one, to stderr.
"""

from collections.abc import Iterable, Sequence


def listed(words: Iterable[str], last: str = "or") -> str:
    """Join words as a sentence does: ``KR, KP or CN``."""
    items = list(words)
    if len(items) < 2:  # noqa: PLR2004
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def nearest(word: str, words: Iterable[str]) -> list[str]:
    """The words that a misspelt one may have been meant to be, the nearest first."""
    from rapidfuzz import process

    return [match for match, *_ in process.extract(word, words, limit=3, score_cutoff=70)]


class ExchangeError(Exception):
    """The base of all of them: a sentence, perhaps a hint of what to do next, and an exit code (1: could not)."""

    exit_code = 1

    def __init__(self, sentence: str, hint: str | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.hint = hint


class UsageError(ExchangeError):
    """The command's words are off: exit code 2."""

    exit_code = 2


# --- what can be wrong with a value -----------------------------------------------------------------------------


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

    def __init__(self, value: str, why: str = "is not a date that can be read") -> None:
        super().__init__(value, f"{why}; write it like 2025-11-08, 2025-11, 2025 or 8 Nov 2025")


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
        super().__init__(value, "has no year; add the year, or keep the words as printed on a claim")


class UnknownCountry(ValueProblem):
    """No country of this name or code."""

    def __init__(self, value: str, why: str = "is not a country name or code known here") -> None:
        super().__init__(value, f"{why}; write an ISO code such as VN, or a full name")


class AmbiguousCountry(ValueProblem):
    """One name, several countries: ``Korea``."""

    def __init__(self, value: str, candidates: Sequence[tuple[str, str]]) -> None:
        named = [f"{code} ({name})" for code, name in candidates]
        super().__init__(
            value,
            f"could be {listed(named)}; write one of the codes",
            hint=f"to read it one way throughout: exchange dataset --readings {value}={candidates[0][0]}",
        )
        self.candidates = tuple(code for code, _ in candidates)


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
        super().__init__(value, f"is not the name of a list; there are {listed(names, 'and')}")


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
        super().__init__(
            "\n".join(f"{place}: {problem.sentence}" for place, problem in problems),
            next((problem.hint for _, problem in problems if problem.hint), None),
        )
        self.problems = tuple(problems)


class MissingFields(UsageError):
    """What a record must have is not there."""

    def __init__(self, kind: str, names: Sequence[str]) -> None:
        super().__init__(f"a new {kind} needs {listed(names, 'and')}", hint=f"exchange add-{kind} --help")


# --- records ----------------------------------------------------------------------------------------------------


class UnknownField(UsageError):
    """A kind of record has no such field."""

    def __init__(self, name: str, kinds: str, names: Sequence[str]) -> None:
        near = nearest(name, names)
        meant = f"did you mean {listed(near)}?" if near else f"they have {listed(names, 'and')}"
        super().__init__(f'{kinds} have no field "{name}"; {meant}')


class NotFound(ExchangeError):
    """Nothing is meant by what was given as a record."""

    def __init__(self, words: str, kinds: Sequence[str] = ()) -> None:
        super().__init__(
            f'no {listed(kinds) or "record"} is called "{words}"',
            hint="an id, the start of one, or the exact name or acronym is enough; exchange search finds them",
        )


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

    def __init__(self, kind: str, record: str, title: str) -> None:
        super().__init__(
            f"this {kind} is there already, word for word: {record} ({title})",
            hint="--source adds another source that says so",
        )


class StillReferredTo(ExchangeError):
    """A record that others refer to is not deleted without them."""

    def __init__(self, record: str, others: Sequence[str]) -> None:
        shown = "".join(f"\n  {other}" for other in others[:20])
        more = f"\n  and {len(others) - 20} more" if len(others) > 20 else ""  # noqa: PLR2004
        super().__init__(
            f"{record} is not deleted, because others refer to it:{shown}{more}",
            hint="--cascade deletes them too; those that only point to it lose the pointer",
        )


class NoAssignment(UsageError):
    """An ``edit`` that sets nothing."""

    def __init__(self) -> None:
        super().__init__("nothing to set; write field=value, field+=value, field-=value or field! after the record")


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


# --- queries ----------------------------------------------------------------------------------------------------


class QueryProblem(UsageError):
    """A query that cannot be read: says what, and marks the place."""

    def __init__(self, query: str, position: int, problem: str, hint: str | None = None) -> None:
        start = max(0, position - 60)
        shown = query[start : start + 100]
        marked = "".join(c if c.isprintable() else "�" for c in shown)
        super().__init__(f"in the query: {problem}\n  {marked}\n  {' ' * (position - start)}^", hint)


# --- the file ---------------------------------------------------------------------------------------------------


class NoDataset(ExchangeError):
    """No dataset where one was looked for."""

    def __init__(self, path: str | None) -> None:
        where = f"there is no dataset at {path}" if path else "there is no exchange.db here or in a parent folder"
        super().__init__(where, hint="exchange init makes one; exchange init --sample one to look around in")


class AlreadyExists(ExchangeError):
    """A file is never overwritten."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path} exists already and is not overwritten", hint="name another file")


class NotADataset(ExchangeError):
    """A file that is no dataset of ours."""

    def __init__(self, path: str, what: str) -> None:
        super().__init__(f"{path} is {what}, not a dataset made by exchange")


class UnfinishedDataset(ExchangeError):
    """A file whose last changes lie beside it, where only a program that may write there can read them."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"{path} has changes in {path}-wal that cannot be read without permission to write in this folder",
            hint="open it once as somebody who may write there, or ask for a copy made by exchange backup",
        )


class NewerDataset(ExchangeError):
    """A file from a newer version of the program."""

    def __init__(self, path: str, found: int, known: int) -> None:
        super().__init__(
            f"{path} was written by a newer exchange (file version {found}; this one knows up to {known})",
            hint="pip install --upgrade exchangecli",
        )


class ReadOnlyDataset(ExchangeError):
    """A file that cannot be written."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path} cannot be written: the file or its folder is read-only")


class OldReadOnlyDataset(ExchangeError):
    """A file of an older version, which must be brought up to date, and cannot be written."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"{path} was written by an older exchange and must be brought up to date, but it cannot be written",
            hint="copy it to where you can write, and use the copy",
        )


class LockedDataset(ExchangeError):
    """Another program holds the file."""

    def __init__(self, path: str, seconds: float) -> None:
        super().__init__(f"{path} is locked by another program, and still was after {seconds:g} seconds; try again")


class DamagedDataset(ExchangeError):
    """SQLite cannot make sense of the file, or the disk failed."""

    def __init__(self, path: str, what: str) -> None:
        super().__init__(f"{path} could not be used: {what}", hint="restore a copy made by exchange backup")


class FileProblem(ExchangeError):
    """A file to be read or written is not there, or not to be had."""

    def __init__(self, path: str, what: str) -> None:
        super().__init__(f"{path}: {what}")


class NotEmpty(ExchangeError):
    """A whole dataset is imported into an empty one only, or into the same."""

    def __init__(self, path: str, record: str) -> None:
        super().__init__(
            f"{path} holds other records, {record} for one; a whole Data Package is imported into an empty dataset",
            hint="exchange --db other.db import DIR",
        )


class SaysOtherwise(ExchangeError):
    """A dataset without records says something of itself that a package would overwrite."""

    def __init__(self, path: str, field: str, here: str, there: str) -> None:
        super().__init__(
            f'the {field} of {path} is "{here}", and of the package "{there or "empty"}"; importing would overwrite it',
            hint=f"exchange --db other.db import DIR, or empty it first: exchange dataset --{field} ''",
        )


class DamagedPackage(ExchangeError):
    """A Data Package that cannot be taken in: every problem with file, row, column and value."""

    def __init__(self, directory: str, problems: Sequence[str]) -> None:
        shown = "".join(f"\n  {problem}" for problem in problems[:20])
        more = f"\n  and {len(problems) - 20} more" if len(problems) > 20 else ""  # noqa: PLR2004
        super().__init__(f"the Data Package in {directory} is damaged; nothing was imported:{shown}{more}")
        self.problems = tuple(problems)


# --- citing -----------------------------------------------------------------------------------------------------


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
        super().__init__(f"{wrong}; write --quote FIELD=TEXT with one of {listed(fields) or 'its fields'}")


class QuoteNotFound(ExchangeError):
    """The words do not stand in the source's text."""

    def __init__(self, quote: str, nearest: str) -> None:
        super().__init__(
            f'the source does not say "{quote}"', hint=f'the nearest it says: "{nearest}"' if nearest else None
        )


# --- words of a command -----------------------------------------------------------------------------------------


class NothingToFind(UsageError):
    """Words without a letter or a digit."""

    def __init__(self, words: str) -> None:
        super().__init__(f'"{words}" has no letter or digit to look for')


class NegativeLimit(UsageError):
    """A number of records below zero."""

    def __init__(self, limit: int) -> None:
        super().__init__(f"--limit: {limit} is no number of records; write 1 or more, or 0 for all")


class BrokenText(UsageError):
    """Bytes on the command line that are no UTF-8."""

    def __init__(self, argument: str) -> None:
        super().__init__(f'"{argument}" is not UTF-8; set the terminal to UTF-8 and type it again')


class TooManyWords(UsageError):
    """More words than ``add-*`` takes without an option."""

    def __init__(self, word: str, kind: str) -> None:
        super().__init__(
            f'nothing is left that "{word}" could stand for; a name of several words wants quotation marks',
            hint=f"exchange add-{kind} --help",
        )


class UnknownKind(UsageError):
    """Not a kind of record that can be asked for here."""

    def __init__(self, word: str, kinds: Sequence[str]) -> None:
        super().__init__(f'"{word}" is no kind of record here; write {listed(kinds)}')


class OneFormat(UsageError):
    """An export names no format, or several."""

    def __init__(self, options: Sequence[str]) -> None:
        super().__init__(f"name one format: {listed(options)}")


class OneForm(UsageError):
    """A list is asked for in several forms at once."""

    def __init__(self, options: Sequence[str]) -> None:
        super().__init__(f"a list has one form; give one of {listed(options)}")


class WholeOnly(UsageError):
    """A Data Package of a part of the dataset."""

    def __init__(self, words: str) -> None:
        super().__init__(f'--datapackage writes the whole dataset; leave out "{words}", or export it as CSV or JSON')
