"""Builders, in order. Each stands on those before it."""

from __future__ import annotations

from tests.world import applications, assessments, batches, certificates, instruments, lsp, papers, reference
from tests.world.base import World

BUILDERS = [
    lsp.build,
    reference.build,
    instruments.build,
    applications.build,
    batches.build,
    assessments.build,
    papers.build,
    certificates.build,
]


def build_world() -> World:
    world = World()
    for build in BUILDERS:
        build(world)
    return world
