from django.urls import path

from jamstac.instruments import views

app_name = "instruments"
urlpatterns = [
    path("muk/", views.tool_sets, name="list"),
    path("muk/baru/<uuid:version>", views.draft, name="draft"),
    path("muk/<uuid:pk>/", views.record, name="tool_set"),
    path("muk/<uuid:pk>/rencana", views.plan, name="plan"),
    path("muk/<uuid:pk>/peta", views.tool_map, name="map"),
    path("muk/<uuid:pk>/cakupan", views.coverage, name="coverage"),
    path("muk/<uuid:pk>/kirim", views.send, name="send"),
    path("muk/<uuid:pk>/kembalikan", views.send_back, name="return"),
    path("muk/<uuid:pk>/tetapkan", views.release, name="release"),
    path("muk/<uuid:pk>/akhiri", views.end, name="end"),
    path("muk/<uuid:pk>/validasi", views.validate, name="validate"),
    path("muk/<uuid:pk>/instrumen/baru", views.add_instrument, name="add_instrument"),
    path("muk/<uuid:pk>/instrumen/<uuid:which>/", views.instrument, name="instrument"),
    path("muk/<uuid:pk>/instrumen/<uuid:which>/tempel", views.paste, name="paste"),
    path("muk/<uuid:pk>/instrumen/<uuid:which>/hapus", views.remove, name="remove_instrument"),
    path("muk/<uuid:pk>/instrumen/<uuid:which>/butir/<int:position>", views.item, name="item"),
    path("muk/<uuid:pk>/instrumen/<uuid:which>/butir/<int:position>/hapus", views.item_remove, name="item_remove"),
    path("validasi/<uuid:pk>/", views.validation, name="validation"),
    path("validasi/<uuid:pk>/tandatangan", views.sign, name="sign_validation"),
]
