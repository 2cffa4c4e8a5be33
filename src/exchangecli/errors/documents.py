"""What can go wrong with a record that is opened in an editor."""

from exchangecli.errors.base import ExchangeError, UsageError


class OneAtATime(UsageError):
    """A query that finds several records, and nothing to set in them."""

    def __init__(self, number: int, kinds: str) -> None:
        super().__init__(
            f"this finds {number} {kinds}, and an editor opens one record at a time; give the id of one",
            hint="to change all of them, say what to set: field=value, field+=value, field-=value or field!",
        )


class NoEditor(ExchangeError):
    """No editor is named, and none of the usual ones is there."""

    def __init__(self) -> None:
        super().__init__(
            "there is no editor to open the record in; nothing was changed",
            hint="name one in $EDITOR, such as EDITOR=nano, or say what to set: field=value",
        )


class EditorFailed(ExchangeError):
    """The editor could not be run, or said that something went wrong."""

    def __init__(self, editor: str, why: str) -> None:
        super().__init__(
            f'the editor "{editor}" {why}; nothing was changed', hint="$VISUAL, or else $EDITOR, says which is opened"
        )


class UnreadableDocument(ExchangeError):
    """A text that came back from the editor and is no TOML."""

    def __init__(self, why: str, line: str = "") -> None:
        where = f"this line cannot be read ({why}): {line}" if line else f"the text cannot be read: {why}"
        super().__init__(
            where,
            hint='a field stands once, as city = "Busan", attendance = 3000 or languages = ["en", "ko"]',
        )
