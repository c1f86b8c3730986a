// What can be done with values.
extension EditedText {
  /// Replaces a single value, or a list or mapping in brackets or braces.
  ///
  /// Quotation marks around a single value stay.
  public mutating func replace(_ spot: Spot, with text: String) throws(Obstacle) {
    replace(try rangeInQuotes(of: spot.node), with: text)
  }

  /// Where a value is, without the quotation marks around it.
  private func rangeInQuotes(of node: Node) throws(Obstacle) -> Range<Int> {
    let start = try offset(node.location)
    let end = try end(of: node)
    guard case .scalar(_, isQuoted: true) = node.content else { return start..<end }
    return start + 1..<end - 1
  }

  /// Takes a value out: an item out of its list, or an entry out of its mapping.
  ///
  /// A list or mapping that would be empty goes as a whole.
  public mutating func remove(_ spot: Spot) throws(Obstacle) {
    guard let (node, index) = spot.around.last, let parent = spot.parent else {
      throw Obstacle("nothing would be left in the file")
    }
    switch node.content {
    case .scalar: throw Self.tooLong
    case .list(let nodes) where nodes.count == 1: try remove(parent)
    case .mapping(let entries) where entries.count == 1: try remove(parent)
    case .list(let nodes):
      if try isFlow(node) {
        var ranges: [Range<Int>] = []
        for node in nodes { ranges.append(try offset(node.location)..<(try end(of: node))) }
        try removeBetweenCommas(index, of: ranges)
      } else {
        removeLines(try lines(ofItem: spot.node))
      }
    case .mapping(let entries):
      if try isFlow(node) {
        var ranges: [Range<Int>] = []
        for entry in entries { ranges.append(try offset(entry.location)..<(try end(of: entry))) }
        try removeBetweenCommas(index, of: ranges)
      } else {
        try removeEntry(index, of: entries)
      }
    }
  }

  private mutating func removeLines(_ lines: ClosedRange<Int>) {
    let isLast = lines.upperBound + 1 >= starts.count
    let end = isLast ? scalars.count : starts[lines.upperBound + 1]
    replace(starts[lines.lowerBound]..<end, with: "")
  }

  /// Takes an entry out of a mapping without braces.
  private mutating func removeEntry(_ index: Int, of entries: [Node.Entry]) throws(Obstacle) {
    let entry = entries[index]
    let line = entry.location.line - 1
    let column = entry.location.column - 1
    var isList = false
    if case .list = entry.value.content { isList = true }
    let last = lastLine(from: line, beyond: column, includingHyphens: isList)
    if scalars[starts[line]..<starts[line] + column].allSatisfy({ $0 == " " }) {
      removeLines(line...last)
    } else {
      // After a hyphen, the next entry takes its place.
      guard index + 1 < entries.count, entries[index + 1].location.line - 1 == last + 1 else {
        throw Self.tooLong
      }
      let start = try offset(entry.location)
      replace(start..<(try offset(entries[index + 1].location)), with: "")
    }
  }

  /// Takes one of several values between commas out, with one comma.
  private mutating func removeBetweenCommas(
    _ index: Int,
    of ranges: [Range<Int>]
  ) throws(Obstacle) {
    let range = ranges[index]
    if index + 1 < ranges.count {
      var end = skipping([], from: range.upperBound)
      guard end < scalars.count, scalars[end] == "," else { throw Self.tooLong }
      end += 1
      while end < scalars.count, scalars[end] == " " { end += 1 }
      let isLineEnd = end < scalars.count && scalars[end] == "\n"
      let start = starts[line(of: range.lowerBound)]
      let isAlone = scalars[start..<range.lowerBound].allSatisfy { $0 == " " }
      replace(isLineEnd && isAlone ? start..<end + 1 : range.lowerBound..<end, with: "")
    } else {
      let comma = skipping([], from: ranges[index - 1].upperBound)
      guard comma < scalars.count, scalars[comma] == "," else { throw Self.tooLong }
      if line(of: comma) == line(of: range.lowerBound) {
        replace(comma..<range.upperBound, with: "")
      } else {
        replace(comma..<comma + 1, with: "")
        replace(range, with: "")
      }
    }
  }

  /// Adds a value at the end of a list; a single value becomes a list of two.
  public mutating func append(_ text: String, to list: Spot) throws(Obstacle) {
    switch list.node.content {
    case .list(let nodes):
      if let last = list.items.last {
        try insert(text, after: last)
      } else {
        guard nodes.isEmpty, try isFlow(list.node) else { throw Self.tooLong }
        let start = try offset(list.node.location) + 1
        replace(start..<start, with: text)
      }
    case .scalar:
      let start = try offset(list.node.location)
      let end = try end(of: list.node)
      replace(start..<start, with: "[")
      replace(end..<end, with: ", \(text)]")
    case .mapping: throw Self.tooLong
    }
  }

