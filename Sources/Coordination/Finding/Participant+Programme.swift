public import Records

extension Participant {
  /// The programme in which somebody takes part, as the roster's column `programme` names it, such as
  /// `security` or `security/2026`; `nil` where it names none, or several.
  public var programme: String? { programmes.count == 1 ? programmes[0] : nil }

  /// Whether somebody takes part in a programme: the roster names it, with its edition or without one, or
  /// names none.
  public func attends(_ programme: Programme) -> Bool {
    let named = programmes.map { Programme(label: $0) }
    return named.isEmpty || named.contains { $0.admits(programme) }
  }
}
