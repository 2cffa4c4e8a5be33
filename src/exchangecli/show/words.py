"""The closed lists of words, and the groups of countries."""

from collections.abc import Iterator, Sequence

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
    """Every group with its members of today: countries by their codes, bodies by their names, each side apart."""
    rows = [(group.code, group.name, str(len(group.today)), "; ".join(_present(group))) for group in every]
    return tables.of_words(["Group", "Name", "Today", "Members"], rows, wide=["Name", "Members"])


def _present(group: Group) -> Iterator[str]:
    for side, held in group.sides().items():
        here = {one["member"] for one in held} & set(group.today)
        if here:
            named = [code if countries.is_country_code(code) else group.names[code] for code in here]
            yield (f"{side}: " if side else "") + ", ".join(sorted(named, key=lambda name: (len(name), name)))


def in_short(vocabulary: Vocabulary) -> str:
    """The words of a list in a few lines, for someone who is to choose one."""
    import shutil
    import textwrap

    width = shutil.get_terminal_size().columns
    listed = "one of: " + ", ".join(vocabulary.terms)
    return textwrap.fill(listed, width, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False)
