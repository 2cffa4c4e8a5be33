"""``python -m exchangecli`` is ``exchange``."""

from exchangecli.cli.app import main

main()
