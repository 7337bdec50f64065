"""Constraints that are triggers, kept in the schema state so that no later migration drops them unseen.

`Guard`       refuses INSERT, UPDATE, DELETE (and TRUNCATE) outside an open act.
`AppendOnly`  refuses UPDATE, DELETE and TRUNCATE always, and INSERT outside an open act.
`Frozen`      refuses DELETE, and UPDATE of the columns named, always (HR-50's second wall).
`NoOverlap`   two rows of the same key cannot be in force on the same day.

On SQLite a constraint is part of CREATE TABLE, so the trigger goes to the editor's deferred SQL, which a
table rebuild runs again on the new table. On PostgreSQL it is created and dropped like an index.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any, cast

from django.db import models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.backends.ddl_references import Statement, Table

Editor = BaseDatabaseSchemaEditor

GUARD_FUNCTION = """
CREATE OR REPLACE FUNCTION jamstac_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF coalesce(current_setting('jamstac.act', true), '') = '' THEN
    RAISE EXCEPTION 'jamstac: % on % outside an act', TG_OP, TG_TABLE_NAME
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
"""
NEVER_FUNCTION = """
CREATE OR REPLACE FUNCTION jamstac_never() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'jamstac: % on % is never allowed', TG_OP, TG_TABLE_NAME
      USING ERRCODE = 'integrity_constraint_violation';
END $$;
"""


def _column(model: type[models.Model], name: str) -> str:
    return str(cast("models.Field[Any, Any]", model._meta.get_field(name)).column)


class TriggerConstraint(models.BaseConstraint, ABC):
    """Base: subclasses give the trigger bodies per engine as (suffix, SQL after CREATE TRIGGER name)."""

    @abstractmethod
    def sqlite_triggers(self, model: type[models.Model]) -> list[tuple[str, str]]: ...

    @abstractmethod
    def postgresql_triggers(self, model: type[models.Model]) -> list[tuple[str, str]]: ...

    def trigger_names(self, model: type[models.Model], vendor: str) -> list[str]:
        triggers = self.sqlite_triggers(model) if vendor == "sqlite" else self.postgresql_triggers(model)
        return [f"{self.name}_{suffix}" for suffix, _ in triggers]

    def _statements(self, model: type[models.Model], editor: Editor) -> list[Statement]:
        sqlite = editor.connection.vendor == "sqlite"
        triggers = self.sqlite_triggers(model) if sqlite else self.postgresql_triggers(model)
        table = Table(model._meta.db_table, editor.quote_name)
        return [
            Statement(f"CREATE TRIGGER {editor.quote_name(f'{self.name}_{suffix}')} {body}", table=table)
            for suffix, body in triggers
        ]

    def constraint_sql(self, model: type[models.Model] | None, schema_editor: Editor | None) -> str:
        assert model is not None
        assert schema_editor is not None
        if schema_editor.connection.vendor != "sqlite":
            schema_editor.deferred_sql.append(GUARD_FUNCTION)
            schema_editor.deferred_sql.append(NEVER_FUNCTION)
        schema_editor.deferred_sql.extend(self._statements(model, schema_editor))
        return ""

    def create_sql(self, model: type[models.Model] | None, schema_editor: Editor | None) -> Any:
        assert model is not None
        assert schema_editor is not None
        parts = [GUARD_FUNCTION, NEVER_FUNCTION, *map(str, self._statements(model, schema_editor))]
        return ";\n".join(part.strip().rstrip(";") for part in parts)

    def remove_sql(self, model: type[models.Model] | None, schema_editor: Editor | None) -> Any:
        assert model is not None
        assert schema_editor is not None
        quote = schema_editor.quote_name
        vendor = schema_editor.connection.vendor
        return ";\n".join(
            f"DROP TRIGGER {quote(name)} ON {quote(model._meta.db_table)}" for name in self.trigger_names(model, vendor)
        )

    def validate(self, *args: Any, **kwargs: Any) -> None:
        """The database holds it; there is nothing to ask of an instance in memory."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, TriggerConstraint) and self.deconstruct() == other.deconstruct()

    def __hash__(self) -> int:
        return hash(self.name)


_OUTSIDE = "WHEN jamstac_act_open() = 0 BEGIN SELECT RAISE(ABORT, 'jamstac: %s outside an act'); END"
_NEVER = "BEGIN SELECT RAISE(ABORT, 'jamstac: %s is never allowed'); END"


class Guard(TriggerConstraint):
    def sqlite_triggers(self, model: type[models.Model]) -> list[tuple[str, str]]:
        return [
            (op.lower(), f"BEFORE {op} ON %(table)s {_OUTSIDE}".replace("'jamstac: %s", f"'jamstac: {op}"))
            for op in ("INSERT", "UPDATE", "DELETE")
        ]

    def postgresql_triggers(self, model: type[models.Model]) -> list[tuple[str, str]]:
        return [
            (
                "guard",
                "BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON %(table)s "
                "FOR EACH STATEMENT EXECUTE FUNCTION jamstac_guard()",
            )
        ]


