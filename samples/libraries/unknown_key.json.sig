{
  "format": "infusion-bridge library signatures 1",
  "signatures": [
    {
      "key": "ed25519:565fcf0fab566231",
      "person": "demo-pharmacy",
      "role": "pharmacy",
      "content_hash": "d1f3838f82112d8830a4cb9eb940733fed3081a3838cc12d47f0f01bca2fae66",
      "serial": 3,
      "signature": "MvgbuAzeSmkQ1kz4drfumc81JCRbRvT9yKUGkOn4IXREQnjvVlW5UpUXrQNBHXqVC+Xq5n446dpT54+pUQeSBg=="
    },
    {
      "key": "ed25519:5f3f699f20e69a43",
      "person": "stranger",
      "role": "pharmacy",
      "content_hash": "d1f3838f82112d8830a4cb9eb940733fed3081a3838cc12d47f0f01bca2fae66",
      "serial": 3,
      "signature": "JZM1N0hD2IDUBjLDN9jF5EcnArUJCxDHxn5q9GInVp/EhLxqKMpb53NmZhrdvPtU9E5lOjRmW2NVSY3sbuTpCA=="
    }
  ]
}
