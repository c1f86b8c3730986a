internal import Quizzes
internal import Records

extension Quiz {
  /// Whether the quiz names a curriculum, in whichever edition.
  func belongs(to curriculum: String) -> Bool {
    curricula.contains { Programme(label: $0.name).curriculum == curriculum }
  }

  /// The week to which its window is tied.
  var weekOfWindow: Int? {
    switch (conditions.opensBy ?? conditions.closesBy)?.part {
    case .week(let number): number
    case .session, nil: nil
    }
  }
}
