"""Makes a large dataset to measure on: events with programmes, names in three scripts, participants, three roles each.

Run as ``python tests/benchmarks/large_dataset.py FILE EVENTS``; the same numbers always make the same records.
"""

import random
import sys
from collections.abc import Iterator
from pathlib import Path

from exchangecli.curate import beginning
from exchangecli.model import records
from exchangecli.model.types import Record
from exchangecli.store import opening, rows
from exchangecli.store.operations import Command, operation

PLACES = (
    ("VN", "Hà Nội"), ("VN", "Ho Chi Minh City"), ("KR", "서울"), ("KR", "Gwangju"), ("SG", "Singapore"),
    ("ID", "Jakarta"), ("FR", "Paris"), ("DE", "Berlin"), ("PL", "Poznań"), ("JP", "東京"), ("BG", "Sofia"),
    ("MY", "Kuala Lumpur"), ("TH", "Bangkok"), ("PH", "Manila"), ("LA", "Vientiane"), ("NL", "Rotterdam"),
)  # fmt: skip
SUBJECTS = (
    "Music", "Dance", "Heritage", "Film", "한국문화", "Nghệ thuật", "Literature", "Design", "전통음악", "Theatre",
    "Múa rối", "Photography", "Cultural Policy", "국악", "Crafts", "Digital Arts", "Museums", "Youth Orchestra",
    "Văn hoá", "Poetry",
)  # fmt: skip
FORMS = (
    ("Concert", "concert"), ("Forum", "forum_conference"), ("Festival", "festival"), ("Workshop", "workshop"),
    ("Exhibition", "exhibition"), ("Residency", "residency"), ("공연", "performance"), ("Hội thảo", "expert_meeting"),
)  # fmt: skip
ROLES = ("organiser", "performer", "speaker", "co_organiser", "partner", "sponsor")
PROGRAMMES = 1000


def make(path: Path, events: int, seed: int = 1) -> None:
    """Make a dataset of so many events; a fifth as many participants, three roles an event."""
    chance = random.Random(seed)
    participants = max(10, events // 5)
    command = Command("make a large dataset", "benchmark")
    with opening.created(path) as store:
        beginning.begin(store, command)
        with operation(store, command):
            rows.insert(store, records.PROGRAMME, _programmes(chance))
            rows.insert(store, records.PARTICIPANT, _participants(chance, participants))
            rows.insert(store, records.EVENT, _events(chance, events))
            rows.insert(store, records.ROLE, _roles(chance, events, participants))
        store.connection.execute("PRAGMA optimize")


def _programmes(chance: random.Random) -> Iterator[Record]:
    for number in range(PROGRAMMES):
        name = f"{chance.choice(SUBJECTS)} {chance.choice(SUBJECTS)} Exchange {number}"
        yield {"id": f"programme-{number}", "name": name, "kind": "series"}


def _participants(chance: random.Random, participants: int) -> Iterator[Record]:
    for number in range(participants):
        country, city = chance.choice(PLACES)
        name = f"{city} {chance.choice(SUBJECTS)} {number}"
        yield {"id": f"participant-{number}", "name": name, "kind": "ensemble", "country": country}


def _events(chance: random.Random, events: int) -> Iterator[Record]:
    for number in range(events):
        country, city = chance.choice(PLACES)
        form, kind = chance.choice(FORMS)
        year = chance.randint(1990, 2025)
        precise = f"{year}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        yield {
            "id": f"event-{number}",
            "title": f"{year} {city} {chance.choice(SUBJECTS)} {chance.choice(SUBJECTS)} {form}",
            "programme": f"programme-{chance.randrange(PROGRAMMES)}",
            "edition": chance.randint(1, 30),
            "kind": kind,
            "disciplines": ["music"] if number % 3 == 0 else None,
            "status": "held",
            "start": precise if number % 5 else str(year),
            "venue": f"{city} {chance.choice(SUBJECTS)} Hall",
            "city": city,
            "country": country,
            "attendance": chance.randint(20, 20000),
        }


def _roles(chance: random.Random, events: int, participants: int) -> Iterator[Record]:
    for number in range(3 * events):
        yield {
            "id": f"role-{number}",
            "participant": f"participant-{chance.randrange(participants)}",
            "event": f"event-{number // 3}",
            "role": ROLES[number % 3 if chance.random() < 0.8 else 3 + number % 3],
            "position": number % 3 + 1,
        }


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]))
