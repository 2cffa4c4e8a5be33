"""How often a rule was right on the articles it was measured on: the confidence shown with a proposal.

``tables/precision.csv`` is written by ``python -m tests.extraction TRUTH.json ... --precision FILE``;
docs/extraction.md says on which articles. A proposal counts as right where its value, its event and its role are.
"""

from collections import Counter
from functools import cache

from exchangecli.extract import words

FEWEST = 5
"""A rule that proposed fewer facts is given the precision of its family (role, date, city...)."""


def of(rule: str) -> float | None:
    """The share of the proposals of a rule that were right, from 0 to 1; None where that was not measured.

    Args:
        rule: its name, which begins with that of its family: ``role:organised-by``.
    """
    right, proposed = _measured()
    measured = rule if proposed[rule] >= FEWEST else _family(rule)
    return round(right[measured] / proposed[measured], 2) if proposed[measured] else None


def _family(rule: str) -> str:
    return rule.partition(":")[0]


@cache
def _measured() -> tuple[Counter[str], Counter[str]]:
    """Of each rule, and of each family, how many facts were right and how many it proposed."""
    right: Counter[str] = Counter()
    proposed: Counter[str] = Counter()
    for row in words.rows("precision"):
        for name in (row["rule"], _family(row["rule"])):
            right[name] += int(row["right"])
            proposed[name] += int(row["proposed"])
    return right, proposed
