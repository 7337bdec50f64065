from django.urls import path

from jamstac.applications.views import applicant, own, review

app_name = "applications"
urlpatterns = [
    path("mohon/", applicant.open_schemes, name="schemes"),
    path("mohon/<uuid:version>/mulai", applicant.start, name="start"),
    path("saya/permohonan/<uuid:pk>/", applicant.draft_home, name="draft"),
    path("saya/permohonan/<uuid:pk>/data", applicant.biodata, name="draft_biodata"),
    path("saya/permohonan/<uuid:pk>/sertifikasi", applicant.scheme, name="draft_scheme"),
    path("saya/permohonan/<uuid:pk>/bukti", applicant.evidence, name="draft_evidence"),
    path("saya/permohonan/<uuid:pk>/bukti/<uuid:requirement>/unggah", applicant.upload, name="draft_upload"),
    path("saya/permohonan/<uuid:pk>/bukti/<uuid:evidence>/hapus", applicant.remove, name="draft_remove"),
    path("saya/permohonan/<uuid:pk>/asesmen-mandiri", applicant.answers, name="draft_answers"),
    path("saya/permohonan/<uuid:pk>/setuju", applicant.accept, name="draft_accept"),
    path("saya/permohonan/<uuid:pk>/kirim", applicant.send, name="draft_send"),
    path("saya/berkas/<uuid:pk>", own.record, name="mine"),
    path("permohonan/", review.application_list, name="list"),
    path("permohonan/<uuid:pk>/", review.review, name="review"),
    path("permohonan/<uuid:pk>/temuan", review.finding, name="finding"),
    path("permohonan/<uuid:pk>/terima", review.accept, name="accept"),
    path("permohonan/<uuid:pk>/kembalikan", review.send_back, name="return"),
    path("permohonan/<uuid:pk>/tolak", review.reject, name="reject"),
]
