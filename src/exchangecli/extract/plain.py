"""The text as rules read it: character for character as long as the text itself, so that every place stays true."""

_SIGNS = {
    "'": "‘’‚‛ʼ`´′＇",
    '"': "“”„‟«»″＂「」『』《》〈〉",
    "-": "‐‑‒–—―−－",
    "~": "∼〜～",
    " ": "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\u200b\ufeff",
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
    return text.translate(_PLAIN)
