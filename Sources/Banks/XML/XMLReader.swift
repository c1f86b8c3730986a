package import Diagnostics
internal import Quizzes

/// Reads the part of XML 1.0 that question banks and spreadsheets need.
///
/// It knows elements, attributes, character references, the five entities that every XML file has,
/// CDATA sections, comments and processing instructions. It is strict about what is well formed. It
/// never opens another file, and refuses a document type that declares entities, so that a small file
/// cannot unfold into a large one. Namespaces are not resolved; prefixes are dropped.
///
/// - Complexity: O(*n*) in the length of the text.
/// - Source: Extensible Markup Language (XML) 1.0, fifth edition, W3C, 2008.
package struct XMLReader {
  /// The deepest nesting of elements that is read.
  static let depthLimit = 100
  /// The most elements, texts and attributes that are read; white space between elements is none.
  static let nodeLimit = 2_000_000

  let file: String
  let bytes: [UInt8]
  var position = 0
  var open: [XMLElement] = []
  var root: XMLElement?
  var nodes = 0
  /// The comments since the last tag that began an element.
  var comments: [String] = []
  // The place of the byte at `counted`, moved forward only: counting stays linear.
  var counted = 0
  var line = 1
  var column = 1

  init(_ source: SourceText) {
    file = source.file
    bytes = Array(source.text.utf8)
  }

  /// Reads a text into its outermost element.
  package static func read(_ source: SourceText) throws(Diagnostic) -> XMLElement {
    var reader = XMLReader(source)
    return try reader.document()
  }

  /// The outermost element with all that is in it.
  mutating func document() throws(Diagnostic) -> XMLElement {
    try declaration()
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "<") { try markup() } else { try text() }
    }
    if let unfinished = open.last {
      throw problem(
        "the element '\(unfinished.name.shortened)' of line "
          + "\(unfinished.location.line) is not closed",
        remedy: "add '</\(unfinished.name.shortened)>'"
      )
    }
    guard let root else { throw problem("there is no element in the file") }
    return root
  }
}

// What stands between elements.
extension XMLReader {
  /// The XML declaration, which may name only UTF-8.
  private mutating func declaration() throws(Diagnostic) {
    guard looking(at: "<?xml"), position + 5 < bytes.count, bytes[position + 5].isXMLSpace else {
      return
    }
    let start = position
    guard let end = find("?>", from: position) else {
      throw problem("the XML declaration is not closed", remedy: "close it with '?>'")
    }
    position += 5
    var declared = XMLElement(name: "xml", location: location(at: start))
    try attributes(of: &declared)
    let encoding = declared["encoding"] ?? "UTF-8"
    guard Self.encodings.contains(encoding.lowercased()) else {
      throw problem(
        "the file declares the encoding '\(encoding.shortened)', expected UTF-8",
        remedy: "save the file as UTF-8 and declare that"
      )
    }
    guard position == end else { throw problem("the XML declaration is not well formed") }
    position = end + 2
  }

  /// Encodings that a file may name.
  ///
  /// Many files in UTF-8 name an older one; one in which that mattered would not be valid UTF-8.
  private static let encodings = [
    "utf-8", "utf8", "us-ascii", "ascii", "iso-8859-1", "iso-8859-15", "latin1", "windows-1252",
  ]

  private mutating func markup() throws(Diagnostic) {
    if looking(at: "<!--") {
      let start = position + 4
      try skip(past: "-->", from: 4, "the comment")
      comments.append(String(decoding: bytes[start..<(position - 3)], as: UTF8.self))
      try count()
    } else if looking(at: "<![CDATA[") {
      try characterData()
    } else if looking(at: "<!DOCTYPE") {
      try documentType()
    } else if looking(at: "<?") {
      try skip(past: "?>", from: 2, "the processing instruction")
    } else if looking(at: "</") {
      try endTag()
    } else {
      try startTag()
    }
  }

  private mutating func skip(
    past end: String,
    from offset: Int,
    _ what: String
  ) throws(Diagnostic) {
    guard let found = find(end, from: position + offset) else {
      throw problem("\(what) is not closed", remedy: "close it with '\(end)'")
    }
    position = found + end.utf8.count
  }

