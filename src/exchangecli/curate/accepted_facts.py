"""What becomes of an accepted fact of an event: a field of it, a session, a programme, a launch, a figure, a name."""

from exchangecli import errors
from exchangecli.curate import adding, proposed, sameness, saying, sessions
from exchangecli.curate.acceptance import Acceptance, Decision
from exchangecli.curate.proposed import Proposed
from exchangecli.curate.values import Entry
from exchangecli.model import names, records
from exchangecli.model.fields import Kind
from exchangecli.model.folding import fold
from exchangecli.model.likeness import SAME
from exchangecli.model.names import Level
from exchangecli.model.types import Record
from exchangecli.store import finding, rows


def take_field(work: Acceptance, one: Proposed, decision: Decision) -> str:
    """Cite the source for a field of the event."""
    event = work.event(one, decision)
    name, text = one.said.field, decision.value or one.said.value
    entry = saying.read(work.store, records.EVENT, one, {name: text}, work.rules)
    if name == "attendance" and not decision.value:
        entry.values["attendance_approximate"] = one.said.approximate or None
    saying.say(work.store, records.EVENT, event, saying.as_read(one, entry, name, decision.value), one)
    work.note(one, decision, str(event["id"]), str(event["id"]))
    return str(event["id"])


def take_theme(work: Acceptance, one: Proposed, decision: Decision) -> str:
    """Cite the source for the theme of the event, or of a session of it."""
    if not one.said.session:
        return take_field(work, one, decision)
    event = work.event(one, decision)
    session = sessions.of_words(work, event, one.said.session, one)
    record = rows.get(work.store, records.SESSION, session) or {}
    entry = saying.read(work.store, records.SESSION, one, {"theme": decision.value or one.said.value}, work.rules)
    saying.say(work.store, records.SESSION, record, saying.as_read(one, entry, "theme", decision.value), one)
    work.note(one, decision, session, str(event["id"]))
    return session


def take_list(work: Acceptance, one: Proposed, decision: Decision) -> str:
    """Cite the source for who took part: all that it names, though in several sentences."""
    event = work.event(one, decision)
    name = one.said.field
    together = [(other, its) for other, its in work.accepted_with(one) if its.event == decision.event]
    texts = [(other, its.value or other.said.value) for other, its in together]
    own = saying.read(work.store, records.EVENT, one, {name: decision.value or one.said.value}, work.rules)
    items = _items(work, texts, name) or own.values[name]
    assert isinstance(items, list)
    saying.unite(work.store, records.EVENT, event, name, items, one, saying.as_read(one, own, name, decision.value))
    work.note(one, decision, str(event["id"]), str(event["id"]))
    return str(event["id"])


def _items(work: Acceptance, texts: list[tuple[Proposed, str]], name: str) -> list[str]:
    """What can be read of the items that are accepted together."""
    found: list[str] = []
    for other, text in texts:
        try:
            value = saying.read(work.store, records.EVENT, other, {name: text}, work.rules).values[name]
        except errors.ValueToGive:  # it is refused where it is its turn
            continue
        found += value if isinstance(value, list) else []
    return found


def take_session(work: Acceptance, one: Proposed, decision: Decision) -> str:
    """Write a session of the event; what it has no title for is known by its kind."""
    event = work.event(one, decision)
    title = decision.value or one.said.value
    texts = {} if title == one.said.role else {"title": title}
    texts |= {"kind": one.said.role} if one.said.role else {}
    given = saying.read(work.store, records.SESSION, one, texts, work.rules).values
    known = sessions.find(work.store, str(event["id"]), title)
    if known:
        saying.say(work.store, records.SESSION, known, Entry(dict(given)), one)
    record = known or sessions.make(work, event, given, one)
    if record["position"] is None and one.said.position:
        saying.say(work.store, records.SESSION, record, Entry({"position": one.said.position}), one)
    work.note(one, decision, str(record["id"]), str(event["id"]))
    return str(record["id"])


# --- programmes -------------------------------------------------------------------------------------------------


def take_programme(work: Acceptance, one: Proposed, decision: Decision) -> str:
    """Put the event under a programme, which is one that is there, or is made."""
    event = work.event(one, decision)
    programme = _programme(work, one, decision.value or one.said.value, one.said.kind, decision.joins)
    _put_under(work, event, programme, one)
    work.note(one, decision, str(programme["id"]), str(event["id"]))
    return str(programme["id"])


def take_launch(work: Acceptance, one: Proposed, decision: Decision) -> str:
    """Cite the source for the year since which a series, or a programme, has been there."""
    event = work.event(one, decision) if one.said.event or decision.event else None
    text = {"start": decision.value or one.said.value}
    entry = saying.read(work.store, records.PROGRAMME, one, text, work.rules)
    programme = _launched(work, one, decision, event)
    entry = saying.as_read(one, entry, "start", decision.value)
    saying.say(work.store, records.PROGRAMME, programme, entry, one)
    work.note(one, decision, str(programme["id"]), str(event["id"]) if event else None)
    return str(programme["id"])


def _launched(work: Acceptance, one: Proposed, decision: Decision, event: Record | None) -> Record:
    above = rows.alive(work.store, records.PROGRAMME, event["programme"]) if event else None
    if above and not decision.joins and (not one.said.of or _is_called(work, above, one.said.of)):
        return above
    name = one.said.of or _without_year(str(event["title"] if event else ""))
    if not name:
        raise errors.NothingCalled(one.id, one.said.value)
    programme = _programme(work, one, name, "series" if event else None, decision.joins)
    if event:
        _put_under(work, event, programme, one)
    return programme


