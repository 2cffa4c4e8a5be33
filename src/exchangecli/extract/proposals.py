"""A proposal: one fact that an article states, the words it rests on, and the rule that read it there."""

import hashlib
from dataclasses import dataclass

NO_YEAR = "XXXX"
"""Stands in a date for a year that nobody says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One fact, not yet accepted by anybody.

    Attributes:
        field: a field of an event (``title``, ``kind``, ``start``, ``end``, ``venue``, ``city``, ``country``,
            ``edition``, ``attendance``, ``theme``, ``status``, ``taking_part``), or ``session``, ``role``, ``name``,
            ``programme``, ``launch``, ``figure``.
        event: the title of the event that it belongs to, as its own ``title`` proposal has it; None: to no event.
        value: as the dataset would hold it: an EDTF date, a code of a vocabulary or a country, a number, else words of
            the article. Of a ``session`` its title, of a ``role`` the participant's name, of a ``name`` the other name.
            A date whose year nobody says is ``XXXX-11-29``, a country that cannot be told stays as printed (Korea).
        quote: the words it rests on; always ``text[start:end]`` of the article.
        start, end: where they stand, in code points.
        rule: the name of the rule that read it.
        as_printed: how the value stands in the article, where that is not ``value``.
        inferred: why it was read so, where the words do not say it alone: "year from the date of publication".
        of: what it is about where that is not the event itself: of a ``name`` the participant, programme or event
            named, of a ``figure`` and a ``launch`` without an event the body or programme (ASEM), of a ``launch`` with
            an event its series.
        session: the session it belongs to: its title, or where it has none the code of its kind (``keynote``); for a
            ``theme`` or a ``role``.
        position: the place of a ``session`` or of a ``role`` in the order in which the article names them, from 1.
        role: of a ``role``: its code; of a ``session``: the code of its kind, where that can be told.
        printed_role: the words that say so: "co-organized by".
        capacity: of a ``role``: the office or title held: "Minister of Culture".
        affiliation: of a ``role``: the body belonged to.
        kind: of a ``role``: what the participant is (person, ensemble, organisation, state); of a ``name``: acronym,
            translation, variant, former, nickname; of a ``programme``: series, initiative, scheme.
        country: of a ``role``: the country the participant comes from, ISO 3166-1 alpha-2.
        measure, unit: of a ``figure``: what is counted.
        approximate: of an ``attendance`` or a ``figure``: whether the article gives a round figure.
    """

    field: str
    event: str | None
    value: str
    quote: str
    start: int
    end: int
    rule: str
    as_printed: str | None = None
    inferred: str | None = None
    of: str | None = None
    session: str | None = None
    position: int | None = None
    role: str | None = None
    printed_role: str | None = None
    capacity: str | None = None
    affiliation: str | None = None
    kind: str | None = None
    country: str | None = None
    measure: str | None = None
    unit: str | None = None
    approximate: bool = False

    def id(self, sha256: str) -> str:
        """The same for the same fact in the same words of the same text, whatever rule reads it."""
        said = (sha256, self.field, self.event, self.value, self.role, self.affiliation, self.capacity, self.of)
        place = (self.measure, self.unit, self.start, self.end)
        digest = hashlib.sha256("\x1f".join(map(str, (*said, *place))).encode()).hexdigest()
        return f"p-{digest[:12]}"


@dataclass(frozen=True, slots=True)
class Masthead:
    """What an article says of itself: its headline, who publishes and wrote it, when, in which language.

    ``adapted`` are the words in which it says that it is adapted or reprinted from other material; None where it does
    not.
    """

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    language: str | None = None
    adapted: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read out of an article.

    Attributes:
        masthead: what it says of itself.
        proposals: the facts, in the order of the article.
        remarks: what a person should know: a language that is not supported, a text without an event.
    """

    masthead: Masthead
    proposals: tuple[Proposal, ...]
    remarks: tuple[str, ...] = ()
