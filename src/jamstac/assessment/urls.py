from django.urls import path

from jamstac.assessment.views import asesi, assessor, evidence, file, grid, recommendation

app_name = "assessment"
urlpatterns = [
    path("tugas/", assessor.mine, name="mine"),
    path("tugas/<uuid:candidate>/buka", assessor.open_case, name="open"),
    path("asesmen/<uuid:pk>/", assessor.case, name="assessment"),
    path("asesmen/<uuid:pk>/apl02", assessor.review, name="review"),
    path("asesmen/<uuid:pk>/identitas", assessor.identity, name="identity"),
    path("asesmen/<uuid:pk>/ak01", assessor.agreement, name="agreement"),
    path("asesmen/<uuid:pk>/ia01", grid.grid, name="grid"),
    path("asesmen/<uuid:pk>/ia01/kuk", grid.mark, name="mark"),
    path("asesmen/<uuid:pk>/ia01/semua-ya", grid.fill, name="fill"),
    path("asesmen/<uuid:pk>/bukti/baru", evidence.add, name="evidence_add"),
    path("asesmen/<uuid:pk>/bukti/<uuid:evidence>/", evidence.evidence, name="evidence"),
    path("asesmen/<uuid:pk>/bukti/<uuid:evidence>/vatm", evidence.marks, name="evidence_marks"),
    path("asesmen/<uuid:pk>/bukti/<uuid:evidence>/kuk", evidence.links, name="evidence_links"),
    path("asesmen/<uuid:pk>/bukti/<uuid:evidence>/hapus", evidence.remove, name="evidence_remove"),
    path("asesmen/<uuid:pk>/rekomendasi", recommendation.recommendation, name="recommendation"),
    path("asesmen/<uuid:pk>/berkas", file.case_file, name="file"),
    path("saya/asesmen/<uuid:pk>/", asesi.own, name="self"),
    path("saya/asesmen/<uuid:pk>/ak01", asesi.sign_agreement, name="self_agree"),
    path("saya/asesmen/<uuid:pk>/hasil", asesi.sign_result, name="self_acknowledge"),
]
