"""The syntax tree of a query: frozen, and silent about what a field is or how it is answered."""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Words:
    """Words to be found in the full text; a phrase is found as it stands."""

    text: str
    phrase: bool
    position: int

    @property
    def typed(self) -> str:
        """As ``folding.search_query`` takes them."""
        return f'"{self.text}"' if self.phrase else self.text


@dataclass(frozen=True, slots=True)
class Term:
    """``field:value`` or ``field:a,b`` (any of them).

    Attributes:
        field: as written, in lower case, with ``_`` for ``-``.
        values: as written, without their quotation marks.
        position: where the term begins in the query.
        positions: where each of its values does.
        option: the option it was given by, such as ``--participant``; empty: it stands in the query.
    """

    field: str
    values: tuple[str, ...]
    position: int = 0
    positions: tuple[int, ...] = ()
    option: str = ""


@dataclass(frozen=True, slots=True)
class Not:
    """What the node does not find."""

    node: "Node"


@dataclass(frozen=True, slots=True)
class And:
    """What all nodes find; with no nodes, everything."""

    nodes: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class Or:
    """What any of the nodes finds."""

    nodes: "tuple[Node, ...]"


Node: TypeAlias = Words | Term | Not | And | Or


def fields(node: Node) -> set[str]:
    """The fields a query names."""
    match node:
        case Words():
            return set()
        case Term():
            return {node.field}
        case Not():
            return fields(node.node)
        case And() | Or():
            return set().union(*map(fields, node.nodes))


def sought(node: Node) -> list[Words]:
    """The words that a query looks for, in their order; not those it wants left out."""
    match node:
        case Words():
            return [node]
        case And() | Or():
            return [words for one in node.nodes for words in sought(one)]
        case _:
            return []
