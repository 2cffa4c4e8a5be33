"""What ``resolve`` and ``retract`` do: show what is said or would go, ask, and apply what a person decides."""

from collections.abc import Mapping

import typer

from exchangecli import errors
from exchangecli.cli import asking, dataset
from exchangecli.curate import citing, disputes, dossier, event_roles, resolving, retracting, targets, testimony
from exchangecli.curate.resolving import Decision
from exchangecli.curate.testimony import Said
from exchangecli.model import cells, records
from exchangecli.model.fields import Kind
from exchangecli.show import console, machine
from exchangecli.show import retractions as showing_retractions
from exchangecli.show import testimony as showing
from exchangecli.store import finding
from exchangecli.store.opening import Store

WAYS = ("--source SOURCE", "--value VALUE", "--both (of roles)")


def resolve(
    context: typer.Context,
    record: str,
    field: str,
    source: str | None,
    value: str | None,
    because: str | None,
    *,
    both: bool,
    as_json: bool,
) -> None:
    """Decide as the options say, or as a person answers.

    Raises:
        OneDecision: there are several options, or none and nobody to ask.
    """
    decision = Decision(source, value, both)
    given = sum((source is not None, bool(value and value.strip()), both))
    if given > 1 or (not given and not console.can_ask()):
        raise errors.OneDecision(WAYS)
    with dataset.writing(context) as store:
        if not given:
            decision, because = _asked(store, record, field, because)
        done = resolving.resolve(store, dataset.command(context, because), record, field, decision)
        known = _known(store, done.kind, done.id)
        about, said = known.record["id"], testimony.of_record(known, done.field)
        titles: Mapping[str, str] = known.titles
        so = f"{done.field} of {done.id} is {showing.value(said[0], titles) if said else done.value}"
        if field.startswith(event_roles.FIELD):
            about, said, titles = testimony.of_roles(store, record, field)
            so = f"{titles[known.record['participant']]} is {done.value} at {titles[about]}"
        if as_json:
            machine.write_json(testimony.as_json(store, said))
            return
        showing.show(about, said, titles)
    console.say(so)


def show_cited(store: Store, done: citing.Cited) -> None:
    """Show what is said of the field that was cited, and say what that changed."""
    known = _known(store, done.kind, done.id)
    said = testimony.of_record(known, done.field)
    showing.show(known.record["id"], said, known.titles)
    source = done.claims[0]["source"]
    event, field = _disputed_field(known, done)
    about = f"{field} of {event}"
    console.say(
        f"cited {source} for {about}" if done.is_new else f"nothing to add: {source} is cited for {about} already"
    )
    for times in citing.ambiguities(store, done.claims):
        console.say(f"these words stand {times} times in its text; a longer quotation would say which place is meant")
    if done.before not in (None, known.record[done.field]):
        console.say(f"{about} is now {cells.as_text(known.record[done.field])}, and was {cells.as_text(done.before)}")
    disputed = disputes.find(store, [event]).found
    if any((one.dispute.record, one.dispute.field) == (event, field) for one in disputed):
        console.say(f"sources disagree; exchange resolve {event} {field} decides")


def _disputed_field(known: dossier.Dossier, done: citing.Cited) -> tuple[str, str]:
    """The record and the field on which a conflict would be: of what somebody is at an event, the event's."""
    role = known.record
    if known.kind is records.ROLE and done.field == "role" and role["event"] and not role["session"]:
        return role["event"], f"{event_roles.FIELD}{role['participant']}"
    return done.id, done.field


def _known(store: Store, kind: Kind, record: str) -> dossier.Dossier:
    return dossier.gather(store, kind, targets.one(store, record, (kind.name,)).records[0])


def _asked(store: Store, record: str, field: str, because: str | None) -> tuple[Decision, str | None]:
    """Show the values with their words, numbered, and ask which is so, and why."""
    said, titles = _values(store, record, field)
    if not said:
        raise errors.NothingToDecide(record, field)
    console.tell(showing.numbered(said, titles))
    is_role = field.startswith(event_roles.FIELD)
    answers = [str(number) for number, _ in enumerate(said, 1)]
    answer = asking.one_of("Which is so?", [*answers, *(["both"] if is_role and len(said) > 1 else []), "none"], "none")
    if answer == "none":
        raise errors.Stopped
    reason = because or asking.text("Why? Enter for no reason") or None
    if answer == "both":
        return Decision(both=True), reason
    chosen = said[int(answer) - 1]
    return _for(said, chosen), reason


def _values(store: Store, record: str, field: str) -> tuple[list[Said], Mapping[str, str]]:
    if field.startswith(event_roles.FIELD):
        _, said, titles = testimony.of_roles(store, record, field)
        return said, titles
    kind, (found,) = targets.one(store, record)
    known = dossier.gather(store, kind, found)
    return testimony.of_record(known, citing.citable(kind, field).name), known.titles


def _for(said: list[Said], chosen: Said) -> Decision:
    """A decision for a value: for the first source that gives it and no other, else the curator's own."""
    others = {claim["source"] for one in said if one is not chosen for claim in one.claims}
    sources = (str(claim["source"]) for claim in chosen.claims if claim["source"] and claim["source"] not in others)
    source = next(sources, None)
    if source:
        return Decision(source=source)
    return Decision(value=cells.as_text(cells.from_cell(chosen.field.type, chosen.value)))


def retract(context: typer.Context, source: str, because: str | None, *, yes: bool) -> None:
    """Take a source back, once a person has seen what goes."""
    with dataset.writing(context) as store:
        command = dataset.command(context, because)
        planned = retracting.plan(store, command, source)
        titles = finding.titles(store, [planned.source, *planned.reprints, *showing_retractions.referred(planned)])
        with console.previewed():
            console.show(showing_retractions.of_retraction(planned, titles))
            for line in showing_retractions.summary(planned):
                console.say(line)
        asking.confirm(f"Retract {planned.source}?", yes=yes)
        retracting.apply(store, command, planned)
    console.say(f"retracted {planned.source}; the source itself stays, and exchange undo brings all of it back")
