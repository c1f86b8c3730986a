/// The file of a zone made by hand, in the form TZif.
public struct SampleZone: Sendable {
  /// The digit of the version, 1 to 4.
  public var version = 2
  /// The times of the changes in seconds since 1970, each with the offset in seconds from then on.
  public var changes: [(time: Int, offset: Int)] = []
  /// The offset before all changes, in seconds.
  public var first = 0
  /// The rule for the future.
  public var footer: String
  /// How many leap seconds the file says it has.
  public var leapSeconds = 0

  /// A zone whose clock goes by a rule such as `MST7`.
  public init(_ footer: String) {
    self.footer = footer
  }

  /// The bytes of the file.
  public var bytes: [UInt8] {
    guard version > 1 else { return half(timeSize: 4) }
    // The first half of a newer file is for old readers, and may be empty.
    var empty = self
    empty.changes = []
    return empty.half(timeSize: 4) + half(timeSize: 8) + Array("\n\(footer)\n".utf8)
  }

  private func half(timeSize: Int) -> [UInt8] {
    var bytes = Array("TZif".utf8)
    bytes.append(version == 1 ? 0 : UInt8(ascii: "0") + UInt8(version))
    bytes += Array(repeating: 0, count: 15)
    let counts = [0, 0, leapSeconds, changes.count, changes.count + 1, 4]
    for count in counts { bytes += number(count, size: 4) }
    for change in changes { bytes += number(change.time, size: timeSize) }
    for index in changes.indices { bytes.append(UInt8(index + 1)) }
    for offset in [first] + changes.map(\.offset) { bytes += number(offset, size: 4) + [0, 0] }
    bytes += Array("LMT\0".utf8)
    bytes += Array(repeating: 0, count: leapSeconds * (timeSize + 4))
    return bytes
  }

  private func number(_ value: Int, size: Int) -> [UInt8] {
    (0..<size).reversed().map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }
}
