"""Whoever owns the database can change it; the chain tells. One test per kind of damage, then the alarm."""

from __future__ import annotations

import json
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection, transaction

from jamstac.kernel.canonical import canonical, digest
from jamstac.kernel.merkle import Tree
from jamstac.kernel.notes import Checkpoint
from jamstac.ledger import chain as chains
from jamstac.ledger.actions import close_alarm
from jamstac.ledger.chain import Break, head_is_intact, lock_chain, open_alarm, verify
from jamstac.ledger.door import Refused, open_guard
from jamstac.ledger.models import Alarm, Chain, Entry
from jamstac.people.models import Person
from tests.ledger.damage import harm, key
from tests.ledger.probe import Probe
from tests.world.base import World

EXPLANATION = "Cakram rusak saat listrik padam; cadangan kemarin sudah dibandingkan."


@pytest.fixture
def chain(world: World) -> Chain:
    return Chain.objects.get(body_id=world.body.pk)


def _payload(chain: Chain, seq: int) -> bytes:
    return bytes(Entry.objects.get(chain=chain, seq=seq).payload)


def test_a_chain_written_by_doors_is_whole(world: World, chain: Chain) -> None:
    report = verify(chain)
    payloads = [bytes(p) for p in Entry.objects.filter(chain=chain).order_by("seq").values_list("payload", flat=True)]
    assert report.broken is None
    assert (report.size, report.head) == (chain.head_seq, chain.head_digest)
    assert report.root == Tree(payloads).root()
    assert report.size > 20


@pytest.mark.django_db
def test_an_empty_chain_is_whole() -> None:
    with transaction.atomic(), open_guard("test"):
        empty = lock_chain(uuid4())
    report = verify(empty)
    assert (report.size, report.head, report.root, report.broken) == (0, "", Tree().root(), None)


def test_every_chain_of_the_world_is_whole(world: World) -> None:
    assert [each.body_id for each in Chain.objects.all() if verify(each).broken] == []


def test_one_changed_byte_is_found(chain: Chain) -> None:
    payload = _payload(chain, 5)
    harm(
        "UPDATE ledger_entry SET payload = %s WHERE chain_id = %s AND seq = 5",
        payload.replace(b'"seq":5', b'"seq":6'),
        key(chain),
    )
    assert verify(chain).broken == Break(5, "isi entri berubah")


def test_a_changed_payload_with_a_fitting_digest_breaks_the_next_entry(chain: Chain) -> None:
    body = json.loads(_payload(chain, 5))
    body["facts"]["tambahan"] = "palsu"
    forged = canonical(body)
    harm(
        "UPDATE ledger_entry SET payload = %s, digest = %s WHERE chain_id = %s AND seq = 5",
        forged,
        digest(forged),
        key(chain),
    )
    assert verify(chain).broken == Break(6, "entri tidak menyambung dengan entri sebelumnya")


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("event", "certificate.issued"),
        ("subject_type", "people.account"),
        ("subject_id", None),
        ("case_id", "00000000000040008000000000000001"),
        ("person_id", "00000000000040008000000000000001"),
        ("at", "2020-01-01 00:00:00+00:00"),
    ],
)
def test_a_column_that_says_other_than_its_entry_is_found(chain: Chain, column: str, value: Any) -> None:
    if column == "at" and connection.vendor == "sqlite":
        value = "2020-01-01 00:00:00"
    assert harm(f"UPDATE ledger_entry SET {column} = %s WHERE chain_id = %s AND seq = 5", value, key(chain)) == 1
    assert verify(chain).broken == Break(5, "kolom entri berbeda dari isinya")


@pytest.mark.parametrize("payload", [b"bukan JSON", b'["daftar"]', b"{}", b"\xff\xfe"])
def test_an_entry_that_cannot_be_read_is_found(chain: Chain, payload: bytes) -> None:
    harm(
        "UPDATE ledger_entry SET payload = %s, digest = %s WHERE chain_id = %s AND seq = 5",
        payload,
        digest(payload),
        key(chain),
    )
    assert verify(chain).broken == Break(5, "isi entri tidak terbaca")


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL stores no text in a date")
def test_a_row_the_database_cannot_give_back_is_found(chain: Chain) -> None:
    harm("UPDATE ledger_entry SET at = 'bukan waktu' WHERE chain_id = %s AND seq = 5", key(chain))
    report = verify(chain)
    assert (report.broken, report.size) == (Break(5, "isi entri tidak terbaca"), 4)


