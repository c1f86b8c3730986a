/// A ZIP file put together byte by byte, as the specification has it, also a wrong one.
public struct HandmadeArchive {
  /// One file of it, with what its headers say.
  public struct Entry {
    public var path: String
    public var data: [UInt8]
    public var method = 0
    public var flags = 0
    public var checksum: UInt32
    public var size: Int
    public var mode = 0o100_644

    /// A file that is kept as it is.
    public static func stored(_ path: String, _ text: String) -> Entry {
      let data = Array(text.utf8)
      return Entry(path: path, data: data, checksum: checksum(of: data), size: data.count)
    }

    /// A file whose deflated bytes were made by another program.
    public static func deflated(_ path: String) -> Entry {
      let text = Array(HandmadeArchive.inflatedText.utf8)
      return Entry(
        path: path,
        data: HandmadeArchive.deflatedBytes,
        method: 8,
        checksum: checksum(of: text),
        size: text.count
      )
    }

    /// CRC-32, bit by bit.
    private static func checksum(of bytes: [UInt8]) -> UInt32 {
      var sum: UInt32 = 0xFFFF_FFFF
      for byte in bytes {
        sum ^= UInt32(byte)
        for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
      }
      return ~sum
    }
  }

  /// What ``deflatedBytes`` stand for.
  public static let inflatedText =
    "to be asked, to be marked, to be asked again: nails and hammers, hammers and nails"
  /// A raw deflate stream, made with Python's zlib at level 9.
  public static let deflatedBytes: [UInt8] = [
    0x2B, 0xC9, 0x57, 0x48, 0x4A, 0x55, 0x48, 0x2C, 0xCE, 0x4E, 0x4D, 0xD1,
    0x51, 0x28, 0x01, 0x73, 0x72, 0x13, 0x8B, 0x90, 0x78, 0x60, 0x29, 0x85,
    0xC4, 0xF4, 0xC4, 0xCC, 0x3C, 0x2B, 0x85, 0xBC, 0xC4, 0xCC, 0x9C, 0x62,
    0x85, 0xC4, 0xBC, 0x14, 0x85, 0x8C, 0xC4, 0xDC, 0xDC, 0xD4, 0xA2, 0x62,
    0x1D, 0x18, 0x03, 0x2C, 0x08, 0x96, 0x06, 0x00,
  ]

  /// The whole file.
  public private(set) var bytes: [UInt8] = []

  /// Puts files together.
  public init(_ entries: [Entry], comment: String = "") {
    var directory: [UInt8] = []
    for entry in entries {
      let offset = bytes.count
      let name = Array(entry.path.utf8)
      let common =
        Self.number(20, 2) + Self.number(entry.flags, 2) + Self.number(entry.method, 2)
        + Self.number(0, 4) + Self.number(Int(entry.checksum), 4)
        + Self.number(entry.data.count, 4) + Self.number(entry.size, 4)
        + Self.number(name.count, 2) + Self.number(0, 2)
      bytes += Self.number(0x0403_4B50, 4) + common + name + entry.data
      directory += Self.number(0x0201_4B50, 4) + Self.number(0x0314, 2) + common
      directory += Self.number(0, 2) + Self.number(0, 2) + Self.number(0, 2)
      directory += Self.number(entry.mode << 16, 4) + Self.number(offset, 4) + name
    }
    let start = bytes.count
    bytes += directory
    bytes += Self.number(0x0605_4B50, 4) + Self.number(0, 2) + Self.number(0, 2)
    bytes += Self.number(entries.count, 2) + Self.number(entries.count, 2)
    bytes += Self.number(directory.count, 4) + Self.number(start, 4)
    bytes += Self.number(comment.utf8.count, 2) + Array(comment.utf8)
  }

  /// A number, its low byte first.
  private static func number(_ value: Int, _ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}
