"""The closed lists of words."""

from collections.abc import Sequence

from exchangecli.model.vocabularies import Vocabulary
from exchangecli.show import tables
from exchangecli.show.tables import Table


def of_lists(lists: Sequence[Vocabulary]) -> Table:
    """All lists, with what each is for."""
    return tables.of_words(
        ["List", "Words", "What it is"], [(v.name, str(len(v.terms)), v.title) for v in lists], wide=["What it is"]
    )


def of_vocabulary(vocabulary: Vocabulary) -> Table:
    """The words of one list."""
    rows = [(term.code, term.label, term.description) for term in vocabulary.terms.values()]
    return tables.of_words(["Word", "Label", "Meaning"], rows, wide=["Meaning"])


def in_short(vocabulary: Vocabulary) -> str:
    """The words of a list in a few lines, for someone who is to choose one."""
    import shutil
    import textwrap

    width = shutil.get_terminal_size().columns
    listed = "one of: " + ", ".join(vocabulary.terms)
    return textwrap.fill(listed, width, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False)
