import Quizzes
import Testing

@Suite struct TimedSittingTests {
  /// An attempt at two items with a deadline.
  static func timed(seconds: Int64, boot: String? = nil) throws -> Script {
    var quiz = Quiz.short()
    quiz.conditions.timeLimit = .seconds(seconds)
    let start = Moment(
      Script.noon.time,
      reading: boot.map { .init(boot: $0, milliseconds: 5_000) }
    )
    let deadline = Deadline(after: seconds * 1000, from: start.time)
    return try Script(quiz, deadline: deadline, at: start)
  }

  @Test func `the time is told at the start`() throws {
    let script = try Self.timed(seconds: 600)
    #expect(script.transcript.contains("Time: 10 minutes. It runs while you are away.\n"))
  }

  @Test func `extra time is told at the start`() throws {
    var quiz = Quiz.short()
    quiz.conditions.timeLimit = .seconds(1800)
    let script = try Script(quiz, deadline: Deadline(after: 3_600_000, from: Script.noon.time))
    #expect(script.transcript.contains("Time: 1 hour, extended from 30 minutes. It runs while"))
  }

  @Test func `a response at the deadline counts, and one behind it does not`() throws {
    var script = try Self.timed(seconds: 20)
    script.type("z")
    script.type("b")
    #expect(script.conversation.attempt.progress?.responses["single"]?.response == .option(1))
    let shown = script.type("t")
    #expect(shown.first == "The time is up. Your responses until then count.")
    #expect(script.next == .finish)
    #expect(script.events.contains { $0.kind == .expired })
    #expect(script.conversation.attempt.progress?.responses.count == 1)
    #expect(script.transcript.contains("Score: 1 of 2 marks, 50 percent."))
  }

  @Test func `the attempt ends at its deadline, not when it was touched`() throws {
    var script = try Self.timed(seconds: 20)
    script.now = script.now.later(by: 86_400_000)
    script.type("b")
    #expect(script.conversation.attempt.submittedAt == Script.noon.later(by: 20_000).time)
  }

  @Test func `a prompt that waits until the deadline closes the attempt`() throws {
    var script = try Self.timed(seconds: 15)
    script.take(.timeUp)
    #expect(script.prompt != nil)
    script.take(.timeUp)
    #expect(script.next == .finish)
  }

