"""``edit`` with nothing to set: the record in the person's own editor, here a script that rewrites the file."""

import json
import shlex
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from exchangecli.show import console
from exchangecli.store.opening import Store

Run = Callable[..., Result]
Editor = Callable[..., Path]
CONCERT = "asean-korea-music-concert-2025"


@pytest.fixture(autouse=True)
def _in_a_terminal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(console, "can_ask", lambda: True)
    drafts = tmp_path / "drafts"
    drafts.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(drafts))


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Editor:
    """An editor that does, at each opening, the next of some changes to ``text``, and keeps what it was shown."""

    def make(*changes: str, name: str = "VISUAL", arguments: str = "") -> Path:
        seen = tmp_path / "seen"
        seen.mkdir(exist_ok=True)
        script = tmp_path / "my editor.py"
        script.write_text(
            "import sys, pathlib\n"
            f"changes, seen = {list(changes)!r}, pathlib.Path({str(seen)!r})\n"
            "path = pathlib.Path(sys.argv[-1])\n"
            "number = len(list(seen.iterdir()))\n"
            "names = {'text': path.read_text(encoding='utf-8'), 'path': path, 'sys': sys}\n"
            "(seen / f'{number}').write_text(names['text'], encoding='utf-8')\n"
            "exec(changes[number], names)\n"
            "if path.exists(): path.write_text(names['text'], encoding='utf-8')\n",
            encoding="utf-8",
        )
        monkeypatch.setenv(name, f"{shlex.join([sys.executable, str(script)])} {arguments}")
        return seen

    return make


def shown(exchange: Run, record: str = CONCERT) -> dict[str, object]:
    return dict(json.loads(exchange("show", record, "--json").stdout))


def drafts(folder: Path) -> list[Path]:
    return sorted((folder / "drafts").rglob("*.toml"))


SET_CITY = """text = text.replace('city = "Ho Chi Minh City"', 'city = "Huế"')"""


def test_what_is_changed_is_shown_asked_and_applied(
    exchange: Run, sample: Store, editor: Editor, tmp_path: Path
) -> None:
    seen = editor(SET_CITY + """; text = text.replace('# theme = ""', 'theme = "a \\\\"new\\\\" era"')""")
    done = exchange("edit", CONCERT, "--because", "seen on a map", input="y\n")
    assert done.exit_code == 0, done.output
    assert "City   Ho Chi Minh City  Huế" in done.stdout
    assert done.stderr.endswith(f"Change {CONCERT}? [y/N]:changed {CONCERT}\n")
    record = shown(exchange)
    assert (record["city"], record["theme"], record["venue"]) == ("Huế", 'a "new" era', "District 7 Indoor Stadium")
    row = sample.connection.execute("SELECT * FROM operation ORDER BY number DESC").fetchone()
    assert (row["command"], row["reason"]) == (f"exchange edit {CONCERT} --because 'seen on a map'", "seen on a map")
    assert (seen / "0").read_text(encoding="utf-8").startswith(f"# Event {CONCERT}\n# 2025 ASEAN-Korea Music Concert\n")
    assert drafts(tmp_path) == []


@pytest.mark.parametrize(
    "words", [["KOFICE"], ["participants", "kofi"], ["participants", "acronym:KOFICE"]], ids=" ".join
)
@pytest.mark.usefixtures("sample")
def test_a_record_may_be_said_in_any_way(exchange: Run, editor: Editor, words: list[str]) -> None:
    editor("""text += 'description = "on culture"'""")
    assert exchange("edit", *words, input="y\n").stderr.endswith("changed kofice\n")


@pytest.mark.usefixtures("sample")
def test_an_edit_may_be_cited(exchange: Run, editor: Editor) -> None:
    editor("""text += 'theme = "music"'""")
    done = exchange("edit", CONCERT, "--source", "diplomacy", "--quote", "theme=on music", "--yes")
    assert done.exit_code == 0, done.output
    (claim,) = [
        one for one in json.loads(exchange("show", CONCERT, "--json").stdout)["claims"] if one["field"] == "theme"
    ]
    assert (claim["source"], claim["quote"]) == ("diplomacy-journal-korea-asean", "on music")