class AppendOnly(TriggerConstraint):
    def sqlite_triggers(self, model: type[models.Model]) -> list[tuple[str, str]]:
        return [
            ("insert", f"BEFORE INSERT ON %(table)s {_OUTSIDE}".replace("'jamstac: %s", "'jamstac: INSERT")),
            ("update", f"BEFORE UPDATE ON %(table)s {_NEVER}".replace("'jamstac: %s", "'jamstac: UPDATE")),
            ("delete", f"BEFORE DELETE ON %(table)s {_NEVER}".replace("'jamstac: %s", "'jamstac: DELETE")),
        ]

    def postgresql_triggers(self, model: type[models.Model]) -> list[tuple[str, str]]:
        each = "FOR EACH STATEMENT EXECUTE FUNCTION"
        return [
            ("insert", f"BEFORE INSERT ON %(table)s {each} jamstac_guard()"),
            ("never", f"BEFORE UPDATE OR DELETE OR TRUNCATE ON %(table)s {each} jamstac_never()"),
        ]


class Frozen(TriggerConstraint):
    """Rows never go, and the named fields never change once written."""

    def __init__(self, *, fields: tuple[str, ...] | list[str], name: str) -> None:
        super().__init__(name=name)
        self.fields = tuple(fields)

    def deconstruct(self) -> Any:
        path, args, kwargs = super().deconstruct()
        return path, args, {**kwargs, "fields": self.fields}

    def _columns(self, model: type[models.Model]) -> list[str]:
        return [_column(model, name) for name in self.fields]

    def sqlite_triggers(self, model: type[models.Model]) -> list[tuple[str, str]]:
        columns = ", ".join(f'"{column}"' for column in self._columns(model))
        return [
            (
                "update",
                f"BEFORE UPDATE OF {columns} ON %(table)s "
                + "BEGIN SELECT RAISE(ABORT, 'jamstac: UPDATE of a frozen column is never allowed'); END",
            ),
            ("delete", f"BEFORE DELETE ON %(table)s {_NEVER}".replace("'jamstac: %s", "'jamstac: DELETE")),
        ]

    def postgresql_triggers(self, model: type[models.Model]) -> list[tuple[str, str]]:
        columns = ", ".join(f'"{column}"' for column in self._columns(model))
        each = "FOR EACH STATEMENT EXECUTE FUNCTION jamstac_never()"
        return [
            ("update", f"BEFORE UPDATE OF {columns} ON %(table)s {each}"),
            ("delete", f"BEFORE DELETE OR TRUNCATE ON %(table)s {each}"),
        ]


class NoOverlap(TriggerConstraint):
    """Of the rows that share `fields`, no two are in force on one day (`start`..`end` inclusive, null = open)."""

    def __init__(
        self,
        *,
        fields: tuple[str, ...] | list[str],
        name: str,
        start: str = "valid_from",
        end: str = "valid_until",
    ) -> None:
        super().__init__(name=name)
        self.fields, self.start, self.end = tuple(fields), start, end

    def deconstruct(self) -> Any:
        path, args, kwargs = super().deconstruct()
        return path, args, {**kwargs, "fields": self.fields, "start": self.start, "end": self.end}

    def _names(self, model: type[models.Model]) -> tuple[list[str], str, str]:
        return (
            [_column(model, name) for name in self.fields],
            _column(model, self.start),
            _column(model, self.end),
        )

    def sqlite_triggers(self, model: type[models.Model]) -> list[tuple[str, str]]:
        keys, start, end = self._names(model)
        pk = model._meta.pk.column
        same = " AND ".join(f'other."{key}" = NEW."{key}"' for key in keys)
        clash = (  # names of our own columns, no input
            f'WHEN EXISTS (SELECT 1 FROM %(table)s other WHERE {same} AND other."{pk}" <> NEW."{pk}" '
            f"""AND other."{start}" <= coalesce(NEW."{end}", '9999-12-31') """
            f"""AND NEW."{start}" <= coalesce(other."{end}", '9999-12-31')) """
            "BEGIN SELECT RAISE(ABORT, 'jamstac: two periods overlap'); END"
        )
        return [
            ("insert", f"BEFORE INSERT ON %(table)s {clash}"),
            ("update", f"BEFORE UPDATE ON %(table)s {clash}"),
        ]

    def postgresql_triggers(self, model: type[models.Model]) -> list[tuple[str, str]]:
        return []

    def _exclude(self, model: type[models.Model], editor: Editor) -> list[Statement]:
        keys, start, end = self._names(model)
        same = ", ".join(f'"{key}" WITH =' for key in keys)
        return [
            Statement("CREATE EXTENSION IF NOT EXISTS btree_gist"),
            Statement(
                f"ALTER TABLE %(table)s ADD CONSTRAINT {editor.quote_name(self.name)} EXCLUDE USING gist "
                f'({same}, daterange("{start}", "{end}", \'[]\') WITH &&) WHERE ("{start}" IS NOT NULL)',
                table=Table(model._meta.db_table, editor.quote_name),
            ),
        ]

    def _statements(self, model: type[models.Model], editor: Editor) -> list[Statement]:
        if editor.connection.vendor == "sqlite":
            return super()._statements(model, editor)
        return self._exclude(model, editor)

    def remove_sql(self, model: type[models.Model] | None, schema_editor: Editor | None) -> Any:
        assert model is not None
        assert schema_editor is not None
        quote = schema_editor.quote_name
        return f"ALTER TABLE {quote(model._meta.db_table)} DROP CONSTRAINT {quote(self.name)}"
