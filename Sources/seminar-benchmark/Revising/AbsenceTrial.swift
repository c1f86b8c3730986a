import Curricula
import Timetabling

/// A published timetable, and what becomes of it when the trainers of a session cannot come.
struct AbsenceTrial {
  let curriculum: Curriculum
  let seed: UInt64
  /// The timetable as it was published, in the order of time.
  let published: [PublishedPlacement]

  /// There is no timetable to revise.
  struct Unpublished: Error {}

  /// Lays a curriculum out.
  init(_ curriculum: Curriculum, seed: UInt64) async throws {
    self.curriculum = curriculum
    self.seed = seed
    let problem = try Problem(curriculum)
    guard case .laidOut(let solution) = try await Solver(problem).solve(seed: seed) else {
      throw Unpublished()
    }
    published = solution.timetable.published.sorted {
      ($0.date, $0.start, $0.session) < ($1.date, $1.start, $1.session)
    }
  }

  /// The lines above the rows.
  static let header = """
    | session | day | held before | changed | on another day | disturbance | at least | seconds | changed from scratch |
    | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
    """

  /// What came of one absence.
  struct Row: CustomStringConvertible {
    let session: PublishedPlacement
    /// How many sessions were held before the absence was learnt.
    let held: Int
    /// What the least disturbing timetable changes; `nil` when there is no timetable.
    let least: Changes?
    let disturbance: Int
    let bound: Int
    /// Of processor time.
    let seconds: Double
    /// What a timetable laid out from scratch changes.
    let scratch: Changes?
    /// Whether something changes that lies before the day on which the absence was learnt.
    let changesPast: Bool

    var description: String {
      let found = least.map { "\($0.all) | \($0.days) | \(disturbance) | \(bound)" }
      let other = scratch.map { String($0.all) } ?? "none exists"
      return "| \(session.session) | \(session.date) | \(held) | "
        + "\(found ?? "none exists | | |") | \(seconds.rounded(to: 2)) | \(other) |"
    }
  }

  /// How many sessions are held otherwise than published.
  struct Changes {
    let all: Int
    /// How many of them on another day.
    let days: Int

    init(from old: [PublishedPlacement], to new: [PublishedPlacement]) {
      let before = Dictionary(uniqueKeysWithValues: old.map { ($0.session, $0) })
      let changed = new.filter { before[$0.session] != $0 }
      all = changed.count
      days = changed.count { before[$0.session]?.date != $0.date }
    }
  }

  /// Revises the timetable when a session's trainers cannot come on its day.
  func row(for session: PublishedPlacement, notice: Int) async -> Row {
    let today = session.date.adding(days: -notice)
    let past = published.filter { $0.date < today }
    let edited = curriculum.without(session.trainers, on: session.date)
    let start = ProcessorTime.seconds
    let problem = try? Problem(edited)
    var least: RevisedTimetable?
    if let problem,
      case .revised(let revised)? = try? await Solver(problem).revise(
        from: published,
        today: today,
        seed: seed
      )
    {
      least = revised
    }
    let seconds = ProcessorTime.seconds - start
    var scratch: [PublishedPlacement]?
    if let problem { scratch = await fromScratch(problem, today) }
    let new = least?.solution.timetable.published
    return Row(
      session: session,
      held: past.count,
      least: new.map { Changes(from: published, to: $0) },
      disturbance: least?.disturbance ?? 0,
      bound: least?.leastDisturbance ?? 0,
      seconds: seconds,
      scratch: scratch.map { Changes(from: published, to: $0) },
      changesPast: new.map { new in !past.allSatisfy(new.contains) } ?? false
    )
  }

  /// The cheapest timetable that keeps what was held, and nothing else.
  private func fromScratch(_ problem: Problem, _ today: CivilDate) async -> [PublishedPlacement]? {
    let past = problem.perturbation(from: published, today: today)
      .filter { $0.weight == .hard }
    let fixed = problem.with(constraints: problem.constraints + past)
    guard case .laidOut(let solution) = try? await Solver(fixed).solve(seed: seed) else {
      return nil
    }
    return solution.timetable.published
  }
}
