import csv
import io
import json

import pytest

from exchangecli import errors
from exchangecli.curate import exporting, flat_rows
from exchangecli.model import records
from exchangecli.model.fields import Kind
from exchangecli.store import listing
from exchangecli.store.listing import Selection
from exchangecli.store.opening import Store


@pytest.mark.parametrize("name", records.LISTED)
def test_every_kind_in_every_format(sample: Store, name: str) -> None:
    kind = records.KINDS[name]
    found = list(listing.found(sample, Selection(kind)))
    written = {form: b"".join(exporting.export(sample, Selection(kind), form)) for form in ("csv", "json", "jsonl")}
    assert json.loads(written["json"]) == found
    assert [json.loads(line) for line in written["jsonl"].splitlines()] == found
    header, *body = csv.reader(io.StringIO(written["csv"].decode(), newline=""))
    assert header == flat_rows.columns(kind)
    assert [row[0] for row in body] == [record["id"] for record in found]


@pytest.mark.parametrize(
    ("kind", "query", "ids"),
    [
        pytest.param(records.EVENT, "country:VN year:2025", ["asean-korea-music-concert-2025"], id="what is asked for"),
        pytest.param(records.EVENT, "country:AQ", [], id="nothing"),
        pytest.param(records.PROGRAMME, "kind:initiative", None, id="another kind"),
    ],
)
def test_a_selection(sample: Store, kind: Kind, query: str, ids: list[str] | None) -> None:
    exported = json.loads(b"".join(exporting.export(sample, Selection(kind, query), "json")))
    assert [one["id"] for one in exported] == (
        ids if ids is not None else list(listing.ids(sample, Selection(kind, query)))
    )


def test_a_query_that_does_not_parse_is_refused_before_a_byte_is_written(sample: Store) -> None:
    with pytest.raises(errors.UsageError):
        list(exporting.export(sample, Selection(records.EVENT, "no_such_field:1"), "csv"))
