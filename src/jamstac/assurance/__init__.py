"""Assurance: what candidates say of the process after the decision (FR.AK.03).

Owns `Feedback` with `FeedbackAnswer`. Sampling, observation and standardisation come with a later issue.
"""
