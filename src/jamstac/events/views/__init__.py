"""Pages of events: for the LSP, for the assessor, for the asesi."""
