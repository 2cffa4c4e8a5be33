"""What a Data Package says of the state it holds, so that a figure can be made again a year later."""

import json
from typing import Any

import exchangecli
from exchangecli.store import releases
from exchangecli.store.opening import Store


def stated(store: Store) -> dict[str, Any]:
    """The release where the state has a name, the number of its operation, and the version of this program.

    A dataset that was taken in from a package, and not changed since, says what that package said, word for word.
    """
    where = releases.state(store)
    release = releases.of_state(store, where)
    kept = None if where.is_changed_outside or release else releases.remembered(store, where.operation)
    if kept is not None:
        said: dict[str, Any] = json.loads(kept)
        return said
    named = {"release": release.name} if release else {}
    outside = {"changed_outside": True} if where.is_changed_outside else {}
    return {**named, "operation": where.operation, "program": f"exchange {exchangecli.__version__}", **outside}


def remember(store: Store, operation: int, said: dict[str, Any] | None) -> None:
    """Keep what a package that is being taken in says of its state; one of an older version says nothing."""
    if said is not None:
        releases.remember(store, operation, json.dumps(said, ensure_ascii=False))