  /// A document type: what it declares of elements changes nothing, and entities are refused.
  private mutating func documentType() throws(Diagnostic) {
    guard root == nil, open.isEmpty else {
      throw problem("the document type must come before the first element")
    }
    var index = position
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
      if bytes[index] == UInt8(ascii: "[") {
        guard let end = endOfDeclarations(from: index) else {
          throw problem(
            "the document type declares entities, which is not allowed",
            remedy: "remove '<!DOCTYPE … ]>' and write out what it declares"
          )
        }
        index = end
      }
      index += 1
    }
    guard index < bytes.count else { throw problem("the document type is not closed") }
    position = index + 1
  }

  /// The bracket that ends declarations of elements; `nil` where something else is declared.
  private func endOfDeclarations(from start: Int) -> Int? {
    guard let end = find("]", from: start) else { return nil }
    let declared = bytes[start..<end]
    let signs = ["<!ENTITY", "<!NOTATION", "%", "<?"].map { Array($0.utf8) }
    let isHarmless = declared.indices.allSatisfy { index in
      !signs.contains { declared[index...].starts(with: $0) }
    }
    return isHarmless ? end : nil
  }

  private mutating func characterData() throws(Diagnostic) {
    guard !open.isEmpty else { throw problem("there is text outside the outermost element") }
    let start = position + 9
    guard let end = find("]]>", from: start) else {
      throw problem("the CDATA section is not closed", remedy: "close it with ']]>'")
    }
    try append(String(decoding: bytes[start..<end], as: UTF8.self))
    position = end + 3
  }

  private mutating func text() throws(Diagnostic) {
    let end = bytes[position...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
    if open.isEmpty {
      guard bytes[position..<end].allSatisfy(\.isXMLSpace) else {
        throw problem("there is text outside the outermost element")
      }
      position = end
    } else {
      try append(try characters(upTo: end))
    }
  }

  /// Text up to a place, with references resolved.
  mutating func characters(upTo end: Int) throws(Diagnostic) -> String {
    var text = ""
    while position < end {
      if bytes[position] == UInt8(ascii: "&") {
        text.unicodeScalars.append(try reference(before: end))
      } else {
        let stop = bytes[position..<end].firstIndex(of: UInt8(ascii: "&")) ?? end
        text += String(decoding: bytes[position..<stop], as: UTF8.self)
        position = stop
      }
    }
    return text
  }

  /// `&lt;`, `&#233;` or `&#xE9;`.
  private mutating func reference(before end: Int) throws(Diagnostic) -> Unicode.Scalar {
    let limit = min(end, position + 40)
    guard let semicolon = bytes[position..<limit].firstIndex(of: UInt8(ascii: ";")) else {
      throw problem("'&' does not begin an entity", remedy: "write '&amp;' for the sign itself")
    }
    let name = String(decoding: bytes[(position + 1)..<semicolon], as: UTF8.self)
    let scalar: Unicode.Scalar? =
      if name.hasPrefix("#x") {
        UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
      } else if name.hasPrefix("#") {
        UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init)
      } else {
        Self.entities[name]
      }
    guard let scalar, scalar.isXMLCharacter else {
      throw problem(
        "the entity '&\(name.shortened);' is not known in XML",
        remedy: "write the character itself, or its number as '&#160;'"
      )
    }
    position = semicolon + 1
    return scalar
  }

  private static let entities: [String: Unicode.Scalar] = [
    "lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'",
  ]

  /// Adds text to the innermost element.
  private mutating func append(_ text: String) throws(Diagnostic) {
    if let harmful = text.unicodeScalars.first(where: { !$0.isXMLCharacter }) {
      throw problem(
        "'\(String(harmful).visible)' is not allowed in XML",
        remedy: "remove the character"
      )
    }
    let text = text.utf8.contains(0x0D) ? text.replacing { $0 == "\r" ? "\n" : nil } : text
    guard !text.isEmpty else { return }
    open[open.count - 1].contents.append(.text(text))
    if !text.utf8.allSatisfy(\.isXMLSpace) { try count() }
  }
}
