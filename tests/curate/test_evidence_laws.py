"""Laws of evidence, whatever was cited, decided and taken back, in whatever order."""

import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exchangecli import errors
from exchangecli.curate import adding, beginning, citing, disputes, resolving, retracting
from exchangecli.curate.citing import Statement
from exchangecli.curate.claims import Citation
from exchangecli.curate.resolving import Decision
from exchangecli.model import cells, records
from exchangecli.model.conflicts import OPEN_RANKS, PREFERRED
from exchangecli.model.types import Record
from exchangecli.store import listing, opening, rows
from exchangecli.store.listing import Selection
from exchangecli.store.opening import Store
from exchangecli.store.operations import Command

COMMAND = Command("exchange test", "tester")
SAID = {
    "city": ("Hue", "HUE", "Hanoi"),
    "start": ("2024", "2024-05", "2024-05-01", "2024-06-02"),
    "status": ("announced", "held", "cancelled"),
    "disciplines": ("music", "music, dance", "theatre"),
}
PUBLISHED = {"early": "2024-01", "earlier": "2023", "late": "2024-12", "copy": "2025", "some-day": ""}
FIELDS = st.sampled_from(sorted(SAID))
SOURCES = st.sampled_from(sorted(PUBLISHED))


@st.composite
def steps(draw: st.DrawFn) -> tuple[str, str, str, str]:
    """What is done: a word, a field, what is said of it, and by whom."""
    field = draw(FIELDS)
    done = draw(st.sampled_from(["cite", "cite", "cite", "prefer", "doubt", "decide", "follow", "retract"]))
    return done, field, draw(st.sampled_from(SAID[field])), draw(SOURCES)


def take(store: Store, step: tuple[str, str, str, str]) -> None:
    done, field, value, source = step
    if done in ("decide", "follow"):
        decision = Decision(value=value) if done == "decide" else Decision(source=source)
        resolving.resolve(store, COMMAND, "forum", field, decision)
    elif done == "retract":
        retracting.apply(store, COMMAND, retracting.plan(store, COMMAND, source))
    else:
        rank = {"prefer": "preferred", "doubt": "deprecated"}.get(done)
        citing.cite(store, COMMAND, Statement("forum", field, value, Citation(source), rank=rank))


@pytest.fixture(scope="module")
def beginnings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An event of which nobody is cited for anything, and some sources."""
    path = tmp_path_factory.mktemp("laws") / "exchange.db"
    with opening.created(path) as store:
        beginning.begin(store, COMMAND)
        for source, day in PUBLISHED.items():
            texts = {"id": source, "title": source, "published": day, "origin": "late" if source == "copy" else ""}
            adding.add(store, COMMAND, records.SOURCE, {n: t for n, t in texts.items() if t}, Citation())
        adding.add(store, COMMAND, records.EVENT, {"id": "forum", "title": "Forum", "city": "Hue"}, Citation())
    return path


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(taken=st.lists(steps(), min_size=1, max_size=8))
def test_what_is_in_force_is_what_stands(beginnings: Path, taken: list[tuple[str, str, str, str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copy(beginnings, folder))
        with opening.opened(path, writing=True) as store:
            for step in taken:
                with suppress(errors.ExchangeError):
                    take(store, step)
                _check(store)


def _check(store: Store) -> None:
    event = rows.get(store, records.EVENT, "forum")
    assert event is not None, "an event that the curator added is never taken back"
    every = list(rows.where(store, records.CLAIM, "record = 'forum'"))
    for field in SAID:
        _check_field(event, field, [one for one in every if one["field"] == field])
    assert len({(c["field"], c["value"], c["source"]) for c in every}) == len(every), "nothing is claimed twice"
    found = {one.dispute.record for one in disputes.find(store).found}
    assert set(listing.ids(store, Selection(records.EVENT, "has:conflict"))) == found


def _check_field(event: Record, field: str, about: list[Record]) -> None:
    standing = {one["value"] for one in about if one["rank"] in OPEN_RANKS}
    preferred = {one["value"] for one in about if one["rank"] == PREFERRED}
    in_force = cells.to_cell(event[field])
    assert not standing or in_force in (preferred or standing), (field, in_force, about)
    assert len(preferred) <= 1, "one decision at a time"
