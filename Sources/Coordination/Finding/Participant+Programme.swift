public import Records

extension Participant {
  /// The programme in which somebody takes part, as the roster's column `programme` names it, such as
  /// `security` or `security/2026`; `nil` where nothing is written there.
  public var programme: String? {
    let column = other.first { $0.key.lowercased() == "programme" }
    return column.flatMap { $0.value.isEmpty ? nil : $0.value }
  }
}
