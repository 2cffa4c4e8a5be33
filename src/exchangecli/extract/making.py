"""Proposals made of places in an article: their words, and the event they belong to."""

from typing import TypedDict, Unpack

from exchangecli.extract.attaching import Attachment
from exchangecli.extract.page import Page
from exchangecli.extract.proposals import Proposal


class Further(TypedDict, total=False):
    """What a proposal may say beside its value: the fields of ``Proposal`` that have a default."""

    as_printed: str | None
    inferred: str | None
    of: str | None
    session: str | None
    position: int | None
    role: str | None
    printed_role: str | None
    capacity: str | None
    affiliation: str | None
    kind: str | None
    country: str | None
    measure: str | None
    unit: str | None
    approximate: bool


class Making:
    """Makes proposals on the events of one article.

    Attributes:
        page: the article, taken apart.
        where: which event each place in it belongs to.
    """

    def __init__(self, page: Page, where: Attachment) -> None:
        self.page = page
        self.where = where

    def title(self, event: int | None) -> str | None:
        """The title by which proposals call an event."""
        return None if event is None else self.where.events.drafts[event].title

    def fact(
        self,
        event: int | None,
        field: str,
        value: str,
        place: tuple[int, int],
        rule: str,
        **further: Unpack[Further],
    ) -> Proposal:
        """A proposal on the words of a place, without the spaces around them; what else it says as ``further``."""
        said = self.page.text[slice(*place)]
        start = place[0] + len(said) - len(said.lstrip())
        quote = said.strip()
        return Proposal(
            field=field,
            event=self.title(event),
            value=value,
            quote=quote,
            start=start,
            end=start + len(quote),
            rule=rule,
            **further,
        )
