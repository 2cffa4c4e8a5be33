import hashlib
import io
import logging
import subprocess
import sys
import warnings
from contextlib import suppress
from pathlib import Path

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchangecli import errors
from exchangecli.formats import articles, pdf
from exchangecli.model.articles import Article

HEAD = """<title>Craft forum opens in Hue - The Hue Courier</title>
<meta property="og:title" content="Craft forum opens in Hue - The Hue Courier">
<meta property="og:site_name" content="The Hue Courier">
<meta name="author" content="Tran Thi Mai">
<meta property="article:published_time" content="2024-05-03T07:30:00+07:00">
<link rel="canonical" href="https://hue-courier.example/2024/craft-forum">"""
BODY = """<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport in Galle</a></li></ul></nav>
<article><h1>Craft forum opens in Hue</h1>
<p>Some 40 makers met in Huế on 1 and 2 May 2024 for the first Hue Craft Forum, hosted by the Hue Craft Guild.</p>
<p>The forum has three panels:</p><ul><li>Lacquer</li><li>Silk weaving</li><li>Paper</li></ul>
<p>“We want to learn from one another,” said Le Van Binh, director of the guild.</p></article>
<aside><h3>Related</h3><a href="x">Festival in Da Nang draws thousands</a></aside>
<footer>Copyright 2025 The Hue Courier. Updated 24 November 2026</footer>"""


def page(head: str = HEAD, body: str = BODY, language: str = ' lang="en-gb"') -> str:
    return f'<!DOCTYPE html>\n<html{language}><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'


def read_page(head: str = HEAD, body: str = BODY, language: str = ' lang="en-gb"') -> Article:
    return articles.read(page(head, body, language).encode(), "forum.html")


def stored(objects: list[bytes]) -> bytes:
    """A PDF of these objects, the first of which is its catalogue."""
    held, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(held))
        held += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    end = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(held))
    return held + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + end


def clipping(*pages: list[str], lock: str | None = None, **information: str) -> bytes:
    """A PDF with these lines on its pages."""
    kids = b" ".join(b"%d 0 R" % (4 + 2 * number) for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) >>",
        b"<< /Type /Pages /Kids [%b] /Count %d >>" % (kids, len(pages)),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, lines in enumerate(pages):
        drawn = b"".join(b"(%b) Tj T*\n" % line.encode("ascii") for line in lines)
        content = b"BT /F1 12 Tf 14 TL 72 720 Td\n%bET" % drawn
        resources = b"/Resources << /Font << /F1 3 0 R >> >> /MediaBox [0 0 595 842]"
        objects.append(b"<< /Type /Page /Parent 2 0 R %b /Contents %d 0 R >>" % (resources, 5 + 2 * number))
        objects.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(content), content))
    writer = pypdf.PdfWriter(io.BytesIO(stored(objects)))
    writer.add_metadata({f"/{key}": value for key, value in information.items()})
    if lock is not None:
        writer.encrypt(user_password=lock, owner_password="owner", algorithm="RC4-128")
    held = io.BytesIO()
    writer.write(held)
    return held.getvalue()


# plain text and Markdown


def test_text_is_kept_as_it_is_with_the_fingerprint_of_its_bytes() -> None:
    held = "\ufeffForum opens\r\n\r\nHue\u00a0Craft “Forum”\x0cPage 2\r".encode()
    article = articles.read(held, "forum.txt")
    assert article == Article(
        "Forum opens\n\nHue\u00a0Craft “Forum”\nPage 2\n", hashlib.sha256(held).hexdigest(), "forum.txt"
    )


def test_front_matter_is_read_and_stays_in_the_text() -> None:
    text = (
        '---\ntitle: "Craft: a forum opens"\ndate: 2024-05-03 07:30 # as printed\nauthors:\n  - Tran Thi Mai\n'
        "  - name: Le Van Binh\nsource: https://hue-courier.example/1\npublisher: 'The Hue Courier'\nlang: vi\n"
        "tags: [craft, forum]\n---\n# Another heading\n\nText.\n"
    )
    article = articles.read(text.encode(), "forum.md")
    assert article.text == text
    assert article.title == "Craft: a forum opens"
    assert (article.published, article.language) == ("2024-05-03", "vi")
    assert (article.author, article.publisher) == ("Tran Thi Mai, Le Van Binh", "The Hue Courier")
    assert article.url == "https://hue-courier.example/1"


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ("date: 2024", "2024"),
        ("date: May 2024", "2024-05"),
        ("date: 3 May 2024", "2024-05-03"),
        ("date: 03/05/2024", None),
        ("date: yesterday", None),
        ("date:", None),
        ("published: 2024-05-03T23:30:00Z", "2024-05-03"),
    ],
)
def test_date_is_in_the_precision_that_is_declared_or_left_out(head: str, published: str | None) -> None:
    assert articles.read(f"---\n{head}\n---\nText.\n".encode(), "forum.md").published == published


