{
  "format": "infusion-bridge library signatures 1",
  "signatures": [
    {
      "key": "ed25519:565fcf0fab566231",
      "person": "demo-pharmacy",
      "role": "pharmacy",
      "content_hash": "478898de0bbd751b7bb365984ade7042c341a6606f4e49c0fb7382e515161df6",
      "serial": 1,
      "signature": "WrrJ9/oLCKT8LlA+0hz/l50H1q6cgPBdOUqOWAkrBkFW++Y8u89nOahnErYW+BTi5MUZyiP/b9SarMXdFn9LDQ=="
    },
    {
      "key": "ed25519:a5b988cbf22c9fb1",
      "person": "demo-nursing",
      "role": "nursing",
      "content_hash": "478898de0bbd751b7bb365984ade7042c341a6606f4e49c0fb7382e515161df6",
      "serial": 1,
      "signature": "48rubO4sXiNs3HEFoydg5BkmWjXl7Wi82LfJln81Bt24aTyNa7MxuOyJfIusAa4WihFHZ6wCOOZnfo/Q4824BA=="
    }
  ]
}