@pytest.mark.parametrize(
    "change",
    [
        pytest.param("pass", id="closed"),
        pytest.param("text = ''", id="all taken out"),
        pytest.param("text = text.replace('city', '# city')", id="a line taken out"),
        pytest.param("text = text.replace('\\n', '\\r\\n')", id="other line ends"),
        pytest.param("text = '\\ufeff' + text", id="a byte-order mark"),
        pytest.param("text += '\\nsta' + 'rt_time = \"\"'", id="emptied what is empty"),
    ],
)
def test_where_nothing_is_changed_nothing_is_done(
    exchange: Run, sample: Store, editor: Editor, tmp_path: Path, change: str
) -> None:
    before = shown(exchange), sample.connection.execute("SELECT count(*) FROM operation").fetchone()[0]
    editor(change)
    closed = exchange("edit", CONCERT)
    assert (closed.exit_code, closed.stdout, closed.stderr) == (0, "", "nothing to change\n")
    assert (shown(exchange), sample.connection.execute("SELECT count(*) FROM operation").fetchone()[0]) == before
    assert drafts(tmp_path) == []


@pytest.mark.usefixtures("sample")
def test_what_is_refused_comes_back_with_what_is_wrong_above_it(exchange: Run, editor: Editor, tmp_path: Path) -> None:
    seen = editor(
        """text += 'citty = "x"\\ncountry = "Congo"\\n'""",
        """text = text.replace('country = "VN"', '').replace('citty = "x"\\n', '')""",
        """text = text.replace('"Congo"', 'DR Congo')""",
        """text = text.replace('DR Congo', '"DR Congo"')""",
    )
    done = exchange("edit", CONCERT, input="y\n\n\ny\n")
    assert done.exit_code == 0, done.output
    assert shown(exchange)["country"] == "CD"
    first, twice, asked, unquoted = ((seen / f"{number}").read_text(encoding="utf-8") for number in range(4))
    assert twice == (
        "#! Nothing is changed yet. What is in the way:\n"
        '#!   this line cannot be read (does the field stand twice?): country = "Congo"\n'
        '#!   hint: a field stands once, as city = "Busan", attendance = 3000 or\n'
        '#!   languages = ["en", "ko"]\n' + first + 'citty = "x"\ncountry = "Congo"\n'
    )
    assert asked.startswith('#! Nothing is changed yet. What is in the way:\n#!   country: "Congo" could be CD')
    assert "is the text in straight quotation marks?" in unquoted.replace("\n#! ", "")
    assert asked.count("Nothing is changed yet") == unquoted.count("Nothing is changed yet") == 1
    assert done.stderr.count("Edit again? [Y/n]") == 3
    assert drafts(tmp_path) == []


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ("text += 'citty = 1'", 'events have no field "citty"; did you mean city?'),
        ("text = text.replace('title = ', 'title = \"\" # ')", "title cannot be emptied: every event has one"),
        ("text += 'end = \"2025-10-01\"'", 'end: "2025-10-01" lies before the start, 2025-11-01'),
        ("text += 'part_of = \"nobody\"'", 'part_of: no event is called "nobody"'),
        (
            "text += 'mode = \"onnline\"'",
            '"onnline" is not in the list of modes; did you mean online or on_site?',
        ),
    ],
)
@pytest.mark.usefixtures("sample")
def test_what_is_given_up_is_kept_in_a_file(
    exchange: Run, editor: Editor, tmp_path: Path, change: str, sentence: str
) -> None:
    before = shown(exchange)
    editor(change)
    given_up = exchange("edit", CONCERT, input="n\n")
    assert given_up.exit_code == 1
    assert sentence in given_up.stderr
    (draft,) = drafts(tmp_path)
    assert f"what you wrote is kept in {draft}\nexchange: stopped; nothing was changed\n" in given_up.stderr
    assert draft.name == f"{CONCERT}.toml"
    assert "2025 ASEAN-Korea Music Concert" in draft.read_text(encoding="utf-8")
    assert shown(exchange) == before


@pytest.mark.usefixtures("sample")
def test_bytes_that_are_no_utf8_are_given_back_as_they_are(exchange: Run, editor: Editor, tmp_path: Path) -> None:
    editor("path.write_bytes(text.encode() + b'theme = \"\\xff\"'); path = None; sys.exit(0)")
    refused = exchange("edit", CONCERT, input="n\n")
    assert "the text cannot be read: it is not UTF-8" in refused.stderr
    assert drafts(tmp_path)[0].read_bytes().endswith(b'theme = "\xff"')


