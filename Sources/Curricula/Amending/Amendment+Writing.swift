internal import Diagnostics

extension Amendment {
  /// Writes the change into the text of a file.
  ///
  /// - Parameters:
  ///   - additions: What is added, where the change adds something.
  ///   - text: The text.
  /// - Throws: Why it cannot be written there.
  func write(adding additions: [String], into text: inout EditedText) throws(EditedText.Obstacle) {
    switch self {
    case .remove(let place): try text.remove(text.spot(at: place))
    case .removeConstraint(let place): try text.remove(Self.holder(ofKeyAt: place, in: text))
    case .removeOnly(let place):
      let first = try text.spot(at: place)
      try text.remove(Self.list(of: first) ?? first)
    case .free(let day, let place): try Self.free(day, of: text.spot(at: place), in: &text)
    case .allow(_, let place):
      let first = try text.spot(at: place)
      try Self.append(additions, to: Self.list(of: first) ?? first, in: &text)
    case .limit(let place, let before, let after):
      try Self.change(before, to: after, at: place, in: &text)
    case .except(_, let place): try Self.except(additions, at: place, in: &text)
    case .open(let place, let day, let week, let blocks, let member):
      let window = try text.spot(ofKeyAt: place)
      if let member, window.parent?.value(of: "id") != nil {
        try Self.hold(member, on: day, in: &text)
      } else {
        try Self.open(window, on: day, week: week, blocks, in: &text)
      }
    case .differ(let member, let key, let value):
      try Self.differ([(member, key, value)], in: &text)
    case .move(let place, let day, let minutes, let room, let trainers):
      try Self.move(text.spot(ofKeyAt: place), day, minutes, room, trainers, in: &text)
    case .shorten(let place, let minutes):
      try Self.set("minutes", "\(minutes)", at: place, in: &text)
    case .release(let place):
      let session = try Self.holder(ofKeyAt: place, in: text)
      for key in ["trainers", "one-of"] {
        if let names = session.value(of: key) { try text.remove(names) }
      }
    case .leaveOut(let place, let session): try Self.leaveOut(session, at: place, in: &text)
    case .fewer(let place):
      let number = try Self.holder(ofKeyAt: place, in: text).value(of: "hold")
      guard let number, let hold = number.text.flatMap({ Int($0) }), hold > 1 else {
        throw EditedText.Obstacle("a choice holds at least one session")
      }
      try text.replace(number, with: "\(hold - 1)")
    case .lengthen(let place, let end):
      try Self.set("to", Self.time(end), of: text.spot(at: place), in: &text)
    case .addBlock(let place, let day, let start, let end):
      let block = "{on: \(day), from: \(Self.time(start)), to: \(Self.time(end))}"
      try text.insert(block, after: text.spot(at: place))
    case .addAlternate(let place, _):
      try Self.list(additions, under: "alternates", at: place, in: &text)
    case .equip(let place, _):
      try Self.list(additions, under: "features", at: place, in: &text)
    case .seat(let place, let seats):
      let room = try Self.holder(ofKeyAt: place, in: text)
      if room.value(of: "seats")?.node.isEmpty ?? true {
        // A room made of others has their seats as long as it says nothing.
        try text.add("seats", "\(seats)", to: room)
      } else {
        try Self.set("seats", "\(seats)", of: room, in: &text)
      }
    case .doubleRoom(let place, let id, let sessions):
      try Self.double(Self.holder(ofKeyAt: place, in: text), as: id, for: sessions, in: &text)
    case .wish:
      if let list = text.whole.value(of: "constraints"), !list.node.isEmpty {
        try Self.append(additions, to: list, in: &text)
      } else {
        try text.addList("constraints", of: additions)
      }
    }
  }

  /// The mapping with the key at a place.
  private static func holder(
    ofKeyAt place: Diagnostic.Location,
    in text: EditedText
  ) throws(EditedText.Obstacle) -> EditedText.Spot {
    guard let holder = try text.spot(ofKeyAt: place).parent else { throw EditedText.tooLong }
    return holder
  }

  /// The list that a value is in; `nil` where it stands alone.
  private static func list(of spot: EditedText.Spot) -> EditedText.Spot? {
    guard let parent = spot.parent, case .list = parent.node.content else { return nil }
    return parent
  }

  private static func time(_ minutes: Int) -> String {
    TimeOfDay(onClock: minutes).description
  }

