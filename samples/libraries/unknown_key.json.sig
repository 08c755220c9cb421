{
  "format": "infusion-bridge library signatures 1",
  "signatures": [
    {
      "key": "ed25519:565fcf0fab566231",
      "person": "demo-pharmacy",
      "role": "pharmacy",
      "content_hash": "e4b93fed5765c76f3692b706c40b0cad2a5debbec7e1f1feaa7852deb935e54b",
      "serial": 3,
      "signature": "huem6gfz3RmIfDIgqUOqJM6W8ufkWFCLP/N7CFWYatFjzIL2Nt/c1jThKJaiZVYoExo/L00zgiRWY8s7dK67Cw=="
    },
    {
      "key": "ed25519:e0ca928dd25ee8cf",
      "person": "stranger",
      "role": "pharmacy",
      "content_hash": "e4b93fed5765c76f3692b706c40b0cad2a5debbec7e1f1feaa7852deb935e54b",
      "serial": 3,
      "signature": "JP9hYqFu0EPZXMYnHi6HDh7a7wVvim+L8/3axOaQjq37rCgjEBvrtSSyb+cj/lFQ7H7frekozShXBr0aEV5ECw=="
    }
  ]
}
