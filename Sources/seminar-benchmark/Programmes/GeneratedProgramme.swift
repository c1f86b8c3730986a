import Curricula
import Diagnostics
import Timetabling

/// A programme of one group made by chance, as large as is asked for, that can be held.
///
/// Ten weeks of two days with six slots of half an hour; sessions of one to three slots in modules,
/// each a chain, with one prerequisite in an earlier module; about 0.45 trainers a session, each away
/// on a quarter of the days; three rooms that differ in what they have, a tenth of their days closed;
/// one holiday. In units of 30 the penalty is 3 for each day on which a trainer comes, 1 for each
/// calendar day from the first session of a module to its last, and 2 for each slot above five a day.
struct GeneratedProgramme {
  /// The curriculum as text.
  let text: String

  private var lots: DrawingLots
  private var sessions: [Session] = []

  private struct Session {
    let module: Int
    let slots: Int
    let trainer: Int
    let needsScreen: Bool
    var needs: [Int]
    var day = 0
  }

  private static let days = 20
  private static let holiday = 7
  private static let slotsPerDay = 6

  /// Makes a programme; equal seeds make equal ones.
  init(sessions count: Int, seed: UInt64) {
    lots = DrawingLots(seed: seed &* 1_000 &+ UInt64(count))
    let trainers = max(1, count * 9 / 20)
    let modules = max(1, count / 6)
    var first = 0
    for module in 0..<modules {
      let next = count * (module + 1) / modules
      let crossing = first + lots.below(next - first)
      for index in first..<next {
        var needs = index > first ? [index - 1] : []
        if index == crossing, first > 0 { needs.append(lots.below(first)) }
        sessions.append(
          Session(
            module: module,
            slots: lots.one(of: [1, 1, 1, 1, 1, 2, 2, 2, 2, 3]),
            trainer: lots.below(trainers),
            needsScreen: lots.below(3) == 0,
            needs: needs
          )
        )
      }
      first = next
    }
    Self.hold(&sessions, &lots)
    text = Self.text(sessions, trainers: trainers, modules: modules, &lots)
  }

  /// The programme made ready for placing.
  func problem() throws -> Problem {
    let source = SourceText(file: "generated.yaml", text: text)
    return try Problem(Curriculum.parse(source).curriculum)
  }

  /// Gives each session a day, so that there is a timetable.
  private static func hold(_ sessions: inout [Session], _ lots: inout DrawingLots) {
    let open = (0..<days).filter { $0 != holiday }
    let total = sessions.reduce(0) { $0 + $1.slots }
    var held = Set<Int>()
    var slots = 0
    var used = [Int](repeating: 0, count: days)
    while held.count < sessions.count {
      let ready = sessions.indices.filter {
        !held.contains($0) && sessions[$0].needs.allSatisfy(held.contains)
      }
      let next = lots.one(of: ready)
      // In proportion to what was held, and as soon after as there is room.
      let earliest = slots * (open.count - 1) / max(total, 1)
      let after = sessions[next].needs.map { sessions[$0].day }.max() ?? 0
      let day =
        open.first {
          $0 >= max(open[earliest], after) && used[$0] + sessions[next].slots <= slotsPerDay
        } ?? days - 1
      sessions[next].day = day
      used[day] += sessions[next].slots
      slots += sessions[next].slots
      held.insert(next)
    }
  }

  private static func date(_ day: Int) -> String {
    // Tuesdays and Thursdays from 1 September 2026.
    let number = day / 2 * 7 + day % 2 * 2
    return number < 30
      ? "2026-09-\((number + 1).padded(to: 2))"
      : number < 61
        ? "2026-10-\((number - 29).padded(to: 2))" : "2026-11-\((number - 60).padded(to: 2))"
  }

  private static func text(
    _ sessions: [Session],
    trainers: Int,
    modules: Int,
    _ lots: inout DrawingLots
  ) -> String {
    var lines = [
      "curriculum: generated", "title: Generated", "edition: \"1\"", "zone: Europe/Vienna",
      "starts: 2026-09-01", "weeks: 10", "grid: 30", "blocks:",
      "  - {every: Tuesday, from: 10:00, to: 13:00}",
      "  - {every: Thursday, from: 10:00, to: 13:00}", "groups:",
      "  - {id: all, name: All, size: 30}", "rooms:",
    ]
    for (room, facts) in [
      "seats: 30", "seats: 40, features: [screen]", "seats: 60, features: [screen]",
    ]
    .enumerated() {
      // The last room is open whenever it is needed.
      let closed = (0..<days).filter { _ in room < 2 && lots.below(10) == 0 }.map(date)
      lines.append(
        "  - {id: r\(room), name: R\(room), \(facts), closed: [\(closed.joined(separator: ", "))]}"
      )
    }
    lines.append("trainers:")
    for trainer in 0..<trainers {
      let needed = Set(sessions.filter { $0.trainer == trainer }.map(\.day))
      let away = (0..<days).filter { !needed.contains($0) && lots.below(4) == 0 }.map(date)
      lines.append(
        "  - {id: t\(trainer), name: T\(trainer), zone: Europe/Vienna, "
          + "away: [\(away.joined(separator: ", "))]}"
      )
    }
    lines += [
      "themes:", "  - {id: T1, title: One}", "calendar:",
      "  - {closed: \(date(holiday)), name: Holiday}", "modules:",
    ]
    for module in 0..<modules {
      lines += ["  - id: m\(module)", "    title: M\(module)", "    sessions:"]
      for (index, session) in sessions.enumerated() where session.module == module {
        let needs = session.needs.map { "s\($0)" }.joined(separator: ", ")
        lines.append(
          "      - {id: s\(index), title: S, kind: lecture, minutes: \(session.slots * 30), "
            + "themes: [T1], trainers: [t\(session.trainer)], needs: [\(needs)], "
            + "features: [\(session.needsScreen ? "screen" : "")]}"
        )
      }
    }
    lines += [
      "constraints:", "  - spread: {of: each trainer, most: 0 days}", "    weight: 90",
      "  - span: {of: each module, most: 0 days}", "    weight: 30",
      "  - load: {of: each group, per: day, most: 150 minutes}", "    weight: 2",
    ]
    return lines.joined(separator: "\n") + "\n"
  }
}