  @Test func `whoever comes back too late finds the attempt closed`() throws {
    var script = try Self.timed(seconds: 600)
    script.type(["b", ":quit"])
    #expect(
      script.transcript.contains("The time keeps running. Time left: 9 minutes 40 seconds.\n")
    )
    let late = script.now.later(by: 3_600_000)
    let back = try Script(resuming: script.conversation.quiz, script.events, at: late)
    #expect(back.next == .finish)
    #expect(back.events.map(\.encoded.kind).suffix(2) == ["expired", "shown"])
    #expect(back.transcript.contains("The time is up."))
    #expect(back.transcript.contains("Fully right, and not listed here: item 1."))
  }

  @Test func `whoever comes back in time is told what is left`() throws {
    var script = try Self.timed(seconds: 600)
    script.type([":quit"])
    let back = try Script(
      resuming: script.conversation.quiz,
      script.events,
      at: script.now.later(by: 60_000)
    )
    #expect(back.transcript.contains("Time left: 8 minutes 50 seconds.\n"))
  }

  @Test func `the deadline goes on while the participant is away, and presence does not`() throws {
    var script = try Self.timed(seconds: 600)
    script.type([":quit"])
    let back = try Script(
      resuming: script.conversation.quiz,
      script.events,
      at: script.now.later(by: 60_000)
    )
    #expect(back.conversation.attempt.progress?.elapsed == 70_000)
    #expect(back.conversation.attempt.millisecondsPresent == 10_000)
  }

  @Test func `the time is announced once at half, five minutes and one minute`() throws {
    var script = try Self.timed(seconds: 1200)
    var said: [String] = []
    for _ in 0..<119 {
      said += script.type("z").filter { $0.hasPrefix("Time left") }
    }
    #expect(
      said == [
        "Time left: 10 minutes.", "Time left: 5 minutes.", "Time left: 1 minute.",
      ]
    )
  }

  @Test func `a short quiz announces only the thresholds it has`() throws {
    var script = try Self.timed(seconds: 100)
    var said: [String] = []
    for _ in 0..<9 { said += script.type("z").filter { $0.hasPrefix("Time left") } }
    #expect(said == ["Time left: 1 minute.", "Time left: 50 seconds."])
  }

  @Test func `the time is told when asked for`() throws {
    var script = try Self.timed(seconds: 600)
    #expect(script.type(":time") == ["Time left: 9 minutes 50 seconds."])
    var free = try Script(.short())
    #expect(free.type(":time") == ["There is no time limit. Since the start: 10 seconds."])
  }

  @Test(arguments: [-86_400_000, -60_000, 60_000, 86_400_000] as [Int64])
  func `setting the wall clock neither helps nor hurts`(step: Int64) throws {
    var script = try Self.timed(seconds: 100, boot: "one")
    script.type("z")
    // The wall clock jumps; the running clock does not.
    let wall = Timestamp(milliseconds: script.now.time.milliseconds + step)
    script.now = Moment(wall, reading: script.now.reading)
    #expect(script.type(":time") == ["Time left: 1 minute 20 seconds."])
    script.type(["b", "t"])
    #expect(script.conversation.attempt.progress?.responses.count == 2)
    #expect(script.conversation.attempt.progress?.elapsed == 40_000)
  }

  @Test func `after a restart of the machine the wall clock tells`() throws {
    var script = try Self.timed(seconds: 100, boot: "one")
    script.type("z")
    script.now = Moment(
      script.now.time,
      reading: .init(boot: "two", milliseconds: 1)
    )
    #expect(script.type(":time") == ["Time left: 1 minute 20 seconds."])
  }

  @Test func `a running clock that began again leaves it to the wall clock`() {
    let noon = Script.noon.time
    let before = Moment(noon, reading: .init(boot: "one", milliseconds: 9_000))
    let later = Moment(
      Timestamp(milliseconds: noon.milliseconds + 4_000),
      reading: .init(boot: "one", milliseconds: 100)
    )
    #expect(later.milliseconds(since: before) == 4_000)
  }

  @Test func `an extension revives an attempt that was not closed yet`() throws {
    var script = try Self.timed(seconds: 60)
    script.type([":quit"])
    let late = script.now.later(by: 120_000)
    let longer = Event.Extension(
      to: Deadline(after: 600_000, from: Script.noon.time),
      reason: "power cut",
      by: "coordinator"
    )
    let back = try Script(
      resuming: script.conversation.quiz,
      script.events,
      extension: longer,
      at: late
    )
    #expect(back.prompt != nil)
    #expect(back.conversation.attempt.progress?.remaining(at: late) == 470_000)
    #expect(back.events.suffix(2).map(\.encoded.kind) == ["extended", "resumed"])
  }

  @Test func `late events are refused on replay`() throws {
    let script = try Self.timed(seconds: 60)
    var attempt = script.conversation.attempt
    let late = Script.noon.later(by: 60_001)
    let responded = Event.Responded(
      item: "single",
      typed: "b",
      response: .option(1),
      milliseconds: 1
    )
    #expect(throws: Refusal.tooLate) { try attempt.apply(Event(.responded(responded), at: late)) }
    #expect(throws: Refusal.tooLate) { try attempt.apply(Event(.submitted, at: late)) }
    #expect(throws: Refusal.notExpired) { try attempt.apply(Event(.expired, at: Script.noon)) }
    try attempt.apply(Event(.expired, at: late))
    #expect(throws: Refusal.alreadySubmitted) { try attempt.apply(Event(.expired, at: late)) }
  }

  @Test func `an attempt without a deadline never closes by itself`() throws {
    let script = try Script(.short())
    let late = script.now.later(by: 1_000_000_000_000)
    #expect(script.conversation.attempt.closing(at: late) == nil)
    var attempt = script.conversation.attempt
    #expect(throws: Refusal.notExpired) { try attempt.apply(Event(.expired, at: late)) }
  }
}
