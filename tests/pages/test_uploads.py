"""Uploads in pieces: they go on where the line broke, belong to one person, and end at the ordinary door."""

from __future__ import annotations

import hashlib
import tracemalloc
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from jamstac.applications.models import ApplicationDraft, DraftEvidence
from jamstac.assessment.models import Evidence
from jamstac.documents import files, uploads
from jamstac.documents.models import StoredFile
from jamstac.events.models import Event, EventPhoto
from tests.actions.test_documents import PNG
from tests.kernel.test_photographs import exif, jpeg
from tests.refusing import sentence_of
from tests.world.base import World

Visit = Callable[[str], Client]


def box(kind: bytes, data: bytes = b"") -> bytes:
    return (len(data) + 8).to_bytes(4) + kind + data


def video(brand: bytes = b"isom", length: int = 3000) -> bytes:
    return box(b"ftyp", brand + b"\0\0\2\0") + box(b"moov", b"\0" * 16) + box(b"mdat", b"\1" * length)


WEBM = b"\x1a\x45\xdf\xa3\x87\x42\x82\x84webm" + b"\x18\x53\x80\x67\xff" + b"\0" * 40
HEIC = box(b"ftyp", b"heic\0\0\0\0") + box(b"meta") + box(b"mdat")


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> Path:
    settings.UPLOAD_ROOT = tmp_path / "uploads"
    root: Path = tmp_path / "uploads"
    return root


def begin(client: Client, data: bytes, name: str = "praktik.mp4", mark: str = "1-a", **changes: Any) -> Any:
    return client.post(
        reverse("documents:uploads", args=["cth"]), {"name": name, "size": len(data), "mark": mark} | changes
    )


def piece(client: Client, url: str, offset: int, data: bytes) -> Any:
    headers = {"Upload-Offset": str(offset)}
    return client.patch(url, data, content_type="application/partial-upload", headers=headers)


def sent(client: Client, data: bytes, name: str = "praktik.mp4") -> str:
    """A finished upload; its id."""
    told = begin(client, data, name, mark=hashlib.sha256(data).hexdigest()).json()
    assert piece(client, told["url"], 0, data).status_code == 204
    return str(told["id"])


def test_an_upload_goes_on_where_the_line_broke(world: World, visit: Visit) -> None:
    data, budi = video(), visit("budi")
    told = begin(budi, data)
    assert (told.status_code, told["Upload-Offset"]) == (201, "0")
    url = told.json()["url"]
    assert piece(budi, url, 0, data[:1000])["Upload-Offset"] == "1000"
    asked = budi.head(url)
    assert (asked["Upload-Offset"], asked["Upload-Length"]) == ("1000", str(len(data)))
    again = begin(budi, data).json()  # the page was loaded anew, the same file chosen again
    assert (again["url"], again["offset"]) == (url, 1000)
    assert piece(budi, url, 1000, data[1000:])["Upload-Offset"] == str(len(data))
    found = uploads.find(world.body, world.account("budi"), UUID(again["id"]))
    assert found is not None
    assert found.part.read_bytes() == data


def test_a_piece_for_another_place_is_told_the_right_one(world: World, visit: Visit) -> None:
    data, budi = video(), visit("budi")
    url = begin(budi, data).json()["url"]
    piece(budi, url, 0, data[:1000])
    for wrong in (0, 999, 1001):
        answer = piece(budi, url, wrong, data[1000:])
        assert (answer.status_code, answer["Upload-Offset"]) == (409, "1000")


@pytest.mark.parametrize("key", ["rina", "sari", "dewi"])
def test_nobody_else_finds_goes_on_with_or_ends_an_upload(world: World, visit: Visit, key: str) -> None:
    data = video()
    url = begin(visit("budi"), data).json()["url"]
    other = visit(key)
    assert [other.head(url).status_code, other.get(url).status_code, other.delete(url).status_code] == [404] * 3
    assert piece(other, url, 0, data).status_code == 404
    assert other.get(reverse("documents:uploads", args=["cth"])).json() == {"unggahan": []}


def test_an_upload_of_another_lsp_is_not_there(world: World, visit: Visit) -> None:
    url = begin(visit("budi"), video()).json()["url"]
    assert visit("budi").head(url.replace("/cth/", "/luar/")).status_code == 404


