import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchangecli.extract.reprints import Resemblance, fingerprint, likeness, resembles

REPORT = """HUE (The Courier) - Some 40 makers from seven countries met in Hue on 1 and 2 May 2024 for the first Hue
Craft Forum, which the city's craft guild has prepared for three years.

The forum, held in the former weaving hall on the north bank of the Perfume River, opened with a talk by the lacquer
painter Nguyen Thi Lan, who asked what a village gains when its workshops become sights. "A visitor stays for an hour,"
she said. "An apprentice stays for seven years, if we let him, and pays for nothing but his rice."

Three panels followed. The first was about raw materials: resin tappers from Phu Tho described how few of the old trees
are left, and what a kilo of the best grade costs today. The second compared schools in Vietnam, Laos and Japan, where
the number of pupils fell by half within ten years. In the third, museum curators argued over who may repair a piece
that is still in use at a pagoda.

On the second day the participants travelled to two villages, where they cut bamboo, stirred dye and were laughed at by
the children. The guild wants to hold the forum every other year. Its next edition is planned for Luang Prabang, whose
mayor sent a letter with an offer of rooms, a river boat and forty bicycles.

The forum was supported by the provincial department of culture and by a foundation in Kyoto, which paid the fares."""

SAME_EVENT = """Hue hosts makers from abroad

Lacquer, silk and paper were at the heart of a two-day meeting that ended in Hue on Thursday. The Hue Craft Forum, the
first of its kind in central Vietnam, brought together 40 artisans from seven countries on 1 and 2 May 2024.

Nguyen Thi Lan, the lacquer painter, gave the opening talk, in which she defended long apprenticeships. Discussions on
materials, on training and on conservation took up the rest of the day, before guests left for the villages around the
old capital.

According to Tran Van Binh, who leads the Hue Craft Guild, the meeting cost less than a wedding. The department of
culture of the province lent the hall, and a Japanese foundation covered travel. A second forum may take place in Laos
in two years' time, officials said, though nothing has been signed.

Visitors could buy what was made on the spot. By noon on the second day, nothing was left but three hats."""

RELEASE = """About the guild: the Hue Craft Guild was founded in 1996 by eleven workshops of the old capital and has 212
members today, among them lacquer painters, weavers, founders and makers of paper, hats and kites."""

KOREAN = """\
후에 공예 포럼이 지난 5월 1일과 2일 베트남 후에에서 처음으로 열렸다. 7개국에서 온 장인 40여 명이 옻칠과 비단,
종이를 주제로 의견을 나누었으며, 후에 공예 조합이 3년에 걸쳐 준비한 행사이다. 개막 강연을 맡은 옻칠 화가 응우옌 티
란은 공방이 구경거리가 될 때 마을이 무엇을 얻는지 물었다. 이어 열린 세 차례의 토론에서는 재료와 교육, 보존 문제가
다루어졌고, 둘째 날 참가자들은 두 마을을 찾아가 대나무를 자르고 염료를 저었다. 조합은 격년으로 포럼을 열 계획이며 다음
행사는 루앙프라방에서 열릴 예정이다."""

KOREAN_SAME_EVENT = """\
베트남 중부의 옛 수도 후에에서 장인들의 만남이 이루어졌다. 후에 공예 조합은 5월 초 이틀 동안 7개국 장인을 초청해 첫
공예 포럼을 개최했다고 밝혔다. 조합장은 결혼식보다 적은 비용이 들었다며 웃었다. 강연과 토론, 현장 방문이 이어졌고
방문객들은 현장에서 만든 물건을 살 수 있었다. 교토의 한 재단이 여비를 지원했고, 다음 포럼은 2년 뒤 라오스에서 열릴
수도 있으나 아직 서명된 것은 없다고 관계자들은 전했다."""

JAPANESE = """\
フエ工芸フォーラムが五月一日と二日にベトナムのフエで初めて開かれた。七か国から集まった四十人ほどの職人が、漆、絹、紙
について語り合った。三年かけて準備したのはフエ工芸組合である。開会の講演を行った漆画家は、工房が観光の対象になるとき
村は何を得るのかと問いかけた。続く三つの討論では材料、教育、保存が取り上げられ、二日目には参加者が二つの村を訪れて竹
を切り、染料をかき混ぜた。組合は隔年でフォーラムを開く予定である。"""


