from __future__ import annotations

STATEMENT = "Banding ini saya ajukan sendiri dan alasannya saya tulis sebenar-benarnya."
