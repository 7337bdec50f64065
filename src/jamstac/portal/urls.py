from __future__ import annotations

from django.urls import URLPattern, path

from jamstac.portal import (
    assessor_pages,
    home,
    ledger_page,
    setup_licence,
    setup_messages,
    setup_overview,
    setup_pacts,
    setup_people,
    setup_remote,
    setup_schemes,
    setup_settings,
    setup_venues,
    slips,
    views,
)

app_name = "portal"

INSIDE = "lsp/<slug:lsp>/"
SETUP = f"{INSIDE}pengaturan/"

urlpatterns: list[URLPattern] = [
    path("", views.landing, name="landing"),
    path("beranda/", views.start, name="start"),
    path("beranda/<slug:slug>/mulai", views.join_body, name="join"),
    path("surel/", views.mail, name="mail"),
    path("masuk/slip/", slips.enter, name="slip"),
    path("masuk/slip/kata-sandi/", slips.password, name="slip-password"),
    path("masuk/slip/<str:code>/", slips.enter, name="slip-link"),
    path(INSIDE, home.staff_home, name="home"),
    path(f"{INSIDE}asesor/", assessor_pages.assessors, name="assessors"),
    path(f"{INSIDE}asesor/<uuid:pk>/", assessor_pages.assessor, name="assessor"),
    path(f"{INSIDE}saya/", home.my_home, name="mine"),
    path(f"{INSIDE}pesan/", views.messages, name="messages"),
    path(f"{INSIDE}pesan/dibaca", views.message_read, name="messages-read"),
    path(f"{INSIDE}pesan/cara/", views.channels, name="channels"),
    path("wa/<slug:slug>/", setup_messages.hook, name="whatsapp-hook"),
    path(f"{INSIDE}buku-besar/", ledger_page.ledger, name="ledger"),
    path(f"{INSIDE}buku-besar/pekerjaan/<uuid:pk>/ulang", ledger_page.retry_job, name="job-retry"),
    path(SETUP, setup_overview.overview, name="setup"),
    path(f"{SETUP}profil/", setup_overview.profile, name="setup-profile"),
    path(f"{SETUP}lisensi/", setup_licence.licence, name="setup-licence"),
    path(f"{SETUP}lisensi/lampiran/<uuid:pk>/akhiri", setup_licence.end_annex, name="setup-annex-end"),
    path(f"{SETUP}orang/", setup_people.people, name="setup-people"),
    path(f"{SETUP}orang/<uuid:pk>/", setup_people.person, name="setup-person"),
    path(f"{SETUP}orang/<uuid:pk>/tautan", setup_people.send_link, name="setup-person-link"),
    path(f"{SETUP}sk/<uuid:pk>/akhiri", setup_people.end_function, name="setup-appointment-end"),
    path(f"{SETUP}pakta/", setup_pacts.pacts, name="setup-pacts"),
    path(f"{SETUP}asesor/kewenangan/<uuid:pk>/akhiri", setup_people.end_authorised, name="setup-authorisation-end"),
    path(f"{SETUP}tuk/", setup_venues.venues, name="setup-venues"),
    path(f"{SETUP}tuk/<uuid:pk>/", setup_venues.venue, name="setup-venue"),
    path(f"{SETUP}jarak-jauh/", setup_remote.approvals, name="setup-remote"),
    path(f"{SETUP}jarak-jauh/<uuid:pk>/akhiri", setup_remote.end, name="setup-remote-end"),
    path(f"{SETUP}penomoran/", setup_settings.numbering, name="setup-numbering"),
    path(f"{SETUP}penomoran/<slug:purpose>/", setup_settings.number, name="setup-number"),
    path(f"{SETUP}edisi/", setup_settings.editions, name="setup-editions"),
    path(f"{SETUP}parameter/", setup_settings.parameters, name="setup-parameters"),
    path(f"{SETUP}parameter/<slug:key>/", setup_settings.parameter, name="setup-parameter"),
    path(f"{SETUP}pesan/", setup_messages.texts, name="setup-messages"),
    path(f"{SETUP}pesan/terkirim/", setup_messages.deliveries, name="setup-deliveries"),
    path(f"{SETUP}pesan/terkirim/<uuid:pk>/ulang", setup_messages.delivery_again, name="setup-delivery-again"),
    path(f"{SETUP}pesan/whatsapp/", setup_messages.whatsapp, name="setup-whatsapp"),
    path(f"{SETUP}pesan/whatsapp/putus", setup_messages.whatsapp_off, name="setup-whatsapp-off"),
    path(f"{SETUP}pesan/<str:key>/", setup_messages.text, name="setup-message"),
    path(f"{SETUP}pesan/<str:key>/bawaan", setup_messages.text_restored, name="setup-message-restored"),
    path(f"{SETUP}skema/", setup_schemes.schemes, name="setup-schemes"),
    path(f"{SETUP}skema/<uuid:pk>/", setup_schemes.scheme, name="setup-scheme"),
]
