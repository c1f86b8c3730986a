import ArgumentParser
import Diagnostics
import Quizzes
import Records
import Terminal

/// What a participant is offered who came without naming a quiz: the open quizzes, one after another.
struct QuizMenu {
  let workspace: Workspace
  let who: SitterOptions
  let screen: Screen

  /// What can be done with a quiz that is offered.
  struct Offer {
    let file: Workspace.QuizFile
    /// How the participant stands with it.
    let standing: String
    /// Whether its results are shown, because it cannot be sat any more.
    let isOver: Bool
  }

  /// Offers the quizzes until the participant leaves.
  ///
  /// - Parameters:
  ///   - sit: Sits a quiz.
  ///   - show: Shows the results of one.
  /// - Throws: What ends the program.
  @MainActor func run(
    sit: (Workspace.QuizFile) throws -> Void,
    show: (Workspace.QuizFile) throws -> Void
  ) throws {
    while true {
      let (name, offers) = try offers()
      guard !offers.isEmpty else {
        try screen.show([Line(.detail, "No quiz is open for \(name) now.")])
        return
      }
      try screen.show(Self.lines(offers, for: name))
      guard let offer = try choice(among: offers) else { return }
      do {
        try offer.isOver ? show(offer.file) : sit(offer.file)
      } catch let failure as Failure where failure.status != .inputOutput {
        let told = who.voucher == nil ? failure : failure.forParticipant
        Output.error.tell(told.text(asJSON: false))
      }
      try screen.show([Line(.gap, "")])
    }
  }

  /// What is offered now, and to whom.
  private func offers() throws -> (name: String, offers: [Offer]) {
    let markbook = try workspace.readableMarkbook()
    defer { markbook?.close() }
    let sitter = try who.sitter(in: markbook)
    return (sitter.name, QuizList(workspace, markbook, sitter).offers())
  }

  private static func lines(_ offers: [Offer], for name: String) -> [Line] {
    [Line(.heading, "Quizzes for \(name)")]
      + offers.enumerated().map { index, offer in
        Line(.option, "\(offer.file.shortName): \(offer.standing)", label: "\(index + 1)")
      }
  }

  /// The quiz that the participant chooses; `nil` for leaving.
  @MainActor private func choice(among offers: [Offer]) throws -> Offer? {
    let range = offers.count == 1 ? "1" : "1–\(offers.count)"
    let names = offers.map(\.file.shortName)
    while true {
      let typed = typedLine(
        LineRequest("Which one? (\(range), :quit): ", candidates: names + [":quit"])
      )
      if typed == .endOfInput { return nil }
      guard case .text(let line) = typed else {
        throw ExitCode(ExitStatus.interrupted.rawValue)
      }
      let words = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if [":quit", ":q"].contains(words.lowercased()) { return nil }
      if let number = Int(words), offers.indices.contains(number - 1) { return offers[number - 1] }
      if let offer = offers.first(where: { $0.file.shortName == words || $0.file.name == words }) {
        return offer
      }
      let near = nearestName(to: words, in: names)
      let hint =
        near.map { "Did you mean \($0)?" } ?? "Type a number (\(range)), or :quit to leave."
      try screen.show([Line(.problem, hint)])
    }
  }

  /// One line; its source does not outlive it, because a sitting has its own.
  @MainActor private func typedLine(_ request: LineRequest) -> TypedLine {
    var source = screen.lineSource
    return source.next(request)
  }
}
