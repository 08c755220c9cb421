{
  "format": "infusion-bridge library signatures 1",
  "signatures": [
    {
      "key": "ed25519:565fcf0fab566231",
      "person": "demo-pharmacy",
      "role": "pharmacy",
      "content_hash": "0093033f9dae7b09cd361108b2fd20dfcc03c1f1a827616cbe07ce4337229882",
      "serial": 3,
      "signature": "NRg1U8pxT+CgAyXo5jdR9ADBqJErhP0QF0w/tKa6EMisyXBi3JNky1EwHQ1AmWl/GLz4WhCGr5e27WIvzh/3Aw=="
    },
    {
      "key": "ed25519:a5b988cbf22c9fb1",
      "person": "demo-nursing",
      "role": "nursing",
      "content_hash": "0093033f9dae7b09cd361108b2fd20dfcc03c1f1a827616cbe07ce4337229882",
      "serial": 3,
      "signature": "a++23BeFzbOZQlNlhAkfdwjqkAtLskblcNpvJE+0QqpOlhAJm40wvVjcLUFesu4NF/cdL0aT+7LPrhXlGTrJDQ=="
    }
  ]
}
