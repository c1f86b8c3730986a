internal import Diagnostics

// Comments of a file, for whoever writes it in another form. YAML does not tell them: they are the
// lines that begin with `#` above the quiz or an item, further left than what is in the item.

extension Quiz {
  /// Takes the comments of the file and of each item.
  mutating func readRemarks() {
    guard text.utf8.contains(UInt8(ascii: "#")) else { return }
    let lines = text.lines
    var line = 0
    while line < lines.count, let remark = Self.remark(lines[line]) {
      if !remark.text.isEmpty { remarks.append(remark.text) }
      line += 1
    }
    for index in items.indices {
      let place = items[index].location
      items[index].remarks = Self.remarks(above: place.line - 1, left: place.column, in: lines)
    }
  }

  /// The comments directly above a line, in their order.
  private static func remarks(above line: Int, left column: Int, in lines: [String]) -> [String] {
    var remarks: [String] = []
    var line = min(line, lines.count) - 1
    while line >= 0, let remark = remark(lines[line]), remark.column < column {
      if !remark.text.isEmpty { remarks.append(remark.text) }
      line -= 1
    }
    return line < 0 ? [] : remarks.reversed()
  }

  /// A line that is a comment or empty, without its sign; `nil` for any other.
  private static func remark(_ line: String) -> (text: String, column: Int)? {
    let margin = line.utf8.prefix { $0 == 0x20 }.count
    let rest = line.utf8.dropFirst(margin)
    guard let sign = rest.first else { return ("", 0) }
    guard sign == UInt8(ascii: "#") else { return nil }
    let text = String(decoding: rest.drop { $0 == UInt8(ascii: "#") }, as: UTF8.self)
    return (Item.remarks(in: [text]).first ?? "", margin + 1)
  }

  /// Whether comments of its file stand in places where they are not kept.
  public var hasFurtherRemarks: Bool {
    let kept = Set(remarks + items.flatMap(\.remarks))
    let texts = text.lines.compactMap { Self.remark($0)?.text }.filter { !$0.isEmpty }
    guard texts.contains(where: { !kept.contains($0) }) else { return false }
    // A line that begins with the sign may belong to a text.
    let written = items.flatMap { $0.texts.map(\.text) }.joined(separator: "\n")
    return texts.contains { !kept.contains($0) && !written.holds($0) }
  }
}
