"""The text as rules read it: character for character as long as the text itself, so that every place stays true."""

import re

_SIGNS = {
    "'": "‘’‚‛ʼ`´′＇",
    '"': "“”„‟«»″＂「」『』《》〈〉",
    "-": "‐‑‒–—―−－",
    "~": "∼〜～",
    " ": "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u202f\u205f\u3000\u200b\ufeff",
    "·": "•‧∙・ㆍ●▪■◦○►",
    ",": "，、",
    ".": "。",
    ":": "：",
    "(": "（",
    ")": "）",
    "\n": "\u2028\u2029\x0b\x0c\x85",
}
_PLAIN = {ord(sign): plain for plain, signs in _SIGNS.items() for sign in signs}


def plain(text: str) -> str:
    """One sign for each of a kind: straight quotation marks, plain hyphens, one kind of space.

    ``plain(text)[start:end]`` and ``text[start:end]`` are the same words for every start and end.
    """
    return _SINGLE.sub(r'"\g<title>"', text.translate(_PLAIN)) if "'" in text or "‘" in text else text.translate(_PLAIN)


_SINGLE = re.compile(
    r"(?<![\w'\"])'(?=[A-Z\d¿ÀÁ-Þ가-힣])(?P<title>[^'\"\n]{2,110}?(?:(?<=s)' [^'\"\n]{2,60}?)?)'(?![\w'])"
)
"""A title in single quotation marks; an apostrophe stands within a word, or behind one that ends in s."""
