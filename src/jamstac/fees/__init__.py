"""Fees: prices in force. (Invoices, payments, refunds and honoraria come with their own issue.)

Owns `Price`. The applicant accepts the price shown; the amount accepted stays with the application. A price has its
decree and never changes backwards (HR-60).
"""
