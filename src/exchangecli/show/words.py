"""The closed lists of words, and the groups of countries."""

from collections.abc import Iterator, Sequence

from exchangecli.curate import memberships
from exchangecli.curate.memberships import Group
from exchangecli.model import countries
from exchangecli.model.vocabularies import Term, Vocabulary
from exchangecli.show import tables
from exchangecli.show.tables import Table


def of_lists(lists: Sequence[tuple[str, int, str]]) -> Table:
    """All lists: the name of each, how many words it has, and what it is."""
    rows = [(name, str(count), title) for name, count, title in lists]
    return tables.of_words(["List", "Words", "What it is"], rows, wide=["What it is"])


def of_terms(terms: Sequence[Term]) -> Table:
    """Words of one list."""
    rows = [(term.code, term.label, term.description) for term in terms]
    return tables.of_words(["Word", "Label", "Meaning"], rows, wide=["Meaning"])


def of_groups(every: Sequence[Group]) -> Table:
    """Every group with its members, by when they joined: countries by their codes, bodies by their names."""
    rows = [(group.code, group.name, str(len(group.today)), "; ".join(_by_period(group))) for group in every]
    return tables.of_words(["Group", "Name", "Today", "Members"], rows, wide=["Name", "Members"])


def _by_period(group: Group) -> Iterator[str]:
    """``LA, MM since 23 Jul 1997``, each side of the group with its name before the first."""
    for side, held in group.sides().items():
        by_period: dict[str, list[str]] = {}
        for one in sorted(held, key=lambda one: one["start"] or ""):
            code = one["member"]
            named = code if countries.is_country_code(code) else group.names[code]
            by_period.setdefault(memberships.period(one), []).append(named)
        before = f"{side}: " if side else ""
        for period, named_then in by_period.items():
            yield before + ", ".join(named_then) + ("" if period == memberships.DATELESS else f" {period}")
            before = ""


def in_short(vocabulary: Vocabulary) -> str:
    """The words of a list in a few lines, for someone who is to choose one."""
    import shutil
    import textwrap

    width = shutil.get_terminal_size().columns
    listed = "one of: " + ", ".join(vocabulary.terms)
    return textwrap.fill(listed, width, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False)
