internal import Diagnostics
internal import Quizzes

// The cursor.
extension XMLReader {
  func looking(at text: String) -> Bool {
    bytes[position...].starts(with: text.utf8)
  }

  func find(_ text: String, from start: Int) -> Int? {
    let wanted = Array(text.utf8)
    var index = start
    while index + wanted.count <= bytes.count {
      if bytes[index] == wanted[0], bytes[index...].starts(with: wanted) { return index }
      index += 1
    }
    return nil
  }

  mutating func skipSpace() {
    while position < bytes.count, bytes[position].isXMLSpace { position += 1 }
  }

  mutating func count() throws(Diagnostic) {
    nodes += 1
    guard nodes <= Self.nodeLimit else {
      throw problem("the file has more than \(Self.nodeLimit) elements", remedy: "split the file")
    }
  }

  mutating func location(at offset: Int) -> Diagnostic.Location {
    while counted < min(offset, bytes.count) {
      if bytes[counted] == 0x0A {
        (line, column) = (line + 1, 1)
      } else if bytes[counted] & 0xC0 != 0x80 {
        column += 1
      }
      counted += 1
    }
    return Diagnostic.Location(file: file, line: line, column: column)
  }

  mutating func problem(_ message: String, remedy: String? = nil) -> Diagnostic {
    Diagnostic(
      .error,
      at: location(at: position),
      "not readable as XML: \(message)",
      remedy: remedy
    )
  }
}

extension UInt8 {
  var isXMLSpace: Bool {
    self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D
  }

  /// Whether the byte may begin a name; all bytes beyond ASCII may.
  var beginsXMLName: Bool {
    (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) || self >= 0x80
      || self == UInt8(ascii: "_") || self == UInt8(ascii: ":")
  }

  var isXMLName: Bool {
    beginsXMLName || (0x30...0x39).contains(self) || self == UInt8(ascii: "-")
      || self == UInt8(ascii: ".")
  }
}
