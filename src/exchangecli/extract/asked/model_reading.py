"""Reading an article with a language model: what it answers, as far as the article bears it out."""

from dataclasses import dataclass

from exchangecli.extract.asked.asking import ask, known_model
from exchangecli.extract.asked.grounding import Dropped, ground
from exchangecli.extract.masthead import read_masthead
from exchangecli.extract.proposals import Reading
from exchangecli.model.articles import Article


@dataclass(frozen=True, slots=True)
class ModelReading:
    """What a model read in an article: the reading, as the rules would give it, and what was dropped."""

    reading: Reading
    dropped: tuple[Dropped, ...]


def read_with_model(article: Article, model: str, published: str | None = None) -> ModelReading:
    """Ask a language model for the facts of an article, and keep those that stand on its words.

    What the article says of itself (headline, publisher, date) is read by the rules, here as well. An article without
    words is not sent.

    Args:
        article: its text, and what its file says of it.
        model: the name or an alias, as ``llm models`` lists them.
        published: when it was published, where the person who brings it says so, EDTF; it completes dates
            without a year.

    Raises:
        ModelsNotInstalled: the extra ``llm`` is not there.
        UnknownModel, ModelWithoutSchema: no model that can be asked has this name.
        ModelFailed: it has no key, cannot be reached, or refuses.
        UnreadableAnswer: what it says is not of the shape that was asked for.
    """
    asked = known_model(model)
    masthead = read_masthead(article).masthead
    facts = ask(model, article.text) if article.text.strip() else ()
    grounded = ground(facts, article, asked, published or masthead.published or article.published)
    return ModelReading(Reading(masthead, grounded.proposals, grounded.remarks), grounded.dropped)
