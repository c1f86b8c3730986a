internal import Diagnostics
internal import Quizzes

// What of the comments beside items comes back from each form.

extension Item {
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
