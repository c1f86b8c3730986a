/// The text of a YAML file that is edited at the places of its values.
///
/// What is not edited stays as its author wrote it: comments, order, quotation marks and blank lines.
/// All places are those of the text as it was; the edits are made together, by ``edit()``.
public struct EditedText {
  /// The text as it was.
  public let source: SourceText
  /// Its values.
  public let root: Node
  /// The characters of the text.
  let scalars: [Unicode.Scalar]
  /// Where each line begins.
  let starts: [Int]
  private var pieces: [Piece] = []

  /// Characters that are replaced.
  private struct Piece {
    let range: Range<Int>
    let text: String
  }

  /// Why an edit cannot be made in the text as it is written.
  public struct Obstacle: Error, Hashable, Sendable {
    /// The reason, without its full stop.
    public let reason: String

    /// Creates an obstacle.
    public init(_ reason: String) {
      self.reason = reason
    }
  }

  /// A value with the values around it.
  public struct Spot {
    /// The value.
    public let node: Node
    /// The lists and mappings that it is in, the outermost first, each with its position there.
    let around: [(node: Node, index: Int)]

    /// The list or mapping that it is in; `nil` for the whole file.
    public var parent: Spot? {
      around.last.map { Spot(node: $0.node, around: around.dropLast()) }
    }

    /// The value of a key, where it is a mapping that has the key.
    public func value(of key: String) -> Spot? {
      guard case .mapping(let entries) = node.content,
        let index = entries.firstIndex(where: { $0.key == key })
      else { return nil }
      return Spot(node: entries[index].value, around: around + [(node, index)])
    }

    /// The values of a list; a single value is a list of one, as everywhere in our files.
    public var items: [Spot] {
      switch node.content {
      case .list(let nodes):
        nodes.enumerated().map { Spot(node: $1, around: around + [(node, $0)]) }
      case .scalar, .mapping: node.isEmpty ? [] : [self]
      }
    }

    /// The values of a mapping.
    var values: [Spot] {
      guard case .mapping(let entries) = node.content else { return [] }
      return entries.enumerated().map { Spot(node: $1.value, around: around + [(node, $0)]) }
    }

    /// The text of a single value.
    public var text: String? {
      guard case .scalar(let text, _) = node.content else { return nil }
      return text
    }
  }

  /// Takes the text of a file that can be read.
  public init?(_ source: SourceText) {
    guard let root = try? Node.parse(source) else { return nil }
    self.source = source
    self.root = root
    let scalars = Array(source.text.unicodeScalars)
    self.scalars = scalars
    starts = [0] + scalars.indices.filter { scalars[$0] == "\n" }.map { $0 + 1 }
  }

  /// The whole file.
  public var whole: Spot { Spot(node: root, around: []) }

  /// The value that begins at a place.
  public func spot(at place: Diagnostic.Location) throws(Obstacle) -> Spot {
    let found = first(in: whole) { spot in
      spot.node.location == place && !spot.around.isEmpty && !spot.node.isEmpty
    }
    return try known(found, at: place)
  }

  /// The value whose key is at a place.
  public func spot(ofKeyAt place: Diagnostic.Location) throws(Obstacle) -> Spot {
    let found = first(in: whole) { spot in
      guard let (around, index) = spot.around.last, case .mapping(let entries) = around.content
      else { return false }
      return entries[index].location == place
    }
    return try known(found, at: place)
  }

  private func known(_ spot: Spot?, at place: Diagnostic.Location) throws(Obstacle) -> Spot {
    guard place.file == source.file else { throw Obstacle("it comes from \(place.file)") }
    guard let spot else { throw Obstacle("its place in the file was not found") }
    return spot
  }

  private func first(in spot: Spot, where isWanted: (Spot) -> Bool) -> Spot? {
    if isWanted(spot) { return spot }
    let inner: [Spot] =
      switch spot.node.content {
      case .scalar: []
      case .list: spot.items
      case .mapping: spot.values
      }
    for spot in inner {
      if let found = first(in: spot, where: isWanted) { return found }
    }
    return nil
  }
}

// Pieces, and what they come to.
extension EditedText {
  /// Replaces characters.
  mutating func replace(_ range: Range<Int>, with text: String) {
    pieces.append(Piece(range: range, text: text))
  }

  /// Adds lines after a line, by its number from 0.
  mutating func insert(_ lines: [String], afterLine line: Int) {
    let end = lineEnd(line)
    replace(end..<end, with: lines.map { "\n" + $0 }.joined())
  }

  /// All edits as one change of the file.
  public func edit() throws(Obstacle) -> FileEdit {
    let sorted = pieces.enumerated().sorted { left, right in
      (left.element.range.lowerBound, left.offset) < (right.element.range.lowerBound, right.offset)
    }.map(\.element)
    var groups: [(lines: ClosedRange<Int>, pieces: [Piece])] = []
    for piece in sorted {
      let lines = line(of: piece.range.lowerBound)...line(of: piece.range.upperBound)
      if let last = groups.last, lines.lowerBound <= last.lines.upperBound {
        guard let before = last.pieces.last, before.range.upperBound <= piece.range.lowerBound
        else {
          throw Obstacle("two of its changes affect the same place in the file")
        }
        let joined = last.lines.lowerBound...max(last.lines.upperBound, lines.upperBound)
        groups[groups.count - 1] = (joined, last.pieces + [piece])
      } else {
        groups.append((lines, [piece]))
      }
    }
    let changes = groups.compactMap { change(of: $0.lines, by: $0.pieces) }
    guard !changes.isEmpty else { throw Obstacle("the file already says so") }
    return FileEdit(file: source.file, changes: changes)
  }

  /// The text with all edits.
  public func edited() throws(Obstacle) -> SourceText {
    let bytes = try edit().applied(to: Array(source.text.utf8)) ?? []
    var text = SourceText(file: source.file, text: String(decoding: bytes, as: UTF8.self))
    text.attachments = source.attachments
    return text
  }

  private func change(
    of lines: ClosedRange<Int>,
    by pieces: [Piece]
  ) -> FileEdit.LineChange? {
    let (start, end) = (starts[lines.lowerBound], lineEnd(lines.upperBound))
    var text = String.UnicodeScalarView()
    var position = start
    for piece in pieces {
      text.append(contentsOf: scalars[position..<piece.range.lowerBound])
      text.append(contentsOf: piece.text.unicodeScalars)
      position = piece.range.upperBound
    }
    text.append(contentsOf: scalars[position..<max(position, end)])
    func split(_ text: String) -> [String] {
      text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    var before = String.UnicodeScalarView()
    before.append(contentsOf: scalars[start..<end])
    var (old, new) = (split(String(before))[...], split(String(text))[...])
    var line = lines.lowerBound + 1
    while let first = old.first, first == new.first {
      old.removeFirst()
      new.removeFirst()
      line += 1
    }
    while let last = old.last, last == new.last {
      old.removeLast()
      new.removeLast()
    }
    guard !old.isEmpty || !new.isEmpty else { return nil }
    return FileEdit.LineChange(line: line, old: Array(old), new: Array(new))
  }

  /// The line of a character, from 0.
  func line(of offset: Int) -> Int {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// Where a line ends, before its line feed.
  func lineEnd(_ line: Int) -> Int {
    line + 1 < starts.count ? starts[line + 1] - 1 : scalars.count
  }
}
