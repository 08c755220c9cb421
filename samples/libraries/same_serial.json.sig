{
  "format": "infusion-bridge library signatures 1",
  "signatures": [
    {
      "key": "ed25519:565fcf0fab566231",
      "person": "demo-pharmacy",
      "role": "pharmacy",
      "content_hash": "67941e49c409f48ec736f6beff1306c5b2969ed6b5f03af8b98941ea7c30a3f0",
      "serial": 2,
      "signature": "rtJCbZ5fSNZFfyyR+yUGS53Wr1Myvyed9ynNNG5qbbcz2x8O+l3UPm+A9uYMrNOmuQbw/B0YuPMteXZKZmnGAg=="
    },
    {
      "key": "ed25519:a5b988cbf22c9fb1",
      "person": "demo-nursing",
      "role": "nursing",
      "content_hash": "67941e49c409f48ec736f6beff1306c5b2969ed6b5f03af8b98941ea7c30a3f0",
      "serial": 2,
      "signature": "2jKAFYgxmQvs3OA9dbjzyXAXQtL79xmeRKRGnNUa705Plfy+/O7J499ekuadChVnCCv7eKtrb+24XV3K4o16Dw=="
    }
  ]
}
