import Diagnostics
import Foundation
import Quizzes
import SampleItems

extension Quiz {
  /// A quiz with one item of each kind, in the order of the file.
  static func sample(mode: Mode = .graded, shuffle: Shuffle = .nothing) -> Quiz {
    Quiz(
      title: "Tools of the workshop",
      status: "Unofficial. Written for tests.",
      mode: mode,
      passPercent: 60,
      shuffle: shuffle,
      feedback: Feedback(),
      items: [.single, .multiple, .truth, .number, .words, .match, .order]
    )
  }

  /// Two short items.
  static func short(mode: Mode = .graded) -> Quiz {
    var quiz = Quiz(
      title: "Two items",
      status: "Unofficial. Written for tests.",
      mode: mode,
      passPercent: 50,
      shuffle: .nothing,
      feedback: Feedback(),
      items: [.single, .truth]
    )
    quiz.notice = "This quiz speaks of sharp things."
    return quiz
  }
}
