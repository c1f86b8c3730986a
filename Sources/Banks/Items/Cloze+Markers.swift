internal import Quizzes

extension Cloze {
  /// A text with something else for its markers, in one pass: what is put in is not read again.
  ///
  /// What stands for a gap is asked by its number; `nil` leaves the marker.
  static func replacingMarkers(
    in text: String,
    with replacement: (Int) -> String?
  ) -> String {
    text.replacing(/\[\[([0-9]{1,4})\]\]/) { match in
      Int(match.1).flatMap(replacement) ?? String(match.0)
    }
  }
}
