"""Sentences a signer reads, as they are kept with the signature. Those of FR.AK.01 follow the form."""

REVIEW = "Saya telah meninjau asesmen mandiri asesi beserta buktinya dan menyatakan rekomendasi ini."
ASSESSOR_AGREEMENT = (
    "Menyatakan tidak akan membuka hasil pekerjaan yang saya peroleh karena penugasan saya sebagai Asesor dalam "
    "pekerjaan Asesmen kepada siapapun atau organisasi apapun selain kepada pihak yang berwenang sehubungan dengan "
    "kewajiban saya sebagai Asesor yang ditugaskan oleh LSP."
)
CANDIDATE_AGREEMENT = (
    "Bahwa saya telah mendapatkan penjelasan terkait hak dan prosedur banding asesmen dari asesor. Saya setuju "
    "mengikuti asesmen dengan pemahaman bahwa informasi yang dikumpulkan hanya digunakan untuk pengembangan "
    "profesional dan hanya dapat diakses oleh orang tertentu saja."
)
RECOMMENDATION = (
    "Saya menilai sendiri setiap KUK dan bukti pada lembar ini, dan menyatakan hasil tiap unit serta rekomendasi ini."
)
ACKNOWLEDGEMENT = "Saya telah membaca hasil penilaian, umpan balik, dan rekomendasi asesor pada lembar ini."
