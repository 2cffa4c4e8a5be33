from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchangecli.errors import BadIdentifier
from exchangecli.model.identifiers import CROCKFORD, isni, orcid, ror, wikidata

Reader = Callable[[str], str]


@pytest.mark.parametrize(
    ("reader", "text", "expected"),
    [
        pytest.param(orcid, "0000-0002-1825-0097", "0000-0002-1825-0097", id="orcid"),
        pytest.param(orcid, "https://orcid.org/0000-0002-1825-0097", "0000-0002-1825-0097", id="orcid address"),
        pytest.param(orcid, "http://www.orcid.org/0000-0002-1825-0097/", "0000-0002-1825-0097", id="orcid old address"),
        pytest.param(orcid, " ORCID iD: 0000-0002-1825-0097 ", "0000-0002-1825-0097", id="orcid with its name"),
        pytest.param(orcid, "0000000218250097", "0000-0002-1825-0097", id="orcid without hyphens"),
        pytest.param(orcid, "0000–0002–1694–233x", "0000-0002-1694-233X", id="orcid with dashes and a small x"),
        pytest.param(isni, "0000 0001 2281 955X", "000000012281955X", id="isni"),
        pytest.param(isni, "ISNI 0000\u00a00001\u00a02281\u00a0955x", "000000012281955X", id="isni with its name"),
        pytest.param(isni, "https://isni.org/isni/000000012281955X", "000000012281955X", id="isni address"),
        pytest.param(isni, "https://www.isni.org/page/000000012281955X/", "000000012281955X", id="isni page"),
        pytest.param(ror, "05a28rw58", "05a28rw58", id="ror"),
        pytest.param(ror, "https://ror.org/05DXPS055", "05dxps055", id="ror address, in capitals"),
        pytest.param(ror, "ror.org/02mhbdp94", "02mhbdp94", id="ror without https"),
        pytest.param(wikidata, "Q42", "Q42", id="wikidata"),
        pytest.param(wikidata, "q865", "Q865", id="wikidata with a small q"),
        pytest.param(wikidata, "https://www.wikidata.org/wiki/Q42#sitelinks-wikipedia", "Q42", id="wikidata page"),
        pytest.param(wikidata, "http://www.wikidata.org/entity/Q42", "Q42", id="wikidata entity"),
        pytest.param(
            wikidata, "https://m.wikidata.org/wiki/Special:EntityPage/Q42?uselang=ko", "Q42", id="wikidata phone"
        ),
        pytest.param(wikidata, "wd:Q42", "Q42", id="wikidata prefix"),
    ],
)
def test_what_people_paste(reader: Reader, text: str, expected: str) -> None:
    assert reader(text) == expected


@pytest.mark.parametrize(
    ("reader", "text", "why"),
    [
        pytest.param(orcid, "0000-0002-1825-0098", "it ends in 8 where its other digits call for 7", id="orcid check"),
        pytest.param(orcid, "0000-0002-1852-0097", "its other digits call for", id="orcid digits swapped"),
        pytest.param(orcid, "0000-0002-1825-009", "it must be sixteen digits", id="orcid too short"),
        pytest.param(orcid, "0000-0002-1825-00977", "it must be sixteen digits", id="orcid too long"),
        pytest.param(orcid, "https://ror.org/05a28rw58", "it must be sixteen digits", id="another scheme"),
        pytest.param(orcid, "٠٠٠٠-0002-1825-0097", "it must be sixteen digits", id="other digits"),
        pytest.param(isni, "0000 0001 2281 9551", "it ends in 1 where its other digits call for X", id="isni check"),
        pytest.param(isni, "", "it must be sixteen digits", id="empty"),
        pytest.param(ror, "05a28rw59", "it ends in 59 where its other digits call for 58", id="ror check"),
        pytest.param(ror, "05a28lw58", "it must be a zero and eight signs", id="ror with an l"),
        pytest.param(ror, "15a28rw58", "it must be a zero and eight signs", id="ror without its zero"),
        pytest.param(wikidata, "Q0", "it must be a Q and a number", id="wikidata zero"),
        pytest.param(wikidata, "P31", "it must be a Q and a number", id="wikidata property"),
        pytest.param(wikidata, "https://en.wikipedia.org/wiki/Q42", "it must be a Q and a number", id="wikipedia"),
    ],
)
def test_what_is_refused(reader: Reader, text: str, why: str) -> None:
    with pytest.raises(BadIdentifier, match=why) as caught:
        reader(text)
    assert caught.value.value == text


@given(st.sampled_from(["0000000218250097", "000000012281955X"]), st.integers(0, 14), st.integers(1, 9))
def test_any_one_wrong_digit_is_found(digits: str, place: int, change: int) -> None:
    wrong = digits[:place] + str((int(digits[place]) + change) % 10) + digits[place + 1 :]
    with pytest.raises(BadIdentifier):
        isni(wrong)


@given(st.sampled_from(["05a28rw58", "05dxps055", "02mhbdp94"]), st.integers(1, 6), st.integers(1, 31))
def test_any_one_wrong_sign_of_a_ror_is_found(bare: str, place: int, change: int) -> None:
    sign = CROCKFORD[(CROCKFORD.index(bare[place]) + change) % 32]
    with pytest.raises(BadIdentifier):
        ror(bare[:place] + sign + bare[place + 1 :])


@pytest.mark.parametrize("reader", [orcid, isni, ror, wikidata], ids=lambda reader: reader.__name__)
@given(st.text())
def test_any_text_is_read_or_refused(reader: Reader, text: str) -> None:
    try:
        read = reader(text)
    except BadIdentifier:
        return
    assert reader(read) == read
