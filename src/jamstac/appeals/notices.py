from jamstac.messaging.texts import Notice, register_notices

register_notices(
    {
        "appeal.received": Notice(
            "Banding Anda diterima ({number})",
            "Diterima {date}. Banding diperiksa orang yang tidak ikut dalam asesmen dan keputusan Anda. {target}",
            fields=("number", "date", "target"),
        ),
        "appeal.arrived": Notice(
            "Ada banding atas permohonan {number}",
            "Skema {scheme}. Tunjuk tim yang tidak terlibat dalam asesmen dan keputusannya. {target}",
            fields=("number", "scheme", "target"),
        ),
    }
)
