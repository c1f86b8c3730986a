/// What an import did to the roster; the identifiers are in the order of the table.
public struct RosterImport: Hashable, Sendable {
  /// Participants who were not on the roster before.
  public var added: [Participant.ID] = []
  /// Participants of whom something is different now.
  public var changed: [Participant.ID] = []
  /// Participants who were on the roster in just this way.
  public var unchanged: [Participant.ID] = []
  /// Participants on the roster of whom the table says nothing; they stay.
  public var absent: [Participant.ID] = []
}
