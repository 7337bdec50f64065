"""Portal: home per role (worklist), navigation, guided setup, demo, help. Gathers; owns no table.

Pages that need several apps live here and join by a second query.
"""
