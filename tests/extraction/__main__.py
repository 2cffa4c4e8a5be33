"""Measure the reading of articles against their truth: ``python -m tests.extraction [TRUTH.json ...]``.

Without files it reads the three seed documents and the articles of ``learn``. What the other sets are for, and what
their first measurement by rules that had not seen them gave, is in ``docs/extraction.md``.
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from exchangecli.extract.proposals import Proposal
from exchangecli.extract.reading import read
from exchangecli.model.articles import Article
from tests.extraction import report
from tests.extraction.scoring import Score, score
from tests.extraction.statements import statements
from tests.extraction.truth import Document, read_truth

HERE = Path(__file__).parent
USUAL = (HERE / "seeds" / "facts.json", HERE / "learn" / "truth.json")


def article(path: Path) -> Article:
    """The article that a plain text file holds."""
    data = path.read_bytes()
    return Article(text=data.decode(), sha256=hashlib.sha256(data).hexdigest(), name=path.name)


def ungrounded(document: Document, proposals: Iterable[Proposal]) -> Iterator[str]:
    """A line for each proposal whose quotation is not what stands at its place."""
    text = document.text()
    for proposal in proposals:
        place = text[proposal.start : proposal.end]
        if place != proposal.quote or not place:
            yield f"{document.key}: {proposal.rule} quotes {proposal.quote!r}, at its place stands {place!r}"


def _arguments(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.extraction", description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("truth", nargs="*", type=Path, default=USUAL, help="truth files; their articles lie beside")
    parser.add_argument("--rules", action="store_true", help="how much of what each rule proposed was right")
    parser.add_argument("--misses", action="store_true", help="each miss and each wrong proposal, with its words")
    parser.add_argument("--json", action="store_true", help="the same as data")
    parser.add_argument("--precision", type=Path, metavar="FILE", help="write the table of confidence")
    return parser.parse_args(words)


def _lines(scores: Sequence[Score], asked: argparse.Namespace) -> Iterator[str]:
    if asked.json:
        yield json.dumps(report.as_data(scores), indent=1)
        return
    yield from report.table_of_fields(scores)
    if asked.rules:
        yield from report.table_of_rules(scores)
    if asked.misses:
        yield from report.misses(scores)


def main(words: Sequence[str] | None = None) -> int:
    """Measure, print, and return 1 where a proposal does not stand on its words."""
    asked = _arguments(words)
    scores: list[Score] = []
    faults: list[str] = []
    for document in (document for path in asked.truth for document in read_truth(path)):
        proposals = read(article(document.path)).proposals
        scores.append(score(document, statements(proposals, document)))
        faults += ungrounded(document, proposals)
    for line in _lines(scores, asked):
        print(line)
    if asked.precision:
        asked.precision.write_text("\n".join(report.precision_of_rules(scores)) + "\n", encoding="utf-8")
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