def test_a_deleted_entry_is_found(chain: Chain) -> None:
    harm("DELETE FROM ledger_entry WHERE chain_id = %s AND seq = 5", key(chain))
    assert verify(chain).broken == Break(5, "entri ini hilang")


def test_two_swapped_entries_are_found(chain: Chain) -> None:
    own = key(chain)
    harm("UPDATE ledger_entry SET seq = 1000000 WHERE chain_id = %s AND seq = 5", own)
    harm("UPDATE ledger_entry SET seq = 5 WHERE chain_id = %s AND seq = 6", own)
    harm("UPDATE ledger_entry SET seq = 6 WHERE chain_id = %s AND seq = 1000000", own)
    assert verify(chain).broken == Break(5, "entri tidak menyambung dengan entri sebelumnya")


def test_a_cut_tail_is_found_by_the_head(chain: Chain) -> None:
    harm("DELETE FROM ledger_entry WHERE chain_id = %s AND seq > 10", key(chain))
    assert verify(chain).broken == Break(11, "kepala rantai tidak cocok dengan entri terakhir")


def test_a_cut_tail_with_its_head_is_found_by_an_older_checkpoint(chain: Chain) -> None:
    report = verify(chain)
    since = Checkpoint("jamstac/cth", report.size, report.root)
    harm("DELETE FROM ledger_entry WHERE chain_id = %s AND seq > 10", key(chain))
    last = digest(_payload(chain, 10))
    harm("UPDATE ledger_chain SET head_seq = 10, head_digest = %s WHERE id = %s", last, key(chain))
    assert verify(chain).broken is None
    assert verify(chain, since).broken == Break(11, "entri yang sudah ada pada titik periksa hilang")


def test_a_chain_written_anew_is_found_by_an_older_checkpoint(chain: Chain, world: World, probe: Probe) -> None:
    whole = verify(chain)
    harm("DELETE FROM ledger_entry WHERE chain_id = %s AND seq = %s", key(chain), chain.head_seq)
    last = digest(_payload(chain, chain.head_seq - 1))
    harm("UPDATE ledger_chain SET head_seq = %s, head_digest = %s WHERE id = %s", chain.head_seq - 1, last, key(chain))
    probe()(world.actor("surya"), world.body)
    assert verify(chain).broken is None
    since = Checkpoint("jamstac/cth", whole.size, whole.root)
    assert verify(chain, since).broken == Break(
        whole.size, "entri sampai titik periksa berbeda dari saat titik itu dibuat"
    )


def test_an_older_checkpoint_of_an_untouched_chain_agrees(chain: Chain) -> None:
    payloads = [bytes(p) for p in Entry.objects.filter(chain=chain).order_by("seq").values_list("payload", flat=True)]
    since = Checkpoint("jamstac/cth", 10, Tree(payloads[:10]).root())
    assert verify(chain, since).broken is None


def test_a_changed_head_is_found(chain: Chain) -> None:
    harm("UPDATE ledger_chain SET head_digest = 'palsu' WHERE id = %s", key(chain))
    assert verify(chain).broken == Break(chain.head_seq + 1, "kepala rantai tidak cocok dengan entri terakhir")


