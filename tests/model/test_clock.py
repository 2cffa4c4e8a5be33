from datetime import UTC, datetime, timedelta, timezone

import pytest

from exchangecli.model import clock


def test_a_moment_is_kept_in_utc_to_the_second() -> None:
    seoul = timezone(timedelta(hours=9))
    assert clock.stamp(datetime(2025, 11, 20, 23, 30, 15, 999, seoul)) == "2025-11-20T14:30:15Z"
    assert clock.local("2025-11-20T14:30:15Z") == datetime(2025, 11, 20, 14, 30, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "days", "moment"),
    [
        ("2025-11-20", 0, "2025-11-20T00:00:00Z"),
        ("2025-12-31", 1, "2026-01-01T00:00:00Z"),
        ("9999-12-31", 1, "9999-12-31"),
    ],
)
def test_when_a_day_begins(day: str, days: int, moment: str) -> None:
    assert clock.midnight(day, days) == moment


def test_now_is_now_and_today_is_its_day() -> None:
    before = datetime.now(UTC)
    assert before <= clock.now() <= datetime.now(UTC)
    assert clock.today() in (before.astimezone().date(), datetime.now(UTC).astimezone().date())
