"""Identifiers of people and bodies that others have given out: ORCID, ISNI, ROR and Wikidata.

Each reader takes an identifier as people paste it, with or without its address, and returns its bare spelling. Where
the scheme has a check digit it is worked out, so that one mistyped digit is found on entry and not by a reader.
"""

import re
from typing import NamedTuple

from exchangecli.errors import BadIdentifier

CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"
"""The 32 signs of Douglas Crockford's base 32: no i, l, o or u, which are misread."""

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—−"), "-")


class _Scheme(NamedTuple):
    """How one kind of identifier is spelled.

    Attributes:
        name: as people call it.
        address: a pattern of what may stand before it: the words or the web address it is pasted with.
        shape: a pattern of the bare identifier.
        shown: what the shape is, for the sentence of an error.
    """

    name: str
    address: str
    shape: str
    shown: str


_ORCID = _Scheme(
    "ORCID",
    r"(https?://)?(www\.)?orcid\.org/|orcid( id)?[: ]\s*",
    r"(\d{4}-?){3}\d{3}[\dX]",
    "sixteen digits such as 0000-0002-1825-0097, the last perhaps an X",
)
_ISNI = _Scheme(
    "ISNI",
    r"(https?://)?(www\.)?isni\.org/(isni/|page/)?|isni[: ]\s*",
    r"(\d{4}[ -]?){3}\d{3}[\dX]",
    "sixteen digits such as 0000 0001 2281 955X, the last perhaps an X",
)
_ROR = _Scheme(
    "ROR",
    r"(https?://)?(www\.)?ror\.org/|ror[: ]\s*",
    r"0[0-9a-hj-km-np-tv-z]{6}\d\d",
    "a zero and eight signs such as 05a28rw58",
)
_WIKIDATA = _Scheme(
    "Wikidata id",
    r"(https?://)?(www\.|m\.)?wikidata\.org/(wiki|entity)/(Special:EntityPage/)?|(wikidata|wd):\s*",
    r"Q[1-9]\d*",
    "a Q and a number such as Q42",
)


def _bare(scheme: _Scheme, text: str) -> str:
    """Take the identifier out of what was pasted; what follows it in an address is left behind.

    Raises:
        BadIdentifier: there is nothing of the scheme's shape.
    """
    pasted = " ".join(text.translate(_DASHES).split())
    match = re.fullmatch(rf"({scheme.address})?(?P<id>{scheme.shape})/?([?#].*)?", pasted, re.ASCII | re.IGNORECASE)
    if match is None:
        raise BadIdentifier(text, scheme.name, f"it must be {scheme.shown}")
    return match["id"]


def _sixteen_digits(scheme: _Scheme, text: str) -> str:
    """Read an ORCID or ISNI; both are checked by ISO 7064 MOD 11-2."""
    digits = re.sub("[ -]", "", _bare(scheme, text)).upper()
    total = 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2 % 11
    _compare(scheme, text, digits[-1], "0123456789X"[(12 - total) % 11])
    return digits


def _compare(scheme: _Scheme, text: str, stated: str, worked_out: str) -> None:
    if stated != worked_out:
        raise BadIdentifier(
            text, scheme.name, f"it ends in {stated} where its other digits call for {worked_out}, so one is mistyped"
        )


def orcid(text: str) -> str:
    """Read the ORCID of a person: ``https://orcid.org/0000-0002-1825-0097`` is ``0000-0002-1825-0097``.

    Raises:
        BadIdentifier: its shape or its check digit is wrong.
    """
    digits = _sixteen_digits(_ORCID, text)
    return "-".join(digits[i : i + 4] for i in range(0, 16, 4))


def isni(text: str) -> str:
    """Read the ISNI (ISO 27729) of a person or body: ``ISNI 0000 0001 2281 955X`` is ``000000012281955X``.

    Raises:
        BadIdentifier: its shape or its check digit is wrong.
    """
    return _sixteen_digits(_ISNI, text)


def ror(text: str) -> str:
    """Read the ROR id of an organisation: ``https://ror.org/05a28rw58`` is ``05a28rw58``.

    Its two check digits follow ISO 7064 MOD 97-10 over the seven signs before them, read in base 32.

    Raises:
        BadIdentifier: its shape or its check digits are wrong.
    """
    bare = _bare(_ROR, text).lower()
    number = 0
    for sign in bare[:-2]:
        number = number * 32 + CROCKFORD.index(sign)
    _compare(_ROR, text, bare[-2:], f"{98 - number * 100 % 97:02}")
    return bare


def wikidata(text: str) -> str:
    """Read the Wikidata id of anything: ``https://www.wikidata.org/wiki/Q42#sitelinks`` is ``Q42``.

    Raises:
        BadIdentifier: it is not Q and a number; there is no check digit.
    """
    return _bare(_WIKIDATA, text).upper()