def test_a_walk_over_many_batches_sees_the_same(chain: Chain, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = verify(chain)
    monkeypatch.setattr(chains, "_BATCH", 7)
    assert verify(chain) == whole
    harm("DELETE FROM ledger_entry WHERE chain_id = %s AND seq = 15", key(chain))
    assert verify(chain).broken == Break(15, "entri ini hilang")


def test_a_broken_head_stops_every_act_and_opens_the_alarm(world: World, chain: Chain, probe: Probe) -> None:
    harm("DELETE FROM ledger_entry WHERE chain_id = %s AND seq = %s", key(chain), chain.head_seq)
    assert not head_is_intact(chain)
    with pytest.raises(Refused) as refused:
        probe()(world.actor("surya"), world.body)
    assert (refused.value.rules, refused.value.seq) == (["HR-51"], None)
    alarm = Alarm.objects.get(chain=chain)
    assert (alarm.seq, alarm.closed_at) == (chain.head_seq, None)
    assert Entry.objects.filter(chain=chain).count() == chain.head_seq - 1
    with pytest.raises(Refused):
        probe()(world.actor("surya"), world.body)
    assert Alarm.objects.filter(chain=chain).count() == 1


def test_an_open_alarm_stops_every_act_though_the_head_fits(world: World, chain: Chain, probe: Probe) -> None:
    open_alarm(chain, 5, "isi entri berubah")
    before = Person.objects.count()
    with pytest.raises(Refused) as refused:
        probe()(world.actor("surya"), world.body)
    assert (refused.value.rules, refused.value.codes) == (["HR-51"], ["door.ledger_broken"])
    assert Person.objects.count() == before


def test_an_alarm_of_one_lsp_stops_no_other(world: World, chain: Chain, probe: Probe) -> None:
    open_alarm(chain, 5, "isi entri berubah")
    tono = world.actor("tono")
    assert probe()(tono, tono.body) == tono.body


@pytest.mark.parametrize("key", ["surya", "dewi", "maya", "agus"])
def test_nobody_but_the_manajer_mutu_closes_the_alarm(world: World, chain: Chain, key: str) -> None:
    open_alarm(chain, 5, "isi entri berubah")
    with pytest.raises(Refused) as refused:
        close_alarm(world.actor(key), world.body, explanation=EXPLANATION)
    assert refused.value.rules == ["SEC-01"]
    assert Alarm.objects.get(chain=chain).closed_at is None


def test_the_manajer_mutu_closes_the_alarm_with_an_explanation(world: World, chain: Chain, probe: Probe) -> None:
    harm("DELETE FROM ledger_entry WHERE chain_id = %s AND seq = %s", key(chain), chain.head_seq)
    with pytest.raises(Refused):
        probe()(world.actor("surya"), world.body)
    alarm = close_alarm(world.actor("wulan"), world.body, explanation=EXPLANATION)
    assert alarm.closed_by_person_id == world.person("wulan").pk
    assert alarm.explanation == EXPLANATION
    closing = Entry.objects.filter(chain=chain).order_by("-seq")[0]
    assert closing.event == "ledger.alarm_closed"
    assert json.loads(bytes(closing.payload))["facts"]["head_before"] == chain.head_digest
    probe()(world.actor("surya"), world.body)
    assert head_is_intact(Chain.objects.get(pk=chain.pk))


def test_a_break_that_was_explained_is_passed_over_and_the_next_is_found(world: World, chain: Chain) -> None:
    harm("UPDATE ledger_entry SET event = 'lain' WHERE chain_id = %s AND seq = 5", key(chain))
    broken = verify(chain).broken
    assert broken is not None
    open_alarm(chain, broken.seq, broken.reason)
    close_alarm(world.actor("wulan"), world.body, explanation=EXPLANATION)
    assert verify(chain).broken is None
    harm("UPDATE ledger_entry SET event = 'lain' WHERE chain_id = %s AND seq = 7", key(chain))
    assert verify(chain).broken == Break(7, "kolom entri berbeda dari isinya")


def test_an_alarm_is_not_closed_without_an_explanation(world: World, chain: Chain) -> None:
    open_alarm(chain, 5, "isi entri berubah")
    with pytest.raises(Refused) as refused:
        close_alarm(world.actor("wulan"), world.body, explanation="sudah beres")
    assert refused.value.codes == ["alarm.no_explanation"]
    assert Alarm.objects.get(chain=chain).closed_at is None


def test_where_no_alarm_is_open_there_is_none_to_close(world: World) -> None:
    with pytest.raises(Refused) as refused:
        close_alarm(world.actor("wulan"), world.body, explanation=EXPLANATION)
    assert refused.value.codes == ["alarm.none_open"]


def test_a_second_break_joins_the_open_alarm(chain: Chain) -> None:
    first = open_alarm(chain, 5, "isi entri berubah")
    assert open_alarm(chain, 9, "entri ini hilang") == first
