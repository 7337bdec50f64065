from jamstac.kernel.verdicts import register_refusals

register_refusals(
    {
        "toolset.not_released": (
            "Tidak ada MUK yang ditetapkan dan berlaku untuk skema ini pada {day}.",
            "Manajer sertifikasi menetapkan MUK yang sudah divalidasi, dengan masa berlaku yang mencakup hari itu.",
        ),
        "toolset.released_with_gaps": (
            "MUK yang berlaku tidak menjangkau setiap KUK skema ini.",
            "Susun versi MUK baru yang menjangkau setiap KUK.",
        ),
        "toolset.no_units": (
            "Versi skema ini belum memuat unit kompetensi.",
            "Lengkapi skema lebih dulu.",
        ),
        "toolset.not_a_writer": (
            "Anda tidak ikut menyusun MUK ini dan tidak berwenang untuk skemanya.",
            "Minta manajer sertifikasi memberi kewenangan untuk skema ini, atau serahkan kepada penyusunnya.",
        ),
        "toolset.open_draft": (
            "MUK lain untuk versi skema ini masih disusun, menunggu validasi, atau menunggu penetapan.",
            "Buka dan lanjutkan MUK itu.",
        ),
        "toolset.other_scheme": (
            "MUK yang akan disalin milik versi skema lain.",
            "Salin MUK dari versi skema yang sama, atau susun dari skema.",
        ),
        "toolset.sent": (
            "MUK ini sudah ditandatangani penyusun dan dikirim untuk divalidasi.",
            "Minta MUK dikembalikan dengan alasannya; sesudah itu isinya bisa diubah.",
        ),
        "toolset.released": (
            "MUK ini sudah ditetapkan, jadi isinya tidak berubah lagi.",
            "Susun versi baru bila ada yang harus diubah.",
        ),
        "toolset.no_potential": (
            "Peta instrumen belum mempunyai satu centang pun.",
            "Centang instrumen untuk sedikitnya satu potensi asesi pada FR.MAPA.02.",
        ),
        "toolset.gaps": (
            "{count} pasangan KUK dan potensi asesi belum terjangkau instrumen mana pun.",
            "Centang instrumen yang menjangkaunya, atau hubungkan butir soal dengan KUK itu.",
        ),
        "toolset.unplanned": (
            "{count} unit belum lengkap pada rencana asesmen (bukti, jenis bukti, perangkat).",
            "Lengkapi FR.MAPA.01 untuk unit itu.",
        ),
        "toolset.unwritten": (
            "{count} instrumen sudah dicentang pada peta tetapi belum selesai ditulis.",
            "Tulis isinya, atau hapus centangnya dari peta.",
        ),
        "toolset.sender_wrote_nothing": (
            "Anda tidak ikut menyusun MUK ini, sehingga tidak bisa menandatanganinya sebagai penyusun.",
            "Minta salah satu penyusunnya mengirimkannya.",
        ),
        "toolset.validator_not_competent": (
            "Validator bukan asesor bersertifikat yang berwenang untuk skema ini, dan bukan anggota komite skema.",
            "Pilih asesor yang berwenang untuk skema ini atau anggota komite skema.",
        ),
        "toolset.validator_is_author": (
            "Validator adalah satu-satunya penyusun MUK ini.",
            "Pilih validator lain.",
        ),
        "toolset.not_sent": (
            "MUK ini masih disusun.",
            "Penyusun mengirimkannya untuk divalidasi lebih dulu.",
        ),
        "toolset.validated_before": (
            "MUK ini sudah divalidasi.",
            "Tidak ada yang perlu dikerjakan.",
        ),
        "toolset.other_validator": (
            "MUK ini dikirim kepada validator lain.",
            "Serahkan kepada validator yang disebut, atau kembalikan MUK ini agar dikirim ulang.",
        ),
        "toolset.not_yours_to_return": (
            "MUK hanya dikembalikan oleh validatornya, penyusunnya, atau manajer sertifikasi.",
            "Minta salah satu dari mereka mengembalikannya.",
        ),
        "toolset.no_reason": (
            "Temuan atau alasan pengembalian belum ditulis.",
            "Tulis apa yang harus diperbaiki.",
        ),
        "toolset.not_validated": (
            "MUK ini belum divalidasi.",
            "Kirimkan kepada validator, lalu tetapkan sesudah validasinya ditandatangani.",
        ),
        "toolset.period": (
            "Masa berlaku MUK berakhir sebelum dimulai.",
            "Perbaiki tanggal mulai atau tanggal berakhir.",
        ),
        "toolset.overlap": (
            "MUK lain untuk versi skema ini berlaku pada masa yang sama.",
            "Akhiri dulu MUK yang lama.",
        ),
        "toolset.not_in_force": (
            "MUK ini belum ditetapkan.",
            "Tetapkan MUK ini lebih dulu.",
        ),
        "toolset.ended_already": (
            "Masa berlaku MUK ini sudah berakhir.",
            "Tidak ada yang perlu dikerjakan.",
        ),
        "instrument.not_written": (
            "Instrumen ini tidak ditulis pada MUK: isinya diambil dari KUK skema dan dari berkas asesi.",
            "Cukup centang instrumen ini pada peta (FR.MAPA.02).",
        ),
        "instrument.group_unknown": (
            "Kelompok pekerjaan ini tidak ada pada skema.",
            "Pilih kelompok pekerjaan skema, atau seluruh skema.",
        ),
        "instrument.criterion_unknown": (
            "{count} KUK yang disebut bukan KUK skema ini.",
            "Pilih KUK dari unit skema ini.",
        ),
        "instrument.other_set": (
            "Instrumen ini milik MUK lain.",
            "Buka instrumen dari MUK ini.",
        ),
        "instrument.draw_too_many": (
            "{draw} soal diundi untuk setiap asesi, tetapi baru {items} yang ditulis.",
            "Tulis soal lagi, atau kurangi jumlah yang diundi.",
        ),
        "instrument.twice": (
            "Instrumen dengan kode dan urutan ini sudah ada pada kelompok pekerjaan yang sama.",
            "Buka instrumen yang sudah ada.",
        ),
        "plan.unit_unknown": (
            "{count} unit yang disebut bukan unit skema ini.",
            "Pilih unit dari skema ini.",
        ),
        "validation.no_aspects": (
            "Belum ada aspek yang ditandai pada validasi ini.",
            "Tandai aspek yang memenuhi aturan bukti dan prinsip asesmen.",
        ),
        "validation.team": (
            "Tim validasi memuat {count} orang.",
            "Pilih satu sampai tiga orang.",
        ),
        "validation.unfinished": (
            "{count} temuan atau rencana perbaikan belum lengkap.",
            "Isi rekomendasi setiap temuan, dan waktu serta penanggung jawab setiap perbaikan.",
        ),
        "validation.not_member": (
            "Anda bukan anggota tim validasi ini.",
            "Minta anggota tim mencatat atau menandatanganinya.",
        ),
        "validation.signed_before": (
            "Anda sudah menandatangani validasi ini.",
            "Tidak ada yang perlu dikerjakan.",
        ),
    }
)
