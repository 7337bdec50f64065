"""The sixty hard rules, HR-01 to HR-60: what JAMSTAC refuses, or will refuse, whoever asks.

Data of the project, not of an LSP: a rule enters code by `@rule("HR-…")` and is *enforced* once a door asks it.
Sentences are Indonesian (what the manual prints) and English (what developers read).
"""

from __future__ import annotations

from dataclasses import dataclass

from jamstac.kernel.verdicts import Override


@dataclass(frozen=True)
class HardRule:
    """`source` names the clause and the rows of the requirement matrix; `checked_at` where in the process it bites."""

    id: str
    sentence: str
    sentence_en: str
    source: str
    override: Override
    checked_at: str


HARD_RULES: tuple[HardRule, ...] = (
    HardRule(
        "HR-01",
        "Siapa pun yang menguji bagian mana pun dari asesmen seorang asesi tidak ikut memutus sertifikasinya.",
        "Whoever examined any part of a candidate's assessment takes no part in deciding on that candidate.",
        "ISO/IEC 17024 9.4.3; DEC-02",
        Override.NONE,
        "pleno, keputusan, SK",
    ),
    HardRule(
        "HR-02",
        "Siapa pun yang melatih asesi tidak ikut memutus sertifikasinya.",
        "Whoever trained the candidate takes no part in the decision.",
        "ISO/IEC 17024 9.4.3",
        Override.NONE,
        "pleno, keputusan, SK",
    ),
    HardRule(
        "HR-03",
        "Pelatih asesi dalam jendela konflik tidak menjadi asesornya, kecuali dokumen bertanggal menunjukkan "
        "ketidakberpihakan terjaga.",
        "Whoever trained the candidate within the conflict window is not the assessor, unless a dated "
        "document shows that impartiality holds.",
        "ISO/IEC 17024 5.2.3 e; IMP-04",
        Override.DOC,
        "penugasan, mulai asesmen",
    ),
    HardRule(
        "HR-04",
        "Asesor bukan keluarga, atasan, bawahan langsung, atau pengajar asesi saat ini.",
        "The assessor is no relative, superior, direct subordinate or current teacher of the candidate.",
        "Kode etik asesor; IMP-10",
        Override.NONE,
        "penugasan",
    ),
    HardRule(
        "HR-05",
        "Asesmen tidak dimulai sebelum ada pernyataan benturan kepentingan untuk setiap pasangan asesor dan "
        "asesi pada jadwal itu.",
        "No assessment starts before every pair of assessor and candidate of the event has its declaration "
        "of interests.",
        "ISO/IEC 17024 6.2.1, 6.2.2.4; IMP-08",
        Override.NONE,
        "mulai asesmen",
    ),
    HardRule(
        "HR-06",
        "Benturan yang dinyatakan atau ditemukan harus punya putusan penanganan sebelum pasangan itu diteruskan.",
        "A conflict that was declared or found has its disposition before the pair goes on.",
        "IMP-09, IMP-15",
        Override.DUAL,
        "penugasan",
    ),
    HardRule(
        "HR-07",
        "Peran asesor tidak memegang hak memutus, menerbitkan, membekukan, atau mencabut pada berkas yang sama.",
        "The assessor of a case holds no right to decide, issue, suspend or withdraw in it.",
        "ISO/IEC 17024 4.2, 9.4.3; ASM-06",
        Override.NONE,
        "pemberian tugas, setiap tindakan",
    ),
    HardRule(
        "HR-08",
        "Anggota panel banding tidak pernah ikut dalam asesmen, keputusan, pelatihan, atau penjaminan mutu berkas itu.",
        "Members of an appeal panel had no part in assessing, deciding, training or quality assurance of the file.",
        "ISO/IEC 17024 9.8.4; APP-02",
        Override.NONE,
        "pembentukan panel",
    ),
    HardRule(
        "HR-09",
        "Orang yang dikeluhkan tidak menangani keluhan itu.",
        "The person complained about does not handle the complaint.",
        "ISO/IEC 17024 9.9; CMP-02",
        Override.NONE,
        "penugasan keluhan",
    ),
    HardRule(
        "HR-10",
        "Auditor internal tidak mengaudit bidang, rekaman, atau atasannya sendiri.",
        "Internal auditors do not audit their own area, records or superior.",
        "ISO/IEC 17024 10.2.6; PER-13",
        Override.NONE,
        "rencana audit",
    ),
    HardRule(
        "HR-11",
        "Tidak seorang pun menjamin mutu asesmen atau keputusannya sendiri; pemilik tindakan koreksi tidak "
        "memverifikasinya sendiri.",
        "Nobody quality-assures an own assessment or decision; the owner of a corrective action does not verify it.",
        "IQA-11; QMS-05",
        Override.NONE,
        "penjaminan mutu, penutupan tindakan koreksi",
    ),
    HardRule(
        "HR-12",
        "Validator perangkat uji bukan satu-satunya penyusunnya.",
        "The validator of an instrument is not its only author.",
        "MUK-02",
        Override.DUAL,
        "rilis MUK",
    ),
    HardRule(
        "HR-13",
        "Honorarium asesor dan biaya TUK tidak bergantung pada hasil kompeten atau belum kompeten.",
        "Fees of assessors and venues never depend on the result.",
        "IMP-11",
        Override.NONE,
        "penetapan biaya",
    ),
    HardRule(
        "HR-14",
        "Akun TUK, mitra, kontraktor, dan admin sistem tidak pernah memegang hak memutus.",
        "Venue, sponsor, contractor and system administrator accounts never hold decision rights.",
        "ISO/IEC 17024 4.2, 6.3; GOV-01",
        Override.NONE,
        "pengangkatan",
    ),
    HardRule(
        "HR-15",
        "Tidak seorang pun memproses berkas tentang dirinya sendiri sebagai petugas.",
        "Nobody acts as staff on a file about themselves.",
        "ISO/IEC 17024 4.3; JAMSTAC",
        Override.NONE,
        "setiap tindakan",
    ),
    HardRule(
        "HR-16",
        "Lisensi berlaku dan memuat skema pada tanggal jadwal dan tanggal keputusan.",
        "The licence is in force and names the scheme on the day of the event and of the decision.",
        "PBNSP 208; LIC-02",
        Override.DOC,
        "permohonan, jadwal, keputusan",
    ),
    HardRule(
        "HR-17",
        "Skema yang tidak berlaku tidak menerima permohonan; setelah masa peralihannya tidak dijadwalkan lagi.",
        "A scheme that is not in force takes no application; past its transition it is not scheduled.",
        "PBNSP 210; LIC-03, SCH-05",
        Override.NONE,
        "permohonan, jadwal",
    ),
    HardRule(
        "HR-18",
        "Setiap skema yang berlaku mengacu paling sedikit satu standar yang berlaku atau peralihan yang tercatat.",
        "Every scheme in force cites at least one standard in force or a recorded transition.",
        "PP 10/2018; SCH-02",
        Override.DOC,
        "pengesahan skema",
    ),
    HardRule(
        "HR-19",
        "Sertifikat asesor berlaku pada hari asesmen.",
        "The assessor's certificate is valid on the day of the assessment.",
        "PBNSP 303; PER-04, PER-05",
        Override.DOC,
        "penugasan, mulai asesmen",
    ),
    HardRule(
        "HR-20",
        "Asesor berwenang untuk skema ini dan kompeten secara teknis.",
        "The assessor is authorised for this scheme and technically competent.",
        "ISO/IEC 17024 6.2.2; PER-06",
        Override.NONE,
        "penugasan",
    ),
    HardRule(
        "HR-21",
        "Surat tugas ada dan mencakup jadwal, skema, tanggal, dan para asesi.",
        "A letter of assignment covers the event, the scheme, the day and the candidates.",
        "PER-04",
        Override.NONE,
        "mulai asesmen",
    ),
    HardRule(
        "HR-22",
        "Status asesor aktif: tidak dibatasi, tidak dibekukan, dan calon asesor didampingi.",
        "The assessor is active: not restricted, not suspended, and accompanied while a trainee.",
        "PER-09, PER-10",
        Override.NONE,
        "penugasan",
    ),
    HardRule(
        "HR-23",
        "Setiap peran aktif telah menandatangani pakta dan kode etik versi yang berlaku.",
        "Every active role has signed the pact and the code of ethics in the version in force.",
        "ISO/IEC 17024 6.1.7; Keputusan BNSP 1224/2020",
        Override.NONE,
        "pengaktifan peran, mulai asesmen",
    ),
    HardRule(
        "HR-24",
        "TUK terverifikasi untuk skema ini; TUK sewaktu dan tempat kerja terverifikasi untuk jadwal ini; TUK "
        "mandiri masih dalam masanya.",
        "The venue is verified for this scheme; temporary and workplace venues for this very event; "
        "permanent ones within their period.",
        "PBNSP 206 4.1-4.2",
        Override.NONE,
        "jadwal, mulai asesmen",
    ),
    HardRule(
        "HR-25",
        "Perangkat uji sudah dirilis, divalidasi, dan mencakup semua KUK.",
        "The instrument set is released, validated and covers every criterion.",
        "ISO/IEC 17024 9.2.3; MUK-01, MUK-02",
        Override.NONE,
        "jadwal",
    ),
    HardRule(
        "HR-26",
        "Rekaman baru hanya memakai edisi formulir dan dokumen yang berlaku; rekaman lama tetap pada edisinya.",
        "New records use only the editions of forms and documents in force; old records keep theirs.",
        "ISO/IEC 17024 10.2.3; DOC-04",
        Override.NONE,
        "pembuatan rekaman",
    ),
    HardRule(
        "HR-27",
        "Hak berakhir bersama pengangkatan yang memberikannya.",
        "Rights end with the appointment that gave them.",
        "PER-15",
        Override.NONE,
        "setiap tindakan",
    ),
    HardRule(
        "HR-28",
        "Sertifikasi jarak jauh hanya dengan persetujuan tercatat dan izin perekaman.",
        "Remote certification only with a recorded approval and consent to recording.",
        "SE BNSP 007/2023; ASM-11",
        Override.NONE,
        "jadwal, mulai asesmen",
    ),
    HardRule(
        "HR-29",
        "Tidak ada orang atau TUK yang dijadwalkan ganda, dan batas beban ditaati.",
        "No person and no venue is booked twice, and load limits hold.",
        "PER-11, TUK-10",
        Override.DUAL,
        "jadwal",
    ),
    HardRule(
        "HR-30",
        "Permohonan tanpa tanda tangan, identitas, persyaratan dasar, atau penerimaan informasi tidak terkirim.",
        "An application without signature, identity, requirements or acceptance of the information is not submitted.",
        "PBNSP 201 9.1.2",
        Override.NONE,
        "pengiriman FR.APL.01",
    ),
    HardRule(
        "HR-31",
        "Tidak ada status asesi tanpa tinjauan positif oleh orang lain.",
        "Nobody becomes a candidate without a positive review by another person.",
        "PBNSP 201 9.1.3",
        Override.NONE,
        "tinjauan permohonan",
    ),
    HardRule(
        "HR-32",
        "Asesi di bawah 18 tahun memerlukan persetujuan wali.",
        "A candidate under 18 needs the consent of a guardian.",
        "UU 27/2022 pasal 25",
        Override.NONE,
        "pengiriman permohonan",
    ),
    HardRule(
        "HR-33",
        "Permintaan kebutuhan khusus diputuskan sebelum penjadwalan.",
        "A request for special needs is decided before scheduling.",
        "PBNSP 201 9.2.5",
        Override.NONE,
        "jadwal",
    ),
    HardRule(
        "HR-34",
        "Materi uji tidak terbuka sebelum FR.AK.01, pernyataan kerahasiaan, dan pemeriksaan identitas selesai.",
        "No assessment material opens before FR.AK.01, confidentiality and the identity check are done.",
        "ISO/IEC 17024 7.4.3; APL-07, APL-08",
        Override.NONE,
        "mulai asesmen",
    ),
    HardRule(
        "HR-35",
        "Rekomendasi memerlukan penilaian, bukti, empat tanda VATM, dan metode untuk setiap KUK, dan setiap "
        "tanda negatif sudah diselesaikan.",
        "A recommendation needs a judgement, evidence, four marks and a method for every criterion, and "
        "every negative mark resolved.",
        "ISO/IEC 17024 9.2.3; ASM-01, ASM-02",
        Override.NONE,
        "rekomendasi",
    ),
    HardRule(
        "HR-36",
        "Unit kompeten hanya bila semua KUK wajibnya terpenuhi; hasil sertifikat hanya menurut aturan skema atas unit.",
        "A unit is competent only when all its required criteria are met; the result only by the scheme's "
        "own rule over units.",
        "Skema sertifikasi; DEC-06",
        Override.NONE,
        "rekomendasi, keputusan",
    ),
    HardRule(
        "HR-37",
        "Keputusan hanya atas berkas yang lengkap dan sudah dibekukan.",
        "Decisions are made only on a frozen and complete file.",
        "ISO/IEC 17024 9.4.1-9.4.2",
        Override.NONE,
        "pleno",
    ),
    HardRule(
        "HR-38",
        "Keputusan memerlukan kuorum, daftar pemutus, catatan yang tidak ikut, alasan, dan tanggal yang "
        "tidak mendahului asesmen.",
        "A decision needs quorum, named deciders, recusals, a reason and a day not before the assessment.",
        "DEC-04",
        Override.NONE,
        "keputusan",
    ),
    HardRule(
        "HR-39",
        "Keputusan yang berbeda dari rekomendasi disertai alasan tertulis.",
        "A decision that departs from the recommendation carries a written reason.",
        "DEC-05",
        Override.NONE,
        "keputusan",
    ),
    HardRule(
        "HR-40",
        "Kompeten atau belum, penolakan, pembekuan, dan pencabutan selalu tindakan manusia.",
        "Competence, rejection, suspension and withdrawal are always the act of a person.",
        "UU 27/2022 pasal 10; ISO/IEC 17024; PDP-11",
        Override.NONE,
        "setiap tindakan penilaian",
    ),
    HardRule(
        "HR-41",
        "Insiden terbuka, penahanan penjaminan mutu, atau benturan terbuka menghentikan keputusan atas berkas terkait.",
        "An open incident, a quality hold or an open conflict stops the decision on the files concerned.",
        "ASM-09, IQA-09",
        Override.DUAL,
        "pleno",
    ),
    HardRule(
        "HR-42",
        "Sertifikat terbit hanya dari keputusan kompeten, sekali untuk tiap keputusan, dengan semua isian wajib.",
        "A certificate is issued only from a decision of competent, once per decision, with all mandatory fields.",
        "ISO/IEC 17024 9.4.5-9.4.7",
        Override.NONE,
        "penerbitan",
    ),
    HardRule(
        "HR-43",
        "Nomor sertifikat dan registrasi unik, tidak dipakai ulang, dan nomor batal dijelaskan.",
        "Certificate and registration numbers are unique and never reused; voids are explained.",
        "PBNSP 302",
        Override.NONE,
        "penerbitan",
    ),
    HardRule(
        "HR-44",
        "Satu nomor blanko paling banyak untuk satu sertifikat; terpakai, rusak, kembali, dan sisa sama "
        "dengan yang diterima.",
        "A blank serves at most one certificate; used, damaged, returned and stock add up to those received.",
        "Prosedur blanko BNSP 2018",
        Override.NONE,
        "penerbitan, hitung stok",
    ),
    HardRule(
        "HR-45",
        "Sertifikat tidak diserahkan sebelum perjanjian penggunaan dan tanda terima ada.",
        "A certificate is not handed over before the agreement on its use and a receipt.",
        "ISO/IEC 17024 9.7.2; CER-06, CER-08",
        Override.NONE,
        "penyerahan",
    ),
    HardRule(
        "HR-46",
        "Status publik langsung mengikuti kenyataan: habis masa, dibekukan, dicabut, dikurangi.",
        "The public status follows the facts at once: expired, suspended, withdrawn, reduced.",
        "ISO/IEC 17024 7.2.1, 9.5",
        Override.NONE,
        "pemeriksaan sertifikat",
    ),
    HardRule(
        "HR-47",
        "Pembekuan, pencabutan, dan pengurangan diputus komite dengan dasar, catatan dengar pendapat, dan "
        "pemberitahuan.",
        "Suspension, withdrawal and reduction are decided by deciders with a ground, a hearing and a notice.",
        "ISO/IEC 17024 9.5; SRV-03",
        Override.NONE,
        "perkara status",
    ),
    HardRule(
        "HR-48",
        "Data yang sudah terbit hanya berubah lewat perkara koreksi; berkas lama tetap ada dan ditandai.",
        "Issued data change only by a correction; the old file stays and is marked.",
        "CER-07, PDP-04",
        Override.NONE,
        "koreksi",
    ),
    HardRule(
        "HR-49",
        "Halaman publik tidak pernah menampilkan NIK, alamat, kontak, nilai, alasan, atau data kebutuhan khusus.",
        "Public pages never show NIK, address, contact, scores, reasons or data on special needs.",
        "UU 27/2022; CER-10",
        Override.NONE,
        "pemeriksaan sertifikat",
    ),
    HardRule(
        "HR-50",
        "Formulir yang sudah dikirim tidak berubah; koreksi adalah tambahan yang ditandatangani dan beralasan.",
        "Submitted forms never change; a correction is an addition, signed and with its reason.",
        "ASM-05, REC-03",
        Override.NONE,
        "setiap penyimpanan",
    ),
    HardRule(
        "HR-51",
        "Buku besar hanya bertambah dan berantai; putusnya rantai membuka alarm yang hanya ditutup manajer mutu.",
        "The ledger only grows and is chained; a break opens an alarm that only the quality manager closes.",
        "REC-03, SEC-05",
        Override.NONE,
        "setiap tindakan",
    ),
    HardRule(
        "HR-52",
        "Rekaman tidak dimusnahkan sebelum masa simpannya habis atau selama ditahan untuk perkara.",
        "No record is destroyed before its retention ends or while it is held for a case.",
        "PBNSP 201 7.1.2",
        Override.NONE,
        "pemusnahan",
    ),
    HardRule(
        "HR-53",
        "Ketidaksesuaian ditutup hanya dengan penyebab, tindakan, bukti, dan verifikasi orang lain; yang "
        "mayor juga dengan pemeriksaan keefektifan.",
        "A nonconformity closes only with cause, action, evidence and verification by another; a major one "
        "also with a check of effect.",
        "ISO/IEC 17024 10.2.7",
        Override.NONE,
        "penutupan temuan",
    ),
    HardRule(
        "HR-54",
        "Program audit dua belas bulan mencakup semua klausul; tahun yang berlubang tidak ditutup.",
        "The audit programme of twelve months covers every clause; a year with gaps is not closed.",
        "ISO/IEC 17024 10.2.6",
        Override.DOC,
        "penutupan program audit",
    ),
    HardRule(
        "HR-55",
        "Tinjauan manajemen ditutup setelah setiap masukan dibahas dan setiap keluaran punya penanggung "
        "jawab dan tanggal.",
        "A management review closes when every input is treated and every output has an owner and a date.",
        "ISO/IEC 17024 10.2.5",
        Override.NONE,
        "penutupan tinjauan",
    ),
    HardRule(
        "HR-56",
        "Laporan adalah potret rekaman; angkanya tidak dapat diketik.",
        "Reports are snapshots of records; figures cannot be typed.",
        "REP-02",
        Override.NONE,
        "laporan",
    ),
    HardRule(
        "HR-57",
        "Insiden data pribadi dan permintaan subjek data memulai hitungan 3 x 24 jam yang tidak dapat dihentikan.",
        "A personal-data incident or a subject's request starts a clock of 72 hours that cannot be paused.",
        "UU 27/2022",
        Override.NONE,
        "insiden, permintaan subjek data",
    ),
    HardRule(
        "HR-58",
        "Banding atau keluhan tidak ditutup sebelum pemberitahuan resmi dikirim.",
        "An appeal or complaint is not closed before its formal notice is sent.",
        "ISO/IEC 17024 9.8, 9.9",
        Override.NONE,
        "penutupan",
    ),
    HardRule(
        "HR-59",
        "Selama banding, berkas, bukti, dan versi perangkat uji ditahan.",
        "During an appeal the file, the evidence and the version of the instruments are held.",
        "APP-01, REC-02",
        Override.NONE,
        "pembukaan banding",
    ),
    HardRule(
        "HR-60",
        "Setelan aturan berubah hanya lewat perubahan terkendali dengan tanggal berlaku, tidak pernah mundur.",
        "Rule settings change only by a controlled change with a first day, never backwards.",
        "ISO/IEC 17024 10.2.3",
        Override.NONE,
        "parameter",
    ),
)

BY_ID = {each.id: each for each in HARD_RULES}
