internal import Curricula
internal import Diagnostics

/// What stands behind the name of a constraint: whom it is about, and what else it says.
///
/// In a file either a mapping, `{of: each group, per: day}`, or, where there is nothing else to say,
/// the subject alone: `one-room: each module`. Beside `of: each …`, `except` lists what is left out.
struct Arguments {
  /// The constraint as it was declared.
  let declaration: Declaration
  /// The problem, without its constraints.
  let problem: Problem
  /// What the constraint is about; one for each thing behind `each`.
  let subjects: [Subject]
  /// What is wrong with them.
  var findings = Findings()
  private let fields: Fields?

  /// Reads the subject of a declaration; `nil`, with a report, where these are no arguments of its
  /// constraint.
  init?(
    _ declaration: Declaration,
    for reader: any ConstraintReader.Type,
    in problem: Problem,
    _ findings: inout Findings
  ) {
    self.declaration = declaration
    self.problem = problem
    let argument = declaration.argument
    let key = reader.subjectKey
    var isMapping = key == nil
    if case .mapping = argument.content { isMapping = true }
    var fields: Fields?
    var subject: Node? = argument
    if isMapping {
      let subjectKeys = key.map { [$0, Self.exceptions] } ?? []
      fields = Fields(
        argument,
        of: "constraint '\(reader.name)'",
        keys: subjectKeys + reader.keys,
        &findings
      )
      guard let fields else { return nil }
      subject = key.flatMap { fields.required($0, &findings) }
    }
    self.fields = fields
    let all =
      subject.map { Subject.read($0, isFixed: reader.isFixed, in: problem, &findings) } ?? []
    subjects =
      fields?[Self.exceptions].map {
        Self.rest(of: all, without: $0, in: problem.curriculum, &findings)
      } ?? all
  }

  /// The key of the things behind `each` that are left out.
  static let exceptions = "except"

  /// The subjects without those that are left out; reported where there is no such thing.
  private static func rest(
    of subjects: [Subject],
    without node: Node,
    in curriculum: Curriculum,
    _ findings: inout Findings
  ) -> [Subject] {
    let known = subjects.compactMap(\.id)
    let names = node.names(&findings)
    // What is not held in this edition need not be left out.
    for name in names where !known.contains(name.text) && curriculum.notHeld.isEmpty {
      findings.error(
        at: name.location,
        "the constraint is not about '\(name.text)'",
        remedy: known.isEmpty
          ? "write 'except' only together with 'of: each …'"
          : didYouMean(name.text, among: known, otherwise: "remove it from 'except'")
      )
    }
    let left = Set(names.map(\.text))
    return subjects.filter { $0.id.map(left.contains) != true }
  }

  /// The value of a key, `nil` when there is none.
  subscript(key: String) -> Node? { fields?[key] }

  /// Where a key stands.
  func location(of key: String) -> Diagnostic.Location {
    fields?.location(of: key) ?? declaration.argument.location
  }

  /// The value of a key that must be there; reported when it is not.
  mutating func required(_ key: String) -> Node? {
    if let fields { return fields.required(key, &findings) }
    findings.error(
      at: declaration.argument.location,
      "the constraint '\(declaration.name)' has no '\(key)'",
      remedy: "write '\(declaration.name): {of: …, \(key): …}'"
    )
    return nil
  }

  /// The amount under a key that must be there, in a unit.
  mutating func quantity(_ key: String, in unit: String) -> Quantity? {
    required(key)?.quantity(of: [unit], &findings)
  }

  /// One of a few words under a key that must be there.
  mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String,
    of choice: Choice.Type
  ) -> Choice? {
    required(key)?.choice(of: choice, &findings)
  }

  /// Reports when none of several keys is there.
  mutating func requireOne(of keys: [String]) {
    guard keys.allSatisfy({ self[$0] == nil }) else { return }
    findings.error(
      at: declaration.argument.location,
      "the constraint '\(declaration.name)' has none of " + keys.quoted(),
      remedy: "add one of them"
    )
  }

  /// What stands under `least` and `most`.
  struct Amounts {
    let limits: Limits
    /// In the plural.
    let unit: String
    /// In words: "at least 2 and at most 3 days".
    let spelled: String
  }

  /// The amounts under `least` and `most`, each in one of the units; reported when both are missing, or
  /// the least is above the most, or their units differ.
  mutating func limits(in units: [String]) -> Amounts? {
    requireOne(of: ["least", "most"])
    let read = ["least", "most"].map { key in self[key].map { $0.quantity(of: units, &findings) } }
    // A value that could not be read was reported.
    guard !read.contains(where: { if case .some(.none) = $0 { true } else { false } }) else {
      return nil
    }
    let (least, most) = (read[0].flatMap(\.self), read[1].flatMap(\.self))
    if let least, let most {
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
    guard let last = most ?? least else { return nil }
    return Amounts(
      limits: Limits(least: least?.amount ?? 0, most: most?.amount),
      unit: last.unit,
      spelled: Limits.spelled(least: least?.amount, most: most?.amount) + " \(last.noun)"
    )
  }

  /// The indices of names listed under a key, as `rooms: [room-a, room-b]`; reported when missing.
  mutating func indices(_ key: String, of kind: String, among known: [String]) -> [Int] {
    let names = required(key)?.names(&findings) ?? []
    return names.compactMap { name in
      if let index = known.firstIndex(of: name.text) { return index }
      findings.report(.undeclared(kind, name.text, among: known, at: name.location))
      return nil
    }
  }

  /// One constraint for each subject.
  func constraints(
    _ standing: Standing = .wishes,
    hasLimit: Bool = false,
    saying statement: (Subject) -> Statement,
    as shape: (Subject) -> any Shape
  ) -> [Constraint] {
    subjects.map { subject in
      Constraint(
        declaration.origin(standing, statement(subject), hasLimit: hasLimit),
        shape(subject)
      )
    }
  }
}

extension Limits {
  /// Limits in words, without a unit: "at least 2 and at most 3".
  static func spelled(least: Int?, most: Int?) -> String {
    [least.map { "at least \($0)" }, most.map { "at most \($0)" }].compactMap(\.self)
      .joined(separator: " and ")
  }
}

extension Declaration {
  /// The origin of a constraint made from this declaration.
  func origin(
    _ standing: Standing,
    _ statement: Statement,
    _ whole: Remedies.Whole = .removal,
    onDay: Remedies.OnDay? = nil,
    hasLimit: Bool = false,
    as form: Remedies.Form = .constraint
  ) -> Origin {
    Origin(
      name,
      weight.level,
      standing,
      statement,
      Remedies(whole: whole, onDay: onDay, hasLimit: hasLimit, form: form),
      reason: reason,
      at: location
    )
  }
}

extension Int? {
  /// The weight of something declared; without one it must hold.
  var level: Weight { map { .soft($0) } ?? .hard }
}
