"""Messaging: notices to people: in-app and e-mail, with a delivery record.

Owns `Message`. A message is an effect of an act, written in the act's transaction and sent by a job.
"""
