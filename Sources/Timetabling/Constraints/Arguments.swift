internal import Curricula
internal import Diagnostics

/// What stands behind the name of a constraint: whom it is about, and what else it says.
///
/// In a file either a mapping, `{of: each group, per: day}`, or, where there is nothing else to say,
/// the subject alone: `one-room: each module`.
struct Arguments {
  /// What the constraint is about; one for each thing behind `each`.
  let subjects: [Subject]
  /// Where the argument begins.
  let location: Diagnostic.Location
  private let fields: Fields?
  private let name: String

  /// Reads the arguments of a declaration, or reports that they are no such arguments.
  ///
  /// - Parameters:
  ///   - declaration: The constraint as it was declared.
  ///   - key: The key of the subject.
  ///   - keys: The keys that it knows beside that of the subject.
  ///   - isFixed: Whether a subject must name its sessions, so that a trainer or a room, who may or
  ///     may not get a session, cannot be one.
  ///   - frame: The curriculum.
  ///   - findings: Where problems are reported.
  init?(
    _ declaration: Declaration,
    subject key: String = "of",
    keys: [String] = [],
    isFixed: Bool = false,
    in frame: Frame,
    _ findings: inout Findings
  ) {
    name = declaration.name
    location = declaration.argument.location
    let subject: Node?
    if case .mapping = declaration.argument.content {
      guard
        let fields = Fields(
          declaration.argument,
          of: "constraint '\(name)'",
          keys: [key] + keys,
          &findings
        )
      else { return nil }
      self.fields = fields
      subject = fields.required(key, &findings)
    } else {
      fields = nil
      subject = declaration.argument
    }
    subjects =
      subject.map { Subject.read($0, isFixed: isFixed, in: frame, &findings) } ?? []
  }

  /// The value of a key, `nil` when there is none.
  subscript(key: String) -> Node? { fields?[key] }

  /// Where a key stands.
  func location(of key: String) -> Diagnostic.Location {
    fields?.location(of: key) ?? location
  }

  /// The value of a key that must be there; reported when it is not.
  func required(_ key: String, _ findings: inout Findings) -> Node? {
    if let fields { return fields.required(key, &findings) }
    findings.error(
      at: location,
      "the constraint '\(name)' has no '\(key)'",
      remedy: "write '\(name): {of: …, \(key): …}'"
    )
    return nil
  }

  /// Reports when none of several keys is there.
  func requireOne(of keys: [String], _ findings: inout Findings) {
    guard keys.allSatisfy({ self[$0] == nil }) else { return }
    findings.error(
      at: location,
      "the constraint '\(name)' has none of " + keys.quoted(),
      remedy: "add one of them"
    )
  }

  /// The amounts behind `least` and `most`, each in one of the units; reported when both are
  /// missing, or the least is above the most, or their units differ.
  func limits(
    in units: [String],
    _ findings: inout Findings
  ) -> (least: Quantity?, most: Quantity?)? {
    requireOne(of: ["least", "most"], &findings)
    let least = self["least"].map { $0.quantity(of: units, &findings) }
    let most = self["most"].map { $0.quantity(of: units, &findings) }
    // A value that could not be read was reported.
    if case .some(.none) = least { return nil }
    if case .some(.none) = most { return nil }
    let limits = (least: least.flatMap(\.self), most: most.flatMap(\.self))
    if let least = limits.least, let most = limits.most {
      guard least.unit == most.unit else {
        findings.error(
          at: location(of: "most"),
          "'least' is in \(least.unit) and 'most' in \(most.unit)",
          remedy: "give both in one unit"
        )
        return nil
      }
      fields?.checkOrder(least: least.amount, most: most.amount, &findings)
    }
    return limits.least == nil && limits.most == nil ? nil : limits
  }

  /// The indices of names listed under a key, as `rooms: [room-a, room-b]`; reported when missing.
  func indices(
    _ key: String,
    of kind: String,
    among known: [String],
    _ findings: inout Findings
  ) -> [Int] {
    (required(key, &findings)?.names(&findings) ?? []).compactMap { name in
      if let index = known.firstIndex(of: name.text) { return index }
      findings.report(.undeclared(kind, name.text, among: known, at: name.location))
      return nil
    }
  }
}

extension Declaration {
  /// The weight as the search knows it.
  var level: Weight { weight.map { .soft($0) } ?? .hard }

  /// The origin of a constraint made from this declaration.
  func origin(
    _ standing: Standing,
    _ statement: Statement,
    _ whole: Remedies.Whole = .removal,
    onDay: Remedies.OnDay? = nil,
    hasLimit: Bool = false
  ) -> Origin {
    Origin(
      name,
      level,
      standing,
      statement,
      Remedies(whole: whole, onDay: onDay, hasLimit: hasLimit),
      reason: reason,
      at: location
    )
  }
}

extension Int? {
  /// The weight of something declared at a trainer, a room or a session.
  var level: Weight { map { .soft($0) } ?? .hard }
}
