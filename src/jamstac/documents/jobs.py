from uuid import UUID

from jamstac.ledger.jobs import job


@job("documents.render_sheet")
def render_sheet(sheet_id: UUID) -> None:
    """Made by the print vertical."""
    raise RuntimeError(str(sheet_id))
