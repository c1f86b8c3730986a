/// Reads the payloads of events as this program writes them, many times faster than a general decoder.
///
/// It knows canonical JSON only: no spaces, no escaped characters, whole numbers. Whatever else it meets
/// it leaves to the decoder, by throwing ``Unexpected``.
struct PayloadReader {
  /// The payload must be left to the decoder.
  struct Unexpected: Error {}

  private let bytes: [UInt8]
  private var place = 0
  private var end = 0
  /// The text that was last read for many payloads, and its bytes.
  private var repeated: (text: String, bytes: [UInt8]) = ("", [])

  /// Prepares to read payloads that are parts of some bytes.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Begins to read a payload.
  mutating func begin(_ part: Range<Int>) { (place, end) = (part.lowerBound, part.upperBound) }

  /// Makes sure that nothing follows.
  func finish() throws(Unexpected) {
    guard place == end else { throw Unexpected() }
  }

  /// Begins an object; its members follow with ``key()``.
  mutating func open() throws(Unexpected) {
    try expect(UInt8(ascii: "{"))
  }

  /// The key of the next member, whose value must be read next; `nil` at the end of the object.
  mutating func key() throws(Unexpected) -> String? {
    if take(UInt8(ascii: "}")) { return nil }
    if bytes[place - 1] != UInt8(ascii: "{") { try expect(UInt8(ascii: ",")) }
    let key = try text()
    try expect(UInt8(ascii: ":"))
    return key
  }

  /// A list, whose elements are read one by one.
  mutating func list<Element>(
    _ element: (inout Self) throws(Unexpected) -> Element
  ) throws(Unexpected) -> [Element] {
    try expect(UInt8(ascii: "["))
    var elements: [Element] = []
    if take(UInt8(ascii: "]")) { return elements }
    repeat { elements.append(try element(&self)) } while take(UInt8(ascii: ","))
    try expect(UInt8(ascii: "]"))
    return elements
  }

  /// A text without escaped characters.
  mutating func text() throws(Unexpected) -> String {
    try expect(UInt8(ascii: "\""))
    let start = place
    while place < end {
      let byte = bytes[place]
      if byte == UInt8(ascii: "\"") {
        place += 1
        return String(decoding: bytes[start..<place - 1], as: UTF8.self)
      }
      guard byte != UInt8(ascii: "\\"), byte >= 0x20 else { throw Unexpected() }
      place += 1
    }
    throw Unexpected()
  }

  /// A text that is mostly the same as in the payload before, and then takes no memory of its own.
  mutating func repeatedText() throws(Unexpected) -> String {
    let (start, count) = (place + 1, repeated.bytes.count)
    if start + count < end, bytes[start + count] == UInt8(ascii: "\""),
      bytes[start - 1] == UInt8(ascii: "\""), count > 0,
      bytes[start..<start + count].elementsEqual(repeated.bytes)
    {
      place = start + count + 1
      return repeated.text
    }
    let text = try text()
    repeated = (text, Array(bytes[start..<place - 1]))
    return text
  }

  /// A whole number.
  mutating func integer() throws(Unexpected) -> Int64 {
    let isNegative = take(UInt8(ascii: "-"))
    let start = place
    var number: Int64 = 0
    while place < end, case let digit = bytes[place] &- UInt8(ascii: "0"), digit < 10 {
      // Eighteen digits never overflow.
      guard place - start < 18 else { throw Unexpected() }
      number = number * 10 + Int64(digit)
      place += 1
    }
    let isPlain = place - start == 1 || (place > start && bytes[start] != UInt8(ascii: "0"))
    guard isPlain, !isNegative || number != 0 else { throw Unexpected() }
    return isNegative ? -number : number
  }

  /// A truth value.
  mutating func flag() throws(Unexpected) -> Bool {
    if take("true") { return true }
    guard take("false") else { throw Unexpected() }
    return false
  }

  /// Reads `null`, where that is what comes.
  mutating func takeNull() -> Bool { take("null") }

  private mutating func take(_ word: String) -> Bool {
    guard bytes[place..<end].starts(with: word.utf8) else { return false }
    place += word.utf8.count
    return true
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard place < end, bytes[place] == byte else { return false }
    place += 1
    return true
  }

  private mutating func expect(_ byte: UInt8) throws(Unexpected) {
    guard take(byte) else { throw Unexpected() }
  }
}
