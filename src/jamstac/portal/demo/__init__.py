"""The demo LSP: made by the same doors as a real one, from people and papers that are invented and look it.

`build.build()` walks some three and a half years in order, so that the demo holds a certificate that has expired,
decisions of last month and cases in every state of today.
"""
