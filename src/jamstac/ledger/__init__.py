"""Ledger: the door, the append-only log, its chain and checkpoints, and the jobs an act leaves behind.

Owns `Chain`, `Entry`, `Alarm`, `Job`, the guard that shuts every other way to a guarded table, and the
registry of permissions. HR-15, HR-27 and HR-51 live here, because every act meets them.
"""
