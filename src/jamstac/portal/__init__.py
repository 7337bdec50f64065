"""Portal: home per role (worklist), navigation, guided setup, demo, help. Gathers what several apps hold.

Pages that need several apps live here and join by a second query. Owns only `Look` (up to where
the reminders of an LSP have looked) and `Told` (who was reminded of what): bookkeeping of effects, no acts.
"""
