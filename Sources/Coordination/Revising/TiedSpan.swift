public import Curricula
public import Foundation
public import Publishing
public import Quizzes

extension [Revision] {
  /// From when to when a part of the last timetable is held; `nil` when it has no session.
  ///
  /// A session may be named as it was in an earlier revision, or as it is now; a series stands for its
  /// members.
  ///
  /// - Parameters:
  ///   - part: The part.
  ///   - groups: Of a series, only the members for these groups count, where there are such.
  ///   - curriculum: The present curriculum, which may have given a session another name since.
  /// - Returns: The span.
  public func span(
    of part: Quiz.Tie.Part,
    for groups: Set<String> = [],
    in curriculum: () -> Curriculum?
  ) -> (begins: Date, ends: Date)? {
    guard let last else { return nil }
    let held: [Revision.Entry]
    switch part {
    case .week(let number): held = last.entries.filter { $0.week == number }
    case .session(let name):
      let named = last.entries.filter { $0.session == name }
      let members = named.isEmpty ? last.members(of: name, for: groups) : named
      held = members.isEmpty ? renamed(name, in: curriculum()) : members
    }
    guard let begins = held.map(\.begins).min(), let ends = held.map(\.ends).max() else {
      return nil
    }
    return (begins, ends)
  }

  /// What was published last of a session by one of its other names.
  private func renamed(_ name: String, in curriculum: Curriculum?) -> [Revision.Entry] {
    guard let last else { return [] }
    let known = successors(ofSession: name)
    let recorded = last.entries.filter { known.contains($0.session) }
    guard recorded.isEmpty, let curriculum else { return recorded }
    let present = inNames(of: Renamings(of: curriculum)).last?.entries ?? []
    return present.filter { $0.session == name }
  }
}

extension Revision {
  /// The members of a series that are for some of the groups, or all where none is.
  ///
  /// The name of a series can have a number at its end: `lab@3` is the third member of each group.
  fileprivate func members(of series: String, for groups: Set<String>) -> [Revision.Entry] {
    var members = entries.filter { $0.session.hasPrefix("\(series)@") }
    if members.isEmpty, let mark = series.lastIndex(of: "@"),
      Int(series[series.index(after: mark)...]) != nil
    {
      members = entries.filter {
        $0.session.hasPrefix(series[...mark]) && $0.session.hasSuffix(series[mark...])
      }
    }
    let own = members.filter { !groups.isDisjoint(with: $0.groups) }
    return own.isEmpty ? members : own
  }
}
