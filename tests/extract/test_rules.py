"""Each rule is named in one table, and the lists of words hold what the rules ask of them."""

import ast
import re
from pathlib import Path

from exchangecli import extract
from exchangecli.extract import words
from exchangecli.extract.reading import read
from exchangecli.model.articles import Article

FOLDER = Path(extract.__file__).parent
ARTICLES = sorted(Path(__file__).parents[1].joinpath("extraction").glob("*/*.txt"))
RULE = re.compile(
    r"(?:attendance|city|country|date|edition|event|figure|kind|launch|name|programme|role|session|status|theme|venue):[a-z-]+"
)


def strings(module: Path) -> set[str]:
    tree = ast.parse(module.read_text("utf-8"))
    return {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}


SAID = set[str]().union(*(strings(module) for module in FOLDER.glob("*.py")))
RULES = {row["rule"] for row in words.rows("rules")}
CUES = {f"role:{row['rule']}" for row in words.rows("cues")}


def test_the_table_of_rules_has_the_names_in_the_code_and_no_others() -> None:
    in_code = {said for said in SAID if RULE.fullmatch(said)}
    in_tables = {row["rule"] for row in words.rows("statuses")}
    assert in_code - CUES | in_tables == RULES


def test_a_rule_for_roles_that_the_code_names_is_in_the_table_of_cues() -> None:
    named = {said for said in SAID if said.startswith("role:") and RULE.fullmatch(said)}
    assert named - RULES <= CUES


def test_no_article_is_read_by_a_rule_that_no_table_has() -> None:
    texts = [path.read_text("utf-8") for path in ARTICLES]
    followed = {one.rule for text in texts for one in read(Article(text, "", "")).proposals}
    assert followed
    assert followed <= RULES | CUES


def test_each_rule_says_what_it_reads() -> None:
    assert [row["rule"] for row in words.rows("rules") if not row["reads"]] == []


def test_each_list_of_phrases_is_described_and_used() -> None:
    described = {row["list"] for row in words.rows("phrase_lists")}
    assert {row["list"] for row in words.rows("phrases")} == described
    assert described <= SAID


def test_each_phrase_is_a_regular_expression_and_stands_once() -> None:
    for name in {row["list"] for row in words.rows("phrases")}:
        phrases = words.phrases(name)
        assert len(phrases) == len(set(phrases)), name
        re.compile(words.either(name))


def test_a_body_with_a_word_for_an_office_in_its_name_is_an_organiser() -> None:
    text = (
        "Hanoi Book Forum\n\nThe Hanoi Book Forum was held on 3 May 2024 in Hanoi, Vietnam. It was organised by the "
        "Central Academic Library and the Producer Foundation.\n"
    )
    organisers = [one.value for one in read(Article(text, "", "")).proposals if one.role == "organiser"]
    assert organisers == ["Central Academic Library", "Producer Foundation"]
