"""Signature rows as the blocks that the templates print, each put where its role belongs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from jamstac.documents.catalogue import CATALOGUE, MEMBERS, ROLE_TITLES, Path
from jamstac.documents.models import Signature
from jamstac.documents.states import SheetCode
from jamstac.documents.writing import moment

Block = dict[str, Any]


def block_of(signature: Signature) -> Block:
    """One signature as a block of a record. Also what a new version's content carries of an earlier one."""
    return {
        "role": ROLE_TITLES.get(signature.role, signature.role),
        "name": signature.name,
        "number_label": signature.number_label or None,
        "number": signature.number or None,
        "at": moment(signature.signed_at, signature.body.zone),
        "digest": signature.digest,
        "method": signature.method,
        "person": str(signature.person_id),
    }


def place(record: dict[str, Any], code: SheetCode, signatures: Iterable[Signature]) -> None:
    """Fill the blocks of `record` with the signatures. A block's own role and number stay, where the signature
    says less. Raises KeyError for a role the sheet has no place for."""
    slots = CATALOGUE[code].slots
    for signature in signatures:
        path = slots[signature.role]
        if path == MEMBERS:
            members = record.setdefault("members", [])
            members[:] = _members(members, block_of(signature))
        else:
            _fill(record, path, block_of(signature))


def _fill(record: dict[str, Any], path: Path, block: Block) -> None:
    *parents, last = path
    for name in parents:
        record[name] = record.get(name) or {}
        record = record[name]
    record[last] = _merged(record.get(last), block)


def _members(members: list[Block], block: Block) -> list[Block]:
    """The members with the one who signed filled in; a signer nobody listed is added."""
    for index, member in enumerate(members):
        same = member["person"] == block["person"] if member.get("person") else member.get("name") == block["name"]
        if same:
            return [*members[:index], _merged(member, block), *members[index + 1 :]]
    return [*members, block]


def _merged(own: Block | None, block: Block) -> Block:
    own = own or {}
    said = {key: value for key, value in block.items() if value is not None}
    return {**block, **own, **said, "role": own.get("role") or block["role"]}
