internal import Curricula
internal import Diagnostics

// The outline for people at a terminal.
extension CurriculumOutline {
  /// The outline as text.
  ///
  /// - Parameters:
  ///   - width: The most columns of a line.
  ///   - showsNotes: Whether the notes for facilitators are shown too.
  /// - Returns: The lines, each ended by a line feed.
  public func text(width: Int = 80, showsNotes: Bool = false) -> String {
    var lines = Self.lines(heading, width) + Self.lines(summary, width)
    if let proposal = curriculum.proposal { lines += [""] + Self.lines(proposal, width) }
    for part in parts { lines += [""] + self.lines(of: part, width, showsNotes) }
    if !themes.isEmpty {
      let letters = "T taught, G in a graded quiz, P in a practice quiz"
      lines += [""] + Self.lines("\(tableTitle): \(letters)", width) + [""] + table(width)
      if !hasWeeks {
        lines += [""] + columns.map { "\($0.label) \($0.title)" }.flatMap { Self.lines($0, width) }
      }
      lines += ["", "Where each theme is taught and tested", ""]
      lines += themes.flatMap { covered in
        Self.lines("\(covered.theme.named): \(sentence(on: covered))", width, after: "  ")
      }
    }
    lines += ["", gaps.isEmpty ? "No gaps." : "Gaps"]
    lines += gaps.flatMap { Self.lines($0.words, width, "- ") }
    return lines.map { $0 + "\n" }.joined()
  }

  private func lines(of part: Part, _ width: Int, _ showsNotes: Bool) -> [String] {
    var lines = Self.lines(part.heading, width)
    if !part.outcomes.isEmpty {
      lines.append("  Outcomes: a participant can")
      for covered in part.outcomes {
        let mark = "  \(covered.mark)".padding(to: 6)
        lines += Self.lines(covered.outcome.text, width, mark)
        lines += Self.lines(sentence(on: covered), width, "      ")
      }
    }
    lines.append("  Sessions")
    for session in part.sessions {
      lines += Self.lines(
        "\(session.id) \(session.title) (\(session.outline))",
        width,
        "  ",
        "      "
      )
    }
    lines += Self.list("Not held in this edition", part.notHeld.map(\.titled), width)
    lines += Self.list("To read", part.readings, width)
    lines += Self.list("Before the sessions", part.before, width)
    if showsNotes { lines += Self.list("Notes for facilitators", part.notes, width) }
    return lines
  }

  private static func list(_ title: String, _ entries: [String], _ width: Int) -> [String] {
    entries.isEmpty ? [] : ["  \(title)"] + entries.flatMap { lines($0, width, "  - ") }
  }

  private static func lines(
    _ text: String,
    _ width: Int,
    _ first: String = "",
    after rest: String? = nil
  ) -> [String] {
    text.visible.wrapped(to: width, indentedBy: first, then: rest)
  }

  private static func lines(
    _ text: String,
    _ width: Int,
    _ first: String,
    _ rest: String
  ) -> [String] {
    lines(text, width, first, after: rest)
  }

  /// A row for each theme and a column for each week; where there is no room for all, one table below the
  /// other.
  private func table(_ width: Int) -> [String] {
    let cell = 1 + max(3, columns.map(\.label.count).max() ?? 0)
    let most = themes.map { $0.theme.named.displayWidth }.max() ?? 0
    let name = min(most, max(12, width - cell * min(columns.count, 12)))
    let inRow = max(1, (width - name) / cell)
    var lines: [String] = []
    for start in stride(from: 0, to: columns.count, by: inRow) {
      let shown = start..<min(start + inRow, columns.count)
      if start > 0 { lines.append("") }
      let head = shown.map { " " + columns[$0].label.padding(to: cell - 1) }.joined()
      lines.append((String(repeating: " ", count: name) + head).withoutTrailingSpaces)
      for covered in themes {
        let cells = shown.map { " " + covered.cells[$0].letters.padding(to: cell - 1) }.joined()
        let title = covered.theme.named.visible.cut(to: name).padding(to: name)
        lines.append((title + cells).withoutTrailingSpaces)
      }
    }
    return lines
  }
}

extension CurriculumOutline.ThemeCoverage.Cell {
  /// A letter for each way in which the theme comes up; a point for none.
  fileprivate var letters: String {
    let letters = [minutes > 0 ? "T" : "", graded > 0 ? "G" : "", practice > 0 ? "P" : ""].joined()
    return letters.isEmpty ? "·" : letters
  }
}

extension String {
  /// The text with spaces behind it up to a number of columns.
  fileprivate func padding(to columns: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, columns - displayWidth))
  }

  /// The text, cut to a number of columns.
  fileprivate func cut(to columns: Int) -> String {
    guard displayWidth > columns else { return self }
    var shown = ""
    for character in self {
      guard (shown + String(character)).displayWidth < columns else { break }
      shown.append(character)
    }
    return shown + "…"
  }

  /// The text without spaces at its end.
  fileprivate var withoutTrailingSpaces: String {
    String(reversed().drop { $0 == " " }.reversed())
  }
}
