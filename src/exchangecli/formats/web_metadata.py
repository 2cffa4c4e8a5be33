"""What the head of a web page declares of the article on it: Open Graph, JSON-LD, Dublin Core and plain HTML.

Only what is declared counts. A date in the text, in the address or in the file is none of the publication, though
programs that look for dates take it for one.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from exchangecli.formats.declared import Declared, declared

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_META: Final[Mapping[str, tuple[str, ...]]] = {
    "title": ("og:title", "headline", "twitter:title", "dc.title", "dcterms.title", "title"),
    "publisher": ("og:site_name", "dc.publisher", "dcterms.publisher", "publisher", "application-name"),
    "author": ("author", "article:author", "dc.creator", "dcterms.creator", "byl", "parsely-author", "dable:author"),
    "published": (
        *("article:published_time", "og:article:published_time", "datepublished", "pubdate", "publish-date"),
        *("publishdate", "publication_date", "date", "dc.date", "dc.date.issued", "dcterms.date", "dcterms.issued"),
        *("sailthru.date", "parsely-pub-date", "article.published", "citation_publication_date"),
    ),
    "url": ("og:url", "parsely-link"),
    "language": ("og:locale", "content-language", "dc.language", "dcterms.language"),
}
"""Field of an article -> names, properties or itemprops of <meta> that declare it, the likeliest first."""
_LINKED: Final[Mapping[str, tuple[str, ...]]] = {
    "title": ("headline",),
    "publisher": ("publisher",),
    "author": ("author", "creator"),
    "published": ("datePublished",),
    "language": ("inLanguage",),
}
"""Field of an article -> the properties of schema.org that declare it in JSON-LD."""
_ELEMENTS: Final[Mapping[str, tuple[str, ...]]] = {
    "title": ("string(//article//h1)", "string(//h1)", "string(//title)"),
    "published": ("string(//time[@itemprop='datePublished' or @pubdate]/@datetime)",),
    "url": ("string(//link[@rel='canonical']/@href)",),
    "language": ("string(/html/@lang)", "string(/html/@*[local-name()='lang' or local-name()='xml:lang'])"),
}
"""Field of an article -> elements that declare it."""
_BEFORE_META: Final = {"url", "language"}
"""Fields of which the element says more than a <meta>."""
_ARTICLES = re.compile("Article|BlogPosting|Report")
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(https?://\S+)")
"""The comment that a browser leaves at the head of a page it saves."""


def metadata(tree: "HtmlElement") -> Declared:
    """Read what a page declares of its article; a title without the name of the site behind it."""
    metas, linked = _metas(tree), list(_linked(tree))
    said: dict[str, list[str]] = {}
    for field, names in _META.items():
        in_metas = [metas[name] for name in names if name in metas]
        in_json = [value for item in linked for name in _LINKED.get(field, ()) for value in _named(item.get(name))]
        in_elements = [str(tree.xpath(path)) for path in _ELEMENTS.get(field, ())]
        said[field] = [*in_elements, *in_metas] if field in _BEFORE_META else [*in_metas, *in_json, *in_elements]
    said["url"] += [found[1] for comment in tree.xpath("//comment()") if (found := _SAVED_FROM.search(str(comment)))]
    publisher = declared(said).publisher
    said["title"] = [_without(publisher, title) for title in said["title"]]
    return declared(said)


def _metas(tree: "HtmlElement") -> dict[str, str]:
    """Name of a <meta> in small letters -> its content, the first that has any."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv") or ""
        if content := (meta.get("content") or "").strip():
            found.setdefault(name.strip().lower(), content)
    return found


def _linked(tree: "HtmlElement") -> Iterator[dict[str, Any]]:
    """The articles described in JSON-LD; a script that is no JSON describes none."""
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            held = json.loads(str(script), strict=False)
        except (ValueError, RecursionError):
            continue
        top = held if isinstance(held, list) else [held]
        graph = [item for one in top if isinstance(one, dict) for item in [one, *_many(one.get("@graph"))]]
        yield from (item for item in graph if isinstance(item, dict) and _ARTICLES.search(str(item.get("@type"))))


def _many(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _named(value: object) -> Iterator[str]:
    """The names in a value of JSON-LD, joined: words, a thing with a name, or several."""
    names = [item.get("name") if isinstance(item, dict) else item for item in _many(value)]
    said = [name for name in names if isinstance(name, str) and name.strip()]
    if said:
        yield ", ".join(said)


def _without(publisher: str | None, title: str) -> str:
    """A title without the name of the site that stands behind it: ``Forum opens | The Hue Courier``."""
    return re.sub(rf"\s+[-–—|:·«»<]\s+{re.escape(publisher)}\s*$", "", title) if publisher else title
