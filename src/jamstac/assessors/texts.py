"""Sentences a signer reads, as they are kept with the signature."""

PACT = "Saya sudah membaca naskah ini, memahaminya, dan akan mematuhinya selama bertugas di LSP ini."
