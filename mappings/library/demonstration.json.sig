{
  "format": "infusion-bridge library signatures 1",
  "signatures": [
    {
      "key": "ed25519:565fcf0fab566231",
      "person": "demo-pharmacy",
      "role": "pharmacy",
      "content_hash": "31bde5c8017215b67e316b1991b67c20c575f3865e6b9f182ca32548acca6d59",
      "serial": 1,
      "signature": "vQ3P+OAP99u4fxvMsa0MoBeOCxDLbam2+GjefOEKBTOo/WbB/KdkPwQtYmhHhFxVs9fGcKAyxAtAbHF6z0FHDg=="
    },
    {
      "key": "ed25519:a5b988cbf22c9fb1",
      "person": "demo-nursing",
      "role": "nursing",
      "content_hash": "31bde5c8017215b67e316b1991b67c20c575f3865e6b9f182ca32548acca6d59",
      "serial": 1,
      "signature": "RfSM4YwzTfwziCggaMxsC9Mci+2oK5uDvkWytdjOU4aqmvE5QQe/4xJaM3nMAjuMx8VUlJYVAo1lF+JMT0IbCw=="
    }
  ]
}
