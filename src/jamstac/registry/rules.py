"""What the public is told, and what it is never told."""

from __future__ import annotations

from jamstac.kernel.verdicts import Policy, Verdict, refuse_if, rule
from jamstac.registry.facts import PUBLIC_FIELDS, PublicFacts, ReportFacts, Shown


@rule("HR-46", source="ISO/IEC 17024 7.2.1, 9.5")
def report_follows_status(f: ReportFacts) -> Verdict:
    """A statement that a certificate is in force is made only while the facts say so."""
    return refuse_if(not f.valid, "report.not_valid", status=f.status.lower(), day=f.day.isoformat())


@rule("HR-49", source="UU 27/2022; CER-10")
def fields_are_public(f: Shown) -> Verdict:
    """The public sees what is printed on the certificate and its status, and nothing else."""
    others = f.fields - PUBLIC_FIELDS
    return refuse_if(bool(others), "report.private_fields", fields=", ".join(sorted(others)))


@rule("CER-10", source="ISO/IEC 17024 7.2.1; PBNSP 201 7.2.1")
def day_is_known(f: ReportFacts) -> Verdict:
    """Nobody can say today what a certificate will be worth tomorrow."""
    return refuse_if(f.day > f.today, "report.future_day", day=f.day.isoformat())


may_show: Policy[PublicFacts] = Policy("may_show", fields_are_public)
may_report: Policy[ReportFacts] = Policy("may_report", report_follows_status, fields_are_public, day_is_known)
