"""Parameters: the settings of an LSP that a rule asks for: days, counts, rates, each with its source document.

Owns `ParameterValue` and the register of keys. HR-60: a value changes only forwards, by a controlled change.
An unset parameter refuses with `parameter.unset`; only load and reminder values warn instead.
"""