  /// Adds a value after an item of a list.
  ///
  /// - Parameters:
  ///   - text: The value; without brackets around the list, its lines after the first are indented.
  ///   - item: The item.
  /// - Throws: Why it cannot be done in the text as it is written.
  public mutating func insert(_ text: String, after item: Spot) throws(Obstacle) {
    guard let list = item.parent?.node, case .list = list.content else { throw Self.tooLong }
    if try isFlow(list) {
      let end = try end(of: item.node)
      replace(end..<end, with: ", \(text)")
    } else {
      let column = try hyphen(before: item.node)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let margin = String(repeating: " ", count: column)
      insert(
        lines.enumerated().map { margin + ($0 == 0 ? "- " : "  ") + $1 },
        afterLine: try self.lines(ofItem: item.node).upperBound
      )
    }
  }

  /// Adds an entry at the end of a mapping; where its key is there with nothing behind it, the value.
  ///
  /// - Parameters:
  ///   - key: The key.
  ///   - text: The value, on one line.
  ///   - mapping: The mapping.
  /// - Throws: Why it cannot be done in the text as it is written.
  public mutating func add(
    _ key: String,
    _ text: String,
    to mapping: Spot
  ) throws(Obstacle) {
    guard case .mapping(let entries) = mapping.node.content, let last = entries.last else {
      throw Self.tooLong
    }
    if let empty = entries.first(where: { $0.key == key }) {
      try fill(empty, with: text)
    } else if try isFlow(mapping.node) {
      let end = try end(of: last)
      replace(end..<end, with: ", \(key): \(text)")
    } else {
      let column = last.location.column - 1
      var isList = false
      if case .list = last.value.content { isList = true }
      insert(
        [String(repeating: " ", count: column) + "\(key): \(text)"],
        afterLine: lastLine(
          from: last.location.line - 1,
          beyond: column,
          includingHyphens: isList
        )
      )
    }
  }

  /// Gives a value to a key that has nothing behind it.
  private mutating func fill(_ entry: Node.Entry, with text: String) throws(Obstacle) {
    guard entry.value.isEmpty, case .scalar(let written, _) = entry.value.content else {
      throw Obstacle("'\(entry.key)' has a value already")
    }
    if written.isEmpty {
      let end = try end(of: entry)
      replace(end..<end, with: " \(text)")
    } else {
      replace(try offset(entry.value.location)..<(try end(of: entry.value)), with: text)
    }
  }

  /// Adds a list at the end of a file, or behind its key where that has nothing behind it.
  ///
  /// - Parameters:
  ///   - key: The key.
  ///   - values: The values of the list.
  /// - Throws: Why it cannot be done in the text as it is written.
  public mutating func addList(_ key: String, of values: [String]) throws(Obstacle) {
    if case .mapping(let entries) = root.content,
      let empty = entries.first(where: { $0.key == key })
    {
      return try fill(empty, with: "[\(values.joined(separator: ", "))]")
    }
    var last = starts.count - 1
    while last > 0, scalars[starts[last]..<lineEnd(last)].allSatisfy({ $0 == " " }) { last -= 1 }
    insert(["\(key):"] + values.map { "  - \($0)" }, afterLine: last)
  }

  /// Adds a copy of an item after it.
  ///
  /// - Parameters:
  ///   - item: The item.
  ///   - others: Single values in it, and what the copy has instead.
  /// - Throws: Why it cannot be done in the text as it is written.
  public mutating func copy(
    _ item: Spot,
    replacing others: [(value: Spot, text: String)]
  ) throws(Obstacle) {
    guard let list = item.parent?.node, case .list = list.content else { throw Self.tooLong }
    let isBetweenCommas = try isFlow(list)
    let range: Range<Int>
    if isBetweenCommas {
      range = try offset(item.node.location)..<(try end(of: item.node))
    } else {
      let lines = try lines(ofItem: item.node)
      range = starts[lines.lowerBound]..<lineEnd(lines.upperBound)
    }
    var inner: [(range: Range<Int>, text: String)] = []
    for (value, text) in others { inner.append((try rangeInQuotes(of: value.node), text)) }
    inner.sort { $0.range.lowerBound < $1.range.lowerBound }
    var text = String.UnicodeScalarView()
    var position = range.lowerBound
    for (piece, other) in inner {
      text.append(contentsOf: scalars[position..<piece.lowerBound])
      text.append(contentsOf: other.unicodeScalars)
      position = piece.upperBound
    }
    text.append(contentsOf: scalars[position..<range.upperBound])
    let end = range.upperBound
    replace(end..<end, with: (isBetweenCommas ? ", " : "\n") + String(text))
  }
}