def test_too_big_too_long_too_many_and_nothing_are_refused(world: World, visit: Visit, settings: Any) -> None:
    budi = visit("budi")
    assert "100 MB" in begin(budi, b"", size=101 * 1024 * 1024).json()["sentence"]
    assert begin(budi, b"", size="banyak").status_code == 409
    url = begin(budi, b"12345").json()["url"]
    longer = piece(budi, url, 0, b"123456")
    assert (longer.status_code, longer.json()["sentence"]) == (413, sentence_of("upload.too_long"))
    assert piece(budi, url, 0, b"1" * (uploads.PIECE + 1)).status_code == 413
    settings.UPLOADS_LIMIT = 10
    more = begin(budi, b"123456", mark="2-b")
    assert (more.status_code, more.json()["sentence"]) == (409, sentence_of("upload.too_many", limit=0))


def test_a_cancelled_and_an_expired_upload_are_gone(world: World, visit: Visit, folder: Path) -> None:
    budi = visit("budi")
    url = begin(budi, video()).json()["url"]
    assert budi.delete(url).status_code == 204
    assert budi.head(url).status_code == 404
    url = begin(budi, video()).json()["url"]
    assert uploads.clear(timezone.now()) == 0
    assert uploads.clear(timezone.now() + timedelta(days=1, minutes=1)) == 2
    assert budi.head(url).status_code == 404


def bukti(world: World, **typed: Any) -> dict[str, Any]:
    return {"method": "observasi", "title": "Rekaman praktik", "note": "", "semua": "1", **typed}


def add(world: World) -> str:
    return reverse("assessment:evidence_add", args=["cth", world.ids["assessment.intan"]])


def test_a_video_in_pieces_becomes_bukti_and_sent_twice_it_is_one(world: World, visit: Visit) -> None:
    data, budi = video(), visit("budi")
    form = bukti(world, **{"berkas.unggahan": sent(budi, data)})
    before = Evidence.objects.count()
    for _click in range(2):
        assert budi.post(add(world), form).status_code == 302
    assert Evidence.objects.count() == before + 1
    file = StoredFile.objects.get(sha256=hashlib.sha256(data).hexdigest())
    assert (file.media_type, file.size, files.read(file)) == ("video/mp4", len(data), data)


def test_an_upload_that_is_not_whole_or_of_somebody_else_is_refused_by_the_form(world: World, visit: Visit) -> None:
    theirs = sent(visit("rina"), video(length=10))
    budi, before = visit("budi"), Evidence.objects.count()
    half = begin(budi, video()).json()["id"]
    for each in (half, theirs, "../../secret"):
        answer = budi.post(add(world), bukti(world, **{"berkas.unggahan": each}))
        assert answer.status_code == 409
        assert sentence_of("upload.gone") in answer.content.decode()
    assert Evidence.objects.count() == before


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"<html>bukan video</html>", sentence_of("file.type_or_video")),
        (video()[:-5], "rusak atau terpotong"),
        (HEIC, "berjenis HEIC"),
    ],
)
def test_what_arrived_is_judged_by_its_content(world: World, visit: Visit, data: bytes, sentence: str) -> None:
    budi, before = visit("budi"), StoredFile.objects.count()
    answer = budi.post(add(world), bukti(world, **{"berkas.unggahan": sent(budi, data)}))
    assert answer.status_code == 409
    assert sentence in answer.content.decode()
    assert StoredFile.objects.count() == before


@pytest.mark.parametrize(
    ("data", "media_type"), [(video(), "video/mp4"), (video(b"qt  "), "video/quicktime"), (WEBM, "video/webm")]
)
def test_a_video_is_kept_only_where_one_is_asked_for(world: World, data: bytes, media_type: str) -> None:
    upload = SimpleUploadedFile("surat.pdf", data)
    assert not files.keep_upload(upload, world.body, world.account("budi"))[1]
    upload.seek(0)
    file, verdict = files.keep_upload(upload, world.body, world.account("budi"), with_video=True)
    assert verdict
    assert file is not None
    assert file.media_type == media_type


