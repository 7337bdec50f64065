"""The register of permissions: which roles may do which act. Each app's `access.py` adds its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

SYSTEM = "system"
"""Role of the named system actors (worker, loader, installer)."""
SELF = "self"
"""Role of a person acting for self: the asesi or holder. The door also asks for ownership."""
GUEST = "guest"
"""Role of somebody without an account, on the few public doors."""

_PERMISSIONS: dict[str, frozenset[str]] = {}


def register_access(permissions: Mapping[str, Iterable[str]]) -> None:
    """Add `permission: roles`. Raises ValueError when a permission is given twice."""
    for permission, roles in permissions.items():
        given = frozenset(roles)
        if _PERMISSIONS.get(permission, given) != given:
            raise ValueError(f"permission {permission} is given twice")
        _PERMISSIONS[permission] = given


def roles_for(permission: str) -> frozenset[str]:
    """Raises KeyError for a permission no app declares."""
    return _PERMISSIONS[permission]


def permissions() -> Mapping[str, frozenset[str]]:
    return _PERMISSIONS


register_access({"ledger.close_alarm": {"quality_manager"}})
