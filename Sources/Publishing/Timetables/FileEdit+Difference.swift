public import Diagnostics
internal import Timetabling

extension FileEdit {
  /// The lines that go and the lines that come, each change under its place; lines ended by a line feed.
  public var difference: String {
    changes.map { change in
      ([change.place(in: file)] + change.lines).map { $0 + "\n" }.joined()
    }.joined()
  }
}

extension FileEdit.LineChange {
  /// The place in words: "curricula/a.yaml, line 12", "curricula/a.yaml, after line 11".
  func place(in file: String) -> String {
    switch old.count {
    case 0: "\(file), after line \(line - 1)"
    case 1: "\(file), line \(line)"
    default: "\(file), lines \(line) to \(line + old.count - 1)"
    }
  }

  /// The lines, the old ones after a minus, the new ones after a plus.
  var lines: [String] { old.map { "- \($0.legible)" } + new.map { "+ \($0.legible)" } }
}

extension TextPage {
  /// Writes how a repair is written into the file.
  mutating func write(_ writing: Conflict.Writing, indent: Int) {
    switch writing {
    case .byHand(let reason): write("(make this change yourself: \(reason))", indent: indent)
    case .edit(let edit, let code):
      write("code \(code)", indent: indent)
      for change in edit.changes {
        write(place: change.place(in: edit.file), indent: indent)
        for line in change.lines { write(place: line, indent: indent + 2) }
      }
    }
  }
}

extension Conflict.Writing {
  /// Whether it is an edit of the file.
  var isEdit: Bool { code != nil }

  /// The code of the edit.
  var code: String? {
    switch self {
    case .edit(_, let code): code
    case .byHand: nil
    }
  }

  /// What the edit replaces.
  var changes: [FileEdit.LineChange] {
    switch self {
    case .edit(let edit, _): edit.changes
    case .byHand: []
    }
  }

  /// Why it is not an edit of the file.
  var reason: String? {
    switch self {
    case .edit: nil
    case .byHand(let reason): reason
    }
  }
}
