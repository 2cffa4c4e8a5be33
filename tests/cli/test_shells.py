"""What bash, zsh and fish are answered, each in its own way."""

import shlex
from collections.abc import Callable

import pytest
from typer.testing import Result

from exchangecli.cli import shells
from exchangecli.store.opening import Store

Run = Callable[..., Result]

PARTED: list[tuple[str, list[str], str]] = [
    ("exchange list coun", ["exchange", "list", "coun"], "coun"),
    ("exchange list country : V", ["exchange", "list", "country:V"], "V"),
    ("exchange list country :", ["exchange", "list", "country:"], ""),
    ("exchange list country : ", ["exchange", "list", "country:", ""], ""),
    ("exchange list --kind = fo", ["exchange", "list", "--kind=fo"], "fo"),
    ("exchange edit kofice languages+ = e", ["exchange", "edit", "kofice", "languages+=e"], "e"),
    ("exchange edit kofice city = Hue kind = o", ["exchange", "edit", "kofice", "city=Hue", "kind=o"], "o"),
    ("exchange list a : b : c", ["exchange", "list", "a:b:c"], "c"),
    ('exchange list "country:V', ["exchange", "list", "country:V"], "country:V"),
    ('exchange list country : "Viet', ["exchange", "list", "country:Viet"], "Viet"),
    ("exchange show Girls'", ["exchange", "show", "Girls"], "Girls"),
    ("exchange : x", ["exchange:x"], "x"),
]


@pytest.mark.parametrize(("pieces", "words", "part"), PARTED, ids=str)
def test_what_bash_parted_is_put_together(pieces: str, words: list[str], part: str) -> None:
    assert shells.joined(pieces.split(" ")) == (words, part)


FIT: list[tuple[list[str], str, list[str]]] = [
    ([], "x", []),
    (["kofice"], "kof", ["kofice"]),
    (["kofice"], "KOF", ["kofice"]),
    (["kofice", "korea-times"], "kof", ["kofice"]),
    (["event-1", "event-2"], "국악", ["event-1", "event-2", "…"]),
    (["country:"], "coun", ["country:", "country:…"]),
    (["title="], "tit", ["title=", "title=…"]),
    (["city=", "city!"], "cit", ["city=", "city!"]),
]


@pytest.mark.parametrize(("words", "typed", "fit"), FIT, ids=str)
def test_bash_is_not_misled(words: list[str], typed: str, fit: list[str]) -> None:
    assert shells.fit_for_bash(words, typed) == fit


def bash(exchange: Run, *pieces: str) -> str:
    words = ["exchange", *pieces]
    environment = {"COMP_WORDS": "\n".join(words), "COMP_CWORD": str(len(pieces))}
    return exchange(env={"_EXCHANGE_COMPLETE": "complete_bash", **environment}).stdout.removesuffix("\n")


@pytest.mark.parametrize(
    ("pieces", "answer"),
    [
        (["list", "country", ":", "viet"], "VN"),
        (["list", "country", ":", "SG,viet"], "SG,VN"),
        (["list", '"country:viet'], "country:VN"),
        (["edit", "kofice", "country", "=", "viet"], "VN"),
        (["edit", "asean-korea-music-concert-2025", "disciplines+", "=", "mus"], "museums\nmusic"),
        (["add-event", "--kind", "=", "fo"], "forum_conference"),
        (["add-event", "--kind", "fo"], "forum_conference"),
        (["list", "coun"], "country:\ncountry:…"),
        (["show", "Found"], "asef\nkofice\n…"),
        (["show", "KOF", "x"], ""),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
@pytest.mark.usefixtures("sample")
def test_bash(exchange: Run, pieces: list[str], answer: str) -> None:
    assert bash(exchange, *pieces) == answer


def zsh(exchange: Run, typed: str) -> str:
    environment = {"_EXCHANGE_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": f"exchange {typed}"}
    return exchange(env=environment).stdout.removesuffix("\n")


@pytest.mark.usefixtures("sample")
def test_zsh(exchange: Run) -> None:
    assert zsh(exchange, "show kofi") == (
        "local -a words_of_exchange; "
        "words_of_exchange=('kofice:Korean Foundation for International Cultural Exchange'); "
        "_describe -V word words_of_exchange -U; "
    )


@pytest.mark.usefixtures("sample")
def test_zsh_types_no_space_after_what_goes_on(exchange: Run) -> None:
    first, second = zsh(exchange, "list partici").split("; _describe -V word words_of_exchange -U")[:2]
    assert "participants:A person" in first
    assert second.startswith("; words_of_exchange=('participant\\::With this participant'")
    assert zsh(exchange, "list partici").rstrip().endswith("-U -S '';")


@pytest.mark.usefixtures("sample")
def test_zsh_shows_a_menu_where_a_word_begins_otherwise(exchange: Run) -> None:
    assert "compstate[insert]=menu" in zsh(exchange, "show Found")
    assert "compstate[insert]=menu" not in zsh(exchange, "show kof")


@pytest.mark.usefixtures("sample")
def test_zsh_completes_files_where_nothing_else_fits(exchange: Run) -> None:
    assert zsh(exchange, "backup x") == "_files"


EVIL = 'Evil \\$(touch pwned) `touch pwned` it\'s "quoted" [/bold] \x1b[31m\nnext'


def test_a_title_is_neither_code_nor_markup(exchange: Run, sample: Store) -> None:
    sample.connection.execute("INSERT INTO participant (id, name) VALUES ('evil', ?)", [EVIL])
    title = EVIL.replace("\n", " ").replace("\x1b", "�")
    assert f"words_of_exchange=({shlex.quote(f'evil:{title}')})" in zsh(exchange, "show evi")
    fish = {
        "_EXCHANGE_COMPLETE": "complete_fish",
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        "_TYPER_COMPLETE_ARGS": "exchange show evi",
    }
    assert exchange(env=fish).stdout == f"evil\t{title}\n"


def test_the_help_says_how_to_set_it_up(exchange: Run) -> None:
    shown = exchange("--help", env={"COLUMNS": "100"}).stdout
    assert "--install-completion" in shown
    assert "--show-completion" in shown
