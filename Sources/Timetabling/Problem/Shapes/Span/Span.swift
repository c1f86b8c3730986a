internal import Curricula

/// From the first of some sessions to the last there are at most so many days.
struct Span: SelectionShape {
  var selection: Selection
  var mostDays: Int

  var outlook: Outlook { .several }
  let isInMinutes = false

  func violations(in timetable: Timetable) -> [Violation] {
    let placements = timetable.placements(of: selection)
    guard let first = placements.first, let last = placements.last else { return [] }
    let days = timetable.date(of: last).days(since: timetable.date(of: first))
    let excess = days - mostDays
    return excess > 0 ? [Violation(by: placements, excess: excess)] : []
  }

  func count(in draft: inout Draft, at level: Level) {
    draft.spans.append(draft.entry(SpanFormula(mostDays: mostDays), of: selection, at: level))
    draft.savesAnything()
  }

  func follow(in compiler: inout TrackCompiler, at weight: Weight) {
    let extent = compiler.extent(of: selection)
    if !extent.isWhole { compiler.giveUp() }
    guard extent.scope.count > 1 else { return }
    let bits = compiler.dayBits
    if extent.isChosen {
      let rule = ChosenSpanRule(mostDays: mostDays, bits: bits)
      compiler.couple(rule, selection, extent, weight, 2 * bits)
    } else if weight != .hard || mostDays > 0 {
      let rule = SpanRule(mostDays: mostDays)
      compiler.couple(rule, selection, extent, weight, mostDays > 0 ? bits : 0)
    }
  }

  /// The days between two days with blocks are part of the span where something is held before them and
  /// after them.
  func relax(in relaxation: inout BlockRelaxation, at weight: Weight) {
    let days = relaxation.problem.days
    let used = relaxation.used(.day, by: selection)
    guard used.compactMap(\.self).count > 1 else { return }
    var before: [Literal?] = []
    for literal in used {
      let parts = [before.last ?? nil, literal].compactMap(\.self)
      before.append(parts.count > 1 ? relaxation.any(of: parts) : parts.first)
    }
    var after: [Literal?] = []
    for literal in used.reversed() {
      let parts = [after.last ?? nil, literal].compactMap(\.self)
      after.append(parts.count > 1 ? relaxation.any(of: parts) : parts.first)
    }
    after.reverse()
    var terms: [Term] = []
    for day in days.indices.dropLast() {
      guard let first = before[day], let last = after[day + 1] else { continue }
      let gap = relaxation.variable()
      relaxation.require(anyOf: [!first, !last, gap], .hard)
      terms.append(Term(days[day + 1].date.days(since: days[day].date), gap))
    }
    relaxation.require(terms, atMost: max(0, mostDays), weight)
  }

  var tie: Tie { mostDays <= 0 ? .together(in: .day) : .none }
  let needsAll = false
  var coarse: Coarse { .kept }
  var distinctions: [Distinction] { [.membership(selection)] }

  func eased(by excess: Int) -> Easing { Easing(self, \.mostDays, by: excess) }
}

extension Span: ConstraintReader {
  static let name = "span"
  static let keys = ["most"]

  /// Reads `span: {of: each module, most: 14 days}`.
  static func read(_ arguments: inout Arguments) -> [Constraint] {
    guard let most = arguments.quantity("most", in: "days") else { return [] }
    return arguments.constraints(hasLimit: true) {
      $0.does("takes", "take", "at most \(most.spelled) from its first session to its last")
    } as: {
      Span(selection: $0.selection, mostDays: most.amount)
    }
  }
}
