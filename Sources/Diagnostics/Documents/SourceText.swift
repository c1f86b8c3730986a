/// The text of somebody's file, known to be well-formed UTF-8 of a sensible size.
public struct SourceText: Hashable, Sendable {
  /// The path under which problems are reported.
  public let file: String
  /// The text, without a byte order mark.
  public let text: String
  /// Files that this one names, by the names it has for them.
  public var attachments: [String: SourceText] = [:]
  /// The rows of a worksheet, from its first one, where a spreadsheet's own file was read; the text is
  /// empty then.
  public let cells: [[String]]?

  /// The largest file accepted, in bytes.
  public static let sizeLimit = 4 << 20
  /// The longest line accepted, in bytes.
  public static let lineLimit = 64 << 10
  /// The largest file accepted of those that other programs write, in bytes; a line may be as long.
  public static let exchangeLimit = 32 << 20

  /// Takes text that is already decoded.
  public init(file: String, text: String) {
    self.file = file
    self.text = text
    cells = nil
  }

  /// Takes the rows of a worksheet.
  public init(file: String, cells: [[String]]) {
    self.file = file
    self.cells = cells
    text = ""
  }

  /// Decodes a file, or says why it is not a text file that people write.
  ///
  /// A UTF-8 byte order mark and carriage returns before line feeds are harmless and dropped.
  ///
  /// - Parameters:
  ///   - file: The path under which problems are reported.
  ///   - bytes: The bytes of the file.
  ///   - sizeLimit: The most bytes accepted.
  ///   - lineLimit: The most bytes accepted in one line.
  /// - Throws: What is wrong, with its line.
  public init(
    file: String,
    bytes: some Collection<UInt8>,
    sizeLimit: Int = sizeLimit,
    lineLimit: Int = lineLimit
  ) throws(Diagnostic) {
    self.file = file
    cells = nil
    func refuse(_ message: String, line: Int = 0, remedy: String) -> Diagnostic {
      Diagnostic(.error, at: .init(file: file, line: line), message, remedy: remedy)
    }
    guard bytes.count <= sizeLimit else {
      throw refuse(
        "the file has \(bytes.count) bytes; at most \(sizeLimit) are read",
        remedy: "split the file, or check that it is the one you meant"
      )
    }
    let start = Array(bytes.prefix(3))
    if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) {
      throw refuse("the file is UTF-16, expected UTF-8", remedy: "save the file as UTF-8")
    }
    let content = start == [0xEF, 0xBB, 0xBF] ? Array(bytes.dropFirst(3)) : Array(bytes)
    if content.hasLines(upTo: lineLimit),
      let decoded = String(validating: content.withoutReturns, as: UTF8.self)
    {
      text = decoded
      return
    }
    // Something is wrong in a line.
    for (index, line) in content.split(separator: 0x0A, omittingEmptySubsequences: false)
      .enumerated()
    {
      guard line.count <= lineLimit else {
        throw refuse(
          "the line has \(line.count) bytes; at most \(lineLimit) are read",
          line: index + 1,
          remedy: "break the line"
        )
      }
      guard !line.contains(0) else {
        throw refuse(
          "the line has a NUL byte; this is not a text file",
          line: index + 1,
          remedy: "check that this is the file you meant"
        )
      }
      guard String(validating: line, as: UTF8.self) != nil else {
        throw refuse(
          "the line is not valid UTF-8",
          line: index + 1,
          remedy: "save the file as UTF-8"
        )
      }
    }
    text = String(decoding: content.withoutReturns, as: UTF8.self)
  }
}

extension [UInt8] {
  /// Whether no line is longer than a limit, and none has a NUL byte.
  fileprivate func hasLines(upTo limit: Int) -> Bool {
    var length = 0
    for byte in self {
      length = byte == 0x0A ? 0 : length + 1
      if byte == 0 || length > limit { return false }
    }
    return true
  }

  /// The bytes without the carriage returns before line feeds.
  fileprivate var withoutReturns: [UInt8] {
    guard contains(0x0D) else { return self }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    for byte in self {
      if byte == 0x0A, bytes.last == 0x0D { bytes.removeLast() }
      bytes.append(byte)
    }
    return bytes
  }
}
