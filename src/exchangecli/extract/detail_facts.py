"""What else is said of each event: theme, edition, status, programme, launch."""

import re
from collections.abc import Iterator

from exchangecli.extract.attaching import Attachment
from exchangecli.extract.details import Detail, find_details
from exchangecli.extract.labels import find_label
from exchangecli.extract.making import Making
from exchangecli.extract.name_facts import series_of
from exchangecli.extract.ordinals import edition_in_name
from exchangecli.extract.page import Page
from exchangecli.extract.proposals import Proposal


def detail_facts(page: Page, where: Attachment, make: Making) -> Iterator[Proposal]:
    single: dict[tuple[int, str], tuple[float, Proposal]] = {}
    held = set()
    for number, sentence in enumerate(page.sentences):
        label = find_label(page, number)
        if label and label.field in ("theme",):
            place = (label.start, label.end)
            yield make.fact(
                where.event_at(number, label.start), "theme", page.said(*place).strip('"“”. '), place, "theme:label"
            )
        if re.search(
            r"\b(?:was held|were held|took place|successfully|wrapped up|concluded|came to an end)\b",
            page.within(sentence),
        ):
            held |= {where.event_at(number, sentence.end)}
        for one in find_details(page, number):
            if one.field in ("status", "edition") and where.of_another_edition(number):
                continue
            if one.field == "status" and sentence.kind != "body" and not where.events.mentions[number]:
                continue
            event = None if one.of else where.event_at(number, one.start)
            if (
                one.field == "launch"
                and not one.of
                and sentence.start == one.start - len("It ")
                and page.plain.startswith("It ", sentence.start)
                and number
            ):
                first = next(
                    (name for name in page.names[number - 1] if name.is_body or name.kind in ("acronym", "event")), None
                )
                if first and first.kind != "event":
                    one, event = one._replace(of=first.text), None
            proposal = make.fact(
                event,
                one.field,
                one.value,
                (one.start, one.end),
                one.rule,
                of=_of(where, one, event),
                session=one.session,
                kind=one.kind,
            )
            if one.field == "programme" or event is None:
                yield proposal
            elif not (one.field == "edition" and edition_in_name(make.title(event) or "")):
                key = (event, one.field + (one.session or ""))
                strength = {"cancelled": 3.0, "postponed": 2.0}.get(one.value, 1.0)
                if key not in single or strength > single[key][0]:
                    single[key] = (strength, proposal)
    for (event, _), (_, proposal) in single.items():
        if not (proposal.value == "announced" and event in held):
            yield proposal


def _of(where: Attachment, detail: Detail, event: int | None) -> str | None:
    if detail.of or event is None:
        return detail.of
    return series_of(where.events.drafts[event].title) if detail.field == "launch" else None