def test_heading_is_the_title_of_markdown_alone() -> None:
    held = b"Intro\n\n# Craft forum *opens* in Hue #\n\nText.\n"
    assert articles.read(held, "forum.md").title == "Craft forum *opens* in Hue"
    assert articles.read(held, "forum.txt").title is None


def test_rule_in_a_text_is_no_front_matter() -> None:
    article = articles.read(b"Forum opens\n---\ntitle: not a head\n---\n", "forum.txt")
    assert article.title is None


# web pages


def test_page_is_its_article_without_the_furniture() -> None:
    article = read_page()
    assert article.text == (
        "Craft forum opens in Hue\n\nSome 40 makers met in Huế on 1 and 2 May 2024 for the first Hue Craft Forum,"
        " hosted by the Hue Craft Guild.\n\nThe forum has three panels:\n\n- Lacquer\n- Silk weaving\n- Paper\n\n"
        "“We want to learn from one another,” said Le Van Binh, director of the guild."
    )


def test_head_of_a_page_is_read() -> None:
    article = read_page()
    assert (article.title, article.publisher) == ("Craft forum opens in Hue", "The Hue Courier")
    assert (article.author, article.published) == ("Tran Thi Mai", "2024-05-03")
    assert (article.url, article.language) == ("https://hue-courier.example/2024/craft-forum", "en-GB")


def test_json_ld_is_read() -> None:
    held = """<script type="application/ld+json">{"@graph": [{"@type": "Organization", "name": "Nobody"},
        {"@type": ["NewsArticle"], "headline": "Craft forum opens", "datePublished": "2024-05-03",
        "author": [{"name": "Tran Thi Mai"}, {"name": "Le Van Binh"}],
        "publisher": {"name": "The Hue Courier"}}]}</script>
        <script type="application/ld+json">{"@type": "NewsArticle", broken</script>"""
    article = read_page(held)
    assert (article.title, article.publisher) == ("Craft forum opens", "The Hue Courier")
    assert (article.author, article.published) == ("Tran Thi Mai, Le Van Binh", "2024-05-03")


def test_headline_that_stands_outside_the_text_is_put_before_it() -> None:
    article = read_page(body=BODY.replace("<h1>Craft forum opens in Hue</h1>", ""))
    assert article.text.startswith("Craft forum opens in Hue\n\nSome 40 makers")


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("", BODY),
        ('<meta name="date" content="recently">', BODY),
        ('<link rel="canonical" href="https://example.org/2023/04/01/forum">', BODY),
        ("", BODY.replace("<h1>", "<time datetime='2019-01-01'>1 January 2019</time><h1>")),
    ],
    ids=["in the text and the footer", "no date", "in the address", "in the body"],
)
def test_date_that_is_not_declared_is_not_guessed(head: str, body: str) -> None:
    assert read_page(head, body).published is None


@pytest.mark.parametrize(
    ("encoding", "declaration"),
    [
        ("euc-kr", '<meta charset="euc-kr">'),
        ("cp949", '<meta http-equiv="Content-Type" content="text/html; charset=ks_c_5601-1987">'),
        ("utf-8", '<meta charset="euc-kr">'),
        ("utf-8", ""),
        ("utf-16", ""),
        ("iso2022_kr", '<meta charset="iso-2022-kr">'),
    ],
    ids=["declared", "declared the old way", "saved anew in UTF-8", "UTF-8", "UTF-16", "seven bits"],
)
def test_page_is_read_in_its_encoding(encoding: str, declaration: str) -> None:
    body = (
        "<article><h1>공예 포럼 개막</h1><p>제1회 후에 공예 포럼이 2024년 5월 1일 베트남 후에에서 열렸다.</p></article>"
    )
    held = f"<html><head>{declaration}<title>공예 포럼 개막</title></head><body>{body}</body></html>".encode(encoding)
    article = articles.read(held, "forum.html")
    assert article.title == "공예 포럼 개막"
    assert "베트남 후에에서 열렸다" in article.text


