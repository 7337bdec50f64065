from django.urls import path

from jamstac.applications.views import answers, choosing, evidence, own, parts, review, sending

app_name = "applications"
urlpatterns = [
    path("mohon/", choosing.open_schemes, name="schemes"),
    path("mohon/<uuid:version>/mulai", choosing.start, name="start"),
    path("saya/permohonan/<uuid:pk>/", parts.draft_home, name="draft"),
    path("saya/permohonan/<uuid:pk>/data", parts.biodata, name="draft_biodata"),
    path("saya/permohonan/<uuid:pk>/sertifikasi", parts.scheme, name="draft_scheme"),
    path("saya/permohonan/<uuid:pk>/bukti", evidence.evidence, name="draft_evidence"),
    path("saya/permohonan/<uuid:pk>/bukti/<uuid:requirement>/unggah", evidence.upload, name="draft_upload"),
    path("saya/permohonan/<uuid:pk>/bukti/<uuid:evidence>/hapus", evidence.remove, name="draft_remove"),
    path("saya/permohonan/<uuid:pk>/asesmen-mandiri", answers.answers, name="draft_answers"),
    path("saya/permohonan/<uuid:pk>/setuju", sending.accept, name="draft_accept"),
    path("saya/permohonan/<uuid:pk>/kirim", sending.send, name="draft_send"),
    path("saya/berkas/<uuid:pk>", own.record, name="mine"),
    path("permohonan/", review.application_list, name="list"),
    path("permohonan/<uuid:pk>/", review.review, name="review"),
    path("permohonan/<uuid:pk>/temuan", review.finding, name="finding"),
    path("permohonan/<uuid:pk>/terima", review.accept, name="accept"),
    path("permohonan/<uuid:pk>/kembalikan", review.send_back, name="return"),
    path("permohonan/<uuid:pk>/tolak", review.reject, name="reject"),
]