def paragraphs(text: str) -> list[str]:
    return text.split("\n\n")


def with_every(text: str, number: int) -> str:
    """A text with every so many-th word another."""
    words = iter(range(1, 10_000))
    return re.sub(r"\S+", lambda word: "another" if next(words) % number == 0 else word[0], text)


def adapted() -> str:
    """Half of the report, and half of another."""
    return "\n\n".join([*paragraphs(REPORT)[:3], *paragraphs(SAME_EVENT)[2:]])


REPRINTS = {
    "the same": REPORT,
    "under another headline": f"Makers talk of resin and rice\n\nBy our correspondent\n\n{REPORT}\n\n© The Courier",
    "the first third": REPORT[: len(REPORT) // 3],
    "the last paragraphs": "\n\n".join(paragraphs(REPORT)[-2:]),
    "paragraphs in another order": "\n\n".join(reversed(paragraphs(REPORT))),
    "every twelfth word changed": with_every(REPORT, 12),
    "every ninth word changed": with_every(REPORT, 9),
    "in capitals, quoted and wrapped otherwise": " ".join(REPORT.upper().replace('"', "”").split()),
}
OTHERS = {
    "the same event": SAME_EVENT,
    "a sentence quoted": SAME_EVENT + '\n\n"An apprentice stays for seven years, if we let him, and pays for nothing."',
    "another script": KOREAN,
    "nothing": "",
    "a name": "Hue Craft Forum",
    "one sentence": "Three panels followed. The first was about raw materials.",
}


@pytest.mark.parametrize("text", REPRINTS.values(), ids=REPRINTS)
def test_reprint_is_known(text: str) -> None:
    assert resembles(likeness(text, REPORT)) is Resemblance.REPRINT


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_another_text_is_no_reprint(text: str) -> None:
    assert resembles(likeness(text, REPORT)) is None


def test_adaptation_is_known() -> None:
    assert resembles(likeness(adapted(), REPORT)) is Resemblance.ADAPTATION


def test_paragraph_on_the_publisher_that_both_print_makes_no_reprint() -> None:
    passages = likeness(f"{REPORT}\n\n{RELEASE}", f"{SAME_EVENT}\n\n{RELEASE}")
    assert passages.common == 36
    assert resembles(passages) is None


@pytest.mark.parametrize("text", [KOREAN, JAPANESE], ids=["Korean", "Japanese"])
def test_letters_are_compared_where_words_are_not_parted(text: str) -> None:
    assert likeness(text, text).shingle == 16
    assert resembles(likeness(f"머리기사\n{text}", text)) is Resemblance.REPRINT
    assert resembles(likeness(text[len(text) // 2 :], text)) is Resemblance.REPRINT
    assert resembles(likeness(text, text.replace("、", "，").replace("다", "다 "))) is Resemblance.REPRINT


def test_korean_report_on_the_same_event_is_no_reprint() -> None:
    assert resembles(likeness(KOREAN_SAME_EVENT, KOREAN)) is None


def test_share_is_that_of_the_shorter_text() -> None:
    shorter = " ".join(REPORT.split()[:60])
    passages = likeness(shorter, REPORT)
    assert (passages.share, passages.common, passages.shingle) == (1.0, fingerprint(shorter).length, 8)


def test_passages_that_stand_apart_are_added_and_none_is_counted_twice() -> None:
    words = [f"w{number}" for number in range(40)]
    text = " ".join([*words[:10], "new", *words[10:20], *words[25:40]])
    passages = likeness(text, " ".join(words))
    assert passages.common == 35
    assert passages.share == 35 / 36


@given(st.text(max_size=200), st.text(max_size=200))
def test_likeness_does_not_depend_on_which_comes_first(text: str, other: str) -> None:
    assert likeness(fingerprint(text), other) == likeness(other, fingerprint(text))


@given(st.lists(st.sampled_from("abcdefghij"), max_size=60), st.lists(st.sampled_from("abcdefghij"), max_size=60))
def test_share_is_a_share(text: list[str], other: list[str]) -> None:
    passages = likeness(" ".join(text), " ".join(other))
    assert 0 <= passages.common <= min(len(text), len(other))
    assert 0 <= passages.share <= 1
