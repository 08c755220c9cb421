{
  "format": "infusion-bridge library signatures 1",
  "signatures": [
    {
      "key": "ed25519:565fcf0fab566231",
      "person": "demo-pharmacy",
      "role": "pharmacy",
      "content_hash": "89f68feb8a853576b8e75a09243894c011550077f8af90c00ef69655c0f7adfb",
      "serial": 3,
      "signature": "sGNJUcGGMRxK38NtZv0BQSrI/AfIQ6DEtdb3dA970wlfZ+sAiCxuynusayqZe9zsB5Pk1oliKDGoUfqS2y9AAA=="
    },
    {
      "key": "ed25519:a5b988cbf22c9fb1",
      "person": "demo-nursing",
      "role": "nursing",
      "content_hash": "89f68feb8a853576b8e75a09243894c011550077f8af90c00ef69655c0f7adfb",
      "serial": 3,
      "signature": "UJ7MFhGJ6VPkux4l3p4MJbM2nRNXeC6I8gfGvdQ+8Q/XTJWZ1UIc9irEuPyFOv5s++MTIb9tBy3lKraChTeCCg=="
    }
  ]
}
