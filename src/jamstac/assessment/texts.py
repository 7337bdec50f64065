"""Sentences a signer reads, as they are kept with the signature. Those of FR.AK.01 follow the form."""

REVIEW = "Saya telah meninjau asesmen mandiri asesi beserta buktinya dan menyatakan rekomendasi ini."
REVIEW_TOGETHER = (
    "Saya telah membaca asesmen mandiri beserta bukti setiap asesi yang saya centang, satu per satu, dan menyatakan "
    "asesmennya dapat dilanjutkan."
)
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
PLAN = (
    "Saya telah memeriksa karakteristik, potensi, dan konteks asesi, serta menetapkan penyesuaian dan instrumen yang "
    "wajar dan beralasan pada lembar ini."
)
RECOMMENDATION = (
    "Saya menilai sendiri setiap KUK dan bukti pada lembar ini, dan menyatakan hasil tiap unit serta rekomendasi ini."
)
ACKNOWLEDGEMENT = "Saya telah membaca hasil penilaian, umpan balik, dan rekomendasi asesor pada lembar ini."

UNTOLD = frozenset({"sheet.rendered"})
"""What the timeline of a case leaves out: programs at work, a dozen lines a sheet."""
MINUTES = "Berita acara ini memuat yang terjadi pada jadwal ini, dengan sebenarnya."
REPORT = "Laporan asesmen ini saya buat sesuai dengan yang terjadi pada jadwal ini."
PROCESS_REVIEW = "Proses asesmen pada jadwal ini sudah saya tinjau, dan rekomendasi ini pendapat saya."
THIRD_PARTY_QUESTIONS = (
    "Apakah asesi bekerja dengan mempertimbangkan kesehatan, keamanan, dan keselamatan kerja?",
    "Apakah asesi berinteraksi dengan harmonis di dalam kelompoknya?",
    "Apakah asesi dapat mengelola tugas-tugas secara bersamaan?",
    "Apakah asesi dapat dengan cepat beradaptasi dengan peralatan dan lingkungan yang baru?",
    "Apakah asesi dapat merespons dengan cepat masalah-masalah yang ada di tempat kerjanya?",
    "Apakah Anda bersedia dihubungi bila verifikasi lebih lanjut diperlukan?",
)
"""FR.IA.10."""
