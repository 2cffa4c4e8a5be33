"""What ``ingest`` does: read the files, keep what they state as proposals, and show it."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from exchangecli import errors
from exchangecli.cli import dataset
from exchangecli.curate import comparing, ingesting
from exchangecli.curate.comparing import Compared
from exchangecli.curate.ingesting import Ingested, Read
from exchangecli.curate.proposed import PENDING
from exchangecli.formats import articles as reading
from exchangecli.model.articles import Article
from exchangecli.show import console, machine
from exchangecli.show import proposals as showing
from exchangecli.store.opening import Store

if TYPE_CHECKING:
    from exchangecli.extract.asked.grounding import Dropped  # only who asks a language model pays for it

STANDARD_INPUT = "standard input"

OF_ONE = ("title", "url")
"""What can be said of one article only."""


def run(
    context: typer.Context,
    files: Sequence[Path],
    given: Mapping[str, str],
    model: str,
    because: str | None,
    *,
    as_json: bool,
) -> None:
    """Take in articles, and show what they state.

    Raises:
        OneSourceAtATime: a title or an address for several.
        ArticlesRefused: files that cannot be read; nothing is taken in then.
    """
    said = [f"--{name}" for name in OF_ONE if name in given]
    if said and len(files) > 1:
        raise errors.OneSourceAtATime(said, len(files))
    asked = _to_ask(model) if model else None
    articles = [_read(article, given, asked) for article in _loaded(files)]
    with dataset.writing_or_making(context) as store:
        taken = ingesting.ingest_all(store, dataset.command(context, because), articles, given)
        found = [(one, _waiting(store, one)) for one in taken]
    if as_json:
        machine.write_json([comparing.as_json(each) for _, several in found for each in several])
    else:
        for one, several in found:
            _show(one, several)
    _say_what_next(found, as_json=as_json)


def _loaded(files: Sequence[Path]) -> list[Article]:
    """The articles in some files, all of them or none."""
    found, problems = [], []
    for file in files:
        try:
            found.append(load(file))
        except errors.ExchangeError as problem:
            if len(files) == 1:
                raise
            problems.append(problem.sentence)
    if problems:
        raise errors.ArticlesRefused(problems, len(files))
    return found


def load(file: Path) -> Article:
    """The article in a file; ``-`` is standard input.

    Raises:
        FileProblem and its like: it cannot be read, is no text, or is an address, from which nothing is fetched.
        MissingExtra: what reads a web page or a PDF is not installed.
    """
    if str(file) == "-":
        return reading.read(sys.stdin.buffer.read(), STANDARD_INPUT)
    if file.parts[:1] in (("http:",), ("https:",)):
        raise errors.FileProblem(str(file), "is an address and no file; save the page, and give the file")
    return reading.read_file(file)


def _to_ask(model: str) -> str:
    """The language model of this name, and a notice that the texts go to it.

    Raises:
        ModelsNotInstalled, UnknownModel, ModelWithoutSchema: it cannot be asked.
    """
    from exchangecli.extract.asked import asking

    found = asking.known_model(model)
    console.say(f"notice: the text of what is read is sent to the language model {found}, wherever that runs")
    return found


def _read(article: Article, given: Mapping[str, str], model: str | None) -> Read:
    """What an article states, by the rules; or by a language model, to which its text is then sent."""
    if model is None:
        return ingesting.read(article, given)
    from exchangecli.extract.asked import model_reading

    answered = model_reading.read_with_model(article, model, ingesting.known_published(article, given))
    _say_what_was_dropped(answered.dropped)
    return Read(article, answered.reading)


def _say_what_was_dropped(dropped: "Sequence[Dropped]") -> None:
    """Of the facts a model answered, those that the words of the article do not bear out: how many, and why."""
    if dropped:
        number = "1 fact was" if len(dropped) == 1 else f"{len(dropped)} facts were"
        console.say(f"{number} dropped, because the article's words do not say so:")
        for one in dropped:
            console.say(f"  {one.field} {one.value}: {one.reason}")


def _waiting(store: Store, one: Ingested) -> list[Compared]:
    waiting = [each.id for each in one.proposals if each.status == PENDING]
    return comparing.of_source(store, str(one.source["id"]), waiting)


def _show(one: Ingested, found: Sequence[Compared]) -> None:
    """What an article states, event by event, and what else there is to say of it."""
    source = one.source["id"]
    known = "added source" if one.is_new else "known already: source"
    console.say(f"{known} {source}, {one.source['title']}")
    showing.show(found)
    for remark in one.remarks:
        console.say(f"note: {remark}")
    for offer in one.offers:
        console.say(
            f"it may be a reprint of {offer.origin}: {offer.why}; exchange edit {source} origin={offer.origin} says so"
        )


def _say_what_next(found: Sequence[tuple[Ingested, Sequence[Compared]]], *, as_json: bool) -> None:
    number = sum(len(several) for _, several in found)
    if not number:
        new = sum(len(one.new) for one, _ in found)
        console.say(
            "nothing waits for a decision" if new or any(one.proposals for one, _ in found) else showing.NOTHING
        )
        return
    sources = [str(one.source["id"]) for one, several in found if several]
    of = f" --source {sources[0]}" if len(sources) == 1 else ""
    what = "1 fact is" if number == 1 else f"{number} facts are"
    console.say(
        f"{what} proposed, and nothing of it is stored as fact yet; exchange review{'' if as_json else of} decides"
    )
