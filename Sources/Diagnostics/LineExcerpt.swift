/// A line of somebody's file as it is shown below a message, with a caret below the place meant.
public struct LineExcerpt: Hashable, Sendable {
  /// The line as it is in the file.
  public let line: String
  private let number: Int
  private let column: Int

  /// The columns of a terminal that the line may take.
  private static let width = 90

  /// The line at a place; `nil` where the place is a whole file, or the file has no such line.
  public init?(at location: Diagnostic.Location, in text: String) {
    guard location.line > 0 else { return nil }
    let lines = text.split(
      separator: "\n",
      maxSplits: location.line,
      omittingEmptySubsequences: false
    )
    guard lines.indices.contains(location.line - 1) else { return nil }
    self.init(at: location, as: lines[location.line - 1])
  }

  /// A line at its place; `nil` where nothing is written in it.
  public init?(at location: Diagnostic.Location, as text: Substring) {
    let line = String(text)
    guard line.contains(where: { !$0.isWhitespace }) else { return nil }
    self.line = line
    number = location.line
    column = location.column
  }

  /// The line behind its number, and the caret: a part of the line, where it is long.
  public var text: String {
    let margin = String(repeating: " ", count: String(number).count)
    let scalars = Array(line.unicodeScalars)
    let caret = min(max(column - 1, 0), scalars.count)
    // A long line is shown from somewhat before the place on.
    let isLong = scalars.count > Self.width
    let start = isLong ? max(0, caret - Self.width / 2) : 0
    let end = min(scalars.count, start + Self.width)
    let shown = Self.visible(scalars[start..<end])
    var text =
      "  \(number) | " + (start > 0 ? "…" : "") + shown + (end < scalars.count ? "…" : "")
    if column > 0 {
      let before = Self.visible(scalars[start..<max(start, min(caret, end))])
      let indentation = before.displayWidth + (start > 0 ? 1 : 0)
      text += "\n  \(margin) | " + String(repeating: " ", count: indentation) + "^"
    }
    return text
  }

  /// The characters with tabs as arrows and other control characters as escapes.
  private static func visible(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars)).replacing("\t", with: "→").visible
  }
}

extension Diagnostic {
  /// The message with the line it is about below it, and then the remedy.
  public func description(showing excerpt: LineExcerpt?) -> String {
    let problem = "\(location): \(severity.rawValue): \(message)"
    return [problem, excerpt?.text, remedy.map { "  help: \($0)" }].compactMap(\.self)
      .joined(separator: "\n")
  }
}
