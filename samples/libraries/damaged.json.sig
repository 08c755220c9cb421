{
  "format": "infusion-bridge library signatures 1",
  "signatures": [
    {
      "key": "ed25519:565fcf0fab566231",
      "person": "demo-pharmacy",
      "role": "pharmacy",
      "content_hash": "595bfd61b541b627c3ad021d68dddb3a41db5cfe867f195d45b73d5a8fe1d5d3",
      "serial": 3,
      "signature": "8wUyOLZ/Vqm7MhI4HQcfWuLwUk+b93Kl3B2BhFc9OEJlB8QtSFaO73VqRbi9mumVuYM/csacGVdSxxwX1E5yBQ=="
    },
    {
      "key": "ed25519:a5b988cbf22c9fb1",
      "person": "demo-nursing",
      "role": "nursing",
      "content_hash": "595bfd61b541b627c3ad021d68dddb3a41db5cfe867f195d45b73d5a8fe1d5d3",
      "serial": 3,
      "signature": "KLmi8cuwVZ9LkPWjDLo0HZ8Ftd4m7uCmsjnigVRgS5SvvDrZzQjIJPZyfpbz3FEbSPRkRclfoMsMZzqzN1bpAA=="
    }
  ]
}