  /// Lists names under a key of the mapping whose key is at a place, after those that are there.
  private static func list(
    _ names: [String],
    under key: String,
    at place: Diagnostic.Location,
    in text: inout EditedText
  ) throws(EditedText.Obstacle) {
    let mapping = try holder(ofKeyAt: place, in: text)
    if let known = mapping.value(of: key), !known.node.isEmpty {
      try append(names, to: known, in: &text)
    } else {
      try text.add(key, "[\(names.joined(separator: ", "))]", to: mapping)
    }
  }

  /// Adds values to a list, or to what stands for one.
  private static func append(
    _ names: [String],
    to list: EditedText.Spot,
    in text: inout EditedText
  ) throws(EditedText.Obstacle) {
    if let single = list.text {
      try text.replace(list, with: "[\(([single] + names).joined(separator: ", "))]")
    } else if list.items.isEmpty {
      try text.append(names.joined(separator: ", "), to: list)
    } else {
      for name in names { try text.append(name, to: list) }
    }
  }

  /// Sets a single value of the mapping whose key is at a place.
  private static func set(
    _ key: String,
    _ value: String,
    at place: Diagnostic.Location,
    in text: inout EditedText
  ) throws(EditedText.Obstacle) {
    try set(key, value, of: holder(ofKeyAt: place, in: text), in: &text)
  }

  private static func set(
    _ key: String,
    _ value: String,
    of mapping: EditedText.Spot,
    in text: inout EditedText
  ) throws(EditedText.Obstacle) {
    guard let spot = mapping.value(of: key), spot.text != nil else {
      throw EditedText.Obstacle("'\(key)' is not at that place in the file")
    }
    try text.replace(spot, with: value)
  }

  /// Takes a day out of a span of days: shortens, divides or removes it.
  private static func free(
    _ day: CivilDate,
    of spot: EditedText.Spot,
    in text: inout EditedText
  ) throws(EditedText.Obstacle) {
    let days =
      ["closed", "on"].lazy.compactMap { spot.value(of: $0) }.first { !$0.node.isEmpty } ?? spot
    guard let from = days.value(of: "from"), let to = days.value(of: "to"),
      let first = from.text.flatMap({ CivilDate($0) }),
      let last = to.text.flatMap({ CivilDate($0) }),
      first < last
    else {
      try text.remove(spot)
      return
    }
    guard first <= day, day <= last else { throw EditedText.Obstacle("the day is not in the list") }
    if day == first {
      try text.replace(from, with: "\(day.adding(days: 1))")
    } else {
      try text.replace(to, with: "\(day.adding(days: -1))")
      guard day < last else { return }
      try text.copy(spot, replacing: [(from, "\(day.adding(days: 1))")])
    }
  }

  /// Raises or lowers the one number that is as it was said.
  private static func change(
    _ before: Int,
    to after: Int,
    at place: Diagnostic.Location,
    in text: inout EditedText
  ) throws(EditedText.Obstacle) {
    var mapping = try? text.spot(ofKeyAt: place)
    if mapping == nil { mapping = try text.spot(at: place) }
    let keys = after > before ? ["most", "after"] : ["least", "most"]
    let numbers = keys.compactMap { mapping?.value(of: $0) }.filter { number in
      number.text?.split(separator: " ").first.flatMap { Int($0) } == before
    }
    guard let number = numbers.first, numbers.count == 1, let written = number.text else {
      throw EditedText.Obstacle("the number is not at that place in the file")
    }
    var words = written.split(separator: " ").map(String.init)
    words[0] = "\(after)"
    if words.count == 2 {
      let unit = words[1].hasSuffix("s") ? String(words[1].dropLast()) : words[1]
      words[1] = after.agreeing(unit, unit + "s")
    }
    try text.replace(number, with: words.joined(separator: " "))
  }

  /// Leaves some of the things out that a constraint says of each.
  private static func except(
    _ names: [String],
    at place: Diagnostic.Location,
    in text: inout EditedText
  ) throws(EditedText.Obstacle) {
    let argument = try text.spot(ofKeyAt: place)
    if let subject = argument.text {
      let list = names.joined(separator: ", ")
      try text.replace(argument, with: "{of: \(subject), except: [\(list)]}")
    } else if let known = argument.value(of: "except"), !known.node.isEmpty {
      try append(names, to: known, in: &text)
    } else {
      try text.add("except", "[\(names.joined(separator: ", "))]", to: argument)
    }
  }

