{
  "format": "infusion-bridge library signatures 1",
  "signatures": [
    {
      "key": "ed25519:565fcf0fab566231",
      "person": "demo-pharmacy",
      "role": "pharmacy",
      "content_hash": "31924b489d74d4fc67a60fa1e2cc17a14acda1b6acdb19966a28efb2e63418f8",
      "serial": 1,
      "signature": "1HnUBOBZMiFNxITlUbuw1qLbTfi0Gvf3a2JzWnaDRpLuebTWueabFsfRx9LJGubFU8gJt4f5p22TnO8t128IAQ=="
    },
    {
      "key": "ed25519:a5b988cbf22c9fb1",
      "person": "demo-nursing",
      "role": "nursing",
      "content_hash": "31924b489d74d4fc67a60fa1e2cc17a14acda1b6acdb19966a28efb2e63418f8",
      "serial": 1,
      "signature": "KzWQwr+jH2P42s8X4ZWrZI7UooSHQiAaNNuu2EIt/hIsJjeM2KSlj4IYZGSa6kKd6R2A7xyxYb89dh3hX01tBQ=="
    }
  ]
}
