"""Door: what an assessment by a scheme costs."""

from __future__ import annotations

from datetime import date, timedelta

from jamstac.bodies.models import Body
from jamstac.fees import rules
from jamstac.fees.facts import PriceFacts
from jamstac.fees.models import Price
from jamstac.ledger.door import Act, action, store
from jamstac.schemes.models import Scheme


@action("price.set", access="price.set", policies=[rules.may_set_price])
def set_price(act: Act, body: Body, *, scheme: Scheme, amount: int, source: str, valid_from: date) -> Price:
    """The price of a scheme from a day on, in whole rupiah; the one before ends the day before (HR-60).

    The first price of a scheme may start in the past: it is then a decree entered later."""
    last = Price.objects.filter(scheme=scheme).order_by("-valid_from").first()
    act.require(
        rules.may_set_price,
        PriceFacts(
            replaces=last is not None,
            starts_in_past=valid_from < act.day,
            before_the_last=last is not None and valid_from < last.valid_from,
            source_given=bool(source.strip()),
        ),
    )
    if last is not None and last.valid_from == valid_from:
        last.amount, last.source = amount, source
        store(last, "amount", "source")
        act.record(last, scheme=scheme.pk, amount=str(amount), valid_from=valid_from)
        return last
    if last is not None:
        last.valid_until = valid_from - timedelta(days=1)
        store(last, "valid_until")
    price = Price(body=body, scheme=scheme, amount=amount, source=source, valid_from=valid_from)
    store(price)
    act.record(price, scheme=scheme.pk, amount=str(amount), valid_from=valid_from)
    return price
