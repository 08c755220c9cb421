{
  "format": "infusion-bridge library signatures 1",
  "signatures": [
    {
      "key": "ed25519:565fcf0fab566231",
      "person": "demo-pharmacy",
      "role": "pharmacy",
      "content_hash": "31ba3fd32033b71ec4d96ef4d145600ceb98b251f5f3d2deb9486c653c177889",
      "serial": 3,
      "signature": "U76M4YpRy088JEMm3fMpPULQ7MO4oQh/ba0PE5TzLCyaxJrP/1uDumEl8C2EX/0bX2g05ajeTOlCMUtYF92rBQ=="
    },
    {
      "key": "ed25519:a5b988cbf22c9fb1",
      "person": "demo-nursing",
      "role": "nursing",
      "content_hash": "31ba3fd32033b71ec4d96ef4d145600ceb98b251f5f3d2deb9486c653c177889",
      "serial": 3,
      "signature": "816DhRYXY3abMvuyxyl898vCyr+fXstScNLwk8A15I6rlw19H9VtHU1nQw7BBIckcG6ZjFM31zI6o3iJ2VjWBw=="
    }
  ]
}
