import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchangecli.formats import toml_values
from exchangecli.model.types import Value


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Busan", '"Busan"'),
        ("Đức Phúc, 부산", '"Đức Phúc, 부산"'),
        ('the "Sixth" Forum', "'the \"Sixth\" Forum'"),
        ("""Ministers' "retreat\"""", '"Ministers\' \\"retreat\\""'),
        ("C:\\old", "'C:\\old'"),
        ("a\tb\rc\x1b", '"a\\tb\\rc\\u001B"'),
        ("right\u202eto left\u2028\u00a0\U000e0001", '"right\\u202Eto left\\u2028\\u00A0\\U000E0001"'),
        ('first\nsecond "quoted" \\', '"""\nfirst\nsecond "quoted" \\\\"""'),
        ('\n""""\n"', '"""\n\n\\"\\"\\"\\"\n\\""""'),
        (["music", 'a "b"'], '["music", \'a "b"\']'),
        ([], "[]"),
        (3000, "3000"),
        (106.6297, "106.6297"),
        (True, "true"),
    ],
)
def test_a_value_in_toml(value: Value, expected: str) -> None:
    assert toml_values.written(value) == expected
    assert tomllib.loads(f"it = {expected}") == {"it": value}


AWKWARD = st.text(
    st.sampled_from("\"\"\"'''\\\\\n\n\r\t #=[]{}abu0한글Huế\x00\x1b\x7f\u2028\u202e\ufeff\u00a0\U0001f3b5")
)


@given(AWKWARD | st.text() | st.lists(AWKWARD) | st.integers() | st.floats(allow_nan=False) | st.booleans())
def test_what_is_written_is_read_again(value: Value) -> None:
    read = tomllib.loads(f"it = {toml_values.written(value)}\nnext = 1")
    assert read == {"it": value, "next": 1}
    assert type(read["it"]) is type(value)
