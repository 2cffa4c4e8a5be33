"""How often a rule was right on articles it had not been written on: the confidence shown with a proposal."""

from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_name("tables") / "precision.csv"


def of(rule: str) -> float | None:
    """The share of the proposals of a rule that were right, from 0 to 1; None where that was not measured."""
    right, proposed = _measured().get(rule, (0, 0))
    return round(right / proposed, 2) if proposed else None


@cache
def _measured() -> dict[str, tuple[int, int]]:
    import csv

    with TABLE.open(encoding="utf-8", newline="") as file:
        return {row["rule"]: (int(row["right"]), int(row["proposed"])) for row in csv.DictReader(file)}