def test_latin_1_is_read_as_browsers_read_it() -> None:
    held = page("", "<article><p>“Café” opened in Huế’s quarter.</p></article>".replace("Huế", "Hue")).replace(
        "utf-8", "iso-8859-1"
    )
    assert "“Café” opened in Hue’s quarter." in articles.read(held.encode("cp1252"), "forum.html").text


@pytest.mark.parametrize(
    ("declaration", "named"),
    [('<meta charset="shift_jis">', "shift_jis"), ("", None), ('<meta charset="klingon">', "klingon")],
)
def test_page_in_no_encoding_that_it_declares_is_refused(declaration: str, named: str | None) -> None:
    held = f"<html><head>{declaration}</head><body>".encode() + b"\x85\x00\xff\xfe\x81\x20 caf\xe9</body></html>"
    with pytest.raises(errors.NotItsEncoding) as refused:
        articles.read(held, "forum.html")
    assert str(refused.value) == str(errors.NotItsEncoding("forum.html", named))


@pytest.mark.parametrize("body", ["", "<script>load()</script>", "<div></div>"])
def test_page_without_a_text_is_refused(body: str) -> None:
    with pytest.raises(errors.EmptyPage):
        read_page("", body)


def test_page_with_pictures_saved_in_it_is_read() -> None:
    picture = f'<img src="data:image/png;base64,{"A" * 3_000_000}">'
    assert "Some 40 makers" in read_page(body=picture + BODY).text


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 50_000,
        "<table><tr><td>Some</td></tr></table>" * 20_000,
        "<p>" + "<b>" * 50_000 + "x",
        "<" * 100_000,
        "<ul><li>" * 20_000,
        "<p>A &#0; b &#xD800; c</p>" * 50,
    ],
    ids=["nested", "tables", "bold", "brackets", "lists", "no characters"],
)
def test_hostile_page_is_read_or_refused(body: str) -> None:
    try:
        text = read_page("", body).text
    except errors.EmptyPage:
        return
    assert "\0" not in text
    assert text.encode()


def test_nothing_is_said_beside(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG), pytest.raises(errors.EmptyPage):
        read_page("", "<script>load()</script>")
    assert caplog.records == []
    assert logging.getLogger("trafilatura").propagate


# PDF


def test_pages_of_a_pdf_are_joined() -> None:
    article = articles.read(
        clipping(["Craft forum opens in Hue", "Some 40 makers met for an inter-"], ["national forum."]), "f.pdf"
    )
    first, second = "Craft forum opens in Hue\nSome 40 makers met for an inter-", "national forum."
    assert article.text == f"{first}\n{second}"
    assert article.language == "en-GB"


@pytest.mark.parametrize(
    ("title", "read"),
    [
        ("Craft forum opens in Hue", "Craft forum opens in Hue"),
        ("Microsoft Word - forum_final.docx", None),
        ("forum_final.indd", None),
        ("Untitled-1", None),
        ("", None),
    ],
)
def test_title_of_a_pdf_that_no_program_wrote(title: str, read: str | None) -> None:
    assert articles.read(clipping(["Text"], Title=title), "f.pdf").title == read


@pytest.mark.parametrize(
    ("author", "read"), [("Tran Thi Mai", "Tran Thi Mai"), ("user01", None), ("Microsoft Office User", None)]
)
def test_author_of_a_pdf_that_no_program_wrote(author: str, read: str | None) -> None:
    assert articles.read(clipping(["Text"], Author=author), "f.pdf").author == read


def test_day_a_pdf_was_made_is_not_that_of_publication() -> None:
    assert articles.read(clipping(["Text"], CreationDate="D:20240503073000+07'00'"), "f.pdf").published is None


def test_scanned_pdf_is_refused() -> None:
    with pytest.raises(errors.ScannedPdf, match="2 pages"):
        articles.read(clipping([], []), "f.pdf")


def test_pdf_with_a_password_is_refused_and_one_that_only_forbids_copying_is_read() -> None:
    with pytest.raises(errors.LockedPdf):
        articles.read(clipping(["Text"], lock="secret"), "f.pdf")
    assert articles.read(clipping(["Text"], lock=""), "f.pdf").text == "Text"


