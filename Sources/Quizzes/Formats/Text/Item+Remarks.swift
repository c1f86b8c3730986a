internal import Diagnostics

// Comments beside items pass from form to form as lines of text.

extension Item {
  /// The most comments that an item keeps.
  package static let remarkLimit = 100
  /// The longest comment that is kept, in bytes.
  private static let remarkLength = 1000

  /// The lines of comments that say something, cleaned; rulers and what programs add are left out.
  package static func remarks(in comments: [String]) -> [String] {
    var remarks: [String] = []
    for line in comments.flatMap(\.lines) where line.utf8.count <= remarkLength {
      let text = PlainText(line).text.onOneLine
      guard text.unicodeScalars.contains(where: { $0.properties.isAlphabetic || $0.isDigit }),
        !isWrittenByPrograms(text)
      else { continue }
      remarks.append(text)
      if remarks.count == remarkLimit { break }
    }
    return remarks
  }

  /// Moodle writes `question: 12  name: …` or `question: 12` above each question.
  private static func isWrittenByPrograms(_ text: String) -> Bool {
    text.begins(with: "question: ") || text.holds("[id:") || text.holds("[tag:")
  }
}
