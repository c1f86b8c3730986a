// Comments beside items pass from form to form as lines of text.

extension Item {
  /// The most comments that an item keeps.
  static let remarkLimit = 100
  /// The longest comment that is kept, in bytes.
  private static let remarkLength = 1000

  /// The lines of comments that say something, cleaned; rulers and what programs add are left out.
  static func remarks(in comments: [String]) -> [String] {
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

  /// Whether all comments would come back from a form.
  static func areHeld(_ remarks: [String], in form: BankForm) -> Bool {
    switch form {
    case .seminar: true
    case .gift: self.remarks(in: remarks) == remarks
    case .moodleXML:
      self.remarks(in: remarks) == remarks && remarks.allSatisfy(\.fitsInXMLComment)
    case .aiken, .qti: remarks.isEmpty
    }
  }

  /// The comments that come back as they are; the rest is told as lost.
  func remarks(_ loss: inout LossReport, where isHeld: (String) -> Bool = { _ in true }) -> [String]
  {
    let held = remarks.filter { Self.remarks(in: [$0]) == [$0] && isHeld($0) }
      .prefix(Self.remarkLimit)
    loss.lose("a comment", if: held.count < remarks.count)
    return Array(held)
  }
}

extension String {
  /// Whether the text may stand in a comment of XML.
  var fitsInXMLComment: Bool {
    !holds("--") && utf8.last != UInt8(ascii: "-") && unicodeScalars.allSatisfy(\.isXMLCharacter)
  }
}
