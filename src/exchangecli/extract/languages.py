"""The language of an article, as far as its facts are read: by its script, and its commonest small words."""

import re

_SMALL_WORDS = {
    "en": "the and of in to for was with that is on at by from has were as its will",
    "fr": "le la les des du et en dans pour une est sur par au aux avec qui sera été",
    "id": "yang dan di dari untuk dengan pada ini dalam oleh akan juga tidak adalah sebagai para",
    "ms": "",
    "vi": "và của các được trong với cho tại những một đã là này có về ngày",
    "de": "der die das und in den von mit für auf ist im des dem ein eine wurde",
    "es": "el la los las de del y en con para por una que se fue su al",
    "pt": "o os as de do da e em com para por uma que se foi ao",
    "it": "il la le di del della e in con per una che si è stato nel al",
}
_SETS = {code: frozenset(said.split()) for code, said in _SMALL_WORDS.items() if said}
SUPPORTED = ("en", "ko", "vi", "fr", "id")
"""English in full; of the others dates, countries, event names in quotation marks and acronyms."""
_ENOUGH = 3
_VIETNAMESE = "[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]"
"""Letters that no other language has, or few."""


def language_of(text: str) -> str | None:
    """The BCP 47 code of a text's language, or None where it is too short or in none of those known here."""
    sample = text[:6000]
    letters = sum(map(str.isalpha, sample)) or 1
    if len(re.findall("[가-힣]", sample)) * 4 > letters:
        return "ko"
    if len(re.findall("[ぁ-ヿ]", sample)) * 8 > letters:
        return "ja"
    if len(re.findall("[\u4e00-\u9fff]", sample)) * 3 > letters:
        return "zh"
    for code, script in (
        ("ru", "[а-яё]"),
        ("ar", "[\u0600-\u06ff]"),
        ("th", "[\u0e00-\u0e7f]"),
        ("hi", "[\u0900-\u097f]"),
    ):
        if len(re.findall(script, sample, re.IGNORECASE)) * 3 > letters:
            return code
    if len(re.findall(_VIETNAMESE, sample.lower())) * 12 > letters:
        return "vi"
    said = re.findall(r"[^\W\d_]+", sample.lower())
    scores = {code: sum(word in known for word in said) for code, known in _SETS.items()}
    best = max(scores, key=lambda code: scores[code])
    return best if scores[best] >= _ENOUGH and scores[best] * 12 > len(said) else None