def test_nobody_fills_the_disk_with_a_few_long_videos(
    world: World, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    account = world.account("budi")
    a_day = StoredFile.objects.filter(body=world.body, uploaded_by=account).count() + 2
    monkeypatch.setattr(files, "BYTES_A_DAY", 0)
    settings.UPLOAD_LIMIT = 100_000

    def kept(data: bytes) -> list[str]:
        upload = SimpleUploadedFile("praktik", data)
        verdict = files.keep_upload(upload, world.body, account, a_day=a_day, with_video=True)[1]
        return [each.code for each in verdict.refusals]

    assert kept(video(length=settings.UPLOAD_LIMIT * a_day)) == []
    assert kept(PNG) == ["file.too_much"]


def test_a_player_asks_for_a_stretch_of_a_video(world: World, visit: Visit) -> None:
    data = video()
    file, _verdict = files.keep_upload(
        SimpleUploadedFile("praktik.mp4", data), world.body, world.account("budi"), with_video=True
    )
    assert file is not None
    url, budi = reverse("documents:file", args=["cth", file.pk]), visit("budi")
    whole = budi.get(url)
    assert (whole.status_code, whole["Content-Type"], whole["Accept-Ranges"]) == (200, "video/mp4", "bytes")
    assert whole["Content-Disposition"] == 'inline; filename="praktik.mp4"'
    assert whole.getvalue() == data
    part = budi.get(url, headers={"Range": "bytes=10-19"})
    assert (part.status_code, part.getvalue(), part["Content-Length"]) == (206, data[10:20], "10")
    assert part["Content-Range"] == f"bytes 10-19/{len(data)}"
    assert budi.get(url, headers={"Range": "bytes=-5"}).getvalue() == data[-5:]
    after = budi.get(url, headers={"Range": "bytes=99999-"})
    assert (after.status_code, after.getvalue(), after["Content-Range"]) == (416, b"", f"bytes */{len(data)}")


def test_a_long_video_is_never_whole_in_memory(world: World, visit: Visit) -> None:
    data = video(length=24 * 1024 * 1024)
    file, _verdict = files.keep_upload(
        SimpleUploadedFile("panjang.mp4", data), world.body, world.account("budi"), with_video=True
    )
    assert file is not None
    size, url, budi = len(data), reverse("documents:file", args=["cth", file.pk]), visit("budi")
    del data
    budi.get(url, headers={"Range": "bytes=0-0"}).getvalue()
    tracemalloc.start()
    try:
        answer = budi.get(url, headers={"Range": f"bytes={size - 100}-"})
        sent = len(answer.getvalue())
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert (answer.status_code, sent) == (206, 100)
    assert peak < 8 * files.PIECE


def test_a_damaged_video_is_not_played(world: World, visit: Visit) -> None:
    file, _verdict = files.keep_upload(
        SimpleUploadedFile("praktik.mp4", video(length=3100)), world.body, world.account("budi"), with_video=True
    )
    assert file is not None
    path = files.path_of(file.sha256)
    default_storage.delete(path)
    default_storage.save(path, ContentFile(video(b"qt  ", length=3100)))
    url = reverse("documents:file", args=["cth", file.pk])
    assert visit("budi").get(url, headers={"Range": "bytes=0-9"}).status_code == 500


def test_an_asesi_sends_a_video_for_the_draft(world: World, visit: Visit) -> None:
    draft, lestari = world.get(ApplicationDraft, "draft.lestari"), visit("lestari")
    row = DraftEvidence.objects.filter(draft=draft, requirement__isnull=False)[0]
    url = reverse("applications:draft_upload", args=["cth", draft.pk, row.requirement_id])
    assert lestari.post(url, {"berkas.unggahan": sent(lestari, video())}).status_code == 302
    assert DraftEvidence.objects.filter(draft=draft, file__media_type="video/mp4").count() == 1


def test_a_photo_of_the_event_comes_in_pieces_too(world: World, visit: Visit) -> None:
    budi, event = visit("budi"), world.get(Event, "event")
    upload = sent(budi, jpeg(exif(taken=f"{event.date:%Y:%m:%d} 00:00:10".encode())), "ruang.jpg")
    form = {"photo.unggahan": upload, "caption": "Ruang asesmen"}
    for _click in range(2):
        assert budi.post(reverse("events:photo", args=["cth", event.pk]), form).status_code == 302
    photo = EventPhoto.objects.select_related("file").get()
    assert photo.time_source == "camera"
    assert b"2026" not in files.read(photo.file)


def test_without_the_script_a_whole_file_is_taken_as_ever(world: World, visit: Visit) -> None:
    form = bukti(world, berkas=SimpleUploadedFile("foto.png", PNG))
    assert visit("budi").post(add(world), form).status_code == 302
