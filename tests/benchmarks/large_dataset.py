"""Makes a large dataset to measure on.

Events with programmes (ten to a family), names in three scripts, a fifth as many participants and three roles each; of
every fourth who took part, of every tenth a session and three claims, of which one in a hundred disagrees; some are
parts of others, some stand under a second programme; a fifth has a year for a date, another fifth lasts several days,
and of one in a thousand no end is known.

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
TAKING_PART = ("ASEAN", "KR", "VN", "FR", "ASEM", "KH", "JP", "EU", "TH", "DE")
STATUSES = ("held",) * 17 + ("announced", "postponed", "cancelled")
SESSIONS = ("Cultural Literacy", "Opening Concert", "문화정책", "Di sản số", "Young Curators", "Mobility of Artists")
ROLES = ("organiser", "performer", "speaker", "co_organiser", "partner", "sponsor")
PROGRAMMES = 1000
FAMILY = 10
"""Programmes, of which the first is the parent of the others."""


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
            rows.insert(store, records.SESSION, _sessions(chance, events))
            rows.insert(store, records.SOURCE, _sources(chance, max(1, events // 100)))
            rows.insert(store, records.CLAIM, _claims(chance, events))


def _programmes(chance: random.Random) -> Iterator[Record]:
    for number in range(PROGRAMMES):
        name = f"{chance.choice(SUBJECTS)} {chance.choice(SUBJECTS)} Exchange {number}"
        parent = number - number % FAMILY
        yield {
            "id": f"programme-{number}",
            "name": name,
            "kind": "series" if number % FAMILY else "initiative",
            "parent": f"programme-{parent}" if number % FAMILY else None,
        }


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
        month, day = chance.randint(1, 12), chance.randint(1, 25)
        precise = f"{year}-{month:02}-{day:02}"
        yield {
            "id": f"event-{number}",
            "title": f"{year} {city} {chance.choice(SUBJECTS)} {chance.choice(SUBJECTS)} {form}",
            "programme": f"programme-{chance.randrange(PROGRAMMES)}",
            "also_under": [f"programme-{chance.randrange(PROGRAMMES)}"] if number % 50 == 0 else None,
            "part_of": f"event-{number - number % 25}" if number % 25 == 1 else None,
            "edition": chance.randint(1, 30),
            "kind": kind,
            "disciplines": ["music"] if number % 3 == 0 else None,
            "status": chance.choice(STATUSES),
            "start": precise if number % 5 else str(year),
            "end": ".." if number % 1000 == 7 else f"{year}-{month:02}-{day + 3:02}" if number % 5 == 1 else None,
            "venue": f"{city} {chance.choice(SUBJECTS)} Hall",
            "city": city,
            "country": country,
            "attendance": chance.randint(20, 20000),
            "taking_part": chance.sample(TAKING_PART, chance.randint(1, 3)) if number % 4 == 0 else None,
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


def _sessions(chance: random.Random, events: int) -> Iterator[Record]:
    for number in range(0, events, 10):
        title = f"{chance.choice(SESSIONS)}: {chance.choice(SUBJECTS)}"
        yield {"id": f"session-{number}", "event": f"event-{number}", "title": title, "position": 1}


def _sources(chance: random.Random, sources: int) -> Iterator[Record]:
    for number in range(sources):
        _, city = chance.choice(PLACES)
        title = f"{city} hosts {chance.choice(SUBJECTS)}, {number}"
        yield {
            "id": f"source-{number}",
            "title": title,
            "kind": "article",
            "published": str(chance.randint(1990, 2025)),
        }


def _claims(chance: random.Random, events: int) -> Iterator[Record]:
    sources = max(1, events // 100)
    for number in range(0, events, 10):
        places = ["Seoul", "Seoul", "Hanoi" if number % 1000 == 0 else "Seoul"]
        for which, city in enumerate(places):
            yield {
                "id": f"claim-{number}-{which}",
                "record": f"event-{number}",
                "field": "city",
                "value": city,
                "source": f"source-{chance.randrange(sources)}",
                "rank": "normal",
            }


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]))
