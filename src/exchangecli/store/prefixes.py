"""Records that begin as a person has begun to type: by their ids, or by a word of their names.

Asked at every Tab, so each question is answered by an index and ends after a few rows: nothing is counted or ranked.
"""

from collections.abc import Iterator, Sequence

from exchangecli.model import folding, records
from exchangecli.store.finding import Found, title
from exchangecli.store.opening import Store

MOST = 40
"""About how many are given."""

BEGINS = "id >= ?1 AND id < ?1 || char(0x10ffff)"


def beginning(store: Store, typed: str, kinds: Sequence[str], most: int = MOST) -> list[Found]:
    """The records whose id begins so, then those in whose names a word does.

    Where more ids begin so than are given, the last of them all is among those given. So what the given ones have in
    common, which a shell types for the person, is what all of them have.

    Args:
        store: the dataset.
        typed: the start of an id, of a word of a name, of several words; of names, case and accents do not count.
        kinds: which kinds they may be of.
        most: about how many.
    """
    few = max(most // len(kinds), 2)
    found = [one for kind in kinds for start in _starts(typed) for one in _by_id(store, kind, start, few)]
    match = _match(typed)
    found += [one for kind in kinds if match and kind in records.SEARCHED for one in _named(store, kind, match, few)]
    return list(dict.fromkeys(found))


def groups(store: Store) -> list[str]:
    """The groups of countries that this dataset knows, with those that a user added."""
    return [row["group"] for row in store.connection.execute('SELECT DISTINCT "group" FROM membership ORDER BY 1')]


def _starts(typed: str) -> Iterator[str]:
    """As typed, and as the slug of a name would be spelled."""
    yield typed
    slug = folding.fold(typed).replace(" ", "-")
    if slug and slug != typed.rstrip("-"):
        yield slug


def _by_id(store: Store, kind: str, start: str, few: int) -> list[Found]:
    question = f"SELECT id, {title(kind)} AS title FROM {kind} WHERE {BEGINS}"
    first = store.connection.execute(f"{question} ORDER BY id LIMIT ?2", [start, few]).fetchall()
    last = store.connection.execute(f"{question} ORDER BY id DESC LIMIT 1", [start]).fetchall()
    return [Found(kind, row["id"], row["title"]) for row in (*first, *last)]


def _match(typed: str) -> str:
    """The expression that finds names in which the last word may go on; of a single letter, none: half of all do."""
    match = folding.search_query(typed)
    if not match or (len(typed) == 1 and typed.isascii()):
        return ""
    return f"{{title names}} : ({match if match.endswith('*') else f'{match}*'})"


def _named(store: Store, kind: str, match: str, few: int) -> list[Found]:
    question = f"""SELECT id, {title(kind)} AS title FROM {kind}_search
        JOIN {kind} ON {kind}.number = {kind}_search.rowid WHERE {kind}_search MATCH ? LIMIT ?"""
    return [Found(kind, row["id"], row["title"]) for row in store.connection.execute(question, [match, few])]
