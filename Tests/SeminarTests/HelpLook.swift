/// How a page of help looks at one width: what a reader would stumble over.
struct HelpLook {
  private let columns: Int
  private let lines: [Line]

  /// A line and the column at which its words begin: for an option, those of the description.
  private struct Line {
    let text: Substring
    let column: Int
    /// Whether it goes on with the paragraph of the line before.
    var isContinuation = false
    /// Whether it is an example, which stays as it is where the window is narrower.
    var isExample = false
    /// Whether it is among the arguments or the options.
    var isInOptions = false

    var words: Substring { text.dropFirst(column) }
  }

  init(_ help: String, columns: Int) {
    self.columns = columns
    var lines: [Line] = []
    var isOverview = true
    var isInOptions = false
    for text in help.split(separator: "\n", omittingEmptySubsequences: false) {
      if text.hasPrefix("USAGE: ") { isOverview = false }
      let indent = text.prefix { $0 == " " }.count
      let label = isOverview ? nil : text.firstMatch(of: /^ {2}\S.*? {2,}(?=\S)/)
      var line = Line(text: text, column: label?.output.count ?? indent)
      line.isExample = isOverview && indent > 0
      if indent == 0, text.hasSuffix(":") {
        isInOptions = text == "ARGUMENTS:" || text == "OPTIONS:"
      }
      line.isInOptions = isInOptions
      let isFollowing = lines.last.map { $0.column == line.column && !$0.text.isEmpty } ?? false
      line.isContinuation =
        isFollowing && label == nil && !text.isEmpty && !line.isExample
        && (isOverview || ![0, 2, 8].contains(indent))
      lines.append(line)
    }
    self.lines = lines
  }

  /// Lines that are too wide, end in spaces, are out of line with others, or are broken where they
  /// need not be, and words that are alone on the last line of a paragraph.
  var faults: [String] {
    var faults: [String] = []
    for line in lines {
      let isKept = line.isExample && columns < 80
      if line.text.count > columns, !isKept { faults.append("too wide: \(line.text)") }
      if line.text.last == " " { faults.append("ends in spaces: \(line.text)") }
      // Among options, only their labels begin two columns in.
      let isLabel = !line.isInOptions || line.column != 2 || "-<".contains(line.words.prefix(1))
      let isAligned = [0, 2, 6, 8, 26].contains(line.column) && isLabel || line.isExample
      if !isAligned { faults.append("out of line: \(line.text)") }
    }
    for (index, line) in lines.enumerated() where line.isContinuation {
      let before = lines[index - 1]
      let isLast = index + 1 == lines.count || !lines[index + 1].isContinuation
      let last = before.words.split(separator: " ").last ?? ""
      let fits = line.text.count + 1 + last.count <= columns
      if isLast, fits, !line.words.contains(" ") { faults.append("a word alone: \(line.text)") }
      // Two words may stay together at the end of a paragraph.
      let kept = line.words.split(separator: " ").prefix(2).joined(separator: " ")
      if before.text.count + 1 + kept.count <= columns {
        faults.append("broken early: \(line.text)")
      }
    }
    return faults
  }
}
