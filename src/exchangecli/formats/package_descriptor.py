"""What ``datapackage.json`` says (Data Package v2): the dataset, its resources, their columns, keys and words."""

import string
from collections.abc import Mapping
from typing import Any

from exchangecli.model import records, types, vocabularies
from exchangecli.model.fields import Field, Kind
from exchangecli.model.types import Record

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
EDTF_PATTERN = r"(\.\.|[0-9]{2}[0-9X]{2}(-[0-9X]{2}){0,2}[?~%]?)"
"""A wide net for EDTF dates; what is in it is read by ``model.dates``."""
STATED = "exchange"
"""A property of our own, as the standard allows: which state of the dataset the package holds, and what wrote it."""
LICENCE_SIGNS = frozenset(string.ascii_letters + string.digits + "-._")


def file_name(kind: Kind) -> str:
    """The file a kind is written to."""
    return f"{kind.plural}.csv"


def descriptor(dataset: Record, resources: list[dict[str, Any]], stated: Mapping[str, Any]) -> dict[str, Any]:
    """The whole of it.

    Args:
        dataset: what the dataset says of itself.
        resources: as ``resource`` describes each.
        stated: which state of the dataset this is.
    """
    described = {
        "$schema": PROFILE,
        "name": "exchange-dataset",
        "title": dataset.get("title"),
        "description": dataset.get("description"),
        "version": dataset.get("version"),
        "homepage": dataset.get("url"),
        "licenses": _licences(dataset),
        "contributors": _contributors(dataset) or None,
        STATED: dict(stated),
        "resources": resources,
    }
    return {name: value for name, value in described.items() if value is not None}


def _licences(dataset: Record) -> list[dict[str, str]] | None:
    """The licence: its ``name`` may hold but ASCII letters, digits and ``-._``, so that its words are its ``title``."""
    licence = dataset.get("licence")
    if not licence:
        return None
    name = "".join(sign if sign in LICENCE_SIGNS else " " for sign in licence)
    named = {"name": "-".join(name.split()) or "other"}
    return [named if named["name"] == licence else named | {"title": licence}]


def _contributors(dataset: Record) -> list[dict[str, Any]]:
    authors = [{"title": author, "roles": ["author"]} for author in dataset.get("authors") or []]
    publisher = dataset.get("publisher")
    return authors + ([{"title": publisher, "roles": ["publisher"]}] if publisher else [])


def resource(kind: Kind, size: int, digest: str) -> dict[str, Any]:
    """One file: its bytes, its sha256, and the schema of its columns."""
    return {
        "name": kind.plural.replace("_", "-"),
        "type": "table",
        "path": file_name(kind),
        "description": kind.help,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": size,
        "hash": f"sha256:{digest}",
        "schema": _schema(kind),
    }


def _schema(kind: Kind) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "fieldsMatch": "equal",
        "fields": [_field(field) for field in kind.fields],
        "missingValues": [""],
        "primaryKey": ["id"],
    }
    keys = [_foreign_key(kind, field) for field in kind.fields if _is_foreign_key(field)]
    return schema | ({"foreignKeys": keys} if keys else {})


def _field(field: Field) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if field.required or field.name == "id" else {}
    described: dict[str, Any] = {
        "name": field.name,
        "title": field.heading,
        "type": field.type.schema,
        "description": field.help,
    }
    if field.name == "id":
        constraints["unique"] = True
    if field.type is types.CODE:
        terms = vocabularies.vocabulary(field.of).terms.values()
        described["categories"] = [{"value": term.code, "label": term.label} for term in terms]
        constraints["enum"] = [term.code for term in terms]
    if field.type in (types.DATE, types.END_DATE):
        described["rdfType"] = "http://id.loc.gov/datatypes/edtf"
        constraints["pattern"] = EDTF_PATTERN
    return described | ({"constraints": constraints} if constraints else {})


def _is_foreign_key(field: Field) -> bool:
    """A reference to records of one kind, that can hold nothing else."""
    return field.type is types.REFERENCE and len(field.kinds) == 1


def _foreign_key(kind: Kind, field: Field) -> dict[str, Any]:
    target = records.KINDS[field.kinds[0]]
    resource = {} if target is kind else {"resource": target.plural}
    return {"fields": [field.name], "reference": {**resource, "fields": ["id"]}}
