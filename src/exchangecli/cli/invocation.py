"""What the command line as a whole says."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(slots=True)
class Invocation:
    """The words of the command line as typed, and what ``--db`` names."""

    arguments: list[str]
    db: Path | None = None
