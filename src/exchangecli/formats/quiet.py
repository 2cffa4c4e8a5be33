"""Other people's libraries, kept from speaking where only this program's own sentences are to be read."""

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def quietly(*loggers: str) -> Iterator[None]:
    """Keep what libraries log and warn of to themselves, while they read a file that is anything but perfect.

    Args:
        loggers: the names of the loggers they write to.
    """
    held = [(logger, logger.propagate, logging.NullHandler()) for logger in map(logging.getLogger, loggers)]
    for logger, _, handler in held:
        logger.addHandler(handler)
        logger.propagate = False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        for logger, propagated, handler in held:
            logger.removeHandler(handler)
            logger.propagate = propagated
