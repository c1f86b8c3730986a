/// The SHA-256 digest of bytes.
///
/// Source: *Secure Hash Standard*, FIPS PUB 180-4, sections 4.1.2, 4.2.2, 5 and 6.2.
public struct SHA256: Hashable, Sendable {
  /// The 32 bytes of the digest.
  public let bytes: [UInt8]

  /// Computes the digest of a message shorter than 2⁶¹ bytes.
  ///
  /// - Complexity: O(*n*), and as much memory as the message unless it is an array.
  public init(of message: some Collection<UInt8>) {
    let message = [UInt8](message)
    self.init(of: message, in: 0..<message.count)
  }

  /// Computes the digest of a part of some bytes.
  ///
  /// - Complexity: O(*n*) for a part of *n* bytes.
  init(of message: [UInt8], in part: Range<Int>) {
    let words = Self.words(of: message, in: part)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(32)
    for index in words.indices {
      for shift in stride(from: 24, through: 0, by: -8) {
        bytes.append(UInt8(truncatingIfNeeded: words[index] >> UInt32(shift)))
      }
    }
    self.bytes = bytes
  }

  /// Whether some of the bytes are the digest of a part of them; takes no memory for it.
  static func isDigest(_ digest: Range<Int>, of part: Range<Int>, in bytes: [UInt8]) -> Bool {
    guard digest.count == 32 else { return false }
    let words = words(of: bytes, in: part)
    let bytes = unsafe bytes.span.bytes
    for index in words.indices
    where words[index] != word(bytes, at: digest.lowerBound + 4 * index) {
      return false
    }
    return true
  }

  /// The digest as 64 lower-case hexadecimal digits.
  public var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }

  /// The eight words of a digest.
  private static func words(of message: [UInt8], in part: Range<Int>) -> InlineArray<8, UInt32> {
    var state = initialState
    let rest = part.upperBound - part.count % 64
    for start in stride(from: part.lowerBound, to: rest, by: 64) {
      compress(unsafe message.span.bytes, from: start, into: &state)
    }
    var end = InlineArray<128, UInt8>(repeating: 0)
    let count = part.upperBound - rest
    for index in 0..<count { end[index] = message[rest + index] }
    end[count] = 0x80
    let length = count < 56 ? 64 : 128
    let bitCount = UInt64(part.count) * 8
    for index in 0..<8 {
      end[length - 1 - index] = UInt8(truncatingIfNeeded: bitCount >> UInt64(8 * index))
    }
    for start in stride(from: 0, to: length, by: 64) {
      compress(unsafe end.span.bytes, from: start, into: &state)
    }
    return state
  }

  /// Takes the block of 64 bytes that begins at `start` into the state.
  ///
  /// Eight steps at a time, so that no value moves from one variable to the next.
  private static func compress(
    _ message: RawSpan,
    from start: Int,
    into state: inout InlineArray<8, UInt32>
  ) {
    var schedule = InlineArray<64, UInt32>(repeating: 0)
    for step in 0..<16 { schedule[step] = word(message, at: start + 4 * step) }
    for step in 16..<64 {
      let (early, late) = (schedule[step - 15], schedule[step - 2])
      let sigma0 = early.rotated(by: 7) ^ early.rotated(by: 18) ^ (early >> 3)
      let sigma1 = late.rotated(by: 17) ^ late.rotated(by: 19) ^ (late >> 10)
      schedule[step] = schedule[step - 16] &+ sigma0 &+ schedule[step - 7] &+ sigma1
    }
    for step in schedule.indices { schedule[step] &+= constants[step] }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for step in stride(from: 0, to: 64, by: 8) {
      take(schedule[step], a, b, c, &d, e, f, g, &h)
      take(schedule[step + 1], h, a, b, &c, d, e, f, &g)
      take(schedule[step + 2], g, h, a, &b, c, d, e, &f)
      take(schedule[step + 3], f, g, h, &a, b, c, d, &e)
      take(schedule[step + 4], e, f, g, &h, a, b, c, &d)
      take(schedule[step + 5], d, e, f, &g, h, a, b, &c)
      take(schedule[step + 6], c, d, e, &f, g, h, a, &b)
      take(schedule[step + 7], b, c, d, &e, f, g, h, &a)
    }
    state[0] &+= a
    state[1] &+= b
    state[2] &+= c
    state[3] &+= d
    state[4] &+= e
    state[5] &+= f
    state[6] &+= g
    state[7] &+= h
  }

  /// One step: the variables by their letters in the standard, of which two change.
  @inline(__always)
  private static func take(
    _ input: UInt32,
    _ a: UInt32,
    _ b: UInt32,
    _ c: UInt32,
    _ d: inout UInt32,
    _ e: UInt32,
    _ f: UInt32,
    _ g: UInt32,
    _ h: inout UInt32
  ) {
    let sum1 = e.rotated(by: 6) ^ e.rotated(by: 11) ^ e.rotated(by: 25)
    let choice = (e & f) ^ (~e & g)
    let first = h &+ sum1 &+ choice &+ input
    let sum0 = a.rotated(by: 2) ^ a.rotated(by: 13) ^ a.rotated(by: 22)
    let majority = (a & b) ^ (a & c) ^ (b & c)
    d &+= first
    h = first &+ sum0 &+ majority
  }

  /// Four bytes as a number, the most significant first.
  private static func word(_ bytes: RawSpan, at place: Int) -> UInt32 {
    // Within the bytes, as is checked; and any bits are a number.
    unsafe bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt32.self).bigEndian
  }

  /// The first 32 bits of the fractional parts of the square roots of the first eight primes.
  private static let initialState: InlineArray<8, UInt32> = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
    0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]

  /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
  private static let constants: InlineArray<64, UInt32> = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5,
    0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3,
    0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc,
    0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13,
    0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3,
    0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5,
    0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208,
    0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]
}

extension UInt32 {
  /// The bits moved to the right by `count`, those that fall out entering again on the left.
  fileprivate func rotated(by count: UInt32) -> UInt32 {
    self &>> count | self &<< (32 - count)
  }
}
