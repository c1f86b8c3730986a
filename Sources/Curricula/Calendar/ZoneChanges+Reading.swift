extension ZoneChanges {
  /// Why the bytes of a file are not the changes of a clock.
  public enum Fault: Error, Hashable, Sendable {
    /// The file does not begin as such a file must.
    case otherForm
    /// The file ends too early, or its parts do not fit together.
    case damaged
    /// The file counts leap seconds, which clocks that people read do not.
    case leapSeconds
    /// The rule for the future cannot be read.
    case footer(String)

    /// The reason in words, to follow a colon.
    public var text: String {
      switch self {
      case .otherForm: "it is not a TZif file"
      case .damaged: "it is damaged"
      case .leapSeconds: "it counts leap seconds; files in the folder 'right' cannot be used"
      case .footer(let rule): "its rule for the future, '\(rule)', cannot be read"
      }
    }
  }

  /// Reads a TZif file of version 1 to 4.
  ///
  /// Source: RFC 9636, sections 3.1 to 3.3. Of a file of version 2 or later only the second half
  /// counts, whose times have 64 bits.
  public init(_ bytes: [UInt8]) throws(Fault) {
    var reader = Reader(bytes: bytes)
    var header = try Header(&reader)
    var timeSize = 4
    if header.version >= 2 {
      try reader.skip(header.length(timeSize: timeSize))
      header = try Header(&reader)
      timeSize = 8
    }
    guard header.leapSeconds == 0 else { throw .leapSeconds }
    var times: [Int] = []
    for _ in 0..<header.times { times.append(try reader.integer(timeSize)) }
    var kinds: [Int] = []
    for _ in 0..<header.times { kinds.append(try reader.byte()) }
    var offsets: [Int] = []
    for _ in 0..<header.types {
      offsets.append(try reader.integer(4))
      try reader.skip(2)
    }
    let last = header.letters + header.standardMarks + header.universalMarks
    try reader.skip(last)
    guard let firstOffset = offsets.first, kinds.allSatisfy(offsets.indices.contains),
      zip(times, times.dropFirst()).allSatisfy({ $0 < $1 }),
      // More than a day from UTC, no clock on Earth is.
      offsets.allSatisfy({ abs($0) <= 26 * 3600 })
    else { throw .damaged }
    self.firstOffset = firstOffset
    changes = zip(times, kinds).map { Change(time: $0, offset: offsets[$1]) }
    footer = header.version >= 2 ? try Self.footer(&reader) : nil
  }

  /// The line after the second half; empty where nothing is said of the future.
  private static func footer(_ reader: inout Reader) throws(Fault) -> ZoneFooter? {
    guard let line = reader.line() else { throw .damaged }
    guard !line.isEmpty else { return nil }
    guard let footer = ZoneFooter(line) else { throw .footer(line) }
    return footer
  }

  /// How many things of each sort follow.
  private struct Header {
    let version: Int
    let universalMarks: Int
    let standardMarks: Int
    let leapSeconds: Int
    let times: Int
    let types: Int
    let letters: Int

    init(_ reader: inout Reader) throws(Fault) {
      guard reader.begins(with: "TZif") else { throw .otherForm }
      let sign = try reader.byte()
      // Version 1 has a zero there; later ones have their digit.
      version = sign == 0 ? 1 : sign - Int(UInt8(ascii: "0"))
      guard (1...9).contains(version) else { throw .otherForm }
      try reader.skip(15)
      var counts: [Int] = []
      for _ in 0..<6 { counts.append(try reader.integer(4)) }
      guard counts.allSatisfy({ (0...1_000_000).contains($0) }) else { throw .damaged }
      universalMarks = counts[0]
      standardMarks = counts[1]
      leapSeconds = counts[2]
      times = counts[3]
      types = counts[4]
      letters = counts[5]
    }

    /// How many bytes follow the header.
    func length(timeSize: Int) -> Int {
      times * (timeSize + 1) + types * 6 + letters + leapSeconds * (timeSize + 4) + standardMarks
        + universalMarks
    }
  }

  /// Goes through the bytes from the first to the last.
  private struct Reader {
    let bytes: [UInt8]
    private var next = 0

    init(bytes: [UInt8]) {
      self.bytes = bytes
    }

    mutating func begins(with word: String) -> Bool {
      guard bytes.dropFirst(next).starts(with: word.utf8) else { return false }
      next += word.utf8.count
      return true
    }

    mutating func skip(_ count: Int) throws(Fault) {
      guard count <= bytes.count - next else { throw .damaged }
      next += count
    }

    mutating func byte() throws(Fault) -> Int {
      guard next < bytes.count else { throw .damaged }
      next += 1
      return Int(bytes[next - 1])
    }

    /// A signed number, its most significant byte first.
    mutating func integer(_ size: Int) throws(Fault) -> Int {
      guard size <= bytes.count - next else { throw .damaged }
      var pattern: UInt64 = 0
      for byte in bytes[next..<next + size] { pattern = pattern << 8 | UInt64(byte) }
      next += size
      let shift = 64 - size * 8
      return Int(Int64(bitPattern: pattern << shift) >> shift)
    }

    /// The text between two line feeds.
    mutating func line() -> String? {
      guard next < bytes.count, bytes[next] == UInt8(ascii: "\n"),
        let end = bytes[(next + 1)...].firstIndex(of: UInt8(ascii: "\n"))
      else { return nil }
      let line = String(decoding: bytes[(next + 1)..<end], as: UTF8.self)
      next = end + 1
      return line
    }
  }
}
