internal import Quizzes

/// Reads HTML as browsers do, without ever refusing it, into plain text.
///
/// Nothing in it is executed or fetched. What looks like a tag but is none stays text.
///
/// - Complexity: O(*n*) in the length of the text.
struct HTMLReader {
  /// Whether line breaks in the text count, as in Moodle's "auto" form.
  let keepsLineBreaks: Bool

  func read(_ html: String) -> PlainText {
    let bytes = Array(html.utf8)
    var lines = HTMLText(keepsLineBreaks: keepsLineBreaks)
    var position = 0
    // A tag that never ends would be read again from each `<`: behind it, all is text.
    var isBroken = false
    while position < bytes.count {
      let stop =
        bytes[position...].firstIndex { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }
        ?? bytes.count
      lines.add(String(decoding: bytes[position..<stop], as: UTF8.self))
      position = stop
      guard position < bytes.count else { break }
      if bytes[position] == UInt8(ascii: "&") {
        lines.add(String(reference(in: bytes, at: &position)))
      } else if isBroken || !tag(in: bytes, at: &position, &lines, &isBroken) {
        lines.add("<")
        position += 1
      }
    }
    return lines.result
  }

  /// `&eacute;`, `&#233;` or `&#xE9;`; `&` alone where it begins none of them.
  private func reference(in bytes: [UInt8], at position: inout Int) -> Unicode.Scalar {
    let limit = min(bytes.count, position + 12)
    guard let semicolon = bytes[position..<limit].firstIndex(of: UInt8(ascii: ";")) else {
      position += 1
      return "&"
    }
    let name = String(decoding: bytes[(position + 1)..<semicolon], as: UTF8.self)
    let scalar: Unicode.Scalar? =
      if name.hasPrefix("#x") || name.hasPrefix("#X") {
        UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
      } else if name.hasPrefix("#") {
        UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init)
      } else {
        HTMLEntities.scalar(named: name)
      }
    guard let scalar else {
      position += 1
      return "&"
    }
    position = semicolon + 1
    return scalar
  }

  /// A tag or comment; `false` where `<` begins none.
  private func tag(
    in bytes: [UInt8],
    at position: inout Int,
    _ lines: inout HTMLText,
    _ isBroken: inout Bool
  ) -> Bool {
    let start = position + 1
    guard start < bytes.count else { return false }
    if bytes[start...].starts(with: "!--".utf8) {
      position = end(of: Array("-->".utf8), in: bytes, from: start + 3) ?? bytes.count
      return true
    }
    if bytes[start] == UInt8(ascii: "!") || bytes[start] == UInt8(ascii: "?") {
      position = bytes[start...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.count
      return true
    }
    let isEnd = bytes[start] == UInt8(ascii: "/")
    var index = isEnd ? start + 1 : start
    let nameStart = index
    while index < bytes.count, index < nameStart + 13, bytes[index].isASCIILetterOrDigit {
      index += 1
    }
    guard (1...12).contains(index - nameStart) else { return false }
    let name = String(decoding: bytes[nameStart..<index], as: UTF8.self).lowercased()
    guard HTMLText.elements.contains(name) else { return false }
    var attributes: [(name: String, value: String)] = []
    guard readAttributes(in: bytes, at: &index, into: &attributes) else {
      isBroken = true
      return false
    }
    if isEnd {
      lines.close(name)
    } else {
      lines.open(name) { wanted in attributes.first { $0.name == wanted }?.value }
      if bytes[index - 2] == UInt8(ascii: "/") { lines.close(name) }
    }
    position = index
    return true
  }

  /// The attributes and the `>` behind them; `false` where the tag never ends.
  private func readAttributes(
    in bytes: [UInt8],
    at index: inout Int,
    into attributes: inout [(name: String, value: String)]
  ) -> Bool {
    let limit = bytes.count
    while index < limit {
      while index < limit, bytes[index] <= 0x20 || bytes[index] == UInt8(ascii: "/") { index += 1 }
      guard index < limit else { return false }
      if bytes[index] == UInt8(ascii: ">") {
        index += 1
        return true
      }
      let nameStart = index
      while index < limit, bytes[index] > 0x20, !"=>/".utf8.contains(bytes[index]) { index += 1 }
      let name = String(decoding: bytes[nameStart..<index], as: UTF8.self).lowercased()
      while index < limit, bytes[index] <= 0x20 { index += 1 }
      guard index < limit, bytes[index] == UInt8(ascii: "=") else { continue }
      index += 1
      while index < limit, bytes[index] <= 0x20 { index += 1 }
      guard index < limit else { return false }
      let quote = bytes[index]
      let valueStart: Int
      if quote == 0x22 || quote == 0x27 {
        valueStart = index + 1
        guard let close = bytes[valueStart..<limit].firstIndex(of: quote) else { return false }
        index = close
      } else {
        valueStart = index
        while index < limit, bytes[index] > 0x20, bytes[index] != UInt8(ascii: ">") { index += 1 }
      }
      if name == "alt" || name == "href" {
        let value = String(decoding: bytes[valueStart..<index].prefix(400), as: UTF8.self)
        attributes.append((name, value))
      }
      if quote == 0x22 || quote == 0x27 { index += 1 }
    }
    return false
  }

  private func end(of wanted: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    var index = start
    while index < bytes.count, let place = bytes[index...].firstIndex(of: wanted[0]) {
      if bytes[place...].starts(with: wanted) { return place + wanted.count }
      index = place + 1
    }
    return nil
  }
}

extension UInt8 {
  fileprivate var isASCIILetterOrDigit: Bool {
    (0x30...0x39).contains(self) || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self)
  }
}
