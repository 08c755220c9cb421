{
  "format": "infusion-bridge library signatures 1",
  "signatures": [
    {
      "key": "ed25519:565fcf0fab566231",
      "person": "demo-pharmacy",
      "role": "pharmacy",
      "content_hash": "0e9ade08d8f1c024b62bc14ec5c259076c884f50d09591309086da96905208eb",
      "serial": 2,
      "signature": "vgr0dWkkem24fXk5mcxvYioG1YIFlIDxbxcybd7rlroEjRGbsxfOvjbL6BQwy3oHyX8yIxDyivCdZZl2onUcDg=="
    },
    {
      "key": "ed25519:a5b988cbf22c9fb1",
      "person": "demo-nursing",
      "role": "nursing",
      "content_hash": "0e9ade08d8f1c024b62bc14ec5c259076c884f50d09591309086da96905208eb",
      "serial": 2,
      "signature": "UhGFImUTKcjfgr7jRK49SwshPu199nrXQH2PWT5yWYM+NiHE5kFeLFgawFGuVh3webA0FZ33eIdnhE1vrprSAA=="
    }
  ]
}
