import Testing

@testable import Records

/// Vectors of NIST's *Secure Hash Algorithm Validation System* and of FIPS 180-4's examples.
@Suite struct SHA256Tests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqr"
        + "lmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
  ])
  func `the standard's examples have the standard's digests`(message: String, digest: String) {
    #expect(SHA256(of: message.utf8).hexadecimal == digest)
  }

  @Test(arguments: [
    (55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
    (56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"),
    (63, "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34"),
    (64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
    (65, "635361c48bb9eab14198e76ea8ab7f1a41685d6ad62aa9146d301d4f17eb0ae0"),
  ])
  func `messages that end near a block's end are padded as the standard says`(
    count: Int,
    digest: String
  ) {
    let message = repeatElement(UInt8(ascii: "a"), count: count)
    #expect(SHA256(of: message).hexadecimal == digest)
  }

  @Test func `a message of many blocks has the standard's digest`() {
    let message = repeatElement(UInt8(ascii: "a"), count: 1_000_000)
    let digest = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    #expect(SHA256(of: message).hexadecimal == digest)
  }

  @Test func `a part of some bytes has the digest that it has alone`() {
    let bytes = (0..<400).map { UInt8(truncatingIfNeeded: $0 * 7) }
    for start in [0, 1, 63, 64, 65] {
      for count in 0..<200 {
        let part = start..<start + count
        #expect(SHA256(of: bytes, in: part) == SHA256(of: Array(bytes[part])), "\(part)")
      }
    }
  }

  @Test func `a digest among some bytes is known, and no other bytes are taken for it`() {
    let message = Array("abc".utf8)
    let bytes = message + SHA256(of: message).bytes + [0]
    #expect(SHA256.isDigest(3..<35, of: 0..<3, in: bytes))
    for other in [4..<36, 3..<34, 3..<3] {
      #expect(!SHA256.isDigest(other, of: 0..<3, in: bytes))
    }
    for place in 3..<35 {
      var changed = bytes
      changed[place] ^= 1
      #expect(!SHA256.isDigest(3..<35, of: 0..<3, in: changed))
    }
  }
}
