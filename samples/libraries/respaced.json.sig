{
  "format": "infusion-bridge library signatures 1",
  "signatures": [
    {
      "key": "ed25519:565fcf0fab566231",
      "person": "demo-pharmacy",
      "role": "pharmacy",
      "content_hash": "378eb01d8eaf12a30724353ef903229f7fa18dfe368efb523ddeed437c568bdc",
      "serial": 4,
      "signature": "JlYlOBMoiMdd7E0iXwJqAwZAWt3aUbD9ZURU+AdS04aeECOYzqE+YpWmZamA+n2lqRIgvxyE/afdLo8RkjVmAA=="
    },
    {
      "key": "ed25519:a5b988cbf22c9fb1",
      "person": "demo-nursing",
      "role": "nursing",
      "content_hash": "378eb01d8eaf12a30724353ef903229f7fa18dfe368efb523ddeed437c568bdc",
      "serial": 4,
      "signature": "g2nSOrmaoDHz1ydfjJz3ETlrDQ2cm/wPjGWmJPp/Qwd3qUoWw6aFOSSFt6h0bAXGAEAJJAe/Lap/udUCrsLfDw=="
    }
  ]
}