@pytest.mark.parametrize("answer", ["n\n", ""], ids=["no", "Ctrl-D"])
@pytest.mark.usefixtures("sample")
def test_what_is_not_agreed_to_is_kept_too(exchange: Run, editor: Editor, tmp_path: Path, answer: str) -> None:
    editor(SET_CITY)
    refused = exchange("edit", CONCERT, input=answer)
    assert refused.exit_code == (1 if answer else 130)
    assert "what you wrote is kept in" in refused.stderr
    assert 'city = "Huế"' in drafts(tmp_path)[0].read_text(encoding="utf-8")
    assert shown(exchange)["city"] == "Ho Chi Minh City"


@pytest.mark.parametrize(
    ("setting", "sentence"),
    [
        (f"{shlex.quote(sys.executable)} -c 'raise SystemExit(3)'", "ended with a failure (3); nothing was changed"),
        ("no-such-editor --wait", 'the editor "no-such-editor --wait" cannot be run (No such file or directory)'),
        ('nano "', 'the editor "nano "" has a quotation mark without its other half'),
    ],
)
@pytest.mark.usefixtures("sample")
def test_an_editor_that_fails_changes_nothing(
    exchange: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, setting: str, sentence: str
) -> None:
    monkeypatch.setenv("EDITOR", setting)
    failed = exchange("edit", CONCERT)
    assert failed.exit_code == 1
    assert sentence in failed.stderr
    assert "kept in" not in failed.stderr
    assert drafts(tmp_path) == []


@pytest.mark.usefixtures("sample")
def test_a_file_that_is_gone_changes_nothing(exchange: Run, editor: Editor, tmp_path: Path) -> None:
    editor("path.unlink()")
    gone = exchange("edit", CONCERT)
    assert gone.exit_code == 1
    assert "could not be read again (No such file or directory)" in gone.stderr
    assert drafts(tmp_path) == []


@pytest.mark.usefixtures("sample")
def test_visual_comes_before_editor_and_takes_its_arguments(exchange: Run, editor: Editor) -> None:
    editor("assert sys.argv[1:3] == ['--wait', '--new window']", name="EDITOR", arguments="--wait '--new window'")
    assert exchange("edit", CONCERT).stderr == "nothing to change\n"
    editor("pass", "pass", name="VISUAL", arguments="")
    assert exchange("edit", CONCERT).stderr == "nothing to change\n"


@pytest.mark.usefixtures("sample")
def test_without_a_setting_a_usual_editor_is_opened(
    exchange: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    none = exchange("edit", CONCERT)
    assert none.exit_code == 1
    assert "there is no editor to open the record in" in none.stderr
    vi = tmp_path / "vi"
    vi.write_text(f"#!{sys.executable}\nimport sys\nopen(sys.argv[1], 'a').write('theme = \"music\"')\n")
    vi.chmod(0o755)
    assert exchange("edit", CONCERT, "--yes").exit_code == 0
    assert shown(exchange)["theme"] == "music"


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (["country:KR"], 2, "this finds 3 events, and an editor opens one record at a time; give the id of one"),
        (["country:IT"], 1, 'no record is called "country:IT"'),
        (["asean-korea"], 1, '"asean-korea" could be several records'),
        ([CONCERT, "--quote", "x"], 2, "--quote needs --source"),
        ([CONCERT, "--source", "nobody"], 1, 'no source is called "nobody"'),
    ],
)
@pytest.mark.usefixtures("sample")
def test_what_cannot_be_edited_opens_no_editor(
    exchange: Run, editor: Editor, words: list[str], code: int, sentence: str
) -> None:
    seen = editor("pass")
    refused = exchange("edit", *words)
    assert (refused.exit_code, list(seen.iterdir())) == (code, [])
    assert sentence in refused.stderr


@pytest.mark.usefixtures("sample")
def test_without_a_terminal_no_editor_is_opened(exchange: Run, editor: Editor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(console, "can_ask", lambda: False)
    seen = editor("pass")
    refused = exchange("edit", CONCERT)
    assert refused.exit_code == 2
    assert "nothing to set; write field=value" in refused.stderr
    assert list(seen.iterdir()) == []


def test_another_command_may_change_other_fields_meanwhile(exchange: Run, sample: Store, editor: Editor) -> None:
    path = sample.path.resolve()
    editor(
        f"import sqlite3; c = sqlite3.connect({str(path)!r}); "
        "c.execute(\"UPDATE event SET venue = 'Elsewhere', city = 'Hanoi'\"); c.commit(); c.close(); " + SET_CITY
    )
    done = exchange("edit", CONCERT, input="y\n")
    assert done.exit_code == 0, done.output
    assert "City   Hanoi   Huế" in done.stdout
    assert (shown(exchange)["city"], shown(exchange)["venue"]) == ("Huế", "Elsewhere")
