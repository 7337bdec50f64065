"""Groups that a school or a sponsor registers: who is in them, how far each came, files that arrive in one heap.

A batch prepares; every person in it checks the own data, signs and sends alone."""
