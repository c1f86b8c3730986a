// The formulas of constraints on order, days, places and the pattern of a day.
extension Examination {
  private typealias Argument = TimetableDocument.Argument

  func excess(
    ofOrder earlier: [Placement],
    _ fields: [String: TimetableDocument.Argument]
  ) throws -> Int {
    guard let to = fields["to"] else { throw Unknown(text: "order") }
    let later = try subjects(to).flatMap { $0 }
    let scopes = try fields["within"].map(subjects) ?? [document.placements]
    let least = try fields["least"].map { try amount($0).number } ?? 0
    let most = try fields["most"].map { try amount($0).number }
    return scopes.reduce(0) { sum, scope in
      let names = Set(scope.map(\.session))
      return earlier.filter { names.contains($0.session) }.reduce(sum) { sum, first in
        later.filter { names.contains($0.session) && $0.session != first.session }
          .reduce(sum) { $0 + excess(from: first, to: $1, least: least, most: most) }
      }
    }
  }

  func excess(ofConsecutive subject: [Placement], most: Int) -> Int {
    let ordered = inTime(subject)
    return zip(ordered, ordered.dropFirst()).count { first, second in
      first.block != second.block || second.start.minute - first.end.minute > most
    }
  }

  func excess(ofApart subject: [Placement], least: Int) -> Int {
    subject.indices.reduce(0) { sum, index in
      subject[(index + 1)...].reduce(sum) {
        $0 + max(0, least - abs(Self.days(from: subject[index], to: $1)))
      }
    }
  }

  func excess(
    ofTravel subject: [Placement],
    _ fields: [String: TimetableDocument.Argument]
  ) throws -> Int {
    let rooms = Set(try texts(fields["between"]))
    let least = try amount(fields["least"]).number
    let ordered = inTime(subject).filter { placement in
      rooms.contains(placement.room ?? "") || !rooms.isDisjoint(with: placement.rooms)
    }
    return ordered.indices.reduce(0) { sum, index in
      ordered[(index + 1)...].reduce(sum) { sum, second in
        let first = ordered[index]
        guard first.start.day == second.start.day, first.room != second.room else { return sum }
        return sum + max(0, least - max(0, second.start.minute - first.end.minute))
      }
    }
  }

  /// The blocks that a window leaves open.
  func openBlocks(_ fields: [String: TimetableDocument.Argument]) throws -> Set<String> {
    let from = try fields["from"].map(text)
    let until = try fields["until"].map(text)
    let weeks = try fields["weeks"].map { try texts($0) }
    let weekdays = try fields["weekdays"].map { try texts($0) }
    let blocks = try fields["blocks"].map { try texts($0) }
    let shut = try fields["not"].map { try texts($0) } ?? []
    let names = [
      "Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday",
    ]
    let open = document.programme.blocks.filter { block in
      let day = block.start.day
      return day >= from ?? day && day <= until ?? day
        && weeks?.contains("\(block.week)") != false
        && weekdays?.contains(names[Self.number(ofDay: day) % 7]) != false
        && blocks?.contains(block.id) != false && !shut.contains(block.id)
    }
    return Set(open.map(\.id))
  }

  func excess(
    ofPin subject: [Placement],
    _ fields: [String: TimetableDocument.Argument]
  ) throws -> Int {
    guard let placement = subject.first else { return 0 }
    var excess = 0
    if let at = fields["at"] {
      let parts = try text(at).split(separator: "T").map(String.init)
      let isThen = placement.start.day == parts[0] && placement.start.minute == minutes(parts[1])
      excess += isThen ? 0 : 1
    }
    if let room = fields["room"] { excess += placement.room == (try text(room)) ? 0 : 1 }
    if let trainers = fields["trainers"] {
      excess += Set(placement.trainers) == Set(try texts(trainers)) ? 0 : 1
    }
    return excess
  }

  func excess(ofIsolated subject: [Placement]) -> Int {
    subject.count { one in
      !subject.contains { other in
        other.session != one.session && other.start.day == one.start.day
          && (other.start.minute == one.end.minute || other.end.minute == one.start.minute)
      }
    }
  }

  func excess(ofIdle subject: [Placement]) -> Int {
    Dictionary(grouping: subject, by: \.start.day).reduce(0) { sum, entry in
      let blocks = document.programme.blocks.filter { $0.start.day == entry.key }
      let held = entry.value
      return sum
        + (0..<1_440).count { minute in
          held.contains { $0.end.minute <= minute } && held.contains { $0.start.minute > minute }
            && !held.contains { ($0.start.minute..<$0.end.minute).contains(minute) }
            && blocks.contains { ($0.start.minute..<$0.end.minute).contains(minute) }
        }
    }
  }
}
