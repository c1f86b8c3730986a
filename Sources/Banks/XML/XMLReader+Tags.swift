internal import Diagnostics
internal import Quizzes

// Tags.
extension XMLReader {
  mutating func startTag() throws(Diagnostic) {
    let start = position
    position += 1
    guard let name = name() else {
      position = start
      throw problem("'<' does not begin an element", remedy: "write '&lt;' for the sign itself")
    }
    var element = XMLElement(name: name, comments: comments, location: location(at: start))
    comments = []
    guard open.count < Self.depthLimit else {
      position = start
      throw problem("elements are nested more than \(Self.depthLimit) deep")
    }
    guard !open.isEmpty || root == nil else {
      position = start
      throw problem("a second outermost element '\(name.shortened)' follows")
    }
    try attributes(of: &element)
    try count()
    if looking(at: "/>") {
      position += 2
      close(element)
    } else if looking(at: ">") {
      position += 1
      open.append(element)
    } else {
      throw problem("the tag of '\(name.shortened)' is not well formed", remedy: "end it with '>'")
    }
  }

  mutating func endTag() throws(Diagnostic) {
    let start = position
    position += 2
    let name = name() ?? ""
    skipSpace()
    guard looking(at: ">") else {
      throw problem("the end tag is not well formed", remedy: "write '</name>'")
    }
    guard let element = open.last, element.name == name else {
      position = start
      let expected = open.last.map { "'</\($0.name.shortened)>' of line \($0.location.line)" }
      throw problem(
        "found '</\(name.shortened)>', expected \(expected ?? "no end tag")",
        remedy: "end each element before the one around it"
      )
    }
    position += 1
    open.removeLast()
    close(element)
  }

  /// Puts a finished element into the one around it.
  mutating func close(_ element: XMLElement) {
    if open.isEmpty {
      root = element
    } else {
      open[open.count - 1].contents.append(.element(element))
    }
  }

  mutating func attributes(of element: inout XMLElement) throws(Diagnostic) {
    while true {
      let start = position
      skipSpace()
      guard let name = name() else { return }
      guard position > start, start < bytes.count, bytes[start].isXMLSpace else {
        position = start
        throw problem("a space is missing before the attribute '\(name.shortened)'")
      }
      skipSpace()
      guard looking(at: "=") else {
        throw problem(
          "the attribute '\(name.shortened)' has no value",
          remedy: "write name=\"value\""
        )
      }
      position += 1
      skipSpace()
      let value = try quoted(name)
      // Names are compared without prefixes: `xml:lang` beside `lang` keeps the first.
      if element[name] == nil { element.attributes.append((name, value)) }
      guard element.attributes.count <= 200 else {
        throw problem("the element '\(element.name.shortened)' has more than 200 attributes")
      }
      try count()
    }
  }

  mutating func quoted(_ name: String) throws(Diagnostic) -> String {
    guard position < bytes.count, bytes[position] == 0x22 || bytes[position] == 0x27,
      let end = bytes[(position + 1)...].firstIndex(of: bytes[position])
    else {
      throw problem(
        "the value of '\(name.shortened)' has no quotation marks",
        remedy: "write \(name.shortened)=\"value\""
      )
    }
    position += 1
    if let bracket = bytes[position..<end].firstIndex(of: UInt8(ascii: "<")) {
      position = bracket
      throw problem("there is '<' in the value of '\(name.shortened)'", remedy: "write '&lt;'")
    }
    var value = try characters(upTo: end)
    position = end + 1
    if value.utf8.contains(where: { $0 < 0x20 }) {
      value = String(
        String.UnicodeScalarView(value.unicodeScalars.map { $0.value < 0x20 ? " " : $0 })
      )
    }
    return value
  }

  /// A name without its namespace prefix.
  mutating func name() -> String? {
    let start = position
    while position < bytes.count, bytes[position].isXMLName { position += 1 }
    guard position > start, bytes[start].beginsXMLName else {
      position = start
      return nil
    }
    let written = bytes[start..<position]
    let local = written.lastIndex(of: UInt8(ascii: ":")).map { written[($0 + 1)...] } ?? written
    return String(decoding: local.isEmpty ? written : local, as: UTF8.self)
  }
}