@pytest.mark.parametrize("kept", [8, 30, 200])
def test_damaged_pdf_is_refused(kept: int) -> None:
    with pytest.raises((errors.DamagedPdf, errors.ScannedPdf)):
        articles.read(clipping(["Text"])[:kept], "f.pdf")


@given(st.integers(0, 2000), st.binary(min_size=1, max_size=40))
def test_pdf_with_a_hole_in_it_is_read_or_refused(place: int, hole: bytes) -> None:
    held = bytearray(clipping(["Craft forum opens in Hue", "Some 40 makers met."]))
    held[place : place + len(hole)] = hole
    with suppress(errors.DamagedPdf, errors.ScannedPdf, errors.LockedPdf, errors.TooManyPages):
        assert articles.read(b"%PDF-1.4\n" + bytes(held), "f.pdf").text.strip()


def test_book_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MOST_PAGES", 1)
    with pytest.raises(errors.TooManyPages, match="2 pages"):
        articles.read(clipping(["One"], ["Two"]), "f.pdf")


# what a file is


@pytest.mark.parametrize("name", ["forum.txt", "forum.md", "standard input", "forum.html"])
def test_content_says_what_a_file_is_whatever_its_name(name: str) -> None:
    assert articles.read(clipping(["Text"]), name).text == "Text"
    assert articles.read(page().encode(), name).title == "Craft forum opens in Hue"


@pytest.mark.parametrize("name", ["forum.html", "forum.pdf"])
def test_plain_text_is_one_under_any_name(name: str) -> None:
    assert articles.read(b"1 < 2, and so on <sic>", name).text == "1 < 2, and so on <sic>"


def test_name_says_what_a_fragment_of_a_page_is() -> None:
    held = b"<div><p>Some 40 makers met in Hue on 1 and 2 May 2024 for the first Hue Craft Forum.</p></div>"
    assert articles.read(held, "forum.htm").text.startswith("Some 40 makers")
    assert articles.read(held, "forum.md").text == held.decode()


@pytest.mark.parametrize(
    ("held", "what"),
    [
        (b"PK\x03\x04rest", "Word"),
        (b"\xd0\xcf\x11\xe0rest", "Hangul"),
        (b"\xff\xd8\xff\xe0rest", "picture"),
        (b"{\\rtf1 text}", "Rich Text"),
        (b"SQLite format 3\0rest", "SQLite"),
        (b"From: <Saved by Blink>\r\nContent-Type: multipart/related;\r\n", "web archive"),
        (b"Text with a \0 in it", "NUL"),
    ],
)
def test_file_without_a_text_is_refused_with_what_it_is(held: bytes, what: str) -> None:
    with pytest.raises(errors.NotAText, match=what) as refused:
        articles.read(held, "forum.txt")
    assert refused.value.hint


@pytest.mark.parametrize("held", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\f"])
def test_empty_file_is_refused(held: bytes) -> None:
    with pytest.raises(errors.FileProblem, match="is empty"):
        articles.read(held, "forum.txt")


def test_other_encoding_is_refused_with_its_line() -> None:
    with pytest.raises(errors.NotUtf8, match="line 2"):
        articles.read("Forum\ncafé".encode("latin-1"), "forum.txt")


def test_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "forum.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(errors.TooLarge, match="30 MB"):
        articles.read_file(path)


def test_file_is_read_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "forum.md"
    path.write_text("# Forum\n", encoding="utf-8")
    assert articles.read_file(path) == articles.read(b"# Forum\n", str(path))
    with pytest.raises(errors.FileProblem, match="no such file"):
        articles.read_file(tmp_path / "none.txt")


@pytest.mark.parametrize(
    ("library", "held", "extra"), [("trafilatura", page().encode(), "web"), ("pypdf", clipping(["Text"]), "pdf")]
)
def test_what_is_not_installed_is_named(library: str, held: bytes, extra: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in [name for name in sys.modules if name.partition(".")[0] == library]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(errors.MissingExtra) as refused:
        articles.read(held, "forum")
    assert refused.value.hint == f'pip install "exchangecli[{extra}]"'


def test_plain_text_costs_none_of_the_libraries() -> None:
    program = (
        "import sys; from exchangecli.formats import articles; articles.read(b'Text', 'a');"
        "print({'trafilatura', 'lxml', 'pypdf'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.html", "a.pdf", "a.md"]))
def test_any_bytes_are_read_or_refused(held: bytes, name: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with suppress(errors.ExchangeError):
            assert articles.read(held, name).text.strip()
