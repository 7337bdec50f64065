from django.urls import path

from jamstac.events.views import adding, calendars, changes, declaring, letters, listing, record

app_name = "events"
urlpatterns = [
    path("jadwal/", listing.event_list, name="list"),
    path("jadwal/baru", listing.plan, name="plan"),
    path("jadwal/kalender", calendars.month, name="month"),
    path("jadwal/saya", calendars.mine, name="mine"),
    path("jadwal/saya.ics", calendars.mine_file, name="mine_file"),
    path("jadwal/saya/alamat", calendars.feed_open, name="feed_open"),
    path("jadwal/saya/alamat/<uuid:pk>/cabut", calendars.feed_revoke, name="feed_revoke"),
    path("jadwal/<uuid:pk>/", record.record, name="event"),
    path("jadwal/<uuid:pk>.ics", calendars.event_file, name="event_file"),
    path("jadwal/<uuid:pk>/asesi", adding.add, name="add"),
    path("jadwal/<uuid:pk>/asesi/<uuid:application>/keluarkan", adding.remove, name="remove"),
    path("jadwal/<uuid:pk>/lead", adding.lead, name="lead"),
    path("jadwal/<uuid:pk>/surat-tugas", letters.letter, name="letter"),
    path("jadwal/<uuid:pk>/surat-tugas-verifikator", letters.verifier_letter, name="verifier_letter"),
    path("jadwal/<uuid:pk>/verifikasi-tuk", letters.verification, name="verification"),
    path("jadwal/<uuid:pk>/undangan", letters.invitation, name="invitation"),
    path("jadwal/<uuid:pk>/ubah", changes.change, name="change"),
    path("jadwal/<uuid:pk>/waktu", changes.postpone, name="postpone"),
    path("jadwal/<uuid:pk>/tuk", changes.move, name="move"),
    path("jadwal/<uuid:pk>/asesor", changes.replace, name="replace"),
    path("jadwal/<uuid:pk>/keluar", changes.withdraw, name="withdraw"),
    path("jadwal/<uuid:pk>/batal", changes.cancel, name="cancel"),
    path("kalender/<uuid:pk>/<str:token>.ics", calendars.feed, name="feed"),
    path("asesmen-saya/", calendars.own, name="own"),
    path("asesmen-saya/<uuid:pk>.ics", calendars.own_file, name="own_file"),
    path("asesmen-saya/<uuid:pk>/perekaman", calendars.own_recording, name="own_recording"),
    path("jadwal/<uuid:pk>/hubungan", declaring.declare, name="declare"),
    path("jadwal/<uuid:pk>/benturan", declaring.search, name="search"),
]