  /// Opens a window on a day.
  private static func open(
    _ window: EditedText.Spot,
    on day: CivilDate,
    week: Int,
    _ blocks: [String],
    in text: inout EditedText
  ) throws(EditedText.Obstacle) {
    func date(_ key: String) -> CivilDate? {
      window.value(of: key)?.text.flatMap { CivilDate($0) }
    }
    func names(_ key: String) -> [String] {
      window.value(of: key)?.items.compactMap(\.text) ?? []
    }
    if let from = window.value(of: "from"), let first = date("from"), day < first {
      try text.replace(from, with: "\(day)")
    }
    if let until = window.value(of: "until"), let last = date("until"), last < day {
      try text.replace(until, with: "\(day)")
    }
    if let weeks = window.value(of: "weeks"), !names("weeks").contains("\(week)") {
      try text.append("\(week)", to: weeks)
    }
    if let weekdays = window.value(of: "weekdays"),
      !names("weekdays").contains(where: { $0.lowercased() == day.weekday.name.lowercased() })
    {
      try text.append(day.weekday.name, to: weekdays)
    }
    if let open = window.value(of: "blocks"), Set(names("blocks")).isDisjoint(with: blocks) {
      try append(blocks, to: open, in: &text)
    }
    if let shut = window.value(of: "not"), Set(names("not")).isSuperset(of: blocks) {
      let rest = names("not").filter { !blocks.contains($0) }
      if rest.isEmpty {
        try text.remove(shut)
      } else {
        try text.replace(shut, with: "[\(rest.joined(separator: ", "))]")
      }
    }
  }

  /// Holds a member of a series on a day that its rule does not name.
  private static func hold(
    _ member: SeriesMember,
    on day: CivilDate,
    in text: inout EditedText
  ) throws(EditedText.Obstacle) {
    guard member.mayMove else {
      throw EditedText.Obstacle(
        "all groups of the series have the same days; write '\(member.suffix): {skip: yes}' under its "
          + "'members', and a session of its own"
      )
    }
    try differ([(member, "on", "\(day)")], in: &text)
  }

  /// Writes what is different for members of one series under its key `members`.
  static func differ(
    _ changes: [(member: SeriesMember, key: String, value: String)],
    in text: inout EditedText
  ) throws(EditedText.Obstacle) {
    guard let first = changes.first else { return }
    let series = try holder(ofKeyAt: first.member.series, in: text)
    guard let members = series.value(of: "members"), !members.node.isEmpty else {
      let entries = changes.map { "\($0.member.suffix): {\($0.key): \($0.value)}" }
      try text.add("members", "{\(entries.joined(separator: ", "))}", to: series)
      return
    }
    for (member, key, value) in changes {
      guard let own = members.value(of: member.suffix), !own.node.isEmpty else {
        try text.add(member.suffix, "{\(key): \(value)}", to: members)
        continue
      }
      if let known = own.value(of: key), !known.node.isEmpty {
        try text.replace(known, with: value)
      } else {
        try text.add(key, value, to: own)
      }
    }
  }

  /// Moves a pin, with all that it says.
  private static func move(
    _ pin: EditedText.Spot,
    _ day: CivilDate,
    _ minutes: Int,
    _ room: String?,
    _ trainers: [String],
    in text: inout EditedText
  ) throws(EditedText.Obstacle) {
    if let at = pin.value(of: "at") {
      let (date, time) = day.clock(after: minutes)
      try text.replace(at, with: "\(date)T\(time)")
    }
    if let place = pin.value(of: "room"), let room, place.text != room {
      try text.replace(place, with: room)
    }
    if let people = pin.value(of: "trainers"), Set(people.items.compactMap(\.text)) != Set(trainers)
    {
      try text.replace(people, with: "[\(trainers.joined(separator: ", "))]")
    }
  }

  /// Takes a session out, and out of what others need.
  private static func leaveOut(
    _ session: String,
    at place: Diagnostic.Location,
    in text: inout EditedText
  ) throws(EditedText.Obstacle) {
    try text.remove(holder(ofKeyAt: place, in: text))
    for module in text.whole.value(of: "modules")?.items ?? [] {
      for other in module.value(of: "sessions")?.items ?? [] {
        for need in other.value(of: "needs")?.items ?? []
        where (need.value(of: "session") ?? need).text == session {
          try text.remove(need)
        }
      }
    }
  }

  /// Declares another room like one.
  private static func double(
    _ room: EditedText.Spot,
    as id: String,
    for sessions: [Diagnostic.Location],
    in text: inout EditedText
  ) throws(EditedText.Obstacle) {
    var others: [(value: EditedText.Spot, text: String)] = []
    let old = room.value(of: "id")
    if let old { others.append((old, id)) }
    if let name = room.value(of: "name"), let written = name.text {
      others.append((name, "\(written) 2"))
    }
    try text.copy(room, replacing: others)
    for place in sessions {
      if let rooms = try holder(ofKeyAt: place, in: text).value(of: "rooms") {
        try text.append(id, to: rooms)
      }
    }
  }
}
