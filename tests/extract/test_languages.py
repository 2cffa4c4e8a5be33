"""The language of an article."""

import pytest

from exchangecli.extract.languages import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The weavers of the town met in the hall, and the dyers came for the music.", "en"),
        ("Les tisserands de la ville se sont réunis dans la salle pour une soirée de musique.", "fr"),
        ("Para penenun dari kota itu berkumpul di balai dan akan menari dengan musik pada malam ini.", "id"),
        ("Các thợ dệt của thành phố đã gặp nhau tại hội trường và nghe nhạc.", "vi"),
        ("도시의 직조공들이 회관에서 만났다.", "ko"),
        ("Die Weber der Stadt trafen sich in der Halle, und die Färber kamen mit Musik.", "de"),
        ("Los tejedores de la ciudad se reunieron en la sala para una noche con música.", "es"),
        ("町の織り手たちが会館で会った。", "ja"),
        ("城里的织工在会馆见面，染匠带来了音乐。", "zh"),
        ("Ткачи города встретились в зале.", "ru"),
        ("اجتمع النساجون في القاعة.", "ar"),
        ("ช่างทอผ้าพบกันที่ห้องโถง", "th"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize("text", ["", "12 34 / 56", "Hue 2024", "xqz wvk plm grt " * 20])
def test_no_language_is_told_of_too_little(text: str) -> None:
    assert language_of(text) is None


def test_foreign_names_do_not_change_the_language() -> None:
    text = "The Musée de la Soie and the Orchestre de Paris played with 국립국악원 in the hall at the end of the week."
    assert language_of(text) == "en"