def _is_called(work: Acceptance, programme: Record, name: str) -> bool:
    others = rows.belonging(work.store, records.NAME, "record", str(programme["id"]))
    called = [str(programme["name"]), *(str(other["name"]) for other in others)]
    return any(names.alike(known, name).level >= Level.CLOSE for known in called)


def _without_year(title: str) -> str:
    years = names.parsed(title).years
    return " ".join(word for word in title.split() if not (word.isdecimal() and int(word) in years))


def _programme(work: Acceptance, one: Proposed, name: str, kind: str | None, joins: str | None) -> Record:
    match = work.joiner(one.source).programme(name)
    known = work.joined(one, name, "programme", match, joins)
    if known:
        saying.call(work.store, records.PROGRAMME, known, name, one)
        return known
    entry = saying.read(work.store, records.PROGRAMME, one, {"kind": kind or ""}, work.rules)
    made = adding.create(work.store, records.PROGRAMME, {"name": name})
    entry.values["name"] = name
    saying.say(work.store, records.PROGRAMME, made, entry, one)
    work.made()
    return made


def _put_under(work: Acceptance, event: Record, programme: Record, one: Proposed) -> None:
    """The programme of the event, or, where it has another, a further one."""
    if programme["id"] in (event["also_under"] or ()):
        saying.unite(work.store, records.EVENT, event, "also_under", event["also_under"], one, Entry())
    elif event["programme"] in (None, programme["id"]):
        saying.say(work.store, records.EVENT, event, Entry({"programme": programme["id"]}), one)
    else:
        further = [*(event["also_under"] or ()), str(programme["id"])]
        saying.unite(work.store, records.EVENT, event, "also_under", further, one, Entry())


# --- what may be about something else than the event --------------------------------------------------------------


def take_figure(work: Acceptance, one: Proposed, decision: Decision) -> str:
    """Write a number that the source states, of the event or of the body or programme it names."""
    said = one.said
    about, event = _about(work, one, decision) if said.of else (work.event(one, decision), None)
    texts = {"measure": said.measure or "", "value": decision.value or said.value, "unit": said.unit or ""}
    entry = saying.read(work.store, records.FIGURE, one, texts, work.rules)
    entry.values |= {"record": about["id"], "approximate": (said.approximate and not decision.value) or None}
    records.FIGURE.require(entry.values)
    known = sameness.fact(work.store, records.FIGURE, entry.values)
    figure = known or adding.create(work.store, records.FIGURE, entry.values)
    entry = saying.as_read(one, entry, "value", decision.value)
    saying.say(work.store, records.FIGURE, figure, entry, one)
    work.note(one, decision, str(figure["id"]), event)
    return str(figure["id"])


def take_name(work: Acceptance, one: Proposed, decision: Decision) -> str:
    """Keep another name of what the source says it names: the acronym of a participant in its own field."""
    record, _ = _about(work, one, decision)
    kind = _kind_of(work, record)
    name = decision.value or one.said.value
    held = record.get("acronym") if kind is records.PARTICIPANT and one.said.kind == "acronym" else ""
    if held is None or (held and fold(str(held)) == fold(name)):
        entry = saying.as_read(one, Entry({"acronym": held or name}), "acronym", decision.value)
        saying.say(work.store, kind, record, entry, one)
        done = str(record["id"])
    else:
        done = saying.other_name(work.store, str(record["id"]), name, one.said.kind, one)
    work.note(one, decision, done)
    work.made()
    return done


def _about(work: Acceptance, one: Proposed, decision: Decision) -> tuple[Record, str | None]:
    """The record that a proposal names with ``of``, and the id of the event, where it is one of the article.

    Raises:
        NothingCalled: it is none that is there.
    """
    if decision.joins:
        found = finding.resolve(work.store, decision.joins)
        return rows.get(work.store, records.KINDS[found.kind], found.id) or {}, None
    wanted = one.said.of or one.said.event or ""
    title = proposed.title_called(work.said_by(one.source), wanted)
    if title:
        event = work.settle(title, one)
        return rows.alive(work.store, records.EVENT, event) or {}, event
    by = work.joiner(one.source)
    for kind, match in (("participant", by.participant(wanted)), ("programme", by.programme(wanted))):
        if match.verdict == SAME:
            return rows.get(work.store, records.KINDS[kind], str(match.record)) or {}, None
    raise errors.NothingCalled(one.id, wanted)


def _kind_of(work: Acceptance, record: Record) -> Kind:
    found = finding.named(work.store, str(record["id"]), records.NAMED)
    return records.KINDS[found[0].kind]


def take_origin(work: Acceptance, one: Proposed, decision: Decision) -> str:
    """Keep what the article says of itself: which text it reprints or adapts."""
    source = rows.get(work.store, records.SOURCE, one.source) or {}
    text = {"origin": decision.joins or decision.value or one.said.value}
    entry = saying.read(work.store, records.SOURCE, one, text, work.rules)
    saying.say(work.store, records.SOURCE, source, saying.as_read(one, entry, "origin", decision.value), one)
    work.note(one, decision, one.source)
    return one.source
