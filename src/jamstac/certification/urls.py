from django.urls import path

from jamstac.certification.views import acts, certificates, meetings, own, waiting

app_name = "certification"
urlpatterns = [
    path("pleno/", meetings.meeting_list, name="meetings"),
    path("pleno/baru", meetings.new_meeting, name="new"),
    path("pleno/menunggu/", waiting.waiting, name="waiting"),
    path("pleno/menunggu/<uuid:pk>/koreksi", waiting.correct, name="correct"),
    path("pleno/<uuid:pk>/", meetings.meeting, name="meeting"),
    path("pleno/<uuid:pk>/surat-tugas", acts.committee, name="committee"),
    path("pleno/<uuid:pk>/putuskan", acts.settle_many, name="decide_many"),
    path("pleno/<uuid:pk>/hadir", acts.attend, name="attend"),
    path("pleno/<uuid:pk>/ajukan", acts.table, name="table"),
    path("pleno/<uuid:pk>/tutup", acts.close, name="close"),
    path("pleno/<uuid:pk>/berita-acara", acts.minutes, name="minutes"),
    path("pleno/<uuid:pk>/sk", acts.decree, name="decree"),
    path("pleno/<uuid:pk>/terbitkan", acts.issue, name="issue"),
    path("pleno/berkas/<uuid:pk>/putuskan", acts.settle, name="decide"),
    path("pleno/berkas/<uuid:pk>/tidak-ikut", acts.stand_aside, name="recuse"),
    path("pleno/berkas/<uuid:pk>/tunda", acts.postpone, name="postpone"),
    path("sertifikat/", certificates.certificate_list, name="certificates"),
    path("sertifikat/<uuid:pk>/", certificates.certificate, name="certificate"),
    path("saya/sertifikat/<uuid:pk>/", own.certificate, name="own_certificate"),
    path("saya/hasil/<uuid:application>", own.result, name="own_result"),
]
