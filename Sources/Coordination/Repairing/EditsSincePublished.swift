public import Curricula
internal import Diagnostics
internal import Publishing
public import Timetabling

/// What was edited in the file of a curriculum since a revision was published, piece by piece.
public struct EditsSincePublished: Sendable {
  private let file: RepairableFile
  /// The number of the revision.
  private let revision: Int
  /// The lines that each piece is about, with those that were there when the revision was published.
  private let pieces: [FileEdit.LineChange]

  /// The most pieces that are looked into one by one.
  private static let mostTried = 6

  /// Compares a file with what was published.
  ///
  /// - Parameters:
  ///   - file: The file as it is.
  ///   - former: The text of the file when the revision was published.
  ///   - revision: The number of the revision.
  public init(of file: RepairableFile, since former: String, revision: Int) {
    self.file = file
    self.revision = revision
    pieces = Self.pieces(from: Self.lines(former), to: Self.lines(file.source.text))
  }

  /// The pieces each of which, taken back, makes a timetable possible; where there is none, all of them
  /// together, if that does.
  ///
  /// - Parameter disturbance: How much a revision changes by the curriculum that an edited file describes;
  ///   `nil` where there is none.
  /// - Returns: The repairs, from the top of the file to the bottom.
  public func repairs(
    disturbing disturbance: (Curriculum) async -> Int?
  ) async -> [Conflict.Repair] {
    var found: [Conflict.Repair] = []
    if pieces.count <= Self.mostTried {
      for piece in pieces {
        let sentence = "undo the edit of \(Self.place(of: piece)) since revision \(revision)"
        let repair = await repair(undoing: [piece], sentence, disturbance)
        if let repair { found.append(repair) }
      }
    }
    guard found.isEmpty, pieces.count > 1 else { return found }
    let sentence = "undo all \(pieces.count) edits of the file since revision \(revision)"
    return [await repair(undoing: pieces, sentence, disturbance)].compactMap(\.self)
  }

  private func repair(
    undoing pieces: [FileEdit.LineChange],
    _ sentence: String,
    _ disturbance: (Curriculum) async -> Int?
  ) async -> Conflict.Repair? {
    let source = file.source
    let edit = FileEdit(file: source.file, changes: pieces)
    guard let bytes = edit.applied(to: Array(source.text.utf8)) else { return nil }
    var edited = SourceText(file: source.file, text: String(decoding: bytes, as: UTF8.self))
    edited.attachments = source.attachments
    guard let curriculum = try? Curriculum.parse(edited).curriculum,
      let cost = await disturbance(curriculum)
    else { return nil }
    let place = Diagnostic.Location(file: source.file, line: pieces.first?.line ?? 1)
    var repair = Conflict.Repair([Conflict.Change(undoing: sentence, at: place)], cost: cost)
    repair.writing = file.writing(edit)
    return repair
  }

  /// The lines in words: `line 4`, `lines 4 to 6`, `the lines after line 3` where some were removed.
  private static func place(of piece: FileEdit.LineChange) -> String {
    switch piece.old.count {
    case 0 where piece.line == 1: "the lines before line 1"
    case 0: "the lines after line \(piece.line - 1)"
    case 1: "line \(piece.line)"
    default: "lines \(piece.line) to \(piece.line + piece.old.count - 1)"
    }
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// What is different between two texts, line by line, as changes of the second one.
  ///
  /// Source: E. W. Myers, *An O(ND) difference algorithm and its variations*, Algorithmica 1 (1986), as in
  /// the standard library.
  static func pieces(from former: [Substring], to present: [Substring]) -> [FileEdit.LineChange] {
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in present.difference(from: former) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var pieces: [FileEdit.LineChange] = []
    var (left, right) = (0, 0)
    while left < former.count || right < present.count {
      let (firstLeft, firstRight) = (left, right)
      while removed.contains(left) { left += 1 }
      while inserted.contains(right) { right += 1 }
      if left > firstLeft || right > firstRight {
        pieces.append(
          FileEdit.LineChange(
            line: firstRight + 1,
            old: present[firstRight..<right].map(String.init),
            new: former[firstLeft..<left].map(String.init)
          )
        )
      } else {
        left += 1
        right += 1
      }
    }
    return pieces
  }
}

extension Conflict {
  /// The conflict with more repairs, all of one change, the cheapest first.
  ///
  /// A repair of several changes is not needed where one is enough.
  public func adding(_ repairs: [Repair]) -> Conflict {
    guard !repairs.isEmpty else { return self }
    let single = self.repairs.filter { $0.changes.count == 1 }
    let all = (repairs + single).enumerated().sorted { left, right in
      (left.element.cost, left.offset) < (right.element.cost, right.offset)
    }
    return with(repairs: all.map(\.element))
  }
}
