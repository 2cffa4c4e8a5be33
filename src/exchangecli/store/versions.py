"""Which version of the file format this program reads and writes, and what marks a file as one of ours."""

VERSION = 4
"""The number of migrations in ``store/migrations.py``; in the file it is ``PRAGMA user_version``."""

APPLICATION_ID = 0x45584348
"""``EXCH`` in ASCII: ``PRAGMA application_id`` of every dataset, which the ``file`` command shows too."""
