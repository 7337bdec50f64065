from jamstac.ledger.wording import register_events

register_events(
    {
        "notice.worded": "Kata-kata pesan diubah",
        "notice.restored": "Kata-kata pesan dikembalikan ke bawaan",
        "whatsapp.connected": "WhatsApp LSP disambungkan",
        "whatsapp.disconnected": "WhatsApp LSP diputus",
        "channels.chosen": "Cara menerima kabar dipilih",
    }
)
