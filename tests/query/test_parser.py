"""The grammar of queries, and where it says that one cannot be read."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchangecli import errors
from exchangecli.query.parser import DEEPEST, LONGEST, MOST, joined, parse
from exchangecli.query.syntax import And, Node, Not, Or, Term, Words, fields


def word(text: str, position: int = 0) -> Words:
    return Words(text, phrase=False, position=position)


def phrase(text: str, position: int = 0) -> Words:
    return Words(text, phrase=True, position=position)


def term(field: str, *values: str, at: int = 0, places: tuple[int, ...] = ()) -> Term:
    """A term at a place; of its values without places the first follows the colon, and there is no other."""
    return Term(field, values, at, places or (len(field) + 1 + at,))


TREES: list[tuple[str, Node]] = [
    ("", And(())),
    ("  \t\n", And(())),
    ("concert", word("concert")),
    (" concert ", word("concert", 1)),
    ("music concert", And((word("music"), word("concert", 6)))),
    ('"music concert"', phrase("music concert")),
    ('""', phrase("")),
    ("asean-korea", word("asean-korea")),
    ("Girls’", word("Girls’")),
    ("문화", word("문화")),
    ("14:00", word("14:00")),
    ("국가:VN", term("국가", "VN")),
    ("국가：VN", term("국가", "VN")),
    (unicodedata.normalize("NFD", "đất:VN"), term("đất", "VN", at=0, places=(6,))),
    ("देश:VN", term("देश", "VN")),
    ("re/imagining:art", term("re/imagining", "art")),
    ("“music concert”", phrase("music concert")),
    ("city:«Ho Chi Minh City»,Seoul", term("city", "Ho Chi Minh City", "Seoul", places=(5, 24))),
    ("a,b", word("a,b")),
    ("country:VN", term("country", "VN")),
    ("Country:VN", term("country", "VN")),
    ("part-of:x", term("part_of", "x")),
    ("country:VN,KR", term("country", "VN", "KR", places=(8, 11))),
    ('country:"Viet Nam",KR', term("country", "Viet Nam", "KR", places=(8, 19))),
    ('title:""', term("title", "")),
    ("start_time:14:00", term("start_time", "14:00")),
    ("date:2024..2025", term("date", "2024..2025")),
    ("date:-3w..", term("date", "-3w..")),
    ("attendance:>1000", term("attendance", ">1000")),
    ("url:https://example.org/?a=b", term("url", "https://example.org/?a=b")),
    ("country:VN\u00a0year:2025", And((term("country", "VN"), term("year", "2025", at=11)))),
    ("not concert", Not(word("concert", 4))),
    ("NOT concert", Not(word("concert", 4))),
    ("-concert", Not(word("concert", 1))),
    ("-7th", Not(word("7th", 1))),
    ('-"music concert"', Not(phrase("music concert", 1))),
    ("-country:VN", Not(term("country", "VN", at=1))),
    ("-(a b)", Not(And((word("a", 2), word("b", 4))))),
    ("--a", Not(Not(word("a", 2)))),
    ("not -a", Not(Not(word("a", 5)))),
    ("-", word("-")),
    ("a - b", And((word("a"), word("-", 2), word("b", 4)))),
    ("a or b", Or((word("a"), word("b", 5)))),
    ("a OR b or c", Or((word("a"), word("b", 5), word("c", 10)))),
    ("a b or c", Or((And((word("a"), word("b", 2))), word("c", 7)))),
    ("a not b or c", Or((And((word("a"), Not(word("b", 6)))), word("c", 11)))),
    ("a (b or c)", And((word("a"), Or((word("b", 3), word("c", 8)))))),
    ("((a))", word("a", 2)),
    ("(country:VN)", term("country", "VN", at=1)),
    ('"or" "not"', And((phrase("or"), phrase("not", 5)))),
    ("oregon nothing", And((word("oregon"), word("nothing", 7)))),
]


@pytest.mark.parametrize(("text", "tree"), TREES, ids=[repr(text) for text, _ in TREES])
def test_trees(text: str, tree: Node) -> None:
    assert parse(text) == tree


PROBLEMS = [
    ('"music', 0, "this quotation mark has no partner"),
    ('music "', 6, "this quotation mark has no partner"),
    ("(a", 0, "this parenthesis is not closed"),
    ("a (b (c)", 2, "this parenthesis is not closed"),
    ("a)", 1, "this parenthesis closes none"),
    (")", 0, "a word, a field:value or a parenthesis is missing here"),
    ("()", 1, "a word, a field:value or a parenthesis is missing here"),
    ("not", 3, "a word, a field:value or a parenthesis is missing here"),
    ("a or", 4, "a word, a field:value or a parenthesis is missing here"),
    ("or a", 0, "a word, a field:value or a parenthesis is missing here"),
    ("a or or b", 5, "a word, a field:value or a parenthesis is missing here"),
    ("(not)", 4, "a word, a field:value or a parenthesis is missing here"),
    ("-(", 2, "a word, a field:value or a parenthesis is missing here"),
    ("country:", 8, '"country:" wants a value here'),
    ("country: VN", 8, '"country:" wants a value here'),
    ("country:,VN", 8, '"country:" wants a value here'),
    ("country:VN,", 11, "another value is missing here, right after the comma"),
    ("country:VN, KR", 11, "another value is missing here, right after the comma"),
    ("country:VN,,KR", 11, "another value is missing here, right after the comma"),
    ("(country:)", 9, '"country:" wants a value here'),
    ("Workshop: Enhancing", 9, '"Workshop:" wants a value here'),
    ('country:"Viet Nam"KR', 18, "a space or a comma is missing here"),
    ("country:VN(a)", 10, "a space or a comma is missing here"),
    ('country:"Viet Nam', 8, "this quotation mark has no partner"),
    ("city:“Ho Chi Minh", 5, "this quotation mark has no partner"),
    ("country :VN", 8, "a colon stands right after the name of its field"),
    ("country ： VN", 8, "a colon stands right after the name of its field"),
    ("caf\udce9", 3, "this is no character"),
    ("title:\ud800", 6, "this is no character"),
]


@pytest.mark.parametrize(("text", "position", "problem"), PROBLEMS, ids=[ascii(text) for text, *_ in PROBLEMS])
def test_what_cannot_be_read(text: str, position: int, problem: str) -> None:
    with pytest.raises(errors.QueryProblem) as raised:
        parse(text)
    sentence, shown, mark = raised.value.sentence.split("\n")
    assert problem in sentence
    assert len(shown) == len(text) + 2
    assert mark == " " * (position + 2) + "^"
    assert raised.value.exit_code == 2


@pytest.mark.parametrize(
    ("text", "column"),
    [("한국 문화 (예술", 10), ("Hu\u1ebf (x", 4), (unicodedata.normalize("NFD", "Hu\u1ebf (x"), 4), ("a\x1b (x", 3)],
    ids=ascii,
)
def test_the_place_is_marked_under_what_a_terminal_shows(text: str, column: int) -> None:
    """Hangul is two columns wide, a mark on a letter takes none, a control character is shown as one sign."""
    with pytest.raises(errors.QueryProblem) as raised:
        parse(text)
    *_, shown, mark = raised.value.sentence.split("\n")
    assert mark.index("^") == column + 2
    assert "\x1b" not in shown


@pytest.mark.parametrize(
    "text",
    ["(" * DEEPEST + "a" + ")" * DEEPEST, "not " * DEEPEST + "a", "-" * DEEPEST + "a", "a " * MOST, "x" * LONGEST],
    ids=["parentheses", "not", "minus", "words", "characters"],
)
def test_as_much_as_is_read(text: str) -> None:
    assert parse(text) != And(())


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("(" * (DEEPEST + 1) + "a" + ")" * (DEEPEST + 1), "within each other"),
        ("not " * (DEEPEST + 1) + "a", "within each other"),
        ("a " * (MOST + 1), "words and values"),
        ("id:" + ",".join("a" * (MOST + 1)), "words and values"),
        ("x" * (LONGEST + 1), f"{LONGEST} are the most"),
    ],
    ids=["parentheses", "not", "words", "values", "characters"],
)
def test_more_than_is_read(text: str, problem: str) -> None:
    with pytest.raises(errors.QueryProblem, match=problem):
        parse(text)


def test_parentheses_beside_each_other_are_not_deep() -> None:
    assert parse("(a) " * (DEEPEST + 5)) == And(tuple(word("a", 4 * n + 1) for n in range(DEEPEST + 5)))


def test_the_words_of_a_command_line_are_one_query() -> None:
    assert joined(["concert", 'city:"Ha Noi"', "not", "year:2025"]) == 'concert city:"Ha Noi" not year:2025'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", set()),
        ("concert", set()),
        ("country:VN not (year:2025 or -Part-Of:x) country:KR", {"country", "year", "part_of"}),
    ],
)
def test_fields_a_query_names(text: str, expected: set[str]) -> None:
    assert fields(parse(text)) == expected


# --- laws -------------------------------------------------------------------------------------------------------

SIMPLE = st.one_of(
    st.from_regex(r"[a-z]{1,8}", fullmatch=True).filter(lambda text: text not in ("or", "not")),
    st.from_regex(r'"[^"“”„‟＂«»]{0,8}"', fullmatch=True).filter(str.isprintable),
    st.from_regex(r"[a-z][a-z_]{0,5}:[a-z0-9.]{1,5}(,[a-z0-9]{1,3}){0,2}", fullmatch=True),
)


def spelled(node: Node) -> str:
    """A query that reads as this tree."""
    match node:
        case Words():
            return f'"{node.text}"' if node.phrase else node.text
        case Term():
            return f"{node.field}:{','.join(node.values)}"
        case Not():
            return f"not ({spelled(node.node)})"
        case And():
            return " ".join(f"({spelled(one)})" for one in node.nodes)
        case Or():
            return " or ".join(f"({spelled(one)})" for one in node.nodes)


def shape(node: Node) -> object:
    """A tree without the places in its text."""
    match node:
        case Words():
            return node.text, node.phrase
        case Term():
            return node.field, node.values
        case Not():
            return "not", shape(node.node)
        case And() | Or():
            return type(node).__name__, tuple(map(shape, node.nodes))


@given(st.lists(st.tuples(st.sampled_from(["", "not ", "-", "or "]), SIMPLE), min_size=1, max_size=8))
def test_a_tree_spelled_out_reads_as_itself(parts: list[tuple[str, str]]) -> None:
    text = " ".join(before + simple for before, simple in parts).removeprefix("or ")
    tree = parse(text)
    assert shape(parse(spelled(tree))) == shape(tree)


def read_or_refused(text: str) -> Node | errors.QueryProblem:
    try:
        return parse(text)
    except errors.QueryProblem as problem:
        return problem


@given(st.text(st.one_of(st.characters(), st.sampled_from('()":,- \t')), max_size=60))
def test_any_text_is_read_or_refused_with_its_place(text: str) -> None:
    assert isinstance(read_or_refused(text), And | Or | Not | Term | Words | errors.QueryProblem)


def leaves(node: Node) -> str:
    """The texts that a tree holds, one after the other."""
    match node:
        case Words():
            return node.text
        case Term():
            return node.field + "".join(node.values)
        case Not():
            return leaves(node.node)
        case And() | Or():
            return "".join(map(leaves, node.nodes))


@given(st.text(st.sampled_from('ab()":,- '), max_size=30))
def test_no_letter_is_passed_over(text: str) -> None:
    try:
        tree = parse(text)
    except errors.QueryProblem:
        return
    assert "".join(filter(str.isalpha, leaves(tree))) == "".join(filter(str.isalpha, text))
