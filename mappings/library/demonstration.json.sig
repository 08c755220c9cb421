{
  "format": "infusion-bridge library signatures 1",
  "signatures": [
    {
      "key": "ed25519:565fcf0fab566231",
      "person": "demo-pharmacy",
      "role": "pharmacy",
      "content_hash": "34d0f9305ebcee620df772770176bdeba8687b7a8cfe004a049433daf4337a4b",
      "serial": 2,
      "signature": "/m49Xj9rcnlYfUVn7rzF6ZkAr9q49YZu6QGb1DXAHiTAkCCK/eZus3ICixSikF6WDP0ILBtlFjuvSZ67xKq0BA=="
    },
    {
      "key": "ed25519:a5b988cbf22c9fb1",
      "person": "demo-nursing",
      "role": "nursing",
      "content_hash": "34d0f9305ebcee620df772770176bdeba8687b7a8cfe004a049433daf4337a4b",
      "serial": 2,
      "signature": "PExke+TwwbgXYrT0Shja8uOvyWW3fmcM8hSPN57+gM8NrKsxXiQn1XNftIrliJd3SGQnlUSxUZ3eh4hvUYiaBw=="
    }
  ]
}
