public import Diagnostics

/// Sessions that repeat by one declaration: for each group, a number of times, or on certain days.
public struct Series: Hashable, Sendable {
  /// The identifier, with which the identifiers of its members begin.
  public var id: String
  /// The members in the order of groups, then of numbers.
  public var members: [Member]
  /// Where it was declared.
  public var location: Diagnostic.Location

  /// One session of a series.
  public struct Member: Hashable, Sendable {
    /// The identifier of the session: `lab@A`, `lecture@3`, `lab@A@3`.
    public var session: String
    /// The identifier of the group; `nil` where the series is not for each of several groups.
    public var group: String?
    /// The number, from 1; `nil` where the series has only one member for each group.
    public var number: Int?

    /// Creates a member.
    public init(session: String, group: String? = nil, number: Int? = nil) {
      self.session = session
      self.group = group
      self.number = number
    }
  }

  /// Creates a series.
  public init(id: String, members: [Member], location: Diagnostic.Location) {
    self.id = id
    self.members = members
    self.location = location
  }

  /// Whether its members are for different groups.
  public var isForGroups: Bool { members.contains { $0.group != nil } }

  /// Whether its members have numbers.
  public var isNumbered: Bool { members.contains { $0.number != nil } }

  /// The groups of its members, each once, in their order.
  public var groups: [String] {
    members.compactMap(\.group).reduce(into: []) { groups, group in
      if groups.last != group { groups.append(group) }
    }
  }

  /// What several sessions are called: the series as `lab`, those of one of its groups as `lab@A`, and
  /// where each group has members with numbers, those of one number as `lab@3`.
  public var names: [String] {
    [id] + (groups + numbersOfGroups).map { "\(id)@\($0)" }
  }

  /// The numbers that stand for a member of each group; none that is also the name of a group.
  private var numbersOfGroups: [String] {
    guard isForGroups else { return [] }
    let groups = Set(groups)
    return Set(members.compactMap(\.number)).sorted().map(String.init)
      .filter { !groups.contains($0) }
  }

  /// The sessions of a name: of the series as `lab`, of one of its groups as `lab@A`, or the same one of
  /// each group as `lab@3`.
  public func sessions(named name: String) -> [String] {
    if name == id { return members.map(\.session) }
    guard name.hasPrefix("\(id)@") else { return [] }
    let part = name.dropFirst(id.count + 1)
    if let number = number(ofPart: part) {
      return members.filter { $0.number == number }.map(\.session)
    }
    return members.filter { $0.group.map { part == $0 } ?? false }.map(\.session)
  }

  /// The number of a name such as `lab@3`, which stands for a member of each group; `nil` for others.
  func number(of name: String) -> Int? {
    name.hasPrefix("\(id)@") ? number(ofPart: name.dropFirst(id.count + 1)) : nil
  }

  private func number(ofPart part: Substring) -> Int? {
    guard isForGroups, let number = Int(part), String(number) == part,
      !members.contains(where: { $0.group.map { part == $0 } ?? false }),
      members.contains(where: { $0.number == number })
    else { return nil }
    return number
  }
}

extension Session {
  /// What a session is in its series.
  public struct Membership: Hashable, Sendable {
    /// The identifier of the series.
    public var series: String
    /// The group for which it is; `nil` where the series is not for each of several groups.
    public var group: String?
    /// Its number, from 1; `nil` where it has none.
    public var number: Int?
  }
}

extension Curriculum {
  /// The sessions that a name stands for: one session, or members of a series; none where there is
  /// neither.
  public func sessions(named name: String) -> [String] {
    if sessions.contains(where: { $0.id == name }) { return [name] }
    return series.lazy.map { $0.sessions(named: name) }.first { !$0.isEmpty } ?? []
  }
}
