"""What is read of reports in Korean, Vietnamese, French and Indonesian."""

import pytest

from exchangecli.extract.abroad import read_abroad
from exchangecli.extract.page import take_apart
from exchangecli.extract.reading import read
from tests.extract.pages import article

KO = (
    "한강 직조 포럼 개최\n\n강변공예재단(HCF)은 2024년 5월 3일 베트남 하노이에서 ‘두 강 직조 포럼’을 개최했다고 밝혔다."
    " 재단은 “내년에도 만나겠다”라고 말했으며 많은 손님이 강가의 낡은 회관을 찾아 밤늦게까지 머물렀다고 전했다."
)
VI = (
    "Thợ dệt gặp nhau bên sông\n\nNgày 3/5/2024, tại Hà Nội khai mạc triển lãm “Hai dòng sông” với các khung cửi của "
    "chín nước, và nhiều khách đã đến từ các làng bên kia sông để nghe nhạc cho đến khuya."
)
FR = (
    "Les tisserands ouvrent leur maison\n\nLe festival «Deux Fleuves» s'est tenu à Dakar le 3 mai 2024 dans la halle "
    "des douanes, et les métiers sont restés en place pour la nuit avec les invités de neuf pays."
)
ID = (
    "Para penenun membuka rumah mereka\n\nPameran “Dua Sungai” dibuka di Jakarta pada 3 Mei 2024 dengan alat tenun"
    " dari sembilan negara, dan para tamu akan tinggal di balai itu untuk mendengar musik sampai malam."
)


@pytest.mark.parametrize(
    ("text", "language", "title", "kind", "city"),
    [
        (KO, "Korean", "두 강 직조 포럼", "forum_conference", "하노이"),
        (VI, "Vietnamese", "Hai dòng sông", "exhibition", "Hà Nội"),
        (FR, "French", "Deux Fleuves", "festival", "Dakar"),
        (ID, "Indonesian", "Dua Sungai", "exhibition", "Jakarta"),
    ],
)
def test_a_report_in_another_language(text: str, language: str, title: str, kind: str, city: str) -> None:
    reading = read(article(text))
    found = {one.field: one.value for one in reading.proposals if one.event == title}
    assert (found["title"], found["kind"], found["start"], found["city"]) == (title, kind, "2024-05-03", city)
    assert [one for one in reading.proposals if text[one.start : one.end] != one.quote] == []
    assert any(language in remark for remark in reading.remarks)


def test_a_quotation_of_what_was_said_is_no_event() -> None:
    facts, _ = read_abroad(take_apart(KO), "ko", None)
    assert [one.value for one in facts if one.field == "title"] == ["두 강 직조 포럼"]


def test_a_french_title_stands_between_spaces() -> None:
    facts, _ = read_abroad(take_apart(FR.replace("«Deux Fleuves»", "« Deux Fleuves »")), "fr", None)
    assert [one.value for one in facts if one.field == "title"] == ["Deux Fleuves"]


def test_an_acronym_in_brackets() -> None:
    facts, _ = read_abroad(take_apart(KO), "ko", None)
    assert [(one.value, one.of) for one in facts if one.field == "name"] == [("HCF", "강변공예재단")]


def test_a_date_without_a_year_is_completed_by_the_day_of_publication_and_says_so() -> None:
    text = KO.replace("2024년 5월 3일", "12월 30일")
    (start,) = [one for one in read_abroad(take_apart(text), "ko", "2025-01-02")[0] if one.field == "start"]
    assert (start.value, start.inferred) == ("2024-12-30", "year from the date of publication")
    (bare,) = [one for one in read_abroad(take_apart(text), "ko", None)[0] if one.field == "start"]
    assert (bare.value, bare.inferred) == ("XXXX-12-30", None)


def test_a_language_that_is_not_read_says_so_and_nothing_is_guessed() -> None:
    reading = read(
        article("Die Weber der Stadt trafen sich in der Halle, und die Färber kamen mit Musik am 3. Mai 2024.")
    )
    assert reading.proposals == ()
    assert reading.masthead.language == "de"
    assert reading.remarks == ("articles in this language (de) are not read",)


@pytest.mark.parametrize("language", ["ko", "vi", "fr", "id"])
def test_nothing_is_read_of_nothing(language: str) -> None:
    facts, remarks = read_abroad(take_apart(""), language, None)
    assert facts == []
    assert "only dates" in remarks


LATER = (
    (
        "부산서 ‘한-베트남 축제’ 개최\n\n2024년 5월 3일 부산에서 ‘한-베트남 축제’가 열렸다.",
        {"start": "2024-05-03", "city": "부산"},
    ),
    (
        (
            "Đà Nẵng tổ chức “Tuần lễ Văn hóa Hàn Quốc”\n\nNgày 8 tháng 11 năm 2024, “Tuần lễ Văn hóa Hàn Quốc” đã"
            " khai mạc tại Đà Nẵng với nhiều khách mời của các nước."
        ),
        {"start": "2024-11-08"},
    ),
    (
        (
            "Dakar ouvre le festival « Voix croisées »\n\nLe festival « Voix croisées » s'est ouvert le 12 mars 2024"
            " à Dakar, au Sénégal, dans la halle des douanes et les invités de la ville."
        ),
        {"start": "2024-03-12", "city": "Dakar", "country": "SN"},
    ),
)


@pytest.mark.parametrize(("text", "expected"), LATER)
def test_what_the_headline_names_already_is_read_on(text: str, expected: dict[str, str]) -> None:
    found = read(article(text)).proposals
    titles = [one.value for one in found if one.field == "title"]
    assert len(titles) == 1
    assert {one.field: one.value for one in found if one.field in expected} == expected
    assert len({(one.field, one.event) for one in found}) == len(found)
