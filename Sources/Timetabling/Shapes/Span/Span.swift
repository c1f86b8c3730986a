internal import Curricula
internal import Diagnostics

/// From the first of some sessions to the last there are at most so many days.
///
/// Excess: the days from the day of the first placement to that of the last above the most. Within one
/// day there are 0 days, to the same weekday of the next week 7.
struct Span: Shape {
  let selection: Selection
  let mostDays: Int

  let outlook = Outlook.several

  let isInMinutes = false

  func violations(in timetable: Timetable) -> [Violation] {
    let placements = timetable.placements(of: selection)
    guard let first = placements.first, let last = placements.last else { return [] }
    let days = timetable.date(of: last).days(since: timetable.date(of: first))
    let excess = days - mostDays
    return excess > 0 ? [Violation(by: placements, excess: excess)] : []
  }

  func count(in draft: inout Draft, at level: Level) {
    draft.spans.append((Span(selection: draft.settled(selection), mostDays: mostDays), level))
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

  var tie: Tie { mostDays <= 0 ? .together(in: .day) : .none }

  func excerpt(in excerpt: Excerpt) -> (any Shape)? {
    selection.kept(excerpt.position).map { Span(selection: $0, mostDays: mostDays) }
  }

  func coarse(in problem: Problem) -> Coarse { .kept }

  var distinctions: [Distinction] { [.membership(selection)] }

  func eased(by excess: Int) -> Easing {
    let most = mostDays + excess
    return .limit(Span(selection: selection, mostDays: most), before: mostDays, after: most)
  }
}

extension Span: ConstraintReader {
  static let name = "span"

  /// Reads `span: {of: each module, most: 14 days}`.
  static func read(
    _ declaration: Declaration,
    in frame: Frame,
    _ findings: inout Findings
  ) -> [Constraint] {
    guard let arguments = Arguments(declaration, keys: ["most"], in: frame, &findings),
      let most = arguments.required("most", &findings)?.quantity(of: ["days"], &findings)
    else { return [] }
    return arguments.subjects.map { subject in
      Constraint(
        declaration.origin(
          .wishes,
          subject.does(
            "takes",
            "take",
            "at most \(most.spelled) from its first session to its last"
          ),
          hasLimit: true
        ),
        Span(selection: subject.selection, mostDays: most.amount)
      )
    }
  }
}
