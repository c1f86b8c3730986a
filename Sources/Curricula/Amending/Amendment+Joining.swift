internal import Diagnostics

extension [Amendment] {
  /// Writes the changes into the text of a file; what several of them add to one list is added together.
  func write(into text: inout EditedText) throws(EditedText.Obstacle) {
    var rest = self
    while let first = rest.first {
      if let series = first.difference?.member.series {
        try Amendment.differ(
          rest.compactMap(\.difference).filter { $0.member.series == series },
          in: &text
        )
        rest.removeAll { $0.difference?.member.series == series }
        continue
      }
      let list = first.addition?.list
      let isAlike = { (other: Amendment) in
        other == first || list != nil && other.addition?.list == list
      }
      var values: [String] = []
      for value in rest.filter(isAlike).flatMap({ $0.addition?.values ?? [] })
      where !values.contains(value) {
        values.append(value)
      }
      rest.removeAll(where: isAlike)
      try first.write(adding: values, into: &text)
    }
  }
}

extension Amendment {
  /// A list to which changes add.
  fileprivate enum List: Hashable {
    case only(Diagnostic.Location)
    case exceptions(Diagnostic.Location)
    case alternates(Diagnostic.Location)
    case features(Diagnostic.Location)
    case constraints
  }

  /// In what the change lets a member of a series differ from the others.
  fileprivate var difference: (member: SeriesMember, key: String, value: String)? {
    guard case .differ(let member, let key, let value) = self else { return nil }
    return (member, key, value)
  }

  /// What the change adds, and to which list; `nil` for one that does something else.
  fileprivate var addition: (list: List, values: [String])? {
    switch self {
    case .allow(let day, let place): (.only(place), ["\(day)"])
    case .except(let name, let place): (.exceptions(place), [name])
    case .addAlternate(let place, let id): (.alternates(place), [id])
    case .equip(let place, let features): (.features(place), features)
    case .wish(let name, let session): (.constraints, ["{\(name): \(session), weight: 1}"])
    case .remove, .removeConstraint, .removeOnly, .free, .limit, .open, .move, .shorten, .release,
      .differ, .leaveOut, .fewer, .lengthen, .addBlock, .seat, .doubleRoom:
      nil
    }
  }
}
