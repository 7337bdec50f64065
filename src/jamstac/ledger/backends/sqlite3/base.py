"""Django's SQLite backend plus one SQL function, `jamstac_act_open()`, that the guard's triggers ask.

A program that opens the file without this backend has no such function, so its writes to guarded tables
fail as well: the guard stands in the file, not in our Python.
"""

from __future__ import annotations

from typing import Any

from django.db.backends.sqlite3 import base


class DatabaseWrapper(base.DatabaseWrapper):
    act_open = False

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        connection = super().get_new_connection(conn_params)
        connection.create_function("jamstac_act_open", 0, lambda: int(self.act_open))
        return connection
