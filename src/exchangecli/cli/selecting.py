"""From the words and shorthands of a command line to one query."""

from collections.abc import Mapping, Sequence

from exchangecli import errors
from exchangecli.model import records
from exchangecli.query import parser
from exchangecli.store.listing import Selection


def selection(
    words: Sequence[str],
    shorthands: Mapping[str, str | None] | None = None,
    start: str | None = None,
    end: str | None = None,
    *,
    sort: str = "",
    limit: int = 0,
) -> Selection:
    """Which records are meant: the first word may name the kind, the rest is the query, each shorthand a term of it."""
    from exchangecli.curate import targets

    kind, query = targets.of_words(words)
    terms = [_term(name, value) for name, value in (shorthands or {}).items() if value]
    terms += [_term("date", f"{start or ''}..{end or ''}")] if start or end else []
    return Selection(kind or records.EVENT, parser.joined([query, *terms] if query else terms), sort, limit)


def _term(name: str, value: str) -> str:
    quoted = ",".join(f'"{one.strip()}"' for one in value.replace('"', " ").split(",") if one.strip())
    return f"{name}:{quoted}"


def searched_kinds(word: str) -> Sequence[str]:
    """The kinds a search is to look in.

    Raises:
        UnknownKind: the word names none that can be searched.
    """
    if not word:
        return records.SEARCHED
    kind = records.kind_of_word(word)
    if kind is None or kind.name not in records.SEARCHED:
        raise errors.UnknownKind(word, [records.KINDS[name].plural for name in records.SEARCHED])
    return (kind.name,)
