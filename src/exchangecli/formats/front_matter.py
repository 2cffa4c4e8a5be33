"""Front matter: the lines between two rules at the head of a Markdown file, which say what the text is.

Only what such heads hold in practice is read of YAML: a key and a value on a line, quotation marks around it or none, a
list in brackets or on lines of its own. Everything else in them is passed over, for it is no failure of the article.
"""

import re
from collections.abc import Mapping

from exchangecli.formats.declared import Declared, declared

_HEAD = re.compile(r"---[ \t]*\n((?:[^\n]*\n){1,200}?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_LINE = re.compile(r"([A-Za-z][\w .-]*?)\s*:(?:\s+(.*)|)")
_ITEM = re.compile(r"\s*-\s+(?:name\s*:\s*)?(.*)|\s+name\s*:\s*(.*)")
_HEADING = re.compile(r"^ {0,3}#[ \t]+(.+?)[ \t]*#*[ \t]*$", re.MULTILINE)

KEYS: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "headline"),
    "publisher": ("publisher", "source", "site", "website", "publication"),
    "author": ("author", "authors", "byline", "creator"),
    "published": ("date", "published", "publish_date", "pubdate", "publishdate", "published_at"),
    "url": ("url", "link", "canonical", "canonical_url", "source_url", "source"),
    "language": ("language", "lang", "locale"),
}
"""Field of an article -> the keys under which heads declare it."""


def front_matter(text: str) -> Declared:
    """What the head of a text declares; nothing where it has none. The head is part of the text, and stays in it."""
    head = _HEAD.match(text)
    values = _values(head[1]) if head else {}
    return declared({field: [values[key] for key in keys if key in values] for field, keys in KEYS.items()})


def heading(text: str) -> str | None:
    """The first heading of the first level in Markdown, without its sign."""
    found = _HEADING.search(text)
    return found[1] if found else None


def _values(head: str) -> dict[str, str]:
    values: dict[str, str] = {}
    key = ""
    for line in head.split("\n"):
        if item := _ITEM.fullmatch(line):
            values[key] = ", ".join(filter(None, (values.get(key), _bare(item[1] or item[2] or ""))))
        elif said := _LINE.fullmatch(line):
            key = said[1].lower().replace("-", "_").replace(" ", "_")
            values.setdefault(key, _listed(said[2] or ""))
    return values


def _listed(value: str) -> str:
    value = value.strip()
    if value.startswith("[") and value.endswith("]"):
        return ", ".join(filter(None, map(_bare, value[1:-1].split(","))))
    return _bare(value)


def _bare(value: str) -> str:
    """A value without the quotation marks around it, or the comment behind it."""
    value = value.strip()
    if value[:1] in {'"', "'"} and (end := value.find(value[0], 1)) > 0:
        return value[1:end]
    return re.sub(r"\s+#.*", "", value)
