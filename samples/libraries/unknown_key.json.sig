{
  "format": "infusion-bridge library signatures 1",
  "signatures": [
    {
      "key": "ed25519:565fcf0fab566231",
      "person": "demo-pharmacy",
      "role": "pharmacy",
      "content_hash": "f578729a7df58be2cf1ce083ab0e02b956ff6951cdc52032cf14ce456c0234f3",
      "serial": 3,
      "signature": "PooA1HovjeN3YEJsE5q+pVL3a46HvBlJJ/qyEmXOgWQ2DyKxfJT9Wo824JtGTjJOePkkwtvcUX90pnv16UJOCw=="
    },
    {
      "key": "ed25519:d1cabc5cf4feb403",
      "person": "stranger",
      "role": "pharmacy",
      "content_hash": "f578729a7df58be2cf1ce083ab0e02b956ff6951cdc52032cf14ce456c0234f3",
      "serial": 3,
      "signature": "SWBiL/OyBAuEGayJp6rwv5HkXpwhobDd+aUm3soHCKxBBvMm4DWklbxZVHW8va4pjualUrDz7ZKNDh+tTod3DQ=="
    }
  ]
}
