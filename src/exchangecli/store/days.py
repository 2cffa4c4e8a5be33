"""The earliest and latest day of a partial date, in plain SQL, so that a generated column keeps them true.

The definition is that of ``model.dates`` (a test holds the two together on generated dates): unspecified digits and
missing components take their lowest or highest value, winter runs from December into the February after, ``?``, ``~``
and ``%`` do not widen, and an open end is the last day there is.

These texts stand in the tables of every dataset made: to change one is a migration.
"""

LAST_DAY = "9999-12-31"


def earliest(column: str) -> str:
    """SQL for the first day that a date in ``column`` may mean; NULL for none."""
    year = f"replace(substr({column}, 1, 4), 'X', '0')"
    month = f"substr({column}, 1, 7)"
    return f"""CASE length(rtrim({column}, '?~%'))
      WHEN 10 THEN CASE
        WHEN substr({column}, 6, 2) = 'XX' THEN {year} || '-01-01'
        WHEN substr({column}, 9, 2) = 'XX' THEN {month} || '-01'
        ELSE substr({column}, 1, 10) END
      WHEN 7 THEN CASE substr({column}, 6, 2)
        WHEN 'XX' THEN {year} || '-01-01'
        WHEN '21' THEN {year} || '-03-01'
        WHEN '22' THEN {year} || '-06-01'
        WHEN '23' THEN {year} || '-09-01'
        WHEN '24' THEN {year} || '-12-01'
        ELSE {month} || '-01' END
      WHEN 4 THEN {year} || '-01-01' END"""


def latest(column: str) -> str:
    """SQL for the last day that a date in ``column`` may mean; NULL for none."""
    year = f"replace(substr({column}, 1, 4), 'X', '9')"
    # December apart, since SQLite knows no day after the last of 9999.
    month_end = f"""CASE substr({column}, 6, 2) WHEN '12' THEN {year} || '-12-31'
        ELSE date(substr({column}, 1, 7) || '-01', '+1 month', '-1 day') END"""
    return f"""CASE length(rtrim({column}, '?~%'))
      WHEN 10 THEN CASE
        WHEN substr({column}, 6, 2) = 'XX' THEN {year} || '-12-31'
        WHEN substr({column}, 9, 2) = 'XX' THEN {month_end}
        ELSE substr({column}, 1, 10) END
      WHEN 7 THEN CASE substr({column}, 6, 2)
        WHEN 'XX' THEN {year} || '-12-31'
        WHEN '21' THEN {year} || '-05-31'
        WHEN '22' THEN {year} || '-08-31'
        WHEN '23' THEN {year} || '-11-30'
        WHEN '24' THEN date({year} || '-12-01', '+3 months', '-1 day')
        ELSE {month_end} END
      WHEN 4 THEN {year} || '-12-31'
      WHEN 2 THEN '{LAST_DAY}' END"""


def span() -> str:
    """The generated columns of a table with ``start`` and ``end``: between which days it began, and ended.

    A record certainly overlaps a range of days A to B where ``start_latest <= B and end_earliest >= A``; it may overlap
    where ``start_earliest <= B and end_latest >= A``. What ended began no later than it ended, whatever its start says.
    """
    return f"""start_earliest TEXT AS ({earliest("start")}) VIRTUAL,
    start_latest TEXT AS (CASE WHEN "end" IS NULL THEN {latest("start")}
      ELSE min(coalesce({latest("start")}, '{LAST_DAY}'), {latest('"end"')}) END) VIRTUAL,
    end_earliest TEXT AS (CASE WHEN "end" IS NULL THEN start_earliest WHEN "end" = '..' THEN '{LAST_DAY}'
      ELSE max({earliest('"end"')}, coalesce(start_earliest, '')) END) VIRTUAL,
    end_latest TEXT AS (CASE WHEN "end" IS NULL THEN start_latest ELSE {latest('"end"')} END) VIRTUAL"""


LASTING = "coalesce(start_earliest, '') < substr(end_latest, 1, 4)"
"""That an event went on into a later year than that in which it began, or nobody knows when it began."""
