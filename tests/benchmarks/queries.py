"""How long queries take within the process, each beside the SQL that a skilled person would write for it, in one run.

Run as ``python tests/benchmarks/queries.py [EVENTS] [FILE]``: a million events unless told otherwise, made anew unless
FILE holds them already. The first 20 records of each query, in the order of ``exchange list``, read into Python; then
some counts and searches. Of each the median of several turns, ours and the peer's in turn. Asserts nothing.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from large_dataset import make

from exchangecli.model import records
from exchangecli.store import listing, opening, rows, search
from exchangecli.store.listing import Selection
from exchangecli.store.opening import Store

TURNS = 9
FIRST = 20

FAMILY = """WITH RECURSIVE family (id) AS (VALUES ('programme-10')
    UNION SELECT programme.id FROM programme JOIN family ON programme.parent = family.id) SELECT id FROM family"""
PARTS = """WITH RECURSIVE parts (id) AS (VALUES ('event-25')
    UNION SELECT event.id FROM event JOIN parts ON event.part_of = parts.id) SELECT id FROM parts"""
CITED = "SELECT record FROM claim WHERE source = 'source-7'"
HELD = """EXISTS (SELECT 1 FROM membership WHERE "group" = 'ASEAN' AND member = event.country
    AND (start IS NULL OR start <= event.start_earliest) AND ("end" IS NULL OR "end" >= event.end_latest))"""
PART_FROM = """EXISTS (SELECT 1 FROM list_item
        WHERE field = 'event.taking_part' AND value = '{0}' AND record = event.id)
    OR EXISTS (SELECT 1 FROM role JOIN participant ON participant.id = role.participant
        WHERE role.event = event.id AND role.role <> 'sponsor'
        AND coalesce(role.on_behalf_of, role.country, participant.country) = '{0}')"""
OF_ONE = "SELECT event FROM role WHERE participant = 'participant-7'"
WORDS = "number IN (SELECT rowid FROM event_search WHERE event_search MATCH '{}')"

QUERIES = {
    "": "1",
    "country:VN": "country = 'VN'",
    "country:VN,SG": "country IN ('VN', 'SG')",
    "country:ASEAN": HELD,
    "kind:festival": "kind = 'festival'",
    "status:cancelled": "status = 'cancelled'",
    "discipline:music": "id IN (SELECT record FROM list_item WHERE field = 'event.disciplines' AND value = 'music')",
    "city:singapore": "city = 'Singapore'",
    "date:2025": "start_latest <= '2025-12-31' AND end_earliest >= '2025-01-01'",
    "date:2025 --possible": "start_earliest <= '2025-12-31' AND end_latest >= '2025-01-01'",
    "role:organiser": "EXISTS (SELECT 1 FROM role WHERE role.event = event.id AND role.role = 'organiser')",
    "participant:participant-7": f"id IN ({OF_ONE})",
    "organiser:participant-7": f"id IN ({OF_ONE} AND role = 'organiser')",
    "programme:programme-10": f"""programme IN ({FAMILY})
        OR id IN (SELECT record FROM list_item WHERE field = 'event.also_under' AND value IN ({FAMILY}))""",
    "part-of:event-25": f"part_of IN ({PARTS})",
    'session:"cultural literacy"': """id IN (SELECT event FROM session WHERE number IN
        (SELECT rowid FROM session_search WHERE session_search MATCH '"cultural literacy"'))""",
    "source:source-7": f"""id IN ({CITED}) OR id IN (SELECT event FROM role WHERE id IN ({CITED}))
        OR id IN (SELECT event FROM session WHERE id IN ({CITED}))
        OR id IN (SELECT record FROM figure WHERE id IN ({CITED}))""",
    "taking-part:KH": PART_FROM.format("KH"),
    "taking-part:NL": PART_FROM.format("NL"),
    "has:conflict": """id IN (SELECT record FROM claim WHERE rank = 'normal'
        GROUP BY record, field HAVING count(DISTINCT value) > 1)""",
    "has:no-source": "NOT EXISTS (SELECT 1 FROM claim WHERE record = event.id AND source IS NOT NULL)",
    "edited:-7d..": """id IN (SELECT record FROM change JOIN operation ON operation.number = change.operation
        WHERE "table" = 'event' AND operation.at >= date('now', '-7 days'))""",
    "concert": WORDS.format('"concert"'),
    "국악 country:FR": "country = 'FR' AND " + WORDS.format('"국악"'),
}
"""A query -> the condition on ``event`` that says the same, or nearly, in SQL."""

SEARCHES = {
    "concert": '"concert"',
    "국악 공연": '"국악" AND "공연"',
    "seoul orchestra 2019": '"seoul" AND "orchestra" AND "2019"',
}


def seconds(run: Callable[[], object]) -> float:
    begun = time.perf_counter()
    run()
    return time.perf_counter() - begun


def compare(name: str, ours: Callable[[], object], peer: Callable[[], object]) -> None:
    """Run both in turn, and print the medians and their ratio."""
    first = ours(), peer()
    turns = [(seconds(ours), seconds(peer)) for _ in range(TURNS)]
    mine, theirs = (statistics.median(column) * 1000 for column in zip(*turns, strict=True))
    print(f"{mine:9.1f} {theirs:9.1f} {mine / theirs:7.2f} x  {first[0]!s:>9}  {name}", flush=True)


def listed(store: Store, query: str) -> Callable[[], int]:
    words, flag, _ = query.partition(" --possible")
    selection = Selection(query=words, limit=FIRST, possible=bool(flag))
    return lambda: len(list(listing.found(store, selection)))


def plain(store: Store, condition: str) -> Callable[[], int]:
    columns = rows.columns(records.EVENT)
    question = f"SELECT {columns} FROM event WHERE {condition} ORDER BY start_earliest, number LIMIT {FIRST}"
    return lambda: len([dict(row) for row in store.connection.execute(question)])


def counted(store: Store, query: str) -> Callable[[], int]:
    return lambda: listing.count(store, Selection(query=query))


def plainly_counted(store: Store, condition: str) -> Callable[[], int]:
    question = f"SELECT count(*) FROM event WHERE {condition}"
    return lambda: int(store.connection.execute(question).fetchone()[0])


def searched(store: Store, words: str) -> Callable[[], int]:
    return lambda: len(search.search(store, words, ["event"], FIRST))


def bare(store: Store, match: str) -> Callable[[], int]:
    """The bare FTS5 query: the best 20 by its own rank."""
    question = f"""SELECT event.id, event.title FROM event_search JOIN event ON event.number = event_search.rowid
        WHERE event_search MATCH ? ORDER BY bm25(event_search, 10.0, 8.0, 1.0) LIMIT {FIRST}"""
    return lambda: len(store.connection.execute(question, [match]).fetchall())


def main() -> None:
    """Make the dataset, and measure all in turn."""
    events = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(scratch) / "large.db"
        if not file.exists():
            make(file, events)
        with opening.opened(file) as store:
            print(f"{rows.count(store, records.EVENT):,} events, {file.stat().st_size / 2**20:.0f} MiB\n")
            print(f"  ours ms   SQL ms    ratio       rows  the first {FIRST} of exchange list ...")
            for query, condition in QUERIES.items():
                compare(query, listed(store, query), plain(store, condition))
            print("\n  exchange list --count ...")
            for query in ("country:VN", "date:2025", "kind:festival"):
                compare(query, counted(store, query), plainly_counted(store, QUERIES[query]))
            print("\n  exchange search --in events ...")
            for words, match in SEARCHES.items():
                compare(words, searched(store, words), bare(store, match))


if __name__ == "__main__":
    main()
