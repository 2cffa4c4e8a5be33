"""Reading an article: from its text to the proposals that stand on it."""

from exchangecli.extract.proposals import Masthead, Reading
from exchangecli.model.articles import Article


def read(article: Article, published: str | None = None) -> Reading:
    """Read the facts out of an article.

    Args:
        article: its text, and what its file says of it.
        published: when it was published, where the person who brings it says so; it completes dates without a year.
    """
    del published
    return Reading(Masthead(title=article.title), ())
