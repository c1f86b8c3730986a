import Coordination
import Publishing
import Quizzes
import Records
import Testing

/// What the participant does is on the disk before anything of it can be shown.
@Suite struct SittingTests {
  private func count(_ course: Course) throws -> Int {
    try course.lastEvents().count
  }

  @Test func `a response is recorded once the turn is there`() throws {
    let course = try Course.ofCrafts()
    let opening = try course.open()
    var sitting = opening.sitting
    #expect(try count(course) == opening.turn.events.count)
    _ = try sitting.take(.line(""), at: Moment(course.now))
    let before = try count(course)
    let turn = try sitting.take(.line("b"), at: Moment(course.now))
    #expect(turn.lines.contains { $0.text.contains("b) Hammer") })
    #expect(try count(course) == before + turn.events.count)
    guard case .responded(let given)? = try course.lastEvents().last?.kind else {
      Issue.record("the response was not recorded")
      return
    }
    #expect(given.item == "nail")
  }

  @Test func `a response that cannot be recorded leaves the sitting as it was`() throws {
    let course = try Course.ofCrafts()
    var sitting = try course.open().sitting
    _ = try sitting.take(.line(""), at: Moment(course.now))
    var other = try course.open().sitting
    let heads = try course.markbook.heads()
    let before = sitting.progress?.responses
    #expect(throws: MarkbookError.self) {
      try sitting.take(.line("b"), at: Moment(course.now))
    }
    #expect(sitting.progress?.responses == before)
    #expect(try course.markbook.heads() == heads)
    // The one that went on takes it.
    let turn = try other.take(.line("b"), at: Moment(course.now))
    #expect(Course.text(of: turn.lines).contains("Kept: b) Hammer"))
    #expect(try course.markbook.heads() != heads)
  }

  @Test func `when nobody sees a turn any more, the participant has left`() throws {
    let course = try Course.ofCrafts()
    var sitting = try course.open().sitting
    sitting.lose(at: Moment(course.now))
    #expect(try course.lastEvents().last?.kind == .left(.hangUp))
  }

  @Test func `more time that is given reaches the next response`() throws {
    let course = try Course.ofCrafts()
    var sitting = try course.open().sitting
    _ = try sitting.take(.line(""), at: Moment(course.now))
    try course.give(Override(extraTime: 2))
    let turn = try sitting.take(.line("b"), at: Moment(course.now))
    #expect(turn.lines.contains { $0.text.contains("Your time was changed. Time left: 1 hour") })
    #expect(turn.lines.contains { $0.text.contains("Kept: b) Hammer") })
    #expect(try course.lastEvents().contains { $0.encoded.kind == "extended" })
  }

  @Test func `half of the time is announced, and its end closes the attempt`() throws {
    let course = try Course.ofCrafts()
    course.setCrafts("time-limit", "2 minutes")
    var sitting = try course.open().sitting
    var shown: [String] = []
    func type(_ line: String) throws {
      shown.append(Course.text(of: try sitting.take(.line(line), at: Moment(course.now)).lines))
    }
    try type("")
    course.pass(.seconds(58))
    try type("b")
    #expect(shown.last?.contains("Kept: b) Hammer") == true)
    #expect(!shown.joined().contains("Time left"))
    course.pass(.seconds(3))
    try type("100")
    #expect(shown.last?.contains("Time left: ") == true)
    course.pass(.seconds(62))
    try type("never counts")
    #expect(shown.last?.contains("The time is up. Your responses until then count.") == true)
    // The gap that was filled counts.
    #expect(shown.last?.contains("Score: 2 of 8 marks") == true)
    #expect(try course.markbook.attempts().last?.isSubmitted == true)
  }

  @Test func `whoever comes back behind the deadline finds the attempt closed`() throws {
    let course = try Course.ofCrafts()
    try course.sit(typing: ["", "b"])
    course.pass(.seconds(1_800))
    // Nobody touched it, but everybody who asks sees it closed.
    let scores = try Scores.sheet(
      AttemptSelection(),
      in: course.markbook,
      zone: course.zone,
      at: Moment(course.now)
    )
    #expect(scores.csv().contains(",graded,submitted,"))
    #expect(try course.markbook.attempts().last?.isSubmitted == false)
    let again = try course.open()
    let shown = Course.text(of: again.turn.lines)
    #expect(shown.contains("The time is up. Your responses until then count."))
    #expect(shown.contains("Score: 1 of 8 marks"))
    #expect(again.turn.next == .finish)
    #expect(try course.markbook.attempts().last?.isSubmitted == true)
  }

  @Test func `a file that is broken while somebody sits changes nothing for them`() throws {
    let course = try Course.ofCrafts()
    var sitting = try course.open().sitting
    course.texts[Course.crafts] = "quiz: ["
    for line in Course.responses.dropLast() {
      _ = try sitting.take(.line(line), at: Moment(course.now))
    }
    let last = try sitting.take(.line("yes"), at: Moment(course.now))
    #expect(last.next == .finish)
    #expect(Course.text(of: last.lines).contains("Submitted."))
  }

  @Test func `what is briefed is not begun until somebody says so`() throws {
    let course = try Course.ofCrafts()
    let desk = try Desk(
      markbook: course.markbook,
      sitter: course.sitter("p01"),
      seed: 7,
      goOnCommand: nil
    )
    let quizDesk = try QuizDesk(
      desk,
      for: course.quizFile("crafts"),
      isPractice: false,
      in: course
    )
    guard case .begin(let beginning) = try quizDesk.next(at: Moment(course.now)) else {
      Issue.record("there is nothing to go on with")
      return
    }
    #expect(beginning.asksFirst)
    #expect(Course.text(of: beginning.briefing).contains("This is attempt 1 of 2."))
    #expect(try course.markbook.attempts().isEmpty)
  }
}
