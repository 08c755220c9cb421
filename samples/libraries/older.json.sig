{
  "format": "infusion-bridge library signatures 1",
  "signatures": [
    {
      "key": "ed25519:565fcf0fab566231",
      "person": "demo-pharmacy",
      "role": "pharmacy",
      "content_hash": "6feac7b98b6a7c7a418b732a787f8439c1af1db396d97f17e920b86ba9bc276b",
      "serial": 1,
      "signature": "EHS3I+/ZvnMzdcS+XrpO+0n7fBAxdP2mpBPy7dzZiJqvnKK+pWSsEgPvgmraCfY4IaDDgNkPfbDDBRfB+85aDg=="
    },
    {
      "key": "ed25519:a5b988cbf22c9fb1",
      "person": "demo-nursing",
      "role": "nursing",
      "content_hash": "6feac7b98b6a7c7a418b732a787f8439c1af1db396d97f17e920b86ba9bc276b",
      "serial": 1,
      "signature": "6IMAM4Dz43v/X0dwuwtC/mZoquTqVmyV6jaARK/tWchcTSwGDCWE6xuNCNMQgnuWuuGeAljYvNg461nl6bduCw=="
    }
  ]
}
